import { describe, expect, test } from "vitest";
import type { Finding } from "../../../src/detect/finding.ts";
import { readingOf } from "../../../src/detect/reading.ts";
import { calibration, probabilityOf, thresholdFor } from "../../../src/detect/tagger/calibration.ts";
import { createTagger } from "../../../src/detect/tagger/tagger.ts";
import { createWords } from "../../../src/detect/words.ts";

const tagger = createTagger(createWords());

function foundIn(text: string, detector = tagger): Finding[] {
  return (detector.detect([readingOf(text)], []) as Finding[][])[0]!;
}

function valuesIn(text: string): string[] {
  return foundIn(text).map(({ start, end }) => text.slice(start, end));
}

describe("names that no table holds are found by what stands around them", () => {
  test.each([
    ["Seen by Dr. Quolvaster in clinic, BP 120/80.", "Quolvaster"],
    ["spoke w/ dtr Zhuvanna by phone, agrees w/ plan", "Zhuvanna"],
    ["PCP: Tremblick Oozar, NP, last seen in spring", "Tremblick Oozar"],
  ])("%s", (text, name) => {
    expect(valuesIn(text)).toContain(name);
  });
});

describe("what a note says of health stays", () => {
  test.each([
    "BP 138/84 HR 76 RR 16 T 98.4 SpO2 97% RA, pain 4/10.",
    "Na 138, K 4.1, Cl 102, CO2 24, BUN 14, Cr 0.9, glucose 104.",
    "Metoprolol 25 mg BID, lisinopril 10 mg daily, aspirin 81 mg.",
  ])("%s", (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});

test("digits count by their number, not by their value: reserved ranges weigh no more than others", () => {
  const score = (phone: string): number => foundIn(`Cell ${phone}, call wife first.`)[0]?.score ?? 0;
  expect(score("(617) 555-0142")).toBeGreaterThan(0.5);
  expect(score("(617) 555-0142")).toBe(score("(617) 482-7719"));
  const ssn = (value: string): number => foundIn(`SSN ${value} on file.`)[0]?.score ?? 0;
  expect(ssn("912-44-7310")).toBeGreaterThan(0.5);
  expect(ssn("912-44-7310")).toBe(ssn("412-44-7310"));
});

test("a higher recall target marks whatever a lower one does", () => {
  const text = "Pt lives near Orlvale with her cousin Bim. Works at Harmony. F/u 3/4.";
  const wide = foundIn(text, createTagger(createWords(), { recallTarget: 0.999 }));
  for (const { start, end } of foundIn(text)) expect(wide.some((finding) => finding.start <= start && finding.end >= end)).toBe(true);
  expect(thresholdFor(0.999)).toBeLessThan(thresholdFor());
  expect(thresholdFor(0)).toBe(thresholdFor());
});

test("a score is a probability that rises with the chance", () => {
  let before = 0;
  for (let chance = 0; chance <= 1; chance += 0.01) {
    const score = probabilityOf(chance);
    expect(score).toBeGreaterThanOrEqual(before);
    expect(score).toBeLessThanOrEqual(1);
    before = score;
  }
  expect(calibration.points.length).toBeGreaterThan(5);
});

test("a word alone, in a cell or a heading, is left to others", () => {
  for (const cell of ["valueUri", "Quolvaster", "12345", "http://loinc.org", "Dr. Quolvaster"]) expect(foundIn(cell)).toEqual([]);
});

test("a text longer than a stretch is read to its end", () => {
  const line = "Continue current medications and recheck labs in two weeks.\n";
  const text = `${line.repeat(6000)}Seen by Dr. Quolvaster in clinic.\n`;
  expect(valuesIn(text)).toContain("Quolvaster");
});

test("the same text gives the same findings, whatever was read before", () => {
  const text = "Pt: Oona Brightwater, MRN 00417723, d/c to Larkfield Manor 4/12/23.";
  const first = foundIn(text);
  foundIn("WORDS OF ANOTHER NOTE ALTOGETHER, Larkfield Brightwater Oona");
  expect(foundIn(text)).toEqual(first);
  expect(first.length).toBeGreaterThan(2);
});

test("a number between dates that can be none is no date: where dates may stay it must not", () => {
  const text = "Office visit | 99545623 | LAW,JOHN | November 9th, 1947 | May 23rd, 2024\n";
  const number = foundIn(text).find(({ start }) => start === text.indexOf("99545623"));
  expect(number?.kind).toBe("unique-id");
});
