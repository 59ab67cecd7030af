import type { CellValue, ColumnShape } from "../../layouts/layout.ts";
import type { TableEncoder } from "./encoder.ts";

/** One file a table, one JSON object a line, with every column as a member. */
export const ndjsonEncoder = {
  name: "ndjson",
  title: "Newline-delimited JSON, one file a table",
  writes: "tables",
  open: (tables) => tables.map((table) => ({ file: fileOf(table.name), text: "" })),
  rows: (table, rows) => ({ file: fileOf(table.name), text: rows.map((row) => line(table.columns, row)).join("") }),
  close: () => [],
} as const satisfies TableEncoder;

const fileOf = (table: string): string => `${table}.ndjson`;

function line(columns: readonly ColumnShape[], row: readonly CellValue[]): string {
  const members = columns.map((column, i) => `${JSON.stringify(column.name)}:${member(column, row[i]!)}`);
  return `{${members.join(",")}}\n`;
}

/** A decimal stays as spelled: `7.10` is a valid JSON number, and its zero is a digit that was measured. */
function member(column: ColumnShape, value: CellValue): string {
  return column.type === "decimal" && value !== null ? String(value) : JSON.stringify(value);
}
