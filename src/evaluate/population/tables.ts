import type { Fields } from "./rows.ts";

/**
 * What is read of a generated folder: tables by the names their files may have, columns by the names they may have, ours first
 * and then those of Synthea's export. What is absent is not measured.
 */
export interface TableSpec {
  readonly files: readonly string[];
  readonly fields: Fields;
  /** Whether a row is care of the patient: nobody has any after death. */
  readonly isCare?: boolean;
  /** Whether its beginning may lie before the encounter that recorded it. */
  readonly mayBeginBefore?: boolean;
  /** Whether it may lie in the future. */
  readonly mayBeAhead?: boolean;
}

const patient = ["patient_id", "patient", "patientid"];
const encounter = ["encounter_id", "encounter"];
const provider = ["provider_id", "provider", "providerid"];
const facility = ["facility_id", "organization", "organization_id"];
const code = ["code"];
const description = ["description", "display"];

export const tables = {
  facilities: {
    files: ["facilities", "organizations"],
    fields: {
      id: ["facility_id", "id"],
      state: ["state"],
      county: ["county"],
      zip: ["zip", "postal_code"],
      latitude: ["latitude", "lat"],
      longitude: ["longitude", "lon"],
    },
  },
  providers: { files: ["providers"], fields: { id: ["provider_id", "id"], facility } },
  patients: {
    files: ["patients"],
    fields: {
      id: ["patient_id", "id"],
      mrn: ["mrn"],
      household: ["household_id"],
      birth: ["birth_date", "birthdate"],
      death: ["deceased_time", "deceased", "death_time", "death_date", "deceased_date", "deathdate"],
      sex: ["sex", "gender"],
      race: ["race"],
      hispanic: ["hispanic", "ethnicity"],
      state: ["state"],
      county: ["county"],
      zip: ["zip"],
      latitude: ["latitude", "lat"],
      longitude: ["longitude", "lon"],
    },
  },
  coverages: { files: ["coverages"], fields: { id: ["coverage_id"], patient, start: ["start_date"] } },
  appointments: {
    files: ["appointments"],
    mayBeAhead: true,
    fields: { id: ["appointment_id"], patient, provider, facility, encounter, start: ["start_time", "start"], end: ["end_time", "end"] },
  },
  encounters: {
    files: ["encounters"],
    isCare: true,
    fields: {
      id: ["encounter_id", "id"],
      patient,
      provider,
      facility,
      class: ["class", "encounterclass"],
      start: ["start_time", "start"],
      end: ["end_time", "stop"],
      age: ["age"],
      code: ["reason_code"],
      disposition: ["discharge_disposition", "disposition"],
      appointment: ["appointment_id"],
      fromEncounter: ["from_encounter_id"],
    },
  },
  stays: {
    files: ["stays", "transfers"],
    isCare: true,
    fields: { id: ["stay_id"], patient, encounter, start: ["start_time", "start"], end: ["end_time", "end"] },
  },
  conditions: {
    files: ["conditions"],
    mayBeginBefore: true,
    fields: {
      id: ["condition_id"],
      patient,
      encounter,
      code,
      start: ["onset_date", "onset", "start"],
      end: ["resolved_date", "resolved", "stop"],
    },
  },
  allergies: {
    files: ["allergies"],
    mayBeginBefore: true,
    fields: { id: ["allergy_id"], patient, encounter, code, description, start: ["onset_date", "onset", "start"], end: ["stop"] },
  },
  orders: {
    files: ["orders"],
    isCare: true,
    fields: { id: ["order_id"], patient, encounter, provider, code, start: ["ordered_time", "order_time", "time"] },
  },
  reports: {
    files: ["reports"],
    fields: { id: ["report_id"], patient, encounter, order: ["order_id"], start: ["reported_time", "report_time", "time"] },
  },
  observations: {
    files: ["observations"],
    isCare: true,
    fields: {
      id: ["observation_id"],
      patient,
      encounter,
      loinc: ["loinc", "code"],
      start: ["observed_time", "date", "time"],
      value: ["value"],
      answer: ["answer", "answer_display", "value_text", "answer_description"],
      unit: ["unit", "units"],
      order: ["order_id"],
      report: ["report_id"],
    },
  },
  procedures: {
    files: ["procedures"],
    isCare: true,
    fields: { id: ["procedure_id"], patient, encounter, provider, code, start: ["start_time", "start", "date"], end: ["end_time", "stop"] },
  },
  medications: {
    files: ["medications"],
    isCare: true,
    fields: {
      id: ["medication_id"],
      patient,
      encounter,
      code: ["rxnorm", "code"],
      description,
      start: ["start_date", "start"],
      end: ["stop_date", "stop"],
    },
  },
  dispenses: {
    files: ["dispenses"],
    isCare: true,
    mayBeginBefore: true,
    fields: { id: ["dispense_id"], patient, medication: ["medication_id"], start: ["dispensed_date", "date", "dispense_date"] },
  },
  immunizations: {
    files: ["immunizations"],
    isCare: true,
    fields: {
      id: ["immunization_id"],
      patient,
      encounter,
      code: ["cvx", "code"],
      start: ["given_time", "immunization_time", "time", "date", "occurred_time", "administered_time"],
    },
  },
  notes: { files: ["notes"], fields: { id: ["note_id"], patient, encounter, provider, start: ["written_time"] } },
  claims: {
    files: ["claims"],
    fields: {
      id: ["claim_id"],
      patient,
      encounter,
      coverage: ["coverage_id"],
      start: ["created_date"],
      total: ["total"],
      paid: ["paid"],
      patientPaid: ["patient_paid"],
    },
  },
  contacts: { files: ["contacts"], fields: { id: ["contact_id"], patient } },
  devices: { files: ["devices"], fields: { id: ["device_id"], patient, start: ["implanted_date"] } },
} as const satisfies Record<string, TableSpec>;

export type TableName = keyof typeof tables;
