import type { CellValue, Table } from "../layouts/layout.ts";
import { scrubjayLayout } from "../layouts/scrubjay.ts";
import { createPopulation, type PopulationOptions } from "./population.ts";
import type { Profile } from "./profile.ts";

/** What is otherwise in the records of the same patients under another profile. */
export interface ProfileComparison {
  /** The keys that the profiles declare otherwise: `people.ages`, `conditions.asthma`. */
  readonly declared: readonly string[];
  readonly patients: number;
  /** Of how many patients anything is otherwise. */
  readonly changed: number;
  /** In the order of the tables: of how many patients rows came or went, and cells of rows that stayed changed. */
  readonly tables: readonly TableDifference[];
}

export interface TableDifference {
  readonly table: string;
  /** Patients with a row that the other profile does not give them. A shared table counts as one patient. */
  readonly rows: number;
  readonly columns: readonly { readonly column: string; readonly patients: number }[];
}

/** Draws the same patients from two profiles and compares them table by table. */
export function compareProfiles(a: Profile, b: Profile, options: PopulationOptions & { readonly patients: number }): ProfileComparison {
  const [one, other] = [createPopulation(a, options), createPopulation(b, options)];
  const differences = scrubjayLayout.tables.map((table: Table) => ({ table, rows: 0, columns: table.columns.map(() => 0) }));
  for (const difference of differences) {
    count(difference, difference.table.sharedRows(one.shared), difference.table.sharedRows(other.shared));
  }
  let changed = 0;
  for (let index = 0; index < options.patients; index++) {
    const [was, is] = [one.patient(index), other.patient(index)];
    let isChanged = false;
    for (const difference of differences) {
      if (count(difference, difference.table.patientRows(was), difference.table.patientRows(is))) isChanged = true;
    }
    if (isChanged) changed++;
  }
  return {
    declared: keysThatDiffer(a, b),
    patients: options.patients,
    changed,
    tables: differences.flatMap(({ table, rows, columns }) => {
      const named = columns.flatMap((patients, i) => (patients === 0 ? [] : [{ column: table.columns[i]!.name, patients }]));
      return rows === 0 && named.length === 0 ? [] : [{ table: table.name, rows, columns: named }];
    }),
  };
}

type Rows = readonly (readonly CellValue[])[];

/** Rows are matched by their keys, or by their order where they have none. */
function count(into: { readonly table: Table; rows: number; readonly columns: number[] }, was: Rows, is: Rows): boolean {
  const keyAt = into.table.columns.findIndex(({ name }) => name === into.table.primaryKey);
  const keyOf = (row: readonly CellValue[], i: number): CellValue => (keyAt < 0 ? i : row[keyAt]!);
  const before = new Map(was.map((row, i) => [keyOf(row, i), row]));
  const touched = new Set<number>();
  let isOther = was.length !== is.length;
  is.forEach((row, i) => {
    const match = before.get(keyOf(row, i));
    if (!match) isOther = true;
    else
      row.forEach((cell, c) => {
        if (cell !== match[c]) touched.add(c);
      });
  });
  if (isOther) into.rows++;
  for (const c of touched) into.columns[c]!++;
  return isOther || touched.size > 0;
}

function keysThatDiffer(a: Profile, b: Profile): string[] {
  const isMap = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
  const differing = (x: unknown, y: unknown, path: readonly string[]): string[] => {
    if (JSON.stringify(x) === JSON.stringify(y)) return [];
    if (path.length === 2 || !isMap(x) || !isMap(y)) return [path.join(".")];
    return [...new Set([...Object.keys(x), ...Object.keys(y)])].flatMap((key) => differing(x[key], y[key], [...path, key]));
  };
  return differing(a, b, []).filter((path) => path !== "profile" && path !== "title");
}
