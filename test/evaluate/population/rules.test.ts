import { join } from "node:path";
import { expect, test } from "vitest";
import { collect } from "../../../src/evaluate/population/collect.ts";
import type { RuleName } from "../../../src/evaluate/population/rules.ts";
import { rules } from "../../../src/evaluate/population/rules.ts";
import { expandInputs } from "../../../src/io/inputs.ts";
import { folderOf } from "../../support/command.ts";

/** Two people and something of everything, all in order. */
const sound = {
  facilities: "facility_id,state,county,zip,latitude,longitude\nf1,OH,Franklin,43215,39.97,-83.00",
  providers: "provider_id,facility_id\nd1,f1",
  patients:
    "patient_id,mrn,birth_date,sex,deceased_time,state,county,zip,latitude,longitude\n" +
    "p1,1001,1960-05-01,female,2025-06-01T10:00:00,OH,Franklin,43215,39.97,-83.00\n" +
    "p2,1002,2015-01-10,male,,OH,Franklin,43215,39.97,-83.00",
  coverages: "coverage_id,patient_id,start_date\nk1,p1,2020-01-01",
  appointments: "appointment_id,patient_id,start_time,end_time\na1,p1,2024-03-01T09:00:00,2024-03-01T09:30:00",
  encounters:
    "encounter_id,patient_id,provider_id,facility_id,class,start_time,end_time,age,reason_code,discharge_disposition,appointment_id\n" +
    "e1,p1,d1,f1,ambulatory,2024-03-01T09:00:00,2024-03-01T09:30:00,63,I10,,a1\n" +
    "e2,p1,d1,f1,inpatient,2025-05-20T12:00:00,2025-06-01T10:00:00,65,I50.9,died,\n" +
    "e3,p2,d1,f1,ambulatory,2024-05-01T09:00:00,2024-05-01T09:30:00,9,J06.9,,\n" +
    "e4,p1,d1,f1,inpatient,2024-11-01T12:00:00,2024-11-05T10:00:00,64,I50.9,home,",
  stays:
    "stay_id,encounter_id,start_time,end_time\n" +
    "s1,e2,2025-05-20T12:00:00,2025-05-22T08:00:00\ns2,e2,2025-05-22T08:00:00,2025-06-01T10:00:00",
  conditions:
    "condition_id,patient_id,encounter_id,code,onset_date,resolved_date\nc1,p1,e1,I10,2010-02-03,\nc2,p1,e1,N80.0,2000-02-03,\nc3,p2,e3,J06.9,2024-05-01,2024-05-08\nc4,p1,,G30.9,2020-01-01,",
  allergies: "allergy_id,patient_id,code,description,onset_date\nl1,p1,7984,Penicillin V,2001-01-01",
  orders: "order_id,patient_id,encounter_id,ordered_time\no1,p1,e1,2024-03-01T09:10:00",
  reports: "report_id,patient_id,encounter_id,order_id,reported_time\nr1,p1,e1,o1,2024-03-01T15:00:00",
  observations:
    "observation_id,patient_id,encounter_id,loinc,observed_time,value,unit,order_id\n" +
    [
      "v1,p1,e1,8480-6,2024-03-01T09:05:00,128,mm[Hg],",
      "v2,p1,e1,8462-4,2024-03-01T09:05:00,78,mm[Hg],",
      "v3,p1,e1,8302-2,2024-03-01T09:05:00,165.0,cm,",
      "v4,p1,e1,29463-7,2024-03-01T09:05:00,70.0,kg,",
      "v5,p1,e1,39156-5,2024-03-01T09:05:00,25.7,kg/m2,",
      "v6,p1,e1,2160-0,2024-03-01T09:05:00,0.80,mg/dL,o1",
      "v7,p1,e1,98979-8,2024-03-01T09:05:00,83,mL/min/{1.73_m2},o1",
      "v8,p1,e1,2093-3,2024-03-01T09:05:00,200,mg/dL,o1",
      "v9,p1,e1,2085-9,2024-03-01T09:05:00,50,mg/dL,o1",
      "v10,p1,e1,2571-8,2024-03-01T09:05:00,100,mg/dL,o1",
      "v11,p1,e1,13457-7,2024-03-01T09:05:00,130,mg/dL,o1",
      "v12,p1,e2,8302-2,2025-05-20T13:00:00,164.0,cm,",
    ].join("\n"),
  procedures: "procedure_id,patient_id,encounter_id,code,start_time,end_time\nx1,p1,e2,0UT90ZZ,2025-05-21T09:00:00,2025-05-21T11:00:00",
  medications:
    "medication_id,patient_id,encounter_id,rxnorm,description,start_date,stop_date\nm1,p1,e1,314076,Lisinopril 10 MG Oral Tablet,2024-03-01,2025-03-01",
  dispenses: "dispense_id,medication_id,dispensed_date\nq1,m1,2024-03-02",
  immunizations: "immunization_id,patient_id,encounter_id,cvx,given_time\ni1,p2,e3,21,2024-05-01T09:10:00\ni2,p2,,21,2024-07-01T09:10:00",
  notes: "note_id,patient_id,encounter_id,provider_id,written_time\nn1,p1,e1,d1,2024-03-01T09:30:00",
  claims: "claim_id,patient_id,encounter_id,coverage_id,created_date,total,paid,patient_paid\nb1,p1,e1,k1,2024-03-03,100.00,70.00,30.00",
  contacts: "contact_id,patient_id,same_patient_id\nt1,p1,p2",
};

type Table = keyof typeof sound;

async function brokenIn(tables: Readonly<Record<string, string>>) {
  const folder = folderOf(Object.fromEntries(Object.entries(tables).map(([name, text]) => [`${name}.csv`, `${text}\n`])));
  const { rules: results } = await collect(await expandInputs([join(folder)]), { traits: [], asOf: 20_454 });
  return results;
}

test("where all is in order, every rule was asked and none is broken", async () => {
  const results = await brokenIn(sound);
  expect(results.filter(({ broken }) => broken > 0)).toEqual([]);
  expect(results.filter(({ checked }) => checked === 0).map(({ name }) => name)).toEqual([]);
});

/** One change, and the row at which its own rule, and no other, is broken. */
const defects: readonly (readonly [RuleName, Table, string, string, number])[] = [
  ["unique-ids", "orders", "o1,p1,e1,2024-03-01T09:10:00", "o1,p1,e1,2024-03-01T09:10:00\no1,p1,e1,2024-03-01T09:10:00", 2],
  ["unique-ids", "patients", "p2,1002", "p2,1001", 2],
  ["links-lead", "notes", "e1,d1", "e1,d9", 1],
  ["links-agree", "orders", "o1,p1,e1", "o1,p2,e1", 1],
  ["dates", "conditions", "2010-02-03", "2010-02-30", 1],
  ["after-birth", "conditions", "2010-02-03", "1959-02-03", 1],
  [
    "before-death",
    "encounters",
    "2025-05-20T12:00:00,2025-06-01T10:00:00,65,I50.9,died,\n",
    "2025-05-20T12:00:00,2025-06-01T10:00:00,65,I50.9,died,\ne5,p1,d1,f1,ambulatory,2025-06-02T12:00:00,2025-06-02T13:00:00,65,I10,,\n",
    3,
  ],
  [
    "before-as-of",
    "encounters",
    "2024-05-01T09:00:00,2024-05-01T09:30:00,9,J06.9,,\n",
    "2024-05-01T09:00:00,2024-05-01T09:30:00,9,J06.9,,\ne5,p2,d1,f1,ambulatory,2026-05-01T09:00:00,2026-05-01T09:30:00,11,J06.9,,\n",
    4,
  ],
  ["ends-after-begins", "medications", "2024-03-01,2025-03-01", "2024-03-01,2024-02-01", 1],
  ["onset-before-recorded", "conditions", "e1,I10,2010-02-03", "e1,I10,2024-03-02", 1],
  [
    "onset-before-recorded",
    "conditions",
    "c3,p2,e3,J06.9,2024-05-01,2024-05-08\nc4,p1,,G30.9,2020-01-01,",
    "c3,p2,e3,J06.9,2024-04-01,2024-04-08",
    3,
  ],
  ["within-encounter", "procedures", "2025-05-21T09:00:00", "2025-05-20T11:00:00", 1],
  ["dispensed-after", "dispenses", "2024-03-02", "2024-02-28", 1],
  ["stays-in-order", "stays", "s2,e2,2025-05-22T08:00:00", "s2,e2,2025-05-23T08:00:00", 2],
  ["stays-apart", "encounters", "2024-11-05T10:00:00", "2025-05-21T10:00:00", 2],
  ["died-in-hospital", "encounters", "2024-11-05T10:00:00,64,I50.9,home", "2024-11-05T10:00:00,64,I50.9,died", 4],
  ["age-agrees", "encounters", ",63,I10", ",64,I10", 1],
  ["sex-possible", "conditions", "c3,p2,e3,J06.9", "c3,p2,e3,N80.0", 3],
  ["sex-possible", "procedures", "0UT90ZZ", "0VT00ZZ", 1],
  ["age-possible", "conditions", "c3,p2,e3,J06.9", "c3,p2,e3,N40.0", 3],
  ["age-possible", "conditions", "G30.9,2020-01-01", "G30.9,1985-01-01", 4],
  ["units", "observations", "165.0,cm", "165.0,m", 3],
  ["ranges", "observations", "8462-4,2024-03-01T09:05:00,78", "8462-4,2024-03-01T09:05:00,8", 2],
  ["pressure-order", "observations", "8462-4,2024-03-01T09:05:00,78", "8462-4,2024-03-01T09:05:00,128", 2],
  ["bmi-computed", "observations", ",25.7,", ",26.7,", 5],
  ["egfr-computed", "observations", ",83,", ",88,", 7],
  ["ldl-computed", "observations", ",130,", ",140,", 11],
  ["height-kept", "observations", "164.0", "160.5", 12],
  ["no-allergen", "medications", "Lisinopril 10 MG Oral Tablet", "Amoxicillin 250 MG Oral Capsule", 1],
  ["vaccine-age", "immunizations", "i1,p2,e3,21,2024-05-01T09:10:00\n", "i1,p2,,21,2015-05-01T09:10:00\n", 1],
  ["vaccine-gap", "immunizations", "2024-07-01T09:10:00", "2024-05-20T09:10:00", 2],
  ["claims-add-up", "claims", "70.00,30.00", "80.00,30.00", 1],
  ["zip-in-state", "facilities", "f1,OH,Franklin,43215", "f1,VT,,43215", 1],
  ["zip-in-county", "patients", "2025-06-01T10:00:00,OH,Franklin", "2025-06-01T10:00:00,OH,Cuyahoga", 1],
  ["coordinates-near", "patients", "43215,39.97,-83.00\np2", "43215,41.97,-83.00\np2", 1],
];

test.each(defects)("%s is broken by a defect in %s, and no other rule", async (rule, table, from, to, row) => {
  expect(sound[table]).toContain(from);
  const results = await brokenIn({ ...sound, [table]: sound[table].replace(from, to) });
  const broken = results.filter((each) => each.broken > 0).map(({ name, positions }) => [name, positions[0]]);
  expect(broken).toEqual([[rule, { table, row }]]);
});

test("every rule has a defect that breaks it", () => {
  expect(Object.keys(rules).filter((rule) => !defects.some(([name]) => name === rule))).toEqual([]);
});

test("tables that are not there are not measured", async () => {
  const results = await brokenIn({ patients: sound.patients });
  expect(results.filter(({ checked }) => checked > 0).map(({ name }) => name)).toEqual([
    "unique-ids",
    "dates",
    "after-birth",
    "before-as-of",
    "zip-in-state",
    "zip-in-county",
    "coordinates-near",
  ]);
});

test("NDJSON and Synthea's columns are read alike", async () => {
  const folder = folderOf({
    "patients.ndjson": '{"Id":"p1","BIRTHDATE":"1960-05-01","GENDER":"M","DEATHDATE":null}\n',
    "encounters.ndjson":
      '{"Id":"e1","PATIENT":"p1","ENCOUNTERCLASS":"ambulatory","START":"1959-05-01T09:00:00Z","STOP":"1959-05-01T09:30:00Z"}',
  });
  const { rules: results, people } = await collect(await expandInputs([folder]), { traits: [], asOf: 20_454 });
  expect(people.size).toBe(1);
  expect(results.filter(({ broken }) => broken > 0).map(({ name }) => name)).toEqual(["after-birth"]);
});
