import type { Slot } from "./slot.ts";

/**
 * Whole entries, in order. The `text` of all batches of an input, joined, is the source exactly (without its BOM).
 * Cells ascend and do not overlap. A cell spans the raw text of a value, its quotes included.
 */
export interface Batch {
  readonly text: string;
  /** Index of the first record in the input, counting from 0; frames are not counted. */
  readonly firstEntry: number;
  /** Line of the source on which `text` begins, counting from 1. */
  readonly firstLine: number;
  /** Append-only, shared by all batches of one input. */
  readonly slots: readonly Slot[];
  readonly cells: number;
  readonly slot: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly entries: number;
  /** Cells of entry i are [cellsEnd[i-1] ?? 0, cellsEnd[i]). */
  readonly cellsEnd: Int32Array;
  /** 1: a header row, an envelope, a comment: it has cells and is not counted as a record. */
  readonly frame: Uint8Array;
}

/** A record that breaks the rules of its format, put aside in place of its batch's entry. */
export interface Malformed {
  readonly record: number;
  readonly line: number;
  /** Says what was wrong, never what was there. */
  readonly message: string;
  /** The source text of the record, for the quarantine only. */
  readonly text: string;
}

export interface DecodeOptions {
  /** Whether an object key or header is itself a value (a name, an id), so that paths must not spell it. */
  readonly isValue: (text: string) => boolean;
  /** `auto`: a first row that holds identifiers or repeats the shape of the rows below is data. Delimited text only. */
  readonly header?: "auto" | "yes" | "no" | undefined;
  /** Column names settled by an earlier pass over the same input; then `header` says whether the first row is one. */
  readonly columns?: readonly string[] | undefined;
  /** Given: a malformed record is handed over and skipped. Absent: it throws `malformed`. */
  readonly onMalformed?: ((malformed: Malformed) => void) | undefined;
  /** Target size of a batch's text in UTF-16 units; a larger record makes a larger batch. Default 256 Ki. */
  readonly batchUnits?: number | undefined;
  /** A longer record is `too-large`. Default 256 Mi units. */
  readonly maxRecordUnits?: number | undefined;
}

/** Settled by looking at the head of an input; plain data, so that it travels to workers. */
export interface Dialect {
  readonly format: FormatName;
  readonly delimiter?: string | undefined;
  readonly hasHeader?: boolean | undefined;
  /** The header's cells as written, unquoted; or made-up names `column_1`… where there is none. */
  readonly columns?: readonly string[] | undefined;
}

export type FormatName = "delimited" | "ndjson" | "json" | "text";

export interface Format {
  readonly name: FormatName;
  readonly title: string;
  /** With the dot. */
  readonly extensions: readonly string[];
  /** Judges the first 64 Ki units of decoded text. `null`: certainly not this format. */
  sniff(
    head: string,
    isWhole: boolean,
    options: Pick<DecodeOptions, "header" | "isValue">,
  ): { readonly sure: boolean; readonly dialect: Dialect } | null;
  /** `slots` is appended to. Chunks may split anywhere, also inside a surrogate pair or between CR and LF. */
  decode(source: AsyncIterable<string> | Iterable<string>, dialect: Dialect, slots: Slot[], options: DecodeOptions): AsyncIterable<Batch>;
  /** Unquotes or unescapes the raw text of a cell. `undefined`: not a value at all (JSON null), leave it. */
  read(raw: string, dialect: Dialect): string | undefined;
  /** Writes a value as `raw` was written (quotes, number or string). `null`: this format's way to remove. */
  write(value: string | null, raw: string, slot: Slot, dialect: Dialect): string;
  /**
   * For workers: the offset just after the last whole record in `bytes` (ASCII-compatible encoding), or 0. `state` is what
   * the call before returned for the bytes before these. Absent: the format is decoded by one thread.
   */
  splitBytes?(bytes: Uint8Array, dialect: Dialect): number;
}
