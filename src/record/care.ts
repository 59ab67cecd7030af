import type { Coded } from "./coded.ts";
import type { Identifiers } from "./identifiers.ts";
import type { PersonName } from "./patient.ts";
import type { Address } from "./place.ts";

/** Somewhere care is given; shared by the patients of a population. */
export interface Facility {
  readonly id: string;
  readonly name: string;
  readonly address: Address;
  readonly identifiers: Identifiers;
}

/** Somebody who gives care; shared by the patients of a population. */
export interface Provider {
  readonly id: string;
  readonly facilityId: string;
  readonly name: PersonName;
  /** `MD`, `NP`. */
  readonly credential: string;
  readonly specialty: string;
  readonly identifiers: Identifiers;
}

export type EncounterClass = "ambulatory" | "emergency" | "inpatient" | "virtual";

/** A contact of a patient with care. Times are local, `YYYY-MM-DDTHH:MM:SS`. */
export interface Encounter {
  readonly id: string;
  readonly patientId: string;
  readonly providerId: string;
  readonly facilityId: string;
  readonly class: EncounterClass;
  readonly start: string;
  readonly end: string;
  /** The patient's age in whole years on that day. */
  readonly age: number;
  readonly reason: Coded;
  /** What else it was for. */
  readonly also?: readonly Coded[];
  readonly identifiers: Identifiers;
  /** Of a hospital stay: where the patient lay, in order, without gaps from `start` to `end`. */
  readonly stays?: readonly Stay[];
  /** Of a hospital stay: where the patient came from and went to. */
  readonly admission?: Admission;
  /** The emergency encounter or stay that led to it. */
  readonly fromEncounterId?: string;
  readonly appointmentId?: string;
}

/** A bed that a patient had for a while. */
export interface Stay {
  /** `ICU`, `Medicine 4 West`. */
  readonly ward: string;
  readonly room: string;
  readonly bed: string;
  readonly start: string;
  readonly end: string;
}

export interface Admission {
  readonly source: "home" | "emergency" | "transfer" | "born here";
  readonly disposition: "home" | "home health" | "skilled nursing" | "rehabilitation" | "hospice" | "transfer" | "against advice" | "died";
}

/** A booked visit, kept or not. */
export interface Appointment {
  readonly id: string;
  readonly patientId: string;
  readonly providerId: string;
  readonly facilityId: string;
  readonly booked: string;
  readonly start: string;
  readonly end: string;
  readonly status: "booked" | "fulfilled" | "no-show" | "cancelled";
  /** When it was cancelled, where it was. */
  readonly cancelled?: string;
  readonly reason: Coded;
  /** The encounter it became, where it was kept. */
  readonly encounterId?: string;
}

/** Something asked for: a test, a picture, another doctor's view. */
export interface Order {
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string;
  readonly providerId: string;
  readonly category: "laboratory" | "imaging" | "referral" | "procedure";
  readonly code: Coded;
  readonly time: string;
  readonly status: "active" | "completed" | "cancelled";
  readonly reason?: Coded;
  readonly identifiers: Identifiers;
}

/** Results that belong together: a panel, a picture read. */
export interface Report {
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string;
  readonly orderId?: string;
  readonly code: Coded;
  readonly time: string;
  readonly observationIds: readonly string[];
  /** What an imaging study showed, in words without identifiers. */
  readonly conclusion?: string;
  /** DICOM's word for how a picture was made: `CR`, `CT`. */
  readonly modality?: string;
  readonly identifiers: Identifiers;
}

export interface Procedure {
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string;
  readonly providerId: string;
  readonly code: Coded;
  readonly start: string;
  readonly end: string;
  readonly reason?: Coded;
}

/** What was billed for an encounter. Money in whole cents. */
export interface Claim {
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string;
  readonly coverageId?: string;
  readonly created: string;
  readonly lines: readonly ClaimLine[];
  readonly total: number;
  /** By the coverage, and by the patient: together no more than `total`. */
  readonly paid: number;
  readonly patientPaid: number;
  readonly status: "paid" | "denied" | "pending";
  readonly identifiers: Identifiers;
}

export interface ClaimLine {
  readonly code: Coded;
  readonly cents: number;
}
