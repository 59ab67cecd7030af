import { normalQuantile } from "../../random/arithmetic.ts";
import type { Stream } from "../../random/stream.ts";
import type { Sex } from "../../record/patient.ts";
import { numbersOf } from "./curve.ts";
import { cholesky, type Matrix, nearestCorrelation, solve } from "./matrix.ts";
import { normalOfRank, tetrachoric } from "./tetrachoric.ts";
import { allNames, type Dependence, dependencesOf, type HealthProfile, liableOf, persistenceOf, prevalence } from "./variables.ts";

export type RaceGroup = "white" | "black" | "hispanic" | "asian" | "other";

/** How the scores of people of one sex and age hang together. */
export interface Copula {
  /** Of the fitted variables: the lower triangle, and the mean of each by race. */
  readonly lower: Matrix;
  readonly means: Readonly<Partial<Record<RaceGroup, readonly number[]>>>;
  /** Of one occasion: the lower triangle for the noise of the fitted measures. */
  readonly noise: Matrix;
  /** What a variable takes from those it depends on, and how much is left to itself. */
  readonly dependents: ReadonlyMap<string, { readonly on: readonly string[]; readonly weights: readonly number[]; readonly own: number }>;
  /** Correlations that could not hold together as declared, and by how much the farthest moved. */
  readonly moved: readonly { readonly name: string; readonly by: number }[];
}

export interface Copulas {
  readonly fitted: readonly string[];
  readonly fittedMeasures: readonly string[];
  /** A fitted variable's place among them. */
  readonly placeOf: ReadonlyMap<string, number>;
  readonly placeOfMeasure: ReadonlyMap<string, number>;
  of(sex: Sex, age: number): Copula;
}

/** A normal score from a fork of its own, so that no other variable moves it. */
export function scoreFrom(stream: Stream, name: string): number {
  // Half a step up: never 0.
  return normalQuantile(stream.fork(name).next() + 1.1641532182693481e-10);
}

const binYears = 5;

export function createCopulas(profile: HealthProfile): Copulas {
  const fitted = profile.correlations?.variables ?? [];
  const fittedMeasures = fitted.filter((name) => profile.measures.has(name));
  const order = dependentsInOrder(profile, fitted);
  const strata = (profile.correlations?.strata ?? []).map((spec) => ({ spec, block: undefined as Block | undefined }));
  const compiled = new Map<string, Copula>();
  return {
    fitted,
    fittedMeasures,
    placeOf: new Map(fitted.map((name, i) => [name, i])),
    placeOfMeasure: new Map(fittedMeasures.map((name, i) => [name, i])),
    of(sex, age) {
      const bin = Math.min(20, Math.max(0, Math.floor(age / binYears)));
      const whole = Math.floor(age);
      const stratum = strata.find(({ spec }) => spec.sex === sex && spec.ages[0] <= whole && whole <= spec.ages[1]);
      const key = `${sex} ${bin} ${stratum ? strata.indexOf(stratum) : ""}`;
      const known = compiled.get(key);
      if (known) return known;
      if (stratum && !stratum.block) stratum.block = compileBlock(profile, fitted, stratum.spec);
      const block = stratum?.block ?? emptyBlock(fitted);
      const copula = extend(profile, fitted, block, order, sex, (bin + 0.5) * binYears);
      compiled.set(key, copula);
      return copula;
    },
  };
}

interface Block {
  readonly total: Matrix;
  readonly lower: Matrix;
  readonly noise: Matrix;
  readonly means: Copula["means"];
  readonly moved: number;
}

const identity = (n: number): Matrix => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));

function emptyBlock(fitted: readonly string[]): Block {
  const total = identity(fitted.length);
  return { total, lower: total, noise: total, means: {}, moved: 0 };
}

/** Every eigenvalue of a correlation matrix is at least this. */
const leastEigenvalue = 0.002;

/**
 * The fitted correlations hold between values of one occasion. What a person keeps correlates the more, the more of a value
 * is the day's noise: the noise of one occasion has the correlations of the values, and the rest is the person's.
 */
function compileBlock(
  profile: HealthProfile,
  fitted: readonly string[],
  spec: NonNullable<HealthProfile["correlations"]>["strata"][number],
): Block {
  const rows = spec.matrix.map(numbersOf);
  const observed = (i: number, j: number): number => (i >= j ? rows[i]![j]! : rows[j]![i]!);
  const isMeasure = fitted.map((name) => profile.measures.has(name));
  const kept = fitted.map((name) => persistenceOf(profile, name));
  const personal = (i: number, j: number): number => {
    if (i === j) return 1;
    const root = Math.sqrt(kept[i]! * kept[j]!);
    const noise = isMeasure[i] && isMeasure[j] ? Math.sqrt((1 - kept[i]!) * (1 - kept[j]!)) : 0;
    return (observed(i, j) * (1 - noise)) / root;
  };
  const races = Object.entries(spec.races ?? {}).map(([race, { share, means }]) => ({
    race: race as RaceGroup,
    share,
    means: numbersOf(means).map((mean, i) => mean / Math.sqrt(kept[i]!)),
  }));
  const between = (i: number, j: number): number => races.reduce((sum, { share, means }) => sum + share * means[i]! * means[j]!, 0);
  const spread = fitted.map((_, i) => Math.sqrt(Math.max(0.2, 1 - between(i, i))));
  const within = fitted.map((_, i) => fitted.map((__, j) => (i === j ? 1 : (personal(i, j) - between(i, j)) / (spread[i]! * spread[j]!))));
  const near = nearestCorrelation(within, leastEigenvalue);
  const covariance = near.matrix.map((row, i) => row.map((value, j) => value * spread[i]! * spread[j]!));
  const measured = fitted.flatMap((_, i) => (isMeasure[i] ? [i] : []));
  const noise = nearestCorrelation(
    measured.map((i) => measured.map((j) => (i === j ? 1 : observed(i, j)))),
    leastEigenvalue,
  );
  return {
    total: covariance.map((row, i) => row.map((value, j) => value + between(i, j))),
    lower: lowerOf(covariance),
    noise: lowerOf(noise.matrix),
    means: Object.fromEntries(races.map(({ race, means }) => [race, means])),
    moved: near.moved,
  };
}

function lowerOf(matrix: Matrix): Matrix {
  const lower = cholesky(matrix);
  if (!lower) throw new Error("unreachable: a matrix that was made positive definite is not");
  return lower;
}

/** Variables that depend on others by declaration, and those they depend on, each after what it depends on. */
function dependentsInOrder(profile: HealthProfile, fitted: readonly string[]): readonly { name: string; on: readonly Dependence[] }[] {
  const order: { name: string; on: readonly Dependence[] }[] = [];
  const placed = new Set(fitted);
  const place = (name: string): void => {
    if (placed.has(name)) return;
    placed.add(name);
    const on = dependencesOf(profile, name);
    for (const dependence of on) place(dependence.on);
    order.push({ name, on });
  };
  for (const name of allNames(profile)) if (!placed.has(name) && dependencesOf(profile, name).length > 0) place(name);
  return order;
}

/** At most this share of a variable follows from those it depends on. */
const mostExplained = 0.97;

function extend(
  profile: HealthProfile,
  fitted: readonly string[],
  block: Block,
  order: ReturnType<typeof dependentsInOrder>,
  sex: Sex,
  age: number,
): Copula {
  const at = new Map(fitted.map((name, i) => [name, i]));
  const total: number[][] = block.total.map((row) => [...row]);
  const dependents = new Map<string, { on: readonly string[]; weights: readonly number[]; own: number }>();
  const moved = block.moved > 0 ? [{ name: "fitted", by: block.moved }] : [];
  for (const { name, on } of order) {
    const indices = on.map((dependence) => at.get(dependence.on)!);
    const wanted = on.map((dependence) => strength(profile, name, dependence, sex, age));
    const among = nearestCorrelation(
      indices.map((i) => indices.map((j) => (i === j ? 1 : total[i]![j]!))),
      leastEigenvalue,
    );
    let weights = on.length === 0 ? [] : (solve(among.matrix, wanted) ?? wanted.map(() => 0));
    let explained = weights.reduce((sum, weight, k) => sum + weight * wanted[k]!, 0);
    if (explained > mostExplained) {
      const scale = Math.sqrt(mostExplained / explained);
      moved.push({ name, by: Math.max(...wanted.map((value) => Math.abs(value) * (1 - scale))) });
      weights = weights.map((weight) => weight * scale);
      explained = mostExplained;
    }
    const column = total.map((row) => weights.reduce((sum, weight, k) => sum + weight * row[indices[k]!]!, 0));
    column.forEach((value, i) => {
      total[i]!.push(value);
    });
    total.push([...column, 1]);
    at.set(name, total.length - 1);
    dependents.set(name, { on: on.map((dependence) => dependence.on), weights, own: Math.sqrt(1 - explained) });
  }
  return { lower: block.lower, means: block.means, noise: block.noise, dependents, moved };
}

/** The correlation of two persons' scores that gives what is declared between their values or states. */
function strength(profile: HealthProfile, name: string, { on, oddsRatio, rank }: Dependence, sex: Sex, age: number): number {
  if (rank !== undefined) {
    const kept = Math.sqrt(persistenceOf(profile, name) * persistenceOf(profile, on));
    return Math.min(0.98, Math.max(-0.98, normalOfRank(rank) / kept));
  }
  const within = (share: number | undefined): number => Math.min(0.9995, Math.max(0.0005, share ?? 0));
  const p = within(prevalence(profile, name, sex, age));
  const q = within(prevalence(profile, on, sex, age));
  return tetrachoric(p, q, oddsRatio!);
}

/** Whether a name has a liability or a score of its own. */
export function hasScore(profile: HealthProfile, name: string): boolean {
  const liable = liableOf(profile, name);
  if (liable) return liable.percent !== undefined || ("sinceOnset" in liable && liable.sinceOnset !== undefined);
  const measure = profile.measures.get(name);
  return measure !== undefined && measure.answers === undefined && (measure.marginal !== undefined || measure.by !== undefined);
}
