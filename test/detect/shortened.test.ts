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

describe("an organization found whole is found in short", () => {
  finds(["Sent from [PLACE:Bramwell Valley Hospital] ([PLACE:BVH]); [PLACE:BVH] records pending."]);
  test("by its first word", () => {
    const text = "Admitted at Ellerby Memorial Hospital. Back to Ellerby if febrile.";
    expect(findAll(text).map(({ start, end }) => text.slice(start, end))).toEqual(["Ellerby Memorial Hospital", "Ellerby"]);
  });
  test("not by a word of medicine", () => {
    const text = "Seen at Cedar Bay Clinic. CBC normal.";
    expect(findAll(text).map(({ start, end }) => text.slice(start, end))).toEqual(["Cedar Bay Clinic"]);
  });
});

describe("forts, camps, units and shops", () => {
  finds([
    "Stationed at [PLACE:Ft. Huachuca], knee at 6 ft Standing only.",
    "Pt found at [PLACE:Ottilie's pastry shop] by a friend.",
    "Referred to [PLACE:Sandhill Center for Bone Health], fax later.",
  ]);
});
