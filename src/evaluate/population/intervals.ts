import { exp, log, normalCdf } from "../../random/arithmetic.ts";

const z = 1.959963984540054;

/** Wilson's 95 % interval of a share (JASA 22, 1927, 209-212). Null of nothing. */
export function wilson(part: number, whole: number): readonly [number, number] | null {
  if (whole <= 0) return null;
  const p = part / whole;
  const square = (z * z) / whole;
  const middle = p + square / 2;
  const reach = z * Math.sqrt((p * (1 - p) + square / 4) / whole);
  return [Math.max(0, (middle - reach) / (1 + square)), Math.min(1, (middle + reach) / (1 + square))];
}

/** The chance of a count at least as far from what is expected, on either side: twice the smaller exact tail of the binomial. */
export function binomialTest(part: number, whole: number, share: number): number {
  if (whole === 0) return 1;
  if (share <= 0) return part === 0 ? 1 : 0;
  if (share >= 1) return part === whole ? 1 : 0;
  const isLow = part <= whole * share;
  // The tail is summed from `part` outwards, where each term is a known multiple of the one before.
  const odds = share / (1 - share);
  let term = exp(
    logFactorial(whole) - logFactorial(part) - logFactorial(whole - part) + part * log(share) + (whole - part) * log(1 - share),
  );
  let tail = 0;
  for (let k = part; k >= 0 && k <= whole && term > 1e-300; ) {
    tail += term;
    if (isLow) term *= k-- / ((whole - k) * odds);
    else term *= ((whole - k++) / k) * odds;
    if (term < tail * 1e-12) break;
  }
  return Math.min(1, 2 * tail);
}

/** Stirling's series: exact to 12 digits from 10 on. */
function logFactorial(n: number): number {
  if (n < 10) {
    let product = 1;
    for (let k = 2; k <= n; k++) product *= k;
    return log(product);
  }
  return n * log(n) - n + log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n * n * n) + 1 / (1260 * n * n * n * n * n);
}

/** Holm's adjusted p-values, in the order given (Scandinavian Journal of Statistics 6, 1979, 65-70). */
export function holm(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[a]! - ps[b]! || a - b);
  const adjusted = ps.map(() => 1);
  let highest = 0;
  for (const [rank, i] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (ps.length - rank) * ps[i]!));
    adjusted[i] = highest;
  }
  return adjusted;
}

/** The chance of a chi-square at least so large: Wilson and Hilferty's normal approximation (PNAS 17, 1931, 684-688). */
export function chiSquareTest(value: number, degrees: number): number {
  if (degrees <= 0 || value <= 0) return 1;
  const spread = 2 / (9 * degrees);
  const cubeRoot = exp(log(value / degrees) / 3);
  return 1 - normalCdf((cubeRoot - (1 - spread)) / Math.sqrt(spread));
}
