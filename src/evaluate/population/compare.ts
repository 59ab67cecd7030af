import { createStream, type Stream } from "../../random/stream.ts";
import { cellsOf, quantilesOf, sharesOf } from "./cells.ts";
import type { Comparison, Marked, TaskRow } from "./comparison.ts";
import type { Verdict } from "./grade.ts";
import type { ReferenceMap } from "./reference-map.ts";
import { bootstrapped, complete, drawn, even, halves, independent, matched, type Sample, sizeOf, take } from "./sample.ts";
import { binEdges, binned, contingencySimilarity, correlationSimilarity, ksStatistic, spearman, tvComplement } from "./similarity.ts";
import { separability, transfer } from "./two-sample.ts";

export interface CompareOptions {
  readonly seeds: readonly string[];
  /** How often halves are drawn, over all seeds. */
  readonly resamples: number;
}

/** Fewer rows of ours than this say nothing. */
const leastRows = 100;
/** A model trained on fewer tells of their number more than of what they hold. */
const leastTraining = 500;
/** Ours are many, and a model of as few of them as there are real rows depends on which: its AUC has a standard deviation of .013. */
const draws = 4;

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
  const classifier = separate(ours, fit, test, names, free, map, options.seeds);
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

function separate(
  ours: Sample,
  fit: Sample | undefined,
  test: Sample,
  names: readonly string[],
  free: readonly string[],
  map: ReferenceMap,
  seeds: readonly string[],
) {
  const changed = map.changed ?? [];
  // Rows lacking a value are left out: who is measured is another question than what is measured. The rarest column goes first.
  let chosen = [...names];
  let [mine, real] = [complete(ours, chosen), complete(test, chosen)];
  const presence = (name: string): number => ours.columns[name]!.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
  while (sizeOf(mine) < 1000 && chosen.filter((name) => free.includes(name)).length > 2) {
    const rarest = [...chosen].filter((name) => free.includes(name)).sort((a, b) => presence(a) - presence(b))[0]!;
    chosen = chosen.filter((name) => name !== rarest);
    [mine, real] = [complete(ours, chosen), complete(test, chosen)];
  }
  // Whom a survey asks everything is of other ages than whom it asks anything: of heart disease, those from 20 on.
  mine = matched(mine.columns, map, real);
  const rows = Math.min(Math.floor(sizeOf(real) / 2), sizeOf(mine), 4000);
  if (rows < leastRows || !chosen.some((name) => free.includes(name))) return undefined;
  const fitted = fit && complete(fit, chosen);
  const scores = {
    ours: [] as number[],
    real: [] as number[],
    independent: [] as number[],
    drift: [] as number[],
    calibration: [] as number[],
    unchanged: { ours: [] as number[], real: [] as number[], drift: [] as number[] },
  };
  const rest = chosen.filter((name) => !changed.includes(name));
  const isParted = rest.length < chosen.length && rest.some((name) => free.includes(name));
  const by = new Map<string, number>();
  for (const seed of seeds) {
    const stream = createStream(`evaluate/population/${seed}/classifier`);
    const [a, b] = halves(sizeOf(real), stream.fork("halves"));
    const first = drawn(take(real, a), rows, stream.fork("a"));
    const second = drawn(take(real, b), rows, stream.fork("b"));
    const synthetic = drawn(mine, rows, stream.fork("ours"));
    const folds = stream.fork("folds");
    const told = (sample: Sample, from: Sample, columns = chosen): number => separability(sample, from, columns, folds, false).auc;
    scores.real.push(told(first, second));
    const found = separability(synthetic, second, chosen, folds);
    scores.ours.push(found.auc);
    for (const [name, lost] of found.lost) by.set(name, (by.get(name) ?? 0) + lost / seeds.length);
    // Columns are shuffled whatever a row weighs, so that rows are drawn by weight before.
    const alone = independent(bootstrapped(first, rows, stream.fork("alone")), stream.fork("independent"));
    scores.independent.push(told(even(alone), second));
    if (isParted) {
      scores.unchanged.ours.push(told(synthetic, second, rest));
      scores.unchanged.real.push(told(first, second, rest));
    }
    if (!fitted || sizeOf(fitted) < rows) continue;
    const before = drawn(fitted, rows, stream.fork("fit"));
    scores.drift.push(told(before, second));
    scores.calibration.push(told(synthetic, before));
    if (isParted) scores.unchanged.drift.push(told(before, second, rest));
  }
  const [auc, mark] = [mean(scores.ours), mean(scores.real)];
  const near = (own: number, real: number): Verdict => (own <= real + 0.05 ? "holds" : "fails");
  const unchanged = { ours: mean(scores.unchanged.ours), real: mean(scores.unchanged.real) };
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
      verdict: near(auc, mark),
      unchanged: isParted
        ? {
            without: chosen.filter((name) => changed.includes(name)),
            ...unchanged,
            drift: orNull(scores.unchanged.drift),
            verdict: near(unchanged.ours, unchanged.real),
          }
        : null,
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
      for (let i = 0; i < draws; i++)
        scores!.push(transfer(drawn(mine, rows, stream.fork("ours").fork(i)), held, features, outcome, among));
      marks!.push(transfer(before, held, features, outcome, among));
      const apart = independent(bootstrapped(before, rows, stream.fork("alone")), stream.fork("independent"));
      alone!.push(transfer(even(apart), held, features, outcome, among));
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
