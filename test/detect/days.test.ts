import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/detect/finding.ts";
import { createDetectors, detectAll } from "../../src/detect/index.ts";
import { marked, unmarked } from "../support/marked.ts";

const rules = createDetectors({ without: ["tagger"] });

function finds(sentences: readonly string[]): void {
  test.each(sentences)("%s", (sentence) => {
    const text = unmarked(sentence);
    expect(marked(text, (detectAll([text], [], rules) as Finding[][])[0]!)).toBe(sentence);
  });
}

describe("days that others beside them tell", () => {
  finds([
    "Seen by Dr. [NAME:Ruiz].\n[DATE:090319] PPD 0 mm\n[DATE:090619] refused pill line\n[DATE:091719] court day, last drink [DATE:082819] at home",
    "Seen by Dr. [NAME:Ruiz].\n090319 copies\nplatelets rose",
    "Seen by Dr. [NAME:Ruiz].\nstrength     5/5     4/5     3/5\npupils       3/3     3/3     2/2",
  ]);
});

describe("ages over 89 beside names and kin", () => {
  finds([
    "Lives with [NAME:Virgil Boone], [AGE:91], who is well.",
    "Dr. [NAME:Ruiz] called. Her sister ([AGE:97]) still herds sheep.",
    "Lives with [NAME:Virgil Boone], 81, who is well.",
    "Dr. [NAME:Ruiz] called. Her sister (97%) agreed.",
  ]);
});

describe("initials of who wrote or did something", () => {
  finds([
    "Seen by Dr. [NAME:Ruiz].\nGROSS ([NAME:dcw])\nReceived in formalin, five cores.",
    "Seen by Dr. [NAME:Ruiz].\nNo masses seen.\nMinutes [NAME:tl], next in spring",
    "Seen by Dr. [NAME:Ruiz].\nTac level pending. [NAME:mjb]\nCrossmatch negative. [NAME:mjb]\nLabs reviewed.",
    "Seen by Dr. [NAME:Ruiz].\nMDD rec sev\nGiven once. prn\nGiven twice. prn",
  ]);
});
