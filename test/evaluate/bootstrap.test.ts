import fc from "fast-check";
import { expect, test } from "vitest";
import { bootstrap } from "../../src/evaluate/bootstrap.ts";
import { createStream } from "../../src/random/stream.ts";

const ratio = { part: "full", whole: "gold" };
const counts = (full: number, gold: number) =>
  new Map([
    ["full", full],
    ["gold", gold],
  ]);
const options = { samples: 400, seed: "1" };

test("an interval holds its value, and the same seed gives the same figures", () => {
  const rows = fc.array(
    fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => counts(Math.min(a, b), Math.max(a, b))),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(rows, (notes) => {
      const [share] = bootstrap([ratio], notes, undefined, { samples: 100, seed: "x" }).shares;
      if (share!.value === null) return share!.whole === 0;
      expect(bootstrap([ratio], notes, undefined, { samples: 100, seed: "x" }).shares[0]).toEqual(share);
      return share!.low! >= 0 && share!.high! <= 1 && share!.low! <= share!.high!;
    }),
    { numRuns: 100 },
  );
});

test("notes are drawn whole: identifiers that fail together widen the interval", () => {
  const width = (notes: readonly ReadonlyMap<string, number>[]): number => {
    const [share] = bootstrap([ratio], notes as Map<string, number>[], undefined, options).shares;
    return share!.high! - share!.low!;
  };
  const together = Array.from({ length: 50 }, (_, i) => (i < 5 ? counts(0, 20) : counts(20, 20)));
  const apart = Array.from({ length: 50 }, () => counts(18, 20));
  expect(width(together)).toBeGreaterThan(0.1);
  expect(width(apart)).toBe(0);
});

test("where no note fails the lower end is the exact one, by the number of notes", () => {
  const [share] = bootstrap(
    [ratio],
    Array.from({ length: 100 }, () => counts(30, 30)),
    undefined,
    options,
  ).shares;
  expect(share).toMatchObject({ value: 1, high: 1, interval: "exact", notes: 100 });
  expect(share!.low).toBeCloseTo(0.9638, 4);
});

test("an interval of 95 % holds the truth in about 95 % of trials", () => {
  const stream = createStream("coverage");
  let held = 0;
  const trials = 200;
  for (let trial = 0; trial < trials; trial++) {
    // Notes of two sorts, so that identifiers of one note go together: the truth is 0.75.
    const notes = Array.from({ length: 60 }, () => {
      const p = stream.chance(0.5) ? 0.9 : 0.6;
      return counts(Array.from({ length: 10 }, () => stream.chance(p)).filter(Boolean).length, 10);
    });
    const [share] = bootstrap([ratio], notes, undefined, { samples: 300, seed: String(trial) }).shares;
    if (share!.low! <= 0.75 && 0.75 <= share!.high!) held++;
  }
  expect(held / trials).toBeGreaterThan(0.9);
  expect(held / trials).toBeLessThanOrEqual(0.99);
});
