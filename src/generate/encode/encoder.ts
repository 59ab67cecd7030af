import type { CellValue, Table } from "../../layouts/layout.ts";
import type { PatientRecord, SharedRecords } from "../../record/record.ts";
import type { Profile } from "../profile.ts";
import type { Defect } from "../quality/spoil.ts";
import type { AnnotationName } from "./notes.ts";

/** A piece of one output file. Pieces of a file, joined in order, are the file. A file in a folder is one piece, and whole. */
export interface Piece {
  readonly file: string;
  readonly text: string;
}

interface Named {
  readonly name: string;
  readonly title: string;
}

/**
 * Writes the rows of a layout. It keeps no state between calls, so that the pieces of two shards, joined, are the
 * pieces of the whole: only the first shard opens and only the last closes.
 */
export interface TableEncoder extends Named {
  readonly writes: "tables";
  open(tables: readonly Table[]): readonly Piece[];
  /** `rows` is not empty. */
  rows(table: Table, rows: readonly (readonly CellValue[])[]): Piece;
  close(tables: readonly Table[]): readonly Piece[];
  /**
   * Where the pieces of a file are not yet the file: gives what makes them into one, for each file that is its own. Throws
   * `bad-usage` where a package for it is not installed.
   */
  assemble?(tables: readonly Table[]): Promise<(file: string, write: (bytes: Uint8Array) => Promise<void>) => Assembler | undefined>;
}

/** Takes the pieces of one file in their order and writes the file. */
export interface Assembler {
  add(text: string): Promise<void>;
  end(): Promise<void>;
}

/** Writes whole records, as what the standard of its format knows: resources, messages. */
export interface RecordEncoder extends Named {
  readonly writes: "records";
  start(population: Origin, options: EncodeOptions): RecordWriter;
}

/** What a user may ask of a format. */
export interface EncodeOptions {
  /** How the identifiers in notes are marked. Default: they are not. */
  readonly annotations?: AnnotationName | undefined;
}

/** Where records come from: what each says of itself, and what they have in common. */
export interface Origin {
  readonly shared: SharedRecords;
  readonly seed: string;
  /** The profile's name, and the first 16 hexadecimal digits of its digest. */
  readonly profile: string;
  readonly profileDigest: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** What goes wrong with messages on their way, of all that may. */
  readonly quality: Profile["quality"];
}

/**
 * What it has from the origin it may keep ready; what it wrote it forgets, for the same reason as a table encoder:
 * only the first shard writes what is shared and the head of its files, only the last their end.
 */
export interface RecordWriter {
  /** Every file it ever writes, with its head. */
  open(): readonly Piece[];
  shared(): Written;
  record(record: PatientRecord): Written;
  close(): readonly Piece[];
}

export interface Written {
  readonly pieces: readonly Piece[];
  /** How many of each sort of thing are in them: by resource type, by message type. */
  readonly counts: ReadonlyMap<string, number>;
  /** What was made wrong that is wrong in this format alone. */
  readonly defects?: readonly Defect[];
}

export type Encoder = TableEncoder | RecordEncoder;
