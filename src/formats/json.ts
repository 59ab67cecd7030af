import { DeidError } from "../errors.ts";
import { createCells, endEntry, toBatch } from "./cells.ts";
import type { Batch, DecodeOptions, Dialect, Format } from "./format.ts";
import { createPlaces } from "./json-paths.ts";
import { createJsonScanner, type Fault, skipSpace } from "./json-scan.ts";
import { readToken, writeToken } from "./json-token.ts";
import type { Slot } from "./slot.ts";
import { stretches } from "./stretches.ts";

/**
 * One JSON document. The elements of a root array are entries and are streamed; any other root is one entry, held whole.
 * A malformed document has no place to go on from, so it is refused also where malformed records are put aside.
 */
export const json: Format = {
  name: "json",
  title: "JSON (an array of records, or one document)",
  extensions: [".json"],
  sniff: (head) => {
    const body = head.slice(skipSpace(head, 0, head.length), skipSpace(head, 0, head.length) + 256);
    if (/^\{\s{0,100}(?:"|\}|$)/.test(body)) return { sure: true, dialect: { format: "json" } };
    if (/^\[\s{0,100}(?:["{[\]\-\d]|null|true|false|$)/.test(body))
      return { sure: !/^\[[^\]]{0,60}\]\s{0,9}\S/.test(body), dialect: { format: "json" } };
    return /^(?:"|-?\d|null|true|false)/.test(body) ? { sure: false, dialect: { format: "json" } } : null;
  },
  decode,
  read: readToken,
  write: writeToken,
};

async function* decode(
  source: AsyncIterable<string> | Iterable<string>,
  _dialect: Dialect,
  slots: Slot[],
  options: DecodeOptions,
): AsyncGenerator<Batch> {
  const { batchUnits = 1 << 18, maxRecordUnits = 1 << 28 } = options;
  const scan = createJsonScanner(createPlaces(slots, options.isValue));
  // start: nothing seen; element: one is due; first: one or ] is due; after: a comma or ] is due; end: the document is whole.
  let state: "start" | "first" | "element" | "after" | "end" = "start";
  let record = 0;
  let line = 1;

  yield* stretches(source, batchUnits, (text, isLast) => {
    const cells = createCells(4096, 256);
    const firstEntry = record;
    const firstLine = line;
    const length = text.length;
    let used = 0;
    const fail = (code: "malformed" | "too-large", message: string, at: number, hint?: string): never => {
      throw new DeidError(code, message, { line: line + lineBreaks(text, 0, at), record: record + 1 }, hint);
    };
    for (;;) {
      const i = skipSpace(text, used, length);
      if (i === length) {
        used = length;
        if (isLast && state !== "end") fail("malformed", state === "start" ? "no JSON value" : "the document ends inside an array", i);
        break;
      }
      const unit = text.charCodeAt(i);
      if (state === "end") fail("malformed", "text follows the document", i, "if every line is a document of its own: --format ndjson");
      else if (state === "start" && unit === 91) {
        state = "first";
        used = i + 1;
        continue;
      } else if ((state === "first" || state === "after") && unit === 93) {
        state = "end";
        used = i + 1;
        continue;
      } else if (state === "after") {
        if (unit !== 44) fail("malformed", "a comma or ] is due", i);
        state = "element";
        used = i + 1;
        continue;
      }
      const before = cells.cells;
      const end: number | Fault = scan(text, i, length, cells);
      if (typeof end !== "number" && end.code !== "incomplete") fail(end.code, end.message, end.at);
      if (typeof end !== "number" || (end === length && !isLast)) {
        if (isLast) fail("malformed", typeof end === "number" ? "" : end.message, length);
        if (length - i > maxRecordUnits) fail("too-large", `a record is longer than ${maxRecordUnits} characters`, i, "give it as NDJSON");
        cells.cells = before;
        used = i;
        break;
      }
      endEntry(cells, false);
      record++;
      state = state === "start" ? "end" : "after";
      used = end;
    }
    if (used === 0) return { batches: [], used };
    const stretch = used === length ? text : text.slice(0, used);
    line += lineBreaks(stretch, 0, used);
    return { batches: [toBatch(cells, stretch, slots, firstEntry, firstLine)], used };
  });
}

function lineBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) breaks++;
  return breaks;
}
