import type { Category } from "../identifiers/category.ts";

/** What was done, where: one line of the manifest's counts. `unknown`: no kind was claimed and the cell was not safe to keep. */
export interface CountKey {
  /** Safe to print. */
  readonly input: string;
  /** Safe to print: a slot's path. */
  readonly slot: string;
  readonly category: Category | "unknown";
  /** A kind's name, or `unknown`. */
  readonly kind: string;
  /** The transform's name, or what happened instead of one. */
  readonly rule: string;
}

export interface CountRow extends CountKey {
  readonly count: number;
}

/** Plain data: travels between workers. */
export type CountsTransfer = readonly CountRow[];

/**
 * Tallies of edits. Ask for a counter once for each place and rule, then `add` to it for each value: an array
 * element, no lookup.
 */
export interface Counts {
  /** The same number for an equal key. */
  counter(key: CountKey): number;
  add(counter: number, times?: number): void;
  merge(other: CountsTransfer): void;
  /** Rows with a count, sorted by input, slot, category, kind and rule. */
  rows(): CountsTransfer;
}

export function createCounts(): Counts {
  const keys: CountKey[] = [];
  const places = new Map<string, number>();
  let tallies = new Float64Array(64);

  const counter = ({ input, slot, category, kind, rule }: CountKey): number => {
    const name = [input, slot, category, kind, rule].join("\u0000");
    const known = places.get(name);
    if (known !== undefined) return known;
    const place = keys.push({ input, slot, category, kind, rule }) - 1;
    places.set(name, place);
    if (place === tallies.length) {
      const wider = new Float64Array(2 * tallies.length);
      wider.set(tallies);
      tallies = wider;
    }
    return place;
  };

  return {
    counter,
    add(place, times = 1) {
      tallies[place]! += times;
    },
    merge(other) {
      for (const row of other) tallies[counter(row)]! += row.count;
    },
    rows: () =>
      keys
        .map((key, place) => ({ ...key, count: tallies[place]! }))
        .filter(({ count }) => count > 0)
        .sort(
          (a, b) =>
            compare(a.input, b.input) ||
            compare(a.slot, b.slot) ||
            compare(a.category, b.category) ||
            compare(a.kind, b.kind) ||
            compare(a.rule, b.rule),
        ),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * A count as it may travel: 1 to 10 become `<11`, the cell size below which the CMS Cell Size Suppression Policy
 * (January 2020) lets no count be published.
 */
export function publishable(count: number): number | "<11" {
  return count > 0 && count < 11 ? "<11" : count;
}
