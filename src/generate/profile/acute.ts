import { z } from "zod";
import { curve, name, percent, source } from "./curves.ts";
import { diagnosis, display, needs } from "./shared.ts";

const share = z.number().min(0).max(1);
const conclusion = z.string().min(1).max(300);
const conclusions = z
  .union([conclusion, z.array(conclusion).min(1)])
  .describe("the report's conclusion, or several as likely, without identifiers");

/** The same at another place: the other ankle, another lobe. */
const variant = z.strictObject({
  share: share.describe("of people; the rest have it as the illness itself says"),
  code: diagnosis,
  display,
  complaint: z.string().min(1).max(100).optional().describe("in place of the illness's own"),
  shows: z.record(name, conclusions).optional().describe("by the name of imaging"),
});

export const acute = z
  .strictObject({
    code: diagnosis,
    display,
    complaint: z.string().min(1).max(100).describe("as a patient would put it, and a note quotes it"),
    needs: needs.optional(),
    among: name.optional().describe("only those have it who have this condition"),
    office: curve.optional().describe("weight among the reasons for a visit that is for something new, by sex and age"),
    emergency: curve.optional().describe("weight among the reasons to go to an emergency department"),
    months: z.array(z.number().min(0)).length(12).optional().describe("weights from January to December. Default even"),
    lasts: z.tuple([z.int().min(0), z.int().min(0)]).describe("days, at least and at most"),
    admitted: percent.optional().describe("of those seen in an emergency department, by age. Default 0"),
    nights: z.number().positive().optional().describe("median of a stay for it; the profile's spread holds"),
    severity: z
      .strictObject({ mild: share.describe("of cases"), moderate: share.describe("of cases"), severe: share.describe("of cases") })
      .optional()
      .describe("how bad it is, where a record says so"),
    drugs: z.record(name, share).optional().describe("prescribed to go home with: the shares, each on its own"),
    hospitalDrugs: z.record(name, share).optional().describe("given during a stay"),
    panels: z.record(name, share).optional().describe("laboratory tests, with the share that has them"),
    imaging: z
      .record(name, z.strictObject({ share: share.describe("of cases that have it"), shows: conclusions }))
      .optional()
      .describe("pictures, and what they show"),
    procedures: z.record(name, share).optional().describe("in an office or emergency department"),
    hospitalProcedures: z.record(name, share).optional().describe("during a stay, with the share of stays"),
    until: z.array(name).min(1).optional().describe("procedures after which nobody has it again: what it comes from was taken out"),
    variants: z.array(variant).min(1).optional().describe("other places or sides of it; a person has it at one"),
    moves: z.record(name, z.number()).optional().describe("what it adds to measures while it is there, in their units"),
    source,
  })
  .describe("a reason to seek care that passes");

export const acutes = z.record(name, acute.nullable()).describe("reasons to seek care that pass, by name");

export type AcuteSpec = z.infer<typeof acute>;
