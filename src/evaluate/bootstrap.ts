import { createStream } from "../random/stream.ts";
import type { Counts } from "./score.ts";

export interface Ratio {
  readonly part: string;
  readonly whole: string;
}

/** A share with its 95 % interval; `value` is null where there is nothing to take a share of. */
export interface Share {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly part: number;
  readonly whole: number;
  /** Notes that have any of the whole: what the interval rests on. */
  readonly notes: number;
  /**
   * `bootstrap`: percentiles over resampled notes. `exact`: no note has anything but successes, or nothing but failures; a
   * bootstrap would see no doubt there, so the open end is that of Clopper and Pearson over the notes. `none`: under ten notes,
   * which drawn anew say next to nothing.
   */
  readonly interval: "bootstrap" | "exact" | "none";
}

/** Two systems on the same resampled notes: first less second. */
export interface Difference {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Share of resamples in which the first has the higher value; in `equal` both have the same. */
  readonly higher: number;
  readonly equal: number;
}

export interface Resampled {
  readonly shares: readonly Share[];
  /** Those of the second system, where one was given. */
  readonly others: readonly Share[];
  /** One a ratio, where a second system was given. */
  readonly differences: readonly Difference[];
}

/**
 * Shares of sums over notes, with intervals from resampling whole notes with replacement: identifiers of one note are
 * found or missed together, so that resampling single identifiers would claim too much. The same seed gives the same figures.
 */
export function bootstrap(
  ratios: readonly Ratio[],
  first: readonly Counts[],
  second: readonly Counts[] | undefined,
  { samples, seed }: { readonly samples: number; readonly seed: string },
): Resampled {
  const systems = [sparse(ratios, first), ...(second ? [sparse(ratios, second)] : [])];
  const draws = systems.map(() => ratios.map(() => new Float64Array(samples)));
  const notes = first.length;
  const stream = createStream(`evaluate/${seed}`);
  const times = new Uint32Array(notes);
  for (let sample = 0; sample < samples && notes > 0; sample++) {
    times.fill(0);
    for (let i = 0; i < notes; i++) times[stream.int(0, notes - 1)]!++;
    for (const [s, { rows, keys, index }] of systems.entries()) {
      const sums = sum(rows, keys, times);
      for (const [r, [part, whole]] of index.entries()) draws[s]![r]![sample] = sums[part]! / sums[whole]!;
    }
  }
  const totals = systems.map(({ rows, keys }) => sum(rows, keys, new Uint32Array(notes).fill(1)));
  const sharesOf = (s: number, counts: readonly Counts[]): Share[] =>
    ratios.map(({ whole: key }, r) => {
      const [part, whole] = systems[s]!.index[r]!;
      const having = counts.reduce((count, each) => count + ((each.get(key) ?? 0) > 0 ? 1 : 0), 0);
      return share(totals[s]![part]!, totals[s]![whole]!, having, draws[s]![r]!);
    });
  const shares = sharesOf(0, first);
  if (!second) return { shares, others: [], differences: [] };
  const differences = ratios.map((_, r) => {
    const values = totals.map((sums, s) => sums[systems[s]!.index[r]![0]]! / sums[systems[s]!.index[r]![1]]!);
    return difference(values[0]! - values[1]!, draws[0]![r]!, draws[1]![r]!);
  });
  return { shares, others: sharesOf(1, second), differences };
}

interface Sparse {
  readonly keys: number;
  /** For each ratio the places of its part and its whole. */
  readonly index: readonly (readonly [number, number])[];
  /** For each note pairs of a place and a count. */
  readonly rows: readonly Float64Array[];
}

function sparse(ratios: readonly Ratio[], notes: readonly Counts[]): Sparse {
  const places = new Map<string, number>();
  const placeOf = (key: string): number => {
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, places.size);
    return places.size - 1;
  };
  const index = ratios.map(({ part, whole }) => [placeOf(part), placeOf(whole)] as const);
  const rows = notes.map((counts) =>
    Float64Array.from([...counts].flatMap(([key, count]) => (places.has(key) ? [places.get(key)!, count] : []))),
  );
  return { keys: places.size, index, rows };
}

function sum(rows: readonly Float64Array[], keys: number, times: Uint32Array): Float64Array {
  const sums = new Float64Array(keys);
  for (const [i, row] of rows.entries()) {
    const weight = times[i]!;
    if (weight === 0) continue;
    for (let k = 0; k < row.length; k += 2) sums[row[k]!]! += weight * row[k + 1]!;
  }
  return sums;
}

const fewNotes = 10;

function share(part: number, whole: number, notes: number, draws: Float64Array): Share {
  if (whole === 0) return { value: null, low: null, high: null, part, whole, notes, interval: "none" };
  const value = part / whole;
  // The interval's open end where n of n went one way: 0.025 = p^n.
  const open = 0.025 ** (1 / notes);
  if (part === whole) return { value, low: open, high: 1, part, whole, notes, interval: "exact" };
  if (part === 0) return { value, low: 0, high: 1 - open, part, whole, notes, interval: "exact" };
  if (notes < fewNotes) return { value, low: null, high: null, part, whole, notes, interval: "none" };
  const [low, high] = middle(draws);
  return { value, low, high, part, whole, notes, interval: low === null ? "none" : "bootstrap" };
}

function difference(value: number, first: Float64Array, second: Float64Array): Difference {
  const differences = first.map((draw, i) => draw - second[i]!);
  const valid = differences.filter((each) => !Number.isNaN(each));
  const [low, high] = middle(differences);
  const part = (test: (each: number) => boolean): number => (valid.length === 0 ? 0 : valid.filter(test).length / valid.length);
  return {
    value: Number.isNaN(value) ? null : value,
    low,
    high,
    higher: part((each) => each > 0),
    equal: part((each) => each === 0),
  };
}

/** The middle 95 % of draws; a resample that has nothing of the whole has no value and does not count. */
function middle(draws: Float64Array): readonly [number, number] | readonly [null, null] {
  const sorted = draws.filter((draw) => !Number.isNaN(draw)).sort();
  if (sorted.length === 0) return [null, null];
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(share * (sorted.length - 1))))]!;
  return [at(0.025), at(0.975)];
}
