import { expect, test } from "vitest";
import { dosageOf } from "../../../src/formats/fhir/write/dosage.ts";

const ucum = "http://unitsofmeasure.org";

test.each([
  ["1 tablet by mouth once a day", { value: 1, unit: "tablet" }, { frequency: 1, period: 1, periodUnit: "d" }],
  ["1 tablet daily", { value: 1, unit: "tablet" }, { frequency: 1, period: 1, periodUnit: "d" }],
  ["8 tablets by mouth once a week", { value: 8, unit: "tablet" }, { frequency: 1, period: 1, periodUnit: "wk" }],
  ["1 tablet twice weekly", { value: 1, unit: "tablet" }, { frequency: 2, period: 1, periodUnit: "wk" }],
  ["1 capsule by mouth at bedtime", { value: 1, unit: "capsule" }, { frequency: 1, period: 1, periodUnit: "d", when: ["HS"] }],
  ["1 tablet by mouth every morning", { value: 1, unit: "tablet" }, { frequency: 1, period: 1, periodUnit: "d", when: ["MORN"] }],
  ["4.5 g into a vein every 8 hours", { value: 4.5, unit: "g", system: ucum, code: "g" }, { frequency: 1, period: 8, periodUnit: "h" }],
  [
    "20 units under the skin twice a day",
    { value: 20, unit: "units", system: ucum, code: "[iU]" },
    { frequency: 2, period: 1, periodUnit: "d" },
  ],
])("%s", (text, doseQuantity, repeat) => {
  expect(dosageOf(text)).toEqual({ text, repeat, doseAndRate: [{ doseQuantity }] });
});

test("as needed, between two numbers of hours", () => {
  expect(dosageOf("2 puffs every 4 to 6 hours as needed")).toEqual({
    text: "2 puffs every 4 to 6 hours as needed",
    repeat: { frequency: 1, period: 4, periodMax: 6, periodUnit: "h" },
    asNeededBoolean: true,
    doseAndRate: [{ doseQuantity: { value: 2, unit: "puff" } }],
  });
});

test("what cannot be counted stays in words", () => {
  for (const text of ["2 tablets by mouth the first day then 1 a day for 4 days", "by sliding scale under the skin before meals"]) {
    expect(dosageOf(text)).toEqual({ text });
  }
  expect(dosageOf("1 drop in each eye every evening")).toEqual({
    text: "1 drop in each eye every evening",
    repeat: { frequency: 1, period: 1, periodUnit: "d", when: ["EVE"] },
  });
});
