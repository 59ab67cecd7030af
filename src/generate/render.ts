import { type LayoutName, layoutByName } from "../layouts/index.ts";
import type { CellValue, Table } from "../layouts/layout.ts";
import type { Assembler, EncodeOptions, Encoder, Piece, TableEncoder, Written } from "./encode/encoder.ts";
import { type EncodingName, encoders } from "./encode/index.ts";
import { defectLines, defectsFile, goldColumns, goldColumnsFile, goldNotes, goldNotesFile, linkageFile, linkageLine } from "./gold.ts";
import { createPopulation, type PopulationOptions } from "./population.ts";
import type { Profile } from "./profile.ts";
import { profileDigest } from "./profile-digest.ts";

/** What is to be written, as plain data: it travels to threads. */
export interface RenderOptions extends PopulationOptions, EncodeOptions {
  readonly profile: Profile;
  readonly formats: readonly EncodingName[];
  /** The tables of formats that have tables. Default our own. */
  readonly layout?: LayoutName | undefined;
  /** Whether to write the gold files too. Default true. */
  readonly gold?: boolean | undefined;
}

export type Write = (file: string, text: string) => void;

/** How much of each sort was written: by table, and by format and what it calls a thing. */
export interface Tally {
  readonly rows: Record<string, number>;
  readonly counts: Record<string, Record<string, number>>;
}

/** Writes the files of a population piece by piece; what it wrote it only counts. */
export interface Renderer {
  /** Every file there will be, with its head. */
  heads(): readonly Piece[];
  /** What patients share. */
  shared(write: Write): void;
  patient(index: number, write: Write): void;
  ends(): readonly Piece[];
  /** What makes the pieces of some files into files: undefined for files whose pieces only want to be joined. */
  assemblers(): Promise<(file: string, write: (bytes: Uint8Array) => Promise<void>) => Assembler | undefined>;
  readonly tally: Tally;
}

export async function createRenderer(options: RenderOptions): Promise<Renderer> {
  const { profile, gold = true } = options;
  const population = createPopulation(profile, options);
  const chosen: readonly Encoder[] = encoders.filter(({ name }) => options.formats.includes(name));
  const tabular: readonly TableEncoder[] = chosen.filter((encoder) => encoder.writes === "tables");
  const layout = layoutByName(options.layout ?? "scrubjay");
  const tables: readonly Table[] = tabular.length > 0 ? layout.tables : [];
  const origin = {
    shared: population.shared,
    seed: String(options.seed),
    profile: profile.profile,
    profileDigest: await profileDigest(profile),
    asOf: options.asOf,
    quality: profile.quality,
  };
  const writers = chosen
    .filter((encoder) => encoder.writes === "records")
    .map((encoder) => ({ name: encoder.name, writer: encoder.start(origin, options) }));
  const tally: Tally = {
    rows: Object.fromEntries(tables.map(({ name }) => [name, 0])),
    counts: Object.fromEntries(writers.map(({ name }) => [name, {}])),
  };

  function goldHeads(): Piece[] {
    const files = [goldNotesFile, ...(population.isDirty ? [defectsFile, linkageFile] : [])].map((file) => ({ file, text: "" }));
    return tables.length > 0 ? [{ file: goldColumnsFile, text: goldColumns(layout) }, ...files] : files;
  }

  function putRows(table: Table, cells: readonly CellValue[][], write: Write): void {
    if (cells.length === 0) return;
    tally.rows[table.name]! += cells.length;
    for (const encoder of tabular) {
      const { file, text } = encoder.rows(table, cells);
      write(file, text);
    }
  }

  function putAll(name: string, { counts, pieces }: Written, write: Write): void {
    const own = tally.counts[name]!;
    for (const [what, count] of counts) own[what] = (own[what] ?? 0) + count;
    for (const { file, text } of pieces) write(file, text);
  }

  return {
    tally,
    heads: () => [
      ...tabular.flatMap((encoder) => encoder.open(tables)),
      ...writers.flatMap(({ writer }) => writer.open()),
      ...(gold ? goldHeads() : []),
    ],
    shared(write) {
      for (const table of tables) putRows(table, table.sharedRows(population.shared), write);
      for (const { name, writer } of writers) putAll(name, writer.shared(), write);
    },
    patient(index, write) {
      const told = population.told(index);
      const { record } = told;
      for (const table of tables) putRows(table, table.patientRows(record), write);
      const defects = [...told.defects];
      for (const { name, writer } of writers) {
        const written = writer.record(record);
        putAll(name, written, write);
        defects.push(...(written.defects ?? []));
      }
      if (!gold) return;
      write(goldNotesFile, goldNotes(record));
      if (!population.isDirty) return;
      write(defectsFile, defectLines(defects));
      write(linkageFile, linkageLine(told));
    },
    async assemblers() {
      const all: Awaited<ReturnType<NonNullable<TableEncoder["assemble"]>>>[] = [];
      for (const encoder of tabular) if (encoder.assemble) all.push(await encoder.assemble(tables));
      return (file, write) => {
        for (const assemblerOf of all) {
          const assembler = assemblerOf(file, write);
          if (assembler) return assembler;
        }
        return undefined;
      };
    },
    ends: () => [...tabular.flatMap((encoder) => encoder.close(tables)), ...writers.flatMap(({ writer }) => writer.close())],
  };
}

/** Adds one tally to another. */
export function addTally(to: Tally, { rows, counts }: Tally): void {
  add(to.rows, rows);
  for (const [format, own] of Object.entries(counts)) {
    to.counts[format] ??= {};
    add(to.counts[format], own);
  }
}

function add(to: Record<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [what, count] of Object.entries(more)) to[what] = (to[what] ?? 0) + count;
}
