import { type KindName, kindByName } from "../identifiers/kinds/index.ts";
import type { Detector, Finding, Known } from "./finding.ts";
import { isCapital, type Sentence, sentenceOf } from "./people.ts";
import { tokensOf } from "./reading.ts";
import { isDecimalAt, isMeasure } from "./repeats.ts";
import { gap, shape, type Tokens } from "./tokens.ts";
import type { Words } from "./words.ts";

/** What the record or the roster says of the subject, found again: whole, in parts, in other case, with a typo, over a line break. */
export function createKnown(words: Words): Detector {
  return {
    name: "known",
    detect: (readings, known) => readings.map((reading, i) => (known[i] ? findKnown(sentenceOf(tokensOf(reading), words), known[i]) : [])),
  };
}

export function findKnown(sentence: Sentence, known: Known): Finding[] {
  const { tokens } = sentence;
  const out: Finding[] = [];
  const names = longNames(known);
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.shape[i] === shape.mark) continue;
    const solid = solidAt(sentence, i, known);
    if (solid) {
      out.push(claim(tokens, i, solid.end, solid.kind));
      i = solid.end - 1;
      continue;
    }
    if (tokens.shape[i] === shape.number) continue;
    const lower = tokens.lower(i);
    if (lower.length < 2 || isEverybodys(sentence, i)) continue;
    const kind = known.has(lower.includes("'") ? lower.replaceAll("'", "") : lower);
    if (kind) {
      out.push(claim(tokens, i, i + 1, kind));
      continue;
    }
    // Hen-\nderson, O' Malley, Mac Donald
    const next = tokens.at(i + 1) === "-" && tokens.gap[i + 1] === gap.none ? i + 2 : i + 1;
    if (
      next < tokens.count &&
      tokens.gap[next]! <= gap.line &&
      tokens.shape[next] !== shape.mark &&
      tokens.shape[next] !== shape.number &&
      lower.length + tokens.lower(next).length >= 5
    ) {
      const joined = known.has(`${lower}${tokens.lower(next)}`);
      if (joined) {
        out.push(claim(tokens, i, next + 1, joined));
        i = next;
        continue;
      }
    }
    if (names.length > 0 && lower.length >= 5 && isCapital(tokens.shape[i]) && sentence.word(i).rank === 0 && !sentence.word(i).clinical) {
      const meant = names.find(([name]) => isOneEditAway(lower, name));
      if (meant) out.push(claim(tokens, i, i + 1, meant[1]));
    }
  }
  return out;
}

function claim(tokens: Tokens, first: number, end: number, kind: KindName): Finding {
  return { start: tokens.start[first]!, end: tokens.end[end - 1]!, kind, strength: "known", detector: "known", role: "subject" };
}

function longNames(known: Known): (readonly [string, KindName])[] {
  return known.words ? [...known.words].filter(([word, kind]) => word.length >= 5 && kindByName(kind).category === "A") : [];
}

/** An ordinary word in lower case is the word, not the name (`long history` of a Mr. Long); so is a short one. */
function isEverybodys(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  if (tokens.shape[index] !== shape.lower) return false;
  // Scripts without capitals and small letters.
  if (tokens.text.charCodeAt(tokens.start[index]!) > 0x52f) return false;
  const word = sentence.word(index);
  return word.rank > 3 || word.clinical || word.can !== 0 || tokens.end[index]! - tokens.start[index]! < 4;
}

/** An id or a phone number, however it is parted: `00-12-345`, `(617) 555 0134`. Asked by its letters and digits alone. */
function solidAt(sentence: Sentence, index: number, known: Known): { end: number; kind: KindName } | undefined {
  const { tokens } = sentence;
  let solid = "";
  let digits = false;
  let found: { end: number; kind: KindName } | undefined;
  for (let at = index; at < tokens.count && at < index + 12; at++) {
    if (at > index && tokens.gap[at]! > gap.space) break;
    if (tokens.shape[at] === shape.mark) {
      if (!/^[-./()#_+]$/.test(tokens.at(at))) break;
      continue;
    }
    const isNumber = tokens.shape[at] === shape.number;
    if (!isNumber && at > index && tokens.gap[at] !== gap.none) break;
    digits ||= isNumber;
    if (!isNumber && at === index && tokens.shape[index + 1] !== shape.mark) return undefined;
    solid += tokens.lower(at);
    if (solid.length > 24) break;
    if (digits && solid.length >= 4) {
      const kind = known.has(solid);
      // Four digits also count something.
      if (kind && (solid.length > 4 || (!isMeasure(sentence, at + 1) && !isDecimalAt(tokens, at + 1) && !isDecimalAt(tokens, index))))
        found = { end: at + 1, kind };
    }
  }
  return found;
}

/** One letter more, less, other, or two neighbours exchanged. */
export function isOneEditAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const restA = endA - start;
  const restB = endB - start;
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
