import type { Stream } from "../../random/stream.ts";
import type { Coded } from "../../record/coded.ts";
import type { Sex } from "../../record/patient.ts";
import type { Day } from "../days.ts";
import type { AgeCurve } from "./curve.ts";
import { compileEffects, type Effect } from "./effects.ts";
import type { Body, Health } from "./health.ts";
import { createCopulas } from "./latent.ts";
import { type Chart, chartOf, compileMarginal, type Marginal } from "./marginal.ts";
import { createMeasuring } from "./measuring.ts";
import { OwnHealth } from "./own-health.ts";
import { personOf } from "./person.ts";
import { type HealthProfile, type HealthSections, healthProfile, liableOf, shareOf, sinceOnsetOf } from "./variables.ts";

export interface HealthOf {
  /** `stream` is the person's own, for their health alone. */
  of(body: Body, stream: Stream): Health;
}

/**
 * The health of people on whose reference date a profile's percentages hold. Made once for a population; what is derived
 * from the profile is derived when it is first asked for.
 */
export function createHealth(sections: HealthSections, reference: Day): HealthOf {
  const model = createModel(healthProfile(sections));
  return {
    of(body, stream) {
      const person = personOf(model, body, stream, reference);
      const measuring = createMeasuring(model, person);
      person.usual = measuring.usual;
      person.lately = measuring.lately;
      return new OwnHealth(model, person, measuring);
    },
  };
}

/** A profile with what is looked up from it, each compiled once. */
export interface Model {
  readonly profile: HealthProfile;
  readonly copulas: ReturnType<typeof createCopulas>;
  /** The share of people of a sex by age; undefined for what has none. */
  shareOf(name: string, sex: Sex): AgeCurve | undefined;
  /** The share by years since the onset of what it comes with; undefined for what goes by age or a rule. */
  sinceOnsetOf(name: string, sex: Sex): AgeCurve | undefined;
  /** What changes a measure over time. */
  effectsOn(measure: string): readonly Effect[];
  marginalOf(name: string, sex: Sex, which: "all" | "with" | "without"): Marginal | undefined;
  chartOf(name: string, sex: Sex): Chart | undefined;
  /** What a measure is reported as. */
  codeOf(name: string): Coded | undefined;
}

function createModel(profile: HealthProfile): Model {
  const codes = new Map(
    [...profile.measures].flatMap(([name, { code, display }]) =>
      code === undefined ? [] : [[name, { system: "LOINC", code, display: display! } as const] as const],
    ),
  );
  const marginalsOf = (which: "all" | "with" | "without") =>
    remembered((name, sex) => {
      const spec = profile.measures.get(name);
      const marginal = which === "all" ? spec?.marginal : spec?.by?.[which];
      return marginal && compileMarginal(marginal, sex);
    });
  const marginals = { all: marginalsOf("all"), with: marginalsOf("with"), without: marginalsOf("without") };
  return {
    codeOf: (name) => codes.get(name),
    profile,
    copulas: createCopulas(profile),
    shareOf: remembered((name, sex) => {
      const spec = liableOf(profile, name);
      return spec && shareOf(spec, sex);
    }),
    sinceOnsetOf: remembered((name, sex) => {
      const spec = liableOf(profile, name);
      return spec && sinceOnsetOf(spec, sex);
    }),
    effectsOn: compileEffects(profile),
    marginalOf: (name, sex, which) => marginals[which](name, sex),
    chartOf: remembered((name, sex) => {
      const marginal = profile.measures.get(name)?.marginal;
      const lms = marginal?.lms ?? marginal?.pieces?.find((piece) => piece.lms)?.lms;
      return lms && chartOf(lms, sex);
    }),
  };
}

/** Calls `compute` once for each name and sex. */
function remembered<T>(compute: (name: string, sex: Sex) => T): typeof compute {
  const known = { female: new Map<string, T>(), male: new Map<string, T>() };
  return (name, sex) => {
    const own = known[sex];
    const found = own.get(name);
    if (found !== undefined || own.has(name)) return found!;
    const value = compute(name, sex);
    own.set(name, value);
    return value;
  };
}
