import type { Contact, MaritalStatus, Patient, Race, Subscriber } from "../../../record/patient.ts";
import type { PatientRecord } from "../../../record/record.ts";
import type { Chart } from "./chart.ts";
import { coding, concept, core, extensions, hl7 } from "./codes.ts";
import { address, contactPoints, dayBefore, humanName, otherName, relationship } from "./datatypes.ts";
import { derivedId } from "./derived-id.ts";
import { identifiersOf } from "./identifiers.ts";
import type { Resource } from "./resource.ts";
import { some } from "./resource.ts";

export function patientResource(chart: Chart): Resource {
  const { patient, contacts, merges = [], mergedInto } = chart.record;
  const { identifiers } = patient;
  const meta = chart.directory.metas("us-core-patient");
  const birthSex = patient.sexAtBirth ?? patient.sex;
  return {
    resourceType: "Patient",
    id: patient.id,
    meta: patient.restriction === undefined ? meta : { ...meta, security: [restricted] },
    extension: [
      raceExtension(patient.race),
      ethnicityExtension(patient.hispanic),
      { url: `${core}StructureDefinition/us-core-birthsex`, valueCode: birthSex === "female" ? "F" : "M" },
      { url: `${extensions}patient-birthPlace`, valueAddress: { text: patient.birthPlace } },
    ],
    // Readers often take the first.
    identifier: identifiersOf(identifiers.mrn === undefined ? identifiers : { mrn: identifiers.mrn, ...identifiers }),
    active: mergedInto === undefined,
    name: [humanName(patient.name), ...(patient.otherNames ?? []).map(otherName)],
    telecom: contactPoints({ phone: identifiers.phone, fax: identifiers.fax, email: identifiers.email, url: identifiers.url }, "home"),
    gender: patient.sex,
    birthDate: patient.birthDate,
    deceasedDateTime: patient.deceased === undefined ? undefined : chart.home(patient.deceased),
    address: [address(patient.address, "home", identifiers["census-area"]), ...formerAddressOf(patient)],
    maritalStatus: concept(`${hl7}v3-MaritalStatus`, ...maritalStatuses[patient.maritalStatus]),
    photo: identifiers.photo === undefined ? undefined : [{ title: identifiers.photo }],
    contact: some([...contacts.map((contact) => contactElement(contact, patient)), ...employerOf(patient)]),
    communication: [{ language: concept("urn:ietf:bcp:47", patient.language), preferred: true }],
    link: some([
      ...merges.map(({ retired }) => linkTo("replaces", retired.identifiers.mrn)),
      ...(mergedInto ? [linkTo("replaced-by", mergedInto.mrn)] : []),
    ]),
  };
}

function formerAddressOf({ formerAddress }: Patient) {
  if (formerAddress === undefined) return [];
  return [{ ...address(formerAddress.address, "home"), use: "old", period: { end: dayBefore(formerAddress.until) } }];
}

/** Another record of the same person, by its number: it is in another bundle. */
function linkTo(type: "replaces" | "replaced-by", mrn: string | undefined) {
  return { other: { type: "Patient", identifier: mrn === undefined ? undefined : identifiersOf({ mrn })?.[0] }, type };
}

const restricted = coding(`${hl7}v3-Confidentiality`, "R", "restricted");

/** What OMB's categories say it in. Asian and Pacific Islander are two of them, and the record does not tell which. */
const races: Readonly<Record<Race, readonly [string | undefined, string]>> = {
  white: ["2106-3", "White"],
  black: ["2054-5", "Black or African American"],
  "asian-pacific-islander": [undefined, "Asian or Pacific Islander"],
  "american-indian-alaska-native": ["1002-5", "American Indian or Alaska Native"],
  multiple: [undefined, "More than one race"],
};

const cdcRec = "urn:oid:2.16.840.1.113883.6.238";

function raceExtension(race: Race) {
  const [code, text] = races[race];
  return {
    url: `${core}StructureDefinition/us-core-race`,
    extension: [
      ...(code === undefined ? [] : [{ url: "ombCategory", valueCoding: coding(cdcRec, code, text) }]),
      { url: "text", valueString: text },
    ],
  };
}

function ethnicityExtension(hispanic: boolean) {
  const [code, text] = hispanic ? ["2135-2", "Hispanic or Latino"] : ["2186-5", "Not Hispanic or Latino"];
  return {
    url: `${core}StructureDefinition/us-core-ethnicity`,
    extension: [
      { url: "ombCategory", valueCoding: coding(cdcRec, code!, text) },
      { url: "text", valueString: text },
    ],
  };
}

const maritalStatuses: Readonly<Record<MaritalStatus, readonly [string, string]>> = {
  "never married": ["S", "Never Married"],
  married: ["M", "Married"],
  divorced: ["D", "Divorced"],
  widowed: ["W", "Widowed"],
};

function contactElement(contact: Contact, patient: Patient) {
  return {
    relationship: [concept(`${hl7}v2-0131`, "C", "Emergency Contact"), relationship(contact.relationship)],
    name: humanName(contact.name),
    telecom: contactPoints({ phone: contact.phone, email: contact.email }, "home"),
    address: contactAddress(contact, patient),
  };
}

/** Of a contact who lives with the patient, the patient's; of most others the record knows the country, and the postal code abroad. */
function contactAddress(contact: Contact, patient: Patient) {
  if (contact.livesWith === true) return address(patient.address, "home");
  if (contact.address !== undefined) return address(contact.address, "home");
  return { use: "home", postalCode: contact.postalCode, country: contact.country };
}

function employerOf({ employer }: Patient) {
  if (employer === undefined) return [];
  return [{ relationship: [concept(`${hl7}v2-0131`, "E", "Employer")], organization: { display: employer } }];
}

export function relatedPersonResource(contact: Contact, chart: Chart): Resource {
  const insured = subscribers(chart.record).find(({ patientId }) => patientId === contact.samePatientId);
  return {
    resourceType: "RelatedPerson",
    id: contact.id,
    meta: chart.directory.metas("us-core-relatedperson"),
    active: true,
    patient: chart.patient,
    relationship: [relationship(contact.relationship)],
    name: [humanName(contact.name)],
    telecom: contactPoints({ phone: contact.phone, email: contact.email }, "home"),
    gender: insured?.sex,
    birthDate: insured?.birthDate,
    address: [contactAddress(contact, chart.record.patient)],
  };
}

/** Of whom a coverage tells more than a contact does. */
const subscribers = ({ coverages }: PatientRecord): readonly Subscriber[] => coverages.flatMap(({ subscriber }) => subscriber ?? []);

/** LOINC's question with the answer in words; since when is not known. */
export function occupationResource(chart: Chart): Resource | undefined {
  const { patient } = chart.record;
  if (patient.occupation === undefined) return undefined;
  return {
    resourceType: "Observation",
    id: derivedId(patient.id, "occupation"),
    meta: chart.directory.metas("us-core-observation-occupation"),
    status: "final",
    category: [concept(`${hl7}observation-category`, "social-history", "Social History")],
    code: concept("http://loinc.org", "11341-5", "History of Occupation"),
    subject: chart.patient,
    valueCodeableConcept: { text: patient.occupation },
  };
}
