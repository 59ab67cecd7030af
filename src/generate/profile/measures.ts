import { z } from "zod";
import { age, curve, name, numbers, source } from "./curves.ts";
import { display } from "./shared.ts";

const simple = {
  normal: z
    .strictObject({ mean: curve.describe("in the unit"), sd: curve.describe("standard deviation, in the unit") })
    .optional()
    .describe("normal distribution"),
  lognormal: z
    .strictObject({ median: curve.describe("in the unit"), sigma: curve.describe("standard deviation of the natural logarithm") })
    .optional()
    .describe("lognormal distribution"),
  gamma: z
    .strictObject({ shape: curve.describe("mean²/variance"), scale: curve.describe("variance/mean, in the unit") })
    .optional()
    .describe("gamma distribution"),
  beta: z
    .strictObject({
      a: curve.describe("first parameter of the shape"),
      b: curve.describe("second parameter of the shape"),
      low: z.number().describe("the least value, in the unit"),
      high: z.number().describe("the greatest value, in the unit"),
    })
    .optional()
    .describe("beta distribution between two values"),
};

const one = (value: object): boolean => Object.entries(value).filter(([key, given]) => key !== "share" && given !== undefined).length === 1;

const byAge = z.record(z.string().regex(/^\d{1,3}(?:\.\d)?$/, "expected an age"), numbers);

const whole = {
  ...simple,
  mixture: z
    .array(
      z
        .strictObject({ share: z.number().min(0).max(1).describe("of values that come from it"), ...simple })
        .refine(one, "expected a share and one distribution"),
    )
    .min(2)
    .optional()
    .describe("shares that sum to 1"),
  quantiles: z
    .strictObject({
      levels: numbers.describe("ascending, from 0 to 1; beyond the first and last the outer slopes go on in normal scores"),
      female: byAge.describe("by age, the values at the levels; straight lines between ages"),
      male: byAge.describe("the same of men"),
    })
    .optional()
    .describe("empirical quantiles"),
  lms: z
    .strictObject({
      female: byAge.describe("by age in months: L, M and S of a growth chart (Cole's method)"),
      male: byAge.describe("the same of boys"),
      mean: z.number().optional().describe("of the z-scores of the people. Default 0"),
      sd: z.number().positive().optional().describe("of the z-scores. Default 1"),
    })
    .optional()
    .describe("growth chart"),
};

const piece = z
  .strictObject({ ages: z.tuple([age, age]).describe("youngest and oldest age of the piece"), ...whole })
  .refine(({ ages: _, ...rest }) => one(rest), "expected one distribution");

const marginal = z
  .strictObject({
    ...whole,
    pieces: z.array(piece).min(2).optional().describe("by age, ascending; values go over in a straight line between two"),
  })
  .refine(one, "expected one distribution");

const answer = z.strictObject({
  has: name.optional().describe("a condition or risk factor; without one, whoever none of the answers before fits"),
  share: z.number().min(0).max(1).optional().describe("of people, who keep their answer; the last that fits has what is left. Default 1"),
  code: z
    .string()
    .regex(/^[A-Z0-9-]{1,12}$/)
    .describe("LOINC answer (LA…), or a code of the value set in use"),
  display,
});

export const formulas = ["bmi", "weight", "egfr", "ldl-friedewald", "map", "non-hdl", "hematocrit", "birth-weight", "gestation"] as const;

export const measure = z
  .strictObject({
    code: z
      .string()
      .regex(/^(?:LA)?\d{1,7}-\d$/, "expected a LOINC code")
      .optional()
      .describe("LOINC; without one it is not reported, but others may be computed from it"),
    display: display.optional(),
    category: z.enum(["vital-signs", "laboratory", "social-history", "survey"]).optional().describe("as FHIR calls it"),
    unit: z.string().min(1).max(30).optional().describe("UCUM"),
    decimals: z.int().min(0).max(4).optional().describe("Default 0"),
    infants: z.int().min(0).max(4).optional().describe("decimals before the second birthday. Default decimals"),
    ages: z.tuple([age, age]).optional().describe("ages at which it is measured"),
    marginal: marginal.optional().describe("by sex and age, over everybody"),
    by: z
      .strictObject({
        condition: name.describe("a condition or risk factor"),
        with: marginal.describe("of those who have it"),
        without: marginal.describe("of the others"),
      })
      .optional()
      .describe("in place of marginal: one for those who have a condition on that day and one for the others"),
    computed: z
      .strictObject({
        formula: z.enum(formulas).describe("which"),
        from: z.array(name).max(5).describe("measures, in the order given here"),
      })
      .optional()
      .describe(
        "from the values as reported: bmi [weight, height], egfr [creatinine] by CKD-EPI 2021, ldl-friedewald [total, HDL, triglycerides], map [systolic, diastolic], non-hdl [total, HDL], hematocrit [hemoglobin] by three; weight [body mass index, height]; birth-weight [weight], in grams; gestation [], whole weeks of pregnancy at birth",
      ),
    answers: z.array(answer).min(1).optional().describe("in place of a number: the first that fits"),
    settles: age.optional().describe("from this age on a person's value stays; before it, the growth chart leads up to it. For height"),
    effects: z
      .array(
        z
          .strictObject({
            of: name.describe("a condition, risk factor or treatment"),
            sd: z.number().optional().describe("standard deviations"),
            units: z.number().optional().describe("in the unit, added to the value"),
          })
          .refine(({ sd, units }) => (sd === undefined) !== (units === undefined), "expected either sd or units"),
      )
      .optional()
      .describe(
        "of conditions and treatments: in standard deviations, with the rest moved so that the distribution stays; or in units, added to it",
      ),
    correlates: z.record(name, z.number().min(-0.95).max(0.95)).optional().describe("rank correlations with other measures or liabilities"),
    persistence: z
      .number()
      .min(0.05)
      .max(1)
      .optional()
      .describe("correlation between two occasions years apart within a person of one age. Default 1"),
    steady: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe(
        "of what differs between occasions, the share that changes only over months. Default 0.45 of vital signs, 0.85 of laboratory tests, 0.6 of surveys, 0.98 of what is not reported itself",
      ),
    range: z.tuple([z.number(), z.number()]).optional().describe("values beyond are set to its ends; a computed one is then not reported"),
    under: z
      .strictObject({ measure: name.describe("the greater one"), by: z.number().describe("in the unit") })
      .optional()
      .describe("at least so much below another measure"),
    missing: z
      .strictObject({
        share: z.number().min(0).max(1).describe("of occasions"),
        slope: z
          .number()
          .min(-5)
          .max(5)
          .optional()
          .describe("how much likelier, in normal scores, for each standard deviation of the value. Default 0"),
      })
      .optional()
      .describe("share of occasions on which it is asked for and not obtained"),
    usual: z
      .union([
        z.tuple([z.number(), z.number()]),
        z.strictObject({
          female: z.tuple([z.number(), z.number()]).describe("of women"),
          male: z.tuple([z.number(), z.number()]).describe("of men"),
        }),
      ])
      .optional()
      .describe("the limits that a report prints beside it"),
    usualFrom: age.optional().describe("the age from which they hold, before which none are printed. Default 0"),
    source,
  })
  .refine(
    ({ marginal, by, computed, answers }) => [by ?? marginal, computed, answers].some((given) => given !== undefined),
    "expected marginal, by, computed or answers",
  )
  .refine(
    ({ code, display, category }) => code === undefined || (display !== undefined && category !== undefined),
    "expected display and category",
  );

/** An entry of null takes away what the extended profile declares. */
export const measures = z.record(name, measure.nullable()).describe("what is measured of people, by name");

export type MeasureSpec = z.infer<typeof measure>;
export type MarginalSpec = z.infer<typeof marginal>;
export type PieceSpec = z.infer<typeof piece>;
export type SimpleSpec = Pick<MarginalSpec, "normal" | "lognormal" | "gamma" | "beta">;
export type Formula = (typeof formulas)[number];
