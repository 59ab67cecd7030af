import { expect, test } from "vitest";
import { loadReferenceMap } from "../../src/evaluate/population/reference-map.ts";
import { dayOf } from "../../src/generate/days.ts";
import { examine } from "../../src/generate/examine.ts";
import { tiny, withoutCare } from "./shipped.ts";

const map = loadReferenceMap(`
reference: none
source: none
ages: [30, 60]
columns:
  age: { column: age, trait: age }
  sex: { column: sex, trait: sex }
  systolic: { column: p, loinc: [8480-6] }
  bmi: { column: b, loinc: [39156-5], cut: [25, 30, 35] }
  smoking: { column: s, loinc: [72166-2], answers: [[never], [former], [current]] }
  hypertension: { column: h, conditions: [I10] }
  statin: { column: st, drugs: [atorvastatin], treatment: statin }
  unknown: { column: u, loinc: [99999-9] }
`);
const day = dayOf("2026-01-01");

test("everybody of the map's ages is measured on the day, whether care did or not", () => {
  const found = examine(tiny, map, { seed: "x", asOf: day, patients: 200 });
  const count = found.age!.length;
  expect(count).toBeGreaterThan(50);
  expect(found.age!.every((age) => age >= 30 && age <= 60)).toBe(true);
  for (const name of ["sex", "systolic", "bmi", "smoking", "hypertension", "statin"]) {
    // A value is missing on some occasions, as the profile says.
    expect(found[name]!.filter(Number.isNaN).length).toBeLessThan(count / 10);
    expect(new Set(found[name]!.filter((value) => !Number.isNaN(value))).size).toBeGreaterThan(1);
  }
  expect(found.unknown!.every(Number.isNaN)).toBe(true);
  expect(examine(withoutCare(tiny), map, { seed: "x", asOf: day, patients: 200 }).systolic).toEqual(found.systolic);
});
