import type { Coded } from "../../record/coded.ts";
import type { Sex } from "../../record/patient.ts";
import { type AgeCurve, curveFor, valueAt } from "../health/curve.ts";
import { type HealthProfile, healthProfile, prevalence } from "../health/variables.ts";
import type { AcuteSpec } from "../profile/acute.ts";
import type { ClaimsSpec } from "../profile/claims.ts";
import type { Curve } from "../profile/curves.ts";
import type { CheckUpSpec, EncountersSpec, FollowUpSpec } from "../profile/encounters.ts";
import type { GoalSpec } from "../profile/goals.ts";
import type { ImmunizationSpec } from "../profile/immunizations.ts";
import type { MedicationSpec } from "../profile/medications.ts";
import type { ImagingSpec, PanelSpec } from "../profile/orders.ts";
import type { ProcedureSpec } from "../profile/procedures.ts";
import type { PanelRecall } from "../profile/recalls.ts";
import type { Profile } from "../profile.ts";
import { keyOf } from "./dice.ts";
import { frailties } from "./frailty.ts";

/** An entry of a section, with the key under which its draws are made. */
export interface Entry<T> {
  readonly name: string;
  readonly key: number;
  readonly spec: T;
  readonly code: Coded;
}

/** Something new, with the weight it has at one age. */
export interface Weighted {
  readonly entry: Entry<AcuteSpec>;
  readonly weight: number;
  /** By month from 0, with the mean 1. */
  readonly months: readonly number[] | undefined;
}

/** A profile's sections of care with what is looked up from them; each number by age is worked out once. */
export interface CareModel {
  readonly encounters: EncountersSpec;
  readonly health: HealthProfile;
  readonly acutes: ReadonlyMap<string, Entry<AcuteSpec>>;
  /** Other places of an acute condition by its name, each with its share of people. */
  readonly variants: ReadonlyMap<string, readonly { readonly share: number; readonly entry: Entry<AcuteSpec> }[]>;
  readonly checkUps: ReadonlyMap<string, Entry<CheckUpSpec>>;
  readonly followUps: ReadonlyMap<string, Entry<FollowUpSpec>>;
  readonly panels: ReadonlyMap<string, Entry<PanelSpec>>;
  readonly imaging: ReadonlyMap<string, Entry<ImagingSpec>>;
  /** By the code of its reports: the tests whose results may call for a visit of its own. */
  readonly recalling: ReadonlyMap<string, Recalling>;
  readonly procedures: ReadonlyMap<string, Entry<ProcedureSpec>>;
  readonly medications: ReadonlyMap<string, Entry<MedicationSpec>>;
  readonly immunizations: ReadonlyMap<string, Entry<ImmunizationSpec>>;
  /** Each with the LOINC code of its measure. */
  readonly goals: readonly Entry<GoalSpec>[];
  /** By condition: its codes together with others. */
  readonly combined: ReadonlyMap<string, readonly Combination[]>;
  readonly claims: ClaimsSpec | undefined;
  readonly office: Rate;
  readonly emergency: Rate;
  /** What brings people of a sex and age to an office or an emergency department. */
  reasons(where: "office" | "emergency", sex: Sex, age: number): readonly Weighted[];
  /** A curve of the profile at an age. */
  at(curve: Curve, sex: Sex, age: number): number;
}

export interface Recalling {
  readonly name: string;
  readonly key: number;
  readonly panels?: readonly PanelRecall[];
  readonly pictures?: ImagingSpec["recalls"];
}

export interface Combination {
  readonly code: Coded;
  readonly with: readonly (readonly string[])[];
}

export interface Rate {
  /** A year, at an age, of somebody without any of the conditions that raise it. */
  base(sex: Sex, age: number): number;
  readonly more: readonly (readonly [string, number])[];
  /** The rate of a person beside the mean, by their rank. */
  frailty(rank: number, age: number): number;
  /** By month from 0, with the mean 1. */
  readonly months: readonly number[];
  readonly peak: number;
}

export function createModel(profile: Profile): CareModel {
  const { encounters } = profile;
  const health = healthProfile(profile);
  const curves = new Map<Curve, Readonly<Record<Sex, AgeCurve>>>();
  const at = (curve: Curve, sex: Sex, age: number): number => {
    if (typeof curve === "number") return curve;
    let both = curves.get(curve);
    if (!both) {
      both = { female: curveFor(curve, "female"), male: curveFor(curve, "male") };
      curves.set(curve, both);
    }
    return valueAt(both[sex], age);
  };
  const acutes = entries(profile.acute, "ICD-10-CM");
  const checkUps = entries(profile.checkUps, "ICD-10-CM");
  const due = byAge((sex, age) => dueAYear([...checkUps.values()], sex, age, at));
  const reasons = { office: reasonsOf("office"), emergency: reasonsOf("emergency") };

  function reasonsOf(where: "office" | "emergency") {
    return byAge((sex, age) =>
      [...acutes.values()].flatMap((entry) => {
        const { needs, [where]: curve } = entry.spec;
        const weight = curve === undefined || (needs !== undefined && needs !== sex) ? 0 : at(curve, sex, age + 0.5);
        return weight > 0 ? [{ entry, weight, months: entry.spec.months && evened(entry.spec.months) }] : [];
      }),
    );
  }

  function rate(spec: EncountersSpec["ambulatory"] | EncountersSpec["emergency"], planned: (sex: Sex, age: number) => number): Rate {
    const more = Object.entries(spec.more ?? {});
    const months = evened(spec.months ?? [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    return {
      // What is planned anyway is part of the rate; a tenth is left where it is nearly all.
      base: byAge((sex, age) => {
        const all = at(spec.perYear, sex, age + 0.5);
        const others = more.reduce((sum, [name, by]) => sum + by * (prevalence(health, name, sex, age + 0.5) ?? 0), 1);
        return Math.max(all / 10, all - planned(sex, age)) / others;
      }),
      more,
      frailty: frailties(spec.shape),
      months,
      peak: Math.max(...months),
    };
  }

  const panels = entries(profile.panels, "LOINC");
  const imaging = entries(profile.imaging, "LOINC");
  return {
    encounters,
    health,
    acutes,
    variants: variantsOf(acutes),
    checkUps,
    followUps: entries(profile.followUps, "local"),
    panels,
    imaging,
    recalling: recallingOf(panels, imaging),
    procedures: entries(profile.procedures, "HCPCS"),
    medications: entries(profile.medications, "RxNorm"),
    immunizations: entries(profile.immunizations, "CVX"),
    goals: [...entries(profile.goals, "LOINC").values()].map((goal) => ({
      ...goal,
      code: { system: "LOINC", code: health.measures.get(goal.spec.measure)?.code ?? "", display: goal.spec.measure },
    })),
    combined: combinedOf(profile.combined),
    claims: profile.claims,
    office: rate(encounters.ambulatory, due),
    emergency: rate(encounters.emergency, () => 0),
    reasons: (where, sex, age) => reasons[where](sex, age),
    at,
  };
}

/** Without what an entry of null takes away. */
function entries<T extends object>(section: Readonly<Record<string, T | null>>, system: Coded["system"]): ReadonlyMap<string, Entry<T>> {
  return new Map(
    Object.entries(section).flatMap(([name, spec]) => {
      if (spec === null) return [];
      // Sections whose entries have no code of their own never use it.
      const { code = name, display = name, system: own = system } = spec as { code?: string; display?: string; system?: Coded["system"] };
      return [[name, { name, key: keyOf(name), spec, code: { system: own, code, display } }] as const];
    }),
  );
}

function recallingOf(panels: CareModel["panels"], imaging: CareModel["imaging"]): CareModel["recalling"] {
  const tests = new Map<string, Recalling>();
  for (const { name, key, code, spec } of panels.values()) if (spec.recalls) tests.set(code.code, { name, key, panels: spec.recalls });
  for (const { name, key, code, spec } of imaging.values()) if (spec.recalls) tests.set(code.code, { name, key, pictures: spec.recalls });
  return tests;
}

function combinedOf(section: Profile["combined"]): CareModel["combined"] {
  const rules = new Map<string, Combination[]>();
  for (const spec of Object.values(section)) {
    if (spec === null) continue;
    const { of, with: others, code, display } = spec;
    const rule = {
      code: { system: "ICD-10-CM", code, display },
      with: others.map((one) => (typeof one === "string" ? [one] : one)),
    } as const;
    rules.set(of, [...(rules.get(of) ?? []), rule]);
  }
  return rules;
}

const evened = (weights: readonly number[]): readonly number[] => {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return weights.map((weight) => weight / mean);
};

/** Worked out when first asked for, by whole years. */
function byAge<T>(compute: (sex: Sex, age: number) => T): (sex: Sex, age: number) => T {
  const known: Record<Sex, T[]> = { female: [], male: [] };
  return (sex, age) => {
    const whole = Math.min(115, Math.max(0, Math.floor(age)));
    const list = known[sex];
    list[whole] ??= compute(sex, whole);
    return list[whole];
  };
}

/** Check-ups that are kept in a year of age, as expected. */
function dueAYear(checkUps: readonly Entry<CheckUpSpec>[], sex: Sex, age: number, at: CareModel["at"]): number {
  return checkUps.reduce((sum, { spec: { needs, months, every, kept } }) => {
    if (needs !== undefined && needs !== sex) return sum;
    const share = at(kept, sex, age + 0.5) / 100;
    const inYear = months?.filter((month) => age * 12 <= month && month < age * 12 + 12).length ?? 0;
    return sum + share * (every ? (every.from <= age && age < every.to ? 1 / every.years : 0) : inYear);
  }, 0);
}

function variantsOf(acutes: ReadonlyMap<string, Entry<AcuteSpec>>): CareModel["variants"] {
  return new Map(
    [...acutes.values()].flatMap((entry) => {
      const { variants, ...spec } = entry.spec;
      if (!variants) return [];
      const others = variants.map(({ share, code, display, complaint = spec.complaint, shows = {} }) => {
        const imaging = Object.fromEntries(
          Object.entries(spec.imaging ?? {}).map(([name, picture]) => [name, { ...picture, shows: shows[name] ?? picture.shows }]),
        );
        const other = { ...spec, code, display, complaint, ...(spec.imaging ? { imaging } : {}) };
        return { share, entry: { ...entry, spec: other, code: { ...entry.code, code, display } } };
      });
      return [[entry.name, others] as const];
    }),
  );
}
