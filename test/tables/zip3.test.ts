import { expect, test } from "vitest";
import {
  keepsZip3,
  restrictedZip3,
  zip3Population,
  zip3Population2010,
  zip3Prefixes,
  zip3Version,
  zipState,
} from "../../src/tables/zip3.ts";

const of2020 = "036 059 102 202 203 204 205 369 556 692 753 772 821 823 878 879 884 893".split(" ");
const of2000 = "063 790 830 831 890".split(" ");

test("the restricted prefixes follow from the populations of 2020 and of 2010, with those of 2000 besides", () => {
  const few = (population: (zip3: string) => number | undefined): string[] =>
    zip3Prefixes().filter((zip3) => (population(zip3) ?? 20_001) <= 20_000);
  expect(few(zip3Population)).toEqual(of2020);
  expect(few(zip3Population2010)).toEqual(of2020);
  expect([...restrictedZip3()].sort()).toEqual([...of2020, ...of2000].sort());
});

test("a prefix stays only with more than 20,000 people", () => {
  expect([keepsZip3("030"), keepsZip3("036"), keepsZip3("063"), keepsZip3("021")]).toEqual([true, false, false, true]);
  expect(["000", "213", "090", "962", "xyz", ""].map(keepsZip3)).toEqual([false, false, false, false, false, false]);
});

test("the Island Areas have their own counts", () => {
  expect([zip3Population("008"), zip3Population("969"), keepsZip3("008"), keepsZip3("969")]).toEqual([87_146, 201_165, true, true]);
});

test("prefixes add up to the census", () => {
  const total = zip3Prefixes().reduce((sum, zip3) => sum + (zip3Population(zip3) ?? 0), 0);
  // 50 states and DC 331,449,281 (a few live in no ZCTA), Puerto Rico 3,285,874, Virgin Islands, Guam and the Marianas 288,311.
  expect(total / (331_449_281 + 3_285_874 + 288_311)).toBeCloseTo(1, 2);
});

test("a prefix tells its state", () => {
  expect(["021", "100", "606", "900", "006", "205", "969", "008", "000", "090"].map(zipState)).toEqual([
    "MA",
    "NY",
    "IL",
    "CA",
    "PR",
    "DC",
    "GU",
    "VI",
    undefined,
    undefined,
  ]);
  expect(zip3Prefixes().filter((zip3) => zipState(zip3) === "MA" && /^0(1\d|2[0-7])$/.test(zip3))).toHaveLength(18);
});

test("the facts say their version", () => {
  expect(zip3Version).toMatch(/2020 Census/);
});
