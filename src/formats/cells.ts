import type { Batch } from "./format.ts";
import type { Slot } from "./slot.ts";

/** Growing columns of cells and entries: what a scanner fills, and what a batch is cut from. */
export interface Cells {
  cells: number;
  slot: Int32Array;
  start: Int32Array;
  end: Int32Array;
  entries: number;
  cellsEnd: Int32Array;
  frame: Uint8Array;
}

export function createCells(cells: number, entries: number): Cells {
  return {
    cells: 0,
    slot: new Int32Array(cells),
    start: new Int32Array(cells),
    end: new Int32Array(cells),
    entries: 0,
    cellsEnd: new Int32Array(entries),
    frame: new Uint8Array(entries),
  };
}

export function addCell(cells: Cells, slot: number, start: number, end: number): void {
  const at = cells.cells;
  if (at === cells.slot.length) growCells(cells);
  cells.slot[at] = slot;
  cells.start[at] = start;
  cells.end[at] = end;
  cells.cells = at + 1;
}

/** Ends an entry: its cells are those added since the last. */
export function endEntry(cells: Cells, isFrame: boolean): void {
  const at = cells.entries;
  if (at === cells.cellsEnd.length) growEntries(cells);
  cells.cellsEnd[at] = cells.cells;
  cells.frame[at] = isFrame ? 1 : 0;
  cells.entries = at + 1;
}

export function growCells(cells: Cells): void {
  const length = Math.max(64, cells.slot.length * 2);
  cells.slot = grown(cells.slot, length);
  cells.start = grown(cells.start, length);
  cells.end = grown(cells.end, length);
}

function growEntries(cells: Cells): void {
  const length = Math.max(16, cells.cellsEnd.length * 2);
  cells.cellsEnd = grown(cells.cellsEnd, length);
  const frame = new Uint8Array(length);
  frame.set(cells.frame);
  cells.frame = frame;
}

function grown(from: Int32Array, length: number): Int32Array {
  const to = new Int32Array(length);
  to.set(from);
  return to;
}

export function toBatch(cells: Cells, text: string, slots: readonly Slot[], firstEntry: number, firstLine: number): Batch {
  const { slot, start, end, entries, cellsEnd, frame } = cells;
  return { text, firstEntry, firstLine, slots, cells: cells.cells, slot, start, end, entries, cellsEnd, frame };
}

/** Moves positions from a longer text to the part of it that begins at `by`. */
export function shiftCells(cells: Cells, by: number): void {
  if (by === 0) return;
  const { start, end } = cells;
  for (let c = 0; c < cells.cells; c++) {
    start[c] = start[c]! - by;
    end[c] = end[c]! - by;
  }
}
