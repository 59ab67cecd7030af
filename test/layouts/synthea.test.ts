import { expect, test } from "vitest";
import { syntheaLayout } from "../../src/layouts/synthea.ts";
import { fullRecord, fullShared } from "../support/full-record.ts";

const { tables } = syntheaLayout;
const cells = (name: string): Record<string, unknown>[] => {
  const table = tables.find((each) => each.name === name)!;
  const rows = table.isShared ? table.sharedRows(fullShared) : table.patientRows(fullRecord);
  return rows.map((row) => Object.fromEntries(table.columns.map((column, i) => [column.name, row[i]])));
};

/** The header lines of Synthea's own files: a run of 2026-06-30; imaging_studies and claims_transactions of an earlier one. */
const headers: Record<string, string> = {
  allergies:
    "START,STOP,PATIENT,ENCOUNTER,CODE,SYSTEM,DESCRIPTION,TYPE,CATEGORY,REACTION1,DESCRIPTION1,SEVERITY1,REACTION2,DESCRIPTION2,SEVERITY2",
  careplans: "Id,START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION,REASONCODE,REASONDESCRIPTION",
  claims:
    "Id,PATIENTID,PROVIDERID,PRIMARYPATIENTINSURANCEID,SECONDARYPATIENTINSURANCEID,DEPARTMENTID,PATIENTDEPARTMENTID,DIAGNOSIS1,DIAGNOSIS2,DIAGNOSIS3,DIAGNOSIS4,DIAGNOSIS5,DIAGNOSIS6,DIAGNOSIS7,DIAGNOSIS8,REFERRINGPROVIDERID,APPOINTMENTID,CURRENTILLNESSDATE,SERVICEDATE,SUPERVISINGPROVIDERID,STATUS1,STATUS2,STATUSP,OUTSTANDING1,OUTSTANDING2,OUTSTANDINGP,LASTBILLEDDATE1,LASTBILLEDDATE2,LASTBILLEDDATEP,HEALTHCARECLAIMTYPEID1,HEALTHCARECLAIMTYPEID2",
  claims_transactions:
    "ID,CLAIMID,CHARGEID,PATIENTID,TYPE,AMOUNT,METHOD,FROMDATE,TODATE,PLACEOFSERVICE,PROCEDURECODE,MODIFIER1,MODIFIER2,DIAGNOSISREF1,DIAGNOSISREF2,DIAGNOSISREF3,DIAGNOSISREF4,UNITS,DEPARTMENTID,NOTES,UNITAMOUNT,TRANSFEROUTID,TRANSFERTYPE,PAYMENTS,ADJUSTMENTS,TRANSFERS,OUTSTANDING,APPOINTMENTID,LINENOTE,PATIENTINSURANCEID,FEESCHEDULEID,PROVIDERID,SUPERVISINGPROVIDERID",
  conditions: "START,STOP,PATIENT,ENCOUNTER,SYSTEM,CODE,DESCRIPTION",
  devices: "START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION,UDI",
  encounters:
    "Id,START,STOP,PATIENT,ORGANIZATION,PROVIDER,PAYER,ENCOUNTERCLASS,CODE,DESCRIPTION,BASE_ENCOUNTER_COST,TOTAL_CLAIM_COST,PAYER_COVERAGE,REASONCODE,REASONDESCRIPTION",
  imaging_studies:
    "Id,DATE,PATIENT,ENCOUNTER,SERIES_UID,BODYSITE_CODE,BODYSITE_DESCRIPTION,MODALITY_CODE,MODALITY_DESCRIPTION,INSTANCE_UID,SOP_CODE,SOP_DESCRIPTION,PROCEDURE_CODE",
  immunizations: "DATE,PATIENT,ENCOUNTER,CODE,DESCRIPTION,BASE_COST",
  medications:
    "START,STOP,PATIENT,PAYER,ENCOUNTER,CODE,DESCRIPTION,BASE_COST,PAYER_COVERAGE,DISPENSES,TOTALCOST,REASONCODE,REASONDESCRIPTION",
  observations: "DATE,PATIENT,ENCOUNTER,CATEGORY,CODE,DESCRIPTION,VALUE,UNITS,TYPE",
  organizations: "Id,NAME,ADDRESS,CITY,STATE,ZIP,LAT,LON,PHONE,REVENUE,UTILIZATION",
  patients:
    "Id,BIRTHDATE,DEATHDATE,SSN,DRIVERS,PASSPORT,PREFIX,FIRST,MIDDLE,LAST,SUFFIX,MAIDEN,MARITAL,RACE,ETHNICITY,GENDER,BIRTHPLACE,ADDRESS,CITY,STATE,COUNTY,FIPS,ZIP,LAT,LON,HEALTHCARE_EXPENSES,HEALTHCARE_COVERAGE,INCOME",
  payer_transitions: "PATIENT,MEMBERID,START_DATE,END_DATE,PAYER,SECONDARY_PAYER,PLAN_OWNERSHIP,OWNER_NAME",
  payers:
    "Id,NAME,OWNERSHIP,ADDRESS,CITY,STATE_HEADQUARTERED,ZIP,PHONE,AMOUNT_COVERED,AMOUNT_UNCOVERED,REVENUE,COVERED_ENCOUNTERS,UNCOVERED_ENCOUNTERS,COVERED_MEDICATIONS,UNCOVERED_MEDICATIONS,COVERED_PROCEDURES,UNCOVERED_PROCEDURES,COVERED_IMMUNIZATIONS,UNCOVERED_IMMUNIZATIONS,UNIQUE_CUSTOMERS,QOLS_AVG,MEMBER_MONTHS",
  procedures: "START,STOP,PATIENT,ENCOUNTER,SYSTEM,CODE,DESCRIPTION,BASE_COST,REASONCODE,REASONDESCRIPTION",
  providers: "Id,ORGANIZATION,NAME,GENDER,SPECIALITY,ADDRESS,CITY,STATE,ZIP,LAT,LON,ENCOUNTERS,PROCEDURES",
  supplies: "DATE,PATIENT,ENCOUNTER,CODE,DESCRIPTION,QUANTITY",
};

test("the files and their header lines are Synthea's", () => {
  expect(Object.fromEntries(tables.map(({ name, columns }) => [name, columns.map((column) => column.name).join(",")]))).toEqual(headers);
});

test("links lead to rows that are there", () => {
  const ids = (table: string) => new Set(cells(table).map(({ Id }) => Id));
  const links = [
    ["encounters", "PATIENT", "patients"],
    ["encounters", "ORGANIZATION", "organizations"],
    ["encounters", "PROVIDER", "providers"],
    ["encounters", "PAYER", "payers"],
    ["medications", "PAYER", "payers"],
    ["payer_transitions", "PAYER", "payers"],
    ["procedures", "ENCOUNTER", "encounters"],
    ["claims", "PRIMARYPATIENTINSURANCEID", "payers"],
    ["claims_transactions", "CLAIMID", "claims"],
    ["providers", "ORGANIZATION", "organizations"],
  ] as const;
  for (const [table, column, target] of links) {
    expect(cells(table).length).toBeGreaterThan(0);
    expect(cells(table).filter((row) => !ids(target).has(row[column]))).toEqual([]);
  }
});

test("a patient, a visit and a result are spelled as Synthea spells them", () => {
  expect(cells("patients")).toMatchObject([
    {
      BIRTHDATE: "1948-07-15",
      DEATHDATE: "2025-03-20",
      MAIDEN: "Santos",
      MARITAL: "W",
      RACE: "other",
      ETHNICITY: "hispanic",
      GENDER: "F",
      BIRTHPLACE: "Ponce  PR  US",
      STATE: "Ohio",
      HEALTHCARE_EXPENSES: "150.50",
      HEALTHCARE_COVERAGE: "120.40",
      INCOME: null,
    },
  ]);
  expect(cells("encounters")[0]).toMatchObject({
    START: "2025-03-02T10:05:00Z",
    ENCOUNTERCLASS: "ambulatory",
    CODE: "AMB",
    BASE_ENCOUNTER_COST: "120.50",
    TOTAL_CLAIM_COST: "150.50",
    PAYER_COVERAGE: "120.40",
    REASONCODE: "I10",
  });
  expect(cells("observations").map(({ VALUE, UNITS, TYPE }) => [VALUE, UNITS, TYPE])).toEqual([
    ["142", "mm[Hg]", "numeric"],
    ["91", "mm[Hg]", "numeric"],
    ["Former smoker", null, "text"],
    ["1.30", "mg/dL", "numeric"],
    [null, "mmol/L", "numeric"],
    ["6", "{score}", "numeric"],
  ]);
});

test("codes are ours and say of which system they are, where Synthea has a column for it", () => {
  expect(cells("conditions").map(({ SYSTEM, CODE }) => [SYSTEM, CODE])).toEqual([
    ["ICD-10-CM", "I10"],
    ["ICD-10-CM", "J18.9"],
  ]);
  expect(cells("procedures").map(({ SYSTEM, CODE }) => [SYSTEM, CODE])).toEqual([["ICD-10-PCS", "0BH17EZ"]]);
  expect(cells("allergies").map(({ SYSTEM, CODE, SEVERITY1 }) => [SYSTEM, CODE, SEVERITY1])).toEqual([
    ["RxNorm", "7980", "MODERATE"],
    ["local", "peanut", "MILD"],
  ]);
});

test("a claim is charged line by line, then paid", () => {
  const rows = cells("claims_transactions");
  expect(rows.map(({ TYPE, METHOD, AMOUNT, PAYMENTS, OUTSTANDING }) => [TYPE, METHOD, AMOUNT, PAYMENTS, OUTSTANDING])).toEqual([
    ["CHARGE", null, "120.50", null, "120.50"],
    ["CHARGE", null, "30.00", null, "150.50"],
    ["PAYMENT", "ECHECK", null, "120.40", "30.10"],
    ["PAYMENT", "COPAY", null, "20.00", "10.10"],
  ]);
});

test("a plan is somebody's own, their husband's or wife's, or their guardian's", () => {
  const table = tables.find(({ name }) => name === "payer_transitions")!;
  const owner = { patientId: "p1", name: { given: "Karl", family: "Müller" }, sex: "male", birthDate: "1950-01-02" } as const;
  const [own] = fullRecord.coverages;
  const coverages = [
    own!,
    { ...own!, subscriber: { ...owner, relationship: "spouse" as const } },
    { ...own!, subscriber: { ...owner, relationship: "child" as const } },
  ];
  const [ownership, name] = ["PLAN_OWNERSHIP", "OWNER_NAME"].map((column) => table.columns.findIndex((each) => each.name === column));
  const { given, family } = fullRecord.patient.name;
  const [first, ...others] = table.patientRows({ ...fullRecord, coverages }).map((row) => [row[ownership!], row[name!]]);
  expect(others).toEqual([
    ["Spouse", "Karl Müller"],
    ["Guardian", "Karl Müller"],
  ]);
  expect([first![0], String(first![1]).startsWith(given), String(first![1]).includes(family)]).toEqual(["Self", true, true]);
});

test("who has no coverage on a day is with Synthea's payer of nobody", () => {
  const record = { ...fullRecord, coverages: fullRecord.coverages.map((coverage) => ({ ...coverage, end: "2025-03-05" })) };
  const table = tables.find(({ name }) => name === "encounters")!;
  const payer = table.columns.findIndex(({ name }) => name === "PAYER");
  const nobody = cells("payers").find(({ NAME }) => NAME === "NO_INSURANCE")!.Id;
  expect(table.patientRows(record).map((row) => row[payer] === nobody)).toEqual([false, true, true]);
});
