import { z } from "zod";
import { states } from "../../tables/places.ts";

const age = z.int().min(0).max(110);
const block = z.int().min(0).max(99_999);
const abbreviations = states.map(({ abbreviation }) => abbreviation);

/** How many of some people, exactly. */
export const quotas = {
  schema: z
    .array(
      z.strictObject({
        exactly: z.int().min(0).max(1000).describe("how many of each block of 1,000 patients, alive on the reference date"),
        per: z.literal(1000).describe("the block: patients 0-999, 1000-1999, …"),
        blocks: z
          .tuple([block, block])
          .refine(([first, last]) => first <= last, "expected the lower block first")
          .optional()
          .describe("the first and the last block it holds for, counting from 0; absent: all"),
        where: z
          .strictObject({
            ages: z
              .tuple([age, age])
              .refine(([from, to]) => from <= to && from <= 100, "expected the younger age first, 100 at most")
              .optional()
              .describe("on the reference date; 100 stands for all older ages too"),
            sex: z.enum(["female", "male"]).optional().describe("absent: either"),
            states: z.array(z.enum(abbreviations)).min(1).optional().describe("where they live, by USPS abbreviation"),
            condition: z
              .string()
              .regex(/^[a-z0-9-]{1,60}$/, "expected the name of a condition of the profile")
              .optional()
              .describe("that they have on the reference date, by its name in the profile"),
          })
          .describe("who is counted"),
      }),
    )
    .max(20)
    .describe("exact counts: as many as said have all of it, and nobody else in the block has"),
  defaults: [],
};
