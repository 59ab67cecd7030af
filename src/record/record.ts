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
  /** Other records of the same person that were found and merged into this one. */
  readonly merges?: readonly Merge[];
  /** The record into which this one was merged; nothing is added to it from then on. */
  readonly mergedInto?: { readonly time: string; readonly patientId: string; readonly mrn: string };
  /** The record was opened at its first encounter, though the person may have been covered long before. */
  readonly opensAtFirstVisit?: true;
}

export interface Merge {
  readonly time: string;
  readonly retired: Patient;
}

/** What the records of a population refer to in common. */
export interface SharedRecords {
  readonly facilities: readonly Facility[];
  readonly providers: readonly Provider[];
  readonly payers: readonly Payer[];
}
