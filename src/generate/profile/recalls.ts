import { z } from "zod";
import { icd10, name } from "./curves.ts";
import { display } from "./shared.ts";

const recall = {
  days: z
    .tuple([z.int().min(1), z.int().min(1)])
    .refine(([low, high]) => low <= high, "expected the smaller number first")
    .describe("until then, at least and at most; on the next working day"),
  share: z.number().min(0).max(1).describe("of people, who come"),
  code: icd10.describe("what they come for"),
  display,
  panel: name.optional().describe("the laboratory test that is done then, although it was done not long ago"),
  imaging: name.optional().describe("the picture that is made then"),
  procedure: name.optional().describe("what is done then"),
};

interface Done {
  readonly panel?: string | undefined;
  readonly imaging?: string | undefined;
  readonly procedure?: string | undefined;
}

const isDone = ({ panel, imaging, procedure }: Done): boolean => [panel, imaging, procedure].some((given) => given !== undefined);
const wanted = "expected a panel, imaging or a procedure";

/** What a picture shows that calls for a visit of its own. */
export const pictureRecalls = z
  .array(
    z
      .strictObject({ says: z.string().min(1).max(100).describe("how a conclusion begins that calls for it"), ...recall })
      .refine(isDone, wanted),
  )
  .min(1)
  .describe("visits of their own for what cannot be left at that: the first that fits");

/** What a laboratory test measures that calls for a visit of its own. */
export const panelRecalls = z
  .array(
    z
      .strictObject({
        measure: name.describe("of those that it reports"),
        from: z.number().optional().describe("so much or more calls for it"),
        below: z.number().optional().describe("less than this calls for it"),
        answer: z.string().min(1).max(100).optional().describe("the display of the answer that calls for it"),
        ...recall,
      })
      .refine(isDone, wanted)
      .refine(
        ({ from, below, answer }) => [from, below, answer].filter((given) => given !== undefined).length === 1,
        "expected either from, below or answer",
      ),
  )
  .min(1)
  .describe("visits of their own for what cannot be left at that: the first that fits");

export type PanelRecall = z.infer<typeof panelRecalls>[number];
export type RecallSpec = z.infer<typeof pictureRecalls>[number] | PanelRecall;
