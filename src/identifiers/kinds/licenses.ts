import { deaDigit, luhn, luhnDigit } from "../check-digits.ts";
import { defineKind, listed } from "../define.ts";
import { normalizeRecordId, recordId } from "../record-id.ts";
import { findsNothing, rule } from "../search.ts";
import { digitsOf, randomDigits, randomText, spellLike } from "../spelling.ts";

const documentId = (value: string): boolean => /^[A-Z\d][A-Z\d *-]{2,24}$/i.test(value.trim()) && /\d/.test(value);
const compact = (value: string): string => value.replace(/[\s-]/g, "").toUpperCase();

export const driversLicense = defineKind({
  name: "drivers-license",
  category: "K",
  title: "Driver's licence or state identity card number",
  tag: "DL",
  labels: listed(`
    drivers license, drivers license number, driver license, driver license number, driver license id, driver s license,
    driver s license number, =drivers, =driver, dl, dl number, dln, oln, operator license, state id, state id number,
    state identification number, driving licence, licencia de conducir, licencia de manejo, numero de licencia de conducir
  `),
  domain: "drivers-license",
  find: findsNothing,
  matches: (value) => (/^[A-Z]\d{8}$/.test(value.trim()) ? "shaped" : null),
  accepts: documentId,
  normalize: compact,
  // No state issues three letters and five digits (AAMVA jurisdiction formats).
  make: (stream) => `ZZZ${randomDigits(stream, 5)}`,
  examples: {
    found: ["Driver's license: [[S99983456]]", "DL# [[D123-4567-8901]]", "DRIVERS: [[S99912345]]"],
    kept: ["driver of 2 cars", "DL: pending", "drivers: none"],
  },
});

/** Letters that open a DEA number (DEA registrant types); the second is the surname's initial, or 9 for a business. */
function isDea(value: string): boolean {
  const text = compact(value);
  return /^[A-Z][A-Z9]\d{7}$/.test(text) && deaDigit(text.slice(2, 8)) === text[8];
}

export const deaNumber = defineKind({
  name: "dea-number",
  category: "K",
  title: "DEA registration number",
  tag: "DEA",
  labels: ["dea", "dea number", "dea registration", "dea registration number", "dea id"],
  domain: "dea",
  find: rule(/(?<![\w-])[A-Z][A-Z9][- ]?\d{7}(?![\w-])/gi, (match) =>
    isDea(match[0]) ? "checked" : /^[ABFGMPRX][A-Z9]\d/.test(match[0]) ? "shaped" : null,
  ),
  matches: (value) => (isDea(value) ? "checked" : null),
  accepts: (value) => /^[A-Z][A-Z9][- ]?\d{5,8}(?:-\w{1,8})?$/i.test(value.trim()),
  normalize: compact,
  check: isDea,
  // Registrant type codes are A-H, J-M, P-U and X; none is Z (DEA Diversion Control, registration number format).
  make: (stream) => {
    const digits = randomDigits(stream, 6);
    return `Z${randomText(stream, "ABCDEFGHJKLMNPRSTW", 1)}${digits}${deaDigit(digits)}`;
  },
  examples: {
    found: ["DEA [[AB1234563]]", "prescriber [[FH9876541]] signed", "dea: [[ab 1234563]]"],
    kept: ["lot PNX402118H", "DEA: pending", "CD4 count 350"],
  },
});

function isNpi(value: string): boolean {
  const digits = digitsOf(value);
  return digits.length === 10 && luhn(`80840${digits}`);
}

export const npi = defineKind({
  ...recordId,
  name: "npi",
  category: "R",
  title: "National Provider Identifier",
  tag: "NPI",
  labels: [
    "npi",
    "npi number",
    "npi id",
    "national provider identifier",
    "national provider id",
    "provider npi",
    "organization npi number",
    "physician npi",
  ],
  find: rule(/(?<![\w.-])[1-9]\d{9}(?![\w-]|\.\d)/g, (match) => (isNpi(match[0]) ? "checked" : null)),
  matches: (value) => (/^\d{10}$/.test(value.trim()) && isNpi(value) ? "checked" : null),
  accepts: (value) => /^\d[\d -]{8,13}$/.test(value.trim()),
  normalize: (value) => normalizeRecordId(/^\d[\d -]{8,13}$/.test(value.trim()) ? digitsOf(value) : value),
  check: isNpi,
  // Issued NPIs begin with 1 or 2 (69 FR 3434, 45 CFR 162.406); this one begins with 9 and passes its check digit.
  make: (stream, context) => {
    const body = `9${randomDigits(stream, 8)}`;
    const digits = body + luhnDigit(`80840${body}`);
    return spellLike(digits, context?.like, digits);
  },
  examples: {
    found: ["NPI [[1234567893]]", "Billing [[1245319599]] Smith", "NPI: [[1234567890]]"],
    kept: ["call 1234567890", "NPI: none", "plt 150000"],
  },
});

export const professionalLicense = defineKind({
  name: "professional-license",
  category: "K",
  title: "Certificate or professional licence number",
  tag: "LICENSE",
  labels: listed(`
    license, license number, license id, licence number, licence, state license, state license number, medical license,
    medical license number, nursing license, rn license, rn, pharmacy license, professional license, professional license number,
    certificate, certification number, cert number, registration number, birth certificate number, birth certificate,
    death certificate number, board number, bar number, lic, numero de licencia, licencia, licencia medica, cedula profesional,
    matricula, taxonomy license
  `),
  domain: "license",
  find: rule(
    /(?<![\w-])(?:RN|LPN|LVN|MD|DO|PA|PA-C|NP|FNP|RPh|PT|DPT|OT|OTR|LCSW|LMSW|LICSW|MSW|ASW|CRNA|CNM|CNA|APRN|ARNP|RRT|RD|SLP|CCC-SLP|PharmD|DPM|DDS|DC|LMFT|LPC|PsyD|EMT|EMT-P|NRP|RT)[ ,-]{0,3}(?:lic(?:ense)?\.?)? {0,2}#? {0,2}(?<id>(?:[A-Z]{1,2}-?)?\d{5,8}|\d-\d{5,7})(?![\w-]|\.\d)/g,
    "contextual",
  ),
  matches: () => null,
  accepts: (value) => /^[A-Z\d][A-Z\d .-]{2,24}$/i.test(value.trim()) && /\d{3}/.test(value),
  normalize: compact,
  // No state's board writes ZZ before a number.
  make: (stream) => `ZZ${randomDigits(stream, 6)}`,
  examples: {
    found: ["RN [[554120]] (OR)", "License #: [[A-45123]]", "MD lic [[0044123]]", "Birth certificate number: [[107-61-030231]]"],
    kept: ["RN 4 hours", "licensed in 2 states", "MD 2/2"],
  },
});

export const passport = defineKind({
  name: "passport",
  category: "K",
  title: "Passport, visa or immigration document number",
  tag: "PASSPORT",
  labels: listed(`
    passport, passport number, passport id, visa number, travel document number, green card number, i94 number, i 94 number,
    pasaporte, numero de pasaporte
  `),
  domain: "passport",
  find: findsNothing,
  matches: (value) => (/^(?:X\d{8}X|[A-Z]\d{8})$/.test(value.trim()) ? "shaped" : null),
  accepts: documentId,
  normalize: compact,
  // Ten characters: a machine-readable passport's number has at most nine (ICAO Doc 9303-4, 4.2.2).
  make: (stream) => `X${randomDigits(stream, 8)}X`,
  examples: {
    found: ["Passport: [[X57219484X]]", "Passport no. [[C03005988]]", "Pasaporte: [[XDA123456]]"],
    kept: ["passport: none", "passport photo", "Visa pending"],
  },
});

export const taxId = defineKind({
  name: "tax-id",
  category: "R",
  title: "Tax or employer identification number",
  tag: "TAX-ID",
  labels: listed(`
    tax id, tax number, tax identification number, taxpayer id, taxpayer identification number, tin, tin number, ein, ein number,
    employer identification number, federal tax id, fein, itin, atin
  `),
  domain: "tax-id",
  find: rule(/(?<![\w.-])\d{2}-\d{7}(?![\w-]|\.\d)/g, "shaped"),
  matches: (value) => (/^\d{2}-\d{7}$/.test(value.trim()) ? "shaped" : null),
  accepts: (value) => /^\d{2}[- ]?\d{7}$|^9\d{2}-?\d{2}-?\d{4}$/.test(value.trim()),
  normalize: digitsOf,
  // IRS, "How EINs are assigned and valid EIN prefixes": 89 is none.
  make: (stream, context) => {
    const digits = `89${randomDigits(stream, 7)}`;
    return spellLike(digits, context?.like, `${digits.slice(0, 2)}-${digits.slice(2)}`);
  },
  examples: {
    found: ["Tax ID [[04-2774441]]", "EIN: [[042774441]]", "billed under [[12-3456789]]"],
    kept: ["0093-7146-56", "tax id: none", "10-20 mg"],
  },
});
