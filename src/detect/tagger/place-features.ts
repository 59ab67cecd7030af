import { joined } from "./digest.ts";
import type { Lexemes } from "./lexemes.ts";
import type { Units } from "./units.ts";

/** How many features `placeFeatures` gives of each word. */
export const placeFeatureCount = 20;

/** What the place of a word says: sorts of words in a row, the marks around, the label of the line, how the text is written. */
export function placeFeatures(units: Units, i: number, lexemes: Lexemes, out: Int32Array): void {
  const { lexeme, hinge, marks, count } = units;
  const { sort, identity } = lexemes;
  const here = lexeme[i]!;
  const own = sort[here]!;
  const before = i > 0 ? lexeme[i - 1]! : -1;
  const behind = i + 1 < count ? lexeme[i + 1]! : -1;
  const sortBefore = before < 0 ? 127 : sort[before]!;
  const sortBehind = behind < 0 ? 127 : sort[behind]!;
  const sortBefore2 = i > 1 ? sort[lexeme[i - 2]!]! : 127;
  const sortBehind2 = i + 2 < count ? sort[lexeme[i + 2]!]! : 127;
  const left = hinge[i]!;
  const right = i + 1 < count ? hinge[i + 1]! : 4;
  const marksLeft = marks[i]!;
  const marksRight = i + 1 < count ? marks[i + 1]! : 4;
  const wordBefore = before < 0 ? 0 : identity[before]!;
  const wordBehind = behind < 0 ? 0 : identity[behind]!;
  const cue = units.cue[i]!;
  const fromCue = Math.min(units.fromCue[i]!, 3);
  const column = Math.min(units.column[i]!, 3);
  out[0] = joined(marksLeft, 1024 + own);
  out[1] = joined(marksRight, 2048 + own);
  out[2] = joined((sortBefore << 12) | (left << 7) | own, 3);
  out[3] = joined((sortBehind << 12) | (right << 7) | own, 4);
  out[4] = joined(joined((sortBefore << 12) | (left << 7) | own, (sortBehind << 5) | right), 5);
  out[5] = joined((sortBefore2 << 14) | (sortBefore << 7) | own, 6);
  out[6] = joined((sortBehind2 << 14) | (sortBehind << 7) | own, 7);
  out[7] = joined(joined(cue, own), 8);
  out[8] = joined(joined(cue, fromCue), 9);
  out[9] = joined((column << 10) | (units.lineWriting[i]! << 8) | own, 10);
  out[10] = joined((units.writing << 8) | own, 11);
  out[11] = joined((units.seen[i]! << 8) | own, 12);
  out[12] = joined(joined(marksLeft, marksRight), 128 + lexemes.kind[here]!);
  out[13] = joined(joined(wordBefore, (left << 7) | own), 13);
  out[14] = joined(joined(wordBehind, (right << 7) | own), 14);
  out[15] = joined(joined(i > 1 ? identity[lexeme[i - 2]!]! : 0, wordBefore), 15);
  out[16] = joined(joined(units.opening[i]!, (column << 7) | own), 16);
  out[17] = joined(joined(joined(sortBefore2, sortBefore), joined(sortBehind, sortBehind2)), own + 4096);
  out[18] = joined(joined(wordBefore, identity[here]!), 17);
  out[19] = joined(joined(units.section[i]!, own), 18);
}
