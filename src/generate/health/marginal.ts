import { exp, log, power } from "../../random/arithmetic.ts";
import type { Sex } from "../../record/patient.ts";
import type { Curve } from "../profile/curves.ts";
import type { MarginalSpec, PieceSpec, SimpleSpec } from "../profile/measures.ts";
import { curveFor, numbersOf, valueAt } from "./curve.ts";
import { beta, type Distribution, gamma, lognormal, mixture, normal, quantileAtScore, valueAtScore } from "./distributions.ts";

/** The value at a normal score among people of one sex and an age in years. */
export type Marginal = (score: number, age: number) => number;

export function compileMarginal(spec: MarginalSpec | PieceSpec, sex: Sex): Marginal {
  if ("pieces" in spec && spec.pieces) return joined(spec.pieces, sex);
  if (spec.lms) return growthChart(spec.lms, sex);
  if (spec.quantiles) {
    const levels = numbersOf(spec.quantiles.levels);
    const knots = Object.entries(spec.quantiles[sex])
      .map(([age, values]) => ({ age: Number(age), values: numbersOf(values) }))
      .sort((a, b) => a.age - b.age);
    return tabled(
      knots.map(({ age }) => age),
      (knot, score) => quantileAtScore(levels, knots[knot]!.values, score),
    );
  }
  const parts = spec.mixture ?? [{ share: 1, ...spec }];
  const ages = [...new Set(parts.flatMap((part) => agesOf(part, sex)))].sort((a, b) => a - b);
  const distributions = ages.map((age) => mixedAt(parts, sex, age));
  return tabled(ages, (knot, score) => valueAtScore(distributions[knot]!, score));
}

function mixedAt(parts: readonly (SimpleSpec & { readonly share: number })[], sex: Sex, age: number): Distribution {
  const list = parts.map((part) => ({ share: part.share, of: simpleAt(part, sex, age) }));
  return list.length === 1 ? list[0]!.of : mixture(list);
}

function simpleAt(spec: SimpleSpec, sex: Sex, age: number): Distribution {
  const at = (curve: Curve): number => valueAt(curveFor(curve, sex), age);
  if (spec.normal) return normal(at(spec.normal.mean), at(spec.normal.sd));
  if (spec.lognormal) return lognormal(at(spec.lognormal.median), at(spec.lognormal.sigma));
  if (spec.gamma) return gamma(at(spec.gamma.shape), at(spec.gamma.scale));
  if (spec.beta) return beta(at(spec.beta.a), at(spec.beta.b), spec.beta.low, spec.beta.high);
  throw new Error("unreachable: a marginal without a distribution");
}

/** The ages at which a distribution's parameters are given. */
function agesOf({ normal: n, lognormal: l, gamma: g, beta: b }: SimpleSpec, sex: Sex): readonly number[] {
  const curves = n ? [n.mean, n.sd] : l ? [l.median, l.sigma] : g ? [g.shape, g.scale] : b ? [b.a, b.b] : [];
  return curves.flatMap((curve) => curveFor(curve, sex).ages);
}

const steps = 16;
const furthest = 4;
const width = 2 * furthest * steps + 1;

/** Values at a grid of scores for each knot of age, straight lines between: a look-up for each value drawn. */
function tabled(ages: readonly number[], valueAtKnot: (knot: number, score: number) => number): Marginal {
  const table = new Float64Array(ages.length * width);
  for (let knot = 0; knot < ages.length; knot++) {
    for (let i = 0; i < width; i++) table[knot * width + i] = valueAtKnot(knot, i / steps - furthest);
  }
  const last = ages.length - 1;
  const atKnot = (knot: number, score: number): number => {
    const place = Math.min(width - 1.000001, Math.max(0, (score + furthest) * steps));
    const i = knot * width + Math.floor(place);
    return table[i]! + (table[i + 1]! - table[i]!) * (place - Math.floor(place));
  };
  return (score, age) => {
    if (age <= ages[0]!) return atKnot(0, score);
    if (age >= ages[last]!) return atKnot(last, score);
    let i = 1;
    while (ages[i]! < age) i++;
    const t = (age - ages[i - 1]!) / (ages[i]! - ages[i - 1]!);
    return atKnot(i - 1, score) * (1 - t) + atKnot(i, score) * t;
  };
}

/** Between two pieces the values go over in a straight line. */
function joined(specs: readonly PieceSpec[], sex: Sex): Marginal {
  const pieces = specs.map((spec) => ({ from: spec.ages[0], to: spec.ages[1], marginal: compileMarginal(spec, sex) }));
  return (score, age) => {
    let i = 0;
    while (i < pieces.length - 1 && age >= pieces[i + 1]!.from) i++;
    const piece = pieces[i]!;
    const next = pieces[i + 1];
    if (age <= piece.to || !next) return piece.marginal(score, age);
    const t = (age - piece.to) / (next.from - piece.to);
    return piece.marginal(score, piece.to) * (1 - t) + next.marginal(score, next.from) * t;
  };
}

/** Cole's L, M and S at an age, by month. */
export interface Chart {
  /** In years: the last age that it has. */
  readonly end: number;
  at(age: number): { readonly l: number; readonly m: number; readonly s: number };
}

export function chartOf(spec: NonNullable<MarginalSpec["lms"]>, sex: Sex): Chart {
  const rows = Object.entries(spec[sex])
    .map(([month, row]) => [Number(month) / 12, ...numbersOf(row)])
    .sort((a, b) => a[0]! - b[0]!);
  const ages = rows.map((row) => row[0]!);
  const [l, m, s] = [1, 2, 3].map((column) => ({ ages, values: rows.map((row) => row[column]!) }));
  return { end: ages.at(-1)!, at: (age) => ({ l: valueAt(l!, age), m: valueAt(m!, age), s: valueAt(s!, age) }) };
}

/** Beyond this score a chart's power function bends away; straight on instead, as CDC's modified z-scores do. */
const straightFrom = 2.5;

export function onChart({ l, m, s }: { readonly l: number; readonly m: number; readonly s: number }, z: number): number {
  const value = (score: number): number => (Math.abs(l) < 1e-4 ? m * exp(s * score) : m * power(Math.max(0.05, 1 + l * s * score), 1 / l));
  if (z <= straightFrom) return value(z);
  const edge = value(straightFrom);
  return edge + (edge - value(straightFrom - 0.5)) * 2 * (z - straightFrom);
}

/** The score of a value on a chart. */
export function scoreOnChart({ l, m, s }: { readonly l: number; readonly m: number; readonly s: number }, value: number): number {
  return Math.abs(l) < 1e-4 ? log(value / m) / s : (power(value / m, l) - 1) / (l * s);
}

function growthChart(spec: NonNullable<MarginalSpec["lms"]>, sex: Sex): Marginal {
  const chart = chartOf(spec, sex);
  const { mean = 0, sd = 1 } = spec;
  return (score, age) => onChart(chart.at(age), mean + sd * score);
}
