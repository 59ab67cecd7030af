import { z } from "zod";

/** What conditions, treatments, factors, allergies and measures are called in a profile: one namespace. */
export const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "expected a name of lower-case letters, digits and hyphens");

export const age = z.number().min(0).max(120);

const ascending = (list: readonly (readonly [number, number])[]): boolean => list.every(([at], i) => i === 0 || list[i - 1]![0] < at);

const curveOf = (value: z.ZodNumber) =>
  z.union([
    value,
    z
      .array(z.tuple([age, value]))
      .min(1)
      .refine(ascending, "expected ascending ages"),
  ]);

const bySex = <T extends z.ZodType>(schema: T) =>
  z.union([schema, z.strictObject({ female: schema.describe("of women and girls"), male: schema.describe("of men and boys") })]);

/** A number, or points `[age, number]` with straight lines between them; for everybody or by sex. */
export const curve = bySex(curveOf(z.number()));

/** The same, of percent. */
export const percent = bySex(curveOf(z.number().min(0).max(100)));

/** A row of numbers: a list, or text with a space between them. */
export const numbers = z.union([
  z.array(z.number()).min(1),
  z
    .string()
    .max(4000)
    .refine(
      (text) => text.split(" ").every((part) => part !== "" && Number.isFinite(Number(part))),
      "expected numbers with a space between",
    ),
]);

export type Curve = z.infer<typeof curve>;
export type Numbers = z.infer<typeof numbers>;

export const icd10 = z.string().regex(/^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/, "expected an ICD-10-CM code");
export const source = z.string().max(300).optional().describe("where the figures come from: survey, year, table; or: judgement");
