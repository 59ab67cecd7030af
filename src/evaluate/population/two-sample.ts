import type { Stream } from "../../random/stream.ts";
import { trainBoosting } from "./boosting.ts";
import type { Clause } from "./reference-map.ts";
import { type Sample, shuffled, sizeOf } from "./sample.ts";
import { auc } from "./similarity.ts";

const folds = 5;

export interface Separability {
  /** On rows it did not see: .5 where it cannot tell. */
  readonly auc: number;
  /** By column, how much of that is lost where its values are shuffled. */
  readonly lost: ReadonlyMap<string, number>;
}

/** By weight, how well a classifier told to separate the two samples does, and, where it `tells`, by what it does. */
export function separability(first: Sample, second: Sample, names: readonly string[], stream: Stream, tells = true): Separability {
  const count = sizeOf(first) + sizeOf(second);
  const isSecond = Uint8Array.from({ length: count }, (_, i) => (i < sizeOf(first) ? 0 : 1));
  const weights = new Float64Array(count);
  weights.set(first.weights);
  weights.set(second.weights, sizeOf(first));
  const columns = names.map((name) => {
    const both = new Float64Array(count);
    both.set(first.columns[name]!);
    both.set(second.columns[name]!, sizeOf(first));
    return both;
  });
  const scores = new Float64Array(count);
  const without = names.map(() => new Float64Array(count));
  const order = shuffled(count, stream);
  const foldOf = new Uint8Array(count);
  // Both sorts of rows are dealt out in turn, so that each fold has its share of both.
  const next = [0, 0];
  for (const row of order) {
    const sort = isSecond[row]!;
    foldOf[row] = next[sort]! % folds;
    next[sort]!++;
  }
  for (let fold = 0; fold < folds; fold++) {
    const [train, test] = [order.filter((row) => foldOf[row] !== fold), order.filter((row) => foldOf[row] === fold)];
    const of = (rows: Uint32Array) => columns.map((column) => Float64Array.from(rows, (row) => column[row]!));
    const model = trainBoosting(
      of(train),
      Uint8Array.from(train, (row) => isSecond[row]!),
      Float64Array.from(train, (row) => weights[row]!),
    );
    const given = of(test);
    const tell = (columnsOf: readonly Float64Array[], into: Float64Array): void => {
      const told = model(columnsOf);
      for (const [i, row] of test.entries()) into[row] = told[i]!;
    };
    tell(given, scores);
    for (const [c, column] of tells ? given.entries() : []) {
      const mixed = shuffled(column.length, stream.fork(`${fold}/${c}`));
      tell(
        given.map((each, i) => (i === c ? Float64Array.from(mixed, (row) => each[row]!) : each)),
        without[c]!,
      );
    }
  }
  const whole = auc(scores, isSecond, weights);
  return { auc: whole, lost: new Map((tells ? names : []).map((name, c) => [name, whole - auc(without[c]!, isSecond, weights)])) };
}

/** Whether a row fulfils a clause: NaN where a column is missing. */
export function fulfils(clause: Clause, { columns }: Sample, row: number): number {
  const parts = ("all" in clause ? clause.all : clause.any).map(
    ({ column, from = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY }) => {
      const value = columns[column]![row]!;
      return Number.isNaN(value) ? Number.NaN : value >= from && value < below ? 1 : 0;
    },
  );
  if (parts.some(Number.isNaN)) return Number.NaN;
  return "all" in clause ? Math.min(...parts) : Math.max(...parts);
}

/** How well a model trained on one sample tells the outcome in the other, by weighted AUC. NaN where either has one outcome only. */
export function transfer(train: Sample, test: Sample, names: readonly string[], outcome: Clause, among: Clause | undefined): number {
  const chosen = (sample: Sample): number[] => {
    const rows: number[] = [];
    for (let i = 0; i < sizeOf(sample); i++)
      if (!Number.isNaN(fulfils(outcome, sample, i)) && (!among || fulfils(among, sample, i) === 1)) rows.push(i);
    return rows;
  };
  const [from, to] = [chosen(train), chosen(test)];
  const of = (sample: Sample, rows: readonly number[]) =>
    names.map((name) => Float64Array.from(rows, (row) => sample.columns[name]![row]!));
  const labels = (sample: Sample, rows: readonly number[]) => Uint8Array.from(rows, (row) => fulfils(outcome, sample, row));
  const known = labels(train, from);
  if (!known.includes(1) || !known.includes(0)) return Number.NaN;
  const model = trainBoosting(
    of(train, from),
    known,
    Float64Array.from(from, (row) => train.weights[row]!),
    { depth: 3 },
  );
  return auc(
    model(of(test, to)),
    labels(test, to),
    Float64Array.from(to, (row) => test.weights[row]!),
  );
}
