/**
 * Scores of how alike two samples are, by SDMetrics' definitions (sdmetrics 0.32: `KSComplement`, `TVComplement`,
 * `CorrelationSimilarity`, `ContingencySimilarity`), but that pairs with a missing value are left out. NaN stands for missing.
 * Scores are 1 for the same and 0 for nothing in common; NaN where nothing can be compared.
 */

/** The largest distance of the two distribution functions. */
export function ksStatistic(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const a = present(first).sort();
  const b = present(second).sort();
  if (a.length === 0 || b.length === 0) return Number.NaN;
  let largest = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i] === at) i++;
    while (j < b.length && b[j] === at) j++;
    largest = Math.max(largest, Math.abs(i / a.length - j / b.length));
  }
  return largest;
}

export const ksComplement = (first: ArrayLike<number>, second: ArrayLike<number>): number => 1 - ksStatistic(first, second);

/** One less half the sum of the differences of the categories' shares. */
export function tvComplement(first: ArrayLike<number>, second: ArrayLike<number>): number {
  return sharesAlike(present(first), present(second));
}

/** One less half the difference of Pearson's correlations. NaN where a column is constant. */
export function correlationSimilarity(first: Pair, second: Pair): number {
  return 1 - Math.abs(pearson(...first) - pearson(...second)) / 2;
}

/** The shares of all combinations compared; continuous columns are cut as `binned` does, by the edges of the first sample. */
export function contingencySimilarity(first: Pair, second: Pair): number {
  const difference = new Map<number, number>();
  // Most categories are small whole numbers: counted in place.
  const small = new Float64Array(side * side);
  const add = ([x, y]: Pair, sign: number): number => {
    let count = 0;
    for (let i = 0; i < x.length; i++) if (!Number.isNaN(x[i]!) && !Number.isNaN(y[i]!)) count++;
    for (let i = 0; i < x.length; i++) {
      const [a, b] = [x[i]!, y[i]!];
      if (Number.isNaN(a) || Number.isNaN(b)) continue;
      if (a >= 0 && a < side && b >= 0 && b < side && Number.isInteger(a) && Number.isInteger(b)) small[a * side + b]! += sign / count;
      else difference.set(a * 65536 + b, (difference.get(a * 65536 + b) ?? 0) + sign / count);
    }
    return count;
  };
  if (add(first, 1) === 0 || add(second, -1) === 0) return Number.NaN;
  let sum = 0;
  for (const each of small) sum += Math.abs(each);
  for (const each of difference.values()) sum += Math.abs(each);
  return 1 - sum / 2;
}

const side = 64;

/** Two columns of one sample, row by row. */
export type Pair = readonly [ArrayLike<number>, ArrayLike<number>];

function sharesAlike(first: Float64Array, second: Float64Array): number {
  if (first.length === 0 || second.length === 0) return Number.NaN;
  const difference = new Map<number, number>();
  for (const value of first) difference.set(value, (difference.get(value) ?? 0) + 1 / first.length);
  for (const value of second) difference.set(value, (difference.get(value) ?? 0) - 1 / second.length);
  let sum = 0;
  for (const each of difference.values()) sum += Math.abs(each);
  return 1 - sum / 2;
}

const bins = 10;

/** The edges of ten bins of equal width over the present values, as `numpy.histogram_bin_edges` lays them. */
export function binEdges(values: ArrayLike<number>): Float64Array {
  const list = present(values);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of list) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low === high) [low, high] = [low - 0.5, high + 0.5];
  return Float64Array.from({ length: bins + 1 }, (_, i) => (i === bins ? high : low + (i * (high - low)) / bins));
}

/** How many edges are at or under each value, as `numpy.digitize` counts them. */
export function binned(values: ArrayLike<number>, edges: Float64Array): Float64Array {
  return Float64Array.from({ length: values.length }, (_, row) => {
    const value = values[row]!;
    if (Number.isNaN(value)) return Number.NaN;
    let bin = 0;
    while (bin < edges.length && edges[bin]! <= value) bin++;
    return bin;
  });
}

/** Pearson's correlation over the rows that have both. */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>, weights?: ArrayLike<number>): number {
  let [n, sx, sy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]!) || Number.isNaN(y[i]!)) continue;
    const w = weights ? weights[i]! : 1;
    n += w;
    sx += w * x[i]!;
    sy += w * y[i]!;
  }
  const [mx, my] = [sx / n, sy / n];
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]!) || Number.isNaN(y[i]!)) continue;
    const w = weights ? weights[i]! : 1;
    xx += w * (x[i]! - mx) ** 2;
    yy += w * (y[i]! - my) ** 2;
    xy += w * (x[i]! - mx) * (y[i]! - my);
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Number.NaN;
}

/** Spearman's rank correlation over the rows that have both; equal values share their middle rank. */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const a: number[] = [];
  const b: number[] = [];
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]!) || Number.isNaN(y[i]!)) continue;
    a.push(x[i]!);
    b.push(y[i]!);
  }
  return pearson(ranks(a), ranks(b));
}

export function ranks(values: readonly number[]): Float64Array {
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const out = new Float64Array(values.length);
  for (let i = 0; i < order.length; ) {
    let j = i;
    while (j < order.length && values[order[j]!] === values[order[i]!]) j++;
    for (let k = i; k < j; k++) out[order[k]!] = (i + j + 1) / 2;
    i = j;
  }
  return out;
}

/** The area under the ROC curve, by weighted ranks; half for equal scores. NaN without both sorts of rows. */
export function auc(scores: ArrayLike<number>, isPositive: ArrayLike<number>, weights?: ArrayLike<number>): number {
  const order = Uint32Array.from(scores, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
  let [below, won, positives, negatives] = [0, 0, 0, 0];
  for (let i = 0; i < order.length; ) {
    let j = i;
    let [up, down] = [0, 0];
    for (; j < order.length && scores[order[j]!] === scores[order[i]!]; j++) {
      const w = weights ? weights[order[j]!]! : 1;
      if (isPositive[order[j]!] === 1) up += w;
      else down += w;
    }
    won += up * (below + down / 2);
    below += down;
    positives += up;
    negatives += down;
    i = j;
  }
  return won / (positives * negatives);
}

function present(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).filter((value) => !Number.isNaN(value));
}
