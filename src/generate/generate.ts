import { DeidError } from "../errors.ts";
import { type LayoutName, layoutByName } from "../layouts/index.ts";
import type { PatientRecord } from "../record/record.ts";
import type { Encoder, Written } from "./encode/encoder.ts";
import { type EncodingName, encoders } from "./encode/index.ts";
import { defectLines, defectsFile, goldColumns, goldColumnsFile, goldNotes, goldNotesFile, linkageFile, linkageLine } from "./gold.ts";
import { createPopulation, type PopulationOptions } from "./population.ts";
import type { Profile } from "./profile.ts";
import { profileDigest } from "./profile-digest.ts";

export interface Range {
  /** How many in all, also where a shard writes only a part of them. */
  readonly patients: number;
  /** The index of the first, counting from 0. */
  readonly offset?: number | undefined;
}

export interface GenerateOptions extends PopulationOptions, Range {
  readonly profile: Profile;
  /** Part `index` of `count`, counting from 1. The files of all parts, joined in order, are the files of the whole. */
  readonly shard?: { readonly index: number; readonly count: number } | undefined;
  readonly formats: readonly EncodingName[];
  /** The tables of formats that have tables. Default our own. */
  readonly layout?: LayoutName | undefined;
  /** Whether to write the gold files too. Default true. */
  readonly gold?: boolean | undefined;
  /** Called once for each file, also for one that stays empty in this shard. */
  readonly sink: (file: string) => Sink;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: { readonly patients: number; readonly of: number }) => void) | undefined;
}

export interface Sink {
  write(text: string): void | Promise<void>;
}

export interface Generated {
  readonly patients: number;
  /** Rows written by table, shared tables included; empty where no format has tables. */
  readonly rows: Readonly<Record<string, number>>;
  /** What was written in formats without tables, by format: resources by type, messages by type. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly files: readonly string[];
}

/**
 * Writes a population, or a shard of it, in each of the formats. Holds one patient and a buffer a file in memory.
 * Throws `bad-usage` for a range or shard that makes no sense, `interrupted` when the signal aborts.
 */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const { profile, signal, onProgress } = options;
  const { from, to, isFirst, isLast } = rangeOf(options);
  const population = createPopulation(profile, options);
  const chosen: readonly Encoder[] = encoders.filter(({ name }) => options.formats.includes(name));
  const tabular = chosen.filter((encoder) => encoder.writes === "tables");
  const layout = layoutByName(options.layout ?? "scrubjay");
  const tables = tabular.length > 0 ? layout.tables : [];
  const origin = {
    shared: population.shared,
    seed: String(options.seed),
    profile: profile.profile,
    profileDigest: await profileDigest(profile),
    asOf: options.asOf,
  };
  const writers = chosen
    .filter((encoder) => encoder.writes === "records")
    .map((encoder) => ({ name: encoder.name, writer: encoder.start(origin) }));
  const outputs = createOutputs(options.sink);
  const rows: Record<string, number> = Object.fromEntries(tables.map(({ name }) => [name, 0]));
  const counts: Record<string, Record<string, number>> = Object.fromEntries(writers.map(({ name }) => [name, {}]));

  const heads = [...tabular.flatMap((encoder) => encoder.open(tables)), ...writers.flatMap(({ writer }) => writer.open())];
  for (const { file, text } of heads) await outputs.write(file, isFirst ? text : "");
  if (options.gold !== false) {
    if (tables.length > 0) await outputs.write(goldColumnsFile, isFirst ? goldColumns(layout) : "");
    await outputs.write(goldNotesFile, "");
    if (population.isDirty) for (const file of [defectsFile, linkageFile]) await outputs.write(file, "");
  }
  if (isFirst) {
    for (const table of tables) await writeRows(table, table.sharedRows(population.shared));
    for (const { name, writer } of writers) await writeAll(name, writer.shared());
  }
  for (let index = from; index < to; index++) {
    const told = population.told(index);
    const { record } = told;
    for (const table of tables) await writeRows(table, table.patientRows(record));
    for (const { name, writer } of writers) await writeAll(name, writer.record(record));
    if (options.gold !== false) {
      await outputs.write(goldNotesFile, goldNotes(record));
      if (population.isDirty) {
        await outputs.write(defectsFile, defectLines(told));
        await outputs.write(linkageFile, linkageLine(told));
      }
    }
    const done = index - from + 1;
    if (done % 64 !== 0 && index + 1 !== to) continue;
    onProgress?.({ patients: done, of: to - from });
    // Lets timers and signals in: writes to memory never leave the microtask queue.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (signal?.aborted) throw new DeidError("interrupted", "generation was interrupted");
  }
  const ends = [...tabular.flatMap((encoder) => encoder.close(tables)), ...writers.flatMap(({ writer }) => writer.close())];
  if (isLast) for (const { file, text } of ends) await outputs.write(file, text);
  return { patients: to - from, rows, counts, files: await outputs.finish() };

  async function writeRows(table: (typeof tables)[number], cells: ReturnType<(typeof tables)[number]["patientRows"]>): Promise<void> {
    if (cells.length === 0) return;
    rows[table.name]! += cells.length;
    for (const encoder of tabular) {
      const { file, text } = encoder.rows(table, cells);
      await outputs.write(file, text);
    }
  }

  async function writeAll(name: string, written: Written): Promise<void> {
    const own = counts[name]!;
    for (const [what, count] of written.counts) own[what] = (own[what] ?? 0) + count;
    for (const { file, text } of written.pieces) await outputs.write(file, text);
  }
}

/** The patients of a range one after the other, each made when it is asked for. */
export function* generatePatients(profile: Profile, options: PopulationOptions & Range): Generator<PatientRecord, void, undefined> {
  const { from, to } = rangeOf(options);
  const population = createPopulation(profile, options);
  for (let index = from; index < to; index++) yield population.patient(index);
}

/** Indices from `from` up to but not including `to`; shards differ by at most one patient. */
function rangeOf({ patients, offset = 0, shard = { index: 1, count: 1 } }: Range & Pick<GenerateOptions, "shard">) {
  const isWhole = (number: number, low: number): boolean => Number.isSafeInteger(number) && number >= low;
  if (!isWhole(patients, 0)) throw new DeidError("bad-usage", "patients is a whole number from 0");
  // The range in which medical record numbers are unique.
  if (!isWhole(offset, 0) || offset + patients > 100_000_000)
    throw new DeidError("bad-usage", "offset and patients together reach at most 100,000,000");
  if (!isWhole(shard.count, 1) || !isWhole(shard.index, 1) || shard.index > shard.count) {
    throw new DeidError("bad-usage", "a shard is written i/n, with i from 1 to n", undefined, "for example --shard 2/8");
  }
  const cut = (part: number): number => offset + Math.floor((patients * part) / shard.count);
  return { from: cut(shard.index - 1), to: cut(shard.index), isFirst: shard.index === 1, isLast: shard.index === shard.count };
}

const flushUnits = 65_536;

/** Gathers the many small texts of a file before they go to its sink. */
function createOutputs(sink: (file: string) => Sink) {
  const open = new Map<string, { readonly to: Sink; text: string }>();
  return {
    async write(file: string, text: string): Promise<void> {
      let output = open.get(file);
      if (!output) {
        output = { to: sink(file), text: "" };
        open.set(file, output);
      }
      output.text += text;
      if (output.text.length < flushUnits) return;
      const full = output.text;
      output.text = "";
      await output.to.write(full);
    },
    async finish(): Promise<string[]> {
      for (const output of open.values()) if (output.text !== "") await output.to.write(output.text);
      return [...open.keys()];
    },
  };
}
