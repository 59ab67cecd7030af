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
  readonly identifiers: Identifiers;
}

/** A code of a public system, with its words. */
export interface Coded {
  readonly system: "ICD-10-CM" | "LOINC" | "RxNorm";
  readonly code: string;
  readonly display: string;
}

export interface Condition {
  readonly id: string;
  readonly patientId: string;
  /** The encounter at which it was recorded; absent for what came from the history. */
  readonly encounterId?: string;
  readonly code: Coded;
  readonly onset: string;
  /** Absent while it lasts. */
  readonly resolved?: string;
}

export interface Observation {
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string;
  readonly category: "vital-signs" | "laboratory";
  readonly code: Coded;
  readonly time: string;
  readonly value: number;
  /** How many decimals `value` is given with. */
  readonly decimals: number;
  /** UCUM. */
  readonly unit: string;
  readonly identifiers: Identifiers;
}

export interface Medication {
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string;
  readonly code: Coded;
  readonly start: string;
  readonly stop?: string;
  readonly instructions: string;
  readonly identifiers: Identifiers;
}
