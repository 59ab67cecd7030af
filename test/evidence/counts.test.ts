import { expect, test } from "vitest";
import { createCounts, publishable } from "../../src/evidence/counts.ts";

const ssn = { input: "patients.csv", slot: "SSN", category: "G", kind: "ssn", rule: "redact" } as const;
const name = { input: "patients.csv", slot: "LAST", category: "A", kind: "family-name", rule: "redact" } as const;

test("an equal key gives the same counter, and rows come out sorted", () => {
  const counts = createCounts();
  counts.add(counts.counter(ssn));
  counts.add(counts.counter({ ...ssn }), 2);
  counts.add(counts.counter(name));
  expect(counts.rows()).toEqual([
    { ...name, count: 1 },
    { ...ssn, count: 3 },
  ]);
});

test("a counter that nothing was added to is no row", () => {
  const counts = createCounts();
  counts.counter(ssn);
  expect(counts.rows()).toEqual([]);
});

test("tallies of two workers add up", () => {
  const [one, two] = [createCounts(), createCounts()];
  one.add(one.counter(ssn), 5);
  two.add(two.counter(name), 7);
  two.add(two.counter(ssn), 1);
  one.merge(structuredClone(two.rows()));
  expect(one.rows().map(({ kind, count }) => [kind, count])).toEqual([
    ["family-name", 7],
    ["ssn", 6],
  ]);
});

test("more counters than the first table holds keep their tallies", () => {
  const counts = createCounts();
  for (let i = 0; i < 200; i++) counts.add(counts.counter({ ...ssn, slot: `col_${i}` }), i);
  expect(counts.rows().reduce((sum, { count }) => sum + count, 0)).toBe(19900);
});

test("counts from 1 to 10 are not published", () => {
  expect([0, 1, 10, 11, 12].map(publishable)).toEqual([0, "<11", "<11", 11, 12]);
});
