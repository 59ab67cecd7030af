import { expect, test } from "vitest";
import { findNumbers } from "../../src/detect/numbers.ts";

const found = (text: string): string[] => findNumbers(text).map(({ start, end }) => text.slice(start, end));

test("numbers too long or too oddly grouped to be measured are found without a label", () => {
  expect(found("made with 99533084243 and 523-481-181, then 1 457 398 217; B625-4417-8830, BR 4821194, 8840-215.")).toEqual([
    "99533084243",
    "523-481-181",
    "B625-4417-8830",
    "8840-215",
    "1 457 398 217",
    "BR 4821194",
  ]);
});

test("codes, ranges, counts and large quantities stay", () => {
  expect(
    found(
      "NDC 0093-7146-56, LOINC 4548-4, 1,234,567 cells, WBC 12 500, ranges 3500-5200 and 150-400, CPT 99213-99215, SNOMED 44054006, SNOMED CT 900000000000207008, chr17:41245466, 10 000 000 CFU/mL, HCG 1234567890 mIU/mL, 2021-03-04, v10.2.1",
    ),
  ).toEqual([]);
});
