import { z } from "zod";
import { name, source } from "./curves.ts";
import { diagnosis, display } from "./shared.ts";

const drug = z.strictObject({
  share: z.number().positive().optional().describe("of the drugs of this name; they need not sum to 1. Default 1"),
  strengths: z
    .array(
      z.strictObject({
        code: z
          .string()
          .regex(/^\d{1,8}$/, "expected an RxNorm concept")
          .describe("RxNorm, of a clinical drug"),
        display,
        instructions: z.string().min(1).max(200).optional().describe("where they differ from the drug's"),
      }),
    )
    .min(1)
    .describe("ascending: who needs more gets the next"),
  instructions: z.string().min(1).max(200).describe("how it is taken, as a prescription says it"),
  ages: z
    .tuple([z.number().min(0), z.number().min(0)])
    .optional()
    .describe("at which it is given, the first included and the second not. Default all"),
  quantity: z.number().positive().describe("handed out at a time"),
  days: z.int().min(1).describe("that it lasts"),
  with: z.array(name).min(1).optional().describe("treatments: only who takes one of them is given this"),
  avoid: z
    .array(name)
    .optional()
    .describe(
      "allergies, conditions, treatments and medications by name, acute conditions that were ever recorded, pregnancy, or childbed (six weeks after a birth): whoever has one, or takes it, is not given this",
    ),
});

const medication = z
  .strictObject({
    drugs: z.array(drug).min(1).describe("those that may be prescribed under the name"),
    refills: z
      .int()
      .min(0)
      .max(24)
      .optional()
      .describe(
        "of a prescription and of each renewal. Default 0: a course that ends by itself. With refills it is renewed for as long as it is needed",
      ),
    stronger: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe(
        "share of people who need the next strength: of those who take it from before the record; in the first year, where no goal steps it. Default 0",
      ),
    changed: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe("share who do not tolerate it and get another drug of this name, in the first year. Default 0"),
    otherwise: z
      .strictObject({ code: diagnosis, display })
      .optional()
      .describe("what else it is taken for, and recorded, by those who have none of the conditions of the treatment"),
    source,
  })
  .nullable();

export const medications = z
  .record(name, medication)
  .describe("what is prescribed: of the treatments by their names, and what acute conditions and procedures name");

export type MedicationSpec = NonNullable<z.infer<typeof medication>>;
export type DrugSpec = MedicationSpec["drugs"][number];
