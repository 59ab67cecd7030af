import { DeidError } from "../errors.ts";
import { type Cells, createCells, endEntry, growCells, toBatch } from "./cells.ts";
import { columnSlots } from "./columns.ts";
import type { Batch, DecodeOptions, Dialect, Format } from "./format.ts";
import type { Slot } from "./slot.ts";
import { sniffDelimited } from "./sniff-delimited.ts";
import { type Scanned, stretches } from "./stretches.ts";

const quote = 34;
const lf = 10;
const cr = 13;

/** A quoted cell that spans lines is taken for an unclosed quote past either of these. */
const maxQuotedLines = 4096;
const maxQuotedUnits = 1 << 20;

/**
 * Comma, tab, pipe or semicolon separated text, RFC 4180: a cell that begins with `"` runs to its closing `"`, `""` is one
 * quote, lines end with CRLF, LF or CR. A quote elsewhere is text. A header row, blank lines and a leading `sep=` line are frames.
 */
export const delimited: Format = {
  name: "delimited",
  title: "Delimited text (CSV, TSV, pipe, semicolon)",
  extensions: [".csv", ".tsv", ".psv", ".tab", ".dat", ".txt"],
  sniff: sniffDelimited,
  decode,
  read,
  write,
  splitBytes,
};

function read(raw: string): string {
  if (raw.charCodeAt(0) !== quote) return raw;
  const inner = raw.slice(1, -1);
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}

function write(value: string | null, raw: string, _slot: Slot, dialect: Dialect): string {
  const isQuoted = raw.charCodeAt(0) === quote;
  const text = value ?? "";
  if (!isQuoted && !needsQuotes(text, (dialect.delimiter ?? ",").charCodeAt(0))) return text;
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}

function needsQuotes(text: string, delimiter: number): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === delimiter || unit === lf || unit === cr || (unit === quote && i === 0)) return true;
  }
  return false;
}

/** What is wrong with a record, and where to go on: after its first line for quotes, after the whole record for a wrong width. */
const wrong = {
  unclosed: "an opening quote is not closed",
  afterQuote: "text follows a closing quote",
  swallowed: "a quoted cell spans lines that each look like a whole record",
  nul: "a NUL character",
} as const;

async function* decode(
  source: AsyncIterable<string> | Iterable<string>,
  dialect: Dialect,
  slots: Slot[],
  options: DecodeOptions,
): AsyncGenerator<Batch> {
  const { batchUnits = 1 << 18, maxRecordUnits = 1 << 28 } = options;
  yield* stretches(source, batchUnits, createScanner(dialect, slots, options, batchUnits, maxRecordUnits));
}

function createScanner(
  dialect: Dialect,
  slots: Slot[],
  options: DecodeOptions,
  batchUnits: number,
  maxRecordUnits: number,
): (text: string, isLast: boolean) => Scanned {
  const delimiter = (dialect.delimiter ?? ",").charCodeAt(0);
  const highest = Math.max(delimiter, quote);
  const hasHeader = options.header === undefined || options.header === "auto" ? (dialect.hasHeader ?? false) : options.header === "yes";
  let width = 0;
  let headerSlot = -1;
  let isFirst = true;
  let headerDue = hasHeader;
  let record = 0;
  let line = 1;
  let perBatch = 1024;

  const settle = (columns: readonly string[], named: boolean): void => {
    width = columns.length;
    headerSlot = columnSlots(columns, named, slots, options.isValue);
  };
  const settled = options.columns ?? dialect.columns;
  if (settled) settle(settled, true);

  return (text, isLast) => {
    const batches: Batch[] = [];
    let batchStart = 0;
    let batchLine = line;
    let batchRecord = record;
    let cells = createCells(perBatch, 256);
    let at = 0;

    const flush = (): void => {
      if (at > batchStart) {
        if (batchStart > 0) shift(cells, batchStart);
        perBatch = Math.max(256, cells.cells + (cells.cells >> 3));
        batches.push(
          toBatch(cells, batchStart === 0 && at === text.length ? text : text.slice(batchStart, at), slots, batchRecord, batchLine),
        );
        cells = createCells(perBatch, cells.entries + 16);
      }
      batchStart = at;
      batchLine = line;
      batchRecord = record;
    };

    if (isFirst && (text.length > 5 || isLast)) {
      isFirst = false;
      const separator = /^sep=[,;|\t](?:\r\n|\n|\r)/i.exec(text);
      if (separator) {
        at = separator[0].length;
        line++;
        endEntry(cells, true);
      }
    }

    const length = text.length;
    while (at < length) {
      const recordStart = at;
      const firstCell = cells.cells;
      let slot = cells.slot;
      let start = cells.start;
      let end = cells.end;
      let count = firstCell;
      let column = 0;
      let inner = 0; // line breaks inside quotes
      let next = -1; // where the next record begins; -1: not seen yet
      let problem: keyof typeof wrong | null = null;
      let i = at;
      let cellStart = at;

      for (;;) {
        // One cell.
        if (i < length && text.charCodeAt(i) === quote) {
          i++;
          const innerBefore = inner;
          for (;;) {
            if (i >= length) break;
            const unit = text.charCodeAt(i++);
            if (unit > quote) continue;
            if (unit === quote) {
              if (i < length && text.charCodeAt(i) === quote) i++;
              else {
                i--;
                break;
              }
            } else if (unit === lf || (unit === cr && (i >= length || text.charCodeAt(i) !== lf))) {
              inner++;
              if (inner - innerBefore > maxQuotedLines) break;
            } else if (unit === 0) problem = "nul";
          }
          if (inner > innerBefore && (inner - innerBefore > maxQuotedLines || i - cellStart > maxQuotedUnits)) {
            problem = "unclosed";
            break;
          }
          if (i >= length) {
            if (isLast) problem = "unclosed";
            break;
          }
          i++; // the closing quote
          if (i >= length) {
            // A doubled quote may follow in the next stretch.
            if (!isLast) break;
          } else {
            const unit = text.charCodeAt(i);
            if (unit !== delimiter && unit !== lf && unit !== cr) {
              problem = "afterQuote";
              break;
            }
          }
        } else {
          for (; i < length; i++) {
            const unit = text.charCodeAt(i);
            if (unit > highest) continue;
            if (unit === delimiter || unit === lf || unit === cr) break;
            if (unit === 0) problem = "nul";
          }
        }
        if (i >= length && !isLast) break;
        if (count === slot.length) {
          growCells(cells);
          slot = cells.slot;
          start = cells.start;
          end = cells.end;
        }
        slot[count] = column++;
        start[count] = cellStart;
        end[count++] = i;
        if (i >= length) {
          next = length;
          break;
        }
        const unit = text.charCodeAt(i++);
        if (unit === delimiter) {
          cellStart = i;
          continue;
        }
        if (unit === lf) {
          next = i;
          break;
        }
        // CR: LF may follow in the next stretch.
        if (i < length) next = text.charCodeAt(i) === lf ? i + 1 : i;
        else if (isLast) next = i;
        break;
      }

      if (problem === null && next < 0) {
        if (length - recordStart > maxRecordUnits) {
          throw new DeidError("too-large", `a record is longer than ${maxRecordUnits} characters`, { line, record: record + 1 });
        }
        break;
      }

      // A blank line.
      if (problem === null && column === 1 && start[firstCell] === end[firstCell]) {
        endEntry(cells, true);
        at = next;
        line++;
        continue;
      }

      if (problem === null && inner > 0 && width >= 3 && linesLookWhole(text, recordStart, next, delimiter, width)) problem = "swallowed";
      const isHeader = headerDue && problem === null;
      if (isHeader && width === 0) {
        const columns: string[] = [];
        for (let c = firstCell; c < count; c++) columns.push(read(text.slice(start[c], end[c])));
        settle(columns, true);
      } else if (width === 0 && problem === null) {
        settle(
          Array.from({ length: column }, () => ""),
          false,
        );
      }

      if (problem !== null || column !== width) {
        const isLostHeader = headerDue;
        const message = problem === null ? `${column} cells where ${width} are due` : wrong[problem];
        if (problem !== null) next = lineEnd(text, recordStart);
        if (next < 0) {
          if (!isLast && length - recordStart <= maxRecordUnits) break;
          next = length;
        }
        if (isLostHeader) throw new DeidError("malformed", `the header row: ${message}`, { line });
        if (!options.onMalformed) throw new DeidError("malformed", message, { line, record: record + 1 });
        flush();
        options.onMalformed({ record: record + 1, line, message, text: text.slice(recordStart, next) });
        record++;
        line += problem === null ? inner + 1 : 1;
        at = next;
        batchStart = at;
        batchLine = line;
        batchRecord = record;
        continue;
      }

      if (isHeader) {
        headerDue = false;
        slot.fill(headerSlot, firstCell, count);
      }
      cells.cells = count;
      endEntry(cells, isHeader);
      if (!isHeader) record++;
      line += inner + 1;
      at = next;
      if (at - batchStart >= batchUnits) flush();
    }
    flush();
    if (at > 0) isFirst = false;
    return { batches, used: at };
  };
}

/** Moves positions from the stretch to the batch's own text. */
function shift(cells: Cells, by: number): void {
  const { start, end } = cells;
  for (let c = 0; c < cells.cells; c++) {
    start[c] = start[c]! - by;
    end[c] = end[c]! - by;
  }
}

/** Just after the line break that ends the line at `from`; -1 where none is seen. */
function lineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === lf) return i + 1;
    if (unit === cr && i + 1 < text.length) return text.charCodeAt(i + 1) === lf ? i + 2 : i + 1;
  }
  return -1;
}

/** Whether every line of a record that spans lines holds just the delimiters of a whole record: then a stray quote joined several. */
function linesLookWhole(text: string, from: number, to: number, delimiter: number, width: number): boolean {
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

/** Walks the bytes from a record's begin: the offset after the last line break outside quotes. */
function splitBytes(bytes: Uint8Array, dialect: Dialect): number {
  const delimiter = (dialect.delimiter ?? ",").charCodeAt(0);
  const length = bytes.length;
  let last = 0;
  let i = 0;
  let isCellStart = true;
  while (i < length) {
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
    if (byte === delimiter) isCellStart = true;
    else if (byte === lf) {
      isCellStart = true;
      last = i;
    } else if (byte === cr) {
      isCellStart = true;
      if (i < length && bytes[i] !== lf) last = i;
    } else isCellStart = false;
  }
  return last;
}
