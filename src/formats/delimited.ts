import { DeidError } from "../errors.ts";
import { type Cells, createCells, endEntry, shiftCells, toBatch } from "./cells.ts";
import { columnSlots } from "./columns.ts";
import { lineEnd, linesLookWhole, type RecordScan, recordProblems, scanRecord, splitRecords } from "./delimited-record.ts";
import type { Batch, DecodeOptions, Dialect, Format } from "./format.ts";
import { refusal } from "./refusal.ts";
import type { Slot } from "./slot.ts";
import { sniffDelimited } from "./sniff-delimited.ts";
import { type Scanned, stretches } from "./stretches.ts";

/**
 * Comma, tab, pipe or semicolon separated text, RFC 4180: a cell that begins with `"` runs to its closing `"`, `""` is one
 * quote, lines end with CRLF, LF or CR. A quote elsewhere is text. A header row, blank lines and a leading `sep=` line are
 * frames. Put aside are records of another width than the first, and, up to the end of their first line only, records
 * whose quotes are broken.
 */
export const delimited: Format = {
  name: "delimited",
  title: "Delimited text (CSV, TSV, pipe, semicolon)",
  extensions: [".csv", ".tsv", ".psv", ".tab", ".dat"],
  sniff: sniffDelimited,
  decode: (source, dialect, slots, options) => stretches(source, options.batchUnits ?? 1 << 18, createScanner(dialect, slots, options)),
  read,
  write,
  splitBytes: (bytes, dialect) => splitRecords(bytes, delimiterOf(dialect)),
};

function delimiterOf({ delimiter = "," }: Dialect): number {
  return delimiter.charCodeAt(0);
}

function read(raw: string): string {
  if (raw.charCodeAt(0) !== 34) return raw;
  const inner = raw.slice(1, -1);
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}

function write(value: string | null, raw: string, _slot: Slot, dialect: Dialect): string {
  const text = value ?? "";
  // In one column an empty cell would be a blank line, and no record.
  const isLost = text === "" && dialect.columns?.length === 1;
  if (raw.charCodeAt(0) !== 34 && !isLost && !needsQuotes(text, delimiterOf(dialect))) return text;
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`;
}

function needsQuotes(text: string, delimiter: number): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === delimiter || unit === 34 || unit === 10 || unit === 13) return true;
  }
  return false;
}

function createScanner(dialect: Dialect, slots: Slot[], options: DecodeOptions): (text: string, isLast: boolean) => Scanned {
  const { batchUnits = 1 << 18, maxRecordUnits = 1 << 28, header = "auto", onMalformed } = options;
  const delimiter = delimiterOf(dialect);
  const scan: RecordScan = { next: -1, columns: 0, innerBreaks: 0, problem: null };
  let headerIsDue = header === "auto" ? (dialect.hasHeader ?? false) : header === "yes";
  let width = 0;
  let columnIds: Int32Array = new Int32Array(0);
  let headerSlot = -1;
  let isFirst = true;
  let record = 0;
  let line = 1;
  let cellsABatch = 4096;

  const settle = (columns: readonly string[]): void => {
    width = columns.length;
    ({ ids: columnIds, header: headerSlot } = columnSlots(columns, slots, options.isValue));
  };
  const settled = options.columns ?? dialect.columns;
  if (settled) settle(settled);

  return (text, isLast) => {
    const batches: Batch[] = [];
    let cells: Cells = createCells(cellsABatch, cellsABatch >> 2);
    let at = 0;
    let batchStart = 0;
    let batchRecord = record;
    let batchLine = line;
    const cut = (to: number, next: number): void => {
      if (to > batchStart) {
        shiftCells(cells, batchStart);
        cellsABatch = Math.max(256, cells.cells + (cells.cells >> 3));
        batches.push(toBatch(cells, text.slice(batchStart, to), slots, batchRecord, batchLine));
        if (next < text.length) cells = createCells(cellsABatch, cellsABatch >> 2);
      }
      batchStart = next;
      batchRecord = record;
      batchLine = line;
    };

    if (isFirst && text.length > 5) {
      const separator = /^sep=[,;|\t](?:\r\n|\n|\r)/i.exec(text);
      if (separator) {
        at = separator[0].length;
        line++;
        endEntry(cells, true);
      }
      isFirst = false;
    }

    while (at < text.length) {
      scanRecord(text, at, isLast, delimiter, cells, scan);
      const { columns, innerBreaks } = scan;
      let { next, problem } = scan;
      if (next < 0 && problem === null) {
        if (text.length - at <= maxRecordUnits) break;
        throw new DeidError("too-large", `a record is longer than ${maxRecordUnits} characters`, { line, record: record + 1 });
      }

      const first = cells.cells;
      if (problem === null && columns === 1 && isBlank(text, cells.start[first]!, cells.end[first]!, width)) {
        endEntry(cells, true);
        at = next;
        line++;
        continue;
      }
      if (problem === null && width === 0) {
        settle(
          Array.from({ length: columns }, (_, c) => (headerIsDue ? read(text.slice(cells.start[first + c], cells.end[first + c])) : "")),
        );
      }
      if (problem === null && innerBreaks > 0 && width > 2 && linesLookWhole(text, at, next, delimiter, width)) problem = "swallowed";

      if (problem !== null || columns !== width) {
        const message = problem === null ? `${columns} cells where ${width} are due` : recordProblems[problem];
        if (headerIsDue) throw new DeidError("malformed", `the header row: ${message}`, { line });
        if (!onMalformed) throw refusal("malformed", message, line, record + 1);
        if (problem !== null) {
          next = lineEnd(text, at);
          if (next < 0 && !isLast && text.length - at <= maxRecordUnits) break;
          if (next < 0) next = text.length;
        }
        onMalformed({ record: record + 1, line, message, text: text.slice(at, next) });
        const malformedAt = at;
        record++;
        line += problem === null ? innerBreaks + 1 : 1;
        at = next;
        cut(malformedAt, next);
        continue;
      }

      if (headerIsDue) cells.slot.fill(headerSlot, first, first + columns);
      else cells.slot.set(columnIds, first);
      cells.cells += columns;
      endEntry(cells, headerIsDue);
      if (headerIsDue) headerIsDue = false;
      else record++;
      line += innerBreaks + 1;
      at = next;
      if (at - batchStart >= batchUnits) cut(at, at);
    }
    cut(at, text.length);
    if (at > 0) isFirst = false;
    return { batches, used: at };
  };
}

/** An empty line; or, where records have several cells, one of spaces. */
function isBlank(text: string, start: number, end: number, width: number): boolean {
  return start === end || (width !== 1 && text.slice(start, end).trim() === "");
}
