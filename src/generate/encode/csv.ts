import type { CellValue } from "../../layouts/layout.ts";
import type { TableEncoder } from "./encoder.ts";

/** One file a table with a header row, RFC 4180 but for the line end, which is LF. Null is an empty field. */
export const csvEncoder = {
  name: "csv",
  title: "Comma-separated values, one file a table",
  writes: "tables",
  open: (tables) => tables.map((table) => ({ file: fileOf(table.name), text: line(table.columns.map((column) => column.name)) })),
  rows: (table, rows) => ({ file: fileOf(table.name), text: lines(rows) }),
  close: () => [],
} as const satisfies TableEncoder;

const fileOf = (table: string): string => `${table}.csv`;

function lines(rows: readonly (readonly CellValue[])[]): string {
  let text = "";
  for (const row of rows) text += line(row);
  return text;
}

function line(cells: readonly CellValue[]): string {
  let text = "";
  for (let i = 0; i < cells.length; i++) {
    const value = cells[i]!;
    if (i > 0) text += ",";
    if (value !== null) text += typeof value === "string" ? field(value) : String(value);
  }
  return `${text}\n`;
}

const special = /[",\r\n]/;

/** Quoted where it holds a comma, a quote or a line end, or where a reader might trim it. */
function field(value: string): string {
  // Few values need the expression's look at their ends: what trims ASCII is below `!`, the rest is above `~`.
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(value.length - 1);
  const isTrimmed = (first < 33 || first > 126 || last < 33 || last > 126) && /^\s|\s$/.test(value);
  return isTrimmed || special.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
