import { expect, test } from "vitest";
import { compareProfiles } from "../../src/generate/compare-profiles.ts";
import { loadProfile } from "../../src/generate/load-profile.ts";
import { tiny } from "./shipped.ts";

const options = { seed: 5, asOf: tiny.reference, patients: 60 };

test("a profile is as itself", () => {
  expect(compareProfiles(tiny, tiny, options)).toEqual({ declared: [], patients: 60, changed: 0, tables: [] });
});

test("a condition that nothing depends on touches those who have it, and nothing else of them", () => {
  const leaf = loadProfile(
    "profile: leaf\nextends: tiny\nconditions:\n  psoriasis: { code: L40.9, display: 'Psoriasis, unspecified', earliest: 20, percent: [[20, 10], [70, 30]] }\n",
    "leaf",
  );
  const { declared, changed, tables } = compareProfiles(tiny, leaf, options);
  expect(declared).toEqual(["conditions.psoriasis"]);
  expect(changed).toBeGreaterThan(0);
  expect(changed).toBeLessThan(30);
  expect(tables.find(({ table }) => table === "conditions")).toEqual({ table: "conditions", rows: changed, columns: [] });
  expect(tables.map(({ table }) => table)).not.toContain("patients");
});

test("another share of fax numbers changes that column, and the notes that quote it, alone", () => {
  const shy = { ...tiny, identifiers: { ...tiny.identifiers, fax: 0 } };
  const { declared, tables } = compareProfiles(tiny, shy, options);
  expect(declared).toEqual(["identifiers.fax"]);
  const [first, ...rest] = tables;
  expect(first).toEqual({ table: "patients", rows: 0, columns: [{ column: "fax", patients: expect.any(Number) }] });
  expect(rest.map(({ table, rows, columns }) => [table, rows, columns.map(({ column }) => column)])).toEqual([["notes", 0, ["text"]]]);
});
