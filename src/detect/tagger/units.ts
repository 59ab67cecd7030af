import { gap, shape, type Tokens } from "../tokens.ts";
import { joined } from "./digest.ts";
import type { Lexemes } from "./lexemes.ts";
import { isCredentialSort, isTitleSort } from "./sorts.ts";

/** How a word hangs on the one before it: the marks between, and the space. Each has its own table of transitions. */
export const hinge = {
  none: 0,
  space: 1,
  wide: 2,
  line: 3,
  paragraph: 4,
  hyphen: 5,
  slash: 6,
  point: 7,
  stop: 8,
  comma: 9,
  colon: 10,
  opened: 11,
  closed: 12,
  tight: 13,
  other: 14,
  markedLine: 15,
  possessive: 16,
  tightColon: 17,
} as const;
export const hingeCount = 18;

/** Words written in lower case, in mixed case, in capitals: of a line or of a whole text. */
export const writing = { mixed: 0, lower: 1, upper: 2 } as const;

/** The words and numbers of a text with what the tagger reads of their places. Made once and filled anew for each text. */
export interface Units {
  count: number;
  /** Of the whole text, by `writing`. */
  writing: number;
  token: Int32Array;
  lexeme: Int32Array;
  hinge: Uint8Array;
  /** Digest of the marks and spaces before. */
  marks: Int32Array;
  line: Int32Array;
  /** Words before it in its line. */
  column: Int32Array;
  /** Digest of the word before the last colon of the line, 0 for none; words between. */
  cue: Int32Array;
  fromCue: Int32Array;
  /** Digest of the first word of the line, and of the last line that was a heading. */
  opening: Int32Array;
  section: Int32Array;
  /** Bits: how the word is written anywhere in the text; 8 behind a title or before credentials; 16 more than once. */
  seen: Uint8Array;
  lineWriting: Uint8Array;
}

export function emptyUnits(): Units {
  return {
    count: 0,
    writing: 0,
    token: new Int32Array(0),
    lexeme: new Int32Array(0),
    hinge: new Uint8Array(0),
    marks: new Int32Array(0),
    line: new Int32Array(0),
    column: new Int32Array(0),
    cue: new Int32Array(0),
    fromCue: new Int32Array(0),
    opening: new Int32Array(0),
    section: new Int32Array(0),
    seen: new Uint8Array(0),
    lineWriting: new Uint8Array(0),
  };
}

function makeRoom(units: Units, count: number): void {
  if (units.token.length >= count) return;
  const size = count + (count >> 1);
  Object.assign(units, {
    token: new Int32Array(size),
    lexeme: new Int32Array(size),
    hinge: new Uint8Array(size),
    marks: new Int32Array(size),
    line: new Int32Array(size),
    column: new Int32Array(size),
    cue: new Int32Array(size),
    fromCue: new Int32Array(size),
    opening: new Int32Array(size),
    section: new Int32Array(size),
    seen: new Uint8Array(size),
    lineWriting: new Uint8Array(size),
  });
}

/** Reads the tokens `[from, to)` into `units`. */
export function readUnits(tokens: Tokens, from: number, to: number, lexemes: Lexemes, units: Units): void {
  makeRoom(units, to - from);
  const { token, lexeme, hinge: hinges, marks, line, column, cue, fromCue, opening } = units;
  let count = 0;
  let lineNumber = 0;
  let inLine = 0;
  let firstWord = 0;
  let cueNow = 0;
  let sinceCue = 0;
  // Between the last word and the next: the marks, the widest space, the space before the first mark and behind the last.
  let between = 0;
  let firstMark = 0;
  let lastMark = 0;
  let widest: number = gap.paragraph;
  let spaceFirst = false;
  for (let i = from; i < to; i++) {
    const space = i === from ? gap.paragraph : tokens.gap[i]!;
    if (space > widest) widest = space;
    if (tokens.shape[i] === shape.mark) {
      const code = tokens.text.charCodeAt(tokens.start[i]!);
      if (between === 0) {
        firstMark = code;
        spaceFirst = space > gap.none;
      }
      if (between < 0x1000000) between = between * 64 + (code & 63) + 1;
      lastMark = code;
      if (code === 58 || code === 61) {
        // A label alone on its line speaks for the next.
        cueNow = count > 0 ? lexemes.identity[lexeme[count - 1]!]! : 0;
        sinceCue = 0;
      }
      continue;
    }
    if (widest >= gap.line) {
      lineNumber++;
      inLine = 0;
      if (sinceCue > 0) cueNow = 0;
    }
    const index = lexemes.of(tokens, i);
    if (inLine === 0) firstWord = lexemes.identity[index]!;
    token[count] = i;
    lexeme[count] = index;
    hinges[count] =
      between === 0
        ? widest === gap.space && count > 0 && tokens.possessive[token[count - 1]!] === 1
          ? hinge.possessive
          : widest
        : hingeOf(firstMark, lastMark, between >= 64, widest, spaceFirst, space > gap.none);
    marks[count] = joined(between, widest * 4 + (spaceFirst ? 1 : 0) + (space > gap.none ? 2 : 0));
    line[count] = lineNumber;
    column[count] = inLine++;
    cue[count] = cueNow;
    fromCue[count] = sinceCue++;
    opening[count] = firstWord;
    count++;
    between = 0;
    widest = gap.none;
    spaceFirst = false;
  }
  units.count = count;
  readSections(tokens, units);
  readWriting(units, lexemes);
  readSeen(units, lexemes);
}

function hingeOf(first: number, last: number, several: boolean, widest: number, before: boolean, behind: boolean): number {
  if (widest >= gap.line) return widest === gap.paragraph ? hinge.paragraph : hinge.markedLine;
  if (several) {
    if (last === 58) return hinge.colon;
    if (last === 40 || last === 91 || last === 34) return hinge.opened;
    return first === 41 || first === 93 || first === 34 ? hinge.closed : hinge.other;
  }
  switch (first) {
    case 45:
      return before || behind ? hinge.other : hinge.hyphen;
    case 47:
      return hinge.slash;
    case 46:
      return behind ? hinge.stop : hinge.point;
    case 44:
      return hinge.comma;
    case 58:
      return behind ? hinge.colon : hinge.tightColon;
    case 40:
    case 91:
    case 34:
    case 39:
      return hinge.opened;
    case 41:
    case 93:
      return hinge.closed;
    case 64:
    case 95:
    case 35:
    case 43:
    case 61:
    case 38:
      return hinge.tight;
    default:
      return hinge.other;
  }
}

/** A line of one to five words that ends in a colon heads the lines below it. */
function readSections(tokens: Tokens, units: Units): void {
  const { token, opening, section, column, count } = units;
  let now = 0;
  for (let i = 0; i < count; i++) {
    section[i] = now;
    if (column[i]! > 4 || (i + 1 < count && column[i + 1] !== 0)) continue;
    if (tokens.at(token[i]! + 1) === ":" && tokens.gap[token[i]! + 1] === gap.none) now = opening[i]!;
  }
}

function readWriting(units: Units, lexemes: Lexemes): void {
  let allUpper = 0;
  let allLower = 0;
  let allCapital = 0;
  let first = 0;
  for (let i = 0; i <= units.count; i++) {
    if (i < units.count && (i === 0 || units.line[i] === units.line[i - 1])) continue;
    let upper = 0;
    let lower = 0;
    let capital = 0;
    for (let j = first; j < i; j++) {
      const kind = lexemes.kind[units.lexeme[j]!];
      if (kind === shape.lower) lower++;
      else if (kind === shape.upper) upper++;
      else if (kind === shape.capitalized) capital++;
    }
    const style =
      upper >= 2 && upper > 3 * (lower + capital) ? writing.upper : lower > 2 && upper + capital === 0 ? writing.lower : writing.mixed;
    units.lineWriting.fill(style, first, i);
    allUpper += upper;
    allLower += lower;
    allCapital += capital;
    first = i;
  }
  units.writing =
    allUpper > 2 * (allLower + allCapital) ? writing.upper : allLower > 30 * (allCapital + allUpper / 2) ? writing.lower : writing.mixed;
}

const seenBits = new Uint8Array(7);
seenBits[shape.lower] = 1;
seenBits[shape.capitalized] = 2;
seenBits[shape.mixed] = 2;
seenBits[shape.upper] = 4;

/** `seen`, by the numbers of words in lower case; a word first in its line says nothing by its capital. */
function readSeen(units: Units, lexemes: Lexemes): void {
  const { lexeme, hinge: hinges, seen, column, count } = units;
  const bits = new Uint8Array(lexemes.lowerCount);
  for (let i = 0; i < count; i++) {
    const index = lexeme[i]!;
    const lower = lexemes.lower[index]!;
    let now = bits[lower]!;
    if (now & 32) now |= 16;
    now |= 32;
    const kind = lexemes.kind[index]!;
    if (kind !== shape.capitalized || (column[i]! > 0 && hinges[i] !== hinge.stop)) now |= seenBits[kind]!;
    if (
      (i > 0 && (hinges[i] === hinge.space || hinges[i] === hinge.stop) && isTitleSort(lexemes.sort[lexeme[i - 1]!]!)) ||
      (i + 1 < count && (hinges[i + 1] === hinge.comma || hinges[i + 1] === hinge.space) && isCredentialSort(lexemes.sort[lexeme[i + 1]!]!))
    )
      now |= 8;
    bits[lower] = now;
  }
  for (let i = 0; i < count; i++) seen[i] = bits[lexemes.lower[lexeme[i]!]!]! & 31;
}
