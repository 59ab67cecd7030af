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
  // Null is an empty text to `join` too.
  const text = cells.join(",");
  return isPlain(text, cells.length - 1) ? `${text}\n` : `${cells.map(field).join(",")}\n`;
}

const comma = 44;

/** Whether so many commas stand in a line as part its cells, and nothing that a cell is quoted for. */
function isPlain(text: string, commas: number): boolean {
  let before = comma;
  let left = commas;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === comma) {
      if (before === 32) return false;
      left--;
    } else if (unit < 32 || unit > 126 || unit === 34 || (unit === 32 && before === comma)) return false;
    before = unit;
  }
  return left === 0 && before !== 32;
}

const special = /[",\r\n]/;

/** Quoted where it holds a comma, a quote or a line end, or where a reader might trim it. */
function field(cell: CellValue): CellValue {
  if (typeof cell !== "string") return cell;
  return special.test(cell) || /^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
