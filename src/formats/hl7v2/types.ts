import type { Facility, Provider } from "../../record/care.ts";
import type { Coded, CodeSystem } from "../../record/coded.ts";
import type { PersonName } from "../../record/patient.ts";
import type { Address } from "../../record/place.ts";
import { escaped } from "./escaped.ts";
import { components } from "./segment.ts";

// The data types of HL7 v2.5.1, chapter 2.A, each as the text of a field.

/** Who gives a number out, as the parts of an HD. */
export interface Authority {
  readonly namespace?: string;
  readonly universalId?: string;
  readonly type?: "ISO" | "UUID" | "L";
}

/** The population itself, for numbers that no public body gives out. */
export const ownAuthority: Authority = { namespace: "SCRUBJAY" };
export const npiAuthority: Authority = { namespace: "NPI", universalId: "2.16.840.1.113883.4.6", type: "ISO" };
export const ssnAuthority: Authority = { namespace: "SSA", universalId: "2.16.840.1.113883.4.1", type: "ISO" };

/** A time or a date as precise as it is given: `YYYYMMDDHHMMSS` or `YYYYMMDD`, local, without an offset. */
export function ts(time: string): string {
  const date = time.slice(0, 4) + time.slice(5, 7) + time.slice(8, 10);
  return time.length === 10 ? date : date + time.slice(11, 13) + time.slice(14, 16) + time.slice(17, 19);
}

export function hd({ namespace = "", universalId = "", type }: Authority, separator: "^" | "&" = "^"): string {
  return components([escaped(namespace), escaped(universalId), type], separator);
}

/** An identifier with who gave it out and what it is, by table 0203: `MR`, `SS`, `VN`. */
export const cx = (id: string, authority: Authority, type: string): string => `${escaped(id)}^^^${hd(authority, "&")}^${type}`;

export const ei = (id: string): string => `${escaped(id)}^${hd(ownAuthority)}`;

/** For the fields to which the standard leaves 22 or 30 characters: the end of an id that has more. */
export const shortEi = (id: string): string => (id.length > 13 ? escaped(id.replaceAll("-", "").slice(-20)) : ei(id));

/** A name with what sort of one it is, by table 0200, and until when it held. */
export function xpn(name: PersonName, type = "L", until = ""): string {
  const { family, given, middle = "", suffix = "" } = name;
  return components([escaped(family), escaped(given), escaped(middle), escaped(suffix), "", "", type, "", "", "", "", "", until]);
}

/** A home (`H`) or business (`B`) address in the United States. */
export function xad(address: Address, type: "H" | "B", tract = ""): string {
  const { street, city, state, zip, county } = address;
  return components([escaped(street), "", escaped(city), state, zip, "USA", type, "", escaped(county), escaped(tract)]);
}

/** A telephone number of the United States in all its parts, as v2.5.1 wants, and whole, as most read it; any other unformatted. */
export function xtn(phone: string, use: "PRN" | "WPN" = "PRN", equipment: "PH" | "FX" = "PH"): string {
  const digits = phone.replace(/\D/g, "");
  const national = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  if (national.length !== 10) return `^${use}^${equipment}^^^^^^^^^${escaped(phone)}`;
  const area = national.slice(0, 3);
  const local = national.slice(3);
  return `(${area})${local.slice(0, 3)}-${local.slice(3)}^${use}^${equipment}^^1^${area}^${local}`;
}

export const emailXtn = (email: string): string => `^NET^Internet^${escaped(email)}`;

/** A code with its words and its system by table 0396. A code without words, or words without a code, will do. */
export const ce = (code: string, text: string, system: string): string =>
  components([escaped(code), escaped(text), code === "" ? "" : system]);

export const coded = ({ code, display, system }: Coded): string => ce(code, display, codeSystems[system]);

/** HL7 table 0396. `L`: local. */
const codeSystems: Readonly<Record<CodeSystem, string>> = {
  "ICD-10-CM": "I10C",
  "ICD-10-PCS": "I10P",
  LOINC: "LN",
  RxNorm: "RXNORM",
  HCPCS: "HCPCS",
  CVX: "CVX",
  NDC: "NDC",
  "SNOMED CT": "SCT",
  local: "L",
};

/** An organization under the NPI. */
export function xon({ name, identifiers: { npi } }: Facility): string {
  if (npi === undefined) return components([escaped(name), "L"]);
  return components([escaped(name), "L", "", "", "", hd(npiAuthority, "&"), "NPI", "", "", escaped(npi)]);
}

/** A provider under the NPI. */
export function xcn({ name, credential, identifiers, id }: Provider): string {
  const npi = identifiers.npi;
  const authority = npi === undefined ? ownAuthority : npiAuthority;
  return components([
    escaped(npi ?? id),
    escaped(name.family),
    escaped(name.given),
    escaped(name.middle ?? ""),
    escaped(name.suffix ?? ""),
    "",
    escaped(credential),
    "",
    hd(authority, "&"),
    "L",
    "",
    "",
    npi === undefined ? "PRN" : "NPI",
  ]);
}
