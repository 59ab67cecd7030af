import type { Observation } from "../../record/health.ts";
import type { PatientRecord } from "../../record/record.ts";
import { decimal } from "../amounts.ts";
import type { Table } from "../layout.ts";
import { patientTable } from "../layout.ts";

/** What is asked for, done and found. */
export const resultsTables: readonly Table[] = [
  patientTable(
    "orders",
    (record) => record.orders,
    (c) => [
      c.key("order_id", "record-id", (row) => row.id),
      c.reference("patient_id", "patient-id", "patients", (row) => row.patientId),
      c.reference("encounter_id", "encounter-id", "encounters", (row) => row.encounterId),
      c.reference("provider_id", "provider-id", "providers", (row) => row.providerId),
      c.always("category", "text", "clinical", (row) => row.category),
      c.always("code_system", "text", "clinical", (row) => row.code.system),
      c.always("code", "text", "clinical", (row) => row.code.code),
      c.always("description", "text", "clinical", (row) => row.code.display),
      c.always("ordered_time", "timestamp", "date", (row) => row.time),
      c.always("status", "text", "clinical", (row) => row.status),
      c.maybe("reason_code", "text", "clinical", (row) => row.reason?.code),
      c.maybe("reason", "text", "clinical", (row) => row.reason?.display),
      c.identifier("order_number", "order-number"),
    ],
  ),
  patientTable(
    "reports",
    (record) => record.reports,
    (c) => [
      c.key("report_id", "record-id", (row) => row.id),
      c.reference("patient_id", "patient-id", "patients", (row) => row.patientId),
      c.reference("encounter_id", "encounter-id", "encounters", (row) => row.encounterId),
      c.maybeReference("order_id", "record-id", "orders", (row) => row.orderId),
      c.always("code_system", "text", "clinical", (row) => row.code.system),
      c.always("code", "text", "clinical", (row) => row.code.code),
      c.always("description", "text", "clinical", (row) => row.code.display),
      c.always("reported_time", "timestamp", "date", (row) => row.time),
      c.maybe("modality", "text", "clinical", (row) => row.modality),
      c.maybe("conclusion", "text", "prose", (row) => row.conclusion),
      c.identifier("accession_number", "accession-number"),
    ],
  ),
  patientTable("observations", withReports, (c) => [
    c.key("observation_id", "record-id", (row) => row.id),
    c.reference("patient_id", "patient-id", "patients", (row) => row.patientId),
    c.reference("encounter_id", "encounter-id", "encounters", (row) => row.encounterId),
    c.always("category", "text", "clinical", (row) => row.category),
    c.always("loinc", "text", "clinical", (row) => row.code.code),
    c.always("description", "text", "clinical", (row) => row.code.display),
    c.always("observed_time", "timestamp", "date", (row) => row.time),
    c.maybe("value", "decimal", "clinical", (row) => row.value?.toFixed(row.decimals)),
    c.maybe("unit", "text", "clinical", (row) => row.unit),
    c.maybe("answer_code", "text", "clinical", (row) => row.answer?.code),
    c.maybe("answer", "text", "clinical", (row) => row.answer?.display),
    c.maybe("reference_low", "decimal", "clinical", (row) => decimal(row.low, row.decimals)),
    c.maybe("reference_high", "decimal", "clinical", (row) => decimal(row.high, row.decimals)),
    c.maybeReference("order_id", "record-id", "orders", (row) => row.orderId),
    c.maybeReference("report_id", "record-id", "reports", (row) => row.reportId),
    c.identifier("accession_number", "accession-number"),
    c.identifier("order_number", "order-number"),
    c.identifier("specimen_id", "specimen-id"),
  ]),
  patientTable(
    "procedures",
    (record) => record.procedures,
    (c) => [
      c.key("procedure_id", "record-id", (row) => row.id),
      c.reference("patient_id", "patient-id", "patients", (row) => row.patientId),
      c.reference("encounter_id", "encounter-id", "encounters", (row) => row.encounterId),
      c.reference("provider_id", "provider-id", "providers", (row) => row.providerId),
      c.always("code_system", "text", "clinical", (row) => row.code.system),
      c.always("code", "text", "clinical", (row) => row.code.code),
      c.always("description", "text", "clinical", (row) => row.code.display),
      c.always("start_time", "timestamp", "date", (row) => row.start),
      c.always("end_time", "timestamp", "date", (row) => row.end),
      c.maybe("reason_code", "text", "clinical", (row) => row.reason?.code),
      c.maybe("reason", "text", "clinical", (row) => row.reason?.display),
    ],
  ),
  patientTable(
    "immunizations",
    (record) => record.immunizations,
    (c) => [
      c.key("immunization_id", "record-id", (row) => row.id),
      c.reference("patient_id", "patient-id", "patients", (row) => row.patientId),
      c.reference("encounter_id", "encounter-id", "encounters", (row) => row.encounterId),
      c.always("cvx", "text", "clinical", (row) => row.code.code),
      c.always("description", "text", "clinical", (row) => row.code.display),
      c.always("given_time", "timestamp", "date", (row) => row.time),
      c.always("dose", "integer", "clinical", (row) => row.dose),
    ],
  ),
];

type Reported = Observation & { readonly reportId?: string };

function withReports({ observations, reports }: PatientRecord): readonly Reported[] {
  if (reports.length === 0) return observations;
  const reportOf = new Map(reports.flatMap(({ id, observationIds }) => observationIds.map((observationId) => [observationId, id])));
  return observations.map((observation) => {
    const reportId = reportOf.get(observation.id);
    // Not the spread first: V8 would give each row a shape of its own, slow to make and to read.
    return reportId === undefined ? observation : { reportId, ...observation };
  });
}
