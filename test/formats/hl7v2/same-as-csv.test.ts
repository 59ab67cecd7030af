import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { createFeed } from "../../../src/formats/hl7v2/index.ts";
import { csvEncoder } from "../../../src/generate/encode/csv.ts";
import { loadProfile } from "../../../src/generate/load-profile.ts";
import { createPopulation } from "../../../src/generate/population.ts";
import { scrubjayLayout } from "../../../src/layouts/scrubjay.ts";
import type { PatientRecord, SharedRecords } from "../../../src/record/record.ts";
import { profileText } from "../../generate/shipped.ts";
import { fullRecord, fullShared } from "../../support/full-record.ts";
import { type Read, read } from "./support.ts";

type Row = Readonly<Record<string, string>>;

/** The tables of some records, as a CSV parser reads what was written. */
function tablesOf(shared: SharedRecords, records: readonly PatientRecord[]): (name: string) => Row[] {
  const texts = new Map(csvEncoder.open(scrubjayLayout.tables).map(({ file, text }) => [file, text]));
  for (const table of scrubjayLayout.tables) {
    for (const rows of [table.sharedRows(shared), ...records.map((record) => table.patientRows(record))]) {
      const { file, text } = csvEncoder.rows(table, rows);
      texts.set(file, texts.get(file)! + text);
    }
  }
  return (name) => parse(texts.get(`${name}.csv`)!, { columns: true });
}

const generated = ["tiny", "edge-cases", "dirty-data"].map((name) => {
  const loaded = loadProfile(profileText(name), name, profileText);
  // A visit that ends before it starts is told in the order of its times.
  const population = createPopulation(
    { ...loaded, quality: { ...loaded.quality, contradictions: 0 } },
    { seed: "same", asOf: "2026-03-31" },
  );
  return [`of ${name}`, population.shared, Array.from({ length: 10 }, (_, index) => population.patient(index))] as const;
});

test.each([...generated, ["written by hand", fullShared, [fullRecord]] as const])(
  "messages say of records %s what the tables say",
  (_, shared, records) => {
    const table = tablesOf(shared, records);
    const feed = createFeed(shared, { profile: "tiny", digest: "0", seed: "same" }, "2026-03-31");
    const messages = records.flatMap((record) => feed.of(record).map(({ text }) => read(text)));
    const of = (...types: string[]) => messages.filter(({ type }) => types.includes(type));
    // The parser leaves out a time of midnight and seconds that are zero.
    const ts = (time: string | undefined): string => (time ?? "").replace(/[-:T]/g, "").replace(/^(.{8})000000$|^(.{12})00$/, "$1$2");
    const digits = (phone: string | undefined): string => (phone ?? "").replace(/\D/g, "");
    const patientOf = (message: Read): string => message.value("PID", 3, 1, 0, 1);

    // Who is told of only in a table has nothing that a message would tell.
    const known = new Set(of("ADT^A28").map(patientOf));
    const withMessages = (name: string): Row[] => table(name).filter((row) => known.has(row.patient_id!));
    expect(
      of("ADT^A28").map((message) => [
        patientOf(message),
        message.value("PID", 3),
        ...[2, 3, 1, 4].map((component) => message.value("PID", 5, component)),
        message.value("PID", 7),
        message.value("PID", 8),
        // The address is today's in the last message.
        ...[1, 3, 9, 4, 5].map((component) =>
          messages.findLast((other) => patientOf(other) === patientOf(message))!.value("PID", 11, component),
        ),
        digits(message.value("PID", 13)),
        message.value("PID", 19),
        message.value("PID", 22) === "H",
        message.value("PID", 23),
      ]),
    ).toEqual(
      withMessages("patients").map((row) => [
        row.patient_id,
        row.mrn,
        row.given_name,
        row.middle_name,
        row.family_name,
        row.name_suffix,
        ts(row.birth_date),
        row.sex === "female" ? "F" : "M",
        row.street,
        row.city,
        row.county,
        row.state,
        row.zip,
        digits(row.phone),
        row.ssn,
        row.hispanic === "true",
        row.birth_place,
      ]),
    );

    const closed = of("ADT^A03", "ADT^A08").filter((message) => message.value("PV1", 50) !== "");
    const npiOf = new Map(table("providers").map((row) => [row.provider_id, row.npi]));
    const nameOf = new Map(table("facilities").map((row) => [row.facility_id, row.name]));
    const byStart = (rows: Row[]): Row[] => rows.toSorted((a, b) => (a.end_time! < b.end_time! ? -1 : 1));
    for (const { patient_id } of table("patients")) {
      expect(
        closed
          .filter((message) => patientOf(message) === patient_id)
          .map((message) => [
            message.value("PV1", 50),
            message.value("PV1", 19),
            message.value("PV1", 44),
            message.value("PV1", 45),
            message.value("PV1", 7),
            message.value("PV1", 3, 4),
            message.value("PV2", 3),
          ]),
      ).toEqual(
        byStart(table("encounters").filter((row) => row.patient_id === patient_id)).map((row) => [
          row.encounter_id,
          row.visit_number,
          ts(row.start_time),
          ts(row.end_time),
          npiOf.get(row.provider_id!),
          nameOf.get(row.facility_id!),
          row.reason_code,
        ]),
      );
    }

    const sorted = (rows: (string | undefined)[][]): string[] => rows.map((row) => row.join(" | ")).sort();
    const segments = (message: Read, name: string) => Array.from({ length: message.count(name) }, (_, nth) => nth);
    expect(
      sorted(
        of("ORU^R01").flatMap((message) =>
          segments(message, "OBX")
            .filter((nth) => message.value("OBX", 2, 1, nth) !== "FT")
            .map((nth) => [
              patientOf(message),
              message.value("OBX", 3, 1, nth),
              message.value("OBX", 14, 1, nth),
              message.value("OBX", 5, message.value("OBX", 2, 1, nth) === "CWE" ? 2 : 1, nth),
              message.value("OBX", 6, 1, nth),
            ]),
        ),
      ),
    ).toEqual(
      sorted(table("observations").map((row) => [row.patient_id, row.loinc, ts(row.observed_time), row.value || row.answer, row.unit])),
    );

    expect(
      sorted(
        closed.flatMap((message) =>
          segments(message, "DG1")
            .filter((nth) => message.value("DG1", 6, 1, nth) === "F")
            .map((nth) => [
              message.value("DG1", 20, 1, nth),
              message.value("DG1", 3, 1, nth),
              message.value("DG1", 3, 2, nth),
              message.value("DG1", 5, 1, nth),
            ]),
        ),
      ),
    ).toEqual(
      sorted(
        table("conditions")
          .filter((row) => row.encounter_id)
          .map((row) => [row.condition_id, row.code, row.description, ts(row.onset_date)]),
      ),
    );

    expect(sorted(of("MDM^T02").map((message) => [patientOf(message), message.value("TXA", 4), message.value("OBX", 5)]))).toEqual(
      sorted(table("notes").map((row) => [row.patient_id, ts(row.written_time), row.text])),
    );
    expect(
      sorted(
        of("VXU^V04").flatMap((message) =>
          segments(message, "RXA").map((nth) => [patientOf(message), message.value("RXA", 5, 1, nth), message.value("RXA", 3, 1, nth)]),
        ),
      ),
    ).toEqual(sorted(table("immunizations").map((row) => [row.patient_id, row.cvx, ts(row.given_time)])));
    expect(sorted(of("SIU^S12").map((message) => [message.value("SCH", 1), message.value("TQ1", 7), message.value("AIS", 3)]))).toEqual(
      sorted(table("appointments").map((row) => [row.appointment_id, ts(row.start_time), row.reason_code])),
    );

    const added = of("ADT^A28");
    const told = withMessages;
    expect(
      sorted(
        added.flatMap((message) =>
          segments(message, "NK1").map((nth) => [
            patientOf(message),
            message.value("NK1", 33, 1, nth),
            digits(message.value("NK1", 5, 1, nth) || message.value("NK1", 5, 12, nth)),
          ]),
        ),
      ),
    ).toEqual(sorted(told("contacts").map((row) => [row.patient_id, row.contact_id, digits(row.phone)])));
    const distinct = (rows: string[]): string[] => [...new Set(rows)];
    expect(
      distinct(
        sorted(
          messages.flatMap((message) =>
            segments(message, "IN1").map((nth) => [
              patientOf(message),
              message.value("IN1", 4, 1, nth),
              message.value("IN1", 12, 1, nth),
              message.value("IN1", 36, 1, nth),
              message.value("IN1", 16, 2, nth),
              message.value("IN1", 17, 1, nth),
              message.value("IN1", 18, 1, nth),
              message.value("IN1", 43, 1, nth),
            ]),
          ),
        ),
      ),
    ).toEqual(
      distinct(
        sorted(
          told("coverages").map((row) => {
            const patient = table("patients").find(({ patient_id }) => patient_id === row.patient_id)!;
            const isSelf = row.relationship === "self";
            return [
              row.patient_id,
              row.payer,
              ts(row.start_date),
              row.mbi || row.medicaid_id || row.member_id,
              isSelf ? patient.given_name : row.subscriber_name?.split(" ")[0],
              { self: "SEL", spouse: "SPO", child: "PAR" }[row.relationship!],
              ts(isSelf ? patient.birth_date : row.subscriber_birth_date),
              (isSelf ? patient.sex : row.subscriber_sex)?.slice(0, 1).toUpperCase(),
            ];
          }),
        ),
      ),
    );
    expect(
      distinct(
        sorted(
          messages.flatMap((message) =>
            segments(message, "AL1").map((nth) => [patientOf(message), message.value("AL1", 3, 1, nth), message.value("AL1", 6, 1, nth)]),
          ),
        ),
      ),
    ).toEqual(
      // Those who came after it began.
      distinct(
        sorted(
          told("allergies")
            .filter((row) =>
              messages.some(
                (message) =>
                  patientOf(message) === row.patient_id &&
                  ["ADT^A28", "ADT^A04", "ADT^A01"].includes(message.type) &&
                  message.value("EVN", 6).slice(0, 8) >= ts(row.onset_date),
              ),
            )
            .map((row) => [row.patient_id, row.code, ts(row.onset_date)]),
        ),
      ),
    );
    expect(
      sorted(
        closed.flatMap((message) =>
          segments(message, "PR1").map((nth) => [
            message.value("PR1", 19, 1, nth),
            message.value("PR1", 3, 1, nth),
            message.value("PR1", 5, 1, nth),
          ]),
        ),
      ),
    ).toEqual(sorted(table("procedures").map((row) => [row.procedure_id, row.code, ts(row.start_time)])));
    for (const [types, status] of [
      [["SIU^S15"], "cancelled"],
      [["SIU^S26"], "no-show"],
    ] as const)
      expect(
        of(...types)
          .map((message) => message.value("SCH", 1))
          .toSorted(),
      ).toEqual(
        table("appointments")
          .filter((row) => row.status === status)
          .map((row) => row.appointment_id!)
          .toSorted(),
      );
    expect(
      sorted(
        added.flatMap((message) =>
          [1, 2, 3, 4].flatMap((nth) =>
            message.value("PID", 5, 7, 0, nth) === ""
              ? []
              : [[patientOf(message), message.value("PID", 5, 2, 0, nth), message.value("PID", 5, 1, 0, nth)]],
          ),
        ),
      ),
    ).toEqual(sorted(told("other_names").map((row) => [row.patient_id, row.given_name, row.family_name])));
    expect(sorted(added.map((message) => [patientOf(message), message.value("PD1", 12)]))).toEqual(
      sorted(told("patients").map((row) => [row.patient_id, row.restriction === "" ? "" : "Y"])),
    );
    for (const row of told("patients").filter(({ deceased_time }) => deceased_time !== "")) {
      const last = messages.findLast((message) => patientOf(message) === row.patient_id && message.value("PID", 30) === "Y")!;
      expect(last.value("PID", 29)).toBe(ts(row.deceased_time));
    }
  },
);
