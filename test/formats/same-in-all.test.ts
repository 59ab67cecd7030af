import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { generate } from "../../src/generate/generate.ts";
import { loadProfile } from "../../src/generate/load-profile.ts";
import { scrubjayLayout } from "../../src/layouts/scrubjay.ts";
import { profileText } from "../generate/shipped.ts";

// FHIR and HL7 v2 are held against the CSV files in their own folders.

type Row = Readonly<Record<string, string>>;
type Tables = ReadonlyMap<string, readonly Row[]>;

async function filesOf(profile: string, layout?: "synthea"): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  await generate({
    profile: loadProfile(profileText(profile), profile, profileText),
    seed: "same",
    asOf: "2026-03-31",
    patients: 12,
    formats: layout ? ["csv"] : ["csv", "ndjson", "sql"],
    layout,
    gold: false,
    sink: (file) => {
      files.set(file, "");
      return { write: (text: string) => void files.set(file, files.get(file)! + text) };
    },
  });
  return files;
}

function csvTables(files: ReadonlyMap<string, string>): Tables {
  const tables = [...files].filter(([file]) => file.endsWith(".csv"));
  return new Map(tables.map(([file, text]) => [file.slice(0, -4), parse(text, { columns: true }) as Row[]]));
}

function ndjsonTables(files: ReadonlyMap<string, string>): Tables {
  const tables = [...files].filter(([file]) => file.endsWith(".ndjson"));
  const textOf = (value: unknown): string => (value === null ? "" : String(value));
  return new Map(
    tables.map(([file, text]) => [
      file.slice(0, -7),
      text
        .split("\n")
        .slice(0, -1)
        .map((line) => Object.fromEntries(Object.entries(JSON.parse(line) as object).map(([name, value]) => [name, textOf(value)]))),
    ]),
  );
}

/** The rows of the INSERTs of a script, by somebody who knows only SQL's literals. */
function sqlTables(script: string): Tables {
  const tables = new Map<string, Row[]>(scrubjayLayout.tables.map(({ name }) => [name, []]));
  for (const head of script.matchAll(/^INSERT INTO "(\w+)" \(([^)]+)\) VALUES\n/gm)) {
    const names = head[2]!.split(", ").map((name) => name.slice(1, -1));
    let at = head.index + head[0].length;
    for (;;) {
      const values: string[] = [];
      for (at++; script[at - 1] !== ")"; at++) {
        if (script[at] === " ") continue;
        const literal = /'(?:[^']|'')*'|[^,)]+/y;
        literal.lastIndex = at;
        const text = literal.exec(script)![0];
        at += text.length;
        values.push(
          text.startsWith("'")
            ? text.slice(1, -1).replaceAll("''", "'")
            : text === "NULL"
              ? ""
              : text.replace(/^(TRUE|FALSE)$/, (word) => word.toLowerCase()),
        );
      }
      tables.get(head[1]!)!.push(Object.fromEntries(names.map((name, i) => [name, values[i]!])));
      if (script[at] === ";") break;
      at += 2;
    }
  }
  return tables;
}

/** Decimals are the same number, everything else the same text. */
function same(mine: Tables, theirs: Tables): number {
  let compared = 0;
  expect([...mine.keys()].toSorted()).toEqual([...theirs.keys()].toSorted());
  for (const table of scrubjayLayout.tables) {
    const isNumber = new Set(table.columns.filter(({ type }) => type === "decimal").map(({ name }) => name));
    const plain = (rows: readonly Row[]): Row[] =>
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, value !== "" && isNumber.has(name) ? String(Number(value)) : value]),
        ),
      );
    expect([table.name, plain(mine.get(table.name)!)]).toEqual([table.name, plain(theirs.get(table.name)!)]);
    compared += mine.get(table.name)!.length * table.columns.length;
  }
  return compared;
}

test.each(["tiny", "edge-cases", "dirty-data"])("CSV, NDJSON and SQL hold the same rows: %s", async (profile) => {
  const files = await filesOf(profile);
  const csv = csvTables(files);
  expect(same(csv, ndjsonTables(files))).toBeGreaterThan(10_000);
  expect(same(csv, sqlTables(files.get("population.sql")!))).toBeGreaterThan(10_000);
});

const z = (time: string | undefined): string => (time ? `${time.length === 10 ? `${time}T00:00:00` : time}Z` : "");

/** For each of Synthea's tables: ours, and what its columns hold of a row of ours. */
const synthea: Readonly<
  Record<string, readonly [string, Readonly<Record<string, (row: Row) => string | undefined>>, ((row: Row) => boolean)?]>
> = {
  patients: [
    "patients",
    {
      Id: (row) => row.patient_id,
      BIRTHDATE: (row) => row.birth_date,
      DEATHDATE: (row) => row.deceased_time!.slice(0, 10),
      SSN: (row) => row.ssn,
      DRIVERS: (row) => row.drivers_license,
      PASSPORT: (row) => row.passport,
      FIRST: (row) => row.given_name,
      MIDDLE: (row) => row.middle_name,
      LAST: (row) => row.family_name,
      SUFFIX: (row) => row.name_suffix,
      GENDER: (row) => (row.sex === "female" ? "F" : "M"),
      ETHNICITY: (row) => (row.hispanic === "true" ? "hispanic" : "nonhispanic"),
      ADDRESS: (row) => row.street,
      CITY: (row) => row.city,
      COUNTY: (row) => row.county,
      ZIP: (row) => row.zip,
    },
  ],
  encounters: [
    "encounters",
    {
      Id: (row) => row.encounter_id,
      START: (row) => z(row.start_time),
      STOP: (row) => z(row.end_time),
      PATIENT: (row) => row.patient_id,
      ORGANIZATION: (row) => row.facility_id,
      PROVIDER: (row) => row.provider_id,
      ENCOUNTERCLASS: (row) => row.class,
      REASONCODE: (row) => row.reason_code,
      REASONDESCRIPTION: (row) => row.reason,
    },
  ],
  conditions: [
    "conditions",
    {
      START: (row) => row.onset_date,
      STOP: (row) => row.resolved_date,
      PATIENT: (row) => row.patient_id,
      SYSTEM: (row) => row.code_system,
      CODE: (row) => row.code,
      DESCRIPTION: (row) => row.description,
    },
  ],
  allergies: [
    "allergies",
    { START: (row) => row.onset_date, PATIENT: (row) => row.patient_id, CODE: (row) => row.code, DESCRIPTION: (row) => row.description },
  ],
  observations: [
    "observations",
    {
      DATE: (row) => z(row.observed_time),
      PATIENT: (row) => row.patient_id,
      ENCOUNTER: (row) => row.encounter_id,
      CODE: (row) => row.loinc,
      VALUE: (row) => row.value || row.answer,
      UNITS: (row) => row.unit,
    },
  ],
  medications: [
    "medications",
    {
      START: (row) => z(row.start_date),
      STOP: (row) => z(row.stop_date),
      PATIENT: (row) => row.patient_id,
      ENCOUNTER: (row) => row.encounter_id,
      CODE: (row) => row.rxnorm,
      DESCRIPTION: (row) => row.description,
      REASONCODE: (row) => row.reason_code,
    },
  ],
  procedures: [
    "procedures",
    {
      START: (row) => z(row.start_time),
      STOP: (row) => z(row.end_time),
      PATIENT: (row) => row.patient_id,
      ENCOUNTER: (row) => row.encounter_id,
      SYSTEM: (row) => row.code_system,
      CODE: (row) => row.code,
    },
  ],
  immunizations: [
    "immunizations",
    { DATE: (row) => z(row.given_time), PATIENT: (row) => row.patient_id, ENCOUNTER: (row) => row.encounter_id, CODE: (row) => row.cvx },
  ],
  imaging_studies: [
    "reports",
    {
      Id: (row) => row.report_id,
      DATE: (row) => z(row.reported_time),
      MODALITY_CODE: (row) => row.modality,
      PROCEDURE_CODE: (row) => row.code,
    },
    (row) => row.modality !== "",
  ],
  devices: [
    "devices",
    {
      START: (row) => z(row.implanted_date),
      PATIENT: (row) => row.patient_id,
      UDI: (row) => row.udi,
      DESCRIPTION: (row) => row.description,
    },
  ],
  claims: ["claims", { Id: (row) => row.claim_id, PATIENTID: (row) => row.patient_id, APPOINTMENTID: (row) => row.encounter_id }],
  organizations: [
    "facilities",
    {
      Id: (row) => row.facility_id,
      NAME: (row) => row.name,
      ADDRESS: (row) => row.street,
      ZIP: (row) => row.zip,
      PHONE: (row) => row.phone,
    },
  ],
  providers: [
    "providers",
    { Id: (row) => row.provider_id, ORGANIZATION: (row) => row.facility_id, SPECIALITY: (row) => row.specialty!.toUpperCase() },
  ],
};

test.each(["tiny", "edge-cases", "dirty-data"])("Synthea's tables say what ours say: %s", async (profile) => {
  const own = csvTables(await filesOf(profile));
  const theirs = csvTables(await filesOf(profile, "synthea"));
  for (const [name, [table, columns, is = () => true]] of Object.entries(synthea)) {
    const names = Object.keys(columns);
    const said = theirs.get(name)!.map((row) => names.map((column) => row[column]).join(" | "));
    const meant = own
      .get(table)!
      .filter(is)
      .map((row) => names.map((column) => columns[column]!(row)).join(" | "));
    expect([name, said.toSorted()]).toEqual([name, meant.toSorted()]);
    expect([name, said.length > 0 || ["allergies", "devices", "imaging_studies", "procedures"].includes(name)]).toEqual([name, true]);
  }
});
