import { power } from "../../random/arithmetic.ts";
import type { ChangeSpec } from "../profile/effects.ts";
import { type Span, spanAt } from "./spans.ts";
import type { HealthProfile } from "./variables.ts";

/** What a treatment or condition changes in a measure. */
export interface Effect {
  readonly of: string;
  readonly change: ChangeSpec;
}

/** The effects on a measure, looked up once for a population. */
export function compileEffects({ effects }: HealthProfile): (measure: string) => readonly Effect[] {
  const byMeasure = new Map<string, Effect[]>();
  for (const [of, { on }] of effects) {
    for (const [measure, change] of Object.entries(on)) {
      const list = byMeasure.get(measure);
      if (list) list.push({ of, change });
      else byMeasure.set(measure, [{ of, change }]);
    }
  }
  return (measure) => byMeasure.get(measure) ?? none;
}

const none: readonly Effect[] = Object.freeze([]);

/** Before something begins, what it takes away had built up over so many years: by judgement. */
const builtUp = 10;
/** What goes on year by year goes on no longer. */
const longest = 20;
const daysAYear = 365.2425;

/**
 * A value as it is at an age, given what it would be if all were as at the reference age: then distributions hold, over those who
 * have begun and those who have not. Ages in years; `begins` gives when a span truly begins, never before it.
 */
export function changed(
  value: number,
  { add, times, within = 30, perYear }: ChangeSpec,
  spans: readonly Span[],
  age: number,
  reference: number,
  begins: (from: number) => number = (from) => from,
): number {
  if (perYear !== undefined) return value + perYear * (yearsOf(spans, age) - yearsOf(spans, reference));
  const then = spanAt(spans, reference);
  const now = spanAt(spans, age);
  const isThere = now === undefined ? 0 : partOf(age - begins(now.from), within);
  const wasThere = then === undefined ? 0 : partOf(reference - then.from, within) * ripeness(then, age);
  if (isThere === wasThere) return value;
  return times === undefined ? value + add! * (isThere - wasThere) : value * power(times, isThere - wasThere);
}

const partOf = (years: number, within: number): number => Math.max(0, Math.min(1, (years * daysAYear) / within));

/** How far what is treated had come by an age. */
const ripeness = ({ from, to }: Span, age: number): number => (age >= to ? 0 : Math.max(0, Math.min(1, 1 - (from - age) / builtUp)));

function yearsOf(spans: readonly Span[], age: number): number {
  const span = spanAt(spans, age);
  return span === undefined ? 0 : Math.min(longest, age - span.from);
}
