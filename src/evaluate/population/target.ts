import type { Collected } from "./collect.ts";
import type { Grade, Verdict } from "./grade.ts";
import { wilson } from "./intervals.ts";
import { isAlive } from "./people.ts";
import { spearman } from "./similarity.ts";
import { ageOn } from "./time.ts";
import { type EventTable, keyOf, races, type Trait } from "./trait.ts";

/** A figure that must come out, with where it comes from. */
export interface Target {
  readonly name: string;
  /**
   * `prevalence`: share of people with a condition, or on a drug. `mean` of a measure. `share` of people whose measure or number
   * of events is in a range, whose measures are `all` in theirs, or of hospital stays that are followed by another within 30 days. `rate`:
   * events a person and year. `dispersion`: variance of a year's events over their mean. `correlation`: Spearman's, of two measures
   * or of one and age.
   */
  readonly of: "prevalence" | "mean" | "share" | "rate" | "dispersion" | "correlation";
  /** Beginnings of ICD-10-CM codes. */
  readonly conditions?: readonly string[] | undefined;
  /** RxNorm codes, or words of drugs' names. */
  readonly drugs?: readonly string[] | undefined;
  /** LOINC codes of one measure. */
  readonly measure?: readonly string[] | undefined;
  /** LOINC codes of another, or age. */
  readonly with?: "age" | readonly string[] | undefined;
  /** Of a share: the least value, included, and the greatest, not included. */
  readonly from?: number | undefined;
  readonly below?: number | undefined;
  /** Of a share: each known, and each in its range. */
  readonly all?: readonly Bounded[] | undefined;
  readonly events?: EventTable | "readmissions" | "deaths" | "drugs" | undefined;
  readonly class?: string | undefined;
  /** Only events with one of these codes. */
  readonly codes?: readonly string[] | undefined;
  /** Events of the whole record, not of a year. */
  readonly ever?: true | undefined;
  readonly where?:
    | {
        readonly ages?: readonly [number, number] | undefined;
        readonly sex?: "female" | "male" | undefined;
        readonly race?: (typeof races)[number] | undefined;
        readonly states?: readonly string[] | undefined;
        /** Only people with a condition whose code begins so. */
        readonly conditions?: readonly string[] | undefined;
        /** Only people who take one of these. */
        readonly drugs?: readonly string[] | undefined;
      }
    | undefined;
  readonly value: number;
  /** Either way, in the unit of the value. */
  readonly tolerance: number;
  readonly source: string;
  readonly grade: Exclude<Grade, "identity">;
}

interface Bounded {
  readonly measure: readonly string[];
  readonly from?: number | undefined;
  readonly below?: number | undefined;
}

export interface TargetResult {
  readonly name: string;
  readonly of: Target["of"];
  readonly grade: Grade;
  readonly source: string;
  readonly wanted: number;
  readonly tolerance: number;
  /** Null where it could not be measured. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly people: number;
  readonly verdict: Verdict;
}

/** What must be gathered for a target. */
export function traitsOfTarget(target: Target): Trait[] {
  const { conditions, drugs, measure, events, where, all = [] } = target;
  const traits: Trait[] = all.map(({ measure: loinc }) => ({ of: "measure", loinc }));
  if (conditions) traits.push({ of: "condition", codes: conditions });
  if (drugs) traits.push({ of: "drug", words: drugs });
  if (measure) traits.push({ of: "measure", loinc: measure });
  if (Array.isArray(target.with)) traits.push({ of: "measure", loinc: target.with });
  if (events === "readmissions") traits.push({ of: "readmissions" }, { of: "discharges" });
  else if (events === "deaths") traits.push({ of: "death" });
  else if (events === "drugs") traits.push({ of: "drugs" });
  else if (events)
    traits.push({
      of: "events",
      table: events,
      ...(target.class !== undefined && { class: target.class }),
      ...(target.codes && { codes: target.codes }),
      ...(target.ever && { ever: true }),
    });
  if (where?.conditions) traits.push({ of: "condition", codes: where.conditions });
  if (where?.drugs) traits.push({ of: "drug", words: where.drugs });
  return traits;
}

/** A target holds where its figure is within the tolerance, and fails where its 95 % interval is wholly outside. */
export function judge(target: Target, collected: Collected): TargetResult {
  const { name, of, grade, source, value: wanted, tolerance } = target;
  const told = { name, of, grade, source, wanted, tolerance };
  const { value, low, high, people } = measured(target, collected);
  if (value === null) return { ...told, value, low, high, people, verdict: "not measured" };
  const isNear = Math.abs(value - wanted) <= tolerance * (1 + 1e-12);
  const isOut = low === null || high === null || low > wanted + tolerance || high < wanted - tolerance;
  return { ...told, value, low, high, people, verdict: isNear ? "holds" : isOut ? "fails" : "too few" };
}

interface Figure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly people: number;
}

function measured(target: Target, collected: Collected): Figure {
  const rows = chosen(target, collected);
  const columns = traitsOfTarget({ ...target, where: undefined }).map((trait) => collected.traits.get(keyOf(trait))!);
  const [first, second] = target.with === "age" ? [columns[0], agesOf(collected)] : columns;
  const none: Figure = { value: null, low: null, high: null, people: rows.length };
  if (!first) return none;
  if (target.all) return shareOfAll(rows, columns, target.all);
  if (target.events === "readmissions") return shareOfStays(within(target, collected), columns[0]!, columns[1]!);
  const list = rows.map((i) => first[i]!).filter((value) => !Number.isNaN(value));
  if (list.length < 2) return { ...none, people: list.length };
  const n = list.length;
  const sum = list.reduce((total, each) => total + each, 0);
  const mean = sum / n;
  const variance = list.reduce((total, each) => total + (each - mean) ** 2, 0) / (n - 1);
  const around = (value: number, error: number): Figure => ({ value, low: value - 1.96 * error, high: value + 1.96 * error, people: n });
  switch (target.of) {
    case "prevalence":
    case "share": {
      const part = target.of === "share" ? list.filter((each) => isIn(each, target)).length : sum;
      const [low, high] = wilson(part, n)!;
      return { value: part / n, low, high, people: n };
    }
    case "mean":
      return around(mean, Math.sqrt(variance / n));
    case "rate": {
      // Whoever was born or died within the year counts for the days they lived of it.
      const years = exposure(target, collected);
      const counts = years.rows.map((i) => (Number.isNaN(first[i]!) ? 0 : first[i]!));
      const events = counts.reduce((total, each) => total + each, 0);
      const spread = counts.reduce((total, each) => total + (each - events / counts.length) ** 2, 0);
      return years.sum > 0 ? { ...around(events / years.sum, Math.sqrt(spread) / years.sum), people: counts.length } : none;
    }
    case "dispersion": {
      if (mean === 0) return none;
      const fourth = list.reduce((total, each) => total + (each - mean) ** 4, 0) / n;
      return around(variance / mean, Math.sqrt(Math.max(0, fourth - variance * variance) / n) / mean);
    }
    case "correlation": {
      if (!second) return none;
      const both = rows.filter((i) => !Number.isNaN(first[i]!) && !Number.isNaN(second[i]!));
      if (both.length < 4) return { ...none, people: both.length };
      const r = spearman(
        both.map((i) => first[i]!),
        both.map((i) => second[i]!),
      );
      if (Number.isNaN(r)) return none;
      return { ...around(r, (1 - r * r) / Math.sqrt(both.length - 1)), people: both.length };
    }
  }
}

const isIn = (
  value: number,
  { from = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY }: Pick<Target, "from" | "below">,
): boolean => value >= from && value < below;

function shareOfAll(rows: readonly number[], columns: readonly (Float64Array | undefined)[], all: readonly Bounded[]): Figure {
  const known = rows.filter((i) => columns.every((column) => column && !Number.isNaN(column[i]!)));
  if (known.length < 2) return { value: null, low: null, high: null, people: known.length };
  const part = known.filter((i) => all.every((bounds, k) => isIn(columns[k]![i]!, bounds))).length;
  const [low, high] = wilson(part, known.length)!;
  return { value: part / known.length, low, high, people: known.length };
}

/** By stays, not by people; `people` counts the stays. */
function shareOfStays(rows: readonly number[], again: Float64Array, all: Float64Array): Figure {
  const count = (column: Float64Array): number => rows.reduce((total, i) => total + column[i]!, 0);
  const [part, whole] = [count(again), count(all)];
  if (whole < 2) return { value: null, low: null, high: null, people: whole };
  const [low, high] = wilson(part, whole)!;
  return { value: part / whole, low, high, people: whole };
}

function agesOf({ people, asOf }: Collected): Float64Array {
  return Float64Array.from({ length: people.size }, (_, i) => (asOf - people.birth[i]!) / 365.2425);
}

function chosen(target: Target, collected: Collected): number[] {
  const { people, asOf } = collected;
  return within(target, collected).filter((i) => isAlive(people, i, asOf));
}

function within({ where }: Target, { people, asOf, traits }: Collected): number[] {
  const has = where?.conditions ? traits.get(keyOf({ of: "condition", codes: where.conditions })) : undefined;
  const takes = where?.drugs ? traits.get(keyOf({ of: "drug", words: where.drugs })) : undefined;
  const rows: number[] = [];
  for (let i = 0; i < people.size; i++) {
    if (!(people.birth[i]! <= asOf)) continue;
    const age = ageOn(people.birth[i]!, asOf);
    if (where?.ages && (age < where.ages[0] || age > where.ages[1])) continue;
    if (where?.sex && people.female[i] !== (where.sex === "female" ? 1 : 0)) continue;
    if (where?.race && races[people.race[i]!] !== where.race) continue;
    if (where?.states && !where.states.includes(people.state[i]!)) continue;
    if ((has && has[i] !== 1) || (takes && takes[i] !== 1)) continue;
    rows.push(i);
  }
  return rows;
}

function exposure(target: Target, collected: Collected): { readonly rows: readonly number[]; readonly sum: number } {
  const { people, asOf } = collected;
  let sum = 0;
  const rows = within(target, collected).filter((i) => {
    const from = Math.max(asOf - 365, people.birth[i]!);
    const to = Number.isNaN(people.death[i]!) ? asOf : Math.min(asOf, people.death[i]! / 86400);
    sum += Math.max(0, to - from) / 365;
    return to > from;
  });
  return { rows, sum };
}
