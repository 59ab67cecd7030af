import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { DeidError } from "../errors.ts";
import { type EncodingName, encoders } from "../generate/encode/index.ts";
import { type AnnotationName, annotationNames, isOneFile } from "../generate/encode/notes.ts";
import type { Generated, Profile } from "../generate/index.ts";
import type { LayoutName } from "../layouts/index.ts";
import { populationOutputs } from "./generate-outputs.ts";
import { asOfDate, wholeNumber } from "./options.ts";
import { shippedFolder, shippedParts, shippedProfiles } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";

/** `patient`: one patient after the other; `time`: the messages of all of them as they were sent. */
type Order = "patient" | "time";

// Spelled here, so that no other command loads the tables that the layouts look up.
const layoutNames: readonly LayoutName[] = ["scrubjay", "synthea"];

interface GenerateOptions {
  readonly profile: string;
  readonly patients: number;
  readonly seed: string;
  readonly format: readonly EncodingName[];
  readonly asOf?: string;
  readonly offset: number;
  readonly shard?: { readonly index: number; readonly count: number };
  readonly layout: LayoutName;
  readonly order: Order;
  readonly notes?: true;
  readonly annotations?: AnnotationName;
  readonly gold: boolean;
  readonly workers?: number;
  readonly out: string;
  readonly json?: true;
  readonly force?: true;
}

export function generateCommand(terminal: Terminal): Command {
  return new Command("generate")
    .description("make patients who never lived, with records and notes, from a profile and a seed")
    .option("--profile <name|file>", "the population (see: scrubjay list profiles)", "us-population")
    .requiredOption("--patients <n>", "a whole number: how many in all, also where --shard writes a part of them", wholeNumber(0))
    .requiredOption("--seed <text>", "the same seed, profile and reference date give the same bytes")
    .addOption(
      new Option("--format <names>", `comma-separated: ${encoders.map(({ name }) => name).join(", ")}`)
        .argParser(formatNames)
        .default(["csv"], "csv"),
    )
    .option("--as-of <date>", "today, for the population: YYYY-MM-DD (default: today)")
    .option("--offset <k>", "a whole number: the index of the first patient, counting from 0", wholeNumber(0), 0)
    .addOption(new Option("--shard <i/n>", "part i of n, counting from 1; the parts joined in order are the whole").argParser(shardOf))
    .addOption(new Option("--layout <name>", "the tables of csv, ndjson, parquet and sql").choices(layoutNames).default("scrubjay"))
    .addOption(new Option("--order <by>", "of the messages of hl7v2").choices(["patient", "time"]).default("patient"))
    .option("--notes", "the notes as plain text too, a file each: the same as notes in --format")
    .addOption(
      new Option(
        "--annotations [how]",
        "mark the identifiers in these notes; jsonl and conll are one file, the others a file a note (default: brat)",
      )
        .choices(annotationNames)
        .preset("brat"),
    )
    .option("--no-gold", "leave out the gold files, which say where the identifiers are")
    .option("--workers <n>", "threads; any number gives the same bytes (default: a core for every 10,000 patients)", wholeNumber(1))
    .requiredOption("--out <folder>", "where the files go; - for standard output, where a format is one file, without gold")
    .option("--json", "print what was made as JSON")
    .option("--force", "replace files that are there")
    .addHelpText(
      "after",
      `
Examples:
  scrubjay generate --profile tiny --patients 20 --seed demo --as-of 2026-01-31 --out patients/
  scrubjay generate --patients 500 --seed feed --as-of 2026-01-31 --format hl7v2 --order time --out feed/
  scrubjay generate --patients 100 --seed notes --as-of 2026-01-31 --notes --annotations brat --out marked/
  scrubjay generate --patients 1000 --seed ci --as-of 2026-01-31 --format sql --out db/
  scrubjay generate --patients 1000 --seed ci --as-of 2026-01-31 --format sql --out - | sqlite3 test.db
  psql -v ON_ERROR_STOP=1 -f db/population.sql      (or: sqlite3 test.db < db/population.sql)`,
    )
    .action((options: GenerateOptions) => run(terminal, options));
}

async function run(terminal: Terminal, options: GenerateOptions): Promise<void> {
  for (const option of ["seed", "out", "profile"] as const)
    if (options[option] === "") throw new DeidError("bad-usage", `--${option} is empty`);
  const isByTime = options.order === "time";
  if (isByTime && !options.format.includes("hl7v2")) throw new DeidError("bad-usage", "--order time is for the messages of --format hl7v2");
  if (isByTime && options.shard) throw new DeidError("bad-usage", "--order time puts a whole population in order: leave --shard out");
  const formats = options.notes && !options.format.includes("notes") ? [...options.format, "notes" as const] : options.format;
  const hasNotes = formats.includes("notes");
  if (options.annotations && !hasNotes)
    throw new DeidError("bad-usage", "--annotations marks the identifiers in notes: ask for them with --notes");
  const isStream = options.out === "-";
  if (isStream && hasNotes && !isOneFile(options.annotations))
    throw new DeidError(
      "bad-usage",
      "these notes are a file each, and standard output takes one",
      undefined,
      "--format notes --annotations jsonl, or --out FOLDER",
    );
  if (isStream && options.json) throw new DeidError("bad-usage", "--json and --out - both want standard output");
  // Loaded when asked for: the generator's tables and word lists are no other command's business.
  const { generate } = await import("../generate/generate.ts");
  const { arrivedAt, feedFile } = await import("../generate/encode/hl7v2.ts");
  const profile = await readProfile(options.profile);
  const asOf = asOfDate(options.asOf);
  const outputs = populationOutputs({
    out: options.out,
    force: options.force ?? false,
    ordered: isByTime ? { file: feedFile, keyOf: arrivedAt } : undefined,
  });
  try {
    const made = await generate({
      profile,
      seed: options.seed,
      asOf,
      patients: options.patients,
      offset: options.offset,
      ...(options.shard && { shard: options.shard }),
      formats,
      layout: options.layout,
      annotations: options.annotations,
      gold: options.gold && !isStream,
      workers: options.workers ?? coresFor(options.patients / (options.shard?.count ?? 1)),
      signal: terminal.signal,
      onProgress: ({ patients, of }) =>
        terminal.progress(() => `${patients.toLocaleString("en-US")} of ${of.toLocaleString("en-US")} patients`),
      sink: outputs.sink,
    });
    await outputs.finish();
    tell(terminal, made, options, asOf);
  } catch (error) {
    await outputs.abort();
    throw error;
  }
}

/** Below this many patients a further thread costs more than it gives: it has to read the profile and the tables again. */
const patientsAThread = 10_000;

const coresFor = (patients: number): number => Math.max(1, Math.min(availableParallelism(), Math.floor(patients / patientsAThread)));

function tell(terminal: Terminal, made: Generated, { json, seed, out }: GenerateOptions, asOf: string): void {
  if (json) {
    terminal.print(JSON.stringify({ ...made, seed, asOf, out }, null, 2));
    return;
  }
  const title = `${made.patients.toLocaleString("en-US")} ${made.patients === 1 ? "patient" : "patients"}, seed ${seed}, as of ${asOf}`;
  if (out === "-") {
    terminal.note(title);
    return;
  }
  terminal.print(terminal.bold(title));
  for (const [table, rows] of Object.entries(made.rows)) terminal.print(`  ${rows.toLocaleString("en-US").padStart(10)}  ${table}`);
  for (const [format, counts] of Object.entries(made.counts)) {
    for (const [what, count] of Object.entries(counts))
      terminal.print(`  ${count.toLocaleString("en-US").padStart(10)}  ${what} (${format})`);
  }
  terminal.print(`output    ${out}: ${made.files.join(", ")}`);
}

/** A shipped profile by name, or one in a file. Throws `bad-profile`. */
export async function readProfile(nameOrFile: string): Promise<Profile> {
  const shipped = await shippedProfiles();
  if (shipped.includes(nameOrFile)) {
    const { builtProfile } = await import("../generate/built-profile.ts");
    const built = builtProfile(nameOrFile);
    if (built) return built;
  }
  const { loadProfile } = await import("../generate/load-profile.ts");
  const texts = new Map(
    await Promise.all(
      [...shipped, ...(await shippedParts())].map(
        async (name) => [name, await readFile(join(shippedFolder("profiles"), `${name}.yaml`), "utf8")] as const,
      ),
    ),
  );
  const own = texts.get(nameOrFile);
  if (own !== undefined) return loadProfile(own, nameOrFile, (name) => texts.get(name));
  const path = resolve(nameOrFile);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    throw new DeidError(
      "bad-profile",
      "no shipped profile has this name and no such file can be read",
      undefined,
      `one of: ${shipped.join(", ")}`,
    );
  }
  const beside = new Map(texts);
  // A profile may extend a shipped one, or one in a file beside it, which may extend a third.
  for (let last: string | undefined = text; last !== undefined; ) {
    const extended: string | undefined = /^extends:\s{0,9}["']?([\w./-]{1,100})["']?\s{0,9}$/m.exec(last)?.[1];
    if (extended === undefined || beside.has(extended)) break;
    last = await readFile(join(dirname(path), extended), "utf8").catch(() => undefined);
    if (last !== undefined) beside.set(extended, last);
  }
  return loadProfile(text, basename(path), (name) => beside.get(name));
}

function formatNames(text: string): EncodingName[] {
  const names = text.split(",").map((name) => name.trim());
  const known = encoders.map(({ name }) => name) as readonly string[];
  if (names.some((name) => !known.includes(name))) throw new InvalidArgumentError("");
  return names as EncodingName[];
}

function shardOf(text: string): { index: number; count: number } {
  const parts = /^(\d{1,7})\/(\d{1,7})$/.exec(text);
  if (!parts) throw new InvalidArgumentError("");
  return { index: Number(parts[1]), count: Number(parts[2]) };
}
