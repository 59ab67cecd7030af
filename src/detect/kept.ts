import type { Category } from "../identifiers/category.ts";
import { kindByName } from "../identifiers/kinds/index.ts";
import type { Finding } from "./finding.ts";
import { areAcronyms, areDrugs, isEponymHere, isGrade, isOfDescription, isRegion } from "./kept-terms.ts";
import { isSize, isValue, payer } from "./kept-values.ts";
import { isCapital, type Sentence } from "./people.ts";
import { isTermHere } from "./terms.ts";
import { gap, shape } from "./tokens.ts";
import { can } from "./words.ts";

/**
 * Whether what a detector claims only by how it looks is plainly something of medicine: an eponym among others, the grade of a
 * score, a published code, a version, a ratio, a result, a state. What a label, a title or a record announces is never kept.
 */
export function isKept(sentence: Sentence, finding: Finding): boolean {
  const tagged = finding.detector === "tagger";
  if (!tagged && finding.strength !== "shaped" && finding.strength !== "contextual") return false;
  const { category } = kindByName(finding.kind);
  const isWords = category === "A" || category === "B" || finding.kind === "facility" || finding.kind === "employer";
  const first = sentence.tokens.indexAt(finding.start);
  const last = sentence.tokens.indexAt(finding.end - 1);
  if (category === "A" && first === last && isPronoun(sentence, first)) return true;
  if (isWords && /^[Xx]{2,40}$/.test(sentence.tokens.text.slice(finding.start, finding.end))) return true;
  if (isWords && isCapital(sentence.tokens.shape[first])) {
    if (tagged && category === "A" && (isSize(sentence, first) || areAcronyms(sentence, first, last))) return true;
    if ((tagged || category === "A") && (isGrade(sentence, first, last) || isEponymHere(sentence, first, last))) return true;
    // Los Angeles, CA: no length of stay.
    if (finding.kind === "city" && last > first && sentence.tokens.at(last + 1) === ",") return false;
    if (finding.kind !== "street-address" && isTermHere(sentence, first, last)) return true;
    if (!tagged || finding.kind === "street-address") return false;
    if (areDrugs(sentence, first, last) || isOfDescription(sentence, first, last)) return true;
    return isRegion(sentence, first, last) || payer.test(sentence.tokens.text.slice(finding.start, finding.end));
  }
  if (tagged && isOfDescription(sentence, first, last)) return true;
  return tagged && isValue(sentence.tokens.text, finding, sentence, first);
}

/** `his wife. He is retired`: He is a surname too. */
function isPronoun({ tokens, word, inCapitals }: Sentence, at: number): boolean {
  if (tokens.lower(at) !== "he" || tokens.gap[at + 1] !== gap.space || !(tokens.shape[at + 1] === shape.lower || inCapitals(at)))
    return false;
  const before = tokens.at(at - 1) === "." ? at - 2 : at - 1;
  return before < 0 || (word(before).can & can.title) === 0;
}

/** A tagger's finding without the titles, small words and clock times at its ends; null where nothing else is left. */
export function trimmed(sentence: Sentence, finding: Finding): Finding | null {
  if (finding.detector !== "tagger") return finding;
  const { tokens } = sentence;
  let first = sentence.tokens.indexAt(finding.start);
  let last = sentence.tokens.indexAt(finding.end - 1);
  if (finding.kind === "date") {
    if (/^\d{1,2}:\d{2}$/.test(tokens.text.slice(tokens.start[last - 2]!, tokens.end[last])) && tokens.lower(last - 3) === "at") last -= 4;
  } else if (finding.kind !== "unique-id" && finding.kind !== "email") {
    // The point of a title that was trimmed goes with it.
    while (first <= last && (isAside(sentence, first) || tokens.at(first) === ".")) first++;
    while (last >= first && isAside(sentence, last)) last--;
  } else if (finding.kind === "email" && tokens.lower(first) === "mailto") first += 2;
  const start = tokens.start[first]!;
  if (first > last || isWeekdayOrYear(sentence, first, last)) return null;
  const end = tokens.end[last]!;
  return start <= finding.start && end >= finding.end ? finding : { ...finding, start, end };
}

/**
 * Without what the tagger took for one where others found several numbers, addresses or dates each by itself, and nothing
 * lies between them but small words and marks: `a@b.org or c@d.org`.
 */
export function withoutBridges(sentence: Sentence, found: readonly Finding[]): Finding[] {
  let parts: readonly Finding[] | undefined;
  return found.filter((finding) => {
    if (finding.detector !== "tagger" || !bridges.has(kindByName(finding.kind).category)) return true;
    parts ??= found.filter(({ detector }) => detector !== "tagger").sort((a, b) => a.start - b.start);
    return !isBridge(sentence, finding, parts);
  });
}

/** Dates, contacts and numbers: of names and places what stands between their words belongs to them. */
const bridges: ReadonlySet<Category> = new Set<Category>(["C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "R"]);

/** `parts` are ascending by where they begin. */
function isBridge({ tokens }: Sentence, { start, end }: Finding, parts: readonly Finding[]): boolean {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  let within = 0;
  let done = start;
  for (let at = low; at < parts.length && parts[at]!.start < end; at++) {
    const part = parts[at]!;
    if (part.end <= done) continue;
    if (!isSmall(tokens.text.slice(done, part.start))) return false;
    done = part.end;
    within++;
  }
  return within > 1 && isSmall(tokens.text.slice(done, end));
}

/** `, `, ` or `, ` and at `: marks and at most two of the words that join. */
function isSmall(between: string): boolean {
  return /^[^A-Za-z0-9\u0080-\uffff]{0,6}(?:(?:and|or|to|at|on|the|of|in|by|then|with|via|for|is|from|until|through)[^A-Za-z0-9\u0080-\uffff]{1,6}){0,2}$/.test(
    between,
  );
}

/** A title, a mark, or a common word in small letters: `of` within `Mary of Egypt` is none, since it stands at no end. */
function isAside(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  const kind = tokens.shape[index];
  const word = sentence.word(index);
  if (kind === shape.mark) return /^[.,:;([]$/.test(tokens.at(index)) && !(tokens.at(index) === "." && tokens.gap[index] === gap.none);
  if (word.can & can.title) return word.given < 6 && word.surname < 6;
  return kind === shape.lower && word.rank >= 9 && word.given < 8 && word.surname < 8;
}

function isWeekdayOrYear(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence;
  if (last > first) return false;
  if (sentence.word(first).can & can.weekday) return true;
  const value = tokens.text.slice(tokens.start[first], tokens.end[first]);
  return /^(?:19|20)\d{2}$/.test(value) || (/^\d{2}$/.test(value) && tokens.at(first - 1) === "'");
}
