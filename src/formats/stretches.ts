import type { Batch } from "./format.ts";

/** What a scanner made of a stretch of text: the batches, and how many units of the stretch they (and what was put aside) cover. */
export interface Scanned {
  readonly batches: readonly Batch[];
  readonly used: number;
}

/**
 * Gathers chunks into stretches of about `units` and hands each to `scan`; what it does not use comes again with more
 * behind it. Where nothing is used the stretch doubles, so that one huge record is scanned a bounded number of times.
 */
export async function* stretches(
  source: AsyncIterable<string> | Iterable<string>,
  units: number,
  scan: (text: string, isLast: boolean) => Scanned,
): AsyncGenerator<Batch> {
  let parts: string[] = [];
  let length = 0;
  let wanted = units;
  for await (const chunk of source) {
    if (chunk.length === 0) continue;
    parts.push(chunk);
    length += chunk.length;
    if (length < wanted) continue;
    const text = parts.length === 1 ? parts[0]! : parts.join("");
    const { batches, used } = scan(text, false);
    yield* batches;
    const rest = text.slice(used);
    parts = rest === "" ? [] : [rest];
    length = rest.length;
    wanted = Math.max(units, length * 2);
  }
  const { batches } = scan(parts.join(""), true);
  yield* batches;
}
