import type { Table } from "../layout.ts";
import { patientTable } from "../layout.ts";

/** What happens: visits, booked and made. */
export const careTables: readonly Table[] = [
  patientTable(
    "appointments",
    (record) => record.appointments,
    (c) => [
      c.key("appointment_id", "record-id", (row) => row.id),
      c.reference("patient_id", "patient-id", "patients", (row) => row.patientId),
      c.reference("provider_id", "provider-id", "providers", (row) => row.providerId),
      c.reference("facility_id", "organization-id", "facilities", (row) => row.facilityId),
      c.always("booked_time", "timestamp", "date", (row) => row.booked),
      c.always("start_time", "timestamp", "date", (row) => row.start),
      c.always("end_time", "timestamp", "date", (row) => row.end),
      c.always("status", "text", "clinical", (row) => row.status),
      c.always("reason_code", "text", "clinical", (row) => row.reason.code),
      c.always("reason", "text", "clinical", (row) => row.reason.display),
    ],
  ),
  patientTable(
    "encounters",
    (record) => record.encounters,
    (c) => [
      c.key("encounter_id", "encounter-id", (row) => row.id),
      c.reference("patient_id", "patient-id", "patients", (row) => row.patientId),
      c.reference("provider_id", "provider-id", "providers", (row) => row.providerId),
      c.reference("facility_id", "organization-id", "facilities", (row) => row.facilityId),
      c.always("class", "text", "clinical", (row) => row.class),
      c.always("start_time", "timestamp", "date", (row) => row.start),
      c.always("end_time", "timestamp", "date", (row) => row.end),
      c.always("age", "integer", "age", (row) => row.age),
      c.always("reason_code", "text", "clinical", (row) => row.reason.code),
      c.always("reason", "text", "clinical", (row) => row.reason.display),
      c.maybe("further_codes", "text", "clinical", (row) => row.also?.map(({ code }) => code).join(" ")),
      c.identifier("visit_number", "encounter-id"),
      c.identifier("account_number", "account-number"),
      c.identifier("claim_number", "claim-number"),
      c.maybeReference("appointment_id", "record-id", "appointments", (row) => row.appointmentId),
      c.maybeReference("from_encounter_id", "encounter-id", "encounters", (row) => row.fromEncounterId),
      c.maybe("admission_source", "text", "clinical", (row) => row.admission?.source),
      c.maybe("discharge_disposition", "text", "clinical", (row) => row.admission?.disposition),
    ],
  ),
  patientTable(
    "stays",
    (record) => record.encounters.flatMap(({ id, stays = [] }) => stays.map((stay, i) => ({ id, number: i + 1, ...stay }))),
    (c) => [
      c.key("stay_id", "record-id", (row) => `${row.id}-${row.number}`),
      c.reference("encounter_id", "encounter-id", "encounters", (row) => row.id),
      c.always("ward", "text", "clinical", (row) => row.ward),
      c.always("room", "text", "clinical", (row) => row.room),
      c.always("bed", "text", "clinical", (row) => row.bed),
      c.always("start_time", "timestamp", "date", (row) => row.start),
      c.always("end_time", "timestamp", "date", (row) => row.end),
    ],
  ),
];
