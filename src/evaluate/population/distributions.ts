import type { Declared } from "./declared.ts";
import type { Verdict } from "./grade.ts";
import { chiSquareTest } from "./intervals.ts";
import { fewPeople, level } from "./round-trip.ts";

/** A whole distribution over categories: half the sum of differences, and Pearson's chi-square. */
export interface DistributionRow {
  readonly name: string;
  readonly people: number;
  readonly tv: number;
  readonly p: number;
  readonly verdict: Verdict;
}

export interface PyramidRow {
  readonly female: boolean;
  readonly from: number;
  readonly to: number;
  readonly people: number;
  readonly share: number;
  readonly declared: number;
}

export function pyramidOf(isFemale: readonly boolean[], ages: readonly number[], declared: NonNullable<Declared["pyramid"]>): PyramidRow[] {
  const rows: PyramidRow[] = [];
  for (const sex of [true, false])
    for (let from = 0; from <= 100; from += 5) {
      const to = from === 100 ? 120 : from + 4;
      const share = declared.reduce((sum, cell) => (cell.female === sex && cell.age >= from && cell.age <= to ? sum + cell.share : sum), 0);
      const people = ages.reduce((count, age, i) => (isFemale[i] === sex && age >= from && age <= to ? count + 1 : count), 0);
      if (share > 0 || people > 0) rows.push({ female: sex, from, to, people, share: people / Math.max(1, ages.length), declared: share });
    }
  return rows;
}

/** People are generated in blocks of so many: who belongs together is of one. */
const blockSize = 1000;

/** Fewer blocks do not show how they differ. */
const fewestBlocks = 10;

/**
 * How much more people differ by where they live than by lot alone: families live near each other. By how the blocks differ among
 * themselves; of few blocks by how many share a place.
 */
export function clustering(states: readonly string[], places: readonly number[], households: ReadonlyMap<string, number>): number {
  const shares = new Map<string, number>();
  const counts = new Map<number, Map<string, number>>();
  for (const [i, state] of states.entries()) {
    shares.set(state, (shares.get(state) ?? 0) + 1 / states.length);
    const block = Math.floor(places[i]! / blockSize);
    const own = counts.get(block) ?? new Map<string, number>();
    counts.set(block, own.set(state, (own.get(state) ?? 0) + 1));
  }
  if (counts.size < fewestBlocks) {
    let [people, squares] = [0, 0];
    for (const size of households.values()) {
      people += size;
      squares += size * size;
    }
    return people > 0 ? squares / people : 1;
  }
  let square = 0;
  for (const own of counts.values()) {
    const size = [...own.values()].reduce((sum, each) => sum + each, 0);
    for (const [state, share] of shares) square += ((own.get(state) ?? 0) - size * share) ** 2 / (size * share);
  }
  return Math.max(1, square / ((counts.size - 1) * Math.max(1, shares.size - 1)));
}

export function statesOf(states: readonly string[], declared: NonNullable<Declared["states"]>, effect: number): DistributionRow {
  const counts = new Map<string, number>();
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  const known = new Map(declared.map(({ state, share }) => [state, share]));
  const names = [...new Set([...known.keys(), ...counts.keys()])].sort();
  return distribution(
    "states",
    names.map((name) => counts.get(name) ?? 0),
    names.map((name) => known.get(name) ?? 0),
    effect,
  );
}

export function distribution(name: string, counts: readonly number[], shares: readonly number[], effect = 1): DistributionRow {
  const people = counts.reduce((sum, each) => sum + each, 0);
  let [tv, square, cells] = [0, 0, 0];
  let rest: [number, number] = [0, 0];
  for (const [i, count] of counts.entries()) {
    const expected = shares[i]! * people;
    tv += Math.abs(count - expected) / (2 * Math.max(1, people));
    // Cells under five expected are put together, as the test wants.
    if (expected < 5) rest = [rest[0] + count, rest[1] + expected];
    else {
      square += (count - expected) ** 2 / expected;
      cells++;
    }
  }
  if (rest[1] > 0) {
    square += (rest[0] - rest[1]) ** 2 / Math.max(rest[1], 1);
    cells++;
  }
  const impossible = counts.some((count, i) => count > 0 && shares[i] === 0);
  const p = impossible ? 0 : chiSquareTest(square / effect, cells - 1);
  // Of many people the test sees what does not matter.
  const verdict: Verdict = people < fewPeople ? "too few" : p >= level / 10 || (tv <= 0.005 && !impossible) ? "holds" : "fails";
  return { name, people, tv, p, verdict };
}
