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
  /** Where the next record begins; -1: the text ends before that can be told. */
  next: number;
  columns: number;
  /** Line breaks inside quotes. */
  innerBreaks: number;
  problem: keyof typeof recordProblems | null;
}

/** Lays the positions of the record's cells behind those already in `cells`, without counting them in or naming their slots. */
export function scanRecord(text: string, from: number, isLast: boolean, delimiter: number, cells: Cells, scan: RecordScan): void {
  const length = text.length;
  const highest = Math.max(delimiter, quote);
  let { start, end } = cells;
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

    if (count === start.length) {
      growCells(cells);
      ({ start, end } = cells);
    }
    column++;
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

/**
 * The offset after the last whole record in bytes that begin with a record; 0 for none. Goes on after broken quotes where
 * `scanRecord` and its caller do, so that bytes cut here are decoded as they would be uncut.
 */
export function splitRecords(bytes: Uint8Array, delimiter: number): number {
  const cuts = hasLoneCr(bytes) ? lastBreak : lastLf;
  let record = 0;
  for (let i = 0; ; ) {
    // From quote to quote by indexOf: 10 times the speed of a walk over every byte where quotes are few.
    const at = bytes.indexOf(quote, i);
    record = Math.max(record, cuts(bytes, i, at < 0 ? bytes.length : at));
    if (at < 0) return record;
    const before = at === 0 ? lf : bytes[at - 1]!;
    if (before !== delimiter && before !== lf && before !== cr) {
      i = at + 1;
      continue;
    }
    const end = closingQuote(bytes, at);
    if (end === "unseen" || (end !== "unclosed" && end >= bytes.length)) return record;
    const after = end === "unclosed" ? quote : bytes[end]!;
    if (end !== "unclosed" && (after === delimiter || after === lf || after === cr)) {
      i = end;
      continue;
    }
    i = firstLineEnd(bytes, record);
    if (i < 0) return record;
    record = i;
  }
}

function hasLoneCr(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(cr); i >= 0; i = bytes.indexOf(cr, i + 1)) if (i + 1 < bytes.length && bytes[i + 1] !== lf) return true;
  return false;
}

/** After the last LF in `[from, to)`; 0 for none. */
function lastLf(bytes: Uint8Array, from: number, to: number): number {
  const at = to === 0 ? -1 : bytes.lastIndexOf(lf, to - 1);
  return at < from ? 0 : at + 1;
}

/** After the last line break of any sort in `[from, to)`; 0 for none. A CR at the very end may be half of one. */
function lastBreak(bytes: Uint8Array, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) {
    if (bytes[i] === lf || (bytes[i] === cr && i + 1 < bytes.length && bytes[i + 1] !== lf)) return i + 1;
  }
  return 0;
}

/** Just after the quote that closes the cell at `from`. */
function closingQuote(bytes: Uint8Array, from: number): number | "unclosed" | "unseen" {
  let breaks = 0;
  for (let i = from + 1; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte > quote) continue;
    if (byte === quote) {
      if (bytes[i + 1] !== quote) return breaks > 0 && i - from > maxQuotedUnits ? "unclosed" : i + 1;
      i++;
    } else if (byte === lf || (byte === cr && bytes[i + 1] !== lf)) {
      if (++breaks > maxQuotedLines) return "unclosed";
    }
  }
  return breaks > 0 && bytes.length - from > maxQuotedUnits ? "unclosed" : "unseen";
}

function firstLineEnd(bytes: Uint8Array, from: number): number {
  for (let i = from; i < bytes.length; i++) {
    if (bytes[i] === lf) return i + 1;
    if (bytes[i] === cr && i + 1 < bytes.length) return bytes[i + 1] === lf ? i + 2 : i + 1;
  }
  return -1;
}
