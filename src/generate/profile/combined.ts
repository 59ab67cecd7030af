import { z } from "zod";
import { name, source } from "./curves.ts";
import { diagnosis, display } from "./shared.ts";

const rule = z.strictObject({
  of: name.describe("the condition that is coded otherwise"),
  with: z
    .array(z.union([name, z.array(name).min(1)]))
    .min(1)
    .describe("other conditions that have to be there, each or one of several"),
  code: diagnosis,
  display,
  source,
});

/** An entry of null takes away what the extended profile declares. */
export const combined = z
  .record(name, rule.nullable())
  .describe(
    "codes for what goes together, where ICD-10-CM presumes that one comes of the other: of those of a condition the first that holds",
  );
