import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/detect/finding.ts";
import { createDetectors, detectAll } from "../../src/detect/index.ts";
import { marked, unmarked } from "../support/marked.ts";

// The rules alone: what the tagger learned changes with its training.
const rules = createDetectors({ without: ["tagger"] });
const findAll = (text: string): Finding[] => (detectAll([text], [], rules) as Finding[][])[0]!;

function finds(sentences: readonly string[]): void {
  test.each(sentences)("%s", (sentence) => {
    const text = unmarked(sentence);
    expect(marked(text, findAll(text))).toBe(sentence);
  });
}

describe("brands, credentials and peoples stay", () => {
  finds([
    "Closed with Vicryl and Stratafix, dressed with Mepilex; glucose by Dexcom.",
    "Old films on the Hologic unit, wheelchair by Permobil.",
    "Triage by [NAME:K. Lindgren] RN CCRN, ESI 2.",
    "Drain: 19 Fr Blake to bulb.",
    "Mother speaks Tigrinya, father Amharic and some Oromo.",
    "Utox done: UDS THC+, alcohol <10; walking WBAT, ASA 81 for a month.",
    "Mood stable on Li 900 at night.",
    "Balanced on EVD #2, HD 6.",
  ]);
});
