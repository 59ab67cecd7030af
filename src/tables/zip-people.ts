import { statePopulations, zipPeople } from "./generated/zip-people.ts";

/** The groups that a ZIP code's people are counted in; Hispanic people of any race are a group of their own. */
export const zipGroups = ["white", "black", "asian", "native", "hispanic"] as const;

const width = zipGroups.length + 1;

/** Of the ZIP code in a row of `zipPlaces`: running totals of the shares of `zipGroups`. Their sum is near 1. */
export function zipGroupTotals(row: number): Float64Array {
  let total = 0;
  return Float64Array.from(zipGroups, (_, group) => {
    const root = valueAt(row * width + group) / 90;
    total += root * root;
    return total;
  });
}

/** Income a head in a row of `zipPlaces`, in thousands of dollars a year. */
export const zipIncome = (row: number): number => valueAt(row * width + zipGroups.length);

const valueAt = (at: number): number => zipPeople.charCodeAt(at) - 35;

let byState: ReadonlyMap<string, number> | undefined;

/** People of a state or DC in thousands, 2019; 0 for another place. */
export function statePopulation(state: string): number {
  byState ??= new Map(statePopulations.split(";").map((row) => [row.slice(0, 2), Number(row.slice(3))]));
  return byState.get(state) ?? 0;
}
