import { expect, test } from "vitest";
import { parseAge } from "../../src/calendar/index.ts";

test.each([
  ["67", 67, "67"],
  ["67F", 67, "67"],
  ["67 y/o", 67, "67"],
  ["67-year-old", 67, "67"],
  ["67 yr old male", 67, "67"],
  ["aged 67", 67, "67"],
  ["67.5", 67, "67.5"],
  ["092Y", 92, "092"],
  ["18 months", 1, "18"],
  ["1104 months", 92, "1104"],
  ["3 wks", 0, "3"],
  ["12 días", 0, "12"],
  ["92 años", 92, "92"],
  ["ninety-two", 92, "ninety-two"],
  ["Ninety two years old", 92, "Ninety two"],
  ["one hundred and one", 101, "one hundred and one"],
  ["noventa y dos años", 92, "noventa y dos"],
  ["90+", 90, "90"],
  ["over 89", 89, "89"],
  ["≥90 years", 90, "90"],
] as const)("reads %j as %d years", (text, years, number) => {
  const age = parseAge(text)!;
  expect(age.years).toBe(years);
  expect(text.slice(age.start, age.end)).toBe(number);
});

test.each([["03.2021"], ["old"], ["67 mg"], ["120/80"], ["999"], [""], ["2021-03-04"], ["nine lives"]])("does not read %j", (text) => {
  expect(parseAge(text)).toBe(null);
});

test("knows a class of ages from an age", () => {
  expect(["90+", "90", ">89", "over 89", "ninety"].map((text) => parseAge(text)!.isOpen)).toEqual([true, false, true, true, false]);
});
