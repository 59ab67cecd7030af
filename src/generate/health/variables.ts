import type { Sex } from "../../record/patient.ts";
import type { AllergySpec, ConditionSpec, TreatmentSpec } from "../profile/conditions.ts";
import type { CorrelationsSpec } from "../profile/correlations.ts";
import type { EffectSpec } from "../profile/effects.ts";
import type { MeasureSpec } from "../profile/measures.ts";
import type { PregnancySpec } from "../profile/pregnancy.ts";
import { type AgeCurve, curveFor, shareCurve, valueAt } from "./curve.ts";

/** What a profile declares of health, whole: what an entry of null takes away is gone. */
export interface HealthProfile {
  readonly conditions: ReadonlyMap<string, ConditionSpec>;
  readonly treatments: ReadonlyMap<string, TreatmentSpec>;
  readonly allergies: ReadonlyMap<string, AllergySpec>;
  readonly measures: ReadonlyMap<string, MeasureSpec>;
  readonly effects: ReadonlyMap<string, EffectSpec>;
  readonly correlations: CorrelationsSpec | undefined;
  /** What pregnancy adds to measures. */
  readonly carrying: NonNullable<PregnancySpec["changes"]>;
}

/** The sections as a profile holds them. */
export interface HealthSections {
  readonly conditions?: Readonly<Record<string, ConditionSpec | null>> | undefined;
  readonly treatments?: Readonly<Record<string, TreatmentSpec | null>> | undefined;
  readonly allergies?: Readonly<Record<string, AllergySpec | null>> | undefined;
  readonly measures?: Readonly<Record<string, MeasureSpec | null>> | undefined;
  readonly effects?: Readonly<Record<string, EffectSpec | null>> | undefined;
  readonly correlations?: CorrelationsSpec | undefined;
  readonly encounters?: { readonly pregnancy?: PregnancySpec | undefined } | undefined;
}

export function healthProfile(sections: HealthSections): HealthProfile {
  return {
    conditions: present(sections.conditions),
    treatments: present(sections.treatments),
    allergies: present(sections.allergies),
    measures: present(sections.measures),
    effects: present(sections.effects),
    correlations: sections.correlations,
    carrying: sections.encounters?.pregnancy?.changes ?? {},
  };
}

function present<T>(section: Readonly<Record<string, T | null>> = {}): ReadonlyMap<string, T> {
  return new Map(Object.entries(section).filter((entry): entry is [string, T] => entry[1] !== null));
}

/** A condition, treatment or allergy with a share of people by age; or a condition with a rule, which has no liability. */
export type Liable = ConditionSpec | TreatmentSpec | AllergySpec;

export function liableOf(profile: HealthProfile, name: string): Liable | undefined {
  return profile.conditions.get(name) ?? profile.treatments.get(name) ?? profile.allergies.get(name);
}

/** The share of people of a sex who have it, by age; undefined for what follows from a rule. */
export function shareOf(spec: Liable, sex: Sex): AgeCurve | undefined {
  if (spec.percent === undefined) return undefined;
  if ("needs" in spec && spec.needs !== undefined && spec.needs !== sex) return { ages: [0], values: [0] };
  return shareCurve(spec.percent, sex, spec.earliest ?? 0);
}

/** The share of those who have what it comes with, by years since the onset of that; undefined where it goes by age or a rule. */
export function sinceOnsetOf(spec: Liable, sex: Sex): AgeCurve | undefined {
  if (!("sinceOnset" in spec) || spec.sinceOnset === undefined) return undefined;
  if (spec.needs !== undefined && spec.needs !== sex) return { ages: [0], values: [0] };
  const { ages, values } = curveFor(spec.sinceOnset, sex);
  return { ages, values: values.map((value) => value / 100) };
}

/** The share at an age among all people, also for what only those have who have another. */
export function prevalence(profile: HealthProfile, name: string, sex: Sex, age: number): number | undefined {
  const spec = liableOf(profile, name);
  const curve = spec && shareOf(spec, sex);
  if (!curve) return undefined;
  const own = age < curve.ages[0]! ? 0 : valueAt(curve, age);
  const among = "among" in spec ? spec.among : undefined;
  return among === undefined ? own : own * (prevalence(profile, among, sex, age) ?? 1);
}

/** What each variable depends on by declaration, with the strength: an odds ratio or a rank correlation. */
export interface Dependence {
  readonly on: string;
  readonly oddsRatio?: number;
  readonly rank?: number;
}

export function dependencesOf(profile: HealthProfile, name: string): readonly Dependence[] {
  const spec = liableOf(profile, name) ?? profile.measures.get(name);
  if (!spec) return [];
  const odds = "odds" in spec ? (spec.odds ?? {}) : {};
  return [
    ...Object.entries(odds).map(([on, oddsRatio]) => ({ on, oddsRatio })),
    ...Object.entries(spec.correlates ?? {}).map(([on, rank]) => ({ on, rank })),
  ];
}

export function allNames(profile: HealthProfile): readonly string[] {
  return [...profile.conditions.keys(), ...profile.treatments.keys(), ...profile.allergies.keys(), ...profile.measures.keys()];
}

/** The correlation between two occasions within a person; 1 for what is no measure. */
export function persistenceOf(profile: HealthProfile, name: string): number {
  return profile.measures.get(name)?.persistence ?? 1;
}
