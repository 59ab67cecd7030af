import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { csvEncoder } from "../../../src/generate/encode/csv.ts";
import { loadProfile } from "../../../src/generate/load-profile.ts";
import { scrubjayLayout } from "../../../src/layouts/scrubjay.ts";
import type { PatientRecord, SharedRecords } from "../../../src/record/record.ts";
import { profileText } from "../../generate/shipped.ts";
import { fullRecord, fullShared } from "../../support/full-record.ts";
import { recordByHand, sharedByHand } from "./by-hand.ts";
import { type Row, readers } from "./read-tables.ts";
import { bulkOf, bundleOf, type Population, recordsOf, tinyRecords } from "./support.ts";

const numbers = new Set(
  ["observations", "claims", "medications", "dispenses"].flatMap((table) =>
    ["value", "reference_low", "reference_high", "total", "paid", "patient_paid", "quantity"].map((column) => `${table}.${column}`),
  ),
);

/** Rows of the CSV files by table, and in each by key. */
function csvOf(records: readonly PatientRecord[], shared: SharedRecords): Map<string, Map<string, Row>> {
  return new Map(
    scrubjayLayout.tables.map((table) => {
      const head = csvEncoder.open([table])[0]!.text;
      const parts = table.isShared ? [table.sharedRows(shared)] : records.map((record) => table.patientRows(record));
      const text = head + parts.map((rows) => csvEncoder.rows(table, rows).text).join("");
      const rows = parse(text, { columns: true }) as Row[];
      return [table.name, new Map(rows.map((row) => [row[table.primaryKey!]!, row]))];
    }),
  );
}

/** `observations 17 value`: what the two say that is not the same, and how many values were compared. */
function compare(csv: ReadonlyMap<string, ReadonlyMap<string, Row>>, read: (table: string) => readonly Row[], isWhole: boolean) {
  const differences: string[] = [];
  let compared = 0;
  for (const [table, rows] of csv) {
    if (!(table in readers)) continue;
    const mine = read(table);
    if (isWhole && mine.length !== rows.size) differences.push(`${table}: ${mine.length} for ${rows.size}`);
    for (const row of mine) {
      const key = Object.values(row)[0]!;
      const theirs = rows.get(key);
      if (!theirs) differences.push(`${table} ${key}: not in the CSV file`);
      for (const [column, value] of Object.entries(row)) {
        const other = theirs?.[column];
        if (other === undefined) continue;
        compared++;
        const isSame =
          numbers.has(`${table}.${column}`) && value !== "" && other !== "" ? Number(value) === Number(other) : value === other;
        if (!isSame) differences.push(`${table} ${key} ${column}: ${value} for ${other}`);
      }
    }
  }
  return { differences, compared };
}

const tiny = tinyRecords(10);
const [edges, dirty] = ["edge-cases", "dirty-data"].map((name) => recordsOf(loadProfile(profileText(name), name, profileText), 12)) as [
  Population,
  Population,
];
const populations: readonly (readonly [string, readonly PatientRecord[], SharedRecords, number])[] = [
  ["a record by hand", [recordByHand], sharedByHand, 400],
  ["another record by hand", [fullRecord], fullShared, 400],
  ["generated records", tiny.records, tiny.shared, 5000],
  ["hard cases", edges.records, edges.shared, 5000],
  ["dirty data", dirty.records, dirty.shared, 5000],
];

test.each(populations)("the files of a bulk export and the CSV files say the same: %s", (_, records, shared, least) => {
  const resources = bulkOf(records, shared);
  const { differences, compared } = compare(csvOf(records, shared), (table) => readers[table]!(resources), true);
  expect(differences).toEqual([]);
  expect(compared).toBeGreaterThan(least);
});

test.each(populations)("a patient's bundle and the patient's rows say the same: %s", (_, records, shared) => {
  for (const record of records) {
    const resources = bundleOf(record, shared).entry.map(({ resource }) => resource);
    const { differences } = compare(csvOf([record], shared), (table) => readers[table]!(resources), false);
    expect(differences).toEqual([]);
  }
});

test("the comparison sees a difference", () => {
  const resources = JSON.parse(JSON.stringify(bulkOf()).replace('"value":141,', '"value":142,'));
  const { differences } = compare(csvOf([recordByHand], sharedByHand), (table) => readers[table]!(resources), true);
  expect(differences).toEqual([expect.stringContaining("value: 142 for 141")]);
});
