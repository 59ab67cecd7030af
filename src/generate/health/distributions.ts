import { exp, log, normalCdf, normalQuantile } from "../../random/arithmetic.ts";

/** A continuous distribution: its cumulative share, and bounds that hold nearly all of it. */
export interface Distribution {
  cdf(x: number): number;
  readonly low: number;
  readonly high: number;
  /** The value at a normal score, where it is known without search. */
  readonly at?: (score: number) => number;
}

export const normal = (mean: number, sd: number): Distribution => ({
  cdf: (x) => normalCdf((x - mean) / sd),
  low: mean - 9 * sd,
  high: mean + 9 * sd,
  at: (score) => mean + sd * score,
});

export const lognormal = (median: number, sigma: number): Distribution => ({
  cdf: (x) => (x <= 0 ? 0 : normalCdf(log(x / median) / sigma)),
  low: median * exp(-9 * sigma),
  high: median * exp(9 * sigma),
  at: (score) => median * exp(sigma * score),
});

export const gamma = (shape: number, scale: number): Distribution => ({
  cdf: (x) => (x <= 0 ? 0 : lowerGamma(shape, x / scale)),
  low: 0,
  high: scale * (shape + 12 * Math.sqrt(shape) + 40),
});

export const beta = (a: number, b: number, low: number, high: number): Distribution => ({
  cdf: (x) => (x <= low ? 0 : x >= high ? 1 : incompleteBeta(a, b, (x - low) / (high - low))),
  low,
  high,
});

export const mixture = (parts: readonly { readonly share: number; readonly of: Distribution }[]): Distribution => {
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  return {
    cdf: (x) => parts.reduce((sum, { share, of }) => sum + (share / total) * of.cdf(x), 0),
    low: Math.min(...parts.map(({ of }) => of.low)),
    high: Math.max(...parts.map(({ of }) => of.high)),
  };
};

/** The value below which the share lies that is below `score` in a standard normal distribution. */
export function valueAtScore(distribution: Distribution, score: number): number {
  if (distribution.at) return distribution.at(score);
  const share = normalCdf(score);
  let { low, high } = distribution;
  for (let step = 0; step < 60; step++) {
    const half = (low + high) / 2;
    if (distribution.cdf(half) < share) low = half;
    else high = half;
  }
  return (low + high) / 2;
}

/** Lanczos' approximation of ln Γ(x), x > 0, as given in Numerical Recipes, 6.1. */
function logGamma(x: number): number {
  const t = x + 5.5;
  let series = 1.000000000190015;
  lanczos.forEach((coefficient, i) => {
    series += coefficient / (x + 1 + i);
  });
  return (x + 0.5) * log(t) - t + log((2.5066282746310007 * series) / x);
}
const lanczos = [76.18009172947146, -86.50532032941678, 24.01409824083091, -1.231739572450155, 0.001208650973866179, -0.000005395239384953];

/** The regularized lower incomplete gamma function: series below, continued fraction above (Numerical Recipes, 6.2). */
function lowerGamma(a: number, x: number): number {
  const front = exp(-x + a * log(x) - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 500 && term > sum * 1e-14; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.min(1, sum * front);
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 500; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return 1 - front * h;
}

/** The regularized incomplete beta function, by its continued fraction (Numerical Recipes, 6.4). */
function incompleteBeta(a: number, b: number, x: number): number {
  const front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(a, b, x)) / a : 1 - (front * betaFraction(b, a, 1 - x)) / b;
}

function betaFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 300; m++) {
    const even = (m * (b - m) * x) / ((a - 1 + 2 * m) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 1 + 2 * m));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return h;
}

/** The value at a normal score of a quantile function given at `levels`: straight lines in share, beyond the ends in score. */
export function quantileAtScore(levels: readonly number[], values: readonly number[], score: number): number {
  const share = normalCdf(score);
  const last = levels.length - 1;
  const [first, final] = [levels[0]!, levels[last]!];
  // Near the least and the greatest of a sample values go on in scores: by shares, what a person keeps would stick at them.
  if (first === 0 && share < levels[1]!) return toEnd(values[1]!, values[0]!, score, normalQuantile(levels[1]!), -ofExtremes);
  if (final === 1 && share > levels[last - 1]!)
    return toEnd(values[last - 1]!, values[last]!, score, normalQuantile(levels[last - 1]!), ofExtremes);
  if (share < first) return beyond(levels, values, 0, 1, score);
  if (share > final) return beyond(levels, values, last, last - 1, score);
  let i = 1;
  while (i < last && levels[i]! < share) i++;
  const t = (share - levels[i - 1]!) / (levels[i]! - levels[i - 1]!);
  return values[i - 1]! + (values[i]! - values[i - 1]!) * t;
}

/** The score at which the extremes of a survey's some thousand people stand. */
const ofExtremes = 3.5;

function toEnd(inner: number, end: number, score: number, from: number, to: number): number {
  return inner + (end - inner) * Math.min(1, (score - from) / (to - from));
}

function beyond(levels: readonly number[], values: readonly number[], end: number, inner: number, score: number): number {
  const at = normalQuantile(levels[end]!);
  const slope = (values[end]! - values[inner]!) / (at - normalQuantile(levels[inner]!));
  return values[end]! + slope * (score - at);
}
