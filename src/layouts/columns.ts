import type { KindName } from "../identifiers/kinds/index.ts";
import type { Identifiers } from "../record/identifiers.ts";
import type { CellValue, Column, ColumnShape, ColumnType } from "./layout.ts";

type Holds = ColumnShape["holds"];

/** Declares the columns of a table whose rows are made from a `Row`. */
export interface Columns<Row> {
  /** The primary key. */
  key(name: string, holds: Holds, value: (row: Row) => string): Column<Row>;
  /** The primary key of another table. */
  reference(name: string, holds: Holds, references: string, value: (row: Row) => string): Column<Row>;
  maybeReference(name: string, holds: Holds, references: string, value: (row: Row) => string | undefined): Column<Row>;
  /** Never null. */
  always(name: string, type: ColumnType, holds: Holds, value: (row: Row) => Exclude<CellValue, null>): Column<Row>;
  maybe(name: string, type: ColumnType, holds: Holds, value: (row: Row) => CellValue | undefined): Column<Row>;
  /** A column of somebody else's layout for which a record has nothing: always null. */
  empty(name: string, type: ColumnType): Column<Row>;
  /** The row's identifier of one kind, where it has one. */
  identifier(name: string, kind: Row extends { readonly identifiers: Identifiers } ? KindName : never): Column<Row>;
}

export function columnsOf<Row>(): Columns<Row> {
  return {
    key: (name, holds, value) => ({ name, type: "text", holds, required: true, isKey: true, value }),
    reference: (name, holds, references, value) => ({ name, type: "text", holds, required: true, references, value }),
    maybeReference: (name, holds, references, value) => ({ name, type: "text", holds, references, value: (row) => value(row) ?? null }),
    always: (name, type, holds, value) => ({ name, type, holds, required: true, value }),
    maybe: (name, type, holds, value) => ({ name, type, holds, value: (row) => value(row) ?? null }),
    empty: (name, type) => ({ name, type, holds: "clinical", value: () => null }),
    // The condition on `kind` above holds here too, which the compiler cannot see.
    identifier: (name, kind) => ({
      name,
      type: "text",
      holds: kind,
      value: (row) => (row as { identifiers: Identifiers }).identifiers[kind] ?? null,
    }),
  };
}
