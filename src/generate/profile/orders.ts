import { z } from "zod";
import { icd10, name, source } from "./curves.ts";
import { display } from "./shared.ts";

const loinc = z
  .string()
  .regex(/^\d{1,7}-\d$/, "expected a LOINC code")
  .describe("LOINC");
const cents = z.int().min(0).describe("what is billed for it, in cents");

export const panels = z
  .record(
    name,
    z
      .strictObject({
        code: loinc,
        display,
        measures: z.array(name).min(1).describe("that it reports, in their order"),
        hours: z
          .tuple([z.number().min(0), z.number().min(0)])
          .optional()
          .describe("until the result, which comes on the same day, at least and at most. Default 1 to 8"),
        cents,
        source,
      })
      .nullable(),
  )
  .describe("laboratory tests that are ordered together, by name");

export const imaging = z
  .record(
    name,
    z
      .strictObject({
        code: loinc,
        display,
        modality: z
          .string()
          .regex(/^[A-Z]{2,4}$/)
          .describe("as DICOM has it: CR, CT, MR, US, MG"),
        usual: z.array(z.string().min(1).max(300)).min(1).describe("conclusions, without identifiers, where nothing else is to be seen"),
        cents,
        recalls: z
          .strictObject({
            says: z.string().min(1).max(100).describe("how a conclusion begins that calls for another picture"),
            imaging: name.describe("the other picture"),
            days: z.tuple([z.int().min(5), z.int().min(5)]).describe("until then, at least and at most"),
            share: z.number().min(0).max(1).describe("of people, who come"),
            code: icd10.describe("what they come for"),
            display,
          })
          .optional()
          .describe("a visit of its own for what cannot be left at that"),
        source,
      })
      .nullable(),
  )
  .describe("pictures that are ordered, by name");

export type PanelSpec = NonNullable<z.infer<typeof panels>[string]>;
export type ImagingSpec = NonNullable<z.infer<typeof imaging>[string]>;
