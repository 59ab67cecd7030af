import { DeidError } from "../errors.ts";
import { createCells, endEntry, shiftCells, toBatch } from "./cells.ts";
import type { Batch, DecodeOptions, Dialect, Format } from "./format.ts";
import { createPlaces } from "./json-paths.ts";
import { createJsonScanner, type Fault, skipSpace } from "./json-scan.ts";
import { readToken, writeToken } from "./json-token.ts";
import { refusal } from "./refusal.ts";
import type { Slot } from "./slot.ts";
import { stretches } from "./stretches.ts";

/** One JSON value a line (LF or CRLF). Blank lines are frames. */
export const ndjson: Format = {
  name: "ndjson",
  title: "NDJSON (JSON Lines)",
  extensions: [".ndjson", ".jsonl"],
  sniff: (head, isWhole) => {
    const lines = head.split("\n");
    const partial = isWhole ? "" : lines.pop()!;
    const filled = lines.filter((line) => line.trim() !== "");
    if (filled.length + (/^[{[]/.test(partial) ? 1 : 0) < 2) return null;
    const scan = createJsonScanner(createPlaces([], () => true));
    const cells = createCells(64, 1);
    let whole = 0;
    for (const line of filled) {
      const end = scan(line, 0, line.length, cells);
      if (typeof end === "number" && skipSpace(line, end, line.length) === line.length) whole++;
    }
    // Lines of numbers or strings are NDJSON by law, and any list of numbers by habit.
    const opens = filled.filter((line) => /^[ \t]{0,8}[{[]/.test(line)).length;
    return whole * 2 >= filled.length && opens * 2 >= filled.length ? { sure: true, dialect: { format: "ndjson" } } : null;
  },
  decode,
  read: readToken,
  write: writeToken,
  splitBytes: (bytes) => bytes.lastIndexOf(10) + 1,
};

async function* decode(
  source: AsyncIterable<string> | Iterable<string>,
  _dialect: Dialect,
  slots: Slot[],
  options: DecodeOptions,
): AsyncGenerator<Batch> {
  const { batchUnits = 1 << 18, maxRecordUnits = 1 << 28 } = options;
  const scan = createJsonScanner(createPlaces(slots, options.isValue));
  let record = 0;
  let line = 1;

  yield* stretches(source, batchUnits, (text, isLast) => {
    const batches: Batch[] = [];
    let at = 0;
    let batchStart = 0;
    let batchLine = line;
    let batchRecord = record;
    let cells = createCells(1024, 64);
    const flush = (): void => {
      if (at > batchStart) {
        shiftCells(cells, batchStart);
        batches.push(toBatch(cells, text.slice(batchStart, at), slots, batchRecord, batchLine));
        cells = createCells(cells.cells + 64, cells.entries + 16);
      }
      batchStart = at;
      batchLine = line;
      batchRecord = record;
    };
    while (at < text.length) {
      const lineFeed = text.indexOf("\n", at);
      if (lineFeed < 0 && !isLast) {
        if (text.length - at > maxRecordUnits)
          throw new DeidError("too-large", `a record is longer than ${maxRecordUnits} characters`, { line, record: record + 1 });
        break;
      }
      const next = lineFeed < 0 ? text.length : lineFeed + 1;
      const to = lineFeed < 0 ? text.length : lineFeed;
      const from = skipSpace(text, at, to);
      if (from === to) {
        endEntry(cells, true);
        at = next;
        line++;
        continue;
      }
      const before = cells.cells;
      const wrong = faultOf(scan(text, from, to, cells), text, to);
      if (wrong) {
        cells.cells = before;
        if (!options.onMalformed) throw refusal(wrong.code, wrong.message, line, record + 1);
        flush();
        options.onMalformed({ record: record + 1, line, message: wrong.message, text: text.slice(at, next) });
        record++;
        line++;
        at = next;
        batchStart = at;
        batchLine = line;
        batchRecord = record;
        continue;
      }
      endEntry(cells, false);
      record++;
      line++;
      at = next;
      if (at - batchStart >= batchUnits) flush();
    }
    flush();
    return { batches, used: at };
  });
}

function faultOf(
  scanned: number | Fault,
  text: string,
  to: number,
): { readonly code: "malformed" | "too-large"; readonly message: string } | null {
  if (typeof scanned !== "number") return { code: scanned.code === "too-large" ? "too-large" : "malformed", message: scanned.message };
  return skipSpace(text, scanned, to) === to ? null : { code: "malformed", message: "text follows the value of the line" };
}
