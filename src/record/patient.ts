import type { Coded } from "./coded.ts";
import type { Identifiers } from "./identifiers.ts";
import type { Address } from "./place.ts";

export type Sex = "female" | "male";

export interface PersonName {
  readonly given: string;
  readonly middle?: string;
  readonly family: string;
  /** `Jr.`, `III`. */
  readonly suffix?: string;
}

/** The person whose record it is. Dates are `YYYY-MM-DD`. */
export interface Patient {
  /** Unique in the population. */
  readonly id: string;
  readonly sex: Sex;
  readonly name: PersonName;
  /** Names that the person had or is also known by. */
  readonly otherNames?: readonly OtherName[];
  /** Where `sex` was changed on record. */
  readonly sexAtBirth?: Sex;
  /** Why only some may see the record. */
  readonly restriction?: "sealed adoption" | "protected address" | "court order";
  readonly birthDate: string;
  readonly race: Race;
  readonly hispanic: boolean;
  /** ISO 639-1. */
  readonly language: string;
  readonly maritalStatus: MaritalStatus;
  readonly address: Address;
  /** Where they lived before, until the day from which `address` holds. */
  readonly formerAddress?: { readonly address: Address; readonly until: string };
  /** City and state, as a person would say it. */
  readonly birthPlace: string;
  readonly occupation?: string;
  readonly employer?: string;
  /** Whoever shares it lives at one address. */
  readonly householdId?: string;
  /** `YYYY-MM-DDTHH:MM:SS`. */
  readonly deceased?: string;
  readonly causeOfDeath?: Coded;
  readonly identifiers: Identifiers;
}

export interface OtherName {
  readonly use: "maiden" | "former" | "transliterated" | "nickname";
  readonly name: PersonName;
  /** The day from which a former name no longer held. */
  readonly until?: string;
}

/** The categories of the Census Bureau's estimates; Hispanic origin is asked apart. */
export type Race = "white" | "black" | "asian-pacific-islander" | "american-indian-alaska-native" | "multiple";
export type MaritalStatus = "never married" | "married" | "divorced" | "widowed";

/** Somebody to call: a relative or household member of the patient. */
export interface Contact {
  readonly id: string;
  readonly patientId: string;
  readonly relationship: "mother" | "father" | "wife" | "husband" | "daughter" | "son" | "sister" | "brother" | "friend";
  readonly name: PersonName;
  /** The patient of this population that it is, where it is one. */
  readonly samePatientId?: string;
  readonly livesWith?: boolean;
  /** Of another patient of the population who lives elsewhere. */
  readonly address?: Address;
  readonly phone: string;
  readonly email?: string;
  /** Of a contact abroad. */
  readonly postalCode?: string;
  readonly country: string;
}

export interface Coverage {
  readonly id: string;
  readonly patientId: string;
  readonly payer: string;
  readonly type: PayerType;
  readonly start: string;
  /** The first day on which it pays no more. Absent while it lasts. */
  readonly end?: string;
  /** Through whom the patient is insured, by the same numbers. Absent where it is the patient. */
  readonly subscriber?: Subscriber;
  readonly identifiers: Identifiers;
}

/** A parent or the husband or wife, at the patient's address. */
export interface Subscriber {
  /** What the patient is to them. */
  readonly relationship: "spouse" | "child";
  /** The patient of this population that it is. */
  readonly patientId: string;
  readonly name: PersonName;
  readonly sex: Sex;
  readonly birthDate: string;
}

/** Somebody who pays for care; shared by the patients of a population. A coverage names it. */
export interface Payer {
  /** `payerId` of its name. */
  readonly id: string;
  readonly name: string;
  readonly isPublic: boolean;
}

export type PayerType = "medicare" | "medicaid" | "employer" | "individual" | "military" | "none";

export interface Device {
  readonly id: string;
  readonly patientId: string;
  readonly description: string;
  readonly implanted: string;
  readonly identifiers: Identifiers;
}
