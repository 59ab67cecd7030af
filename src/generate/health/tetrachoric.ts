import { exp, normalQuantile } from "../../random/arithmetic.ts";

/**
 * The correlation of two normal liabilities, of which shares `p` and `q` lie beyond their thresholds, that gives the odds
 * ratio between the two. Cut at ±0.98.
 */
export function tetrachoric(p: number, q: number, oddsRatio: number): number {
  const h = normalQuantile(1 - p);
  const k = normalQuantile(1 - q);
  const target = jointOf(p, q, oddsRatio);
  let low = oddsRatio >= 1 ? 0 : -0.98;
  let high = oddsRatio >= 1 ? 0.98 : 0;
  let r = 0;
  for (let step = 0; step < 40 && high - low > 1e-7; step++) {
    const error = p * q + jointExcess(h, k, r) - target;
    if (error < 0) low = r;
    else high = r;
    // Newton's step, within the bracket.
    const next = r - error / density(h, k, r);
    r = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(error) < 1e-12) break;
  }
  return r;
}

/** The share that has both, where shares `p` and `q` have each and the odds ratio is given (Plackett, 1965). */
function jointOf(p: number, q: number, oddsRatio: number): number {
  const d = oddsRatio - 1;
  if (Math.abs(d) < 1e-9) return p * q;
  const s = 1 + (p + q) * d;
  return (s - Math.sqrt(s * s - 4 * oddsRatio * d * p * q)) / (2 * d);
}

/** The share beyond both thresholds in excess of independence: the density's integral over the correlation, from 0 to `r`. */
export function jointExcess(h: number, k: number, r: number): number {
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) {
    sum += weights[i]! * (density(h, k, (r / 2) * (1 - nodes[i]!)) + density(h, k, (r / 2) * (1 + nodes[i]!)));
  }
  return (r / 2) * sum;
}

function density(h: number, k: number, r: number): number {
  const rest = 1 - r * r;
  return exp(-(h * h - 2 * r * h * k + k * k) / (2 * rest)) / (6.283185307179586 * Math.sqrt(rest));
}

// Gauss-Legendre, 16 points: the positive nodes (Abramowitz and Stegun, table 25.4).
const nodes = [
  0.0950125098376374, 0.2816035507792589, 0.4580167776572274, 0.6178762444026438, 0.755404408355003, 0.8656312023878318, 0.9445750230732326,
  0.98940093499165,
];
const weights = [
  0.1894506104550685, 0.1826034150449236, 0.1691565193950025, 0.1495959888165767, 0.1246289712555339, 0.0951585116824928,
  0.0622535239386479, 0.0271524594117541,
];

/** The correlation of normal scores that gives a rank correlation (Spearman's): 2 sin(πρ/6). */
export function normalOfRank(rank: number): number {
  const x = (Math.PI * rank) / 6;
  const square = x * x;
  return 2 * x * (1 - (square / 6) * (1 - (square / 20) * (1 - (square / 42) * (1 - square / 72))));
}
