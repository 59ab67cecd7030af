import { z } from "zod";
import { type Category, categories } from "../identifiers/category.ts";
import { transformNames, transforms } from "../transform/index.ts";

/** What an output claims to be; each lists what it permits in `standards.ts`. */
export const standardNames = ["safe-harbor", "limited-data-set", "expert-determination"] as const;
export type StandardName = (typeof standardNames)[number];

/** Whose identifier it is, where that is not the subject. */
export const roleNames = ["provider", "facility", "relative"] as const;

const categoryNames = Object.keys(categories) as [Category, ...Category[]];

/** The schema of a policy as it is written; `kindNames` are the kinds that it may name. */
export function policySchema(kindNames: readonly [string, ...string[]]) {
  const kind = z.enum(kindNames).meta({ id: "kind", description: "A kind of identifier: `scrubjay list kinds`." });
  const single = z
    .union(
      [
        z.enum(transformNames),
        z.discriminatedUnion(
          "use",
          // Every transform gives its own options; zod asks for a list that is not empty.
          transforms.map(({ name, options }) => options.extend({ use: z.literal(name) })) as unknown as [z.ZodObject, ...z.ZodObject[]],
        ),
      ],
      { error: "not a rule" },
    )
    .meta({ id: "transform", description: "A transform by name, or `use` with its options: `scrubjay list transforms`." });
  const rule = z
    .union(
      [
        single,
        z.strictObject({
          value: single.describe("Where the whole value of a slot is one."),
          prose: single.optional().describe("Where one stands in prose. Default: as `value`."),
          key: single.optional().describe("Where an object key or a header is one. Default: as `value`."),
        }),
      ],
      { error: "not a rule" },
    )
    .meta({ id: "rule" });
  const byCategory = z.partialRecord(z.enum(categoryNames), rule).describe("Rules by paragraph of 45 CFR 164.514(b)(2)(i), A to R.");
  const byKind = z.partialRecord(kind, rule).describe("Rules for single kinds; they win over those of their category.");
  const roleRules = z.strictObject({ rules: byCategory.optional(), kinds: byKind.optional() });
  const slot = z.strictObject({
    is: z
      .union([z.enum(["prose", "clinical", "unknown"]), kind], { error: "not a kind, prose, clinical or unknown" })
      .describe("What the slot holds."),
    rule: single.optional().describe("What is done to it. Default: the policy's rule for what it holds."),
    role: z
      .enum(["subject", ...roleNames])
      .optional()
      .describe("Whose identifier it is. Default: the subject's."),
    dateOrder: z.enum(["mdy", "dmy"]).optional().describe("How 3/4/2021 is read here."),
    epoch: z.enum(["s", "ms"]).optional().describe("Counts seconds or milliseconds since 1970."),
    excelSerial: z.literal(true).optional().describe("Counts days as spreadsheets do."),
    reference: z.literal(true).optional().describe("Values such as `Patient/123`: only what follows the prefix is the identifier."),
    uuids: z.literal(true).optional().describe("Values are wholly UUIDs."),
    documents: z.literal(true).optional().describe("Values are documents or encoded text, to be opened or removed."),
    codes: z.literal(true).optional().describe("Values are codes or abbreviations: one in capitals is no surprise."),
    small: z.literal(true).optional().describe("Few values that repeat: a new one is a surprise."),
    evidence: z
      .union([z.string(), z.strictObject({ by: z.string(), entriesRead: z.int().nonnegative().optional(), why: z.string().optional() })])
      .optional()
      .describe("On what the verdict rests, for a reader; nothing depends on it."),
  });

  return z
    .strictObject({
      $schema: z.string().optional(),
      name: z
        .string()
        .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, "a name is lower-case letters, digits, dots and dashes")
        .describe("Stands in the manifest."),
      title: z.string().optional().describe("One line for `scrubjay list policies`."),
      standard: z.enum(standardNames).optional().describe("What the output claims to be. Default: that of the policy it extends."),
      extends: z.enum(standardNames).optional().describe("A built-in policy; what is written here wins over it."),
      rules: byCategory.optional(),
      kinds: byKind.optional(),
      roles: z
        .strictObject({ provider: roleRules.optional(), facility: roleRules.optional(), relative: roleRules.optional() })
        .optional()
        .describe("Rules for identifiers of others than the subject; they win over `kinds` and `rules`."),
      surrogates: z
        .array(z.union([z.enum(categoryNames), kind]))
        .optional()
        .describe("What --surrogates replaces by invented values instead of removing it."),
      text: z
        .strictObject({
          timesOfDay: z.enum(["keep", "redact"]).optional().describe("Times of day that stand alone in prose, and durations."),
          weekdays: z.enum(["keep", "redact"]).optional().describe("Days of the week that stand alone in prose."),
        })
        .optional(),
      subjects: z.array(kind).optional().describe("The kinds that say whose record it is, best first."),
      inputs: z
        .record(z.string(), z.strictObject({ slots: z.record(z.string(), slot) }))
        .optional()
        .describe("A classification of your own, by name of the input (`*` and `?` allowed). A slot that is not named is then refused."),
    })
    .describe("A Scrubjay policy: what is done to each of the 18 identifiers of 45 CFR 164.514(b)(2)(i).");
}

export type PolicySource = z.infer<ReturnType<typeof policySchema>>;
export type SlotSource = NonNullable<PolicySource["inputs"]>[string]["slots"][string];
