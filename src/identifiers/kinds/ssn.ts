import { defineKind, listed } from "../define.ts";
import { anyOf, rule } from "../search.ts";
import { digitsOf, randomDigits, readDigits, spellLike } from "../spelling.ts";

/** Nine digits in groups of three, two and four, whatever stands between; also with O for 0 and l for 1. */
const whole = /^[\dOolI]{3}[-.\u00a0 \u2010-\u2015\u2212]{0,3}[\dOolI]{2}[-.\u00a0 \u2010-\u2015\u2212]{0,3}[\dOolI]{4}[A-DTMW]?\d?$/;

export const ssn = defineKind({
  name: "ssn",
  category: "G",
  title: "Social Security number",
  tag: "SSN",
  labels: listed(`
    ssn, social security number, social security, social security no, ss number, ss #, social sec number, soc sec number, soc sec,
    =social, =ss, ssn number, ssn id, patient ssn, numero de seguro social, numero seguro social, seguro social, =nss, =ssno
  `),
  domain: "ssn",
  find: anyOf(
    rule(
      /(?<![\w.-]|[\u2010-\u2015])\d{3} {0,2}[-.\u00a0 \u2010-\u2015\u2212] {0,2}\d{2} {0,2}[-.\u00a0 \u2010-\u2015\u2212] {0,2}\d{4}[A-DTMW]?(?![\w-]|\.\d)/g,
      (match) =>
        /^\d{3} {1,3}\d{2} {1,3}\d{4}$/.test(match[0]) && /\d[ ]{0,2}$/.test(match.input.slice(Math.max(0, match.index - 4), match.index))
          ? null
          : "shaped",
    ),
    rule(/(?<![\w-])[\dOolI]{3}-[\dOolI]{2}-[\dOolI]{4}(?![\w-])/g, (match) => (digitsOf(match[0]).length > 5 ? "shaped" : null)),
    rule(
      /(?:\bssn?|social security(?: (?:number|no\.?|#))?|soc\.? sec\.?)(?: (?:number|no\.?|is|of))?[:#= ]{0,4}(?<id>\d{9})(?!\d)/gi,
      "labelled",
    ),
  ),
  matches: (value) => (whole.test(value.trim()) && digitsOf(value).length > 5 ? "shaped" : null),
  accepts: (value) => whole.test(value.trim()) || /^\d{7,9}$/.test(value.trim()),
  normalize: (value) => digitsOf(readDigits(value.trim().replace(/[A-DTMW]\d?$/, ""))).padStart(9, "0"),
  // Area 900-999 is never an SSN; groups 50-65, 70-88, 90-92, 94-99 are ITINs and 93 ATINs (SSA, "Social Security Number
  // Randomization"; IRS Publication 1915). 01-49 and 66-69 are neither.
  make: (stream, context) => {
    const group = stream.int(1, 53);
    const digits = `9${randomDigits(stream, 2)}${String(group <= 49 ? group : group + 16).padStart(2, "0")}${String(stream.int(1, 9999)).padStart(4, "0")}`;
    return spellLike(digits, context?.like, `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`);
  },
  examples: {
    found: [
      "SSN [[123-45-6789]].",
      "his social is [[123 45 6789]]",
      "id [[078–05–1120]] on file",
      "SSN: [[123456789]]",
      "typed [[123 -45- 6789]]",
      "[[000.12.3456]]",
    ],
    kept: ["NDC 0093-7146-56", "plt 123456789", "ICD 250.00-12", "BP 120 80, 98 kg"],
  },
});

export const ssnFragment = defineKind({
  name: "ssn-fragment",
  category: "G",
  title: "Part of a Social Security number",
  tag: "SSN",
  labels: listed(`
    ssn last 4, ssn last four, last 4 ssn, last four ssn, last 4 of ssn, last four of ssn, ssn 4, ssn4, last 4, last four,
    partial ssn, social last 4, last 4 social, last 4 digits
  `),
  domain: "ssn",
  find: anyOf(
    // "SSN card arrived: ends 0936", "L4471 (last 4)", "FMP/SSN 20/8117"
    rule(/\b(?:ends|ending)(?: (?:in|with))?[: ]{1,2}(?<id>\d{4})(?![\w/-])/gi, (match) =>
      /\b(?:ssn?|social)\b/i.test(match.input.slice(Math.max(0, match.index - 40), match.index)) ? "contextual" : null,
    ),
    rule(/(?<![\w-])[A-Z]?(?<id>\d{4}) {0,3}\((?:last (?:4|four)|l4)\)/gi, "contextual"),
    rule(/\bSSN[: ]{1,2}\d{2}\/(?<id>\d{4})(?![\w/-])/g, "contextual"),
    rule(/(?<![\w-])[xX*•#]{3}[- ]?[xX*•#]{2}[- ]?\d{4}(?![\w-])/g, "checked"),
    rule(
      /\blast ?(?:four|4)(?: digits?)?(?: of)?(?: (?:his|her|their|the|ssn|social|security|number)){0,4}(?: (?:is|are|was))?[:#\s]{1,3}(?<id>\d{4})(?![\w/-])/gi,
      "contextual",
    ),
    // "L4471 (last 4)": the first letter of a veteran's surname before it.
    rule(/(?<![\w-])(?<id>[A-Z]?\d{4}) {1,3}\(last (?:4|four)\)/g, "contextual"),
    rule(/\b(?:ssn?|social)(?: security)?(?: number)?,? (?:ending|ends)(?: in)? (?<id>\d{4})(?![\w/-])/gi, "contextual"),
    rule(
      /\b(?:ssn?|social)(?: security)?(?: number)?[:,]? ["'(]?(?:last ?(?:four|4)|ending|ends)(?: (?:in|with|is))?[:# ]{1,3}(?<id>\d{4})(?![\w/-])/gi,
      "contextual",
    ),
  ),
  matches: (value) => (/^[xX*•#]{3}[- ]?[xX*•#]{2}[- ]?\d{4}$/.test(value.trim()) ? "checked" : null),
  accepts: (value) => /^(?:[xX*•#-]{3,7})?\d{4}$/.test(value.trim()),
  normalize: digitsOf,
  // No serial number is 0000 (SSA, POMS RM 10201.035).
  make: (_stream, context) => spellLike("0000", context?.like, "XXX-XX-0000"),
  examples: {
    found: [
      "SSN [[xxx-xx-6789]]",
      "SSN last four [[6789]]",
      "last 4 of SSN: [[6789]]",
      "[[***-**-6789]] verified",
      "Verified by last four of SSN\n[[6789]].",
    ],
    kept: ["last four days", "last 4 weeks 2019/2020", "year 2019"],
  },
});
