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

describe("the rest of a name that was found in part", () => {
  finds([
    "Labs drawn at the [PLACE:Wapello lab] today.",
    "Seen at [PLACE:Tonasket urgent care] for a cough.",
    "INR was done at [PLACE:Kroger pharmacy on Alder], 4.1.",
    "He works at [PLACE:Ostrander's] in [PLACE:Moline].",
    "Films from [PLACE:Prairie Lake Imaging Associates, P.A.] reviewed",
    "Attending: [NAME:SOLBERG, K]\nBP 120/80",
    'Name: [NAME:Divinagracia, Perpetua "Baby]"   Acct 3',
    "Patient: [NAME:BOUDREAUX, CALISTE M]    plan HMO",
    "Electronically signed by [NAME:ADEBAYO T OLUWASEUN] MD",
    "Cared for at [PLACE:St. Mary's Hospital] for [NAME:Jane D.] on arrival",
    "Pt [NAME:Vanessa Long Kowalczyk] is here.",
    "Comfort visits by [PLACE:Sunrise Hospice of the Prairie] weekly.",
  ]);
  test("a possessive with something owned keeps its ending", () => {
    const text = "Seen with Mr. Ostrander's wife.";
    expect(marked(text, findAll(text))).toBe("Seen with Mr. [NAME:Ostrander]'s wife.");
  });
});
