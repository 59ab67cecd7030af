import { icd10cm, icd10cmCategories } from "./generated/icd10cm.ts";
import { setFrom } from "./ranks.ts";
import { isUnit } from "./units.ts";

export type CodeSystem = "ICD-10-CM" | "ICD-9-CM" | "LOINC" | "SNOMED CT" | "RxNorm" | "CVX" | "NDC" | "HCPCS" | "ICD-10-PCS" | "UCUM";

/**
 * How sure a code is: `listed` stands in a list, `checked` has a right check digit (or, for a dotted ICD-10-CM code, a listed
 * category and a possible rest), `shaped` only looks like one, as a room number or an account may.
 */
export type CodeStrength = "listed" | "checked" | "shaped";

const isListed = setFrom(icd10cm);
let categories: ReadonlySet<string> | undefined;

/** The three-character categories of ICD-10-CM, such as `E11` (January 2021; later codes below them are `checked`). */
export function icd10Categories(): ReadonlySet<string> {
  categories ??= new Set(icd10cmCategories.split(" "));
  return categories;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isUpper = (code: number): boolean => code >= 65 && code <= 90;

function allDigits(text: string, start = 0, end = text.length): boolean {
  if (end <= start) return false;
  for (let i = start; i < end; i++) if (!isDigit(text.charCodeAt(i))) return false;
  return true;
}

/** ICD-10-CM, dotted (`E11.65`) or, as claims write it, without a dot (`E1165`); any case. */
function icd10cmStrength(text: string): CodeStrength | null {
  if (text.length < 3 || text.length > 8) return null;
  const upper = text.toUpperCase();
  if (!isUpper(upper.charCodeAt(0)) || !isDigit(upper.charCodeAt(1)) || !icd10Categories().has(upper.slice(0, 3))) return null;
  const dotted = upper[3] === ".";
  const rest = upper.slice(dotted ? 4 : 3);
  if (rest.length > 4 || (dotted && rest.length === 0)) return null;
  for (let i = 0; i < rest.length; i++) {
    const code = rest.charCodeAt(i);
    if (!isDigit(code) && !isUpper(code)) return null;
  }
  if (isListed((upper.slice(0, 3) + rest).toLowerCase())) return "listed";
  return dotted ? "checked" : "shaped";
}

/** ICD-9-CM with its dot: `250.00`, `V58.69`, `E849.0`; without letters or dot it is any number. */
function icd9cmStrength(text: string): CodeStrength | null {
  const first = text.charCodeAt(0);
  const dot = text.indexOf(".");
  const whole = dot < 0 ? text : text.slice(0, dot);
  const rest = dot < 0 ? "" : text.slice(dot + 1);
  if (rest.length > 2 || (dot >= 0 && !allDigits(rest))) return null;
  if (first === 86 || first === 118) return whole.length === 3 && allDigits(whole, 1) && dot > 0 ? "shaped" : null;
  if (first === 69 || first === 101)
    return whole.length === 4 && (whole[1] === "8" || whole[1] === "9") && allDigits(whole, 1) ? "shaped" : null;
  return whole.length === 3 && allDigits(whole) ? "shaped" : null;
}

/** LOINC: one to seven digits, a hyphen and a mod-10 check digit (LOINC Users' Guide, appendix C). */
export function isLoinc(text: string): boolean {
  const hyphen = text.length - 2;
  if (hyphen < 1 || hyphen > 7 || text.charCodeAt(hyphen) !== 45) return false;
  if (!allDigits(text, 0, hyphen) || !isDigit(text.charCodeAt(hyphen + 1))) return false;
  let sum = 0;
  for (let i = hyphen - 1, double = true; i >= 0; i--, double = !double) {
    const digit = text.charCodeAt(i) - 48;
    const doubled = double ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return (10 - (sum % 10)) % 10 === text.charCodeAt(hyphen + 1) - 48;
}

// J. Verhoeff, Error detecting decimal codes (1969): multiplication in the dihedral group D5, and the position permutation.
const product = "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";
const permutation = "01234567891576283094580379614289160435279453126870428657390127938064157046913258";

/** Whether the last digit is the Verhoeff check digit of those before it. */
export function isVerhoeff(digits: string): boolean {
  let check = 0;
  for (let i = digits.length - 1, position = 0; i >= 0; i--, position++) {
    const digit = digits.charCodeAt(i) - 48;
    const permuted = permutation.charCodeAt((position % 8) * 10 + digit) - 48;
    check = product.charCodeAt(check * 10 + permuted) - 48;
  }
  return check === 0;
}

const partitions: ReadonlySet<string> = new Set(["00", "01", "02", "10", "11", "12"]);

/**
 * A SNOMED CT identifier: 6 to 18 digits, no leading zero, a known partition and a Verhoeff check digit (SNOMED CT Release File
 * Specifications, "SCTID"). One random number in 160 passes, so a lone one is weak beside a label that says otherwise.
 */
export function isSnomed(text: string): boolean {
  if (text.length < 6 || text.length > 18 || text.charCodeAt(0) === 48 || !allDigits(text)) return false;
  return partitions.has(text.slice(-3, -1)) && isVerhoeff(text);
}

/** NDC with hyphens: 4-4-2, 5-3-2, 5-4-1 or 5-4-2 (21 CFR 207.33); eleven bare digits are any number. */
function ndcStrength(text: string): CodeStrength | null {
  const parts = text.split("-", 4);
  if (parts.length === 1) return (text.length === 10 || text.length === 11) && allDigits(text) ? "shaped" : null;
  if (parts.length !== 3 || !parts.every((part) => allDigits(part))) return null;
  const shape = parts.map((part) => part.length).join("-");
  return shape === "4-4-2" || shape === "5-3-2" || shape === "5-4-1" || shape === "5-4-2" ? "shaped" : null;
}

/** HCPCS level II: a letter A to V and four digits. */
function hcpcsStrength(text: string): CodeStrength | null {
  const first = text.charCodeAt(0) & ~32;
  return text.length === 5 && first >= 65 && first <= 86 && allDigits(text, 1) ? "shaped" : null;
}

/** ICD-10-PCS: seven characters without I and O, the first a section that exists. */
function icd10pcsStrength(text: string): CodeStrength | null {
  if (text.length !== 7) return null;
  const upper = text.toUpperCase();
  if (!"0123456789BCDFGHX".includes(upper[0]!)) return null;
  for (let i = 0; i < 7; i++) {
    const code = upper.charCodeAt(i);
    if (!(isDigit(code) || isUpper(code)) || code === 73 || code === 79) return null;
  }
  return "shaped";
}

const strengths: Readonly<Record<CodeSystem, (text: string) => CodeStrength | null>> = {
  "ICD-10-CM": icd10cmStrength,
  LOINC: (text) => (isLoinc(text) ? "checked" : null),
  "SNOMED CT": (text) => (isSnomed(text) ? "checked" : null),
  UCUM: (text) => (isUnit(text) ? "listed" : null),
  "ICD-9-CM": icd9cmStrength,
  NDC: ndcStrength,
  HCPCS: hcpcsStrength,
  "ICD-10-PCS": icd10pcsStrength,
  RxNorm: (text) => (text.length <= 8 && text.charCodeAt(0) !== 48 && allDigits(text) ? "shaped" : null),
  CVX: (text) => (text.length <= 3 && allDigits(text) ? "shaped" : null),
};

/** How sure it is that the text is a code of the system; null when it cannot be one. For columns whose label tells the system. */
export function codeStrength(system: CodeSystem, text: string): CodeStrength | null {
  return text.length === 0 || text.length > 18 ? null : strengths[system](text);
}

/**
 * The system of a code that is listed or has a right check digit, by itself and without a label: an ICD-10-CM code, a unit,
 * LOINC of four characters or more, SNOMED CT. What is only shaped like a code (RxNorm, CVX, NDC, HCPCS, ICD-9-CM, ICD-10-PCS, bare
 * digits) gives null: ask `codeStrength` when the label names the system.
 */
export function isKnownCode(text: string): CodeSystem | null {
  if (text.length < 1 || text.length > 18) return null;
  const first = text.charCodeAt(0);
  const letter = first | 32;
  if (letter >= 97 && letter <= 122) {
    const strength = icd10cmStrength(text);
    if (strength === "listed" || strength === "checked") return "ICD-10-CM";
  } else if (isDigit(first)) {
    if (text.length >= 4 && isLoinc(text)) return "LOINC";
    if (isSnomed(text)) return "SNOMED CT";
    return text.length > 4 && isUnit(text) ? "UCUM" : null;
  }
  return isUnit(text) ? "UCUM" : null;
}
