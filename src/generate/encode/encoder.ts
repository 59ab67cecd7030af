import type { CellValue, Table } from "../../layouts/layout.ts";

/** A piece of one output file. Pieces of a file, joined in order, are the file. */
export interface Piece {
  readonly file: string;
  readonly text: string;
}

/**
 * Writes the rows of a layout. It keeps no state between calls, so that the pieces of two shards, joined, are the
 * pieces of the whole: only the first shard opens and only the last closes.
 */
export interface Encoder {
  readonly name: string;
  readonly title: string;
  open(tables: readonly Table[]): readonly Piece[];
  /** `rows` is not empty. */
  rows(table: Table, rows: readonly (readonly CellValue[])[]): Piece;
  close(tables: readonly Table[]): readonly Piece[];
}
