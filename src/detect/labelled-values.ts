import type { Kind } from "../identifiers/kind.ts";
import type { KindName } from "../identifiers/kinds/index.ts";
import type { Finding } from "./finding.ts";
import { isCapital, isPart, nameEnd, type Sentence } from "./people.ts";
import { gap, shape } from "./tokens.ts";
import { can } from "./words.ts";

/**
 * Finds the value of `kind` at token `at`; the end in tokens, or 0 when what stands there cannot be one. `own` is 0
 * without a colon before it, else the fewest digits it must have.
 */
export function valueAt(sentence: Sentence, at: number, kind: Kind, hard: boolean, own: number, out: Finding[]): number {
  if (kind.category === "A") return own > 0 ? nameValue(sentence, at, kind.name as KindName, out) : 0;
  if (kind.category === "B" || kind.category === "P" || kind.category === "Q") return own > 0 ? wordsValue(sentence, at, kind, out) : 0;
  const end = numberValue(sentence, at, kind, hard, own, out);
  // Employers and handles are words; kinds that are numbers accept none.
  const isWords = own > 0 && kind.category !== "C" && sentence.tokens.shape[at] !== shape.number;
  return end > 0 || !isWords ? end : wordsValue(sentence, at, kind, out);
}

function nameValue(sentence: Sentence, at: number, kind: KindName, out: Finding[]): number {
  const { tokens } = sentence;
  if (tokens.gap[at]! > gap.line) return 0;
  if (!isCapital(tokens.shape[at])) return smallName(sentence, at, kind, out);
  let first = at;
  while (sentence.word(first).can & can.title && isCapital(tokens.shape[first + 1])) first++;
  const word = sentence.word(first);
  if (word.can & (can.neverName | can.month | can.weekday) && word.surname < 9) return 0;
  if (word.clinical && word.given < 6 && word.surname < 9) return 0;
  if (word.rank > 7 && Math.max(word.given, word.surname) < 6) return 0;
  let end = nameEnd(sentence, first, 3);
  // SMITH,JOHN and JOHN|ROE^A
  while (
    (tokens.at(end) === "," || tokens.at(end) === "|" || tokens.at(end) === "^") &&
    tokens.gap[end] === gap.none &&
    tokens.gap[end + 1]! <= gap.space &&
    isCapital(tokens.shape[end + 1]) &&
    (isPart(sentence, end + 1, 3) || tokens.at(end) !== ",")
  ) {
    if (sentence.word(end + 1).can & can.credential && tokens.at(end) === ",") break;
    end = nameEnd(sentence, end + 1, 2);
  }
  out.push({ start: tokens.start[first]!, end: tokens.end[end - 1]!, kind, strength: "labelled", detector: "labels" });
  return end;
}

/** `Full name: quinnella brakespeare`: one to four words in small letters that are no ordinary ones, and then the line ends. */
function smallName(sentence: Sentence, at: number, kind: KindName, out: Finding[]): number {
  const { tokens } = sentence;
  let end = at;
  while (end < tokens.count && end < at + 4 && tokens.shape[end] === shape.lower && (end === at || tokens.gap[end]! <= gap.space)) {
    const word = sentence.word(end);
    const isName = Math.max(word.given, word.surname) > 0;
    if (word.rank > (isName ? 6 : 2) || (word.clinical && !isName)) return 0;
    end++;
  }
  if (end === at || (end < tokens.count && tokens.gap[end]! <= gap.space && tokens.shape[end] !== shape.mark)) return 0;
  out.push({ start: tokens.start[at]!, end: tokens.end[end - 1]!, kind, strength: "labelled", detector: "labels" });
  return end;
}

/** The rest of the line up to a wide gap or the next label, where the kind accepts it. */
function wordsValue(sentence: Sentence, at: number, kind: Kind, out: Finding[]): number {
  const { tokens } = sentence;
  if (tokens.gap[at]! > gap.line || tokens.shape[at] === shape.mark) return 0;
  let end = at + 1;
  while (
    end < tokens.count &&
    end < at + 14 &&
    tokens.gap[end]! <= gap.space &&
    !/^[;|<>()[\]:=]$/.test(tokens.at(end)) &&
    !(tokens.at(end) === "." && tokens.gap[end + 1]! > gap.none)
  )
    end++;
  // A label of its own stands before a colon.
  if (tokens.at(end) === ":" || tokens.at(end) === "=") while (end > at && tokens.gap[end] !== gap.wide && tokens.at(end) !== ",") end--;
  while (end > at && tokens.shape[end - 1] === shape.mark) end--;
  if (end <= at) return 0;
  const start = tokens.start[at]!;
  const value = tokens.text.slice(start, tokens.end[end - 1]);
  const first = sentence.word(at);
  if (tokens.shape[at] === shape.lower && first.rank > 5) return 0;
  // "Plan: colchicine 0.6 mg", "Coverage: Zosyn 3.375 g"
  if (kind.domain === "record" && !/\d{4}|\d[A-Z]|[A-Z]\d|\d-\d/.test(value)) return 0;
  if (kind.domain === "record" && (first.clinical || (tokens.shape[at] === shape.lower && first.rank > 0) || amount.test(value))) return 0;
  if (kind.accepts ? !kind.accepts(value) : kind.matches(value) === null) return 0;
  out.push({ start, end: tokens.end[end - 1]!, kind: kind.name as KindName, strength: "labelled", detector: "labels" });
  return end;
}

const amount =
  /\d ?(?:mg|mcg|ml|mL|cc|g|gm|kg|units?|u|iu|meq|mmol|tabs?|caps?|puffs?|%|x|weeks?|wks?|days?|months?|mos?|hours?|hrs?|times)(?![A-Za-z])/i;

/** Letters and digits, joined by single marks, and further groups of digits behind single spaces. */
function numberValue(sentence: Sentence, at: number, kind: Kind, hard: boolean, own: number, out: Finding[]): number {
  const { tokens } = sentence;
  let first = at;
  if (tokens.shape[first] === shape.mark && /^[#+(]$/.test(tokens.at(first))) first++;
  let end = first;
  let digits = 0;
  // "DEA: BR 4821194", "Plate: KRX 482"
  if (
    (own > 0 || ((hard || countDigits(tokens.lower(first + 1)) > 3) && kind.domain === "record" && !sentence.word(first).clinical)) &&
    tokens.shape[first] === shape.upper &&
    tokens.end[first]! - tokens.start[first]! <= (kind.domain === "record" ? 4 : 3) &&
    tokens.gap[first + 1] === gap.space &&
    isDigits(tokens.lower(first + 1))
  ) {
    digits = countDigits(tokens.lower(first + 1));
    end = first + 2;
  }
  while (end < tokens.count && end < first + 14) {
    const kindOf = tokens.shape[end]!;
    if (end > first && tokens.gap[end]! > gap.none) {
      // "123 45 6789"
      if (
        !(
          tokens.gap[end] === gap.space &&
          kindOf === shape.number &&
          isDigits(tokens.lower(end)) &&
          isDigits(tokens.lower(end - 1)) &&
          digits < 16
        )
      )
        break;
    }
    if (kindOf === shape.mark) {
      if (!/^[-./:_()@]$/.test(tokens.at(end)) || end === first) break;
      if (tokens.at(end) === ":" && /\d[a-z]{3,12}$/.test(tokens.lower(end - 1))) break;
      if (
        end + 1 >= tokens.count ||
        tokens.gap[end + 1]! > (tokens.at(end) === ")" ? gap.space : gap.none) ||
        tokens.shape[end + 1] === shape.mark
      )
        break;
    } else if (kindOf === shape.number) digits += countDigits(tokens.lower(end));
    end++;
  }
  while (end > first && tokens.shape[end - 1] === shape.mark) end--;
  if (end <= first || digits === 0 || digits < (own || (hard ? 3 : 4))) return 0;
  const start = tokens.start[first]!;
  // 01/02/1950MRN:123 ends where the next label begins.
  const tail = /^[:#=]$/.test(tokens.at(end)) ? (/\d([a-z]{3,12})$/.exec(tokens.lower(end - 1))?.[1]?.length ?? 0) : 0;
  const stop = tokens.end[end - 1]! - tail;
  const value = tokens.text.slice(start, stop);
  if (value.length < 2 && own === 0) return 0;
  // "MR 2017 not available", "the policy (2023)", "policy 7.01.146": a year, a section.
  if (own === 0 && /^(?:19|20)\d{2}$|^\d{1,2}(?:\.\d{1,3}){1,3}$/.test(value) && kind.category !== "C" && kind.category !== "O") return 0;
  // A range of reference: 3.5-5.0
  if (/^\d{1,4}\.\d{1,3}(?:-\d{1,4}(?:\.\d{1,3})?)?$/.test(value) && kind.category !== "C") return 0;
  if (kind.category !== "C" && digits < 4 && sentence.isUnit(tokens.lower(end)) && tokens.gap[end]! <= gap.space) return 0;
  // "pt 0544", "policy (2023)", "policy 7.01.146": a time, a year, a section.
  if (
    own === 0 &&
    /^(?:(?:[01]\d|2[0-3])[0-5]\d|(?:19|20)\d{2}|\d{1,2}(?:\.\d{1,3}){1,3})$/.test(value) &&
    kind.category !== "C" &&
    !(hard && tokens.at(at - 1) === "#")
  )
    return 0;
  // In doubt, remove: what a label with a mark of its own announces is one, also misspelt.
  const isAnnounced = own > 0 && kind.category !== "C" && (digits >= 5 || (end === first + 2 && tokens.shape[first] === shape.upper));
  if (!isAnnounced && kind.accepts && !kind.accepts(value)) return 0;
  if (kind.category === "C" && value.length < 4) return 0;
  out.push({
    start: tokens.start[first]! - (tokens.at(first - 1) === "+" && tokens.gap[first] === gap.none ? 1 : 0),
    end: stop,
    kind: kind.name as KindName,
    strength: "labelled",
    detector: "labels",
  });
  return tail > 0 ? end - 1 : end;
}

export const isLetter = (code: number): boolean => code >= 97 && code <= 122;

function isDigits(text: string): boolean {
  return /^\d{1,12}$/.test(text);
}

export function countDigits(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) count++;
  }
  return count;
}
