import type { Verdict } from "../formats/slot.ts";

/** What a place in a nested health document is for, by the end of its path: FHIR R4 data types and resources. */
export interface PathRule {
  /** Last keys of the path, `*` for any one key. */
  readonly ends: string;
  readonly is: Verdict;
  /** Only in these resource types; absent: in all. */
  readonly of?: string;
}

/** First that fits, narrow before wide. FHIR R4 (hl7.org/fhir/R4), sections 2.24 data types, 8.1 Patient and the resources named. */
export const pathRules: readonly PathRule[] = [
  { ends: "coding.code", is: "clinical" },
  { ends: "coding.display", is: "clinical" },
  { ends: "coding.system", is: "clinical" },
  { ends: "coding.version", is: "clinical" },
  { ends: "valueCoding.code", is: "clinical" },
  { ends: "valueCoding.display", is: "clinical" },
  { ends: "identifier.system", is: "clinical" },
  { ends: "identifier.use", is: "clinical" },
  { ends: "identifier.type.text", is: "clinical" },
  { ends: "practitioner.identifier.value", is: "provider-id" },
  { ends: "organization.identifier.value", is: "organization-id" },
  { ends: "managingOrganization.identifier.value", is: "organization-id" },
  { ends: "location.identifier.value", is: "organization-id" },
  { ends: "identifier.value", is: "patient-id", of: "patient person relatedperson" },
  { ends: "identifier.value", is: "encounter-id", of: "encounter" },
  { ends: "identifier.value", is: "provider-id", of: "practitioner practitionerrole" },
  { ends: "identifier.value", is: "organization-id", of: "organization location" },
  { ends: "identifier.value", is: "unique-id" },
  { ends: "accessionIdentifier.value", is: "accession-number" },
  { ends: "requisition.value", is: "order-number" },
  { ends: "groupIdentifier.value", is: "order-number" },
  { ends: "masterIdentifier.value", is: "unique-id" },
  { ends: "name.family", is: "family-name" },
  { ends: "name.given", is: "given-name" },
  { ends: "name.prefix", is: "clinical" },
  { ends: "name.suffix", is: "name" },
  { ends: "name.text", is: "name" },
  { ends: "name.use", is: "clinical" },
  // Coverage.class: the number of a group, a plan. No other resource has a `class` with a value.
  { ends: "class.value", is: "group-number" },
  { ends: "tag.system", is: "clinical" },
  { ends: "tag.code", is: "clinical" },
  { ends: "telecom.value", is: "phone" },
  { ends: "telecom.system", is: "clinical" },
  { ends: "telecom.use", is: "clinical" },
  { ends: "address.line", is: "street-address" },
  { ends: "address.text", is: "street-address" },
  { ends: "address.city", is: "city" },
  { ends: "address.district", is: "county" },
  { ends: "address.postalCode", is: "zip" },
  { ends: "address.use", is: "clinical" },
  { ends: "address.type", is: "clinical" },
  { ends: "address.extension.extension.valueDecimal", is: "coordinates" },
  { ends: "valueAddress.city", is: "city" },
  { ends: "valueAddress.district", is: "county" },
  { ends: "valueAddress.postalCode", is: "zip" },
  { ends: "valueAddress.line", is: "street-address" },
  { ends: "deviceName.name", is: "clinical" },
  { ends: "name", is: "facility", of: "organization location healthcareservice endpoint" },
  { ends: "alias", is: "facility", of: "organization location" },
  { ends: "description", is: "facility", of: "location" },
  { ends: "udiCarrier.deviceIdentifier", is: "udi" },
  { ends: "udiCarrier.carrierHRF", is: "udi" },
  { ends: "udiCarrier.carrierAIDC", is: "udi" },
  { ends: "distinctIdentifier", is: "udi" },
  { ends: "serialNumber", is: "device-serial" },
  { ends: "lotNumber", is: "device-serial" },
  { ends: "photo.data", is: "photo" },
  { ends: "photo.url", is: "photo" },
  { ends: "text.div", is: "prose" },
  { ends: "note.text", is: "prose" },
  { ends: "attachment.data", is: "prose" },
  { ends: "presentedForm.data", is: "prose" },
  { ends: "attachment.url", is: "url" },
  { ends: "attachment.title", is: "prose" },
  { ends: "attachment.contentType", is: "clinical" },
  { ends: "text.status", is: "clinical" },
  { ends: "meta.profile", is: "clinical" },
  { ends: "meta.versionId", is: "clinical" },
  { ends: "meta.lastUpdated", is: "date" },
  { ends: "extension.url", is: "clinical" },
  { ends: "resourceType", is: "clinical" },
  { ends: "fullUrl", is: "record-id" },
  { ends: "id", is: "patient-id", of: "patient" },
  { ends: "id", is: "encounter-id", of: "encounter" },
  { ends: "id", is: "provider-id", of: "practitioner practitionerrole" },
  { ends: "id", is: "organization-id", of: "organization location" },
  // Where a reference spells its target (`Practitioner/12`), that decides; `urn:uuid:…` does not.
  { ends: "subject.reference", is: "patient-id" },
  { ends: "patient.reference", is: "patient-id" },
  { ends: "beneficiary.reference", is: "patient-id" },
  { ends: "encounter.reference", is: "encounter-id" },
  { ends: "reference", is: "record-id" },
  { ends: "repeat.period", is: "clinical" },
  { ends: "repeat.periodMax", is: "clinical" },
  { ends: "request.url", is: "clinical" },
  { ends: "request.method", is: "clinical" },
];

/** `entry[].resource.name[].family` gives its keys, without brackets. */
export function pathKeys(path: string): readonly string[] {
  return path
    .replace(/\[[^\]]{0,20}\]/g, "")
    .split(/[./]/)
    .filter((key) => key !== "" && key !== "$");
}

/** `resource` is the type that a nested document or its file name gives, lower case; empty when it is not known. */
export function pathRule(path: string, resource: string): PathRule | undefined {
  const keys = pathKeys(path);
  if (keys.length < 2 && resource === "") return undefined;
  return pathRules.find(({ ends, of }) => {
    if (of !== undefined && !of.split(" ").includes(resource)) return false;
    const wanted = ends.split(".");
    const bare = of !== undefined && wanted.length === 1;
    if (bare ? keys.length !== 1 && !(keys.length === 3 && keys[0] === "entry") : keys.length < wanted.length) return false;
    return wanted.every((key, i) => key === "*" || key === keys[keys.length - wanted.length + i]);
  });
}

const conceptKeys =
  /^(?:code|type|category|class|status|method|route|site|form|language|interpretation|modality|reaction|manifestation|substance|specialty|priority|intent|outcome|relationship|reason)$|(?:Code|Concept|Status|Type|Category|Site|Reason|Disposition|Code[A-Z]\w{0,20})$/;

/** Whether a `text` stands for a coded concept: beside a `coding`, or below a key that holds one. */
export function isConceptText(path: string, paths: ReadonlyMap<string, number>): boolean {
  if (!path.endsWith(".text")) return false;
  const parent = path.slice(0, -".text".length);
  for (const leaf of ["code", "display", "system"]) if (paths.has(`${parent}.coding[].${leaf}`)) return true;
  return conceptKeys.test(pathKeys(parent).at(-1) ?? "");
}
