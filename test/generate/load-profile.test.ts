import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { DeidError } from "../../src/errors.ts";
import { loadProfile } from "../../src/generate/load-profile.ts";
import { profileFileSchema } from "../../src/generate/profile.ts";
import { profileText, tiny, usPopulation } from "./shipped.ts";

function refusal(text: string, source: (name: string) => string | undefined = profileText): unknown {
  try {
    loadProfile(text, "own.yaml", source);
  } catch (error) {
    if (error instanceof DeidError) return { code: error.code, message: error.message, ...error.location };
    throw error;
  }
  return "accepted";
}

test("a profile takes from the one it extends what it does not give, key by key", () => {
  expect(tiny.people).toEqual({ ages: usPopulation.people.ages, states: ["OH", "VT"] });
  expect(tiny.encounters).toEqual(usPopulation.encounters);
  expect(tiny.identifiers).toEqual({
    ...usPopulation.identifiers,
    "biometric-id": 0.3,
    "trial-subject-id": 0.3,
    "unique-id": 0.3,
    fax: 0.3,
    udi: 0.5,
  });
});

test("an unknown key is an error that names its line", () => {
  expect(refusal("extends: tiny\nprofile: own\nhistory:\n  yeers: 3\n")).toEqual({
    code: "bad-profile",
    message: "unknown key",
    input: "own.yaml",
    line: 4,
    at: "history.yeers",
  });
});

test("an unknown section is an error that names its line", () => {
  expect(refusal("profile: own\nextends: tiny\n\npeeple:\n  states: all\n")).toMatchObject({ code: "bad-profile", line: 4, at: "peeple" });
});

test("a value out of range is an error that names its line and not the value", () => {
  const refused = refusal("extends: tiny\nprofile: own\nidentifiers:\n  passport: 0.5\n  fax: 17.25\n");
  expect(refused).toMatchObject({ code: "bad-profile", line: 5, at: "identifiers.fax" });
  expect(JSON.stringify(refused)).not.toContain("17.25");
});

test.each([
  ["the younger age must come first", "extends: tiny\nprofile: own\npeople:\n  ages: [60, 20]\n", { line: 4, at: "people.ages" }],
  [
    "a state must be one that people can live in",
    "extends: tiny\nprofile: own\npeople:\n  states: [OH, ZZ]\n",
    { line: 4, at: "people.states.1" },
  ],
  ["the reference date must exist", "extends: tiny\nprofile: own\nreference: 2026-02-30\n", { line: 3, at: "reference" }],
  ["a profile needs a name", "extends: tiny\n", { at: "profile" }],
  ["YAML must be whole", "profile: own\npeople: [1,\n", { line: 3 }],
  ["a list is no profile", "- 1\n", { line: 1 }],
  ["an extended profile must exist", "profile: own\nextends: none\n", { at: "extends" }],
  ["what is nowhere given is missing", "profile: own\ntitle: Own\nreference: 2026-01-01\n", { message: "people is not given" }],
])("%s", (_name, text, expected) => {
  expect(refusal(text, (name) => (name === "tiny" || name === "us-population" ? profileText(name) : undefined))).toMatchObject({
    code: "bad-profile",
    ...expected,
  });
});

test.each([
  [
    "an odds ratio with what nobody declares",
    "conditions:\n  x:\n    code: A01\n    display: X\n    percent: 3\n    odds: { nothing: 2 }\n",
    8,
    "conditions.x.odds.nothing",
  ],
  [
    "an odds ratio with what follows from a rule",
    "conditions:\n  y: { when: { any: [{ has: obesity }] } }\n  x: { percent: 3, odds: { y: 2 } }\n",
    5,
    "conditions.x.odds.y",
  ],
  ["a name used twice", "measures:\n  diabetes:\n    computed: { formula: map, from: [systolic, diastolic] }\n", 4, "measures.diabetes"],
  ["what depends on itself", "conditions:\n  x: { percent: 3, odds: { y: 2 } }\n  y: { percent: 3, odds: { x: 2 } }\n", 4, "conditions.x"],
  ["a treatment for nothing", "treatments:\n  x: { for: [nothing], percent: 3 }\n", 4, "treatments.x.for"],
  ["a condition with neither percent nor when", "conditions:\n  x: { code: A01, display: X }\n", 4, "conditions.x"],
  ["a code that is none", "conditions:\n  x:\n    code: hello\n    display: X\n    percent: 3\n", 5, "conditions.x.code"],
  [
    "two distributions at once",
    "measures:\n  x:\n    marginal:\n      normal: { mean: 1, sd: 1 }\n      gamma: { shape: 1, scale: 1 }\n",
    5,
    "measures.x.marginal",
  ],
  [
    "what is wrong in a list",
    "quotas:\n  - { exactly: 3, per: 1000, where: {} }\n  - exactly: 3\n    per: 100\n    where: {}\n",
    6,
    "quotas.1.per",
  ],
  ["ages that do not ascend", "conditions:\n  x:\n    percent: [[30, 1], [20, 2]]\n", 5, "conditions.x.percent"],
])("%s is an error that names its line", (_name, text, line, at) => {
  expect(refusal(`profile: own\nextends: tiny\n${text}`)).toMatchObject({ code: "bad-profile", line, at });
});

test("an entry of null takes away what the extended profile declares", () => {
  const own = loadProfile(
    "profile: own\nextends: tiny\nconditions:\n  cataract: null\ntreatments:\n  analgesic: null\n",
    "own",
    profileText,
  );
  expect(own.conditions.cataract).toBeNull();
  expect(own.conditions.diabetes).toEqual(tiny.conditions.diabetes);
});

test("a circle of extends is an error", () => {
  const profiles: Record<string, string> = { a: "profile: a\nextends: b\n", b: "profile: b\nextends: a\n" };
  expect(refusal(profiles.a!, (name) => profiles[name])).toMatchObject({ code: "bad-profile", at: "extends" });
});

test("the published schema is the one that profiles are checked by", () => {
  const published: unknown = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../schemas/profile.schema.json"), "utf8"));
  expect({
    title: "Scrubjay population profile",
    ...z.toJSONSchema(profileFileSchema, { target: "draft-2020-12", reused: "ref" }),
  }).toEqual(published);
});

test("the profile that docs/generating.md shows is one", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../docs/generating.md"), "utf8");
  const [, example] = /```yaml\n([\s\S]*?)```/.exec(page)!;
  expect(loadProfile(example!, "docs", profileText)).toMatchObject({
    profile: "ohio-elders",
    history: usPopulation.history,
    people: { states: ["OH"] },
  });
});

test("the profile that docs/health.md shows is one", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../docs/health.md"), "utf8");
  const [, example] = /```yaml\n([\s\S]*?)```/.exec(page)!;
  const own = loadProfile(example!, "docs", profileText);
  expect(own.conditions.cataract).toBeNull();
  expect(own.conditions.psoriasis).toMatchObject({ code: "L40.9", odds: { diabetes: 1.6 } });
  expect(own.conditions.asthma).toEqual(usPopulation.conditions.asthma);
});
