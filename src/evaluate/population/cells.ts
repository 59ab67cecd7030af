import { normalCdf } from "../../random/arithmetic.ts";
import type { QuantileRow, ShareRow } from "./comparison.ts";
import { holm } from "./intervals.ts";
import type { ReferenceMap } from "./reference-map.ts";
import { type Sample, sizeOf } from "./sample.ts";

/** A part of the people by sex and age. */
export interface Cell {
  readonly name: string;
  rows(sample: Sample): number[];
}

/** Sex by age group, where the map has both. */
export function cellsOf({ columns, cells = [18, 40, 60], ages }: ReferenceMap): Cell[] {
  const nameOf = (trait: string): string | undefined => Object.keys(columns).find((name) => columns[name]!.trait === trait);
  const [age, sex] = [nameOf("age"), nameOf("sex")];
  if (age === undefined || sex === undefined) return [{ name: "all", rows: (sample) => Array.from(sample.weights, (_, i) => i) }];
  return (["women", "men"] as const).flatMap((who) =>
    cells.map((from, i) => {
      const below = cells[i + 1] ?? ages[1] + 1;
      return {
        name: `${who} ${cells[i + 1] === undefined ? `${from}+` : `${from}-${below - 1}`}`,
        rows: (sample: Sample): number[] => {
          const rows: number[] = [];
          for (let row = 0; row < sizeOf(sample); row++) {
            const years = sample.columns[age]![row]!;
            if (years >= from && years < below && sample.columns[sex]![row] === (who === "women" ? 1 : 0)) rows.push(row);
          }
          return rows;
        },
      };
    }),
  );
}

/** Shares of each category by cell: a test of two weighted shares, Holm over all. */
export function sharesOf(ours: Sample, test: Sample, names: readonly string[], map: ReferenceMap): ShareRow[] {
  const rows: (Omit<ShareRow, "adjusted" | "verdict"> & { readonly p: number })[] = [];
  for (const name of names) {
    const categories = [...new Set(test.columns[name]!.filter((value) => !Number.isNaN(value)))].sort((a, b) => a - b);
    for (const category of categories.length === 2 ? categories.slice(1) : categories)
      for (const cell of cellsOf(map)) {
        const [a, b] = [shareIn(ours, name, category, cell.rows(ours)), shareIn(test, name, category, cell.rows(test))];
        if (!a || !b) continue;
        const variance = (b.share * (1 - b.share)) / b.effective + (a.share * (1 - a.share)) / a.effective;
        const z = variance > 0 ? Math.abs(a.share - b.share) / Math.sqrt(variance) : a.share === b.share ? 0 : 9;
        const label =
          categories.length === 2
            ? name
            : `${name} ${Object.keys(map.columns[name]!.values ?? {})[categories.indexOf(category)] ?? category}`;
        rows.push({ name: label, cell: cell.name, ours: a.share, real: b.share, p: 2 * (1 - normalCdf(z)) });
      }
  }
  const adjusted = holm(rows.map(({ p }) => p));
  return rows.map(({ p: _, ...row }, i) => ({ ...row, adjusted: adjusted[i]!, verdict: adjusted[i]! < 0.05 ? "fails" : "holds" }));
}

function shareIn({ columns, weights }: Sample, name: string, category: number, rows: readonly number[]) {
  let [part, whole, squares] = [0, 0, 0];
  for (const row of rows) {
    const value = columns[name]![row]!;
    if (Number.isNaN(value)) continue;
    whole += weights[row]!;
    squares += weights[row]! ** 2;
    if (value === category) part += weights[row]!;
  }
  // Kish's effective number of rows.
  return whole > 0 && (whole * whole) / squares >= 30 ? { share: part / whole, effective: (whole * whole) / squares } : undefined;
}

const levels = [0.05, 0.25, 0.5, 0.75, 0.95];

/** At five shares, by sex and ten years of age. */
export function quantilesOf(ours: Sample, test: Sample, names: readonly string[], map: ReferenceMap): QuantileRow[] {
  const decades: ReferenceMap = { ...map, cells: [18, 30, 40, 50, 60, 70].filter((age) => age >= map.ages[0] - 9) };
  const cells = cellsOf(decades);
  if (cells.length === 1) return [];
  return names.flatMap((name) =>
    cells.flatMap((cell): QuantileRow[] => {
      const [a, b] = [quantilesIn(ours, name, cell.rows(ours)), quantilesIn(test, name, cell.rows(test))];
      const [who, from] = cell.name.split(/[ +-]/);
      return a && b ? [{ name, sex: who as "women" | "men", from: Number(from), ours: a, real: b }] : [];
    }),
  );
}

function quantilesIn({ columns, weights }: Sample, name: string, rows: readonly number[]): number[] | undefined {
  const there = rows.filter((row) => !Number.isNaN(columns[name]![row]!)).sort((a, b) => columns[name]![a]! - columns[name]![b]!);
  if (there.length < 20) return undefined;
  const total = there.reduce((sum, row) => sum + weights[row]!, 0);
  let below = 0;
  let next = 0;
  const values: number[] = [];
  for (const row of there) {
    below += weights[row]!;
    while (next < levels.length && below >= levels[next]! * total - 1e-9) {
      values.push(columns[name]![row]!);
      next++;
    }
  }
  while (values.length < levels.length) values.push(values.at(-1)!);
  return values;
}
