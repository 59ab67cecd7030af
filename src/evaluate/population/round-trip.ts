import { normalQuantile } from "../../random/arithmetic.ts";
import { createStream } from "../../random/stream.ts";
import type { Collected } from "./collect.ts";
import type { Declared } from "./declared.ts";
import { clustering, type DistributionRow, distribution, type PyramidRow, pyramidOf, statesOf } from "./distributions.ts";
import { bandName, bands, type Verdict } from "./grade.ts";
import { binomialTest, holm, wilson } from "./intervals.ts";
import { isAlive } from "./people.ts";
import { pearson } from "./similarity.ts";
import { ageOn, dayOf } from "./time.ts";
import { keyOf, type Trait } from "./trait.ts";

/** Whether the generator did as the profile says. Shares are from 0 to 1. */
export interface RoundTrip {
  readonly distributions: readonly DistributionRow[];
  readonly pyramid: readonly PyramidRow[];
  readonly prevalences: readonly PrevalenceRow[];
  /** What is declared of these, over all ages of the population. */
  readonly curves: readonly PrevalenceCurve[];
  readonly measures: readonly MeasureRow[];
  readonly correlations: readonly CorrelationRow[];
}

export interface PrevalenceRow {
  readonly name: string;
  readonly female: boolean;
  readonly from: number;
  readonly to: number;
  readonly people: number;
  readonly having: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly declared: number;
  readonly p: number;
  /** Holm's, over all prevalences. */
  readonly adjusted: number;
  readonly verdict: Verdict;
}

export interface PrevalenceCurve {
  readonly name: string;
  readonly female: boolean;
  /** `[age, share]`. */
  readonly points: readonly (readonly [number, number])[];
}

/** Ranks of values in the distribution declared for each person, held against a uniform one. */
export interface MeasureRow {
  readonly name: string;
  readonly female: boolean;
  readonly from: number;
  readonly to: number;
  readonly people: number;
  readonly measured: number;
  readonly ks: number;
  readonly limit: number;
  readonly verdict: Verdict;
}

export interface CorrelationRow {
  readonly first: string;
  readonly second: string;
  readonly female: boolean;
  readonly from: number;
  readonly to: number;
  readonly people: number;
  readonly value: number;
  readonly declared: number;
  readonly reach: number;
  readonly verdict: Verdict;
}

/** A test that fails more rarely than this by chance, over all of a kind. */
export const level = 0.05;

/** What rounding, a value a visit and ages between knots may shift. By judgement. */
const ksSlack = 0.03;

const correlationSlack = 0.05;

export const fewPeople = 30;

const conditionTrait = (codes: readonly string[]): Trait => ({ of: "condition", codes });

const drugTrait = (words: readonly string[]): Trait => ({ of: "drug", words });

const measureTrait = (loinc: readonly string[]): Trait => ({ of: "measure", loinc });

/** What must be gathered to hold a declaration against a folder. */
export function traitsOf({ prevalences, measures }: Declared): Trait[] {
  return [
    ...prevalences.map(({ codes, drugs }) => (codes ? conditionTrait(codes) : drugTrait(drugs ?? []))),
    ...measures.flatMap(({ loinc, by }) => [measureTrait(loinc), ...(by ? [conditionTrait(by)] : [])]),
  ];
}

export function roundTrip(collected: Collected, declared: Declared): RoundTrip {
  const { people, asOf } = collected;
  const { birth, female } = people;
  const everybody: number[] = [];
  for (let i = 0; i < people.size; i++) if (isAlive(people, i, declared.reference) && !Number.isNaN(female[i]!)) everybody.push(i);
  const ageThen = everybody.map((i) => ageOn(birth[i]!, declared.reference));
  const cells = declared.pyramid
    ? pyramidOf(
        everybody.map((i) => female[i] === 1),
        ageThen,
        declared.pyramid,
      )
    : [];
  const distributions = [
    ...(cells.length > 0
      ? [
          distribution(
            "age and sex, by five years",
            cells.map(({ people: count }) => count),
            cells.map((cell) => cell.declared),
          ),
        ]
      : []),
    ...(declared.states && people.state.some((state) => state !== "")
      ? [
          statesOf(
            everybody.map((i) => people.state[i]!),
            declared.states,
            clustering(
              everybody.map((i) => people.state[i]!),
              everybody,
              people.households,
            ),
          ),
        ]
      : []),
  ];
  const alive = Array.from({ length: people.size }, (_, i) => i).filter((i) => isAlive(people, i, asOf) && !Number.isNaN(female[i]!));
  const ages = Float64Array.from({ length: people.size }, (_, i) => (asOf - birth[i]!) / 365.2425);
  const prevalences = prevalencesOf(collected, declared, alive, ages);
  const measures = declared.measures.map((measure) => ({ measure, ...ranksOf(collected, measure, ages) }));
  return {
    distributions,
    pyramid: cells,
    prevalences,
    curves: curvesOf(
      declared,
      prevalences,
      alive.map((i) => ages[i]!),
    ),
    measures: measures.flatMap(({ measure, ranks, agesThen }) => measureRows(measure.name, measure.ages, ranks, agesThen, female)),
    correlations: declared.correlations.flatMap((each) => {
      const [first, second] = [each.first, each.second].map((name) => measures.find(({ measure }) => measure.name === name));
      return first && second ? correlationRows(each, first.ranks, second.ranks, ages, female) : [];
    }),
  };
}

function prevalencesOf(collected: Collected, declared: Declared, alive: readonly number[], ages: Float64Array): PrevalenceRow[] {
  const { people, traits } = collected;
  const rows: Omit<PrevalenceRow, "adjusted" | "verdict">[] = [];
  for (const { name, codes, drugs, share } of declared.prevalences) {
    const has = traits.get(keyOf(codes ? conditionTrait(codes) : drugTrait(drugs ?? [])));
    if (!has || Number.isNaN(has[0]!)) continue;
    for (const female of [true, false])
      for (const [from, to] of bands) {
        let [count, having, expected] = [0, 0, 0];
        for (const i of alive) {
          const age = ages[i]!;
          if ((people.female[i] === 1) !== female || age < from || age >= to + 1) continue;
          count++;
          having += has[i]!;
          expected += share(female, age);
        }
        if (count === 0 || (expected === 0 && having === 0)) continue;
        const [low, high] = wilson(having, count)!;
        const p = binomialTest(having, count, expected / count);
        rows.push({ name, female, from, to, people: count, having, value: having / count, low, high, declared: expected / count, p });
      }
  }
  const adjusted = holm(rows.map(({ p }) => p));
  return rows.map((row, i) => ({
    ...row,
    adjusted: adjusted[i]!,
    verdict: row.people < fewPeople ? "too few" : adjusted[i]! < level ? "fails" : "holds",
  }));
}

/** Of the conditions and sexes that there are rows of, from the youngest to the oldest person: a point a year, where the line turns. */
function curvesOf({ prevalences }: Declared, rows: readonly PrevalenceRow[], ages: readonly number[]): PrevalenceCurve[] {
  const [youngest, oldest] = ages.reduce(([low, high], age) => [Math.min(low, age), Math.max(high, age)], [120, 0]);
  return prevalences.flatMap(({ name, share }) =>
    [true, false]
      .filter((female) => rows.some((row) => row.name === name && row.female === female))
      .map((female) => {
        const points: (readonly [number, number])[] = [];
        for (let age = Math.floor(youngest); age <= oldest; age++) points.push([age, Math.round(share(female, age) * 1e6) / 1e6]);
        const turns = points.filter(([, value], i) => {
          const [before, after] = [points[i - 1]?.[1], points[i + 1]?.[1]];
          return before === undefined || after === undefined || Math.abs(before + after - 2 * value) > 5e-6;
        });
        return { name, female, points: turns };
      }),
  );
}

function ranksOf({ people, traits, taken }: Collected, measure: Declared["measures"][number], ages: Float64Array) {
  const key = keyOf(measureTrait(measure.loinc));
  const values = traits.get(key)!;
  const times = taken.get(key)!;
  const condition = measure.by ? traits.get(keyOf(conditionTrait(measure.by))) : undefined;
  const half = 0.5 * 10 ** -measure.decimals;
  const agesThen = Float64Array.from(ages, (_, i) => (dayOf(times[i]!) - people.birth[i]!) / 365.2425);
  const stream = createStream("evaluate/population/ranks").fork(measure.name);
  const [lowest, highest] = measure.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const ranks = Float64Array.from(values, (value, i) => {
    const lot = stream.next();
    if (Number.isNaN(value) || Number.isNaN(people.female[i]!)) return Number.NaN;
    const at = (x: number): number => measure.below(x, people.female[i] === 1, agesThen[i]!, condition?.[i] === 1);
    // Somewhere in what was rounded to the value, or set to the end of the range: then ranks are uniform whatever the rounding.
    const [low, high] = [value <= lowest ? 0 : at(value - half), value >= highest ? 1 : at(value + half)];
    return low + lot * (high - low);
  });
  return { ranks, agesThen };
}

function measureRows(
  name: string,
  [youngest, oldest]: readonly [number, number],
  ranks: Float64Array,
  ages: Float64Array,
  sexes: readonly number[],
): MeasureRow[] {
  const rows: MeasureRow[] = [];
  for (const female of [true, false])
    for (const [from, to] of bands) {
      if (to < youngest || from > oldest) continue;
      const inCell: number[] = [];
      let people = 0;
      for (const [i, rank] of ranks.entries()) {
        if ((sexes[i] === 1) !== female || !(ages[i]! >= from && ages[i]! < to + 1)) continue;
        people++;
        if (!Number.isNaN(rank)) inCell.push(rank);
      }
      const sorted = Float64Array.from(inCell).sort();
      let ks = 0;
      for (const [i, rank] of sorted.entries()) ks = Math.max(ks, (i + 1) / sorted.length - rank, rank - i / sorted.length);
      const limit = ksSlack + 1.358 / Math.sqrt(Math.max(1, sorted.length));
      const verdict: Verdict =
        sorted.length === 0 ? "not measured" : sorted.length < fewPeople ? "too few" : ks <= limit ? "holds" : "fails";
      rows.push({ name, female, from, to, people, measured: sorted.length, ks, limit, verdict });
    }
  return rows.filter(({ people }) => people > 0);
}

function correlationRows(
  { first, second, female, ages: [from, to], value: declared }: Declared["correlations"][number],
  a: Float64Array,
  b: Float64Array,
  ages: Float64Array,
  sexes: readonly number[],
): CorrelationRow[] {
  const score = (rank: number): number => normalQuantile(Math.min(0.9995, Math.max(0.0005, rank)));
  const [x, y]: [number[], number[]] = [[], []];
  for (let i = 0; i < a.length; i++) {
    if ((sexes[i] === 1) !== female || !(ages[i]! >= from && ages[i]! < to + 1) || Number.isNaN(a[i]!) || Number.isNaN(b[i]!)) continue;
    x.push(score(a[i]!));
    y.push(score(b[i]!));
  }
  if (x.length < fewPeople) return [];
  const value = pearson(x, y);
  const reach = 1.96 / Math.sqrt(x.length) + correlationSlack;
  return [
    {
      first,
      second,
      female,
      from,
      to,
      people: x.length,
      value,
      declared,
      reach,
      verdict: Math.abs(value - declared) <= reach ? "holds" : "fails",
    },
  ];
}

export const cellName = ({ female, from, to }: { readonly female: boolean; readonly from: number; readonly to: number }): string =>
  `${female ? "women" : "men"} ${bandName(from, to)}`;
