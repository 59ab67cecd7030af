import type { Coded, CodeSystem } from "../../../record/coded.ts";

/** The URIs that HL7 registers for the systems that a record's codes come from. `.example` belongs to nobody (RFC 2606). */
const systems: Readonly<Record<CodeSystem, string>> = {
  "ICD-10-CM": "http://hl7.org/fhir/sid/icd-10-cm",
  "ICD-10-PCS": "http://www.cms.gov/Medicare/Coding/ICD10",
  LOINC: "http://loinc.org",
  RxNorm: "http://www.nlm.nih.gov/research/umls/rxnorm",
  HCPCS: "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
  CVX: "http://hl7.org/fhir/sid/cvx",
  NDC: "http://hl7.org/fhir/sid/ndc",
  "SNOMED CT": "http://snomed.info/sct",
  local: "https://scrubjay.example/fhir/CodeSystem/local",
};

export const hl7 = "http://terminology.hl7.org/CodeSystem/";
export const core = "http://hl7.org/fhir/us/core/";
export const extensions = "http://hl7.org/fhir/StructureDefinition/";

export interface Concept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

export const coding = (system: string, code: string, display?: string): Coding =>
  display === undefined ? { system, code } : { system, code, display };

export const concept = (system: string, code: string, display?: string): Concept => ({ coding: [coding(system, code, display)] });

/** A record's code: what the record calls it is both the code's display and the text. */
export function codedConcept({ system, code, display }: Coded): Concept {
  return { coding: [{ system: systems[system], code, display }], text: display };
}

/** UCUM. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly system: "http://unitsofmeasure.org";
  readonly code: string;
}

export const quantity = (value: number, unit: string): Quantity => ({ value, unit, system: "http://unitsofmeasure.org", code: unit });

/** From whole cents. */
export const money = (cents: number): { value: number; currency: "USD" } => ({ value: cents / 100, currency: "USD" });
