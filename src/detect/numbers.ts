import { isLabelWord } from "../identifiers/labels.ts";
import { matchesOf } from "../identifiers/search.ts";
import type { Sites } from "../identifiers/sites.ts";
import { isSnomed } from "../tables/codes.ts";
import type { Detector, Finding } from "./finding.ts";
import { sitesIn } from "./sites.ts";

/**
 * Numbers too long or too oddly grouped for anything that is measured: seven digits or more in a row, or groups such as
 * `523-481-181`, `8840-215`, `B625-4417-8830`, `BR 4821194`. What they number is not said, but they number one thing.
 */
export function createNumbers(): Detector {
  return { name: "numbers", detect: (readings) => readings.map((reading) => findNumbers(reading.text, sitesIn(reading))) };
}

const long = /(?<![\w.,:/$-])\d{7,20}(?![\w/]|[.,:-]\d)/g;
const grouped = /(?<![\w.,:/-])(?:[A-Z]{1,3}\d{2,6}|\d{1,8})(?:-\d{2,8}){1,4}(?![\w/]|[.,:-]\d)/g;
const spaced = /(?<![\w.,:/-])(?:\d{1,3}(?: \d{3}){3,4}|\d{4}(?: \d{3,4}){2,5})(?![\w/]|[.,:-]\d| ?(?:CFU|IU|cells|copies|U|mIU|units)\b)/g;
const lettered =
  /(?<![\w.:/-])(?:[A-Z]{1,4} \d{7,9}(?: \d{2,3})?|[A-Z]{2,4} \d{3} \d{3} \d{3})(?![\w/-]|[.,:-]\d| ?(?:CFU|IU|cells|copies|U|mIU|units)\b)/g;
/** `LUND,ERIK M/7700914/`: between strokes, behind words. */
const stroked = /(?<=[A-Za-z] ?\/)\d{7,10}(?=[\s/,;)]|$)/g;
const count = /^ ?(?:CFU|m?IU|U|units?|cells?|copies|particles|steps|mg|mcg|ng|pg|ml|mL|\/)\b/;
const codes = /\b(?:SNOMED(?: CT)?|SCTID|NDC|GTIN|UPC|RxNorm|RxCUI|LOINC|ISBN|PMID|PMCID|DOI|OMIM|CTCAE|UMLS|CUI)[ :#]{0,3}$/i;

export function findNumbers(text: string, sites?: Sites): Finding[] {
  const found: Finding[] = [];
  const claim = (start: number, value: string): void => {
    const before = text.slice(Math.max(0, start - 16), start);
    if (codes.test(before) || count.test(text.slice(start + value.length, start + value.length + 12))) return;
    found.push({ start, end: start + value.length, kind: "unique-id", strength: "shaped", detector: "numbers" });
  };
  for (const { 0: value, index } of matchesOf(text, long, sites))
    if (isLong(value, text.slice(Math.max(0, index - 24), index))) claim(index, value);
  for (const { 0: value, index } of matchesOf(text, grouped, sites)) if (isOddGroup(value)) claim(index, value);
  for (const { 0: value, index } of matchesOf(text, spaced, sites)) if (value.replace(/\D/g, "").length >= 10) claim(index, value);
  for (const { 0: value, index } of matchesOf(text, lettered, sites)) {
    // "FIN 100482213": letters that label a number are no part of it.
    const letters = /^[A-Z]{1,4} /.exec(value)![0].length;
    const skipped = isLabelWord(value.slice(0, letters - 1).toLowerCase()) ? letters : 0;
    claim(index + skipped, value.slice(skipped));
  }
  for (const { 0: value, index } of matchesOf(text, stroked, sites))
    found.push({ start: index, end: index + value.length, kind: "unique-id", strength: "shaped", detector: "numbers" });
  return found;
}

/** What is counted by the million: viruses, cells, a hormone, money. */
const counted =
  /\b(?:loads?|VL|counts?|copies|titers?|b?-?hcg|quant|afp|ferritin|ck|plt|platelets|wbc|cells|rlu|rfu|cost|costs|\$)(?: (?:is|of|was|at|now|to))?[:=<>~ ]{0,3}$/i;

/** Seven to nine digits that are no round number, no count and no SNOMED CT code; more than nine in any case, up to the length of such codes. */
function isLong(value: string, before: string): boolean {
  if (value.length > 9) return !(isSnomed(value) && value.length > 14);
  return !/00$/.test(value) && !isSnomed(value) && !counted.test(before) && !/(?<![A-Za-z])[A-Z]{1,2} $/.test(before);
}

/** A time of day in four digits: `1900-0730` is a shift. */
const time = /^(?:[01]\d|2[0-4])[0-5]\d$/;

/** Not a range (`150-400`), a date, a LOINC code (`4548-4`), or a drug code (NDC: 4-4-2, 5-3-2, 5-4-1, 5-4-2). */
function isOddGroup(value: string): boolean {
  const groups = value.split("-");
  const digits = value.replace(/\D/g, "").length;
  if (/^[A-Z]/.test(value)) return digits >= 7;
  const shape = groups.map((group) => group.length).join("-");
  if (/^(?:4-4-2|5-3-2|5-4-1|5-4-2)$/.test(shape) || /^(?:4-2-2|2-2-2)$/.test(shape)) return false;
  // 10-44-9083 is no date.
  if (shape === "2-2-4") return Math.min(Number(groups[0]), Number(groups[1])) > 12 || Math.max(Number(groups[0]), Number(groups[1])) > 31;
  // "77-0112": no range ends in a number that begins with zero.
  if (groups.length === 2 && digits > 5 && /^0\d{2,40}$/.test(groups[1]!) && groups[0]!.length < groups[1]!.length) return true;
  if (groups.length === 2 && groups.every((group) => time.test(group))) return false;
  if (groups.length === 2 && digits >= 7 && /^0\d/.test(groups[0]!)) return true;
  if (groups.length === 2) {
    const [low, high] = groups.map(Number);
    // What descends is no range, nor what lies between two odd numbers of four digits and more; years are.
    if (low! > high!) return digits >= 7 && groups[1]!.length >= 3;
    return digits >= 8 && low! % 5 !== 0 && high! % 5 !== 0 && !/^(?:19|20)\d\d-(?:19|20)\d\d$/.test(value);
  }
  return digits >= 7;
}
