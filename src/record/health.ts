import type { Coded } from "./coded.ts";
import type { Identifiers } from "./identifiers.ts";

export interface Condition {
  readonly id: string;
  readonly patientId: string;
  /** The encounter at which it was recorded; absent for what came from the history. */
  readonly encounterId?: string;
  readonly code: Coded;
  readonly onset: string;
  /** Absent while it lasts. */
  readonly resolved?: string;
  readonly severity?: "mild" | "moderate" | "severe";
}

/** Something measured or asked. It has a number with a unit, or an answer, or neither where it was not done. */
export interface Observation {
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string;
  readonly category: "vital-signs" | "laboratory" | "social-history" | "survey";
  readonly code: Coded;
  readonly time: string;
  readonly value?: number;
  /** How many decimals `value` is given with. */
  readonly decimals?: number;
  /** UCUM. */
  readonly unit?: string;
  readonly answer?: Coded;
  /** The limits of what is usual, in `unit`. */
  readonly low?: number;
  readonly high?: number;
  readonly orderId?: string;
  readonly identifiers: Identifiers;
}

export interface Medication {
  readonly id: string;
  readonly patientId: string;
  /** Where it was prescribed; absent for what was taken before the record begins. */
  readonly encounterId?: string;
  readonly code: Coded;
  readonly start: string;
  readonly stop?: string;
  /** Why it stopped, where it did. */
  readonly stopReason?: "completed" | "dose changed" | "not tolerated" | "contraindicated" | "no longer needed" | "died";
  readonly instructions: string;
  readonly reason?: Coded;
  /** Units given at a time, and days that they last. */
  readonly quantity?: number;
  readonly daysSupply?: number;
  /** That a prescription, and each renewal of it, allows. */
  readonly refills?: number;
  /** When it was prescribed anew, unchanged. */
  readonly renewals?: readonly Renewal[];
  readonly dispenses?: readonly Dispense[];
  readonly identifiers: Identifiers;
}

export interface Renewal {
  readonly date: string;
  readonly encounterId: string;
}

/** A time that a pharmacy handed a medication out. */
export interface Dispense {
  readonly id: string;
  readonly date: string;
  readonly quantity: number;
  readonly daysSupply: number;
}

export interface Immunization {
  readonly id: string;
  readonly patientId: string;
  readonly encounterId: string;
  /** CVX. */
  readonly code: Coded;
  readonly time: string;
  readonly dose: number;
  readonly identifiers: Identifiers;
}

export interface Allergy {
  readonly id: string;
  readonly patientId: string;
  readonly category: "medication" | "food" | "environment";
  readonly code: Coded;
  readonly reaction: Coded;
  readonly severity: "mild" | "moderate" | "severe";
  readonly onset: string;
}

/** What a relative had. */
export interface FamilyHistory {
  readonly id: string;
  readonly patientId: string;
  readonly relationship: "mother" | "father" | "sister" | "brother";
  readonly code: Coded;
  /** In whole years. */
  readonly onsetAge?: number;
}
