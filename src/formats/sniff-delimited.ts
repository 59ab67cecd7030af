import type { DecodeOptions, Dialect } from "./format.ts";
import { looksLikeHeader } from "./header.ts";

const delimiters = [",", "\t", "|", ";"] as const;
const maxRows = 100;

/**
 * Picks the delimiter under which the rows of the head agree best. `sure` where the rows have one width of
 * two or more and the delimiters are not the punctuation of prose; a head with no delimiter is one column, never sure.
 */
export function sniffDelimited(
  head: string,
  isWhole: boolean,
  options: Pick<DecodeOptions, "header" | "isValue">,
): { readonly sure: boolean; readonly dialect: Dialect } | null {
  if (head.includes("\0")) return null;
  const separator = /^sep=([,;|\t])(?:\r\n|\n|\r)/i.exec(head);
  const body = separator ? head.slice(separator[0].length) : head;
  const judged = (separator ? [separator[1]!] : delimiters).map((delimiter) => judge(body, isWhole, delimiter));
  const best = judged.reduce((a, b) => (b.agreement > a.agreement + 1e-9 ? b : a));
  const rows = best.rows;
  const hasHeader =
    options.header === "yes"
      ? true
      : options.header === "no"
        ? false
        : rows.length > 0 && looksLikeHeader(rows[0]!, rows.slice(1), options.isValue);
  const first = best.firstIsWhole ? rows[0] : undefined;
  return {
    sure: separator !== null || best.sure,
    dialect: {
      format: "delimited",
      delimiter: best.delimiter,
      hasHeader,
      columns: first === undefined ? undefined : hasHeader ? first : first.map(() => ""),
    },
  };
}

interface Judged {
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
  /** False where the head ends inside the first row. */
  readonly firstIsWhole: boolean;
  readonly agreement: number;
  readonly sure: boolean;
}

function judge(head: string, isWhole: boolean, delimiter: string): Judged {
  const { rows, firstIsWhole } = headRows(head, isWhole, delimiter);
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [w, n] of widths) {
    if (n > most || (n === most && w > width)) {
      width = w;
      most = n;
    }
  }
  if (width < 2) return { delimiter, rows, firstIsWhole, agreement: 0, sure: false };
  const share = most / rows.length;
  const agreement = share * (1 + Math.min(width, 50) / 100) * (punctuates(rows) ? 0.3 : 1);
  return { delimiter, rows, firstIsWhole, agreement, sure: agrees(rows, width, share, delimiter) && !punctuates(rows) };
}

/** One width throughout; or, of many rows, nearly so: then the others are malformed. A lone row only with delimiters that prose has not. */
function agrees(rows: readonly unknown[], width: number, share: number, delimiter: string): boolean {
  if (rows.length === 1) return width > 2 && (delimiter === "\t" || delimiter === "|");
  return share === 1 || (rows.length >= 10 && share >= 0.9);
}

/** Commas and semicolons of prose are followed by a space; those between cells seldom are. */
function punctuates(rows: readonly (readonly string[])[]): boolean {
  let cells = 0;
  let spaced = 0;
  for (const row of rows) {
    for (let i = 1; i < row.length; i++) {
      cells++;
      const cell = row[i]!;
      if (cell.charCodeAt(0) === 32 && cell.trim() !== "" && !/^ {0,8}[-+.\d"]/.test(cell)) spaced++;
    }
  }
  return cells > 0 && spaced > cells / 2;
}

/** The first whole, non-blank rows, unquoted; broken quotes are read as text. */
function headRows(head: string, isWhole: boolean, delimiter: string): { readonly rows: string[][]; readonly firstIsWhole: boolean } {
  const rows: string[][] = [];
  let row: string[] = [];
  let i = 0;
  while (i < head.length && rows.length < maxRows) {
    let cell = "";
    let end = i;
    if (head[i] === '"') {
      end = closingQuote(head, i);
      const after = head[end];
      if (end < 0 || !(after === undefined || after === delimiter || after === "\n" || after === "\r")) end = i;
      else cell = head.slice(i + 1, end - 1).replaceAll('""', '"');
    }
    if (end === i) {
      while (end < head.length && head[end] !== delimiter && head[end] !== "\n" && head[end] !== "\r") end++;
      cell = head.slice(i, end);
    }
    row.push(cell);
    const after = head[end];
    if (after === undefined) {
      const firstIsWhole = isWhole || rows.length > 0;
      if (isWhole || rows.length === 0) rows.push(row);
      return { rows, firstIsWhole };
    }
    i = end + 1;
    if (after === delimiter) {
      if (i < head.length) continue;
      const firstIsWhole = isWhole || rows.length > 0;
      if (isWhole) row.push("");
      if (isWhole || rows.length === 0) rows.push(row);
      return { rows, firstIsWhole };
    }
    if (after === "\r" && head[i] === "\n") i++;
    if (row.length > 1 || row[0]!.trim() !== "") rows.push(row);
    row = [];
  }
  return { rows, firstIsWhole: true };
}

/** Just after the quote that closes the one at `from`; -1 where none does. */
function closingQuote(text: string, from: number): number {
  for (let i = from + 1; ; i++) {
    i = text.indexOf('"', i);
    if (i < 0) return -1;
    if (text[i + 1] !== '"') return i + 1;
    i++;
  }
}
