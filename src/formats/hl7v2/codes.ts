import type { Admission, EncounterClass } from "../../record/care.ts";
import type { Allergy } from "../../record/health.ts";
import type { Contact, MaritalStatus, OtherName, PayerType, Race, Sex, Subscriber } from "../../record/patient.ts";

// What the record says, in the tables of HL7 v2.5.1. Where a table is the user's own, its suggested values.

/** Table 0001. */
export const sexes: Readonly<Record<Sex, string>> = { female: "F", male: "M" };

/**
 * Table 0005, the codes of CDC's list. Two of the Census Bureau's categories are wider than any code: the nearest stands
 * first, the category itself as the alternate.
 */
export const races: Readonly<Record<Race, string>> = {
  white: "2106-3^White^HL70005",
  black: "2054-5^Black or African American^HL70005",
  "asian-pacific-islander": "2028-9^Asian^HL70005^asian-pacific-islander^Asian or Pacific Islander^L",
  "american-indian-alaska-native": "1002-5^American Indian or Alaska Native^HL70005",
  multiple: "2131-1^Other Race^HL70005^multiple^Two or more races^L",
};

/** Table 0189. */
export const ethnicGroups = { hispanic: "H^Hispanic or Latino^HL70189", other: "N^Not Hispanic or Latino^HL70189" } as const;

/** Table 0200. It has no former name, and none in other letters: both are aliases. */
export const nameTypes: Readonly<Record<OtherName["use"], string>> = { maiden: "M", former: "A", transliterated: "A", nickname: "N" };

/** Table 0002. */
export const maritalStatuses: Readonly<Record<MaritalStatus, string>> = {
  "never married": "S^Single^HL70002",
  married: "M^Married^HL70002",
  divorced: "D^Divorced^HL70002",
  widowed: "W^Widowed^HL70002",
};

/** Table 0063; the relationship itself stands as the alternate, for the table has one word for a wife and a husband. */
export const relationships: Readonly<Record<Contact["relationship"], string>> = {
  mother: "MTH^Mother^HL70063",
  father: "FTH^Father^HL70063",
  wife: "SPO^Spouse^HL70063^wife^Wife^L",
  husband: "SPO^Spouse^HL70063^husband^Husband^L",
  daughter: "CHD^Child^HL70063^daughter^Daughter^L",
  son: "CHD^Child^HL70063^son^Son^L",
  sister: "SIB^Sibling^HL70063^sister^Sister^L",
  brother: "SIB^Sibling^HL70063^brother^Brother^L",
  friend: "FND^Friend^HL70063",
};

/** Table 0063: what the insured is to the patient, by what the patient is to them. */
export const insuredRelationships: Readonly<Record<"self" | Subscriber["relationship"], string>> = {
  self: "SEL^Self^HL70063",
  spouse: "SPO^Spouse^HL70063",
  child: "PAR^Parent^HL70063",
};

/** Table 0004. */
export const patientClasses: Readonly<Record<EncounterClass, string>> = { ambulatory: "O", virtual: "O", emergency: "E", inpatient: "I" };

/** Table 0007: what sort of admission it was. */
export const admissionTypes: Readonly<Record<EncounterClass, string>> = { ambulatory: "R", virtual: "R", emergency: "E", inpatient: "U" };

/** Where a visit takes place when no ward says so. */
export const pointsOfCare: Readonly<Record<EncounterClass, string>> = {
  ambulatory: "",
  virtual: "VIRTUAL",
  emergency: "ED",
  inpatient: "",
};

/** Table 0023. It has nothing for a child born in the house. */
export const admitSources: Readonly<Record<Admission["source"], string>> = { home: "1", emergency: "7", transfer: "4", "born here": "9" };

/** Table 0112, whose codes follow the patient discharge status of the uniform bill (UB-04, form locator 17). */
export const dispositions: Readonly<Record<Admission["disposition"], string>> = {
  home: "01",
  transfer: "02",
  "skilled nursing": "03",
  "home health": "06",
  "against advice": "07",
  died: "20",
  hospice: "50",
  rehabilitation: "62",
};

/** Table 0127. */
export const allergyTypes: Readonly<Record<Allergy["category"], string>> = {
  medication: "DA^Drug allergy^HL70127",
  food: "FA^Food allergy^HL70127",
  environment: "EA^Environmental Allergy^HL70127",
};

/** Table 0128. */
export const severities: Readonly<Record<Allergy["severity"], string>> = {
  mild: "MI^Mild^HL70128",
  moderate: "MO^Moderate^HL70128",
  severe: "SV^Severe^HL70128",
};

/** Table 0072 is the user's own: the kind of plan. */
export const planTypes: Readonly<Record<Exclude<PayerType, "none">, string>> = {
  medicare: "Medicare",
  medicaid: "Medicaid",
  employer: "Group health",
  individual: "Individual health",
  military: "Military health",
};
