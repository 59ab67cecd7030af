import { type Cells, growCells } from "./cells.ts";

const quote = 34;
const lf = 10;
const cr = 13;

/** A quoted cell that spans lines is taken for an unclosed quote past either of these. */
const maxQuotedLines = 4096;
const maxQuotedUnits = 1 << 20;

export const recordProblems = {
  unclosed: "an opening quote is not closed",
  afterQuote: "text follows a closing quote",
  swallowed: "a quoted cell spans lines that each look like a whole record",
  nul: "a NUL character",
} as const;

/** What one scan found. One object serves a whole input. */
export interface RecordScan {
  /** Slot of the first column. */
  readonly firstSlot: number;
  /** Where the next record begins; -1: the text ends before that can be told. */
  next: number;
  columns: number;
  /** Line breaks inside quotes. */
  innerBreaks: number;
  problem: keyof typeof recordProblems | null;
}

/** Lays the cells of the record at `from` behind those already in `cells`, without counting them in. */
export function scanRecord(text: string, from: number, isLast: boolean, delimiter: number, cells: Cells, scan: RecordScan): void {
  const length = text.length;
  const highest = Math.max(delimiter, quote);
  let { slot, start, end } = cells;
  let count = cells.cells;
  let column = 0;
  let inner = 0;
  let i = from;
  let cellStart = from;
  scan.problem = null;
  scan.next = -1;

  for (;;) {
    if (i < length && text.charCodeAt(i) === quote) {
      const innerBefore = inner;
      let isClosed = false;
      for (i++; i < length; i++) {
        const unit = text.charCodeAt(i);
        if (unit > quote) continue;
        if (unit === quote) {
          if (i + 1 < length && text.charCodeAt(i + 1) === quote) i++;
          else {
            isClosed = true;
            break;
          }
        } else if (unit === lf || (unit === cr && text.charCodeAt(i + 1) !== lf)) {
          if (++inner - innerBefore > maxQuotedLines) break;
        } else if (unit === 0) scan.problem = "nul";
      }
      if (inner > innerBefore && (inner - innerBefore > maxQuotedLines || i - cellStart > maxQuotedUnits)) {
        scan.problem = "unclosed";
        break;
      }
      if (!isClosed) {
        if (isLast) scan.problem = "unclosed";
        break;
      }
      i++;
      // A doubled quote may follow in the next stretch.
      if (i >= length && !isLast) break;
      if (i < length) {
        const unit = text.charCodeAt(i);
        if (unit !== delimiter && unit !== lf && unit !== cr) {
          scan.problem = "afterQuote";
          break;
        }
      }
    } else {
      for (; i < length; i++) {
        const unit = text.charCodeAt(i);
        if (unit > highest) continue;
        if (unit === delimiter || unit === lf || unit === cr) break;
        if (unit === 0) scan.problem = "nul";
      }
      if (i >= length && !isLast) break;
    }

    if (count === slot.length) {
      growCells(cells);
      ({ slot, start, end } = cells);
    }
    slot[count] = scan.firstSlot + column++;
    start[count] = cellStart;
    end[count++] = i;
    if (i >= length) {
      scan.next = length;
      break;
    }
    const unit = text.charCodeAt(i++);
    if (unit === delimiter) {
      cellStart = i;
      continue;
    }
    // LF may follow a CR in the next stretch.
    if (unit === cr && i < length && text.charCodeAt(i) === lf) scan.next = i + 1;
    else if (unit === lf || i < length || isLast) scan.next = i;
    break;
  }
  scan.columns = column;
  scan.innerBreaks = inner;
}

/** Just after the line break that ends the line at `from`; -1 where none is seen. */
export function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === lf) return i + 1;
    if (unit === cr && i + 1 < text.length) return text.charCodeAt(i + 1) === lf ? i + 2 : i + 1;
  }
  return -1;
}

/** Whether every line of a record that spans lines holds just the delimiters of a whole record: then a stray quote joined several. */
export function linesLookWhole(text: string, from: number, to: number, delimiter: number, width: number): boolean {
  let seen = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit === delimiter) seen++;
    else if (unit === lf || unit === cr) {
      if (seen !== width - 1) return false;
      if (unit === cr && text.charCodeAt(i + 1) === lf) i++;
      seen = i + 1 < to ? 0 : width - 1;
    }
  }
  return seen === width - 1;
}

/** The offset after the last line break outside quotes, in bytes that begin with a record; 0 for none. */
export function splitRecords(bytes: Uint8Array, delimiter: number): number {
  const length = bytes.length;
  let last = 0;
  let isCellStart = true;
  for (let i = 0; i < length; ) {
    const byte = bytes[i]!;
    if (isCellStart && byte === quote) {
      for (;;) {
        i = bytes.indexOf(quote, i + 1);
        if (i < 0) return last;
        if (bytes[i + 1] !== quote) break;
        i++;
      }
      i++;
      isCellStart = false;
      continue;
    }
    i++;
    if (byte > quote && byte !== delimiter) isCellStart = false;
    else if (byte === delimiter) isCellStart = true;
    else if (byte === lf || (byte === cr && i < length && bytes[i] !== lf)) {
      isCellStart = true;
      last = i;
    } else isCellStart = byte === cr;
  }
  return last;
}
