import type { Stream } from "../random/stream.ts";

/**
 * A number in no visible order that no two patients of a population share: 99 and six digits for the first million,
 * eight for the rest up to a hundred million. A Feistel network of four rounds, which is a permutation of all pairs of halves.
 */
export function uniqueNumber(root: Stream, index: number): string {
  const digits = index < 1_000_000 ? 6 : 8;
  const base = 10 ** (digits / 2);
  let left = Math.floor(index / base);
  let right = index % base;
  for (let round = 0; round < 4; round++) {
    const next =
      (left +
        root
          .fork(digits)
          .fork(round)
          .fork(right)
          .int(0, base - 1)) %
      base;
    left = right;
    right = next;
  }
  return `99${String(left * base + right).padStart(digits, "0")}`;
}
