import { expect, test } from "vitest";
import { loadProfile } from "../../../src/generate/load-profile.ts";
import { createPopulation } from "../../../src/generate/population.ts";
import { profileText } from "../shipped.ts";

const profile = (people: string) =>
  loadProfile(`extends: us-population\nprofile: own\nhistory: { years: 0 }\npeople: ${people}\n`, "own", profileText);

function examinees(people: string, count: number) {
  const population = createPopulation(profile(people), { seed: "weights", asOf: "2026-01-01" });
  return Array.from({ length: count }, (_, index) => {
    const { birth, patient, health } = population.examinee(index);
    return { age: (20_454 - birth) / 365.2425, sex: patient.sex, has: (name: string) => health.has(name, 20_454) };
  });
}

test("all have what a profile says that they have, and are as old as people who have it", () => {
  const list = examinees("{ ages: [18, 100], have: [diabetes] }", 600);
  expect(list.every(({ has }) => has("diabetes"))).toBe(true);
  // NHANES 2013-2016 by the Census' ages: half of them are over 60, one in eight is under 40.
  const over60 = list.filter(({ age }) => age >= 60).length / list.length;
  const under40 = list.filter(({ age }) => age < 40).length / list.length;
  expect(over60).toBeGreaterThan(0.45);
  expect(over60).toBeLessThan(0.62);
  expect(under40).toBeGreaterThan(0.04);
  expect(under40).toBeLessThan(0.16);
});

test("weights by sex and age make people more or less frequent", () => {
  const list = examinees("{ ages: [0, 100], weights: { female: [[0, 2], [39, 2], [40, 1]], male: [[0, 1], [59, 1], [60, 0]] } }", 1000);
  const count = (sex: string, from: number, to: number): number =>
    list.filter((each) => each.sex === sex && each.age >= from && each.age < to).length;
  expect(count("male", 61, 120)).toBe(0);
  const ratio = count("female", 0, 38) / count("male", 0, 38);
  expect(ratio).toBeGreaterThan(1.5);
  expect(ratio).toBeLessThan(2.6);
});

test.each([
  ["{ have: [hypertension] }", "people.have", "no condition with a percentage has this name"],
  ["{ have: [gout-of-the-moon] }", "people.have", "no condition with a percentage has this name"],
  ["{ ages: [0, 5], have: [diabetes] }", "people", "leave nobody of these ages"],
  ["{ weights: 0 }", "people", "leave nobody of these ages"],
])("nobody is %s", (people, at, message) => {
  expect(() => profile(people)).toThrow(
    expect.objectContaining({
      code: "bad-profile",
      message: expect.stringContaining(message),
      location: expect.objectContaining({ at, line: 4 }),
    }),
  );
});
