import { log, normalCdf } from "../../random/arithmetic.ts";
import type { Stream } from "../../random/stream.ts";
import type { Day } from "../days.ts";
import type { ConditionSpec, TreatmentSpec } from "../profile/conditions.ts";
import type { Model } from "./create-health.ts";
import { type AgeCurve, crossing, valueAt } from "./curve.ts";
import type { Body } from "./health.ts";
import { type Copula, hasScore, type RaceGroup, scoreFrom } from "./latent.ts";
import { episodes, intersect, isIn, lastingSpans, look, oldest, passingSpans, ruleSpans, type Span } from "./spans.ts";
import { liableOf } from "./variables.ts";

/** A person's scores and times of life, each drawn when it is first asked for. */
export interface Person {
  readonly body: Body;
  readonly stream: Stream;
  /** In years, on the day on which the profile's percentages hold. */
  readonly referenceAge: number;
  readonly copula: Copula;
  /** The normal score that a person keeps among people of their sex and age. */
  score(name: string): number;
  /** When a condition, risk factor or treatment is there, diagnosed or not. */
  spans(name: string): readonly Span[];
  has(name: string, age: number): boolean;
  risk(name: string): number;
  /** Years and their fraction. */
  ageOn(day: Day): number;
  /** The first whole day of an age: never before the birthday on which it begins. */
  dayAt(age: number): Day;
  /** Set once, when the measures are at hand. */
  usual: (name: string, age: number) => number | undefined;
  lately: (name: string, age: number) => number | undefined;
}

const daysAYear = 365.2425;

export function personOf(model: Model, body: Body, stream: Stream, reference: Day): Person {
  const { profile, copulas } = model;
  const referenceAge = (reference - body.birth) / daysAYear;
  const copula = copulas.of(body.sex, referenceAge);
  const innovations = stream.fork("score");
  const scores = new Map<string, number>();
  const known = new Map<string, readonly Span[]>();
  const looks = new Map<string, (number | undefined | null)[]>();
  let block: Float64Array | undefined;

  const person: Person = {
    body,
    stream,
    referenceAge,
    copula,
    score(name) {
      const found = scores.get(name);
      if (found !== undefined) return found;
      const place = copulas.placeOf.get(name);
      const score = place === undefined ? ownScore(name) : fittedScores()[place]!;
      scores.set(name, score);
      return score;
    },
    spans(name) {
      const found = known.get(name);
      if (found) return found;
      // Whoever asks in a circle finds nothing there.
      known.set(name, []);
      const spans = spansOf(name);
      known.set(name, spans);
      return spans;
    },
    has: (name, age) => isIn(person.spans(name), age),
    risk(name) {
      if (hasScore(profile, name)) return normalCdf(person.score(name));
      return person.spans(name).length > 0 ? 1 : 0;
    },
    ageOn: (day) => (day - body.birth) / daysAYear,
    dayAt: (age) => body.birth + Math.ceil(age * daysAYear + (age < 0.01 ? 0 : 1)),
    usual: () => undefined,
    lately: () => undefined,
  };
  return person;

  /** Each from its own innovation; then the triangle of the stratum, in its order. */
  function fittedScores(): Float64Array {
    if (block) return block;
    const { fitted } = copulas;
    const means = copula.means[raceGroup(body)];
    const own = new Float64Array(fitted.length);
    for (let i = 0; i < fitted.length; i++) own[i] = scoreFrom(innovations, fitted[i]!);
    block = new Float64Array(fitted.length);
    for (let i = 0; i < fitted.length; i++) {
      const row = copula.lower[i]!;
      let sum = means ? means[i]! : 0;
      for (let k = 0; k <= i; k++) sum += row[k]! * own[k]!;
      block[i] = sum;
    }
    return block;
  }

  function ownScore(name: string): number {
    const own = scoreFrom(innovations, name);
    const dependent = copula.dependents.get(name);
    if (!dependent) return own;
    let sum = dependent.own * own;
    dependent.on.forEach((on, k) => {
      sum += dependent.weights[k]! * person.score(on);
    });
    return sum;
  }

  function spansOf(name: string): readonly Span[] {
    const condition = profile.conditions.get(name);
    if (condition) return conditionSpans(name, condition);
    const treatment = profile.treatments.get(name);
    const curve = model.shareOf(name, body.sex);
    if (!treatment) return [];
    if (treatment.years !== undefined)
      return treatmentSpans(name, treatment, curve).map(({ from, to }) => ({ from, to: Math.min(to, from + treatment.years!) }));
    return treatmentSpans(name, treatment, curve);
  }

  function treatmentSpans(name: string, treatment: TreatmentSpec, curve: AgeCurve | undefined): readonly Span[] {
    if (treatment.sinceOnset !== undefined) return onceItHasLasted(name, person.spans(treatment.among!));
    if (!curve) return [];
    const spans = lastingSpans(curve, normalCdf(-person.score(name)), referenceAge);
    if (treatment.among === undefined) return spans;
    const lag = stream.fork("lag").fork(name).next();
    return onceBegun(name, person.spans(treatment.among), 3 * lag * lag);
  }

  function conditionSpans(name: string, spec: ConditionSpec): readonly Span[] {
    const lasts = spec.lasts ?? "always";
    if (spec.needs !== undefined && spec.needs !== body.sex) return [];
    if (spec.when) {
      const { holds, breaks } = ruleOf(spec.when);
      return ruleSpans(holds, breaks, spec.earliest ?? 0, referenceAge, lasts);
    }
    if (spec.sinceOnset !== undefined) return onceItHasLasted(name, person.spans(spec.among!));
    const curve = model.shareOf(name, body.sex)!;
    if (typeof lasts === "object") {
      const own = stream.fork("episode").fork(name);
      const waiting = (): number => -log(own.next() + 1.1641532182693481e-10);
      const draws = { years: own.next(), elapsed: own.next(), before: waiting(), after: waiting() };
      return episodes(curve, normalCdf(-person.score(name)), referenceAge, lasts, draws);
    }
    if (lasts === "while") {
      const spans = passingSpans(curve, normalCdf(-person.score(name)));
      return spec.among === undefined ? spans : intersect(spans, person.spans(spec.among));
    }
    if (spec.among !== undefined) return onceBegun(name, person.spans(spec.among), 0);
    return lastingSpans(curve, normalCdf(-person.score(name)), referenceAge);
  }

  /**
   * Of those who have another condition, the share of the curve. Whoever has that by the reference age is judged by the share
   * at that age; whoever gets it later, by the share at its onset.
   */
  function onceBegun(name: string, among: readonly Span[], lag: number): readonly Span[] {
    const curve = model.shareOf(name, body.sex)!;
    const rank = normalCdf(-person.score(name));
    return among.flatMap(({ from, to }) => {
      const judged = Math.max(from, Math.min(referenceAge, to));
      if (judged < curve.ages[0]! || valueAt(curve, judged) <= rank) return [];
      const begins = from + (from + lag > referenceAge && from <= referenceAge ? (referenceAge - from) * 0.5 : lag);
      return begins < to ? [{ from: Math.max(begins, curve.ages[0]!), to }] : [];
    });
  }

  /** As far into another condition as the curve of years comes to the rank. */
  function onceItHasLasted(name: string, among: readonly Span[]): readonly Span[] {
    const years = crossing(model.sinceOnsetOf(name, body.sex)!, normalCdf(-person.score(name)), 0, oldest);
    if (years === undefined) return [];
    const earliest = liableOf(profile, name)?.earliest ?? 0;
    return among.flatMap(({ from, to }) => {
      const begins = Math.max(earliest, from + years);
      return begins < to ? [{ from: begins, to }] : [];
    });
  }

  /** Rules look at the same ages: what is measured then is computed once. */
  function usualAt(measure: string, age: number): number | undefined {
    if (age % look !== 0) return person.usual(measure, age);
    let known = looks.get(measure);
    if (!known) {
      known = new Array<number | undefined | null>(oldest / look + 1).fill(null);
      looks.set(measure, known);
    }
    const found = known[age / look];
    if (found !== null) return found;
    const value = person.usual(measure, age);
    known[age / look] = value;
    return value;
  }

  function ruleOf(rule: NonNullable<ConditionSpec["when"]>): {
    readonly holds: (age: number) => boolean;
    readonly breaks: readonly number[];
  } {
    const isAny = "any" in rule;
    const breaks: number[] = [];
    const within = (names: readonly string[], wanted: boolean): ((age: number) => boolean) => {
      const spans = names.flatMap((name) => person.spans(name));
      for (const { from, to } of spans) breaks.push(from, to);
      return (age) => isIn(spans, age) === wanted;
    };
    const clauses = (isAny ? rule.any : rule.all).map((clause) => {
      if ("takes" in clause) return within(typeof clause.takes === "string" ? [clause.takes] : clause.takes, true);
      if ("has" in clause) return within([clause.has], true);
      if ("lacks" in clause) return within([clause.lacks], false);
      const { measure, from = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = clause;
      return (age: number) => {
        const value = usualAt(measure, age);
        return value !== undefined && from <= value && value < below;
      };
    });
    return {
      breaks,
      holds: isAny ? (age) => clauses.some((holds) => holds(age)) : (age) => clauses.every((holds) => holds(age)),
    };
  }
}

/** The groups of the surveys. */
export function raceGroup({ race, hispanic }: Pick<Body, "race" | "hispanic">): RaceGroup {
  if (hispanic) return "hispanic";
  if (race === "white" || race === "black") return race;
  return race === "asian-pacific-islander" ? "asian" : "other";
}
