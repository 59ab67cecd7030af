import { expect, test } from "vitest";
import { givenNameRank, surnameRank } from "../../src/tables/names.ts";
import {
  isAbbreviation,
  isClinicalWord,
  isDrugName,
  isEponym,
  isOrdinaryWord,
  isRareOccupation,
  isUnit,
  wordRank,
} from "../../src/tables/vocabulary.ts";

const all = (words: string, holds: (word: string) => boolean): string[] => words.split(" ").filter((word) => !holds(word));

test("ordinary words are ordinary, in English and Spanish", () => {
  expect(all("the and of patient house walking monday october mother don't el para paciente", isOrdinaryWord)).toEqual([]);
  expect(all("qzxv garcia nguyen kowalski", (word) => !isOrdinaryWord(word))).toEqual([]);
});

test("the more common a word, the higher its rank", () => {
  const ranks = ["the", "house", "kitchen", "abdominal", "qzxv"].map(wordRank);
  expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
  expect([ranks[0], ranks[4]]).toEqual([15, 0]);
});

test("words that are names too are answered from both sides", () => {
  for (const word of ["long", "young", "king", "brown"]) {
    expect(wordRank(word), word).toBeGreaterThanOrEqual(9);
    expect(surnameRank(word), word).toBeGreaterThanOrEqual(9);
  }
  for (const word of ["hope", "may", "will", "rose"]) {
    expect(wordRank(word), word).toBeGreaterThanOrEqual(9);
    expect(givenNameRank(word), word).toBeGreaterThanOrEqual(9);
  }
  expect([isClinicalWord("pain"), surnameRank("pain") > 0, isEponym("graves"), surnameRank("graves") > 0]).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test("a surname that is hardly a word does not look common", () => {
  expect(all("smith johnson garcia carter mason", (word) => wordRank(word) < surnameRank(word))).toEqual([]);
});

test("clinical words come from diagnoses, drugs, units, abbreviations, anatomy and word endings", () => {
  expect(
    all(
      "hypertension diabetes mellitus metformin lipitor mg/dl htn femur biopsy pancreatoduodenectomy rosuvastatin myelitis edema dialysis creatinine",
      isClinicalWord,
    ),
  ).toEqual([]);
  expect(all("smith garcia boston thomas paloma walter jennifer", (word) => !isClinicalWord(word))).toEqual([]);
});

test("drugs, units, abbreviations, eponyms and rare occupations have their own questions", () => {
  expect(all("atorvastatin lisinopril ozempic", isDrugName)).toEqual([]);
  expect(all("mg/dL mm[Hg] kg % x10^3/µL mmol/L", isUnit)).toEqual([]);
  expect(all("copd bid nstemi", isAbbreviation)).toEqual([]);
  expect(all("parkinson foley crohn hodgkin babinski apgar glasgow graves bell", isEponym)).toEqual([]);
  expect(all("astronaut mayor senator", isRareOccupation)).toEqual([]);
  expect([isDrugName("garcia"), isUnit("garcia"), isAbbreviation("garcia"), isEponym("garcia"), isRareOccupation("nurse")]).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
