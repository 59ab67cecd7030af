import { kinds } from "../identifiers/kinds/index.ts";
import { matchesOf } from "../identifiers/search.ts";
import type { Sites } from "../identifiers/sites.ts";
import { tokenSpans } from "../secret/token.ts";

/** `[**Name 3**]`, `XXXX`, `____`, `****`, `██`; and `[NAME]`, `<PERSON>`, `{{Last Name}}`, whose words must be such as stand for a removed value. */
const removed =
  /\[\*\*(?<deid>[^\][*\n]{0,60})\*\*\]|[[<{](?<words>[A-Za-z][A-Za-z_-]{0,24}(?: [A-Za-z][A-Za-z_-]{0,16}){0,3})(?:[ _-]?\d{1,3})?[\]>}]|\((?:REDACTED|Redacted|redacted|REMOVED|DE-?IDENTIFIED)\)|(?<![A-Za-z-])[Xx]{3,20}(?![A-Za-z0-9]|-[xX\d])|_{2,20}|\*{3,20}|#{4,20}|[\u2588\u25a0]{2,40}/g;

/** Tags of this program, and those that other tools leave. */
const tags: ReadonlySet<string> = new Set([
  ...kinds.map(({ tag }) => tag),
  ..."REDACTED REMOVED DELETED HIDDEN PHI PII PERSON PATIENT DOCTOR PROVIDER HOSPITAL LOCATION STREET STATE DATE TIME DATE_TIME CONTACT IDNUM ORGANIZATION ORG GPE EMAIL_ADDRESS PHONE_NUMBER US_SSN NAME AGE ID".split(
    " ",
  ),
  // The nursing terminology, as LOINC's names write it.
  "OMAHA",
]);

/** Words of such tags, where a tag is more than one. */
const parts: ReadonlySet<string> = new Set(
  "first last middle full maiden name names initial initials of the patient pt doctor dr provider physician nurse md hospital clinic facility location city state county street address zip code phone fax number no email date dob birth service admission discharge age time id mrn ssn account redacted removed deleted hidden deidentified signature person relative organization org url ip".split(
    " ",
  ),
);

function isTag(words: string): boolean {
  return (
    tags.has(words.replace(/[_-]$/, "")) ||
    words
      .toLowerCase()
      .split(/[ _-]/)
      .every((word) => parts.has(word))
  );
}

/** Words of the marks of PhysioNet's notes: `[**First Name8 (NamePattern2) **]`, `[**Telephone/Fax (1) 123**]`. */
const physionet: ReadonlySet<string> = new Set([
  ...parts,
  ..."known firstname lastname namepattern nameis un md lf stitle titles prefix prefixes female male wardname ward unit university college company job clip radiology telephone pager numeric identifier serial medical record apartment po box state zipcode country holiday month day year only digits range over social security e attending dictator info cc contact pharmacy hospital location doctor referring".split(
    " ",
  ),
]);
/** Its dates, shifted to years that are not ours. */
const shifted = /^ ?(?:2(?:1\d\d|2[0-4]\d|250)-\d{1,2}-\d{1,2}|2(?:1\d\d|2[0-4]\d|250)(?:-\d{1,2})?) ?$/;

function isPhysionet(inside: string): boolean {
  if (/^[ _-]{0,60}$/.test(inside) || shifted.test(inside)) return true;
  // Five digits at most number a mark; what would be a number of somebody's has a word before it alone, and more of them.
  const words = inside.toLowerCase().match(/[a-z]{1,60}/g) ?? [];
  const digits = inside.match(/\d{1,60}/g) ?? [];
  return (
    /^[A-Za-z][A-Za-z0-9 ()/,_-]{0,60}$/.test(inside) &&
    words.every((word) => physionet.has(word)) &&
    inside !== "Ward" &&
    digits.reduce((sum, run) => sum + run.length, 0) <= (words.length > 1 ? 6 : 3) &&
    digits.every((run) => run.length <= 5)
  );
}

/** Twenty digits after a low line are somebody's number: a token of ours has letters among them, but once in ten million. */
function hasLetters(token: string): boolean {
  return token.slice(-20).replace(/\d/g, "").length >= 3;
}

/** What is already removed or replaced, and tokens of this program: spans `[start, end)` in order in which nothing may be found. */
export function settledSpans(text: string, sites?: () => Sites): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = text.includes("_")
    ? tokenSpans(text).filter(([start, end]) => hasLetters(text.slice(start, end)))
    : [];
  if (/[[{<]|__|XXX|xxx|\*\*\*|####|[\u2588\u25a0]|\((?:RE|Re|re|DE)/.test(text)) {
    for (const match of matchesOf(text, removed, sites?.())) {
      const { words, deid } = match.groups!;
      if (deid !== undefined ? isPhysionet(deid) : words === undefined || isTag(words))
        spans.push([match.index, match.index + match[0].length]);
    }
  }
  return spans.sort((a, b) => a[0] - b[0]);
}
