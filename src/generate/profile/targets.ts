import { z } from "zod";
import { eventTables, races } from "../../evaluate/population/trait.ts";

const words = z.array(z.string().min(1).max(100)).min(1);
const age = z.int().min(0).max(120);

const target = z
  .strictObject({
    name: z.string().min(1).max(120).describe("as reports call it"),
    of: z
      .enum(["prevalence", "mean", "share", "rate", "dispersion", "correlation"])
      .describe(
        "prevalence of conditions or drugs; mean of a measure; share of people whose measure or number of events is in a range, whose measures are all in theirs, or of hospital stays that are followed by another within 30 days; events a person and year; dispersion, the variance of a year's events over their mean; Spearman's correlation of two measures, or of one and age",
      ),
    conditions: words.optional().describe("beginnings of ICD-10-CM codes"),
    drugs: words.optional().describe("RxNorm codes, or words of drugs' names"),
    measure: words.optional().describe("LOINC codes of one measure: the latest value counts"),
    with: z
      .union([z.literal("age"), words])
      .optional()
      .describe("of a correlation: age, or LOINC codes of another measure"),
    from: z.number().optional().describe("of a share: the least value, included"),
    below: z.number().optional().describe("of a share: the greatest value, not included"),
    all: z
      .array(
        z.strictObject({
          measure: words.describe("LOINC codes of one measure: the latest value counts"),
          from: z.number().optional().describe("the least value, included"),
          below: z.number().optional().describe("the greatest value, not included"),
        }),
      )
      .min(2)
      .optional()
      .describe("of a share: measures that are each in its range, such as a controlled pressure; of those who have all of them"),
    events: z
      .enum([...eventTables, "readmissions", "deaths", "drugs"])
      .optional()
      .describe("in the year before the day of the record; drugs: how many different ones are taken on that day"),
    class: z.enum(["ambulatory", "emergency", "inpatient", "virtual"]).optional().describe("of encounters"),
    codes: words.optional().describe("only events with one of these: CVX, RxNorm, HCPCS"),
    ever: z.literal(true).optional().describe("events of the whole record, not of a year"),
    where: z
      .strictObject({
        ages: z
          .tuple([age, age])
          .refine(([from, to]) => from <= to, "expected the younger age first")
          .optional()
          .describe("in whole years on the day of the record, both included"),
        sex: z.enum(["female", "male"]).optional().describe("absent: either"),
        race: z.enum(races).optional().describe("race and Hispanic origin together, as surveys tell them"),
        states: words.optional().describe("where they live, by USPS abbreviation"),
        conditions: words.optional().describe("people who have one of these: beginnings of ICD-10-CM codes"),
        drugs: words.optional().describe("people who take one of these: RxNorm codes, or words of drugs' names"),
      })
      .optional()
      .describe("of which people"),
    value: z.number().describe("shares from 0 to 1"),
    tolerance: z.number().min(0).describe("either way, in the unit of the value"),
    source: z.string().min(1).max(300).describe("survey, year, table; or: judgement"),
    grade: z
      .enum(["round trip", "calibration", "out of sample"])
      .describe("round trip: the profile declares it; calibration: something was fitted on it; out of sample: nothing was"),
  })
  .refine(
    ({ of, conditions, drugs, measure, all, events, from, below, with: other }) => {
      const given = [conditions, drugs, measure, all, events].filter((each) => each !== undefined).length;
      if (given !== 1) return false;
      if (of === "prevalence") return conditions !== undefined || drugs !== undefined;
      if (of === "mean") return measure !== undefined;
      if (of === "share") {
        if (measure || all || events === "readmissions") return true;
        return events !== undefined && events !== "deaths" && (from !== undefined || below !== undefined);
      }
      if (of === "correlation") return measure !== undefined && other !== undefined;
      return events !== undefined && events !== "readmissions" && events !== (of === "rate" ? "drugs" : "deaths");
    },
    {
      message:
        "expected what the target is of: conditions or drugs of a prevalence, a measure of a mean, share or correlation, events of a rate, or of a share with from or below",
    },
  );

/** Figures that must come out, which `scrubjay evaluate population` checks. */
export const targets = {
  schema: z.array(target).describe("figures that must come out: scrubjay evaluate population fails where one does not"),
  defaults: [] as z.infer<typeof target>[],
};
