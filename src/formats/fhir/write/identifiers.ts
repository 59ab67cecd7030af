import type { KindName } from "../../../identifiers/kinds/index.ts";
import type { Identifiers } from "../../../record/identifiers.ts";
import { hl7 } from "./codes.ts";

export interface Identifier {
  readonly type?: { readonly coding?: readonly { readonly system: string; readonly code: string }[]; readonly text?: string };
  readonly system: string;
  readonly value: string;
}

interface Meaning {
  /** A code of HL7 table 0203, where one says it. */
  readonly type?: string;
  readonly text: string;
  /** Absent: a system of our own, under a domain that belongs to nobody. */
  readonly system?: string;
}

/** What each kind is as a FHIR Identifier. A kind that is not here stands elsewhere in its resource, or in another. */
const meanings: Partial<Record<KindName, Meaning>> = {
  mrn: { type: "MR", text: "Medical record number" },
  ssn: { type: "SS", text: "Social Security number", system: "http://hl7.org/fhir/sid/us-ssn" },
  passport: { type: "PPN", text: "Passport number", system: "http://hl7.org/fhir/sid/passport-USA" },
  "drivers-license": { type: "DL", text: "Driver's license" },
  "account-number": { type: "AN", text: "Account number" },
  "employee-id": { type: "EI", text: "Employee number" },
  "payment-card": { type: "BC", text: "Payment card number" },
  "bank-account": { type: "BA", text: "Bank account" },
  "license-plate": { text: "License plate" },
  vin: { text: "Vehicle identification number" },
  "user-name": { text: "Portal user name" },
  uuid: { text: "Portal UUID" },
  "ip-address": { text: "Last portal login address" },
  "biometric-id": { text: "Fingerprint template" },
  "trial-subject-id": { text: "Trial subject number" },
  "unique-id": { text: "Registry number" },
  npi: { type: "NPI", text: "National provider identifier", system: "http://hl7.org/fhir/sid/us-npi" },
  "tax-id": { type: "TAX", text: "Tax identification number", system: "urn:oid:2.16.840.1.113883.4.4" },
  "dea-number": { type: "DEA", text: "DEA number", system: "urn:oid:2.16.840.1.113883.4.814" },
  "professional-license": { type: "LN", text: "Professional license" },
  mbi: { type: "MC", text: "Medicare beneficiary identifier", system: "http://hl7.org/fhir/sid/us-mbi" },
  "medicaid-id": { type: "MA", text: "Medicaid number" },
  "member-id": { type: "MB", text: "Member number" },
  "encounter-id": { type: "VN", text: "Visit number" },
  "claim-number": { text: "Claim number" },
  "accession-number": { type: "ACSN", text: "Accession number" },
  "order-number": { type: "PLAC", text: "Order number" },
  "prescription-number": { text: "Prescription number" },
  "device-serial": { type: "SNO", text: "Serial number" },
  "mac-address": { text: "MAC address" },
  imei: { text: "IMEI" },
};

const kinds = Object.keys(meanings) as readonly KindName[];

/** Those of a person, event or thing that are a FHIR Identifier; undefined where it has none. `except` stand elsewhere. */
export function identifiersOf(identifiers: Identifiers, except: readonly KindName[] = []): readonly Identifier[] | undefined {
  let list: Identifier[] | undefined;
  for (const kind in identifiers) {
    const value = identifiers[kind as KindName];
    const form = forms.get(kind);
    if (value === undefined || form === undefined || except.includes(kind as KindName)) continue;
    list ??= [];
    list.push({ type: form.type, system: form.system, value });
  }
  return list;
}

const forms: ReadonlyMap<string, Pick<Required<Identifier>, "type" | "system">> = new Map(
  kinds.map((kind) => {
    const { type, text, system } = meanings[kind]!;
    const coding = type === undefined ? {} : { coding: [{ system: `${hl7}v2-0203`, code: type }] };
    return [kind, { type: { ...coding, text }, system: system ?? `https://scrubjay.example/fhir/id/${kind}` }];
  }),
);
