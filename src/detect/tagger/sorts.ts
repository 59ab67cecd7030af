import { shape } from "../tokens.ts";
import { can, type Word } from "../words.ts";
import type { Spelling } from "./spelling.ts";

const byGrammar: readonly number[] = [
  can.providerTitle,
  can.title,
  can.credential,
  can.relative,
  can.providerRole,
  can.patient,
  can.month,
  can.weekday,
  can.suffix,
  can.particle,
  can.strongFacilityEnd,
  can.schoolEnd | can.churchEnd | can.companyEnd,
  can.streetEnd,
  can.facilityEnd,
  can.unit,
];

/** The announcing sorts: titles come first in the order above. */
export const isTitleSort = (sort: number): boolean => sort < 8;
export const isCredentialSort = (sort: number): boolean => sort >> 2 === 2;

/** One of 128 sorts of word, by grammar, tables and letter case; numbers by their look. Word n-grams are over these. */
export function sortOf(spelling: Spelling, kind: number, word: Word): number {
  if (kind === shape.number) return 112 + numberSort(spelling);
  const letters = kind === shape.lower ? 0 : kind === shape.capitalized ? 1 : kind === shape.upper ? 2 : 3;
  return group(word, kind) * 4 + letters;
}

function group(word: Word, kind: number): number {
  // Capital letters alone are initials before they are anything else.
  if (kind === shape.initial) return 27;
  const listed = byGrammar.findIndex((bits) => (word.can & bits) !== 0);
  if (listed >= 0) return listed;
  if (word.state) return 15;
  if (word.given >= 5 && word.given > word.rank) return 16;
  if (word.surname >= 6 && word.surname > word.rank) return 17;
  if (word.city >= 6 && word.rank <= 3) return 18;
  if (word.surname >= 7 || word.given >= 7) return 19;
  if (word.clinical) return 20;
  if (word.can & can.beforeName) return 21;
  if (word.can & can.afterName) return 22;
  if (word.rank >= 10) return 23;
  if (word.rank > 3) return 24;
  if (word.given + word.surname + word.city > 0) return 25;
  return word.rank > 0 ? 24 : 26;
}

function numberSort({ lower, pattern }: Spelling): number {
  if (lower.startsWith("#") || lower.startsWith("0#")) {
    const last = lower[lower.length - 1]!;
    if (last === "m") return 0;
    if (last === "d") return 1;
    if (last === "n") return 2;
    if (last === "y") return 3;
    const length = Number(lower.slice(1));
    return length === 3 ? 4 : length === 4 ? 5 : length === 5 ? 6 : length <= 7 ? 7 : length <= 9 ? 8 : length === 10 ? 9 : 10;
  }
  if (/^0{1,2}(?:st|nd|rd|th)$/i.test(pattern + lower)) return 11;
  if (/^0{1,4}a{1,4}$/.test(pattern)) return 12;
  if (/^[Aa]{1,2}0{1,2}$/.test(pattern)) return 13;
  return pattern.length <= 4 ? 14 : 15;
}
