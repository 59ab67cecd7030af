import { dollars } from "../amounts.ts";
import type { Table } from "../layout.ts";
import { patientTable } from "../layout.ts";

/** What is given, billed and written. */
export const treatmentTables: readonly Table[] = [
  patientTable(
    "medications",
    (record) => record.medications,
    (c) => [
      c.key("medication_id", "record-id", (row) => row.id),
      c.reference("patient_id", "patient-id", "patients", (row) => row.patientId),
      c.maybeReference("encounter_id", "encounter-id", "encounters", (row) => row.encounterId),
      c.always("rxnorm", "text", "clinical", (row) => row.code.code),
      c.always("description", "text", "clinical", (row) => row.code.display),
      c.always("start_date", "date", "date", (row) => row.start),
      c.maybe("stop_date", "date", "date", (row) => row.stop),
      c.always("instructions", "text", "clinical", (row) => row.instructions),
      c.maybe("stop_reason", "text", "clinical", (row) => row.stopReason),
      c.maybe("reason_code", "text", "clinical", (row) => row.reason?.code),
      c.maybe("reason", "text", "clinical", (row) => row.reason?.display),
      c.maybe("quantity", "decimal", "clinical", (row) => row.quantity?.toString()),
      c.maybe("days_supply", "integer", "clinical", (row) => row.daysSupply),
      c.maybe("refills", "integer", "clinical", (row) => row.refills),
      c.identifier("prescription_number", "prescription-number"),
    ],
  ),
  patientTable(
    "dispenses",
    (record) => record.medications.flatMap(({ id, dispenses = [] }) => dispenses.map((dispense) => ({ medicationId: id, ...dispense }))),
    (c) => [
      c.key("dispense_id", "record-id", (row) => row.id),
      c.reference("medication_id", "record-id", "medications", (row) => row.medicationId),
      c.always("dispensed_date", "date", "date", (row) => row.date),
      c.always("quantity", "decimal", "clinical", (row) => row.quantity.toString()),
      c.always("days_supply", "integer", "clinical", (row) => row.daysSupply),
    ],
  ),
  patientTable(
    "claims",
    (record) => record.claims,
    (c) => [
      c.key("claim_id", "record-id", (row) => row.id),
      c.reference("patient_id", "patient-id", "patients", (row) => row.patientId),
      c.reference("encounter_id", "encounter-id", "encounters", (row) => row.encounterId),
      c.maybeReference("coverage_id", "record-id", "coverages", (row) => row.coverageId),
      c.always("created_date", "date", "date", (row) => row.created.slice(0, 10)),
      c.always("status", "text", "clinical", (row) => row.status),
      c.always("total", "decimal", "clinical", (row) => dollars(row.total)),
      c.always("paid", "decimal", "clinical", (row) => dollars(row.paid)),
      c.always("patient_paid", "decimal", "clinical", (row) => dollars(row.patientPaid)),
      c.identifier("claim_number", "claim-number"),
    ],
  ),
  patientTable(
    "claim_lines",
    (record) => record.claims.flatMap(({ id, lines }) => lines.map((line, i) => ({ id, number: i + 1, ...line }))),
    (c) => [
      c.key("claim_line_id", "record-id", (row) => `${row.id}-${row.number}`),
      c.reference("claim_id", "record-id", "claims", (row) => row.id),
      c.always("line", "integer", "clinical", (row) => row.number),
      c.always("code_system", "text", "clinical", (row) => row.code.system),
      c.always("code", "text", "clinical", (row) => row.code.code),
      c.always("description", "text", "clinical", (row) => row.code.display),
      c.always("amount", "decimal", "clinical", (row) => dollars(row.cents)),
    ],
  ),
  patientTable(
    "notes",
    (record) => record.notes,
    (c) => [
      c.key("note_id", "record-id", (row) => row.id),
      c.reference("patient_id", "patient-id", "patients", (row) => row.patientId),
      c.reference("encounter_id", "encounter-id", "encounters", (row) => row.encounterId),
      c.reference("provider_id", "provider-id", "providers", (row) => row.providerId),
      c.always("written_time", "timestamp", "date", (row) => row.time),
      c.always("title", "text", "clinical", (row) => row.title),
      c.always("text", "text", "prose", (row) => row.text),
    ],
  ),
];
