import type { OtherName, PersonName } from "../../../record/patient.ts";
import type { Address } from "../../../record/place.ts";
import { concept, extensions, hl7 } from "./codes.ts";

export function humanName(name: PersonName, credential?: string, use = "official") {
  const suffixes = [name.suffix, credential].filter((suffix) => suffix !== undefined);
  return {
    use,
    family: name.family,
    given: name.middle === undefined ? [name.given] : [name.given, name.middle],
    suffix: suffixes.length === 0 ? undefined : suffixes,
  };
}

const uses: Readonly<Record<OtherName["use"], string>> = { maiden: "maiden", former: "old", nickname: "nickname", transliterated: "usual" };

export function otherName({ use, name, until }: OtherName) {
  const own = { ...humanName(name, undefined, uses[use]), period: until === undefined ? undefined : { end: dayBefore(until) } };
  if (use !== "transliterated") return own;
  // HL7's way to say that a name is written in letters.
  return { extension: [{ url: `${extensions}iso21090-EN-representation`, valueCode: "ABC" }], ...own };
}

/** A FHIR period ends with its last day; what the record says holds `until` a day no longer holds on it. */
export const dayBefore = (date: string): string => new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);

/** `censusTract`: as HL7 v3 has it in an address. */
export function address(place: Address, use: "home" | "work", censusTract?: string) {
  return {
    extension: [
      {
        url: `${extensions}geolocation`,
        extension: [
          { url: "latitude", valueDecimal: Number(place.latitude.toFixed(5)) },
          { url: "longitude", valueDecimal: Number(place.longitude.toFixed(5)) },
        ],
      },
    ],
    use,
    line: place.street === "" ? undefined : [place.street],
    // HL7 allows the extension on a line alone.
    _line:
      censusTract === undefined || place.street === ""
        ? undefined
        : [{ extension: [{ url: `${extensions}iso21090-ADXP-censusTract`, valueString: censusTract }] }],
    city: place.city || undefined,
    // A military address has no county.
    district: place.county || undefined,
    state: place.state,
    postalCode: place.zip || undefined,
    country: "US",
  };
}

export interface ContactPoint {
  readonly system: "phone" | "fax" | "email" | "url";
  readonly value: string;
  readonly use?: "home" | "work" | undefined;
}

/** Those that there are; undefined for none. */
export function contactPoints(
  from: { readonly [system in ContactPoint["system"]]?: string | undefined },
  use: "home" | "work",
): readonly ContactPoint[] | undefined {
  const list: ContactPoint[] = [];
  for (const system of ["phone", "fax", "email", "url"] as const) {
    const value = from[system];
    if (value !== undefined) list.push(system === "phone" || system === "fax" ? { system, value, use } : { system, value });
  }
  return list.length === 0 ? undefined : list;
}

/** HL7's codes for the relatives of a record. */
const roles: Readonly<Record<string, readonly [string, string]>> = {
  mother: ["MTH", "mother"],
  father: ["FTH", "father"],
  wife: ["WIFE", "wife"],
  husband: ["HUSB", "husband"],
  daughter: ["DAUC", "daughter"],
  son: ["SONC", "son"],
  sister: ["SIS", "sister"],
  brother: ["BRO", "brother"],
  friend: ["FRND", "unrelated friend"],
};

export function relationship(word: string) {
  const role = roles[word];
  return role === undefined ? { text: word } : { ...concept(`${hl7}v3-RoleCode`, role[0], role[1]), text: word };
}
