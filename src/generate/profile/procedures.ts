import { z } from "zod";
import { curve, name, source } from "./curves.ts";
import { diagnosis, display, needs } from "./shared.ts";

const procedure = z
  .strictObject({
    system: z
      .enum(["ICD-10-PCS", "HCPCS", "local"])
      .describe("of hospital stays ICD-10-PCS, else HCPCS; CPT never, unless you bring codes and licence"),
    code: z
      .string()
      .regex(/^[A-Za-z0-9-]{4,40}$/)
      .describe("in that system"),
    display,
    minutes: z.tuple([z.int().min(1), z.int().min(1)]).describe("that it takes, at least and at most"),
    cents: z.int().min(0).describe("what is billed for it, in cents"),
    avoid: z
      .array(name)
      .optional()
      .describe("what speaks against what it gives, as of drugs: whoever has or takes it, or reacts to it, is not given it"),
    planned: z
      .strictObject({
        perYear: curve.optional().describe("people of that age to whom it is done in a year, by sex: 0.01 is one in a hundred"),
        course: z
          .strictObject({
            days: z.tuple([z.int().min(0), z.int().min(0)]).describe("from the onset of among to the first time, at least and at most"),
            share: curve.describe("of people of that age at the onset, who have it"),
            times: z.int().min(1).max(60).optional().describe("Default 1"),
            every: z.number().positive().optional().describe("days between two times. Default 7"),
          })
          .optional()
          .describe("in place of perYear: counted from the onset of among"),
        needs: needs.optional(),
        among: name.optional().describe("perYear is of those who have this condition"),
        reason: z.strictObject({ code: diagnosis, display }).optional().describe("Default the condition of among"),
        nights: z
          .tuple([z.int().min(0), z.int().min(0)])
          .optional()
          .describe("in hospital. Default none: it is done in an outpatient visit"),
        once: z.boolean().optional().describe("at most once in a record"),
        drugs: z.record(name, z.number().min(0).max(1)).optional().describe("to go home with"),
      })
      .refine(({ perYear, course }) => (perYear === undefined) !== (course === undefined), "expected either perYear or course")
      .refine(({ course, among }) => course === undefined || among !== undefined, "expected among with course")
      .optional()
      .describe("for what is done at a visit of its own"),
    source,
  })
  .nullable();

export const procedures = z.record(name, procedure).describe("what is done to people, by name");

export type ProcedureSpec = NonNullable<z.infer<typeof procedure>>;
