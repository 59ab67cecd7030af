import { z } from "zod";
import { curve, name, percent, source } from "./curves.ts";
import { pregnancy } from "./pregnancy.ts";
import { diagnosis, display, needs, part } from "./shared.ts";

const share = z.number().min(0).max(1);
const weights = (count: number) =>
  z
    .array(z.number().min(0))
    .length(count)
    .refine((list) => list.some((weight) => weight > 0), "expected a weight above 0");
const range = z.tuple([z.number().min(0), z.number().min(0)]).refine(([low, high]) => low <= high, "expected the smaller number first");

const when = {
  weekdays: weights(7).describe("weights from Sunday to Saturday"),
  hours: weights(24).describe("weights of the hours of the day at which it begins"),
  months: weights(12).optional().describe("weights from January to December. Default even"),
};

const shape = z
  .number()
  .positive()
  .describe("the less, the more unequal people's rates; exact counts have the variance mean + mean²/shape");

const rate = {
  perYear: curve.describe("expected a year at that age, over everybody"),
  shape: z
    .union([
      shape,
      z
        .array(
          z.strictObject({
            from: z.number().min(0).max(120).describe("age from which the line counts; the last that does holds"),
            shape,
            often: z
              .strictObject({ share: share.describe("of people"), times: z.number().positive().describe("the mean, that they come") })
              .refine(({ share, times }) => share * times < 1, "expected fewer visits of theirs than there are in all")
              .optional()
              .describe("a few who come many times as often as the mean; the others so much less"),
          }),
        )
        .min(1),
    ])
    .optional()
    .describe(
      "of the gamma distribution of people's own rates, or several by age: counts of a year have the variance mean + mean²/shape. Default: all alike",
    ),
  more: z
    .record(name, z.number().min(0).max(20))
    .optional()
    .describe(
      "by condition with a percentage: by how much of the rate more often those come who have it; the rates over everybody still come out",
    ),
  minutes: range.describe("that one lasts, at least and at most"),
};

/** How often people meet with care, and when. */
const ambulatory = z
  .strictObject({
    ...rate,
    ...when,
    virtual: percent.optional().describe("of visits that are no check-up: by video or telephone. Default 0"),
    source,
  })
  .describe("visits to an office; also those by video");

const emergency = z.strictObject({ ...rate, ...when, source }).describe("visits to an emergency department");

const inpatient = z
  .strictObject({
    nights: z
      .strictObject({
        median: z.number().positive().describe("nights of a stay whose reason gives no median of its own"),
        sigma: z.number().min(0).describe("standard deviation of the natural logarithm"),
      })
      .describe("how long stays last: lognormal"),
    intensive: share.describe("share of stays with a time in intensive care, but for planned ones"),
    readmitted: percent.describe("of stays that end in another one, unplanned, within 30 days, by age"),
    returned: percent.optional().describe("of stays that are followed by another, unplanned, from the 31st to the 180th day. Default 0"),
    followedUp: share.describe("share of those sent home who are seen again within two weeks"),
    diesInside: share.describe("share of deaths that end a hospital stay"),
    dispositions: z
      .array(
        z.strictObject({
          from: z.int().min(0).max(120).describe("age from which the line counts; the last that does holds"),
          home: share.describe("of stays that end so: home, without more care"),
          "home health": share.optional().describe("home, with nurses who come"),
          "skilled nursing": share.optional().describe("to a nursing facility"),
          rehabilitation: share.optional().describe("to a rehabilitation facility"),
          hospice: share.optional().describe("to hospice care"),
          transfer: share.optional().describe("to another hospital"),
          "against advice": share.optional().describe("home, although told to stay"),
        }),
      )
      .min(1)
      .describe("where people go from a hospital stay, by age: shares beside each other"),
    source,
  })
  .describe("hospital stays, however they came about");

const appointments = z
  .strictObject({
    booked: share.describe("share of visits for something new that were booked; all planned ones were"),
    noShow: percent.describe("of appointments made ahead, which are not those for something new, that somebody missed without a word"),
    cancelled: percent.describe("of appointments"),
    leadDays: z
      .strictObject({ soon: range.describe("days, for something new"), planned: range.describe("days, for what was planned") })
      .describe("from booking to visit, at least and at most: for something new, and for what was planned"),
  })
  .describe("bookings of visits");

export const encounters = z.strictObject({
  ambulatory,
  emergency,
  inpatient,
  appointments: appointments.optional(),
  pregnancy: pregnancy.optional(),
  vitals: z.array(name).describe("measures taken wherever somebody is seen in person"),
});

/** What a file may hold of them: any figure may come from the profile it extends. */
export const encountersFile = z
  .strictObject({
    ambulatory: part(ambulatory),
    emergency: part(emergency),
    inpatient: part(inpatient),
    appointments: part(appointments),
    pregnancy: part(pregnancy),
    vitals: encounters.shape.vitals,
  })
  .partial()
  .describe("how often people meet with care, when, and for how long; a file may give single figures of it");

const planned = z.strictObject({
  code: diagnosis.describe("ICD-10-CM, as the reason of the visit"),
  display,
  needs: needs.optional().describe("only people of this sex are due"),
  among: name.optional().describe("only those are due who know that they have this condition"),
  months: z.array(z.number().min(0)).min(1).optional().describe("ages at which it is due"),
  every: z
    .strictObject({
      years: z.number().positive().describe("between two of them"),
      from: z.number().min(0).describe("age in years, of the first"),
      to: z.number().min(0).describe("age in years, beyond which it is not due"),
    })
    .optional()
    .describe("due again and again between two ages in years, by the person's own calendar"),
  kept: percent.describe("of those that are due"),
  looksThrough: z.literal(true).optional().describe("conditions with a follow-up that is due are looked after too"),
  asks: z.array(name).optional().describe("measures taken beside the vital signs"),
  panels: z.record(name, share).optional().describe("blood tests, with the share that has them"),
  imaging: z.record(name, share).optional().describe("pictures, with the share that has them"),
  procedures: z.record(name, share).optional().describe("what is done, with the share that has it"),
  source,
});

export const checkUps = z
  .record(
    name,
    planned.refine(({ months, every }) => (months === undefined) !== (every === undefined), "expected either months or every").nullable(),
  )
  .describe("visits that are due by age, by name");

export const followUps = z
  .record(
    name,
    z
      .strictObject({
        weight: z.number().min(0).describe("how often a visit is for it, beside other conditions; something new has the weight 1"),
        panels: z.record(name, share).optional().describe("laboratory tests, with the share of visits that order them"),
        asks: z.array(name).optional().describe("measures taken beside the vital signs"),
        imaging: z.record(name, share).optional().describe("pictures, with the share of visits that order them"),
        procedures: z.record(name, share).optional().describe("what is done, with the share of visits"),
        referrals: z.record(name, share).optional().describe("by specialty: `cardiology`"),
        source,
      })
      .nullable(),
  )
  .describe("what visits for a condition hold, by the condition's name");

export type EncountersSpec = z.infer<typeof encounters>;
export type CheckUpSpec = z.infer<typeof planned>;
export type FollowUpSpec = NonNullable<z.infer<typeof followUps>[string]>;
