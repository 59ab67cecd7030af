import { expect, test } from "vitest";
import { oldestAge, yearlyDeathChance } from "../../src/tables/mortality.ts";
import { zipPlaces } from "../../src/tables/places.ts";
import { zipGroupTotals, zipIncome } from "../../src/tables/zip-people.ts";

test("the life table gives the years at birth that the SSA's table of 2019 gives", () => {
  const yearsAtBirth = (sex: "female" | "male"): number => {
    let alive = 1;
    let years = 0;
    for (let age = 0; age <= oldestAge; age++) {
      const dies = yearlyDeathChance(sex, age);
      years += alive * (1 - dies / 2);
      alive *= 1 - dies;
    }
    return years;
  };
  // SSA period life table 2019: 76.23 and 81.28.
  expect(yearsAtBirth("male")).toBeCloseTo(76.23, 0);
  expect(yearsAtBirth("female")).toBeCloseTo(81.28, 0);
});

test("a state's ZIP codes together have the state's shares of 2019", () => {
  const table = zipPlaces();
  const shares = (state: string): number[] => {
    const sums = [0, 0, 0, 0, 0];
    table.state.forEach((of, row) => {
      if (of !== state) return;
      const totals = zipGroupTotals(row);
      totals.forEach((upTo, group) => {
        sums[group]! += ((upTo - (totals[group - 1] ?? 0)) / totals[4]!) * table.population[row]!;
      });
    });
    const all = sums.reduce((a, b) => a + b, 0);
    return sums.map((sum) => sum / all);
  };
  // Census Bureau estimates of 1 July 2019: white, black, Asian, native, Hispanic.
  for (const [state, expected] of [
    ["CA", [0.379, 0.062, 0.16, 0.005, 0.394]],
    ["AL", [0.662, 0.27, 0.016, 0.006, 0.046]],
  ] as const)
    shares(state).forEach((share, group) => {
      expect(Math.abs(share - expected[group]!)).toBeLessThan(0.01);
    });
});

test("neighbourhoods differ in origin and income", () => {
  const { zip } = zipPlaces();
  const share = (row: number, group: number): number => {
    const totals = zipGroupTotals(row);
    return (totals[group]! - (totals[group - 1] ?? 0)) / totals[4]!;
  };
  // South Bronx and the Upper East Side.
  const [bronx, manhattan] = [zip.indexOf("10454"), zip.indexOf("10021")];
  expect([share(bronx, 4) > 0.6, share(manhattan, 4) < 0.12]).toEqual([true, true]);
  expect(zipIncome(manhattan)).toBeGreaterThan(4 * zipIncome(bronx));
});
