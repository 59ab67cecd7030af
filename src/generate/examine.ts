import type { ReferenceColumn, ReferenceMap } from "../evaluate/population/reference-map.ts";
import { ageOn } from "../evaluate/population/time.ts";
import { cutAt, raceOf } from "../evaluate/population/trait.ts";
import { isoOf } from "./days.ts";
import type { Measured } from "./health/health.ts";
import { createPopulation, type Examinee } from "./population.ts";
import type { Profile } from "./profile.ts";

/**
 * What a survey on a day (from 1970) would find of the first `patients` of a population: a row for each who lives then and is of
 * the map's ages, ill or well, whether care measured them or not. Columns by the map's names; NaN where the profile has no such thing.
 */
export function examine(
  profile: Profile,
  map: ReferenceMap,
  { seed, asOf, patients }: { readonly seed: string; readonly asOf: number; readonly patients: number },
): Readonly<Record<string, Float64Array>> {
  const population = createPopulation(profile, { seed, asOf: isoOf(asOf) });
  const columns = Object.entries(map.columns);
  const loincs = new Set(columns.flatMap(([, { loinc }]) => loinc ?? []));
  const names = Object.entries(profile.measures).flatMap(([name, spec]) =>
    spec?.code !== undefined && loincs.has(spec.code) ? [name] : [],
  );
  const out = columns.map((): number[] => []);
  for (let index = 0; index < patients; index++) {
    const somebody = population.examinee(index);
    const age = ageOn(somebody.birth, asOf);
    if (somebody.birth > asOf || somebody.death <= asOf || age < map.ages[0] || age > map.ages[1]) continue;
    const values = new Map(somebody.health.measure(asOf, names, somebody.visit).map((each) => [each.code.code, each]));
    for (const [i, [, column]] of columns.entries()) out[i]!.push(answerTo(column, somebody, asOf, age, values));
  }
  return Object.fromEntries(columns.map(([name], i) => [name, Float64Array.from(out[i]!)]));
}

function answerTo(
  { trait, loinc, answers, decimals, cut, cap, conditions, treatment }: ReferenceColumn,
  { patient, health }: Examinee,
  day: number,
  age: number,
  values: ReadonlyMap<string, Measured>,
): number {
  const capped = (value: number): number => (cap === undefined ? value : Math.min(value, cap));
  if (trait === "age") return capped(age);
  if (trait === "sex") return patient.sex === "female" ? 1 : 0;
  if (trait === "race") return raceOf(patient.race, String(patient.hispanic));
  if (conditions) {
    const isThere = health.conditions.some(
      ({ code, onset, resolved }) =>
        onset <= day && (resolved === undefined || resolved > day) && conditions.some((prefix) => code.code.startsWith(prefix)),
    );
    return isThere ? 1 : 0;
  }
  if (!loinc) return treatment === undefined ? Number.NaN : health.takes(day).some(({ name }) => name === treatment) ? 1 : 0;
  const measured = loinc.map((code) => values.get(code)).find((each) => each !== undefined);
  if (!measured) return Number.NaN;
  if (answers) {
    const words = measured.answer?.display.toLowerCase() ?? "";
    const place = answers.findIndex((each) => each.some((word) => words.includes(word.toLowerCase())));
    return place < 0 ? Number.NaN : place;
  }
  if (measured.value === undefined) return Number.NaN;
  const scale = 10 ** (decimals ?? 0);
  const plain = capped(decimals === undefined ? measured.value : Math.round(measured.value * scale) / scale);
  return cut ? cutAt(plain, cut) : plain;
}
