import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { DeidError } from "../../../src/errors.ts";
import { dayOf } from "../../../src/generate/days.ts";
import { loadProfile } from "../../../src/generate/load-profile.ts";
import { createPeople } from "../../../src/generate/person/person.ts";
import { drawWanted } from "../../../src/generate/person/quotas.ts";
import { createPlaces } from "../../../src/generate/places.ts";
import { createPopulation } from "../../../src/generate/population.ts";
import { createVocabulary } from "../../../src/generate/vocabulary.ts";
import { createStream } from "../../../src/random/stream.ts";
import { profileText } from "../shipped.ts";

const reference = dayOf("2026-01-01");
const vocabulary = createVocabulary(createStream("words"));

function people(quotas: string, blocks = 1) {
  const profile = loadProfile(`extends: us-population\nprofile: own\n${quotas}`, "own", profileText);
  const personOf = createPeople(createStream("quotas"), {
    profile,
    reference,
    begin: reference - 730,
    asOf: reference,
    places: createPlaces(profile),
    vocabulary,
    townOf: (address) => address,
  });
  return Array.from({ length: blocks * 1000 }, (_, i) => personOf(i));
}
type Person = ReturnType<typeof people>[number];

const ageOf = ({ birth }: Person): number => Math.floor((reference - birth + 0.3) / 365.2425);
const count = (all: readonly Person[], is: (person: Person) => boolean): number =>
  all.filter((person) => is(person) && !person.patient.deceased).length;

test("exactly so many of an age and sex are in each block of the range", () => {
  const all = people("quotas:\n  - { exactly: 40, per: 1000, blocks: [1, 2], where: { ages: [85, 110], sex: male } }\n", 3);
  const found = [0, 1, 2].map((block) =>
    count(all.slice(block * 1000, block * 1000 + 1000), (person) => ageOf(person) >= 85 && person.patient.sex === "male"),
  );
  expect(found.slice(1)).toEqual([40, 40]);
  expect(found[0]).toBeLessThan(20);
});

test("a quota of none leaves none", () => {
  expect(count(people("quotas:\n  - { exactly: 0, per: 1000, where: { ages: [0, 4] } }\n"), (person) => ageOf(person) < 5)).toBe(0);
});

test("exactly so many live in some states, whole households with them", () => {
  const all = people("quotas:\n  - { exactly: 23, per: 1000, where: { ages: [65, 110], states: [OH, VT] } }\n");
  expect(count(all, (person) => ageOf(person) >= 65 && ["OH", "VT"].includes(person.patient.address.state))).toBe(23);
  const addresses = new Map(all.map(({ patient }) => [patient.householdId, patient.address]));
  for (const { patient } of all) expect(patient.address).toEqual(addresses.get(patient.householdId));
});

test("a later quota leaves an earlier one as it is", () => {
  const all = people(
    "quotas:\n  - { exactly: 100, per: 1000, where: { ages: [18, 30] } }\n  - { exactly: 300, per: 1000, where: { sex: male } }\n  - { exactly: 7, per: 1000, where: { sex: male, states: [CA] } }\n",
  );
  expect(count(all, (person) => ageOf(person) >= 18 && ageOf(person) <= 30)).toBe(100);
  expect(count(all, ({ patient }) => patient.sex === "male")).toBe(300);
  expect(count(all, ({ patient }) => patient.sex === "male" && patient.address.state === "CA")).toBe(7);
});

test("exactly so many are told to have a condition, and everybody else whom the quota counts not to", () => {
  const all = people("quotas:\n  - { exactly: 12, per: 1000, where: { ages: [65, 110], states: [OH], condition: diabetes } }\n");
  const told = all.filter(({ wanted }) => wanted.some(({ condition, has }) => condition === "diabetes" && has));
  expect(told.length).toBe(12);
  for (const person of all) {
    const counted = ageOf(person) >= 65 && person.patient.address.state === "OH";
    expect(person.wanted.length).toBe(counted ? 1 : 0);
  }
});

test("exactly twelve diabetics over 65 live in Ohio", () => {
  const profile = loadProfile(
    "extends: us-population\nprofile: own\nquotas:\n  - { exactly: 12, per: 1000, blocks: [0, 0], where: { ages: [65, 110], states: [OH], condition: diabetes } }\n",
    "own",
    profileText,
  );
  const population = createPopulation(profile, { seed: "twelve", asOf: "2026-01-01" });
  const all = Array.from({ length: 1000 }, (_, i) => population.patient(i));
  const counted = all.filter(
    ({ patient, conditions }) =>
      patient.birthDate <= "1961-01-01" &&
      patient.address.state === "OH" &&
      conditions.some(({ code, onset }) => /^E11/.test(code.code) && onset <= "2026-01-01"),
  );
  expect(counted.length).toBe(12);
});

test("a condition that the profile does not have is an error", () => {
  const profile = loadProfile(
    "extends: us-population\nprofile: own\nquotas:\n  - { exactly: 1, per: 1000, where: { condition: green-skin } }\n",
    "own",
    profileText,
  );
  expect(() => createPopulation(profile, { seed: 1, asOf: "2026-01-01" })).toThrow(DeidError);
});

test("health is drawn until it is what is wanted", () => {
  const draw = (attempt: number): number => attempt;
  expect(drawWanted([{ condition: "x", has: true }], draw, (health) => health === 7)).toBe(7);
  expect(drawWanted([{ condition: "x", has: false }], draw, (health) => health < 3)).toBe(3);
  expect(() => drawWanted([{ condition: "x", has: true }], draw, () => false)).toThrow(DeidError);
});

test("patients without quotas are the same with them, where nothing had to change", () => {
  const [free, bound] = [people(""), people("quotas:\n  - { exactly: 3, per: 1000, blocks: [5, 5], where: { ages: [90, 110] } }\n")];
  expect(bound.slice(0, 50)).toEqual(free.slice(0, 50));
});

test.each([
  ["quotas:\n  - { exactly: 1000, per: 1000, where: { sex: male } }\n  - { exactly: 1, per: 1000, where: { sex: female } }\n", "quotas.1"],
  ["people:\n  states: [VT]\nquotas:\n  - { exactly: 5, per: 1000, where: { states: [OH] } }\n", "quotas.0"],
  ["people:\n  ages: [0, 17]\nquotas:\n  - { exactly: 5, per: 1000, where: { ages: [65, 80] } }\n", "quotas.0"],
])("what cannot be is an error with its place", (quotas, at) => {
  try {
    people(quotas);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(DeidError);
    expect(error).toMatchObject({ code: "bad-profile", location: { at } });
  }
});

test("the quotas that docs/people.md shows are a profile's", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../../docs/people.md"), "utf8");
  const [, example] = /```yaml\n([\s\S]*?)```/.exec(page)!;
  expect(loadProfile(example!, "docs", profileText).quotas.length).toBe(2);
});
