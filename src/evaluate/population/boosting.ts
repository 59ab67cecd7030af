import { exp, log } from "../../random/arithmetic.ts";

/** Columns of one length; NaN is a value of its own. */
export type Columns = readonly Float64Array[];

export interface BoostingOptions {
  readonly trees?: number;
  readonly depth?: number;
  readonly rate?: number;
  /** Rows that a leaf has at least. */
  readonly leafRows?: number;
}

/** Gives the log odds of each row. */
export type Model = (columns: Columns) => Float64Array;

const bins = 64;

interface Split {
  readonly column: number;
  /** Values up to it go left, missing ones where `missingLeft` says. */
  readonly threshold: number;
  readonly missingLeft: boolean;
}
interface Tree {
  /** A complete binary tree: the children of node i are 2i + 1 and 2i + 2. Null is a leaf. */
  readonly splits: readonly (Split | null)[];
  readonly values: Float64Array;
}

/**
 * Gradient-boosted trees for a yes or no, on histograms of at most 64 bins a column, with Newton's leaf values (Friedman, Annals
 * of Statistics 29, 2001, 1189-1232). No chance in it: the same rows give the same model.
 */
export function trainBoosting(columns: Columns, isPositive: Uint8Array, weights?: Float64Array, options: BoostingOptions = {}): Model {
  const { trees = 80, depth = 4, rate = 0.1, leafRows = 20 } = options;
  const rows = isPositive.length;
  const edges = columns.map(cutsOf);
  const binned = columns.map((column, c) => Uint8Array.from(column, (value) => binOf(value, edges[c]!)));
  const w = weights ?? new Float64Array(rows).fill(1);
  let [positive, total] = [0, 0];
  for (let i = 0; i < rows; i++) {
    positive += w[i]! * isPositive[i]!;
    total += w[i]!;
  }
  const base = log(Math.max(positive, 1e-9) / Math.max(total - positive, 1e-9));
  const scores = new Float64Array(rows).fill(base);
  const gradient = new Float64Array(rows);
  const hessian = new Float64Array(rows);
  const forest: Tree[] = [];
  const meanWeight = total / Math.max(1, rows);
  for (let t = 0; t < trees; t++) {
    for (let i = 0; i < rows; i++) {
      const p = 1 / (1 + exp(-scores[i]!));
      gradient[i] = (w[i]! / meanWeight) * (isPositive[i]! - p);
      hessian[i] = (w[i]! / meanWeight) * p * (1 - p);
    }
    forest.push(grow(binned, edges, gradient, hessian, { depth, leafRows, rate }, scores));
  }
  return (given) => {
    const out = new Float64Array(given[0]?.length ?? 0).fill(base);
    for (const tree of forest) for (let i = 0; i < out.length; i++) out[i]! += leafOf(tree, given, i);
    return out;
  };
}

interface Growing {
  readonly depth: number;
  readonly leafRows: number;
  readonly rate: number;
}

/** Grows one tree level by level and adds what it says to the scores. */
function grow(
  binned: readonly Uint8Array[],
  edges: readonly Float64Array[],
  gradient: Float64Array,
  hessian: Float64Array,
  { depth, leafRows, rate }: Growing,
  scores: Float64Array,
): Tree {
  const rows = gradient.length;
  const size = 2 ** (depth + 1) - 1;
  const splits: (Split | null)[] = new Array(size).fill(null);
  const values = new Float64Array(size);
  const node = new Uint16Array(rows);
  const width = bins + 1;
  for (let level = 0; level <= depth; level++) {
    const first = 2 ** level - 1;
    const count = 2 ** level;
    const totals = new Float64Array(count * 2);
    for (let i = 0; i < rows; i++) {
      const at = node[i]! - first;
      if (at < 0) continue;
      totals[at * 2]! += gradient[i]!;
      totals[at * 2 + 1]! += hessian[i]!;
    }
    for (let at = 0; at < count; at++) values[first + at] = (rate * totals[at * 2]!) / (totals[at * 2 + 1]! + 1e-6);
    if (level === depth) break;
    const best = new Float64Array(count).fill(1e-7);
    const cut = new Int32Array(count * 3);
    const g = new Float64Array(count * width);
    const h = new Float64Array(count * width);
    const n = new Uint32Array(count * width);
    for (const [column, bin] of binned.entries()) {
      g.fill(0);
      h.fill(0);
      n.fill(0);
      for (let i = 0; i < rows; i++) {
        const at = node[i]! - first;
        if (at < 0) continue;
        const place = at * width + bin[i]!;
        g[place]! += gradient[i]!;
        h[place]! += hessian[i]!;
        n[place]!++;
      }
      for (let at = 0; at < count; at++) {
        const start = at * width;
        const all = [totals[at * 2]!, totals[at * 2 + 1]!] as const;
        let rowsHere = 0;
        for (let b = 0; b < width; b++) rowsHere += n[start + b]!;
        if (rowsHere < 2 * leafRows) continue;
        const whole = (all[0] * all[0]) / (all[1] + 1e-6);
        for (const missingLeft of n[start + bins]! > 0 ? [0, 1] : [0]) {
          let [left, leftH, leftN] = missingLeft ? [g[start + bins]!, h[start + bins]!, n[start + bins]!] : [0, 0, 0];
          for (let b = 0; b < bins - 1; b++) {
            left += g[start + b]!;
            leftH += h[start + b]!;
            leftN += n[start + b]!;
            if (leftN < leafRows) continue;
            if (rowsHere - leftN < leafRows) break;
            const right = all[0] - left;
            const gain = (left * left) / (leftH + 1e-6) + (right * right) / (all[1] - leftH + 1e-6) - whole;
            if (gain <= best[at]! * (1 + 1e-9)) continue;
            best[at] = gain;
            cut.set([column + 1, b, missingLeft], at * 3);
          }
        }
      }
    }
    for (let at = 0; at < count; at++) {
      const column = cut[at * 3]! - 1;
      if (column < 0) continue;
      const bin = cut[at * 3 + 1]!;
      const threshold = edges[column]![bin] ?? Number.POSITIVE_INFINITY;
      splits[first + at] = { column, threshold, missingLeft: cut[at * 3 + 2] === 1 };
    }
    for (let i = 0; i < rows; i++) {
      const here = node[i]!;
      const at = here - first;
      if (at < 0) continue;
      const column = cut[at * 3]! - 1;
      if (column < 0) continue;
      const bin = binned[column]![i]!;
      const isLeft = bin === bins ? cut[at * 3 + 2] === 1 : bin <= cut[at * 3 + 1]!;
      node[i] = isLeft ? 2 * here + 1 : 2 * here + 2;
    }
  }
  for (let i = 0; i < rows; i++) scores[i]! += values[node[i]!]!;
  return { splits, values };
}

function leafOf({ splits, values }: Tree, columns: Columns, row: number): number {
  let at = 0;
  for (;;) {
    const split = splits[at];
    if (!split) return values[at]!;
    const value = columns[split.column]![row]!;
    const isLeft = Number.isNaN(value) ? split.missingLeft : value <= split.threshold;
    at = isLeft ? 2 * at + 1 : 2 * at + 2;
  }
}

/** Upper edges of the bins but the last: between neighbouring values, as evenly filled as they allow. */
function cutsOf(column: Float64Array): Float64Array {
  const sorted = column.filter((value) => !Number.isNaN(value)).sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if (distinct.length <= bins)
    return Float64Array.from({ length: Math.max(0, distinct.length - 1) }, (_, i) => (distinct[i]! + distinct[i + 1]!) / 2);
  const cuts: number[] = [];
  for (let b = 1; b < bins; b++) {
    const at = Math.floor((b * sorted.length) / bins);
    const value = sorted[at]!;
    let next = at;
    while (next < sorted.length && sorted[next] === value) next++;
    const cut = next < sorted.length ? (value + sorted[next]!) / 2 : value;
    if (next < sorted.length && cut !== cuts.at(-1)) cuts.push(cut);
  }
  return Float64Array.from(cuts);
}

function binOf(value: number, cuts: Float64Array): number {
  if (Number.isNaN(value)) return bins;
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
