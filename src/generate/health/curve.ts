import type { Sex } from "../../record/patient.ts";
import type { Curve, Numbers } from "../profile/curves.ts";

/** Straight lines between points, level before the first and after the last. */
export interface AgeCurve {
  readonly ages: readonly number[];
  readonly values: readonly number[];
}

export function curveFor(spec: Curve, sex: Sex): AgeCurve {
  const own = typeof spec === "object" && !Array.isArray(spec) ? spec[sex] : spec;
  const points = typeof own === "number" ? [[0, own] as const] : own;
  return { ages: points.map(([age]) => age), values: points.map(([, value]) => value) };
}

export function valueAt({ ages, values }: AgeCurve, age: number): number {
  const last = ages.length - 1;
  if (age <= ages[0]!) return values[0]!;
  if (age >= ages[last]!) return values[last]!;
  let i = 1;
  while (ages[i]! < age) i++;
  const t = (age - ages[i - 1]!) / (ages[i]! - ages[i - 1]!);
  return values[i - 1]! + (values[i]! - values[i - 1]!) * t;
}

/** The share of people by age from percent: 0 before the earliest age, from where it rises to its first point. */
export function shareCurve(spec: Curve, sex: Sex, earliest: number): AgeCurve {
  const { ages, values } = curveFor(spec, sex);
  const later = ages.map((age, i) => [age, values[i]! / 100] as const).filter(([age]) => age > earliest);
  const isFlat = ages.length === 1;
  const first = isFlat || ages.includes(earliest) ? valueAt({ ages, values }, earliest) / 100 : 0;
  return { ages: [earliest, ...later.map(([age]) => age)], values: [first, ...later.map(([, value]) => value)] };
}

/** The first age from `from` on at which the curve lies above `level`; undefined where it never does up to `to`. */
export function crossing({ ages, values }: AgeCurve, level: number, from: number, to: number): number | undefined {
  if (from > to) return undefined;
  if (valueAt({ ages, values }, from) > level && from >= ages[0]!) return from;
  if (from < ages[0]! && values[0]! > level) return ages[0]! <= to ? ages[0] : undefined;
  for (let i = 1; i < ages.length; i++) {
    if (ages[i]! <= from || values[i]! <= level) continue;
    const start = Math.max(from, ages[i - 1]!);
    const below = valueAt({ ages, values }, start);
    const age = below > level ? start : start + ((level - below) / (values[i]! - below)) * (ages[i]! - start);
    return age <= to ? age : undefined;
  }
  return undefined;
}

/** The first age from `from` on at which the curve does not lie above `level`. */
export function falling(curve: AgeCurve, level: number, from: number): number | undefined {
  const flipped = { ages: curve.ages, values: curve.values.map((value) => -value) };
  // Not above is below or at: what is at the level falls.
  return crossing(flipped, -level - 1e-12, from, 200);
}

export function numbersOf(spec: Numbers): readonly number[] {
  return typeof spec === "string" ? spec.split(" ").map(Number) : spec;
}
