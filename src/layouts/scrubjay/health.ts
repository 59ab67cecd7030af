import type { Table } from "../layout.ts";
import { patientTable } from "../layout.ts";

/** What patients have. */
export const healthTables: readonly Table[] = [
  patientTable(
    "conditions",
    (record) => record.conditions,
    (c) => [
      c.key("condition_id", "record-id", (row) => row.id),
      c.reference("patient_id", "patient-id", "patients", (row) => row.patientId),
      c.maybeReference("encounter_id", "encounter-id", "encounters", (row) => row.encounterId),
      c.always("code_system", "text", "clinical", (row) => row.code.system),
      c.always("code", "text", "clinical", (row) => row.code.code),
      c.always("description", "text", "clinical", (row) => row.code.display),
      c.always("onset_date", "date", "date", (row) => row.onset),
      c.maybe("resolved_date", "date", "date", (row) => row.resolved),
      c.maybe("severity", "text", "clinical", (row) => row.severity),
    ],
  ),
  patientTable(
    "allergies",
    (record) => record.allergies,
    (c) => [
      c.key("allergy_id", "record-id", (row) => row.id),
      c.reference("patient_id", "patient-id", "patients", (row) => row.patientId),
      c.always("category", "text", "clinical", (row) => row.category),
      c.always("code_system", "text", "clinical", (row) => row.code.system),
      c.always("code", "text", "clinical", (row) => row.code.code),
      c.always("description", "text", "clinical", (row) => row.code.display),
      c.always("reaction_code", "text", "clinical", (row) => row.reaction.code),
      c.always("reaction", "text", "clinical", (row) => row.reaction.display),
      c.always("severity", "text", "clinical", (row) => row.severity),
      c.always("onset_date", "date", "date", (row) => row.onset),
    ],
  ),
  patientTable(
    "family_history",
    (record) => record.familyHistory,
    (c) => [
      c.key("family_history_id", "record-id", (row) => row.id),
      c.reference("patient_id", "patient-id", "patients", (row) => row.patientId),
      c.always("relationship", "text", "clinical", (row) => row.relationship),
      c.always("code_system", "text", "clinical", (row) => row.code.system),
      c.always("code", "text", "clinical", (row) => row.code.code),
      c.always("description", "text", "clinical", (row) => row.code.display),
      c.maybe("onset_age", "integer", "age", (row) => row.onsetAge),
    ],
  ),
];
