import { z } from "zod";
import { name, percent, source } from "./curves.ts";
import { display, needs } from "./shared.ts";

const immunization = z
  .strictObject({
    code: z
      .string()
      .regex(/^\d{2,3}$/, "expected a CVX code")
      .describe("CVX"),
    display,
    doses: z
      .array(
        z.strictObject({
          months: z.number().min(0).describe("age at which it is due"),
          after: z.int().min(0).optional().describe("days from the dose before, at least. Default 28"),
        }),
      )
      .min(1)
      .optional()
      .describe("a series, by age"),
    until: z.number().min(0).optional().describe("age in months beyond which no dose is given any more"),
    every: z
      .strictObject({
        years: z.number().positive().describe("between two of them"),
        from: z.number().min(0).describe("age in years"),
        to: z.number().min(0).optional().describe("age in years, beyond which none is due. Default none"),
        months: z
          .tuple([z.int().min(1).max(12), z.int().min(1).max(12)])
          .optional()
          .describe("season in which it is given: [9, 2] is September to February"),
      })
      .optional()
      .describe("in place of doses: again and again"),
    pregnancy: z
      .strictObject({
        weeks: z.tuple([z.int().min(4).max(42), z.int().min(4).max(42)]).describe("weeks of pregnancy, both included"),
        months: z
          .tuple([z.int().min(1).max(12), z.int().min(1).max(12)])
          .optional()
          .describe("season in which it is given"),
      })
      .optional()
      .describe("in place of doses: in each pregnancy"),
    against: name.optional().describe("those that share it are given one for the other: never two in a season"),
    needs: needs.optional().describe("only people of this sex are due"),
    since: z.int().optional().describe("year from which it is given"),
    clinic: percent
      .optional()
      .describe(
        "with a season: of those who accept it, the share that would come for it alone; who has had it by then does not. Default 0",
      ),
    taken: percent.describe("of people of that age who accept what is due"),
    source,
  })
  .refine(
    ({ doses, every, pregnancy }) => [doses, every, pregnancy].filter((given) => given !== undefined).length === 1,
    "expected one of doses, every and pregnancy",
  )
  .refine(({ clinic, every }) => clinic === undefined || every?.months !== undefined, "a clinic wants a season: every with months")
  .nullable();

export const immunizations = z.record(name, immunization).describe("vaccines by schedule, by name");

export type ImmunizationSpec = NonNullable<z.infer<typeof immunization>>;
