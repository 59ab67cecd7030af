import { expect, test } from "vitest";
import { loadProfile } from "../../../src/generate/load-profile.ts";
import { profileText, usPopulation } from "../shipped.ts";

test.each([
  ["a follow-up of what nobody has", "followUps:\n  lycanthropy: { weight: 1 }\n", 4, "followUps.lycanthropy"],
  [
    "a blood test that there is not",
    "followUps:\n  diabetes:\n    weight: 1\n    panels: { moonlight: 1 }\n",
    6,
    "followUps.diabetes.panels.moonlight",
  ],
  [
    "an allergy to avoid that nobody can have",
    'medications:\n  statin: { drugs: [{ strengths: [{ code: "1", display: x }], instructions: x, quantity: 1, days: 1, avoid: [garlic] }] }\n',
    4,
    "medications.statin.drugs",
  ],
  [
    "a measure that a panel has not",
    "panels:\n  lipid: { code: 24331-1, display: Lipids, measures: [garlic], cents: 1 }\n",
    4,
    "panels.lipid.measures",
  ],
  [
    "an illness that moves what is computed from other measures",
    "acute:\n  rash: { code: L30.9, display: Rash, complaint: rash, lasts: [1, 2], moves: { egfr: 1 } }\n",
    4,
    "acute.rash.moves.egfr",
  ],
])("%s is an error that names its line", (_, text, line, at) => {
  const whole = `profile: own\nextends: us-population\n${text}`;
  expect(() => loadProfile(whole, "own", profileText)).toThrow(
    expect.objectContaining({ code: "bad-profile", location: expect.objectContaining({ line, at }) }),
  );
});

test("what a profile takes away may still be named by the one that it extends", () => {
  const text = "profile: own\nextends: us-population\nmedications:\n  statin: null\npanels:\n  lipid: null\n";
  expect(loadProfile(text, "own", profileText).followUps).toEqual(usPopulation.followUps);
});
