import { expect, test } from "vitest";
import { createRoster, openRoster } from "../../src/subjects/roster.ts";

const key = [1, 2] as const;

test("a subject is found by any of its ids, and keeps one offset", () => {
  const roster = createRoster(key);
  const first = roster.enroll([{ domain: "record", value: "P1" }], () => 100);
  const linked = roster.enroll(
    [
      { domain: "record", value: "P1" },
      { domain: "ssn", value: "999010001" },
    ],
    () => 200,
  );
  expect(linked).toBe(first);
  expect(roster.find({ domain: "ssn", value: "999010001" })).toBe(first);
  expect(roster.offsetDays(first)).toBe(100);
  expect(roster.find({ domain: "record", value: "999010001" })).toBe(0);
});

test("a subject is known by its own words and by nobody else's", () => {
  const roster = createRoster(key);
  const one = roster.enroll([{ domain: "record", value: "P1" }], () => 1);
  const two = roster.enroll([{ domain: "record", value: "P2" }], () => 2);
  roster.add(one, "O’Malley", "family-name");
  expect(roster.knownOf(one).has("omalley")).toBe("family-name");
  expect(roster.knownOf(two).has("omalley")).toBeUndefined();
});

test("another thread reads the same roster from what is handed over", () => {
  const roster = createRoster(key);
  for (let i = 0; i < 5000; i++)
    roster.add(
      roster.enroll([{ domain: "record", value: `P${i}` }], () => 1 + (i % 365)),
      `Word${i}`,
      "family-name",
    );
  const copy = openRoster(structuredClone(roster.transfer()));
  for (const i of [0, 17, 4999]) {
    const subject = copy.find({ domain: "record", value: `P${i}` });
    expect(copy.offsetDays(subject)).toBe(1 + (i % 365));
    expect(copy.knownOf(subject).has(`word${i}`)).toBe("family-name");
  }
  expect(copy.subjects).toBe(5000);
});

test("a roster holds no value", () => {
  const roster = createRoster(key);
  roster.add(
    roster.enroll([{ domain: "record", value: "MRN-4711" }], () => 1),
    "Vandervort",
    "family-name",
  );
  const { numbers, words } = roster.transfer();
  const held = [numbers, words]
    .map(({ digests, values }) => Buffer.concat([Buffer.from(digests), Buffer.from(values)]).toString("latin1"))
    .join("");
  expect(held).not.toContain("Vandervort");
  expect(JSON.stringify([...numbers.digests, ...words.digests])).not.toContain("4711");
});
