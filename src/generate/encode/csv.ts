import type { CellValue } from "../../layouts/layout.ts";
import type { TableEncoder } from "./encoder.ts";

/** One file a table with a header row, RFC 4180 but for the line end, which is LF. Null is an empty field. */
export const csvEncoder = {
  name: "csv",
  title: "Comma-separated values, one file a table",
  writes: "tables",
  open: (tables) => tables.map((table) => ({ file: fileOf(table.name), text: line(table.columns.map((column) => column.name)) })),
  rows: (table, rows) => ({ file: fileOf(table.name), text: rows.map(line).join("") }),
  close: () => [],
} as const satisfies TableEncoder;

const fileOf = (table: string): string => `${table}.csv`;

function line(cells: readonly CellValue[]): string {
  let text = "";
  for (let i = 0; i < cells.length; i++) {
    if (i > 0) text += ",";
    text += field(cells[i]!);
  }
  return `${text}\n`;
}

/** Quoted where it holds a comma, a quote or a line end, or where a reader might trim it. */
function field(value: CellValue): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
