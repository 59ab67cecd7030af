import { z } from "zod";
import { name, source } from "./curves.ts";
import { panelRecalls, pictureRecalls } from "./recalls.ts";
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
        recalls: panelRecalls.optional(),
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
        recalls: pictureRecalls.optional(),
        source,
      })
      .nullable(),
  )
  .describe("pictures that are ordered, by name");

export type PanelSpec = NonNullable<z.infer<typeof panels>[string]>;
export type ImagingSpec = NonNullable<z.infer<typeof imaging>[string]>;
