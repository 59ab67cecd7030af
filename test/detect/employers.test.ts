import { describe, expect, test } from "vitest";
import { findEmployers } from "../../src/detect/employers.ts";
import type { Finding } from "../../src/detect/finding.ts";
import { createDetectors, detectAll } from "../../src/detect/index.ts";
import { sentenceOf } from "../../src/detect/people.ts";
import { tokenize } from "../../src/detect/tokens.ts";
import { createWords } from "../../src/detect/words.ts";
import { marked, unmarked } from "../support/marked.ts";

// The rules alone: what the tagger learned changes with its training.
const rules = createDetectors({ without: ["tagger"] });
const findAll = (text: string): Finding[] => (detectAll([text], [], rules) as Finding[][])[0]!;

const words = createWords();

/** Marked by this detector alone. */
function finds(sentences: readonly string[]): void {
  test.each(sentences)("%s", (sentence) => {
    const text = unmarked(sentence);
    expect(marked(text, findEmployers(sentenceOf(tokenize(text), words)))).toBe(sentence);
  });
}

describe("employers behind a word for a living", () => {
  finds([
    "Retired machinist ([PLACE:Wyndover], 31 yrs), lives alone.",
    "try her at work ([PLACE:Hallstead Foods]) after 3",
    "She is a cashier, [PLACE:Brightwell].",
    "He is a driver, Tuesday to Friday, and the welder ([PLACE:Kessel & Sons]) agrees.",
    "Smoker, retired (age 62). A walker (Rollator) and a worker (light duty).",
  ]);
});

describe("places where specimens, papers and patients go", () => {
  finds([
    "Labs to [PLACE:Sonoquest], results Friday.",
    "Eye referral: [PLACE:Larkspur Retina]. Refill sent.",
    "Went to [PLACE:Hanalei urgent care] on day 2.",
    "Labs to Follow, form for Patient, sent to ED, records from PCP.",
  ]);
});

describe("names in small letters that are also words", () => {
  test.each([
    "her daughter [NAME:hope] is here and the grandson [NAME:will] does the pills so i told [NAME:will] on the phone and we hope he will",
    "his daughter is [NAME:dawn] she is a nurse and at dawn he woke so consent with [NAME:dawn] on speaker",
    "mom [NAME:folasade] en route and dad will come",
  ])("%s", (sentence) => {
    const text = unmarked(sentence);
    expect(marked(text, findAll(text))).toBe(sentence);
  });
});

describe("names that were spelled", () => {
  test.each(["this is [NAME:rosalind quevedo q u e v e d o] calling", "grade a b c, vitamins a d e k, and s t segments are fine"])(
    "%s",
    (sentence) => {
      const text = unmarked(sentence);
      expect(marked(text, findAll(text))).toBe(sentence);
    },
  );
});
