import type { CellValue, ColumnShape } from "../../layouts/layout.ts";
import type { TableEncoder } from "./encoder.ts";

/** One file a table, one JSON object a line, with every column as a member. */
export const ndjsonEncoder = {
  name: "ndjson",
  title: "Newline-delimited JSON, one file a table",
  writes: "tables",
  open: (tables) => tables.map((table) => ({ file: fileOf(table.name), text: "" })),
  rows: (table, rows) => ({ file: fileOf(table.name), text: lines(table.columns, rows) }),
  close: () => [],
} as const satisfies TableEncoder;

const fileOf = (table: string): string => `${table}.ndjson`;

function lines(columns: readonly ColumnShape[], rows: readonly (readonly CellValue[])[]): string {
  let text = "";
  for (const row of rows) text += line(columns, row);
  return text;
}

/** The names of columns are plain: nothing in them wants to be escaped. */
function line(columns: readonly ColumnShape[], row: readonly CellValue[]): string {
  let text = "";
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    text += `${i === 0 ? "{" : ","}"${column.name}":${member(column, row[i]!)}`;
  }
  return `${text}}\n`;
}

/** A decimal stays as spelled: `7.10` is a valid JSON number, and its zero is a digit that was measured. */
function member(column: ColumnShape, value: CellValue): string {
  if (typeof value === "string" && column.type !== "decimal") return JSON.stringify(value);
  return String(value);
}
