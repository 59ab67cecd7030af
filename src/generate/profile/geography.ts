import { z } from "zod";

/** Where people live, more closely than by state. */
export const geography = {
  schema: z
    .strictObject({
      counties: z
        .array(z.string().regex(/^[A-Z]{2}\/\S.{0,60}$/, "expected a state and a county, as in OH/Franklin"))
        .describe("only these counties, as OH/Franklin; none named: all"),
      zips: z
        .array(z.string().regex(/^\d{1,5}$/, "expected one to five digits, in quotes"))
        .describe("only ZIP codes that begin so; none named: all"),
    })
    .describe("which parts of the states"),
  defaults: { counties: [], zips: [] },
};
