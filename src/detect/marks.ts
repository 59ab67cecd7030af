import { kinds } from "../identifiers/kinds/index.ts";
import { tokenSpans } from "../secret/token.ts";

/** `[**Name 3**]`, `XXXX` and `____`; and `[NAME]` or `<PERSON>`, whose word must be one that stands for a removed value. */
const removed =
  /\[\*\*[^\][*\n]{0,60}\*\*\]|[[<](?<word>[A-Z][A-Z_-]{0,24})(?:[ _-]?\d{1,3})?[\]>]|(?<![A-Za-z-])[Xx]{3,20}(?![A-Za-z0-9]|-[xX\d])|_{2,20}/g;

/** Tags of this program, and those that other tools leave. */
const tags: ReadonlySet<string> = new Set([
  ...kinds.map(({ tag }) => tag),
  ..."REDACTED REMOVED DELETED HIDDEN PHI PII PERSON PATIENT DOCTOR PROVIDER HOSPITAL LOCATION STREET STATE DATE TIME DATE_TIME CONTACT IDNUM ORGANIZATION ORG GPE EMAIL_ADDRESS PHONE_NUMBER US_SSN NAME AGE ID".split(
    " ",
  ),
  // The nursing terminology, as LOINC's names write it.
  "OMAHA",
]);

/** What is already removed or replaced, and tokens of this program: spans `[start, end)` in order in which nothing may be found. */
export function settledSpans(text: string): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = text.includes("_") ? tokenSpans(text) : [];
  const some = text.includes("[") || text.includes("__") || text.includes("XXX") || text.includes("xxx") || text.includes("<");
  if (some) {
    for (const match of text.matchAll(removed)) {
      const word = match.groups?.word;
      if (word === undefined || tags.has(word)) spans.push([match.index, match.index + match[0].length]);
    }
  }
  return spans.sort((a, b) => a[0] - b[0]);
}
