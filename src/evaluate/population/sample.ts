import { DeidError } from "../../errors.ts";
import type { Stream } from "../../random/stream.ts";
import type { Collected } from "./collect.ts";
import { isAlive } from "./people.ts";
import { numberOf, type ReferenceColumn, type ReferenceMap, traitOf } from "./reference-map.ts";
import { readRows } from "./rows.ts";
import { ageOn } from "./time.ts";
import { keyOf } from "./trait.ts";

/** Rows of numbers by named columns, each with its weight. */
export interface Sample {
  readonly columns: Readonly<Record<string, Float64Array>>;
  readonly weights: Float64Array;
}

export const sizeOf = ({ weights }: Sample): number => weights.length;

/** The rows of a reference file: those the generator was fitted on, and those held out. Throws `malformed`, `bad-usage`. */
export async function readReference(
  path: string,
  map: ReferenceMap,
  signal?: AbortSignal,
): Promise<{ readonly fit: Sample | undefined; readonly test: Sample }> {
  const fields = Object.fromEntries([
    ...Object.entries(map.columns).map(([name, { column }]) => [name, [column]] as const),
    ...(map.weight === undefined ? [] : [["_weight", [map.weight]] as const]),
    ...(map.period ? [["_period", [map.period.column]] as const] : []),
  ]);
  const names = Object.keys(map.columns);
  const create = () => ({ rows: names.map((): number[] => []), weights: [] as number[] });
  const [fit, test] = [create(), create()];
  const ageName = names.find((name) => map.columns[name]!.trait === "age");
  const found = await readRows(
    path,
    fields,
    (row) => {
      const into = !map.period
        ? test
        : map.period.test.includes(row._period!)
          ? test
          : map.period.fit?.includes(row._period!)
            ? fit
            : undefined;
      const weight = map.weight === undefined ? 1 : Number(row._weight);
      if (!into || !(weight > 0)) return;
      const age = ageName === undefined ? Number.NaN : Number(row[ageName]);
      if (age < map.ages[0] || age > map.ages[1]) return;
      for (const [i, name] of names.entries()) into.rows[i]!.push(numberIn(row[name] ?? "", map.columns[name]!));
      into.weights.push(weight);
    },
    { display: "the reference", signal },
  );
  const lacking = [...names, ...(map.weight === undefined ? [] : ["_weight"]), ...(map.period ? ["_period"] : [])].filter(
    (name) => !found.has(name),
  );
  if (lacking.length > 0) {
    throw new DeidError("bad-usage", "the reference has no such column as its map names", {
      input: "the reference",
      at: `columns.${lacking[0]}`,
    });
  }
  const finish = ({ rows, weights }: ReturnType<typeof create>): Sample => ({
    columns: Object.fromEntries(names.map((name, i) => [name, Float64Array.from(rows[i]!)])),
    weights: Float64Array.from(weights),
  });
  return { fit: fit.weights.length > 0 ? finish(fit) : undefined, test: finish(test) };
}

function numberIn(text: string, { values, decimals, cap }: ReferenceColumn): number {
  if (text === "" || text === "NA") return Number.NaN;
  if (values) return Object.hasOwn(values, text) ? numberOf(values[text]!) : Number.NaN;
  const number = Number(text);
  const scale = 10 ** (decimals ?? 0);
  const plain = decimals === undefined ? number : Math.round(number * scale) / scale;
  return cap === undefined ? plain : Math.min(plain, cap);
}

/** Our people of the map's ages, as their records have them. */
export function recorded({ people, asOf, traits }: Collected, map: ReferenceMap): Columns {
  const rows: number[] = [];
  for (let i = 0; i < people.size; i++) {
    if (!isAlive(people, i, asOf)) continue;
    const age = ageOn(people.birth[i]!, asOf);
    if (age >= map.ages[0] && age <= map.ages[1]) rows.push(i);
  }
  return Object.fromEntries(
    Object.entries(map.columns).map(([name, column]) => {
      const all = traits.get(keyOf(traitOf(column)))!;
      const capped = column.cap === undefined ? (value: number): number => value : (value: number): number => Math.min(value, column.cap!);
      return [name, Float64Array.from(rows, (i) => capped(all[i]!))];
    }),
  );
}

/** Columns by the map's names, a row a person. */
export type Columns = Readonly<Record<string, Float64Array>>;

/** Our people, weighted so that in the columns to be matched they are as the reference is. */
export function matched(columns: Columns, map: ReferenceMap, reference: Sample): Sample {
  const size = Object.values(columns)[0]?.length ?? 0;
  const cellOf = (sample: Columns, row: number): string =>
    (map.match ?? [])
      .map((name) => (map.columns[name]!.trait === "age" ? Math.floor(sample[name]![row]! / 5) : sample[name]![row]!))
      .join(" ");
  const wanted = new Map<string, number>();
  for (let i = 0; i < reference.weights.length; i++) {
    const cell = cellOf(reference.columns, i);
    wanted.set(cell, (wanted.get(cell) ?? 0) + reference.weights[i]!);
  }
  const there = new Map<string, number>();
  for (let i = 0; i < size; i++) {
    const cell = cellOf(columns, i);
    there.set(cell, (there.get(cell) ?? 0) + 1);
  }
  const weights = Float64Array.from({ length: size }, (_, i) => {
    const cell = cellOf(columns, i);
    return map.match ? (wanted.get(cell) ?? 0) / there.get(cell)! : 1;
  });
  return take(
    { columns, weights },
    Array.from(weights, (_, i) => i).filter((i) => weights[i]! > 0),
  );
}

export function take({ columns, weights }: Sample, rows: ArrayLike<number>): Sample {
  const pick = (column: Float64Array): Float64Array => Float64Array.from(rows, (i) => column[i]!);
  return { columns: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, pick(column)])), weights: pick(weights) };
}

/** Two halves of the rows, by lot. */
export function halves(size: number, stream: Stream): readonly [Uint32Array, Uint32Array] {
  const rows = shuffled(size, stream);
  const middle = size >> 1;
  return [rows.slice(0, middle), rows.slice(middle)];
}

export function shuffled(size: number, stream: Stream): Uint32Array {
  const rows = Uint32Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = stream.int(0, i);
    const kept = rows[i]!;
    rows[i] = rows[j]!;
    rows[j] = kept;
  }
  return rows;
}

/** Rows drawn with replacement, in proportion to their weights. */
export function bootstrapped(sample: Sample, count: number, stream: Stream): Sample {
  const cumulative = new Float64Array(sizeOf(sample));
  let total = 0;
  for (let i = 0; i < cumulative.length; i++) {
    total += sample.weights[i]!;
    cumulative[i] = total;
  }
  return take(
    sample,
    Uint32Array.from({ length: count }, () => stream.weighted(cumulative)),
  );
}

/**
 * Rows drawn without replacement, each as likely as another; their weights are scaled to a mean of 1. Drawn by weight instead, most of
 * a small sample would be taken whatever its rows weigh, and it would differ by that alone from one drawn from many.
 */
export function drawn(sample: Sample, count: number, stream: Stream): Sample {
  const { columns, weights } = take(sample, shuffled(sizeOf(sample), stream).slice(0, count).sort());
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return { columns, weights: weights.map((weight) => weight / mean) };
}

/** Rows that all weigh the same. */
export const even = ({ columns, weights }: Sample): Sample => ({ columns, weights: new Float64Array(weights.length).fill(1) });

/** Every column drawn by itself: whatever held them together is gone. */
export function independent({ columns, weights }: Sample, stream: Stream): Sample {
  return {
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, column]) => {
        const order = shuffled(column.length, stream.fork(name));
        return [name, Float64Array.from(order, (i) => column[i]!)];
      }),
    ),
    weights,
  };
}

/** Rows in which none of the columns is missing. */
export function complete(sample: Sample, names: readonly string[]): Sample {
  const rows: number[] = [];
  for (let i = 0; i < sizeOf(sample); i++) if (names.every((name) => !Number.isNaN(sample.columns[name]![i]!))) rows.push(i);
  return take(sample, rows);
}
