import { z } from "zod";
import { age, icd10, name, percent, source } from "./curves.ts";
import { diagnosis, display, needs } from "./shared.ts";

const share = z.number().min(0).max(1);

const clause = z.union([
  z.strictObject({ takes: z.union([name, z.array(name).min(1)]).describe("a treatment, or one of several") }),
  z.strictObject({ has: name.describe("a condition or risk factor") }),
  z.strictObject({ lacks: name.describe("a condition or risk factor") }),
  z.strictObject({
    measure: name.describe("by what it is on most days"),
    from: z.number().optional().describe("the least value, included"),
    below: z.number().optional().describe("the greatest value, not included"),
  }),
]);

const rule = z.union([
  z.strictObject({ any: z.array(clause).min(1).describe("one of these is enough") }),
  z.strictObject({ all: z.array(clause).min(1).describe("each of these") }),
]);

const sinceOnset = percent.describe(
  "in place of percent: of those who have `among`, by years since its onset: [[0, 5], [20, 40]]. Whoever gets it gets it when the curve comes to their rank, and keeps it",
);

/** What a liability depends on beside sex, age and the fitted correlations. */
const dependence = {
  odds: z
    .record(name, z.number().min(0.05).max(50))
    .optional()
    .describe("odds ratios with other conditions, treatments or risk factors, at a given age and sex; the percentages still come out"),
  correlates: z
    .record(name, z.number().min(-0.95).max(0.95))
    .optional()
    .describe("rank correlations with measures, or of the liabilities of conditions, at a given age and sex"),
};

export const condition = z
  .strictObject({
    code: icd10.optional().describe("ICD-10-CM; without one it is a risk factor, which is not recorded but others may depend on"),
    display: display.optional(),
    needs: needs.optional(),
    earliest: age.optional().describe("before this age nobody has it; percentages rise from 0 there to their first point. Default 0"),
    percent: percent.optional().describe("of people of that age, who have it on a day"),
    among: name.optional().describe("percent is of those who have this one"),
    sinceOnset: sinceOnset.optional(),
    when: rule.optional().describe("has it who fulfils this, by what they measure most days; in place of percent"),
    lasts: z
      .union([z.literal("always"), z.literal("while"), z.tuple([z.number().positive(), z.number().positive()])])
      .optional()
      .describe(
        "always (default): begun, it stays; while: it comes and goes as the percentage passes the person's rank or the rule holds; [a, b]: from a to b years",
      ),
    becomes: z
      .strictObject({ years: z.number().positive().describe("since its onset"), code: diagnosis, display })
      .optional()
      .describe("what a record calls it once it has lasted so many years: a history of it"),
    diagnosed: share.optional().describe("share of those who have it that know and have it on record. Default 1"),
    knownBy: z.array(name).min(1).optional().describe("treatments: whoever begins one of them knows what they have from then on"),
    knownFrom: z
      .record(name, z.number())
      .optional()
      .describe(
        "measures: whoever measures so much or more knows what they have: on most days of the reference date, or in half of the last eighteen months",
      ),
    knownBut: share
      .optional()
      .describe(
        "of those who take, on the reference date, nothing of knownBy but what is for another condition that they have too, the share who take it for that alone, and do not have this one on record",
      ),
    knownWith: name.optional().describe("a condition: who is lucky enough to know of that one knows of this one, and the other way round"),
    severity: z
      .strictObject({ mild: share.describe("of cases"), moderate: share.describe("of cases"), severe: share.describe("of cases") })
      .refine(({ mild, moderate, severe }) => Math.abs(mild + moderate + severe - 1) < 1e-6, "expected shares that sum to 1")
      .optional()
      .describe("how bad it is, where a record says so"),
    ...dependence,
    family: z
      .number()
      .min(0)
      .max(0.5)
      .optional()
      .describe("correlation of liabilities between parents or siblings and the person: family history"),
    death: z
      .strictObject({
        weight: z.number().min(0).describe("beside the weights of what else somebody has"),
        code: diagnosis.optional(),
        display: display.optional(),
      })
      .optional()
      .describe("as a cause of death: its weight beside the other conditions that somebody has, and the code where it is another"),
    source,
  })
  .refine(
    ({ percent, sinceOnset, when }) => [percent, sinceOnset, when].filter((given) => given !== undefined).length === 1,
    "expected one of percent, sinceOnset and when",
  )
  .refine(({ sinceOnset, among }) => sinceOnset === undefined || among !== undefined, "expected among with sinceOnset")
  .refine(({ code, display }) => (code === undefined) === (display === undefined), "expected a display with the code");

export const treatment = z
  .strictObject({
    for: z.array(name).describe("conditions it is taken for, the first that somebody has counts"),
    earliest: age.optional().describe("before this age nobody takes it. Default 0"),
    needs: needs.optional().describe("nobody of the other sex takes it"),
    percent: percent.optional().describe("of people of that age, who take it on a day"),
    sinceOnset: sinceOnset.optional(),
    among: name.optional().describe("percent is of those who have this condition; it begins within three years of its onset"),
    years: z.number().positive().optional().describe("that it is taken, at most. Default for good, or as long as the curve says"),
    ...dependence,
    source,
  })
  .refine(({ percent, sinceOnset }) => (percent === undefined) !== (sinceOnset === undefined), "expected either percent or sinceOnset")
  .refine(({ sinceOnset, among }) => sinceOnset === undefined || among !== undefined, "expected among with sinceOnset")
  .describe("a class of drugs");

const coded = z.strictObject({
  system: z.enum(["ICD-10-CM", "RxNorm"]).describe("of the code"),
  code: z
    .string()
    .regex(/^[0-9A-Z.]{1,10}$/)
    .describe("in that system"),
  display,
});

export const allergy = z.strictObject({
  category: z.enum(["medication", "food", "environment"]).describe("of what it comes from"),
  code: coded.describe("RxNorm ingredient of a drug, ICD-10-CM status code of what else"),
  percent: percent.describe("of people of that age, whose record has it"),
  earliest: age.optional().describe("before this age nobody has it. Default 0"),
  reactions: z
    .array(
      z.strictObject({
        code: diagnosis,
        display,
        share: z.number().positive().describe("beside the other reactions"),
        severity: z.enum(["mild", "moderate", "severe"]).describe("of the reaction"),
      }),
    )
    .min(1)
    .describe("one is drawn, by shares that need not sum to 1"),
  odds: dependence.odds,
  correlates: dependence.correlates,
  source,
});

const orNone = <T extends z.ZodType>(schema: T) => schema.nullable();

/** An entry of null takes away what the extended profile declares. */
export const conditions = z.record(name, orNone(condition)).describe("what people have, by name");
export const treatments = z.record(name, orNone(treatment)).describe("classes of drugs that people take, by name");
export const allergies = z.record(name, orNone(allergy)).describe("what people react to, by name");

export type Clause = z.infer<typeof clause>;

export type ConditionSpec = z.infer<typeof condition>;
export type TreatmentSpec = z.infer<typeof treatment>;
export type AllergySpec = z.infer<typeof allergy>;
