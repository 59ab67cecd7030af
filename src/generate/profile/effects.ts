import { z } from "zod";
import { name, source } from "./curves.ts";

const change = z
  .strictObject({
    add: z.number().optional().describe("in the measure's units, from its beginning on, against the time before"),
    times: z.number().min(0.1).max(10).optional().describe("a factor, from its beginning on, against the time before"),
    within: z.int().min(1).max(3650).optional().describe("days until all of it is there. Default 30"),
    perYear: z.number().optional().describe("in the measure's units, for each year that it lasts, up to twenty"),
  })
  .refine(({ add, times, perYear }) => [add, times, perYear].filter((each) => each !== undefined).length === 1, {
    message: "expected one of add, times and perYear",
  });

const effect = z
  .strictObject({
    on: z.record(name, change).describe("measures that have a distribution"),
    source,
  })
  .nullable();

/** An entry of null takes away what the extended profile declares. */
export const effects = z
  .record(name, effect)
  .describe(
    "what a treatment or a condition with a percentage changes in people over time. On the reference date distributions hold as they are, over people with it and without: who has it then measured the more or less before, and who gets it later measures the more or less then",
  );

export type EffectSpec = NonNullable<z.infer<typeof effects>[string]>;
export type ChangeSpec = z.infer<typeof change>;
