import { normalCdf, normalQuantile } from "../../random/arithmetic.ts";
import type { Stream } from "../../random/stream.ts";
import type { Coded } from "../../record/coded.ts";
import type { Day } from "../days.ts";
import type { MeasureSpec } from "../profile/measures.ts";
import type { Model } from "./create-health.ts";
import { valueAt } from "./curve.ts";
import { changed } from "./effects.ts";
import { formulaOf } from "./formulas.ts";
import type { Begun, Circumstances, Measured } from "./health.ts";
import { scoreFrom } from "./latent.ts";
import { onChart, scoreOnChart } from "./marginal.ts";
import { infantKilograms, lengthShare } from "./newborn.ts";
import type { Person } from "./person.ts";
import { liableOf } from "./variables.ts";

export interface Measuring {
  measure(day: Day, names: readonly string[], visit: Stream, circumstances?: Circumstances): readonly Measured[];
  usual(name: string, age: number): number | undefined;
  /** What is usual in those months: with what changes over months, without the noise of a day. */
  lately(name: string, age: number): number | undefined;
}

/** An occasion on which somebody is measured; without a stream: most days, of those months where it is `lately`. */
interface Occasion {
  readonly age: number;
  readonly day?: Day;
  readonly visit?: Stream;
  readonly isLately?: boolean;
  readonly circumstances?: Circumstances | undefined;
  /** What is known already; nothing is remembered of most days. */
  readonly values?: Map<string, number | undefined>;
  noise?: Float64Array;
}

export function createMeasuring(model: Model, person: Person): Measuring {
  const { profile, copulas } = model;
  const { sex } = person.body;
  const walks = person.stream.fork("walk");
  const born = person.stream.fork("born");
  const known = new Map<string, Map<number, number>>();

  return {
    measure(day, names, visit, circumstances) {
      const occasion: Occasion = { age: person.ageOn(day), day, visit, circumstances, values: new Map() };
      const list: Measured[] = [];
      for (const name of names) {
        const spec = profile.measures.get(name);
        if (!spec || spec.code === undefined || !isAsked(spec, occasion.age)) continue;
        if (spec.answers) {
          const answer = answerOf(name, spec.answers, occasion.age);
          if (answer) list.push({ name, category: spec.category!, code: model.codeOf(name)!, answer: loinc(answer.code, answer.display) });
          continue;
        }
        const value = valueOn(name, spec, occasion);
        if (value === undefined) continue;
        const limits = spec.usual && occasion.age >= (spec.usualFrom ?? 0) && ("female" in spec.usual ? spec.usual[sex] : spec.usual);
        list.push({
          name,
          category: spec.category!,
          code: model.codeOf(name)!,
          value,
          decimals: decimalsOf(spec, occasion.age) ?? 0,
          ...(spec.unit === undefined ? {} : { unit: spec.unit }),
          ...(limits ? { low: limits[0], high: limits[1] } : {}),
        });
      }
      return list;
    },
    usual(name, age) {
      const spec = profile.measures.get(name);
      return spec && isAsked(spec, age) ? valueOn(name, spec, { age }) : undefined;
    },
    lately(name, age) {
      const spec = profile.measures.get(name);
      return spec && isAsked(spec, age) ? valueOn(name, spec, { age, isLately: true, values: new Map() }) : undefined;
    },
  };

  /** The first that fits; of those with a share, by a draw that a person keeps. */
  function answerOf(name: string, answers: NonNullable<MeasureSpec["answers"]>, age: number): (typeof answers)[number] | undefined {
    let left = answers.some(({ share }) => share !== undefined) ? person.stream.fork("answer").fork(name).next() : 0;
    return answers.find(({ has, share = 1 }) => {
      if (has !== undefined && !person.has(has, age)) return false;
      left -= share;
      return left < 0;
    });
  }

  function valueOn(name: string, spec: MeasureSpec, occasion: Occasion): number | undefined {
    if (occasion.values?.has(name)) return occasion.values.get(name);
    const atTerm = spec.computed ? computed(name, spec, occasion) : drawn(name, spec, occasion);
    const raw = atTerm === undefined ? undefined : atTerm * early(name, spec, occasion.age) + carrying(name, occasion.day);
    const value =
      raw === undefined || !occasion.visit ? raw : rounded(raw, decimalsOf(spec, occasion.age) ?? (spec.code === undefined ? 4 : 0));
    occasion.values?.set(name, value);
    return value;
  }

  function computed(name: string, spec: MeasureSpec, occasion: Occasion): number | undefined {
    const { formula, from } = spec.computed!;
    if (formula === "gestation") return Math.floor((person.body.gestation ?? usualGestation) / 7);
    if (formula === "weight" && spec.marginal?.lms) {
      const infant = infantWeight(name, from, occasion.age);
      if (infant !== undefined) return infant;
    }
    if (formula === "birth-weight") return birthWeight(from[0]!);
    const inputs: number[] = [];
    for (const input of from) {
      const inputSpec = profile.measures.get(input);
      const value = inputSpec && isAsked(inputSpec, occasion.age) ? valueOn(input, inputSpec, occasion) : undefined;
      if (value === undefined) return undefined;
      inputs.push(value);
    }
    const value = formulaOf[formula](inputs, { sex, age: occasion.age });
    return value !== undefined && spec.range && (value < spec.range[0] || value > spec.range[1]) ? undefined : value;
  }

  /** Before body mass index is charted: in the channel of weight for age that meets it where its chart begins. */
  function infantWeight(name: string, [bodyMass, height]: readonly string[], age: number): number | undefined {
    const chart = model.chartOf(name, sex)!;
    const meets = chart.end;
    if (age >= meets) return undefined;
    const mass = model.marginalOf(bodyMass!, sex, "all")!(person.score(bodyMass!), meets);
    const centimeters = settledHeight(height!, meets);
    const channel = scoreOnChart(chart.at(meets), (mass * centimeters * centimeters) / 10_000);
    const bounded = Math.min(3.5, Math.max(-3.5, channel));
    const own = scoreFrom(born, "weight");
    // Weight at birth tells less of it, and what is its own is gone by the first birthday: judgement.
    const score = (years: number): number =>
      bounded * (0.6 + (0.4 * years) / meets) + 0.65 * Math.min(2.2, Math.max(-2.2, own)) * Math.max(0, 1 - years);
    return infantKilograms(chart, score, person.body.gestation ?? usualGestation, born.fork("loss").next(), age * daysAYear);
  }

  /** In grams, to five, as scales show it. */
  function birthWeight(weight: string): number | undefined {
    const spec = profile.measures.get(weight);
    const kilograms = spec?.computed && spec.marginal?.lms && infantWeight(weight, spec.computed.from, 0);
    return kilograms === undefined ? undefined : 5 * Math.round(kilograms * 200);
  }

  /** Lengths of who was born early, against those of children at term. */
  function early(name: string, { unit }: MeasureSpec, age: number): number {
    const { gestation = usualGestation } = person.body;
    if (age >= 2 || unit !== "cm" || gestation >= 37 * 7) return 1;
    const chart = model.chartOf(name, sex);
    return chart ? lengthShare(chart, gestation, age * daysAYear) : 1;
  }

  /** What a pregnancy adds on a day, or one that is over. */
  function carrying(name: string, day: Day | undefined): number {
    const change = profile.carrying[name];
    const { pregnancies } = person.body;
    if (change === undefined || pregnancies === undefined || day === undefined) return 0;
    let sum = 0;
    for (const pregnancy of pregnancies) {
      const since = day - pregnancy.day;
      if (since < -pregnancy.gestation || since > 600) continue;
      const by = since < 0 ? along(change.during, (pregnancy.gestation + since) / 7) : change.after ? along(change.after, since / 7) : 0;
      const more = change.spread ? Math.max(-0.9, change.spread * scoreFrom(person.stream.fork("pregnancy").fork(pregnancy.day), name)) : 0;
      sum += by * (1 + more);
    }
    return sum;
  }

  function drawn(name: string, spec: MeasureSpec, occasion: Occasion): number | undefined {
    const { age } = occasion;
    if (spec.settles !== undefined) return settledHeight(name, age);
    const score = affected(spec, scoreOn(name, spec, occasion), age);
    if (occasion.visit && spec.missing && isMissing(name, spec.missing, score, occasion.visit)) return undefined;
    const which = spec.by ? (person.has(spec.by.condition, age) ? "with" : "without") : "all";
    let value = model.marginalOf(name, sex, which)!(score, age);
    for (const { of, units } of spec.effects ?? []) if (units !== undefined && person.has(of, age)) value += units;
    value = overTime(name, spec, value, occasion);
    const [low, high] = spec.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    value = Math.min(high, Math.max(low, value));
    const { moves, bad = 1 } = occasion.circumstances ?? {};
    // Fever may go beyond what healthy people have; nobody's pressure falls below what anybody lives with.
    const moved = moves?.[name];
    if (moved !== undefined) {
      const added = moved * bad * (0.6 + 0.8 * occasion.visit!.fork("moves").next());
      value = Math.max(low, spec.unit === "%" ? Math.min(100, value + added) : value + added);
    }
    if (!spec.under) return value;
    const other = profile.measures.get(spec.under.measure);
    const above = other && valueOn(spec.under.measure, other, occasion);
    return above === undefined ? value : Math.min(value, above - spec.under.by);
  }

  /** What has begun, or has not yet, since the day on which distributions hold. Where they are those of a condition, only while it is there. */
  function overTime(name: string, { by }: MeasureSpec, value: number, { age, circumstances }: Occasion): number {
    const effects = model.effectsOn(name);
    if (effects.length === 0 || (by && !person.has(by.condition, age))) return value;
    let moved = value;
    const begun = circumstances?.begun;
    for (const { of, change } of effects) {
      const spans = person.spans(of);
      const drug = begun && profile.treatments.has(of) ? begun : undefined;
      const day = spans.length === 0 ? drug?.(of, Number.POSITIVE_INFINITY) : undefined;
      // Never due, and begun by care for what was measured: the less from then on.
      if (day !== undefined) moved = changed(moved, change, [{ from: person.ageOn(day), to: Number.POSITIVE_INFINITY }], age, -1);
      if (spans.length === 0) continue;
      const begins = drug ? (from: number): number => begunAt(of, from, drug) : undefined;
      moved = changed(moved, change, spans, age, person.referenceAge, begins);
    }
    return moved;
  }

  function begunAt(treatment: string, from: number, begun: Begun): number {
    const day = begun(treatment, person.dayAt(from));
    return day === undefined ? Number.POSITIVE_INFINITY : Math.max(from, person.ageOn(day));
  }

  /** The growth chart scaled to arrive at what the person keeps from the age at which it settles. */
  function settledHeight(name: string, age: number): number {
    const spec = profile.measures.get(name)!;
    const score = person.score(name);
    const marginal = model.marginalOf(name, sex, "all")!;
    const settles = spec.settles!;
    const chart = model.chartOf(name, sex);
    const isGrown = person.referenceAge >= settles || !chart;
    const adult = isGrown ? marginal(score, Math.max(settles, person.referenceAge)) : onChart(chart.at(settles), score);
    if (age >= settles || !chart) return adult;
    return adult * (onChart(chart.at(age), score) / onChart(chart.at(settles), score));
  }

  /** What the person keeps and the noise of the day: together a normal score again. */
  function scoreOn(name: string, spec: MeasureSpec, occasion: Occasion): number {
    const own = person.score(name);
    const kept = spec.persistence ?? 1;
    if (kept === 1 || (!occasion.visit && !occasion.isLately)) return own;
    return Math.sqrt(kept) * own + Math.sqrt(1 - kept) * noiseOf(name, occasion);
  }

  /** What changes over months and what is off on a day: together a normal score. */
  function ownNoise(name: string, { visit, age }: Occasion): number {
    const spec = profile.measures.get(name)!;
    const steady = spec.steady ?? (spec.category === undefined ? 0.98 : usualSteadiness[spec.category]);
    return Math.sqrt(steady) * slowNoise(name, age) + (visit ? Math.sqrt(1 - steady) * scoreFrom(visit, name) : 0);
  }

  /** A line from one normal score to the next. */
  function slowNoise(name: string, age: number): number {
    const place = (age + 1) / stride;
    const from = Math.floor(place);
    const part = place - from;
    const nodes = walkOf(name);
    const before = nodeOf(nodes, from, name);
    return ((1 - part) * before + part * nodeOf(nodes, from + 1, name)) / Math.sqrt((1 - part) * (1 - part) + part * part);
  }

  function nodeOf(nodes: Map<number, number>, at: number, name: string): number {
    let score = nodes.get(at);
    if (score === undefined) {
      score = scoreFrom(walks.fork(at), name);
      nodes.set(at, score);
    }
    return score;
  }

  /** By place along it: an array would be of all the years before the first that is asked for. */
  function walkOf(name: string): Map<number, number> {
    let nodes = known.get(name);
    if (!nodes) {
      nodes = new Map();
      known.set(name, nodes);
    }
    return nodes;
  }

  /** The fitted measures of one occasion are off together as their values are. */
  function noiseOf(name: string, occasion: Occasion): number {
    const place = copulas.placeOfMeasure.get(name);
    if (place === undefined) return ownNoise(name, occasion);
    occasion.noise ??= allNoise(occasion);
    const row = person.copula.noise[place]!;
    let sum = 0;
    for (let k = 0; k <= place; k++) sum += row[k]! * occasion.noise[k]!;
    return sum;
  }

  function allNoise(occasion: Occasion): Float64Array {
    const { fittedMeasures } = copulas;
    const noise = new Float64Array(fittedMeasures.length);
    for (let k = 0; k < noise.length; k++) noise[k] = ownNoise(fittedMeasures[k]!, occasion);
    return noise;
  }

  /** None where it follows from a rule. */
  function shareAmongAll(name: string, age: number): number {
    const curve = model.shareOf(name, sex);
    if (!curve || age < curve.ages[0]!) return 0;
    const spec = liableOf(profile, name);
    const among = spec && "among" in spec ? spec.among : undefined;
    return valueAt(curve, age) * (among === undefined ? 1 : shareAmongAll(among, age));
  }

  /** Moved by conditions and treatments, the others the opposite way, so that all together stay a normal score. */
  function affected({ effects = [] }: MeasureSpec, score: number, age: number): number {
    let moved = score;
    let variance = 1;
    for (const { of, sd } of effects) {
      if (sd === undefined) continue;
      const share = shareAmongAll(of, age);
      moved += sd * ((person.has(of, age) ? 1 : 0) - share);
      variance += sd * sd * share * (1 - share);
    }
    return moved / Math.sqrt(variance);
  }
}

const daysAYear = 365.2425;

/** Days of pregnancy of somebody of whom it is not told. */
const usualGestation = 276;

const decimalsOf = ({ decimals, infants }: MeasureSpec, age: number): number | undefined => (age < 2 ? (infants ?? decimals) : decimals);

const along = (points: readonly (readonly [number, number])[], at: number): number =>
  valueAt({ ages: points.map(([week]) => week), values: points.map(([, by]) => by) }, at);

/** Years from one point of a slow change to the next. */
const stride = 0.35;

/** Of what differs between occasions, the share that changes only over months: judgement. */
const usualSteadiness = { "vital-signs": 0.45, laboratory: 0.85, survey: 0.6, "social-history": 1 } as const;

const isAsked = ({ ages }: MeasureSpec, age: number): boolean => !ages || (ages[0] <= age && age < ages[1] + 1);

/** The share comes out whatever the slope: the threshold moves with it. */
function isMissing(name: string, { share, slope = 0 }: NonNullable<MeasureSpec["missing"]>, score: number, visit: Stream): boolean {
  const draw = visit.fork("missing").fork(name).next();
  if (slope === 0) return draw < share;
  return draw < normalCdf(normalQuantile(share) * Math.sqrt(1 + slope * slope) + slope * score);
}

const scales = [1, 10, 100, 1000, 10_000];

function rounded(value: number, decimals: number): number {
  const scale = scales[decimals]!;
  return Math.round(value * scale) / scale;
}

const loinc = (code: string, display: string): Coded => ({ system: "LOINC", code, display });
