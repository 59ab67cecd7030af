// Adults of NHANES 2013-2014 and 2015-2016, with examination weights.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { variables } from "./variables.js";

export const races = ["white", "black", "hispanic", "asian", "other"];
const raceNames = ["Non-Hispanic White", "Non-Hispanic Black", "Hispanic", "Non-Hispanic Asian", "Other"];
const years = new Set(["2013-2014", "2015-2016"]);

/** The survey writes 80 for everybody older, who are of about 85 on average (judgement); others are half a year past their birthday. */
const oldest = 80;
const ageOfOldest = 85;

/** `{ age, sex: 0 female | 1 male, race, weight, values }`; NaN where nothing is known. */
export function readRows(folder) {
  const rows = parse(gunzipSync(readFileSync(`${folder}/nhanes_adults_1999_2020.csv.gz`)), { columns: true });
  return rows
    .filter((row) => years.has(row.svy_year))
    .map((row) => {
      const told = Number(row.demo_age_years);
      const isFemale = row.demo_gender === "Women";
      return {
        age: told >= oldest ? ageOfOldest : told + 0.5,
        sex: isFemale ? 0 : 1,
        race: raceNames.indexOf(row.demo_race),
        weight: Number(row.svy_weight_mec),
        values: variables.map(({ of }) => of(row, told, isFemale)),
      };
    });
}

/** Weighted quantiles and percentiles by age and sex, 2009-2012: `{ measure, sex, from, values: [5, 25, 50, 75, 95] }`. */
export function readAnthropometry(folder) {
  const rows = parse(readFileSync(`${folder}/anthropometry_by_age_sex_2009_2012_weighted.csv`), { columns: true });
  return rows.map((row) => {
    const [from, to = "84"] = row.age.replace("+", "").split("-");
    return {
      measure: row.measure,
      sex: row.sex === "female" ? 0 : 1,
      from: Number(from),
      to: Number(to),
      values: [row.p5, row.p25, row.p50, row.p75, row.p95].map(Number),
    };
  });
}

/** Draws the same numbers on every run: Marsaglia's hash of a counter. Uniform in (0, 1). */
export function createRandom(seed) {
  let state = seed | 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    let mixed = state ^ (state >>> 15);
    mixed = Math.imul(mixed, 0x2c1b3c6d);
    mixed ^= mixed >>> 12;
    mixed = Math.imul(mixed, 0x297a2d39);
    mixed ^= mixed >>> 15;
    return ((mixed >>> 0) + 0.5) / 4294967296;
  };
}
