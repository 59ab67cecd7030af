import { expect, test } from "vitest";
import { parse } from "yaml";
import type { SlotVerdict } from "../../src/classify/classify.ts";
import { compareDrift, draftInput, draftYaml } from "../../src/classify/draft.ts";
import type { Slot } from "../../src/formats/slot.ts";

const slots: readonly Slot[] = [
  { id: 0, path: "SSN", label: "SSN", part: "value" },
  { id: 1, path: "no: 7", label: "no: 7", part: "value" },
];
const verdicts: readonly SlotVerdict[] = [
  {
    slot: 0,
    verdict: "ssn",
    by: "both",
    entriesRead: 812,
    why: "labelled as Social Security number; 98 % of 800 distinct values have the shape of one",
  },
  { slot: 1, verdict: "unknown", by: "neither", entriesRead: 812, why: "no telling label and no values" },
];

test("a draft reads back as the slots that it names", () => {
  const input = draftInput(slots, verdicts, ({ verdict }) => (verdict === "ssn" ? "redact" : undefined));
  expect(parse(draftYaml({ "patients*.csv": input }))).toEqual({
    inputs: {
      "patients*.csv": {
        slots: {
          SSN: { is: "ssn", rule: "redact", evidence: { by: "both", entriesRead: 812, why: verdicts[0]!.why } },
          "no: 7": { is: "unknown", evidence: { by: "neither", entriesRead: 812, why: verdicts[1]!.why } },
        },
      },
    },
  });
});

test("a draft tells a person where to look", () => {
  expect(draftYaml({ t: draftInput(slots, verdicts) })).toContain("# Look here: nobody could tell what this is");
});

test("drift names the slots that a policy lacks and those that it has in vain", () => {
  expect(compareDrift({ SSN: {}, GONE: {} }, slots)).toEqual({ missing: [slots[1]], unused: ["GONE"] });
});
