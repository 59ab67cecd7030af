import type { EncounterClass } from "../../record/care.ts";
import type { Coverage, MaritalStatus, Payer, Race } from "../../record/patient.ts";
import type { PatientRecord } from "../../record/record.ts";

// How Synthea's CSV export spells what a record says.

/** Its payer of those who have none. */
export const noInsurance: Payer = { id: "00000000-0000-4000-8000-000000000000", name: "NO_INSURANCE", isPublic: false };

/** Synthea writes UTC; ours are local times, spelled likewise. */
export const utc = (time: string): string => (time.length === 10 ? `${time}T00:00:00Z` : `${time}Z`);

export const degrees = (value: number): string => value.toFixed(5);

export const genders = { female: "F", male: "M" } as const;

export const races: Readonly<Record<Race, string>> = {
  white: "white",
  black: "black",
  "asian-pacific-islander": "asian",
  "american-indian-alaska-native": "native",
  multiple: "other",
};

export const maritalStatuses: Readonly<Record<MaritalStatus, string>> = { "never married": "S", married: "M", divorced: "D", widowed: "W" };

/** Where Synthea has a SNOMED code for the kind of visit: the code of HL7's ActCode, and its words. */
export const visitCodes: Readonly<Record<EncounterClass, readonly [string, string]>> = {
  ambulatory: ["AMB", "ambulatory"],
  emergency: ["EMER", "emergency"],
  inpatient: ["IMP", "inpatient encounter"],
  virtual: ["VR", "virtual"],
};

/** DICOM's words for how a picture was made (PS3.3 C.7.3.1.1.1). */
export const modalities: Readonly<Record<string, string>> = {
  CR: "Computed Radiography",
  CT: "Computed Tomography",
  DX: "Digital Radiography",
  MG: "Mammography",
  MR: "Magnetic Resonance",
  NM: "Nuclear Medicine",
  US: "Ultrasound",
  XA: "X-Ray Angiography",
  ECG: "Electrocardiography",
};

/** Who pays on a day: the first coverage that holds then, by the name of the payer. */
export function payerOn({ coverages }: PatientRecord, time: string): Coverage | undefined {
  const day = time.slice(0, 10);
  return coverages.find(({ start, end }) => start <= day && (end === undefined || end > day));
}

export const memberId = ({ identifiers }: Coverage): string | undefined =>
  identifiers.mbi ?? identifiers["medicaid-id"] ?? identifiers["member-id"];
