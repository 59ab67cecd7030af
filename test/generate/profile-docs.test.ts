import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { wilson } from "../../src/evaluate/population/intervals.ts";
import { loadReferenceMap } from "../../src/evaluate/population/reference-map.ts";
import { compareProfiles } from "../../src/generate/compare-profiles.ts";
import { ageOn, dayOf } from "../../src/generate/days.ts";
import { declaredOf } from "../../src/generate/declared.ts";
import { examine } from "../../src/generate/examine.ts";
import { generatePatients } from "../../src/generate/generate.ts";
import { loadProfile } from "../../src/generate/load-profile.ts";
import { createPopulation } from "../../src/generate/population.ts";
import type { Profile } from "../../src/generate/profile.ts";
import type { PatientRecord } from "../../src/record/record.ts";
import { blocksOf, readPage } from "../support/examples.ts";
import { profileText } from "./shipped.ts";

const folder = resolve(import.meta.dirname, "../../docs/profiles");
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
const textOf = (file: string): string => readFileSync(join(folder, file), "utf8");
const load = (name: string): Profile =>
  loadProfile(textOf(`${name}.yaml`), `${name}.yaml`, (base) => (base.endsWith(".yaml") ? textOf(base) : profileText(base)));

const made = new Map<string, readonly PatientRecord[]>();

/** The first 200 patients of a profile of docs/profiles. */
function people(name: string): readonly PatientRecord[] {
  const known = made.get(name);
  if (known) return known;
  const profile = load(name);
  const records = [...generatePatients(profile, { seed: "docs", asOf: profile.reference, patients: 200 })];
  made.set(name, records);
  return records;
}

const alive = (name: string): readonly PatientRecord[] => people(name).filter(({ patient }) => patient.deceased === undefined);
const has = (code: string) => (record: PatientRecord) =>
  record.conditions.some((each) => each.code.code.startsWith(code) && each.resolved === undefined);
const share = (part: number, whole: number): number => part / whole;

const page = readPage("docs/profiles.md");

test.each(files)("%s makes 200 patients", (file) => {
  expect(people(file.replace(".yaml", "")).length).toBe(200);
});

test("docs/profiles.md shows files as they are, and names those that it does not show", () => {
  const shown = blocksOf(page, "yaml").filter((text) => text.startsWith("# yaml-language-server"));
  expect(shown.length).toBeGreaterThan(5);
  for (const text of shown) expect(files.map(textOf)).toContain(text);
  for (const file of files) expect(page).toContain(file);
});

test("clinic: adults in Ohio", () => {
  const { reference } = load("clinic");
  for (const { patient } of alive("clinic")) {
    expect(patient.address.state).toBe("OH");
    expect(ageOn(patient.birthDate, dayOf(reference))).toBeGreaterThanOrEqual(18);
  }
});

const map = loadReferenceMap(`
reference: none
source: none
ages: [20, 90]
columns:
  age: { column: a, trait: age }
  sex: { column: s, trait: sex }
  psoriasis: { column: p, conditions: [L40] }
  crp: { column: c, loinc: [30522-7] }
  bmi: { column: b, loinc: [39156-5] }
  methotrexate: { column: t, drugs: [methotrexate], treatment: methotrexate }
`);
const surveyed = examine(load("crp"), map, { seed: "docs", asOf: dayOf("2026-01-01"), patients: 4000 });
const column = (name: string): Float64Array => surveyed[name]!;
test("psoriasis: 3.0 % of adults by the survey, and so in 4,000 people", () => {
  const { pyramid, prevalences } = declaredOf(load("psoriasis"));
  const psoriasis = prevalences.find(({ name }) => name === "psoriasis")!;
  const declared = (fits: (cell: { female: boolean; age: number }) => boolean): number => {
    const cells = pyramid!.filter((cell) => cell.age >= 20 && fits(cell));
    const whole = cells.reduce((sum, cell) => sum + cell.share, 0);
    return (100 * cells.reduce((sum, cell) => sum + cell.share * psoriasis.share(cell.female, cell.age + 0.5), 0)) / whole;
  };
  // Each within the 95 % interval of the survey's own figure.
  for (const [fits, low, high] of [
    [() => true, 2.6, 3.4],
    [({ female }) => female, 2.6, 3.8],
    [({ female }) => !female, 2.4, 3.3],
  ] satisfies [(cell: { female: boolean; age: number }) => boolean, number, number][]) {
    expect(declared(fits)).toBeGreaterThan(low);
    expect(declared(fits)).toBeLessThan(high);
  }
  const having = column("psoriasis").filter((value) => value === 1).length;
  const [low, high] = wilson(having, column("psoriasis").length)!;
  expect([low * 100 < declared(() => true), declared(() => true) < high * 100]).toEqual([true, true]);
});

test("psoriasis: a leaf, which touches only those who have it or a relative who had", () => {
  const options = { seed: "docs", asOf: "2026-01-01", patients: 100 };
  const { declared, changed, tables } = compareProfiles(load("clinic"), load("psoriasis"), options);
  expect(declared).toEqual(["conditions.psoriasis"]);
  expect(changed).toBeGreaterThan(0);
  expect(changed).toBeLessThan(50);
  expect(tables.map(({ table }) => table).filter((table) => !["conditions", "family_history", "notes"].includes(table))).toEqual([]);
});

test("crp: as high as declared, higher with psoriasis, lower with methotrexate, and with body mass", () => {
  const logs = surveyed.crp!.map((value) => Math.log(value));
  const meanLog = (fits: (i: number) => boolean): number => {
    const values = [...logs].filter((value, i) => !Number.isNaN(value) && fits(i));
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  expect(Math.exp(meanLog((i) => column("sex")[i] === 1))).toBeCloseTo(2.7, 0);
  expect(Math.exp(meanLog((i) => column("sex")[i] === 0))).toBeCloseTo(1.7, 0);
  const has = (value: 0 | 1) => (i: number) => column("psoriasis")[i] === value;
  expect(meanLog((i) => has(1)(i) && column("methotrexate")[i] === 0) - meanLog(has(0))).toBeGreaterThan(0.3);
  const heavy = meanLog((i) => column("bmi")[i]! >= 30);
  const light = meanLog((i) => column("bmi")[i]! < 25);
  expect(heavy - light).toBeGreaterThan(0.6);
});

test("crp: it is measured at visits for psoriasis, and methotrexate is prescribed", () => {
  const having = [...generatePatients(load("crp"), { seed: "docs", asOf: "2026-01-01", patients: 600 })].filter(has("L40"));
  expect(having.some(({ observations }) => observations.some(({ code }) => code.code === "30522-7"))).toBe(true);
  expect(having.some(({ medications }) => medications.some(({ code }) => code.code === "105585"))).toBe(true);
});

test("visits: five a year, no mammograms, a note at one visit in four", () => {
  const records = people("visits");
  const reference = dayOf(load("visits").reference);
  const years = records.reduce((sum, { patient }) => {
    const end = patient.deceased === undefined ? reference : Math.min(reference, dayOf(patient.deceased.slice(0, 10)));
    return sum + Math.max(0, end - (reference - 3 * 365.25)) / 365.25;
  }, 0);
  const visits = records.flatMap(({ encounters }) => encounters).filter(({ class: sort }) => sort === "ambulatory" || sort === "virtual");
  // Beside the five, check-ups and pregnancies that are planned, and people who come much oftener than others.
  expect(visits.length / years).toBeGreaterThan(4);
  expect(visits.length / years).toBeLessThan(6.5);
  expect(visits.filter(({ reason }) => reason.code === "Z12.31")).toEqual([]);
  const encounters = records.reduce((sum, each) => sum + each.encounters.length, 0);
  const noted = records.reduce((sum, each) => sum + new Set(each.notes.map(({ encounterId }) => encounterId)).size, 0);
  expect(share(noted, encounters)).toBeCloseTo(0.25, 1);
});

test("exact: twelve diabetics over 65 in Ohio, and twenty people of 90 and over", () => {
  const profile = load("exact");
  const population = createPopulation(profile, { seed: "docs", asOf: profile.reference });
  let [diabetics, old] = [0, 0];
  for (let index = 0; index < 1000; index++) {
    const { patient, conditions } = population.patient(index);
    if (patient.deceased !== undefined) continue;
    const age = ageOn(patient.birthDate, dayOf(profile.reference));
    if (age >= 90) old++;
    // With kidney disease, neuropathy or retinopathy it has another code of E11.
    if (age > 65 && patient.address.state === "OH" && conditions.some(({ code }) => code.code.startsWith("E11."))) diabetics++;
  }
  expect([diabetics, old]).toEqual([12, 20]);
});

test("found: one record in ten is a second one of somebody", () => {
  const population = createPopulation(load("found"), { seed: "docs", asOf: "2026-01-01" });
  const persons = new Set(Array.from({ length: 1000 }, (_, index) => population.told(index).personId));
  expect(1000 - persons.size).toBeGreaterThan(80);
  expect(1000 - persons.size).toBeLessThan(120);
});

test("pediatric-asthma: children of one county, all with asthma, nearly half on an inhaled steroid", () => {
  const children = alive("pediatric-asthma");
  for (const child of children) {
    expect(has("J45")(child)).toBe(true);
    expect([child.patient.address.county, child.patient.address.state]).toEqual(["Cook", "IL"]);
  }
  const treated = children.filter(({ medications }) => medications.some(({ code }) => ["895996", "896001"].includes(code.code)));
  expect(share(treated.length, children.length)).toBeGreaterThan(0.3);
  expect(share(treated.length, children.length)).toBeLessThan(0.6);
});

test("obstetric-ward: women of 18 to 44 and infants, who are born to them", () => {
  const day = dayOf(load("obstetric-ward").reference);
  const records = alive("obstetric-ward");
  const infants = records.filter(({ patient }) => ageOn(patient.birthDate, day) < 1);
  const women = records.filter(({ patient }) => patient.sex === "female" && ageOn(patient.birthDate, day) >= 18);
  expect(infants.length + women.length).toBe(records.length);
  const deliveries = women.filter(({ encounters }) =>
    encounters.some(({ class: sort, reason }) => sort === "inpatient" && /^(?:O8|O[0-79])/.test(reason.code)),
  );
  expect(infants.length).toBeGreaterThan(20);
  expect(deliveries.length).toBeGreaterThan(20);
});

test("copd-trial: everybody has COPD and breathes under 70 %, twice a year, and 400 in each thousand are women", () => {
  const records = alive("copd-trial");
  expect(records.every(has("J44"))).toBe(true);
  const readings = records.flatMap(({ observations }) => observations.filter(({ code }) => code.code === "19926-5"));
  expect(share(readings.length, records.length)).toBeGreaterThan(3);
  expect(readings.every(({ value }) => value === undefined || value < 70)).toBe(true);
  expect(records.every(({ patient }) => patient.identifiers["trial-subject-id"] !== undefined)).toBe(true);
  const profile = load("copd-trial");
  const population = createPopulation(profile, { seed: "docs", asOf: profile.reference });
  const day = dayOf(profile.reference);
  const women = Array.from({ length: 1000 }, (_, index) => population.examinee(index)).filter(
    ({ patient, death }) => death > day && patient.sex === "female",
  );
  expect(women.length).toBe(400);
});

test("the page of all keys is made from the published schema", async () => {
  const script = pathToFileURL(resolve(import.meta.dirname, "../../scripts/profile-reference.js")).href;
  const { profileReference } = (await import(script)) as { profileReference(schema: unknown): string };
  const schema: unknown = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../schemas/profile.schema.json"), "utf8"));
  expect(readPage("docs/profile-reference.md")).toBe(profileReference(schema));
});
