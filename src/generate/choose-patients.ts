import { DeidError } from "../errors.ts";
import { shippedProfileNames, shippedProfileText } from "../io/shipped.ts";
import type { PatientRecord } from "../record/record.ts";
import { builtProfile } from "./built-profile.ts";
import { isInhabited } from "./inhabited.ts";
import type { loadProfile } from "./load-profile.ts";
import { createPopulation, type Population } from "./population.ts";
import type { Profile } from "./profile.ts";

type Sex = PatientRecord["patient"]["sex"];

export interface PatientsOptions {
  /** The name of a shipped profile (default `us-population`), the text of one in YAML, or what `loadProfile` gives. */
  readonly profile?: string | Profile | undefined;
  /** The same seed gives the same patients. Default 1. */
  readonly seed?: string | number | undefined;
  /** Nothing that happened later is told: `YYYY-MM-DD`. Default the profile's reference date, never the clock. */
  readonly asOf?: string | undefined;
  /** How many, at most. Default: as many as are asked for. */
  readonly count?: number | undefined;
  /** Whole years on the reference date, or the youngest and the oldest; 100 stands for all from 100 up. Takes the place of the profile's ages. */
  readonly age?: number | readonly [number, number] | undefined;
  readonly sex?: Sex | undefined;
  /** USPS abbreviations. Takes the place of the profile's states. */
  readonly state?: string | readonly string[] | undefined;
  /** Names of conditions in the profile, such as `asthma`: patients have all of them, on record and not resolved by `asOf`. */
  readonly conditions?: readonly string[] | undefined;
}

/** Patients in order, each made when it is asked for. Every iteration begins with the first. */
export interface Patients extends Iterable<PatientRecord> {
  /** The one that `index` others come before. */
  at(index: number): PatientRecord;
}

type Load = typeof loadProfile;

const optionNames: ReadonlySet<string> = new Set(
  Object.keys({
    profile: true,
    seed: true,
    asOf: true,
    count: true,
    age: true,
    sex: true,
    state: true,
    conditions: true,
  } satisfies Record<keyof PatientsOptions, true>),
);

/** So many people are looked at for the next who fits before it is given up. */
const furthest = 10_000;

/**
 * Patients of a population. What `sex` and `conditions` ask for is looked for
 * among the people of the profile, so that ages, drugs and results of whom is found are those of such people; `index` in a
 * record says where it stands among all. A profile's quotas do not hold where `age` or `state` takes the place of its own.
 * Throws `bad-usage` for options that make no sense, and where nobody who fits is found; `bad-profile`.
 */
export function choosePatients(options: PatientsOptions, load: Load): Patients {
  // A list without end would be the answer to a misspelt count.
  if (Object.keys(options).some((name) => !optionNames.has(name)))
    throw new DeidError("bad-usage", "patients has no such option", undefined, `one of: ${[...optionNames].join(", ")}`);
  const { count = Number.POSITIVE_INFINITY, sex, conditions = [] } = options;
  if (count !== Number.POSITIVE_INFINITY && !(Number.isSafeInteger(count) && count >= 0))
    throw new DeidError("bad-usage", "count is a whole number from 0");
  if (sex !== undefined && sex !== "female" && sex !== "male") throw new DeidError("bad-usage", "sex is female or male");
  const profile = narrowed(profileOf(options.profile ?? "us-population", load), options);
  checkConditions(conditions, profile);
  const population = createPopulation(profile, { seed: options.seed ?? 1, asOf: options.asOf ?? profile.reference });
  const isAnybody = sex === undefined && conditions.length === 0;
  const fits = (index: number): boolean => isAnybody || isWanted(population, index, sex, conditions);

  function* all(): Generator<PatientRecord, void, undefined> {
    let misses = 0;
    for (let index = 0, found = 0; found < count; index++) {
      if (fits(index)) {
        yield population.patient(index);
        found++;
        misses = 0;
      } else if (++misses >= furthest) {
        throw new DeidError(
          "bad-usage",
          `nobody of ${furthest.toLocaleString("en-US")} people of the profile fits`,
          { at: conditions.length > 0 ? "conditions" : "sex" },
          "ask for fewer conditions at once, or for another age or sex",
        );
      }
    }
  }

  return {
    [Symbol.iterator]: all,
    at(index) {
      if (!(Number.isSafeInteger(index) && index >= 0 && index < count))
        throw new DeidError("bad-usage", "at takes a whole number from 0, below count");
      if (isAnybody) return population.patient(index);
      let left = index;
      for (const record of all()) if (left-- === 0) return record;
      throw new Error("unreachable: a list of patients that ends early");
    },
  };
}

function isWanted(population: Population, index: number, sex: Sex | undefined, conditions: readonly string[]): boolean {
  const seen = population.glance(index);
  return (sex === undefined || seen.sex === sex) && conditions.every((name) => seen.conditions().includes(name));
}

// Reading a shipped profile takes a hundred times as long as drawing a patient of it.
const shipped = new Map<string, Profile>();

function profileOf(profile: string | Profile, load: Load): Profile {
  if (typeof profile === "object") return profile;
  const known = shipped.get(profile);
  if (known) return known;
  const isName = /^[a-z0-9-]{1,60}$/.test(profile);
  const text = isName ? shippedProfileText(profile) : profile;
  if (text === undefined) {
    const names = shippedProfileNames().join(", ");
    throw new DeidError("bad-profile", "no shipped profile has this name", undefined, `one of: ${names}`);
  }
  const built = isName ? builtProfile(profile, text) : undefined;
  const loaded = built ?? load(text, isName ? profile : "the profile", shippedProfileText);
  if (isName) shipped.set(profile, frozen(loaded));
  return loaded;
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) for (const below of Object.values(Object.freeze(value))) frozen(below);
  return value;
}

function narrowed(profile: Profile, { age, state }: PatientsOptions): Profile {
  if (age === undefined && state === undefined) return profile;
  const people = { ...profile.people };
  if (age !== undefined) {
    const [from, to] = typeof age === "number" ? [age, age] : age;
    const isAge = (years: number): boolean => Number.isSafeInteger(years) && years >= 0 && years <= 100;
    if (!isAge(from) || !isAge(to) || from > to) throw new DeidError("bad-usage", "age is in whole years from 0 to 100, the younger first");
    people.ages = [from, to];
  }
  if (state !== undefined) {
    const states = typeof state === "string" ? [state] : [...state];
    if (!states.every(isInhabited) || states.length === 0)
      throw new DeidError("bad-usage", "state is the USPS abbreviation of a state whose ZIP codes are known, or several");
    people.states = states;
  }
  return { ...profile, people, quotas: [] };
}

function checkConditions(names: readonly string[], profile: Profile): void {
  // Without a code it is a risk factor, which no record tells.
  const known = Object.entries(profile.conditions).flatMap(([name, spec]) => (spec?.code === undefined ? [] : [name]));
  if (names.every((name) => known.includes(name))) return;
  throw new DeidError(
    "bad-usage",
    "the profile has no condition of this name",
    { at: "conditions" },
    known.length > 0 ? `one of: ${known.join(", ")}` : "a profile that extends us-population has many",
  );
}
