import { type Edit, editsBy } from "./edits.ts";

const digits = /(?<![\w.,/-]|\d )\d(?: {0,2}[-./()] {0,2}\d| {1,2}\d){5,24}(?![\w/-]| \d|[.,]\d)/g;
/** Without spaces: telephone numbers, Social Security numbers and dates. */
const grouped = /^(?:1[-.])?(?:\d{3}[-.)/]{1,2}\d{3}[-.]\d{4}|\d{3}[-.]\d{4}|\d{3}-\d{2}-\d{4}|\d{1,2}([-/.])\d{1,2}\1(?:\d{2}|\d{4}))$/;
const announced =
  /(?:\b(?:mrn|ssn|number|no|id|acct|account|phone|tel|cell|mobile|fax|call|dob|npi|record|chart|social|security|member|policy)[.:]?|#)(?: is| was| at)?[:# ]{0,3}$/i;
const capitals = /(?<![\w.,/-]|[A-Za-z] )[A-Z](?: [A-Z]){3,30}(?![\w/-]| [A-Z]\b)/g;

/** `6 1 7 . 5 5 5 . 0 1 9 9` and `J O H N   D O E` without the spaces between. Lists of scores stay as they are. */
export function spacedEdits(source: string): Edit[] {
  const edits = editsBy(source, digits, (match) => {
    const [found] = match;
    if (!/(?:^|\D)\d \d \d/.test(found) || /\d{2}/.test(found)) return null;
    const solid = found.replaceAll(" ", "");
    const isNumber =
      grouped.test(solid) || (/^\d{6,16}$/.test(solid) && announced.test(source.slice(Math.max(0, match.index - 30), match.index)));
    return isNumber ? solid : null;
  });
  const words = editsBy(source, capitals, ([found]) => found.replaceAll(" ", ""));
  return words.length === 0 ? edits : [...edits, ...words].sort((a, b) => a.start - b.start);
}
