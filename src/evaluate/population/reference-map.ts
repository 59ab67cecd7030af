import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { DeidError } from "../../errors.ts";
import { races, type Trait } from "./trait.ts";

const text = z.string().min(1).max(200);
const name = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "expected a name of lower-case letters, digits and hyphens");
const words = z.array(text).min(1);

const column = z
  .strictObject({
    column: text.describe("its name in the reference file"),
    values: z
      .record(z.string(), z.union([z.number(), z.enum(["female", "male"]), z.enum(races)]))
      .optional()
      .describe("the number for each word; others are missing. Without it the column holds numbers"),
    decimals: z.int().min(0).max(6).optional().describe("both sides are rounded so"),
    cap: z.number().optional().describe("both sides end there"),
    trait: z.enum(["age", "sex", "race"]).optional(),
    loinc: words.optional(),
    cut: z.array(z.number()).optional().describe("our value is put into classes that begin here"),
    answers: z.array(words).optional().describe("our answer is the place of the first list of which it holds a word"),
    conditions: words.optional().describe("beginnings of ICD-10-CM codes; codes of digits alone are matched whole"),
    drugs: words.optional().describe("RxNorm codes, or words of drugs' names"),
    treatment: name.optional().describe("the profile's name for the class of these drugs, for --examine"),
  })
  .refine(({ trait, loinc, conditions, drugs }) => [trait, loinc, conditions, drugs].filter((each) => each !== undefined).length === 1, {
    message: "expected one of trait, loinc, conditions, drugs",
  });

const bound = z.strictObject({ column: name, from: z.number().optional(), below: z.number().optional() });
const clause = z.union([z.strictObject({ all: z.array(bound).min(1) }), z.strictObject({ any: z.array(bound).min(1) })]);

const schema = z.strictObject({
  reference: text.describe("what the rows are"),
  source: text,
  weight: text.optional().describe("the column with a row's weight; without it all count the same"),
  period: z
    .strictObject({ column: text, fit: words.optional(), test: words })
    .optional()
    .describe("which rows the generator was fitted on, and which were held out; without it nothing was fitted on any"),
  ages: z.tuple([z.number(), z.number()]).describe("of the rows, and so of our people"),
  columns: z.record(name, column),
  changed: z
    .array(name)
    .optional()
    .describe(
      "columns measured otherwise in the held-out rows than in those fitted on: the classifier is told to separate without them too",
    ),
  match: z.array(name).optional().describe("columns in which our people are weighted to be as the rows are: age by five years"),
  cells: z
    .array(z.number())
    .optional()
    .describe("ages at which cells begin: the distribution of each measure is held against the rows by sex and these"),
  tasks: z
    .record(name, z.strictObject({ among: clause.optional(), outcome: clause, without: z.array(name).optional() }))
    .optional()
    .describe("models to train on ours and test on held-out rows; without: columns a model may not see"),
});

export type ReferenceMap = z.infer<typeof schema>;
export type ReferenceColumn = ReferenceMap["columns"][string];
export type Clause = z.infer<typeof clause>;

/** Reads how a reference file's columns answer to ours. Throws `bad-usage`, with the line. */
export function loadReferenceMap(source: string): ReferenceMap {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) throw new DeidError("bad-usage", "the map is not valid YAML", { line: lines.linePos(broken.pos[0]).line });
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new DeidError("bad-usage", `the map of the reference: ${issue.code === "unrecognized_keys" ? "unknown key" : issue.message}`, {
      at: [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [])].join("."),
    });
  }
  const known = new Set(Object.keys(parsed.data.columns));
  const clauses = Object.values(parsed.data.tasks ?? {}).flatMap(({ among, outcome }) => [outcome, ...(among ? [among] : [])]);
  const named = [
    ...(parsed.data.match ?? []),
    ...(parsed.data.changed ?? []),
    ...clauses.flatMap((each) => ("all" in each ? each.all : each.any).map((part) => part.column)),
  ];
  if (named.some((each) => !known.has(each)))
    throw new DeidError("bad-usage", "the map of the reference names a column that it does not declare");
  return parsed.data;
}

export function traitOf({ trait, loinc, conditions, drugs, cap, decimals, cut, answers }: ReferenceColumn): Trait {
  if (trait === "age") return { of: "age", ...(cap !== undefined && { cap }) };
  if (trait) return { of: trait };
  if (conditions) return { of: "condition", codes: conditions };
  if (drugs) return { of: "drug", words: drugs };
  if (answers) return { of: "answer", loinc: loinc!, answers };
  return { of: "measure", loinc: loinc!, ...(decimals !== undefined && { decimals }), ...(cut && { cut }) };
}

/** A category's number, where a map words it. */
export function numberOf(value: number | string): number {
  if (typeof value === "number") return value;
  if (value === "female" || value === "male") return value === "female" ? 1 : 0;
  return (races as readonly string[]).indexOf(value);
}
