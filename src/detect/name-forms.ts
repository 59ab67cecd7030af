import { isAnnounced, isEponymous, isSentenceStart } from "./context.ts";
import type { Finding } from "./finding.ts";
import { givenness, isCapital, isPart, nameEnd, nameness, type Sentence, surnameness } from "./people.ts";
import { put } from "./put-name.ts";
import { gap, shape } from "./tokens.ts";
import { can } from "./words.ts";

/** A few capital letters, in a line that is not all in capitals, that no table of names holds: `WBAT`, `UDS`. */
function isAcronym(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  const word = sentence.word(index);
  return (
    tokens.shape[index] === shape.upper &&
    tokens.end[index]! - tokens.start[index]! < 6 &&
    word.surname + word.given < 4 &&
    !sentence.inCapitals(index)
  );
}

/** A name of several parts, by its first part and the best of the others: 2 surely, 0 hardly. */
export function wholeName(sentence: Sentence, first: number, end: number): number {
  const { tokens } = sentence;
  const head = sentence.word(first);
  if (isAcronym(sentence, first) && (end - first === 1 || isAcronym(sentence, end - 1) || sentence.word(end - 1).can & can.suffix))
    return 0;
  // Siemens Vida, Stryker Triathlon
  if (head.eponym && head.given < 3 && head.surname < 8) return 0;
  const given = head.given > 0 ? givenness(head) - (head.clinical ? 3 : 0) : surnameness(head) > 0 ? 1 : -4;
  let last = -9;
  let hasInitial = false;
  for (let i = first + 1; i < end; i++) {
    const kind = tokens.shape[i];
    if (kind === shape.initial) hasInitial = true;
    else if (isCapital(kind)) last = Math.max(last, surnameness(sentence.word(i)), sentence.word(i).surname >= 8 ? 0 : -9);
  }
  const capitals = sentence.inCapitals(first) ? 2 : 0;
  if (last === -9 && hasInitial) return head.given >= 3 && given >= 1 ? 2 : 0;
  if (given >= 4 + capitals && last >= -1 + capitals * 3) return 2;
  if (head.given > 0 && given >= -4 && last >= 6) return 1.8 - capitals * 0.4;
  if (given >= 1 && last >= 5) return 1.5 - capitals * 0.4;
  if (given >= 1 && last >= 2) return 1 - capitals * 0.4;
  return 0;
}

/** `J.R.R. Tolland`, `P. Goldfarb`. */
export function initials(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  let at = index;
  let count = 0;
  while (count < 4 && tokens.shape[at] === shape.initial && tokens.at(at + 1) === "." && (at === index || tokens.gap[at]! <= gap.space)) {
    at += 2;
    count++;
  }
  const behind = at;
  // "RN check C Dubose.", "A Lindqvist": no point, so the surname must be known as one and nothing else.
  if (count === 0) {
    const last = sentence.word(index + 1);
    const isCounted =
      /^(?:vitamin|vit|hepatitis|hep|type|class|grade|stage|factor|group|plan|part|protein|unit|bed|room|wing|apt|segment|zone|level|medicare|step|phase|option|cohort|arm|apartment|figure|table|appendix|building|bldg|gate|vial|bottle|child|pugh)$/.test(
        tokens.lower(index - 1),
      );
    return tokens.shape[index + 1] === shape.capitalized &&
      tokens.gap[index + 1] === gap.space &&
      (index === 0 || tokens.gap[index]! >= gap.space || tokens.shape[index - 1] === shape.mark) &&
      last.surname >= 5 &&
      last.rank === 0 &&
      !last.clinical &&
      !last.eponym &&
      (last.can & ~can.neverName) === 0 &&
      !isCounted &&
      !isEponymous(sentence, index + 2)
      ? put(sentence, out, index, nameEnd(sentence, index + 1, 1), "shaped")
      : 0;
  }
  while (at < behind + 3 && sentence.word(at).can & can.particle && tokens.gap[at] === gap.space) at++;
  if (
    count === 0 ||
    count > 3 ||
    (tokens.shape[at] !== shape.capitalized && tokens.shape[at] !== shape.mixed) ||
    tokens.gap[at]! > gap.space
  )
    return 0;
  const word = sentence.word(at);
  if ((word.clinical && word.surname < 9) || word.can & (can.neverName | can.facilityEnd | can.streetEnd)) return 0;
  if (isEponymous(sentence, at + 1) || (word.eponym && word.surname < 8)) return 0;
  if (nameness(word) < (word.clinical ? 1.5 : 0.5) && !(isAnnounced(sentence, index) && surnameness(word) > -1)) return 0;
  return put(sentence, out, index, nameEnd(sentence, at, 2), "shaped");
}

/** `OKAFOR, ADAEZE B`, `Doe, Unknown`. */
export function lastThenFirst(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  let comma = index + 1;
  while (tokens.at(comma) === "-" && tokens.gap[comma] === gap.none && isCapital(tokens.shape[comma + 1])) comma += 2;
  if (tokens.at(comma) !== "," || tokens.gap[comma] !== gap.none || tokens.possessive[index]) return 0;
  const first = comma + 1;
  if (!isCapital(tokens.shape[first]) || tokens.gap[first]! > gap.space || tokens.shape[index] === shape.initial) return 0;
  const last = sentence.word(index);
  const given = sentence.word(first);
  const isUnknown = tokens.lower(index) === "doe";
  if (
    last.can & (can.neverName | can.month | can.weekday) ||
    (given.can & (can.neverName | can.month | can.weekday | can.credential) && !isUnknown)
  )
    return 0;
  if (given.state || (last.city > 0 && given.country)) return 0;
  if (isAcronym(sentence, index) && isAcronym(sentence, first)) return 0;
  const bothUpper = tokens.shape[index] === shape.upper && tokens.shape[first] === shape.upper;
  const begins = isSentenceStart(sentence, index) || isAnnounced(sentence, index) || tokens.gap[first] === gap.none;
  const score =
    Math.min(2, nameness(last)) +
    Math.min(2, nameness(given)) +
    (bothUpper ? 0.6 : 0) +
    (begins ? 0.6 : -0.6) +
    (last.given > last.surname + 3 ? -1 : 0);
  // "Okonjo, Blessing |": a cell or a whole line, of which one part is a name and the other no other word.
  const end0 = nameEnd(sentence, first, 2);
  const cell =
    (index === 0 || tokens.gap[index]! >= gap.wide || tokens.at(index - 1) === "|") &&
    (end0 >= tokens.count || tokens.gap[end0]! >= gap.wide || tokens.at(end0) === "|" || tokens.at(end0) === "(") &&
    !last.clinical &&
    !given.clinical &&
    last.rank < 5 &&
    (last.surname + last.given > 0 || last.rank === 0) &&
    (given.given > 0 || given.surname > 0);
  if (!cell && !isUnknown && (last.surname + last.given === 0 || given.given === 0) && score < 1.4) return 0;
  if (!cell && !isUnknown && (score < 1.8 || given.given * 2 < given.surname)) return 0;
  let end = end0;
  // The code of a patient without a name: "Doe, Unknown XZ-41".
  if (isUnknown && tokens.shape[end] === shape.upper && tokens.at(end + 1) === "-" && tokens.shape[end + 2] === shape.number) end += 3;
  else if (isUnknown && tokens.shape[end] === shape.upper && tokens.gap[end] === gap.space && sentence.word(end).can === 0) end++;
  return put(sentence, out, index, end, isAnnounced(sentence, index) ? "contextual" : "shaped");
}

/** `BabyBoy Ortiz`, `Baby Girl Chen`, `Twin B (Chen)`. */
export function baby(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  const lower = tokens.lower(index);
  let next = index + 1;
  if (lower === "baby" && /^(?:boy|girl|male|female)$/.test(tokens.lower(next))) next++;
  else if (lower === "twin" && /^[ab12]$/.test(tokens.lower(next))) next++;
  else if (!lower.startsWith("baby") || !/^baby(?:boy|girl|male|female)$/.test(lower)) return 0;
  if (tokens.at(next) === "(" || tokens.at(next) === ",") next++;
  if (!isCapital(tokens.shape[next]) || tokens.shape[next] === shape.initial || tokens.gap[next]! > gap.space || !isPart(sentence, next, 2))
    return 0;
  return put(sentence, out, next, nameEnd(sentence, next, 2), "contextual", "subject");
}
