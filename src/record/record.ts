import type { Appointment, Claim, Encounter, Facility, Order, Procedure, Provider, Report } from "./care.ts";
import type { Allergy, Condition, FamilyHistory, Immunization, Medication, Observation } from "./health.ts";
import type { Note } from "./note.ts";
import type { Contact, Coverage, Device, Patient, Payer } from "./patient.ts";

/** All that is known of one patient, in no format. Lists are in the order of time. */
export interface PatientRecord {
  /** The patient's place in the population, counting from 0. */
  readonly index: number;
  readonly patient: Patient;
  readonly contacts: readonly Contact[];
  readonly coverages: readonly Coverage[];
  readonly devices: readonly Device[];
  readonly appointments: readonly Appointment[];
  readonly encounters: readonly Encounter[];
  readonly conditions: readonly Condition[];
  readonly allergies: readonly Allergy[];
  readonly familyHistory: readonly FamilyHistory[];
  readonly orders: readonly Order[];
  readonly observations: readonly Observation[];
  readonly reports: readonly Report[];
  readonly procedures: readonly Procedure[];
  readonly immunizations: readonly Immunization[];
  readonly medications: readonly Medication[];
  readonly claims: readonly Claim[];
  readonly notes: readonly Note[];
}

/** What the records of a population refer to in common. */
export interface SharedRecords {
  readonly facilities: readonly Facility[];
  readonly providers: readonly Provider[];
  readonly payers: readonly Payer[];
}
