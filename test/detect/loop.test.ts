import { describe, expect, test } from "vitest";
import { findAll } from "../../src/detect/index.ts";
import { marked, unmarked } from "../support/marked.ts";

// What the closed loop found left in notes of our own making.

function finds(sentences: readonly string[]): void {
  test.each(sentences)("%s", (sentence) => {
    const text = unmarked(sentence);
    expect(marked(text, findAll(text))).toBe(sentence);
  });
}

describe("employers and schools", () => {
  finds([
    "She works for [PLACE:Carroll, Klein and Jaskolski] (forward technician).",
    "She works as a direct markets associate at [PLACE:Doyle]. Alcohol socially.",
    "Please excuse the absence from [PLACE:Rice - Dare] through [DATE:Nov 14].",
    "May not attend\n[PLACE:Kuhn, Beatty and Grimes] through [DATE:Dec 2].",
    "works at [PLACE:frami, kutch and collier].",
    "lives w/ partner. works at [PLACE:wiegand group].",
    "attends [PLACE:osterbeck middle school].",
    "SHE WORKS FOR [PLACE:GERHOLD, KEELING AND BERNHARD].",
    "sh: works at [PLACE:price, greenholt and streich]. works for [PLACE:padberg] (engineer).",
    "Please excuse the absence from [PLACE:Ernser, Brown and Corwin] through [DATE:6/4/24].",
    "SHE WORKS AT HOME. retired pipefitter, works wknds",
    "works at home and for himself. works for a bank.",
    "Takes Lisinopril, Metoprolol and Atenolol.",
  ]);
});

describe("houses and towns in small letters", () => {
  finds([
    "progress note, [PLACE:velmarsh community hospital]\n[NAME:suzanne cowan], mrn [ID:99167745]",
    "lives in [PLACE:white river junction] w/ husband [NAME:patrick].",
    "re: dob [DATE:1998-01-12]\n[PLACE:8762 johathan forks]\n[PLACE:tucson], az [PLACE:85704]",
    "[PLACE:5395 Lincoln Street]\n[PLACE:Los Angeles], CA [PLACE:90012]",
  ]);
});

describe("initials that stand for the patient or for staff", () => {
  finds([
    "[NAME:Xavier Brown] | Progress\nS: [NAME:XB] here for f/u. MI is ruled out. [NAME:XB] is 24 y/o.",
    "[NAME:Anna Gomez]  MRN [ID:99123456]\n[NAME:AG] asks for a refill. Phoned [NAME:AG] about labs.",
    "Mother [NAME:Melissa Low] brings [NAME:ML], a 9-year-old girl, previously healthy.",
    "Seen by Dr. [NAME:Ruiz]. Report from [NAME:KT]. Handoff to [NAME:DW].",
    "Seen by Dr. [NAME:Ruiz]. To call if worse. [NAME:DW] will schedule follow-up. PT will schedule.",
  ]);
});

describe("names that are words, with suffixes, in registers", () => {
  finds([
    "[NAME:LAW, BARBARA K] | 54 F | MRN [ID:99123456]",
    "Clinic visit\n[NAME:Nguyen Sr., Arthur J.]  DOB [DATE:7 Apr 1948]",
    "telephone note\n[NAME:curry,megan a] ([ID:99005001])",
    "CLINIC NOTE [DATE:14 MAR 2024]  [NAME:SUMMER GRACIE SAMPSON] 24-YEAR-OLD WOMAN",
    "Stage Rai IV, Neer, Hawkins, Jobe, O'Brien negative.",
  ]);
});

describe("people who are called as a month is", () => {
  finds([
    "He lives in [PLACE:Houston] with his partner [NAME:April].",
    "Thank you for your help.\n[NAME:April]\n\nReply, [DATE:27 Sep 2024 11:35]:\nDear [NAME:April], Thank you",
    "Mom may visit. Seen in [DATE:April]. Due [DATE:June 2].",
  ]);
});

describe("what is no identifier", () => {
  finds(["Brief communication service, 11-20 minutes of medical discussion", "Return in 2-3 weeks."]);
});

test("a telephone number behind what is a date's label elsewhere is none", () => {
  const text = "Sister Hannah Sun updated at 555-0134. Wife updated at 425.555.0181.";
  expect(findAll(text).map(({ kind }) => kind)).toEqual(["name", "phone", "phone"]);
});

test("a hospital below a date is no part of it", () => {
  const text = "Well check | Miguel Hsu | Jan 11, 2016\nDunwhistle Medical Center\nSUBJECTIVE:";
  expect(findAll(text).map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
    ["name", "Miguel Hsu"],
    ["date", "Jan 11, 2016"],
    ["street-address", "Dunwhistle Medical Center"],
  ]);
});
