import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { createBundleWriter } from "../../src/formats/fhir/write/index.ts";
import { createFeed } from "../../src/formats/hl7v2/index.ts";
import { csvEncoder } from "../../src/generate/encode/csv.ts";
import { loadProfile } from "../../src/generate/load-profile.ts";
import { createPopulation } from "../../src/generate/population.ts";
import { scrubjayLayout } from "../../src/layouts/scrubjay.ts";
import type { PatientRecord } from "../../src/record/record.ts";
import { profileText, withoutCare } from "../generate/shipped.ts";
import { type Read, read } from "./hl7v2/support.ts";

const population = createPopulation(withoutCare(loadProfile(profileText("edge-cases"), "edge-cases", profileText)), {
  seed: "law",
  asOf: "2026-06-30",
});
const records = Array.from({ length: 600 }, (_, index) => population.patient(index));
const { shared } = population;
const bundle = createBundleWriter({ shared, seed: "law", profile: "edge-cases", profileDigest: "0123456789abcdef", asOf: "2026-06-30" });
const feed = createFeed(shared, { profile: "edge-cases", digest: "0", seed: "law" }, "2026-06-30");
type Row = Readonly<Record<string, string>>;

/** The first of those that are, in each format: the rows of a table, the FHIR Patient, the messages. */
function told(is: (record: PatientRecord) => boolean) {
  const record = records.find((each) => is(each) && feed.of(each).length > 0)!;
  const rows = (name: string): Row[] => {
    const table = scrubjayLayout.tables.find((each) => each.name === name)!;
    const cells = table.patientRows(record);
    return cells.length === 0 ? [] : parse(csvEncoder.open([table])[0]!.text + csvEncoder.rows(table, cells).text, { columns: true });
  };
  const { entry } = JSON.parse(bundle(record).text) as { entry: { resource: { resourceType: string } }[] };
  const patient = entry.map(({ resource }) => resource).find(({ resourceType }) => resourceType === "Patient")! as unknown as Record<
    string,
    unknown
  > & {
    name: { use: string; given: string[]; family: string; period?: { end: string } }[];
    extension: { url: string; valueCode?: string }[];
    meta: { security?: { code: string }[] };
  };
  const messages: Read[] = feed.of(record).map(({ text }) => read(text));
  return { record, row: rows("patients")[0]!, rows, patient, messages, added: messages.find(({ type }) => type === "ADT^A28")! };
}

test.each(["sealed adoption", "protected address", "court order"] as const)("that only some may see a record survives: %s", (why) => {
  const { row, patient, messages } = told((record) => record.patient.restriction === why);
  expect(row.restriction).toBe(why);
  expect(patient.meta.security).toEqual([expect.objectContaining({ code: "R" })]);
  expect(messages[0]!.value("PD1", 12)).toBe("Y");
});

test("a sex changed on record survives with that of birth and the former name", () => {
  const { record, row, rows, patient, added } = told((each) => each.patient.sexAtBirth !== undefined);
  const { sex, sexAtBirth, otherNames } = record.patient;
  const former = otherNames!.find(({ use }) => use === "former")!;
  expect([row.sex, row.sex_at_birth]).toEqual([sex, sexAtBirth]);
  expect(rows("other_names").map(({ use, given_name, until_date }) => [use, given_name, until_date])).toContainEqual([
    "former",
    former.name.given,
    former.until,
  ]);
  expect(patient.gender).toBe(sex);
  expect(patient.extension.find(({ url }) => url.endsWith("us-core-birthsex"))!.valueCode).toBe(sexAtBirth === "female" ? "F" : "M");
  expect(patient.name.some(({ use, given }) => use === "old" && given[0] === former.name.given)).toBe(true);
  expect(added.value("PID", 8)).toBe(sex === "female" ? "F" : "M");
  expect([added.value("OBX", 3), added.value("OBX", 5, 2)]).toEqual(["76689-9", sexAtBirth === "female" ? "Female" : "Male"]);
  expect(added.segments.indexOf("OBX")).toBe(added.segments.indexOf("PV1") + 1);
});

test("an infant's name before the name survives, until the day of the naming", () => {
  const { row, rows, patient, added } = told(
    ({ patient: { otherNames } }) => otherNames?.some(({ name }) => name.given.startsWith("Baby ")) ?? false,
  );
  const baby = `Baby ${row.sex === "female" ? "Girl" : "Boy"}`;
  expect(row.given_name).not.toBe(baby);
  expect(
    rows("other_names").some(
      ({ use, given_name, family_name }) => use === "former" && given_name === baby && family_name === row.family_name,
    ),
  ).toBe(true);
  const old = patient.name.find(({ given }) => given[0] === baby)!;
  expect([old.use, old.family, old.period!.end >= row.birth_date!]).toEqual(["old", row.family_name, true]);
  expect([0, 1, 2, 3].map((nth) => added.value("PID", 5, 2, 0, nth))).toContain(baby);
});

test("a day of birth that nobody knows, and a leap day, are the same everywhere", () => {
  for (const day of ["-01-01", "-02-29"]) {
    const { row, patient, added } = told((record) => record.patient.birthDate.endsWith(day));
    expect([patient.birthDate, added.value("PID", 7)]).toEqual([row.birth_date, row.birth_date!.replaceAll("-", "")]);
  }
});

test("a death is in every format, and in no message before it", () => {
  const { row, patient, messages } = told((record) => record.patient.deceased !== undefined && record.patient.deceased >= "2025");
  expect(String(patient.deceasedDateTime).slice(0, 19)).toBe(row.deceased_time);
  const digits = row.deceased_time!.replace(/\D/g, "");
  for (const message of messages.filter(({ type }) => type.startsWith("ADT")))
    expect(message.value("PID", 30)).toBe(message.value("EVN", 6).padEnd(14, "0") >= digits ? "Y" : "N");
  expect(messages.some((message) => message.value("PID", 30) === "Y")).toBe(true);
});

test("letters beyond ASCII survive beside their transliteration", () => {
  const { row, patient, added } = told((record) => /[^ -~]/.test(record.patient.name.family));
  expect([patient.name[0]!.family, added.value("PID", 5)]).toEqual([row.family_name, row.family_name]);
});
