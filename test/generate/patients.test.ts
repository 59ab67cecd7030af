import { expect, test } from "vitest";
import { DeidError } from "../../src/errors.ts";
import { generatePatients } from "../../src/generate/generate.ts";
import { patients } from "../../src/generate/patients.ts";
import { shippedProfileText } from "../../src/io/shipped.ts";
import type { PatientRecord } from "../../src/record/record.ts";
import { tiny, usPopulation } from "./shipped.ts";

const ageOf = ({ patient }: PatientRecord): number =>
  2026 - Number(patient.birthDate.slice(0, 4)) - (patient.birthDate.slice(5) > "01-01" ? 1 : 0);
const has = (record: PatientRecord, display: RegExp): boolean => record.conditions.some(({ code }) => display.test(code.display));

test("the same seed gives the same patients, in each iteration", () => {
  const these = patients({ profile: "tiny", seed: 7, count: 3 });
  expect([...these]).toEqual([...these]);
  expect([...patients({ profile: "tiny", seed: "7", count: 3 })]).toEqual([...these]);
  expect(patients({ profile: "tiny", seed: 8 }).at(0)).not.toEqual(these.at(0));
});

test("they are the patients of the population, as of its reference date", () => {
  const own = [...generatePatients(tiny, { seed: 7, asOf: tiny.reference, patients: 4 })];
  expect([...patients({ profile: "tiny", seed: 7, count: 4 })]).toEqual(own);
  expect(patients({ profile: tiny, seed: 7 }).at(3)).toEqual(own[3]);
  expect(patients({ profile: shippedProfileText("tiny")!, seed: 7 }).at(3)).toEqual(own[3]);
});

test("without a count there is always another one", () => {
  const taken: number[] = [];
  for (const { index } of patients({ profile: "tiny", seed: 1 })) if (taken.push(index) === 30) break;
  expect(taken).toEqual(Array.from({ length: 30 }, (_, i) => i));
});

test("age and state take the place of the profile's", () => {
  for (const record of patients({ seed: 3, age: [0, 2], state: ["OH", "ME"], count: 12 })) {
    expect(ageOf(record)).toBeLessThanOrEqual(2);
    expect(["OH", "ME"]).toContain(record.patient.address.state);
  }
  expect(patients({ profile: "geriatrics", seed: 3, age: 30 }).at(0)).toSatisfy((record: PatientRecord) => ageOf(record) === 30);
});

test("who has some conditions is found among all, with them on record", () => {
  const found = [...patients({ seed: 3, sex: "female", age: [40, 90], conditions: ["diabetes", "asthma"], count: 3 })];
  expect(found.length).toBe(3);
  for (const record of found)
    expect([record.patient.sex, has(record, /^Type 2 diabetes/), has(record, /asthma/)]).toEqual(["female", true, true]);
  const narrowed = { ...usPopulation, people: { ...usPopulation.people, ages: [40, 90] as [number, number] } };
  const again = generatePatients(narrowed, { seed: 3, asOf: usPopulation.reference, patients: 1, offset: found[2]!.index });
  expect([...again]).toEqual([found[2]]);
  expect(patients({ seed: 3, sex: "female", age: [40, 90], conditions: ["diabetes", "asthma"] }).at(2)).toEqual(found[2]);
});

test("nobody who fits is an error, not a search without end", () => {
  const infants = patients({ seed: 1, age: [0, 1], conditions: ["alzheimers"] });
  expect(() => infants.at(0)).toThrow(expect.objectContaining({ code: "bad-usage", location: { at: "conditions" } }));
}, 60_000);

test("an option that is none is refused: a misspelt count would be a loop without end", () => {
  const misspelt: object = { seed: 1, patients: 3 };
  expect(() => patients(misspelt)).toThrow(expect.objectContaining({ code: "bad-usage", hint: expect.stringContaining("count") }));
});

test.each([
  { profile: "nobodys" },
  { profile: "profile: x\npeople: 7\n" },
  { asOf: "tomorrow" },
  { count: -1 },
  { age: [3, 2] as const },
  { age: 101 },
  { state: "PR" },
  { state: [] },
  { conditions: ["hyper tension"] },
])("%j makes no sense", (options) => {
  expect(() => patients(options)).toThrow(DeidError);
});
