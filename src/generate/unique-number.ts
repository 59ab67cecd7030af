import type { Stream } from "../random/stream.ts";

/**
 * A number in no visible order that no two patients of a population share: 99 and six digits for the first million,
 * eight for the rest up to a hundred million. A step through all remainders, coprime to their count, repeats none.
 */
export function uniqueNumber(root: Stream, index: number): string {
  const digits = index < 1_000_000 ? 6 : 8;
  const count = 10 ** digits;
  const draws = root.fork(digits);
  // Odd and no multiple of five; the product stays below 2^53.
  const step = 10 * draws.int(1_000, 8_000_000) + draws.pick([1, 3, 7, 9]);
  const number = ((index % count) * (step % count) + draws.int(0, count - 1)) % count;
  return `99${String(number).padStart(digits, "0")}`;
}
