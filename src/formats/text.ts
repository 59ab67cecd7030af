import { addCell, createCells, endEntry, toBatch } from "./cells.ts";
import type { Batch, DecodeOptions, Dialect, Format } from "./format.ts";
import type { Slot } from "./slot.ts";
import { slotList } from "./slot-list.ts";
import { stretches } from "./stretches.ts";

/** A longer note comes in pieces: so much of it stands in memory at once. */
const maxPiece = 1 << 20;

/**
 * One file, one note: a single record with the slot `text`, declared prose. A note past 1 Mi units comes as further
 * entries that are frames, cut after a blank line or a line end, so that the count of records stays one a file.
 */
export const text: Format = {
  name: "text",
  title: "Plain text",
  extensions: [".txt", ".text", ".md", ".log"],
  sniff: (head) => (/[\0-\x06\x0e-\x1a]/.test(head) ? null : { sure: false, dialect: { format: "text" } }),
  decode,
  read: (raw) => raw,
  write: (value) => value ?? "",
};

async function* decode(
  source: AsyncIterable<string> | Iterable<string>,
  _dialect: Dialect,
  slots: Slot[],
  _options: DecodeOptions,
): AsyncGenerator<Batch> {
  const id = slotList(slots)("text", "", "value", "prose");
  let line = 1;
  let pieces = 0;
  yield* stretches(source, maxPiece, (stretch, isLast) => {
    const piece = isLast ? stretch : stretch.slice(0, cut(stretch));
    if (piece === "") return { batches: [], used: 0 };
    const cells = createCells(1, 1);
    addCell(cells, id, 0, piece.length);
    endEntry(cells, pieces > 0);
    const batch = toBatch(cells, piece, slots, pieces > 0 ? 1 : 0, line);
    pieces++;
    line += lineBreaks(piece);
    return { batches: [batch], used: piece.length };
  });
}

/** After the last blank line of the second half, else the last line end, else the last space, else the whole characters there are. */
function cut(stretch: string): number {
  for (const mark of ["\n\n", "\r\n\r\n", "\n", "\r", " "]) {
    const at = stretch.lastIndexOf(mark, stretch.length - mark.length - 1);
    if (at > stretch.length / 2) return at + mark.length;
  }
  const last = stretch.charCodeAt(stretch.length - 1);
  return last >= 0xd800 && last < 0xdc00 ? stretch.length - 1 : stretch.length;
}

function lineBreaks(piece: string): number {
  let breaks = 0;
  for (let i = 0; i < piece.length; i++) {
    const unit = piece.charCodeAt(i);
    if (unit === 10 || (unit === 13 && piece.charCodeAt(i + 1) !== 10)) breaks++;
  }
  return breaks;
}
