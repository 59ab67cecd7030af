import { z } from "zod";
import { age, name, numbers, source } from "./curves.ts";

const race = z.enum(["white", "black", "hispanic", "asian", "other"]);

/** Correlations of normal scores, fitted all together. Others are declared with the variable that depends: `odds`, `correlates`. */
export const correlations = z
  .strictObject({
    variables: z.array(name).min(2).describe("measures, conditions, treatments and risk factors, in the order of the matrices"),
    strata: z
      .array(
        z.strictObject({
          sex: z.enum(["female", "male"]).describe("of the people whose correlations they are"),
          ages: z.tuple([age, age]).describe("on the reference date, both included"),
          matrix: z.array(numbers).min(2).describe("correlations of normal scores: a row a variable, up to its 1"),
          races: z
            .partialRecord(
              race,
              z.strictObject({
                share: z.number().min(0).max(1).describe("of people"),
                means: numbers.describe("mean normal score of each variable"),
              }),
            )
            .optional()
            .describe("share of people and mean normal score of each variable; the matrix holds over all of them"),
        }),
      )
      .min(1)
      .describe("a matrix for each sex and range of ages"),
    source,
  })
  .describe("correlations between what people have and what is measured of them, by sex and age");

export type CorrelationsSpec = z.infer<typeof correlations>;
