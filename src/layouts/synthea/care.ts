import type { Claim, Encounter } from "../../record/care.ts";
import { payerId } from "../../record/payer-id.ts";
import type { PatientRecord } from "../../record/record.ts";
import { dollars } from "../amounts.ts";
import type { Table } from "../layout.ts";
import { patientTable } from "../layout.ts";
import { modalities, noInsurance, payerOn, utc, visitCodes } from "./values.ts";

/** What happened to patients. Most of Synthea's tables have no key. */
export const careTables: readonly Table[] = [
  patientTable("encounters", withPayers, (c) => [
    c.key("Id", "encounter-id", ({ encounter }) => encounter.id),
    c.always("START", "timestamp", "date", ({ encounter }) => utc(encounter.start)),
    c.always("STOP", "timestamp", "date", ({ encounter }) => utc(encounter.end)),
    c.reference("PATIENT", "patient-id", "patients", ({ encounter }) => encounter.patientId),
    c.reference("ORGANIZATION", "organization-id", "organizations", ({ encounter }) => encounter.facilityId),
    c.reference("PROVIDER", "provider-id", "providers", ({ encounter }) => encounter.providerId),
    c.reference("PAYER", "record-id", "payers", ({ payer }) => payer),
    c.always("ENCOUNTERCLASS", "text", "clinical", ({ encounter }) => encounter.class),
    c.always("CODE", "text", "clinical", ({ encounter }) => visitCodes[encounter.class][0]),
    c.always("DESCRIPTION", "text", "clinical", ({ encounter }) => visitCodes[encounter.class][1]),
    c.maybe("BASE_ENCOUNTER_COST", "decimal", "clinical", ({ claim }) => claim?.lines[0] && dollars(claim.lines[0].cents)),
    c.maybe("TOTAL_CLAIM_COST", "decimal", "clinical", ({ claim }) => claim && dollars(claim.total)),
    c.maybe("PAYER_COVERAGE", "decimal", "clinical", ({ claim }) => claim && dollars(claim.paid)),
    c.always("REASONCODE", "text", "clinical", ({ encounter }) => encounter.reason.code),
    c.always("REASONDESCRIPTION", "text", "clinical", ({ encounter }) => encounter.reason.display),
  ]),
  patientTable(
    "conditions",
    (record) => record.conditions,
    (c) => [
      c.always("START", "date", "date", (row) => row.onset),
      c.maybe("STOP", "date", "date", (row) => row.resolved),
      c.reference("PATIENT", "patient-id", "patients", (row) => row.patientId),
      c.maybeReference("ENCOUNTER", "encounter-id", "encounters", (row) => row.encounterId),
      c.always("SYSTEM", "text", "clinical", (row) => row.code.system),
      c.always("CODE", "text", "clinical", (row) => row.code.code),
      c.always("DESCRIPTION", "text", "clinical", (row) => row.code.display),
    ],
  ),
  patientTable(
    "allergies",
    (record) => record.allergies,
    (c) => [
      c.always("START", "date", "date", (row) => row.onset),
      c.empty("STOP", "date"),
      c.reference("PATIENT", "patient-id", "patients", (row) => row.patientId),
      c.empty("ENCOUNTER", "text"),
      c.always("CODE", "text", "clinical", (row) => row.code.code),
      c.always("SYSTEM", "text", "clinical", (row) => row.code.system),
      c.always("DESCRIPTION", "text", "clinical", (row) => row.code.display),
      c.always("TYPE", "text", "clinical", () => "allergy"),
      c.always("CATEGORY", "text", "clinical", (row) => row.category),
      c.always("REACTION1", "text", "clinical", (row) => row.reaction.code),
      c.always("DESCRIPTION1", "text", "clinical", (row) => row.reaction.display),
      c.always("SEVERITY1", "text", "clinical", (row) => row.severity.toUpperCase()),
      c.empty("REACTION2", "text"),
      c.empty("DESCRIPTION2", "text"),
      c.empty("SEVERITY2", "text"),
    ],
  ),
  patientTable(
    "medications",
    (record) => record.medications.map((row) => ({ payer: payerAt(record, row.start), ...row })),
    (c) => [
      c.always("START", "timestamp", "date", (row) => utc(row.start)),
      c.maybe("STOP", "timestamp", "date", (row) => row.stop && utc(row.stop)),
      c.reference("PATIENT", "patient-id", "patients", (row) => row.patientId),
      c.reference("PAYER", "record-id", "payers", (row) => row.payer),
      c.maybeReference("ENCOUNTER", "encounter-id", "encounters", (row) => row.encounterId),
      c.always("CODE", "text", "clinical", (row) => row.code.code),
      c.always("DESCRIPTION", "text", "clinical", (row) => row.code.display),
      c.empty("BASE_COST", "decimal"),
      c.empty("PAYER_COVERAGE", "decimal"),
      c.maybe("DISPENSES", "integer", "clinical", (row) => row.dispenses?.length),
      c.empty("TOTALCOST", "decimal"),
      c.maybe("REASONCODE", "text", "clinical", (row) => row.reason?.code),
      c.maybe("REASONDESCRIPTION", "text", "clinical", (row) => row.reason?.display),
    ],
  ),
  patientTable(
    "observations",
    (record) => record.observations,
    (c) => [
      c.always("DATE", "timestamp", "date", (row) => utc(row.time)),
      c.reference("PATIENT", "patient-id", "patients", (row) => row.patientId),
      c.reference("ENCOUNTER", "encounter-id", "encounters", (row) => row.encounterId),
      c.always("CATEGORY", "text", "clinical", (row) => row.category),
      c.always("CODE", "text", "clinical", (row) => row.code.code),
      c.always("DESCRIPTION", "text", "clinical", (row) => row.code.display),
      c.maybe("VALUE", "text", "clinical", (row) => row.value?.toFixed(row.decimals) ?? row.answer?.display),
      c.maybe("UNITS", "text", "clinical", (row) => row.unit),
      c.always("TYPE", "text", "clinical", (row) => (row.answer ? "text" : "numeric")),
    ],
  ),
  patientTable(
    "procedures",
    (record) => record.procedures,
    (c) => [
      c.always("START", "timestamp", "date", (row) => utc(row.start)),
      c.always("STOP", "timestamp", "date", (row) => utc(row.end)),
      c.reference("PATIENT", "patient-id", "patients", (row) => row.patientId),
      c.reference("ENCOUNTER", "encounter-id", "encounters", (row) => row.encounterId),
      c.always("SYSTEM", "text", "clinical", (row) => row.code.system),
      c.always("CODE", "text", "clinical", (row) => row.code.code),
      c.always("DESCRIPTION", "text", "clinical", (row) => row.code.display),
      c.empty("BASE_COST", "decimal"),
      c.maybe("REASONCODE", "text", "clinical", (row) => row.reason?.code),
      c.maybe("REASONDESCRIPTION", "text", "clinical", (row) => row.reason?.display),
    ],
  ),
  patientTable(
    "immunizations",
    (record) => record.immunizations,
    (c) => [
      c.always("DATE", "timestamp", "date", (row) => utc(row.time)),
      c.reference("PATIENT", "patient-id", "patients", (row) => row.patientId),
      c.reference("ENCOUNTER", "encounter-id", "encounters", (row) => row.encounterId),
      c.always("CODE", "text", "clinical", (row) => row.code.code),
      c.always("DESCRIPTION", "text", "clinical", (row) => row.code.display),
      c.empty("BASE_COST", "decimal"),
    ],
  ),
  patientTable(
    "imaging_studies",
    (record) => record.reports.filter(({ modality }) => modality !== undefined),
    (c) => [
      c.key("Id", "record-id", (row) => row.id),
      c.always("DATE", "timestamp", "date", (row) => utc(row.time)),
      c.reference("PATIENT", "patient-id", "patients", (row) => row.patientId),
      c.reference("ENCOUNTER", "encounter-id", "encounters", (row) => row.encounterId),
      c.empty("SERIES_UID", "text"),
      c.empty("BODYSITE_CODE", "text"),
      c.empty("BODYSITE_DESCRIPTION", "text"),
      c.maybe("MODALITY_CODE", "text", "clinical", (row) => row.modality),
      c.maybe("MODALITY_DESCRIPTION", "text", "clinical", (row) => modalities[row.modality ?? ""]),
      c.empty("INSTANCE_UID", "text"),
      c.empty("SOP_CODE", "text"),
      c.empty("SOP_DESCRIPTION", "text"),
      c.always("PROCEDURE_CODE", "text", "clinical", (row) => row.code.code),
    ],
  ),
  patientTable(
    "devices",
    (record) => record.devices,
    (c) => [
      c.always("START", "timestamp", "date", (row) => utc(row.implanted)),
      c.empty("STOP", "timestamp"),
      c.reference("PATIENT", "patient-id", "patients", (row) => row.patientId),
      c.empty("ENCOUNTER", "text"),
      c.empty("CODE", "text"),
      c.always("DESCRIPTION", "text", "clinical", (row) => row.description),
      c.identifier("UDI", "udi"),
    ],
  ),
  patientTable("careplans", none, (c) => [
    c.empty("Id", "text"),
    c.empty("START", "date"),
    c.empty("STOP", "date"),
    c.empty("PATIENT", "text"),
    c.empty("ENCOUNTER", "text"),
    c.empty("CODE", "text"),
    c.empty("DESCRIPTION", "text"),
    c.empty("REASONCODE", "text"),
    c.empty("REASONDESCRIPTION", "text"),
  ]),
  patientTable("supplies", none, (c) => [
    c.empty("DATE", "date"),
    c.empty("PATIENT", "text"),
    c.empty("ENCOUNTER", "text"),
    c.empty("CODE", "text"),
    c.empty("DESCRIPTION", "text"),
    c.empty("QUANTITY", "integer"),
  ]),
];

/** A record has no care plans and no supplies: these tables have their header alone. */
function none(): readonly never[] {
  return [];
}

interface Paid {
  readonly encounter: Encounter;
  readonly claim: Claim | undefined;
  readonly payer: string;
}

function withPayers(record: PatientRecord): readonly Paid[] {
  const claims = new Map(record.claims.map((claim) => [claim.encounterId, claim]));
  return record.encounters.map((encounter) => ({
    encounter,
    claim: claims.get(encounter.id),
    payer: payerAt(record, encounter.start),
  }));
}

function payerAt(record: PatientRecord, time: string): string {
  const coverage = payerOn(record, time);
  return coverage ? payerId(coverage.payer) : noInsurance.id;
}
