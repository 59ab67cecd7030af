import { z } from "zod";
import { age, name, percent, source } from "./curves.ts";
import { diagnosis, display } from "./shared.ts";

const share = z.number().min(0).max(1);
const range = z.tuple([z.number().min(0), z.number().min(0)]).refine(([low, high]) => low <= high, "expected the smaller number first");
const week = z.string().regex(/^\d{1,2}$/, "expected a week of pregnancy");
const done = {
  asks: z.array(name).optional().describe("measures taken"),
  panels: z.record(name, share).optional().describe("tests, with the share that has them"),
};
const points = z.array(z.tuple([age, z.number()])).min(1);

const complication = z.strictObject({
  code: diagnosis,
  display,
  percent: percent.describe("of pregnancies, by the mother's age when she gives birth"),
  week: z.int().min(4).max(42).describe("from which it is on record, where the pregnancy lasts so long"),
  weeksAfter: z.number().min(0).max(52).optional().describe("until it is over, after the birth. Default 0"),
  endsBy: z.int().min(24).max(42).optional().describe("the week by whose end the child is born at the latest"),
  without: name.optional().describe("a condition: whoever has it does not get this"),
  moves: z.record(name, z.number()).optional().describe("what it adds to measures at visits for the pregnancy, in their units"),
  delivery: z.strictObject({ code: diagnosis, display }).optional().describe("what the delivery is coded as, where it is for this"),
});

export const pregnancy = z
  .strictObject({
    prenatalWeeks: z.array(z.int().min(4).max(41)).describe("weeks of pregnancy in which somebody is seen"),
    kept: percent.describe("of those visits"),
    visits: z
      .record(
        week,
        z.strictObject({ ...done, imaging: z.record(name, share).optional().describe("pictures, with the share that has them") }),
      )
      .optional()
      .describe("what is done at the visit of a week; 0: at every one"),
    cesarean: share.describe("of first deliveries; more often of twins and before 34 weeks, a third as often after a birth without one"),
    cesareanAgain: share.optional().describe("of deliveries of women who had one before. Default 0.86"),
    nights: z
      .strictObject({ vaginal: range.describe("nights, at least and at most"), cesarean: range.describe("nights, at least and at most") })
      .describe("in hospital after a birth"),
    complications: z.record(name, complication.nullable()).optional().describe("what may come with a pregnancy, by name"),
    changes: z
      .record(
        name,
        z.strictObject({
          during: points.describe("[week of pregnancy, what is added]"),
          after: points.optional().describe("[week after the birth, what is added]. Default nothing"),
          spread: share.optional().describe("standard deviation between pregnancies, as a share of it. Default 0"),
        }),
      )
      .optional()
      .describe("what pregnancy adds to measures, in their units, with straight lines between the points"),
    newborn: z
      .strictObject({
        atBirth: z.array(name).optional().describe("measures taken at once, beside the vital signs"),
        asks: z.array(name).optional().describe("measures taken on the days after. Default the vital signs"),
        panels: z.record(name, share).optional().describe("tests on the day after, with the share that has them"),
        jaundice: z
          .strictObject({
            percent: percent.describe("by week of pregnancy at birth"),
            moves: z.record(name, z.number()).describe("what it adds to measures, in their units"),
          })
          .optional()
          .describe("jaundice of the first days that is written down"),
      })
      .optional()
      .describe("what is done with a child between birth and going home"),
    source,
  })
  .describe("what precedes and surrounds the births that a population has");

export type PregnancySpec = z.infer<typeof pregnancy>;
export type ComplicationSpec = z.infer<typeof complication>;
