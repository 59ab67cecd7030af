import type { Category } from "../identifiers/category.ts";

/** For whom an identifier matters: entity recall is given apart for each. */
export const groups = {
  direct: "the subject's name, MRN, SSN, phone, fax, e-mail, address",
  relatives: "relatives and household",
  providers: "providers",
  dates: "dates and ages over 89",
  other: "everything else",
} as const;

export type Group = keyof typeof groups;

/** Values of a label that are no identifiers under Safe Harbor. */
export const exceptions = ["under-90", "bare-year", "clock-time", "state-or-country"] as const;

export type Exception = (typeof exceptions)[number];

/** What a gold label stands for. */
export interface Meaning {
  /** Undefined: no identifier under Safe Harbor, whether found or not. */
  readonly category: Category | undefined;
  readonly group: Group;
  readonly isName: boolean;
  readonly except: readonly Exception[];
}

type Row = readonly [labels: string, category: Category | undefined, group: Group, ...except: Exception[]];

/**
 * Labels of many vocabularies, in capitals with underscores: this project's notes; i2b2 and n2c2 2014 and i2b2 2006;
 * PhysioNet's deid; ASQ-PHI; Presidio and spaCy; Amazon Comprehend Medical. Kinds of our catalogue need no row.
 */
const rows: readonly Row[] = [
  ["PATIENT PATIENT_NAME PTNAME PTNAMEINITIAL NAME", "A", "direct"],
  ["RELATIVE RELATIVEPROXYNAME FAMILY_MEMBER", "A", "relatives"],
  ["PROVIDER DOCTOR HCPNAME STAFF CLINICIAN", "A", "providers"],
  ["PERSON PER FIRST_NAME LAST_NAME", "A", "other"],
  ["FACILITY FAC HOSPITAL ORGANIZATION ORG COMPANY_NAME SCHOOL", "B", "other"],
  ["LOCATION LOC GPE GEOGRAPHIC_LOCATION LOCATION_OTHER PLACE", "B", "other", "state-or-country"],
  ["ADDRESS STREET STREET_ADDRESS", "B", "direct"],
  ["CITY COUNTY ZIP ZIP_CODE ZIPCODE POSTCODE COORDINATE", "B", "other"],
  ["DATE DATE_TIME DATETIME DOB DATE_OF_BIRTH", "C", "dates", "bare-year", "clock-time"],
  ["AGE", "C", "dates", "under-90"],
  ["PHONE PHONE_NUMBER TELEPHONE PHONE_OR_FAX CONTACT PAGER", "D", "direct"],
  ["FAX FAX_NUMBER", "E", "direct"],
  ["EMAIL EMAIL_ADDRESS", "F", "direct"],
  ["SSN US_SSN SOCIAL_SECURITY_NUMBER", "G", "direct"],
  ["MRN MEDICALRECORD MEDICAL_RECORD MEDICAL_RECORD_NUMBER UK_NHS", "H", "direct"],
  ["PLAN HEALTHPLAN HEALTH_PLAN HEALTH_PLAN_BENEFICIARY_NUMBER INSURANCE", "I", "other"],
  ["ACCOUNT ACCOUNT_NUMBER CREDIT_CARD CREDIT_DEBIT_CARD IBAN_CODE IBAN US_BANK_NUMBER BANK_ROUTING_NUMBER SWIFT_BIC CRYPTO", "J", "other"],
  ["LICENSE CERTIFICATE_LICENSE_NUMBER MEDICAL_LICENSE US_DRIVER_LICENSE US_PASSPORT PASSPORT", "K", "other"],
  ["VEHICLE VEHICLE_IDENTIFIER LICENSE_PLATE", "L", "other"],
  ["DEVICE DEVICE_IDENTIFIER", "M", "other"],
  ["URL DOMAIN_NAME WEB", "N", "other"],
  ["IP IPADDR IPADDRESS IP_ADDRESS IPV4 IPV6", "O", "other"],
  ["BIOID BIOMETRIC BIOMETRIC_IDENTIFIER", "P", "other"],
  ["PHOTO", "Q", "other"],
  ["ID IDNUM UNIQUE_IDENTIFIER EMPLOYER USERNAME USER CUSTOMER_ID NATIONAL_ID US_ITIN OTHER", "R", "other"],
  ["STATE COUNTRY TITLE NRP NORP PROFESSION OCCUPATION PAYER TIME YEAR DATEYEAR ETHNICITY LANGUAGE", undefined, "other"],
];

/** Every label that is known without being told, by its folded spelling. */
export const vocabulary: ReadonlyMap<string, Meaning> = new Map(
  rows.flatMap(([labels, category, group, ...except]) =>
    labels.split(" ").map((label): [string, Meaning] => [label, { category, group, isName: category === "A", except }]),
  ),
);
