/** A FHIR R4 resource as plain data. A member that is undefined is not written; lists and objects in it are never empty. */
export interface Resource {
  readonly resourceType: ResourceType;
  readonly id: string;
  readonly [element: string]: unknown;
}

/** Every type that a record or what records share is written as, in the order in which a reader can load them. */
export const sharedTypes = ["Organization", "Location", "Practitioner", "PractitionerRole"] as const;
export const patientTypes = [
  "Patient",
  "RelatedPerson",
  "Coverage",
  "Device",
  "DeviceUseStatement",
  "Appointment",
  "Encounter",
  "Condition",
  "AllergyIntolerance",
  "FamilyMemberHistory",
  "ServiceRequest",
  "Specimen",
  "Observation",
  "ImagingStudy",
  "DiagnosticReport",
  "Procedure",
  "Immunization",
  "MedicationRequest",
  "MedicationDispense",
  "Claim",
  "ExplanationOfBenefit",
  "DocumentReference",
  "Provenance",
] as const;

export type ResourceType = (typeof sharedTypes)[number] | (typeof patientTypes)[number];

export interface Reference {
  readonly reference: string;
}

/** How one resource names another: `urn:uuid:…` in a bundle, `Patient/…` in a file of its own. */
export type Refer = (type: ResourceType, id: string) => Reference;

export const referRelative: Refer = (type, id) => ({ reference: `${type}/${id}` });
export const referInBundle: Refer = (_type, id) => ({ reference: `urn:uuid:${id}` });

/** Undefined for an empty list, which FHIR does not permit. */
export function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
