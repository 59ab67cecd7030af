import type { Batch, Dialect, Format } from "./format.ts";

/**
 * The only renderer of every text format. `replacement(cell)` gives the new value, `null` to remove it, `undefined`
 * to leave the cell; whatever no replacement touches is the source exactly.
 */
export function render(batch: Batch, format: Format, dialect: Dialect, replacement: (cell: number) => string | null | undefined): string {
  const { text, slot, start, end, slots } = batch;
  let out = "";
  let done = 0;
  for (let cell = 0; cell < batch.cells; cell++) {
    const next = replacement(cell);
    if (next === undefined) continue;
    const from = start[cell]!;
    const to = end[cell]!;
    out += text.slice(done, from) + format.write(next, text.slice(from, to), slots[slot[cell]!]!, dialect);
    done = to;
  }
  return done === 0 ? text : out + text.slice(done);
}
