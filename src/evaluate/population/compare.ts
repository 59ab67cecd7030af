import { normalCdf } from "../../random/arithmetic.ts";
import { createStream, type Stream } from "../../random/stream.ts";
import type { Verdict } from "./grade.ts";
import { holm } from "./intervals.ts";
import type { ReferenceMap } from "./reference-map.ts";
import { bootstrapped, complete, drawn, halves, independent, type Sample, sizeOf, take } from "./sample.ts";
import { binEdges, binned, contingencySimilarity, correlationSimilarity, ksStatistic, spearman, tvComplement } from "./similarity.ts";
import { separability, transfer } from "./two-sample.ts";

/** A score of ours between its two marks, each the mean over resamples of the same run. */
export interface Marked {
  readonly ours: number;
  /** Held-out real rows against other held-out real rows. */
  readonly real: number;
  /** Columns of real rows, each drawn by itself, against held-out real rows. */
  readonly independent: number;
  /** Real rows of the years fitted on against held-out ones: what a perfect copy of those would have. Null without such rows. */
  readonly drift: number | null;
}

export interface ColumnRow extends Marked {
  readonly name: string;
  readonly metric: "KSComplement" | "TVComplement";
}
export interface PairRow extends Marked {
  readonly first: string;
  readonly second: string;
  readonly metric: "CorrelationSimilarity" | "ContingencySimilarity";
}
/** The largest distance of distribution functions in one cell of sex and age. */
export interface CellRow extends Marked {
  readonly name: string;
  readonly cell: string;
  /** Nine of ten real halves lie nearer. */
  readonly limit: number;
  readonly verdict: Verdict;
  /** Of the years fitted on. */
  readonly driftVerdict: Verdict;
}
export interface RankCorrelationRow {
  readonly first: string;
  readonly second: string;
  readonly ours: number;
  readonly real: number;
  readonly low: number;
  readonly high: number;
  readonly drift: number | null;
  readonly verdict: Verdict;
  readonly driftVerdict: Verdict;
}
export interface ShareRow {
  readonly name: string;
  readonly cell: string;
  readonly ours: number;
  readonly real: number;
  readonly adjusted: number;
  readonly verdict: Verdict;
}
export interface QuantileRow {
  readonly name: string;
  readonly sex: "women" | "men";
  readonly from: number;
  /** At 5, 25, 50, 75 and 95 %. */
  readonly ours: readonly number[];
  readonly real: readonly number[];
}
export interface TaskRow {
  readonly name: string;
  /** AUC on held-out real rows. */
  readonly ours: number;
  readonly real: number;
  readonly independent: number;
  readonly share: number;
  readonly verdict: Verdict;
}

export interface Comparison {
  /** Whether our people's values are those of their records, or everybody was measured as in a survey. */
  readonly by: "recorded" | "examined";
  readonly reference: string;
  readonly source: string;
  readonly rows: { readonly ours: number; readonly fit: number; readonly test: number; readonly complete: number };
  readonly seeds: readonly string[];
  readonly resamples: number;
  /** Columns of the map that our side does not hold, or too rarely. */
  readonly notMeasured: readonly string[];
  readonly columns: readonly ColumnRow[];
  readonly pairs: readonly PairRow[];
  readonly columnShapes: Marked;
  readonly pairTrends: Marked;
  /** How far from independent columns to real halves the pairs are: 1 is real. */
  readonly progress: number;
  readonly cells: readonly CellRow[];
  readonly correlations: readonly RankCorrelationRow[];
  readonly shares: readonly ShareRow[];
  readonly quantiles: readonly QuantileRow[];
  readonly classifier: {
    readonly columns: readonly string[];
    readonly rows: number;
    readonly ours: number;
    readonly real: number;
    readonly independent: number;
    readonly drift: number | null;
    /** Ours against the rows it was fitted on: calibration. */
    readonly oursAgainstFit: number | null;
    /** What it tells ours by: the AUC that is lost where a column's values are shuffled, most first. */
    readonly by: readonly { readonly name: string; readonly lost: number }[];
    readonly verdict: Verdict;
  } | null;
  readonly tasks: readonly TaskRow[];
}

export interface CompareOptions {
  readonly seeds: readonly string[];
  /** How often halves are drawn, over all seeds. */
  readonly resamples: number;
}

/** Fewer rows of ours than this say nothing. */
const leastRows = 100;
/** A model trained on fewer tells of their number more than of what they hold. */
const leastTraining = 500;

/** Holds our people against real rows that nothing was fitted on. The same seeds give the same figures. */
export function compare(
  ours: Sample,
  fit: Sample | undefined,
  test: Sample,
  map: ReferenceMap,
  options: CompareOptions,
): Omit<Comparison, "by"> {
  const all = Object.keys(map.columns);
  const presence = (sample: Sample, name: string): number =>
    sample.columns[name]!.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  const names = all.filter((name) => presence(ours, name) >= leastRows && presence(test, name) >= leastRows);
  const isNumber = new Map(names.map((name) => [name, map.columns[name]!.values === undefined]));
  const repeats = Math.ceil(options.resamples / options.seeds.length);
  const streams = options.seeds.flatMap((seed) => {
    const root = createStream(`evaluate/population/${seed}`);
    return Array.from({ length: repeats }, (_, i) => root.fork(i));
  });
  const resampled = names.length > 1 && sizeOf(ours) >= leastRows ? resample(ours, fit, test, names, isNumber, map, streams) : empty;
  const columnShapes = meanOf(resampled.columns);
  const pairTrends = meanOf(resampled.pairs);
  const matched = new Set(map.match ?? []);
  const free = names.filter((name) => !matched.has(name));
  const classifier = separate(ours, fit, test, names, free, options.seeds);
  return {
    reference: map.reference,
    source: map.source,
    rows: { ours: sizeOf(ours), fit: fit ? sizeOf(fit) : 0, test: sizeOf(test), complete: classifier?.available ?? 0 },
    seeds: options.seeds,
    resamples: streams.length,
    notMeasured: all.filter((name) => !names.includes(name)),
    ...resampled,
    columnShapes,
    pairTrends,
    progress: (pairTrends.ours - pairTrends.independent) / (pairTrends.real - pairTrends.independent),
    shares: sharesOf(
      ours,
      test,
      free.filter((name) => !isNumber.get(name)!),
      map,
    ),
    quantiles: quantilesOf(
      ours,
      test,
      free.filter((name) => isNumber.get(name)!),
      map,
    ),
    classifier: classifier?.result ?? null,
    tasks: tasksOf(ours, fit, test, names, map, options.seeds),
  };
}

const empty = { columns: [], pairs: [], cells: [], correlations: [] } as const;

interface Sums {
  ours: number[];
  real: number[];
  independent: number[];
  drift: number[];
}
const sums = (): Sums => ({ ours: [], real: [], independent: [], drift: [] });
const mean = (list: readonly number[]): number => {
  const there = list.filter((each) => !Number.isNaN(each));
  return there.length === 0 ? Number.NaN : there.reduce((sum, each) => sum + each, 0) / there.length;
};
const orNull = (list: readonly number[]): number | null => (list.length === 0 ? null : mean(list));
const markedOf = ({ ours, real, independent: alone, drift }: Sums): Marked => ({
  ours: mean(ours),
  real: mean(real),
  independent: mean(alone),
  drift: orNull(drift),
});
const meanOf = (rows: readonly Marked[]): Marked =>
  markedOf({
    ours: rows.map(({ ours }) => ours),
    real: rows.map(({ real }) => real),
    independent: rows.map((row) => row.independent),
    drift: rows.flatMap(({ drift }) => drift ?? []),
  });

/** What `at` of all lie at or under. */
function percentile(list: readonly number[], at: number): number {
  const sorted = list.filter((each) => !Number.isNaN(each)).sort((a, b) => a - b);
  return sorted.length === 0 ? Number.NaN : sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(at * sorted.length) - 1))]!;
}

function resample(
  ours: Sample,
  fit: Sample | undefined,
  test: Sample,
  names: readonly string[],
  isNumber: ReadonlyMap<string, boolean>,
  map: ReferenceMap,
  streams: readonly Stream[],
): Pick<Comparison, "columns" | "pairs" | "cells" | "correlations"> {
  const matched = new Set(map.match ?? []);
  const free = names.filter((name) => !matched.has(name));
  const columns = new Map(free.map((name) => [name, sums()]));
  const pairs = names.flatMap((first, i) => names.slice(i + 1).map((second) => ({ first, second, sums: sums() })));
  const among = pairs.filter(({ first, second }) => !(matched.has(first) && matched.has(second)));
  const inCells = cellsOf(map);
  const cells = free.filter((name) => isNumber.get(name)).flatMap((name) => inCells.map((cell) => ({ name, cell, sums: sums() })));
  const numbers = among.filter(({ first, second }) => isNumber.get(first) && isNumber.get(second));
  const ranks = new Map(numbers.map((pair) => [pair, sums()]));
  for (const stream of streams) {
    const [a, b] = halves(sizeOf(test), stream.fork("halves"));
    const size = Math.min(a.length, b.length);
    const second = bootstrapped(take(test, b), size, stream.fork("b"));
    const first = bootstrapped(take(test, a), size, stream.fork("a"));
    const sides = [
      ["real", first],
      ["ours", bootstrapped(ours, size, stream.fork("ours"))],
      ["independent", independent(first, stream.fork("independent"))],
      ...(fit ? [["drift", bootstrapped(fit, size, stream.fork("fit"))] as const] : []),
    ] as const;
    const edges = new Map(names.map((name) => [name, isNumber.get(name) ? binEdges(second.columns[name]!) : undefined]));
    const classes = (sample: Sample): ReadonlyMap<string, Float64Array> =>
      new Map(names.map((name) => [name, edges.get(name) ? binned(sample.columns[name]!, edges.get(name)!) : sample.columns[name]!]));
    const against = classes(second);
    const rowsOfSecond = inCells.map((cell) => cell.rows(second));
    for (const [side, sample] of sides) {
      for (const name of free) {
        const [x, y] = [second.columns[name]!, sample.columns[name]!];
        columns.get(name)![side].push(isNumber.get(name) ? 1 - ksStatistic(x, y) : tvComplement(x, y));
      }
      const binnedSide = classes(sample);
      for (const pair of among) {
        const both = isNumber.get(pair.first) && isNumber.get(pair.second);
        pair.sums[side].push(
          both
            ? correlationSimilarity(
                [second.columns[pair.first]!, second.columns[pair.second]!],
                [sample.columns[pair.first]!, sample.columns[pair.second]!],
              )
            : contingencySimilarity(
                [against.get(pair.first)!, against.get(pair.second)!],
                [binnedSide.get(pair.first)!, binnedSide.get(pair.second)!],
              ),
        );
      }
      const rowsOfSide = inCells.map((cell) => cell.rows(sample));
      for (const { name, cell, sums: into } of cells) {
        const place = inCells.indexOf(cell);
        const [x, y] = [
          rowsOfSecond[place]!.map((i) => second.columns[name]![i]!),
          rowsOfSide[place]!.map((i) => sample.columns[name]![i]!),
        ];
        into[side].push(x.length < 30 || y.length < 30 ? Number.NaN : ksStatistic(x, y));
      }
    }
    // Correlations want the whole of the rows: halves would make their interval too wide.
    const whole = bootstrapped(test, sizeOf(test), stream.fork("whole"));
    const wholeOurs = bootstrapped(ours, sizeOf(test), stream.fork("whole ours"));
    const wholeFit = fit && bootstrapped(fit, sizeOf(test), stream.fork("whole fit"));
    for (const [pair, into] of ranks) {
      into.real.push(spearman(whole.columns[pair.first]!, whole.columns[pair.second]!));
      into.ours.push(spearman(wholeOurs.columns[pair.first]!, wholeOurs.columns[pair.second]!));
      if (wholeFit) into.drift.push(spearman(wholeFit.columns[pair.first]!, wholeFit.columns[pair.second]!));
    }
  }
  return {
    columns: [...columns].map(([name, each]) => ({
      name,
      metric: isNumber.get(name) ? "KSComplement" : "TVComplement",
      ...markedOf(each),
    })),
    pairs: among.map(({ first, second, sums: each }) => ({
      first,
      second,
      metric: isNumber.get(first) && isNumber.get(second) ? "CorrelationSimilarity" : "ContingencySimilarity",
      ...markedOf(each),
    })),
    cells: cells.map(({ name, cell, sums: each }) => {
      const marked = markedOf(each);
      const limit = percentile(each.real, 0.9);
      // With fewer of ours than of real rows in a half, the distance is also that of our few.
      const inCell = cell.rows(ours).length;
      const slack = inCell < cell.rows(test).length / 2 ? 1.358 / Math.sqrt(Math.max(1, inCell)) : 0;
      const judge = (ks: number | null, less: number): Verdict =>
        ks === null || Number.isNaN(ks) || Number.isNaN(limit)
          ? "not measured"
          : ks <= limit
            ? "holds"
            : ks - less <= limit
              ? "too few"
              : "fails";
      return { name, cell: cell.name, ...marked, limit, verdict: judge(marked.ours, slack), driftVerdict: judge(marked.drift, 0) };
    }),
    correlations: [...ranks].map(([{ first, second }, each]) => {
      const [mine, real] = [mean(each.ours), mean(each.real)];
      const [low, high] = [percentile(each.real, 0.025), percentile(each.real, 0.975)];
      const drift = orNull(each.drift);
      const judge = (r: number | null, slack: number): Verdict => {
        if (r === null || Number.isNaN(r - real)) return "not measured";
        const apart = Math.abs(r - real);
        return apart <= 0.03 || (r >= low && r <= high) ? "holds" : apart <= slack ? "too few" : "fails";
      };
      const verdict = judge(mine, 1.96 / Math.sqrt(sizeOf(ours)));
      return { first, second, ours: mine, real, low, high, drift, verdict, driftVerdict: judge(drift, 0) };
    }),
  };
}

interface Cell {
  readonly name: string;
  rows(sample: Sample): number[];
}

/** Sex by age group, where the map has both. */
function cellsOf({ columns, cells = [18, 40, 60], ages }: ReferenceMap): Cell[] {
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

function separate(
  ours: Sample,
  fit: Sample | undefined,
  test: Sample,
  names: readonly string[],
  free: readonly string[],
  seeds: readonly string[],
) {
  // Rows lacking a value are left out: who is measured is another question than what is measured. The rarest column goes first.
  let chosen = [...names];
  let [mine, real] = [complete(ours, chosen), complete(test, chosen)];
  const presence = (name: string): number => ours.columns[name]!.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  while (sizeOf(mine) < 1000 && chosen.filter((name) => free.includes(name)).length > 2) {
    const rarest = [...chosen].filter((name) => free.includes(name)).sort((a, b) => presence(a) - presence(b))[0]!;
    chosen = chosen.filter((name) => name !== rarest);
    [mine, real] = [complete(ours, chosen), complete(test, chosen)];
  }
  const rows = Math.min(Math.floor(sizeOf(real) / 3), Math.floor(sizeOf(mine) / 1.5), 4000);
  if (rows < leastRows || !chosen.some((name) => free.includes(name))) return undefined;
  const fitted = fit && complete(fit, chosen);
  const scores = {
    ours: [] as number[],
    real: [] as number[],
    independent: [] as number[],
    drift: [] as number[],
    calibration: [] as number[],
  };
  const by = new Map<string, number>();
  for (const seed of seeds) {
    const stream = createStream(`evaluate/population/${seed}/classifier`);
    const [a, b] = halves(sizeOf(real), stream.fork("halves"));
    const first = drawn(take(real, a), rows, stream.fork("a"));
    const second = drawn(take(real, b), rows, stream.fork("b"));
    const synthetic = drawn(mine, rows, stream.fork("ours"));
    const folds = stream.fork("folds");
    scores.real.push(separability(first, second, chosen, folds).auc);
    const told = separability(synthetic, second, chosen, folds);
    scores.ours.push(told.auc);
    for (const [name, lost] of told.lost) by.set(name, (by.get(name) ?? 0) + lost / seeds.length);
    scores.independent.push(separability(independent(first, stream.fork("independent")), second, chosen, folds).auc);
    if (!fitted || sizeOf(fitted) < rows) continue;
    const before = drawn(fitted, rows, stream.fork("fit"));
    scores.drift.push(separability(before, second, chosen, folds).auc);
    scores.calibration.push(separability(synthetic, before, chosen, folds).auc);
  }
  const [auc, mark] = [mean(scores.ours), mean(scores.real)];
  return {
    available: sizeOf(mine),
    result: {
      columns: chosen,
      rows,
      ours: auc,
      real: mark,
      independent: mean(scores.independent),
      oursAgainstFit: orNull(scores.calibration),
      by: [...by].map(([name, lost]) => ({ name, lost })).sort((a, b) => b.lost - a.lost || (a.name < b.name ? -1 : 1)),
      drift: orNull(scores.drift),
      verdict: (auc <= mark + 0.05 ? "holds" : "fails") as Verdict,
    },
  };
}

function tasksOf(
  ours: Sample,
  fit: Sample | undefined,
  test: Sample,
  names: readonly string[],
  map: ReferenceMap,
  seeds: readonly string[],
): TaskRow[] {
  return Object.entries(map.tasks ?? {}).map(([name, { outcome, among, without = [] }]) => {
    const told = [...("all" in outcome ? outcome.all : outcome.any), ...(among ? ("all" in among ? among.all : among.any) : [])];
    const outcomes = ("all" in outcome ? outcome.all : outcome.any).map(({ column }) => column);
    const features = names.filter((column) => !outcomes.includes(column) && !without.includes(column));
    const none: TaskRow = { name, ours: Number.NaN, real: Number.NaN, independent: Number.NaN, share: Number.NaN, verdict: "not measured" };
    if (!fit || features.length === 0 || told.some(({ column }) => !names.includes(column))) return none;
    const needed = [...new Set([...features, ...told.map(({ column }) => column)])];
    const [mine, real] = [complete(ours, needed), complete(fit, needed)];
    const rows = Math.min(sizeOf(mine), sizeOf(real), 6000);
    if (rows < leastTraining) return none;
    const held = complete(test, needed);
    const [scores, marks, alone]: number[][] = [[], [], []];
    for (const seed of seeds) {
      const stream = createStream(`evaluate/population/${seed}/tasks`);
      const before = drawn(real, rows, stream.fork("fit"));
      scores!.push(transfer(drawn(mine, rows, stream.fork("ours")), held, features, outcome, among));
      marks!.push(transfer(before, held, features, outcome, among));
      alone!.push(transfer(independent(before, stream.fork("independent")), held, features, outcome, among));
    }
    const [own, mark] = [mean(scores!), mean(marks!)];
    const share = own / mark;
    return {
      name,
      ours: own,
      real: mark,
      independent: mean(alone!),
      share,
      verdict: Number.isNaN(share) ? "not measured" : share >= 0.9 ? "holds" : "fails",
    };
  });
}

/** Shares of each category by cell: a test of two weighted shares, Holm over all. */
function sharesOf(ours: Sample, test: Sample, names: readonly string[], map: ReferenceMap): ShareRow[] {
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

function quantilesOf(ours: Sample, test: Sample, names: readonly string[], map: ReferenceMap): QuantileRow[] {
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
