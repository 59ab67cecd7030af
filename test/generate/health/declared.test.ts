import { expect, test } from "vitest";
import { createHealth } from "../../../src/generate/health/create-health.ts";
import type { HealthSections } from "../../../src/generate/health/variables.ts";
import { createStream } from "../../../src/random/stream.ts";
import { body, bornAgo, correlation, people, quantile, rankCorrelation, reference, share } from "./kit.ts";

const count = 50_000;

const sections: HealthSections = {
  conditions: {
    first: { code: "A01", display: "First", percent: 12 },
    second: { code: "A02", display: "Second", percent: { female: 30, male: 6 }, odds: { first: 4 } },
    third: { code: "A03", display: "Third", percent: 20, odds: { first: 0.4, second: 2.5 } },
    factor: { percent: 40 },
    rare: { code: "A04", display: "Rare", percent: 1.5, odds: { factor: 8 } },
  },
};

function oddsRatio(list: readonly { has(name: string, day: number): boolean }[], a: string, b: string): number {
  const n = (x: boolean, y: boolean): number => list.filter((one) => one.has(a, reference) === x && one.has(b, reference) === y).length;
  return (n(true, true) * n(false, false)) / (n(true, false) * n(false, true));
}

test.each(["female", "male"] as const)("declared percentages and odds ratios come out together in 50,000 draws: %s", (sex) => {
  const list = people(sections, sex, [40, 60], count);
  const percentOf = (name: string): number => 100 * share(list, (one) => one.has(name, reference));
  // Four standard errors.
  expect(Math.abs(percentOf("first") - 12)).toBeLessThan(0.6);
  expect(Math.abs(percentOf("second") - (sex === "female" ? 30 : 6))).toBeLessThan(0.85);
  expect(Math.abs(percentOf("third") - 20)).toBeLessThan(0.75);
  expect(Math.abs(percentOf("rare") - 1.5)).toBeLessThan(0.25);
  for (const [a, b, declared] of [
    ["second", "first", 4],
    ["third", "first", 0.4],
    ["third", "second", 2.5],
    ["rare", "factor", 8],
  ] as const) {
    expect(Math.abs(Math.log(oddsRatio(list, a, b) / declared))).toBeLessThan(0.2);
  }
});

test("a factor without a code is not recorded", () => {
  expect(people(sections, "female", [40, 60], 50).flatMap(({ conditions }) => conditions.map(({ name }) => name))).not.toContain("factor");
});

test("percentages come out at every age, between points by straight lines", () => {
  const curve: HealthSections = {
    conditions: {
      a: {
        code: "A01",
        display: "A",
        earliest: 20,
        percent: {
          female: [
            [30, 10],
            [60, 40],
            [80, 20],
          ],
          male: 5,
        },
      },
    },
  };
  for (const [ages, expected] of [
    [[5, 20], 0],
    [[24.5, 25.5], 5],
    [[29.5, 30.5], 10],
    [[44.5, 45.5], 25],
    [[69.5, 70.5], 30],
    [[90, 95], 20],
  ] as const) {
    expect(Math.abs(100 * share(people(curve, "female", ages, 10_000), (one) => one.has("a", reference)) - expected)).toBeLessThan(2);
  }
});

const labs: HealthSections = {
  conditions: { ill: { code: "A01", display: "Ill", percent: 25 } },
  treatments: { pill: { for: ["ill"], among: "ill", percent: 60 } },
  measures: {
    one: {
      code: "1-8",
      display: "One",
      category: "laboratory",
      decimals: 3,
      marginal: { normal: { mean: 100, sd: 10 } },
      persistence: 0.6,
    },
    two: {
      code: "2-6",
      display: "Two",
      category: "laboratory",
      decimals: 3,
      marginal: { lognormal: { median: 50, sigma: 0.4 } },
      correlates: { one: 0.5 },
      persistence: 0.8,
    },
    three: { code: "3-4", display: "Three", category: "laboratory", decimals: 4, marginal: { gamma: { shape: 3, scale: 2 } } },
    four: { code: "4-2", display: "Four", category: "laboratory", decimals: 4, marginal: { beta: { a: 2, b: 5, low: 10, high: 30 } } },
    five: {
      code: "5-9",
      display: "Five",
      category: "laboratory",
      decimals: 3,
      marginal: {
        mixture: [
          { share: 0.7, normal: { mean: 0, sd: 1 } },
          { share: 0.3, normal: { mean: 10, sd: 1 } },
        ],
      },
    },
    six: {
      code: "6-7",
      display: "Six",
      category: "laboratory",
      decimals: 3,
      marginal: { normal: { mean: 0, sd: 1 } },
      effects: [{ of: "ill", sd: 1.5 }],
    },
    seven: {
      code: "7-5",
      display: "Seven",
      category: "laboratory",
      decimals: 3,
      marginal: { normal: { mean: 0, sd: 1 } },
      effects: [{ of: "pill", units: -5 }],
    },
    eight: {
      code: "8-3",
      display: "Eight",
      category: "laboratory",
      decimals: 3,
      marginal: { normal: { mean: 0, sd: 1 } },
      missing: { share: 0.2, slope: 1.5 },
    },
    nine: {
      code: "9-1",
      display: "Nine",
      category: "laboratory",
      decimals: 3,
      by: { condition: "ill", with: { normal: { mean: 9, sd: 1 } }, without: { normal: { mean: 5, sd: 1 } } },
    },
  },
};

const names = Object.keys(labs.measures!);
const root = createStream("visits");
const measured = people(labs, "male", [50, 51], 20_000).map((one, i) => ({
  one,
  values: new Map(one.measure(reference, names, root.fork(i)).map(({ name, value }) => [name, value!])),
  again: new Map(one.measure(reference + 400, names, root.fork(i).fork("later")).map(({ name, value }) => [name, value!])),
}));
const valuesOf = (name: string): number[] => measured.flatMap(({ values }) => (values.has(name) ? [values.get(name)!] : []));

test("normal, lognormal, gamma, beta and mixture have their quantiles in 20,000 draws", () => {
  // From R's qnorm, qlnorm, qgamma and qbeta.
  for (const [name, level, expected, tolerance] of [
    ["one", 0.05, 83.55, 0.5],
    ["one", 0.95, 116.45, 0.5],
    ["two", 0.5, 50, 0.6],
    ["two", 0.9, 83.48, 1.5],
    ["three", 0.1, 2.204, 0.08],
    ["three", 0.5, 5.348, 0.1],
    ["three", 0.95, 12.592, 0.35],
    ["four", 0.25, 13.223, 0.12],
    ["four", 0.5, 15.289, 0.12],
    ["four", 0.9, 20.206, 0.2],
    ["five", 0.35, 0, 0.06],
    ["five", 0.85, 10, 0.08],
  ] as const) {
    expect(Math.abs(quantile(valuesOf(name), level) - expected)).toBeLessThan(tolerance);
  }
});

test("a declared rank correlation is that of two values of one day", () => {
  const pairs = measured.map(({ values }) => [values.get("one")!, values.get("two")!] as const);
  expect(Math.abs(rankCorrelation(pairs) - 0.5)).toBeLessThan(0.025);
});

test("persistence is the correlation between two days of one person, a year apart", () => {
  const over = (name: string): number => correlation(measured.map(({ values, again }) => [values.get(name)!, again.get(name)!]));
  expect(Math.abs(over("one") - 0.6)).toBeLessThan(0.03);
  expect(over("three")).toBe(1);
});

test("from one week to the next most of what changes over months is still the same", () => {
  const pairs = measured.slice(0, 4000).map(({ one, values }, i) => {
    const week = one.measure(reference + 7, ["one"], createStream("week").fork(i))[0]!.value!;
    return [values.get("one")!, week] as const;
  });
  expect(correlation(pairs)).toBeGreaterThan(0.85);
});

test("an effect in standard deviations moves those who have it and leaves the whole as declared", () => {
  const six = valuesOf("six");
  const mean = six.reduce((sum, value) => sum + value, 0) / six.length;
  expect(Math.abs(mean)).toBeLessThan(0.03);
  expect(Math.abs(quantile(six, 0.841) - quantile(six, 0.5))).toBeGreaterThan(0.9);
  const of = (is: boolean): number[] =>
    measured.filter(({ one }) => one.has("ill", reference) === is).map(({ values }) => values.get("six")!);
  expect(quantile(of(true), 0.5) - quantile(of(false), 0.5)).toBeGreaterThan(1);
});

test("an effect in units is added to the value of those who take it", () => {
  const of = (is: boolean): number[] =>
    measured.filter(({ one }) => one.takes(reference).some(({ name }) => name === "pill") === is).map(({ values }) => values.get("seven")!);
  expect(Math.abs(quantile(of(true), 0.5) + 5)).toBeLessThan(0.1);
  expect(Math.abs(quantile(of(false), 0.5))).toBeLessThan(0.05);
});

test("the share that is missing comes out, and high values are missing oftener under a slope", () => {
  expect(Math.abs(1 - valuesOf("eight").length / measured.length - 0.2)).toBeLessThan(0.012);
  expect(quantile(valuesOf("eight"), 0.5)).toBeLessThan(-0.15);
});

test("who has a condition is measured by its distribution from the onset on", () => {
  for (const { one, values } of measured.slice(0, 2000)) {
    const value = values.get("nine")!;
    expect(one.has("ill", reference) ? value > 4 : value < 10).toBe(true);
  }
  expect(Math.abs(share(measured, ({ values }) => values.get("nine")! > 7) - 0.25)).toBeLessThan(0.035);
});

test("a treatment among a condition is taken by its share of those, for it and not before it", () => {
  const ill = measured.filter(({ one }) => one.has("ill", reference));
  expect(Math.abs(share(ill, ({ one }) => one.takes(reference).length > 0) - 0.6)).toBeLessThan(0.03);
  for (const { one } of measured.slice(0, 3000)) {
    for (const { for: reason, since } of one.takes(reference)) {
      expect(reason).toBe("ill");
      expect(since >= one.conditions[0]!.onset).toBe(true);
    }
  }
});

test("what leads to one condition can lead to another through a third", () => {
  const chain: HealthSections = {
    conditions: {
      a: { code: "A01", display: "A", percent: 30 },
      b: { code: "A02", display: "B", percent: 30, odds: { a: 10 } },
      c: { code: "A03", display: "C", percent: 30, odds: { b: 10 } },
    },
  };
  expect(oddsRatio(people(chain, "female", [40, 41], 10_000), "a", "c")).toBeGreaterThan(1.5);
});

test("needs, earliest and a rule hold always", () => {
  const own: HealthSections = {
    conditions: {
      hers: { code: "A01", display: "Hers", percent: 50, needs: "female" },
      late: { code: "A02", display: "Late", percent: 80, earliest: 60 },
      high: { code: "A03", display: "High", when: { any: [{ measure: "level", from: 12 }] }, earliest: 18 },
      both: { code: "A04", display: "Both", when: { all: [{ measure: "level", from: 11 }, { lacks: "late" }] }, lasts: "while" },
    },
    measures: {
      level: {
        marginal: {
          normal: {
            mean: [
              [0, 8],
              [80, 12],
            ],
            sd: 2,
          },
        },
      },
    },
  };
  const list = people(own, "male", [0, 100], 3000);
  let seen = 0;
  list.forEach((one, i) => {
    const birth = bornAgo((100 * (i + 0.5)) / 3000);
    expect(one.conditions.some(({ name }) => name === "hers")).toBe(false);
    for (const { name, onset } of one.conditions) {
      if (name === "late") expect((onset - birth) / 365.2425).toBeGreaterThanOrEqual(60);
      if (name === "high") {
        seen++;
        expect(one.usual("level", onset + 1)!).toBeGreaterThanOrEqual(11.99);
        expect((onset - birth) / 365.2425).toBeGreaterThanOrEqual(18);
      }
    }
    expect(one.has("both", reference)).toBe(one.usual("level", reference)! >= 11 && !one.has("late", reference));
  });
  expect(seen).toBeGreaterThan(300);
});

test("correlations that cannot hold together are moved, not refused", () => {
  const torn: HealthSections = {
    measures: {
      a: { marginal: { normal: { mean: 0, sd: 1 } } },
      b: { marginal: { normal: { mean: 0, sd: 1 } }, correlates: { a: 0.9 } },
      c: {
        code: "1-8",
        display: "C",
        category: "laboratory",
        decimals: 4,
        marginal: { normal: { mean: 0, sd: 1 } },
        correlates: { a: 0.9, b: -0.9 },
      },
    },
  };
  const values = people(torn, "male", [30, 31], 4000).map((one) => [one.usual("a", reference)!, one.usual("c", reference)!] as const);
  expect(values.every(([, c]) => Number.isFinite(c))).toBe(true);
});

test("without a section there is nothing, and no error", () => {
  const one = createHealth({}, reference).of(body("female", 50), createStream("x"));
  expect([
    one.conditions,
    one.allergies,
    one.familyHistory,
    one.takes(reference),
    one.measure(reference, ["a"], createStream("v")),
  ]).toEqual([[], [], [], [], []]);
});
