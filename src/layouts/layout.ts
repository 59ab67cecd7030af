import type { KindName } from "../identifiers/kinds/index.ts";
import type { PatientRecord, SharedRecords } from "../record/record.ts";
import type { Columns } from "./columns.ts";
import { columnsOf } from "./columns.ts";

/** Portable types: each has a name in every database that the SQL encoder serves. */
export type ColumnType = "text" | "integer" | "decimal" | "boolean" | "date" | "timestamp";

/** `null`: no value. A decimal comes as text, so that its trailing zeros stay. */
export type CellValue = string | number | boolean | null;

export interface ColumnShape {
  readonly name: string;
  readonly type: ColumnType;
  /** What its cells are, for gold: an identifier of this kind, prose, or what is neither. */
  readonly holds: KindName | "prose" | "clinical";
  /** Never null. */
  readonly required?: boolean;
  readonly isKey?: boolean;
  /** The table whose primary key it holds: one that stands earlier in the layout, or its own. */
  readonly references?: string;
}

export interface Column<Row> extends ColumnShape {
  readonly value: (row: Row) => CellValue;
}

/** One table of a layout: its columns, and its rows from the shared records or from one patient's. */
export interface Table {
  readonly name: string;
  readonly primaryKey?: string;
  readonly columns: readonly ColumnShape[];
  /** Whether its rows belong to the population rather than to a patient. */
  readonly isShared: boolean;
  sharedRows(shared: SharedRecords): readonly CellValue[][];
  patientRows(record: PatientRecord): readonly CellValue[][];
}

/** How a record becomes named tables. A table stands after those that it references. */
export interface Layout {
  readonly name: string;
  readonly title: string;
  readonly tables: readonly Table[];
}

/** A table with a row for each thing of one sort that a patient has. */
export function patientTable<Row>(
  name: string,
  rows: (record: PatientRecord) => readonly Row[],
  declare: (columns: Columns<Row>) => readonly Column<Row>[],
): Table {
  const columns = declare(columnsOf<Row>());
  return { ...tableOf(name, columns), isShared: false, sharedRows: () => [], patientRows: (record) => cellsOf(rows(record), columns) };
}

/** A table whose rows all patients share. */
export function sharedTable<Row>(
  name: string,
  rows: (shared: SharedRecords) => readonly Row[],
  declare: (columns: Columns<Row>) => readonly Column<Row>[],
): Table {
  const columns = declare(columnsOf<Row>());
  return { ...tableOf(name, columns), isShared: true, sharedRows: (shared) => cellsOf(rows(shared), columns), patientRows: () => [] };
}

function tableOf<Row>(name: string, columns: readonly Column<Row>[]) {
  const key = columns.find(({ isKey }) => isKey);
  return { name, ...(key && { primaryKey: key.name }), columns };
}

function cellsOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): CellValue[][] {
  const width = columns.length;
  return rows.map((row) => {
    const cells = new Array<CellValue>(width);
    for (let i = 0; i < width; i++) cells[i] = columns[i]!.value(row);
    return cells;
  });
}
