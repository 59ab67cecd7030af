import { expect, test } from "vitest";
import { findAll } from "../../src/detect/index.ts";
import { marked, unmarked } from "../support/marked.ts";

test.each([
  "Crystals [Presence] in Urine sediment by Light microscopy",
  "Hemoglobin [Entitic mass] in Red Blood Cells by Automated count",
  "Are you worried about paying your rent [PRAPARE]",
  "Hazelnut IgE Ab in Serum",
  "Study observation Left macula by OCT",
  "Impression of heart failure class NYHA",
])("a description of a code stays whole: %s", (text) => {
  expect(findAll(text)).toEqual([]);
});

test.each([
  "Crystals [Presence] in Urine sediment, read by Dr. [NAME:Helena Voss]",
  "Seen with [NAME:Keisha Okafor] about paying rent [PRAPARE]",
  "Light lunch with [NAME:Tom Alvarez] in Serum room",
])("a name in one is found all the same: %s", (sentence) => {
  const text = unmarked(sentence);
  expect(marked(text, findAll(text))).toBe(sentence);
});
