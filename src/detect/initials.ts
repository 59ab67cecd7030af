import { kindByName } from "../identifiers/kinds/index.ts";
import type { Finding } from "./finding.ts";
import type { Sentence } from "./people.ts";
import { gap, shape, type Tokens } from "./tokens.ts";
import { can } from "./words.ts";

/**
 * Initials by which people of the note sign and are named: `SR/ak` and `sr:ak` in the last lines, `A.P.` behind a message, `knee
 * marked WTL`, `AB here for f/u`. Two pairs stand by their form; alone, they must be those of a name that was found.
 */
export function findInitials(sentence: Sentence, findings: readonly Finding[]): Finding[] {
  const { tokens } = sentence;
  const known = initialsOf(tokens, findings);
  const signed = signedOften(sentence);
  const out: Finding[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.shape[i]!;
    const length = tokens.end[i]! - tokens.start[i]!;
    if (kind === shape.initial) {
      const end = pointed(tokens, i);
      if (end === 0) {
        if (isDashed(tokens, i)) put(tokens, out, i, i + 1);
        continue;
      }
      const letters = lettersOf(tokens, i, end);
      if ((known?.has(letters) || (signsOff(tokens, i) && isClosed(tokens, end))) && !isRoute(letters)) put(tokens, out, i, end);
      i = end - 1;
      continue;
    }
    if (length > 4 || length < 2 || (kind !== shape.upper && kind !== shape.lower)) continue;
    const pair = pairEnd(sentence, i, known);
    if (pair > 0) {
      // A machine that hears has no initials.
      if (!/^(?:vr|mt|sr)$/.test(tokens.lower(i)) || known?.has(tokens.lower(i))) put(tokens, out, i, i + 1);
      put(tokens, out, pair - 1, pair);
      i = pair - 1;
      continue;
    }
    if (length < 4 && isEntered(sentence, i)) put(tokens, out, i, i + 1);
    else if (kind === shape.lower && length < 4 && isTyped(sentence, i)) put(tokens, out, i, i + 1);
    else if (known?.has(tokens.lower(i)) && isTold(sentence, i)) put(tokens, out, i, i + 1);
    else if (kind === shape.upper && isOnShift(sentence, i, known?.has(tokens.lower(i)) === true)) put(tokens, out, i, i + 1);
    else if (signed?.has(tokens.lower(i)) && closesLine(tokens, i)) put(tokens, out, i, i + 1);
    else if (known?.has(tokens.lower(i)) && (kind === shape.upper ? isAlone(sentence, i) : isLast(sentence, i))) put(tokens, out, i, i + 1);
  }
  return out;
}

/** Initials of which something is told that is told of people: `AB here for f/u`, `S: ab is 24 y/o`, `brings AB, a 9-year-old girl`. */
function isTold(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  const next = index + 1;
  if (tokens.gap[index] === gap.none || tokens.gap[next]! > gap.line) return false;
  const [one, two] = [tokens.lower(next), tokens.lower(next + 1)];
  if (one === ",") return /^an?$/.test(two) && isAge(tokens, next + 2);
  if (tokens.gap[next] === gap.none) return false;
  if (one === "c") return two === "/" && tokens.lower(next + 2) === "o";
  if (/^(?:phoned|reached|called)$/.test(tokens.lower(index - 1))) return /^(?:about|with|regarding|re)$/.test(one);
  if (one === "is") return /^(?:here|seen|back|doing)$/.test(two) || isAge(tokens, /^an?$/.test(two) ? next + 2 : next + 1);
  if (one === "was") return /^(?:previously|seen|brought|admitted|discharged|here|transferred)$/.test(two);
  return /^(?:here|seen|came|comes|presents|presented|returns|returned|denies|denied|reports|states|resting|aware|lives|asks|calls|called)$/.test(
    one,
  );
}

/** Capitals of who hands over or will do something: `Report from KT.`, `Handoff to CA.`, `MT will schedule follow-up`. */
function isOnShift(sentence: Sentence, index: number, isKnown: boolean): boolean {
  const { tokens } = sentence;
  const word = sentence.word(index);
  if (tokens.gap[index] === gap.none || (!isKnown && (word.clinical || word.rank > 3 || word.can !== 0))) return false;
  const next = index + 1;
  const isStop = next >= tokens.count || tokens.gap[next]! >= gap.line || /^[.,;]$/.test(tokens.at(next));
  if (isStop && /^(?:to|from)$/.test(tokens.lower(index - 1)) && /^(?:handoff|report|signout)$/.test(tokens.lower(index - 2))) return true;
  return tokens.lower(next) === "will" && /^(?:schedule|call|fax|send|arrange|mail)$/.test(tokens.lower(next + 1));
}

/** `24 y/o`, `9-year-old`, `44yo`, `52f`. */
function isAge(tokens: Tokens, index: number): boolean {
  return tokens.shape[index] === shape.number && /^\d{1,3}(?:y|yo|yr)?[mf]?$/.test(tokens.lower(index));
}

/** Small letters that are no word and close two lines and more behind a stop: `trough 6.2. mjb`. */
function signedOften(sentence: Sentence): Set<string> | undefined {
  const { tokens } = sentence;
  let once: Set<string> | undefined;
  let often: Set<string> | undefined;
  for (let i = 1; i < tokens.count; i++) {
    const length = tokens.end[i]! - tokens.start[i]!;
    if (tokens.shape[i] !== shape.lower || length < 2 || length > 3 || !closesLine(tokens, i)) continue;
    const word = sentence.word(i);
    if (word.rank > 0 || word.clinical || word.can !== 0) continue;
    const lower = tokens.lower(i);
    once ??= new Set();
    if (!once.has(lower)) once.add(lower);
    else {
      often ??= new Set();
      often.add(lower);
    }
  }
  return often;
}

/** At the end of a line, behind a stop or a wide gap. */
function closesLine(tokens: Tokens, index: number): boolean {
  if (index + 1 < tokens.count && tokens.gap[index + 1]! < gap.line) return false;
  if (tokens.gap[index]! >= gap.line) return false;
  return tokens.gap[index] === gap.wide || (tokens.gap[index] === gap.space && /^[.!?)]$/.test(tokens.at(index - 1)));
}

/** Who wrote a section or did a step: `GROSS (dcw)`, `ADDENDUM 1 (CDN):`, `Dictated hkl 2/27`, `Scored dw 9-2`, `Minutes tl,`, `QA: hn 3/6`. */
function isEntered(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  const word = sentence.word(index);
  if (word.rank > 2 || word.clinical || word.can !== 0 || word.state) return false;
  const next = index + 1;
  if (tokens.at(index - 1) === "(" && tokens.at(next) === ")" && tokens.gap[index] === gap.none) {
    const heads = next + 1 >= tokens.count || tokens.gap[next + 1]! >= gap.line || tokens.at(next + 1) === ":";
    if (!heads) return false;
    for (let at = index - 2; at >= 0 && at > index - 10; at--) {
      if (headings.test(tokens.lower(at))) return true;
      if (tokens.gap[at]! >= gap.line) return false;
    }
    return false;
  }
  if (tokens.gap[index]! > gap.space || tokens.gap[index] === gap.none) return false;
  const ends =
    next >= tokens.count || tokens.gap[next]! >= gap.wide || /^[,.;)/|]$/.test(tokens.at(next)) || tokens.shape[next] === shape.number;
  if (/^rec$/.test(tokens.lower(index - 1))) return false;
  const before = tokens.shape[index - 1] === shape.mark && /^[:.]$/.test(tokens.at(index - 1)) ? index - 2 : index - 1;
  return (
    ends && wrote.test(tokens.lower(before)) && !(before === index - 2 && tokens.at(index - 1) === "." && tokens.lower(before) !== "rec")
  );
}

const headings = /^(?:gross|micro|microscopic|addendum|addend|addendums|dictated|comment|synoptic|diagnosis|dx|amended|gr0ss)$/;
const wrote =
  /^(?:dictated|dict|scored|interp|typed|trans|transcribed|transcriber|minutes|closing|qa|sup|technologist|tech|scribe|rec|witnessed|witness|wit|e-sig|sig|init|inits|initials|recorded|reviewed|logged|verified)$/;

function put(tokens: Tokens, out: Finding[], first: number, end: number): void {
  out.push({
    start: tokens.start[first]!,
    end: tokens.end[end - 1]!,
    kind: "name",
    strength: "contextual",
    detector: "known",
    role: "provider",
  });
}

/** Initials of the names of two parts and more that were found: `William T. Lau` gives `wl` and `wtl`, `LAU, WILLIAM` `wl`. */
function initialsOf(tokens: Tokens, findings: readonly Finding[]): Set<string> | undefined {
  let known: Set<string> | undefined;
  for (const finding of findings.length > 500 ? findings.slice(0, 500) : findings) {
    if (kindByName(finding.kind).category !== "A" || finding.end - finding.start < 5) continue;
    const first = tokens.indexAt(finding.start);
    let letters = "";
    let inner = "";
    let comma = 0;
    for (let i = first; i < tokens.count && tokens.start[i]! < finding.end && letters.length < 6; i++) {
      if (tokens.shape[i] === shape.mark) {
        if (tokens.at(i) === ",") comma = letters.length;
        continue;
      }
      if (tokens.shape[i] === shape.number) continue;
      const letter = tokens.lower(i)[0]!;
      letters += letter;
      if (!(i > first && tokens.at(i - 1) === "-" && tokens.gap[i] === gap.none)) inner += letter;
    }
    if (letters.length < 2) continue;
    known ??= new Set();
    if (comma > 0) letters = letters.slice(comma) + letters.slice(0, comma);
    known.add(letters);
    if (comma === 0) known.add(inner);
    known.add(letters[0]! + letters[letters.length - 1]!);
    if (letters.length > 2) known.add(letters.slice(0, 2));
  }
  return known;
}

/** Behind `A.P.` or `J.R.R.`; 0 for anything else. */
function pointed(tokens: Tokens, index: number): number {
  let at = index;
  let count = 0;
  while (
    tokens.shape[at] === shape.initial &&
    tokens.at(at + 1) === "." &&
    tokens.gap[at + 1] === gap.none &&
    (at === index || tokens.gap[at] === gap.none)
  ) {
    at += 2;
    count++;
  }
  return count >= 2 && count <= 3 && !(tokens.gap[at] === gap.none && tokens.shape[at] !== shape.mark) ? at : 0;
}

function lettersOf(tokens: Tokens, index: number, end: number): string {
  let letters = "";
  for (let i = index; i < end; i += 2) letters += tokens.lower(i);
  return letters;
}

function isRoute(letters: string): boolean {
  return /^(?:po|pm|am|md|do|iv|pa|np|rn|us|dc|nj|ny|nc|nm|nh|nd|sc|sd|ri|wv|va)$/.test(letters);
}

/** Behind the end of a sentence. */
function signsOff(tokens: Tokens, index: number): boolean {
  return index > 0 && tokens.gap[index]! >= gap.space && /^[.!?)]$/.test(tokens.at(index - 1)) && tokens.shape[index - 1] === shape.mark;
}

/** `-T` that ends a message. */
function isDashed(tokens: Tokens, index: number): boolean {
  return (
    tokens.at(index - 1) === "-" &&
    tokens.gap[index] === gap.none &&
    (tokens.gap[index - 1]! >= gap.line || signsOff(tokens, index - 1)) &&
    (index + 1 >= tokens.count || tokens.gap[index + 1]! >= gap.line)
  );
}

/** Behind the second pair of `SR/ak`, `sr : ak`, at the edge of a line or of a wide gap; 0 for anything else. */
function pairEnd(sentence: Sentence, index: number, known: Set<string> | undefined): number {
  const { tokens } = sentence;
  const mark = tokens.at(index + 1);
  if ((mark !== "/" && mark !== ":") || tokens.shape[index + 1] !== shape.mark || tokens.gap[index + 1]! > gap.space) return 0;
  let second = index + 2;
  if (tokens.at(second) === "/" || tokens.at(second) === ":") second++;
  const length = tokens.end[second]! - tokens.start[second]!;
  if (second >= tokens.count || length < 2 || length > 4 || tokens.gap[second]! > gap.space) return 0;
  // Both in capitals, `ER:DP`, only where the first are those of a name.
  if (tokens.shape[second] !== shape.lower && !(tokens.shape[second] === shape.upper && known?.has(tokens.lower(index)))) return 0;
  if (!isOpen(tokens, index) || !isClosed(tokens, second + 1)) return 0;
  const one = sentence.word(index);
  const other = sentence.word(second);
  if (known?.has(tokens.lower(index)) || /^(?:vr|hk|dr)$/.test(tokens.lower(index))) return second + 1;
  // PT/inr, n/v: words of medicine, and plain words, are not the initials of people who are not named.
  if (tokens.shape[index] !== shape.upper || (mark !== "/" && tokens.gap[second] !== gap.none)) return 0;
  return !one.clinical && !other.clinical && one.rank < 9 && other.rank < 9 && length < 4 && ((one.can | other.can) & can.credential) === 0
    ? second + 1
    : 0;
}

/** At the beginning of a line, behind a wide gap, a stop or a stroke with space around it. */
function isOpen(tokens: Tokens, index: number): boolean {
  if (index === 0 || tokens.gap[index]! >= gap.wide) return true;
  return tokens.shape[index - 1] === shape.mark && /^[.!?)~/-]$/.test(tokens.at(index - 1));
}

/** At the end of a line, before a wide gap, a date or a number. */
function isClosed(tokens: Tokens, index: number): boolean {
  return (
    index >= tokens.count ||
    tokens.gap[index]! >= gap.wide ||
    tokens.shape[index] === shape.number ||
    (tokens.at(index) === "." && (index + 1 >= tokens.count || tokens.gap[index + 1]! >= gap.line))
  );
}

/** Capital letters that no clinical abbreviation explains, or that stand where people sign. */
function isAlone(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  const word = sentence.word(index);
  if (index + 1 < tokens.count && tokens.gap[index + 1] === gap.none && !/^[.,;:)/!?]$/.test(tokens.at(index + 1))) return false;
  if (tokens.gap[index] === gap.none && index > 0 && !/^[(/-]$/.test(tokens.at(index - 1))) return false;
  const signs =
    isOpen(tokens, index) &&
    isClosed(tokens, index + 1) &&
    (tokens.gap[index]! >= gap.line || index + 1 >= tokens.count || tokens.at(index - 1) === "-");
  if (signs) return !word.clinical || /^[-/]$/.test(tokens.at(index - 1));
  // "Prov: SW", and "10/29/24 TB" that begins a line
  if (tokens.at(index - 1) === ":" && sentence.word(index - 2).can & (can.providerRole | can.credential)) return true;
  if (tokens.shape[index - 1] === shape.number && tokens.at(index - 2) === "/" && tokens.gap[index] === gap.space) {
    let line = index - 1;
    while (line > 0 && line > index - 6 && tokens.gap[line]! === gap.none) line--;
    if (line === 0 || tokens.gap[line]! >= gap.line) return true;
  }
  if (word.clinical || word.rank > 3 || word.state || word.can !== 0 || sentence.inCapitals(index)) return false;
  if (tokens.end[index]! - tokens.start[index]! > 2) return true;
  return /^(?:by|w|with|per|from|to|and|scribe|scribed|aware)$/.test(tokens.lower(index - 1)) || tokens.at(index - 1) === "/";
}

/** `US today by kmt,` and `t. db` at the end of a line: small letters that are no word, of who did it or typed it. */
function isTyped(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  const word = sentence.word(index);
  if (word.rank > 2 || word.clinical || word.can !== 0 || tokens.gap[index] !== gap.space) return false;
  const next = index + 1;
  const ends = next >= tokens.count || tokens.gap[next]! >= gap.wide;
  if (tokens.lower(index - 1) === "by") return ends || /^[,.;)]$/.test(tokens.at(next)) || tokens.shape[next] === shape.number;
  if (ends && /^(?:typ|typed|trans|transcr)$/.test(tokens.lower(index - 1))) return true;
  if (ends && tokens.at(index - 1) === ":" && /^(?:tr|typ|trans|tech)$/.test(tokens.lower(index - 2))) return true;
  return (
    ends &&
    tokens.at(index - 1) === "." &&
    /^(?:t|d|tr|trans|typ|dict)$/.test(tokens.lower(index - 2)) &&
    tokens.gap[index - 2]! >= gap.wide
  );
}

/** Small letters alone on a line, at the end of one behind a wide gap, or before credentials or a date. */
function isLast(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  const word = sentence.word(index);
  if (word.rank > 9 || word.clinical) return false;
  if (index > 0 && tokens.gap[index]! < gap.wide) return tokens.lower(index - 1) === "by" && word.rank === 0;
  const next = index + 1;
  return (
    next >= tokens.count ||
    tokens.gap[next]! >= gap.wide ||
    (tokens.shape[next] === shape.number && /^[/.-]$/.test(tokens.at(next + 1)) && tokens.gap[next + 1] === gap.none) ||
    (sentence.word(next).can & can.credential) !== 0
  );
}
