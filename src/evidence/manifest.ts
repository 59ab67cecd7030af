import { z } from "zod";
import { categories } from "../identifiers/category.ts";
import { type CountsTransfer, publishable } from "./counts.ts";

const count = z.int().nonnegative();
const published = z.union([count, z.literal("<11")]);
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const output = z
  .strictObject({
    name: z.string().describe("Path relative to the manifest, with forward slashes."),
    sha256,
    bytes: count,
    records: count,
    format: z.string(),
    encoding: z.string(),
  })
  .describe("One file of the output.");

const input = z
  .strictObject({
    name: z.string().describe("The input's name, or a stand-in such as `input 2` where the name itself may identify someone."),
    digest: sha256.describe("HMAC-SHA-256 of the input's bytes. Without the key it says nothing about them."),
    records: count,
    quarantined: count,
    format: z.string(),
    encoding: z.string(),
  })
  .describe("One file that was read whole.");

/** What travels with the data. Holds no value of an input, no position, and no count from 1 to 10 of edits. */
export const manifestSchema = z
  .strictObject({
    $schema: z.string().optional(),
    manifest: z.literal(1).describe("Version of this layout."),
    tool: z.strictObject({ name: z.literal("scrubjay"), version: z.string() }),
    epoch: count.describe("Version of the algorithms that make tokens; equal inputs give equal tokens within one epoch and key."),
    standard: z.enum(["safe-harbor", "limited-data-set", "expert-determination"]),
    policy: z.strictObject({ name: z.string(), digest: sha256.describe("SHA-256 of the policy's canonical text.") }),
    codes: z
      .strictObject({
        derivation: z.enum(["assigned", "keyed"]),
        key: z.string().nullable().describe("Fingerprint of the key; null when codes were assigned at random."),
      })
      .describe("Where linking codes come from."),
    inputDigests: z
      .enum(["key", "run"])
      .describe("`key`: keyed with the run's key. `run`: keyed with random bytes forgotten at the end of the run."),
    referenceDate: date.describe("Today, for the purposes of the run: ages are compared with it."),
    determination: z.string().optional().describe("Reference to an expert's determination under 164.514(b)(1)."),
    dataUseAgreement: z.string().optional().describe("Reference to the data use agreement under 164.514(e)(4)."),
    options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    outputs: z.array(output),
    inputs: z.array(input),
    counts: z
      .array(
        z.strictObject({
          input: z.string(),
          slot: z.string(),
          category: z.enum([...(Object.keys(categories) as (keyof typeof categories)[]), "unknown"]),
          kind: z.string(),
          rule: z.string(),
          count: published,
        }),
      )
      .describe("What was done, by place, category and rule. Counts from 1 to 10 stand as `<11`."),
    placeholders: z
      .array(z.strictObject({ input: z.string(), slot: z.string(), stands: z.string(), for: z.string(), count: published }))
      .describe("Values that only fill a slot whose type allows nothing less."),
    dropped: z
      .array(z.strictObject({ input: z.string(), what: z.string(), count: published }))
      .describe("Parts of inputs that have no place in an output."),
    refused: z
      .array(z.strictObject({ input: z.string(), code: z.string() }))
      .describe("Inputs that gave no output, and the code of the error."),
    totals: z.strictObject({ in: count, out: count, quarantined: count }).describe("Records: in = out + quarantined."),
    sentences: z.array(z.string()).describe("What the standard claims of this output, and what it does not."),
  })
  .meta({ title: "Scrubjay manifest", description: "What was done to make a de-identified output. Travels with it." });

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestOutput = Manifest["outputs"][number];
export type ManifestInput = Manifest["inputs"][number];

/** A manifest before its counts are made publishable and its totals are added up. */
export interface ManifestParts extends Omit<Manifest, "$schema" | "manifest" | "tool" | "counts" | "placeholders" | "dropped" | "totals"> {
  readonly version: string;
  readonly counts: CountsTransfer;
  readonly placeholders: readonly {
    readonly input: string;
    readonly slot: string;
    readonly stands: string;
    readonly for: string;
    readonly count: number;
  }[];
  readonly dropped: readonly { readonly input: string; readonly what: string; readonly count: number }[];
}

/**
 * Adds up the totals and makes every count publishable. Throws a plain error when a record is missing:
 * records in must be records out and records quarantined.
 */
export function buildManifest(parts: ManifestParts): Manifest {
  const { version, counts, placeholders, dropped, inputs, outputs, ...rest } = parts;
  const totals = {
    in: sum(inputs.map(({ records }) => records)),
    out: sum(outputs.map(({ records }) => records)),
    quarantined: sum(inputs.map(({ quarantined }) => quarantined)),
  };
  if (totals.in !== totals.out + totals.quarantined) {
    throw new Error(`unreachable: ${totals.in} records in, ${totals.out} out and ${totals.quarantined} quarantined`);
  }
  return {
    manifest: 1,
    tool: { name: "scrubjay", version },
    ...rest,
    outputs: [...outputs].sort(byName),
    inputs: [...inputs],
    counts: counts.map((row) => ({ ...row, count: publishable(row.count) })),
    placeholders: placeholders.map((row) => ({ ...row, count: publishable(row.count) })),
    dropped: dropped.map((row) => ({ ...row, count: publishable(row.count) })),
    totals,
  };
}

const order = Object.keys(manifestSchema.shape);

/** JSON in the schema's order: the same manifest gives the same bytes. */
export function renderManifest(manifest: Manifest): string {
  const entries = Object.entries(manifest).filter(([, value]) => value !== undefined);
  entries.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const options = Object.fromEntries(Object.entries(manifest.options).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...Object.fromEntries(entries), options }, null, 2)}\n`;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
