import { expect, test } from "vitest";
import { in1 } from "../../src/formats/hl7v2/segments/patient.ts";
import { csvEncoder } from "../../src/generate/encode/csv.ts";
import { ndjsonEncoder } from "../../src/generate/encode/ndjson.ts";
import { createDeidentifier } from "../../src/index.ts";
import { scrubjayLayout } from "../../src/layouts/scrubjay.ts";
import type { PatientRecord } from "../../src/record/record.ts";
import { bundleOf, tinyRecords } from "../formats/fhir/support.ts";

// Whoever insures a patient is a relative: 45 CFR 164.514(b)(2)(i) names relatives too.

const planted = { given: "Zephyrine", family: "Quillfeather" };
const birthDate = "1971-07-19";
const { records, shared } = tinyRecords(60);

/** The record with another subscriber's name and birth date, and the same name of the contact that it is. */
function withPlanted(record: PatientRecord): PatientRecord {
  const id = record.coverages.find(({ subscriber }) => subscriber)!.subscriber!.patientId;
  return {
    ...record,
    contacts: record.contacts.map((contact) => (contact.samePatientId === id ? { ...contact, name: planted } : contact)),
    coverages: record.coverages.map(({ subscriber, ...coverage }) =>
      subscriber ? { ...coverage, subscriber: { ...subscriber, name: planted, birthDate } } : coverage,
    ),
  };
}

const insured = records.filter(({ coverages }) => coverages.some(({ subscriber }) => subscriber)).map(withPlanted);
const table = scrubjayLayout.tables.find(({ name }) => name === "coverages")!;
const tableAs = ({ open, rows }: Pick<typeof csvEncoder | typeof ndjsonEncoder, "open" | "rows">): string =>
  (open([table])[0]?.text ?? "") + insured.map((record) => rows(table, table.patientRows(record)).text).join("");

const inputs = {
  csv: ["delimited", tableAs(csvEncoder)],
  ndjson: ["ndjson", tableAs(ndjsonEncoder)],
  fhir: ["ndjson", insured.map((record) => `${JSON.stringify(bundleOf({ ...record, notes: [], reports: [] }, shared))}\n`).join("")],
} as const;

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

for (const policy of ["safe-harbor", "limited-data-set", "expert-determination"]) {
  test.each(Object.entries(inputs))(`through whom somebody is insured is gone from %s under ${policy}`, async (_, [format, text]) => {
    expect(insured.length).toBeGreaterThan(2);
    for (const word of [...Object.values(planted), birthDate]) expect(text).toContain(word);
    const { through } = await createDeidentifier({ asOf: "2026-03-31", policy });
    let out = "";
    for await (const part of through({ format, name: "coverages" })(once(text))) out += part;
    for (const word of Object.values(planted)) expect(out).not.toContain(word);
    // A limited data set may keep dates (164.514(e)(2)).
    expect(out.includes(birthDate)).toBe(policy === "limited-data-set");
    expect(out).toMatch(/child|spouse/);
  });

  test(`nor are they left in a message that was pasted into a note, under ${policy}`, async () => {
    const { patient, coverages } = insured[0]!;
    const message = in1(coverages.find(({ subscriber }) => subscriber)!, patient, 1);
    expect(message).toContain("Quillfeather^Zephyrine^^^^^L|");
    const { text } = await createDeidentifier({ asOf: "2026-03-31", policy });
    const out = await text(`Registration copied here:\n${message}\n`);
    for (const word of Object.values(planted)) expect(out).not.toContain(word);
    expect(out.includes("19710719")).toBe(policy === "limited-data-set");
  });
}
