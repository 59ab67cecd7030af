import { expect, test } from "vitest";
import { loadProfile } from "../../../src/generate/load-profile.ts";
import { transliterated } from "../../../src/generate/person/oddities.ts";
import { createPopulation } from "../../../src/generate/population.ts";
import { kindByName } from "../../../src/identifiers/kinds/index.ts";
import { scrubjayLayout } from "../../../src/layouts/scrubjay.ts";
import type { PatientRecord } from "../../../src/record/record.ts";
import { profileText, withoutCare } from "../shipped.ts";

const load = (name: string) => withoutCare(loadProfile(profileText(name), name, profileText));
const recordsOf = (name: string): PatientRecord[] => {
  const population = createPopulation(load(name), { seed: "odd", asOf: "2026-06-30" });
  return Array.from({ length: 1000 }, (_, i) => population.patient(i));
};
const edges = recordsOf("edge-cases");
const ageOn = ({ patient: { birthDate } }: PatientRecord): number =>
  2025 - Number(birthDate.slice(0, 4)) + (birthDate.slice(5) <= "01-01" ? 1 : 0);

test.each<[string, (record: PatientRecord) => boolean, number]>([
  ["an apostrophe in the name", ({ patient }) => patient.name.family.includes("'"), 20],
  ["a hyphen in the name", ({ patient }) => patient.name.family.includes("-"), 20],
  ["a family name of several words", ({ patient }) => patient.name.family.includes(" "), 20],
  ["a name of one letter", ({ patient: { name } }) => name.family.length === 1 || name.given.length === 1, 20],
  ["a name of 30 letters", ({ patient }) => patient.name.family.length >= 30, 10],
  ["a suffix", ({ patient }) => patient.name.suffix !== undefined, 20],
  ["a birthday on 29 February", ({ patient }) => patient.birthDate.endsWith("-02-29"), 15],
  ["a birthday on 1 January", ({ patient }) => patient.birthDate.endsWith("-01-01"), 15],
  [
    "no name yet",
    ({ patient }) => patient.otherNames?.some(({ use, name }) => use === "former" && name.given.startsWith("Baby ")) ?? false,
    8,
  ],
  ["an age of 0", (record) => ageOn(record) === 0, 60],
  ["an age of 90 or more", (record) => ageOn(record) >= 90, 75],
  ["an age of 100 or more", (record) => ageOn(record) >= 100, 15],
  ["a post office box", ({ patient }) => /^P\.?O\.? Box|^RR /.test(patient.address.street), 20],
  ["a military address", ({ patient }) => ["AA", "AE", "AP"].includes(patient.address.state), 10],
  ["no home", ({ patient }) => /General Delivery|No fixed|Homeless|Unknown/.test(patient.address.street), 10],
  ["a very long address", ({ patient }) => patient.address.street.length >= 60, 20],
  ["a contact abroad", ({ contacts }) => contacts.some(({ country, postalCode }) => country === "Canada" && postalCode), 30],
  ["a sealed adoption", ({ patient }) => patient.restriction === "sealed adoption" && ageOn({ patient } as PatientRecord) < 18, 5],
  ["a protected address", ({ patient }) => patient.restriction === "protected address", 5],
  [
    "a changed sex with a former name",
    ({ patient }) => patient.sexAtBirth !== undefined && patient.otherNames!.some(({ use }) => use === "former"),
    10,
  ],
  ["a maiden name", ({ patient }) => patient.otherNames?.some(({ use }) => use === "maiden") ?? false, 50],
  ["a death", ({ patient }) => patient.deceased !== undefined, 20],
])("among a thousand edge cases some have %s", (_name, has, least) => {
  expect(edges.filter(has).length).toBeGreaterThanOrEqual(least);
});

test("twins live in one household, on one birth date, under two given names", () => {
  const homes = new Map<string, PatientRecord[]>();
  for (const record of edges) {
    const key = `${record.patient.householdId} ${record.patient.birthDate}`;
    homes.set(key, [...(homes.get(key) ?? []), record]);
  }
  const pairs = [...homes.values()].filter((records) => records.length > 1 && ageOn(records[0]!) < 18);
  expect(pairs.length).toBeGreaterThan(10);
  for (const records of pairs)
    expect(new Set(records.map(({ patient }) => `${patient.name.given} ${patient.sex}`)).size).toBe(records.length);
});

test("namesakes share name, sex and birth date and nothing else", () => {
  const people = new Map<string, PatientRecord[]>();
  for (const record of edges) {
    const { name, birthDate, sex } = record.patient;
    const key = `${name.given} ${name.family} ${birthDate} ${sex}`;
    people.set(key, [...(people.get(key) ?? []), record]);
  }
  const pairs = [...people.values()].filter((records) => records.length === 2);
  expect(pairs.length).toBeGreaterThan(3);
  for (const [one, other] of pairs) {
    expect(one!.patient.id).not.toBe(other!.patient.id);
    expect(one!.patient.householdId).not.toBe(other!.patient.householdId);
  }
});

test("letters beyond ASCII come with a transliteration", () => {
  const accented = edges.filter(({ patient }) => /[^ -~]/.test(patient.name.given + patient.name.family));
  expect(accented.length).toBeGreaterThan(30);
  for (const { patient } of accented) {
    const ascii = patient.otherNames!.find(({ use }) => use === "transliterated")!.name;
    expect(ascii.given + ascii.family).toMatch(/^[ -~]+$/);
  }
  expect(["Żółkiewski", "Đorđević", "Þór", "Ó Briain"].map(transliterated)).toEqual(["Zolkiewski", "Dordevic", "Thor", "O Briain"]);
});

test("the kinds accept what the edge cases hold", () => {
  const refused = new Set<string>();
  for (const table of scrubjayLayout.tables) {
    const rows = edges.flatMap((record) => table.patientRows(record));
    table.columns.forEach(({ holds, name }, i) => {
      if (holds === "prose" || holds === "clinical") return;
      const { accepts } = kindByName(holds);
      for (const row of rows)
        if (row[i] !== null && row[i] !== "" && accepts && !accepts(String(row[i]))) refused.add(`${table.name}.${name}: ${row[i]}`);
    });
  }
  expect([...refused]).toEqual([]);
});

test("geriatrics has enough people of 90 and over, all of them 65 or more", () => {
  const elders = recordsOf("geriatrics");
  expect(elders.filter((record) => ageOn(record) >= 90).length).toBeGreaterThanOrEqual(160);
  expect(elders.filter((record) => ageOn(record) >= 100).length).toBe(12);
  expect(Math.min(...elders.map(ageOn))).toBeGreaterThanOrEqual(65);
});
