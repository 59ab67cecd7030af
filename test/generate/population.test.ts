import fc from "fast-check";
import { expect, test } from "vitest";
import { DeidError } from "../../src/errors.ts";
import { dayOf } from "../../src/generate/days.ts";
import { drawGiven, drawSurname, type Origin } from "../../src/generate/names.ts";
import { createPopulation } from "../../src/generate/population.ts";
import { categories } from "../../src/identifiers/category.ts";
import { kindByName, kinds } from "../../src/identifiers/kinds/index.ts";
import { scrubjayLayout } from "../../src/layouts/scrubjay.ts";
import { createStream } from "../../src/random/stream.ts";
import type { PatientRecord } from "../../src/record/record.ts";
import { zipPlaces } from "../../src/tables/places.ts";
import { zipState } from "../../src/tables/zip3.ts";
import { tiny, usPopulation } from "./shipped.ts";

const asOf = "2026-06-30";
const population = createPopulation(usPopulation, { seed: 1, asOf });
const people = Array.from({ length: 600 }, (_, i) => population.patient(i));
const small = createPopulation(tiny, { seed: 1, asOf });
const few = Array.from({ length: 150 }, (_, i) => small.patient(i));

test("a patient is the same whoever was drawn before, and in another population of the same seed", () => {
  const again = createPopulation(usPopulation, { seed: "1", asOf });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 599 }), (index) => {
      expect(again.patient(index)).toEqual(people[index]);
    }),
    { numRuns: 40 },
  );
});

test("another seed gives other people", () => {
  expect(createPopulation(usPopulation, { seed: 2, asOf }).patient(0).patient.birthDate).not.toBe(people[0]!.patient.birthDate);
});

test("a later day adds to a record and changes nothing that had happened", () => {
  const early = createPopulation(usPopulation, { seed: 1, asOf: "2026-01-20" });
  const until = <T>(list: readonly T[], time: (item: T) => string): readonly T[] =>
    list.filter((item) => time(item).slice(0, 10) <= "2026-01-20");
  for (const late of people.slice(0, 150)) {
    const before = early.patient(late.index);
    const { deceased, causeOfDeath, ...living } = late.patient;
    expect(before.patient).toEqual(deceased && deceased.slice(0, 10) <= "2026-01-20" ? { ...living, deceased, causeOfDeath } : living);
    expect(before.contacts).toEqual(late.contacts);
    expect(before.coverages.map(({ id }) => id)).toEqual(until(late.coverages, ({ start }) => start).map(({ id }) => id));
    expect(before.encounters).toEqual(until(late.encounters, ({ end }) => end));
    expect(before.notes).toEqual(until(late.notes, ({ time }) => time));
    expect(before.observations.map(({ id }) => id)).toEqual(
      late.observations.filter(({ encounterId }) => before.encounters.some(({ id }) => id === encounterId)).map(({ id }) => id),
    );
    // What was taken before the history begins was begun at no encounter of it.
    expect(before.medications.map(({ id }) => id)).toEqual(
      late.medications
        .filter(({ encounterId }) => encounterId === undefined || before.encounters.some(({ id }) => id === encounterId))
        .map(({ id }) => id),
    );
  }
});

test("nothing is told that happens after the day of asking or before birth", () => {
  for (const record of [...people, ...few]) {
    const birth = record.patient.birthDate;
    for (const { start, end } of record.encounters)
      expect([birth <= start.slice(0, 10), start < end, end.slice(0, 10) <= asOf]).toEqual([true, true, true]);
    for (const { onset, resolved } of record.conditions) expect(birth <= onset && onset <= asOf && (resolved ?? asOf) <= asOf).toBe(true);
    for (const { implanted } of record.devices) expect(birth < implanted && implanted <= asOf).toBe(true);
  }
});

test("an encounter's age is counted from the birth date", () => {
  for (const { patient, encounters } of people) {
    for (const { start, age } of encounters) {
      const years = (dayOf(start) - dayOf(patient.birthDate)) / 365.2425;
      expect(Math.abs(years - age - 0.5)).toBeLessThan(0.51);
    }
  }
});

test("ZIP code, city, county and state belong together, and a home is near its ZIP code's centre", () => {
  const table = zipPlaces();
  for (const { patient } of people) {
    const { zip, city, county, state, latitude, longitude } = patient.address;
    const row = table.zip.indexOf(zip);
    expect([city, county, state]).toEqual([table.city[row], table.county[row], table.state[row]]);
    expect(Math.abs(latitude - table.lat[row]!) + Math.abs(longitude - table.lng[row]!)).toBeLessThan(0.011);
  }
});

test("a ZIP code's first three digits are in use in its state", () => {
  // A few prefixes cross a border; the table names the state with most people.
  const elsewhere = people.filter(({ patient: { address } }) => zipState(address.zip.slice(0, 3)) !== address.state);
  expect(elsewhere.length).toBeLessThan(6);
});

test("people live in the profile's states only", () => {
  expect([...new Set(few.map(({ patient }) => patient.address.state))].sort()).toEqual(["OH", "VT"]);
});

test("every state of a profile has a facility, every facility a name of its own and a provider", () => {
  const { shared } = createPopulation(
    { ...tiny, people: { ...tiny.people, states: ["NH", "NM"] }, facilities: { count: 6 } },
    { seed: 3, asOf },
  );
  expect(new Set(shared.facilities.map(({ address }) => address.state))).toEqual(new Set(["NH", "NM"]));
  expect(new Set(shared.facilities.map(({ name }) => name)).size).toBe(6);
  expect(new Set(shared.providers.map(({ facilityId }) => facilityId)).size).toBe(6);
});

test("ages and sexes come out as in the population", () => {
  const share = (is: (record: PatientRecord) => boolean): number => people.filter(is).length / people.length;
  const bornAfter = (year: number) => (record: PatientRecord) => Number(record.patient.birthDate.slice(0, 4)) > year;
  // Census estimates 2019: 22.3 % under 18, 16.5 % at 65 and over, 50.8 % female; three standard errors of 600.
  expect(share(bornAfter(2007))).toBeGreaterThan(0.173);
  expect(share(bornAfter(2007))).toBeLessThan(0.275);
  expect(1 - share(bornAfter(1960))).toBeGreaterThan(0.12);
  expect(1 - share(bornAfter(1960))).toBeLessThan(0.211);
  expect(Math.abs(share(({ patient }) => patient.sex === "female") - 0.508)).toBeLessThan(0.062);
});

test("given names follow sex and cohort", () => {
  const stream = createStream("names");
  const share = (sex: "female" | "male", year: number, names: readonly string[]): number =>
    Array.from({ length: 3000 }, () => drawGiven(stream, sex, year)).filter((name) => names.includes(name)).length / 3000;
  // SSA: 3.4 % Linda and 3.0 % Patricia among girls of the 1950s; neither among the first 500 after 2010.
  expect(share("female", 1953, ["Linda", "Patricia"])).toBeGreaterThan(0.05);
  expect(share("female", 2013, ["Linda", "Patricia"])).toBe(0);
  expect(share("male", 1953, ["Linda", "Patricia"])).toBe(0);
  expect(share("male", 2013, ["Liam", "Mason", "Noah"])).toBeGreaterThan(0.02);
});

test("surnames follow origin", () => {
  const stream = createStream("surnames");
  const share = (origin: Origin, names: readonly string[]): number =>
    Array.from({ length: 2000 }, () => drawSurname(stream, origin)).filter((name) => names.includes(name)).length / 2000;
  expect(share("hispanic", ["Garcia", "Rodriguez", "Martinez"])).toBeGreaterThan(0.04);
  expect(share("black", ["Garcia", "Rodriguez", "Martinez"])).toBeLessThan(0.01);
  expect(share("asian", ["Nguyen", "Kim", "Patel"])).toBeGreaterThan(0.03);
});

test("Medicare pays for people over 65, and only Medicare gives an MBI", () => {
  for (const { patient, coverages } of people) {
    const isOld = patient.birthDate <= "1961-06-30";
    for (const { type, identifiers } of coverages) expect(identifiers.mbi !== undefined).toBe(type === "medicare");
    if (coverages.some(({ type }) => type === "medicare")) expect(isOld).toBe(true);
  }
  expect(people.filter(({ coverages }) => coverages.some(({ type }) => type === "medicare")).length).toBeGreaterThan(60);
});

test("conditions fit sex and age", () => {
  for (const { patient, conditions } of people) {
    for (const { code, onset } of conditions) {
      const age = Number(onset.slice(0, 4)) - Number(patient.birthDate.slice(0, 4));
      if (code.code === "N40.0") expect(patient.sex).toBe("male");
      if (code.code === "G30.9") expect(age).toBeGreaterThanOrEqual(65);
      if (code.code === "I10") expect(age).toBeGreaterThanOrEqual(18);
    }
  }
  const adults = people.filter(({ patient }) => patient.birthDate <= "1966-01-01");
  const hypertensive = adults.filter(({ conditions }) => conditions.some(({ code }) => code.code === "I10")).length / adults.length;
  // NHANES 2013-2020: 58 % at 60-69 to 77 % at 80 and over.
  expect(hypertensive).toBeGreaterThan(0.5);
  expect(hypertensive).toBeLessThan(0.8);
});

test("the BMI of an encounter is what its height and weight give", () => {
  const value = (record: PatientRecord, encounterId: string, code: string): number | undefined =>
    record.observations.find((observation) => observation.encounterId === encounterId && observation.code.code === code)?.value;
  let checked = 0;
  for (const record of people.slice(0, 100)) {
    for (const { id } of record.encounters) {
      const [height, weight, bmi] = ["8302-2", "29463-7", "39156-5"].map((code) => value(record, id, code));
      if (bmi === undefined) continue;
      checked++;
      expect(bmi).toBe(Number(((weight! * 10_000) / (height! * height!)).toFixed(1)));
    }
  }
  expect(checked).toBeGreaterThan(100);
});

test("no two patients share an id or a medical record number", () => {
  expect(new Set(people.map(({ patient }) => patient.id)).size).toBe(people.length);
  expect(new Set(people.map(({ patient }) => patient.identifiers.mrn)).size).toBe(people.length);
});

test.each([
  ["tiny", small.shared, few],
  ["us-population", population.shared, people],
] as const)("%s makes an identifier of every kind, and so of all 18 categories", (_name, shared, records) => {
  const made = new Set<string>();
  for (const table of scrubjayLayout.tables) {
    const rows = [...table.sharedRows(shared), ...records.flatMap((record) => table.patientRows(record))];
    table.columns.forEach((column, i) => {
      if (rows.some((row) => row[i] !== null)) made.add(column.holds);
    });
  }
  expect(kinds.map(({ name }) => name).filter((name) => !made.has(name))).toEqual([]);
  expect(new Set(kinds.filter(({ name }) => made.has(name)).map(({ category }) => category)).size).toBe(Object.keys(categories).length);
});

test("what the kinds make is known to the kinds: no column holds a spelling its kind would refuse", () => {
  const refused = new Set<string>();
  for (const table of scrubjayLayout.tables) {
    const rows = [...table.sharedRows(small.shared), ...few.slice(0, 40).flatMap((record) => table.patientRows(record))];
    table.columns.forEach(({ holds, name }, i) => {
      if (holds === "prose" || holds === "clinical") return;
      const { accepts } = kindByName(holds);
      for (const row of rows) if (row[i] !== null && accepts && !accepts(String(row[i]))) refused.add(`${table.name}.${name}`);
    });
  }
  expect([...refused]).toEqual([]);
});

test.each(["2026-02-30", "today", "26-01-01", "1899-01-01"])("%s is no day to ask for", (day) => {
  expect(() => createPopulation(tiny, { seed: 1, asOf: day })).toThrow(DeidError);
});

test("before the reference date nobody is born in the future", () => {
  const early = createPopulation(tiny, { seed: 1, asOf: "2001-05-05" });
  for (let index = 0; index < 50; index++) expect(early.patient(index).patient.birthDate <= "2001-05-05").toBe(true);
});
