import { expect, test } from "vitest";
import { binomialTest, chiSquareTest, holm, wilson } from "../../../src/evaluate/population/intervals.ts";

// scipy 1.15: binomtest(k, n).proportion_ci(method="wilson"); twice the smaller tail of binom.cdf and binom.sf.
test("Wilson's interval is scipy's", () => {
  for (const [part, whole, low, high] of [
    [3, 50, 0.020614970348973957, 0.1621709168883817],
    [5000, 100000, 0.04866638929097823, 0.0513681825103465],
    [0, 30, 0, 0.11351339317396875],
    [30, 30, 0.8864866068260312, 1],
  ] as const) {
    expect(wilson(part, whole)![0]).toBeCloseTo(low, 9);
    expect(wilson(part, whole)![1]).toBeCloseTo(high, 9);
  }
  expect(wilson(0, 0)).toBeNull();
});

test("the binomial test is exact, at both ends and among many", () => {
  expect(binomialTest(3, 50, 0.1)).toBeCloseTo(0.500587811906616, 9);
  expect(binomialTest(60, 500, 0.1)).toBeCloseTo(0.16197432445406598, 9);
  expect(binomialTest(5000, 100000, 0.052)).toBeCloseTo(0.0042800955034549655, 9);
  expect(binomialTest(0, 30, 0.2)).toBeCloseTo(0.0024758800785707595, 9);
  expect(binomialTest(30, 30, 0.9)).toBeCloseTo(0.08478231655043247, 9);
  expect(binomialTest(1, 10, 0)).toBe(0);
});

test("Holm's p-values rise in the order of the raw ones and never fall", () => {
  expect(holm([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(6)))).toEqual([0.03, 0.06, 0.06, 0.02]);
  expect(holm([0.9, 0.8])).toEqual([1, 1]);
});

test("the chi-square test is scipy's to the third decimal", () => {
  expect(chiSquareTest(60, 40)).toBeCloseTo(0.02187, 3);
  expect(chiSquareTest(150, 100)).toBeCloseTo(0.000904, 4);
  expect(chiSquareTest(0, 5)).toBe(1);
});
