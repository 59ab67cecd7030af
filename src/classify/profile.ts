import { dateParts, isNullMarker, type Shape, shapeOf } from "./shape.ts";

/** What the values of one slot look like. Holds at most `maxDistinct` of them, in memory only. */
export interface Profile {
  add(value: string): void;
  /** Cells seen, empty ones too. */
  readonly entries: number;
  /** Cells that say something. */
  readonly filled: number;
  /** Distinct values among the filled, at most `maxDistinct`. */
  readonly distinct: number;
  /** Distinct values that a profile keeps, each with its count and shape, in order of appearance. */
  values(): readonly ProfiledValue[];
  /** Share of the distinct values that have one of these shapes; 0 where nothing is filled. */
  share(...shapes: readonly Shape[]): number;
  /** Which number comes first in dates such as 31/12/2020, where the column tells. */
  readonly dateOrder: "mdy" | "dmy" | undefined;
  /** Mean length of the distinct values. */
  readonly meanLength: number;
  /** Share of distinct values that have the most frequent length. */
  readonly sameLength: number;
}

export interface ProfiledValue {
  readonly value: string;
  readonly shape: Shape;
  readonly count: number;
}

const maxDistinct = 1000;
const maxKeptUnits = 400;

export function createProfile(): Profile {
  const counts = new Map<string, { count: number; readonly shape: Shape }>();
  let entries = 0;
  let filled = 0;
  let listed: readonly ProfiledValue[] | undefined;
  let shapes: Map<Shape, number> | undefined;

  const values = (): readonly ProfiledValue[] => {
    listed ??= [...counts].map(([value, { count, shape }]) => ({ value, count, shape }));
    return listed;
  };

  return {
    add(cell) {
      entries++;
      const trimmed = cell.trim();
      if (isNullMarker(trimmed)) return;
      filled++;
      const value = trimmed.length > maxKeptUnits ? trimmed.slice(0, maxKeptUnits) : trimmed;
      listed = undefined;
      const known = counts.get(value);
      if (known) {
        known.count++;
        return;
      }
      if (counts.size >= maxDistinct) return;
      counts.set(value, { count: 1, shape: shapeOf(trimmed) });
      shapes = undefined;
    },
    get entries() {
      return entries;
    },
    get filled() {
      return filled;
    },
    get distinct() {
      return counts.size;
    },
    values,
    share(...wanted) {
      if (counts.size === 0) return 0;
      if (!shapes) {
        shapes = new Map();
        for (const { shape } of values()) shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
      }
      let sum = 0;
      for (const shape of wanted) sum += shapes.get(shape) ?? 0;
      return sum / counts.size;
    },
    get dateOrder() {
      return dateOrderOf(values());
    },
    get meanLength() {
      let sum = 0;
      for (const value of counts.keys()) sum += value.length;
      return counts.size === 0 ? 0 : sum / counts.size;
    },
    get sameLength() {
      const lengths = new Map<number, number>();
      for (const value of counts.keys()) lengths.set(value.length, (lengths.get(value.length) ?? 0) + 1);
      return counts.size === 0 ? 0 : Math.max(...lengths.values()) / counts.size;
    },
  };
}

/** A first number over 12 is a day, a second one likewise; a column that holds both tells nothing. */
function dateOrderOf(values: readonly ProfiledValue[]): "mdy" | "dmy" | undefined {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const { value, shape } of values) {
    if (shape !== "date" && shape !== "timestamp") continue;
    const parts = dateParts(value);
    if (!parts) continue;
    if (parts[0] > 12) dayFirst++;
    if (parts[1] > 12) monthFirst++;
  }
  if (dayFirst === monthFirst) return undefined;
  return dayFirst > monthFirst ? "dmy" : "mdy";
}
