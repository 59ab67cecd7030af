import { shape } from "../tokens.ts";
import type { Word } from "../words.ts";
import { digest } from "./digest.ts";
import { sortOf } from "./sorts.ts";
import type { Spelling } from "./spelling.ts";

/** What one word says of itself, of its neighbours, and of the words behind those: digests without a place. */
export interface WordFeatures {
  readonly own: readonly number[];
  readonly side: readonly number[];
  readonly far: readonly number[];
}

/** Where a word stands, seen from the word to be labelled; `x`: a line break lies between. */
export const slot = {
  own: 0,
  before: 1,
  behind: 2,
  before2: 3,
  behind2: 4,
  beforeX: 5,
  behindX: 6,
  before2X: 7,
  behind2X: 8,
  before3: 9,
  behind3: 10,
} as const;
export const slotCount = 11;

/** What a word says at a slot; with the slot joined to each, the keys of the weights. */
export function listAt({ own, side, far }: WordFeatures, at: number): readonly number[] {
  return at === slot.own ? own : at <= slot.behind || at === slot.beforeX || at === slot.behindX ? side : far;
}

export function wordFeatures(spelling: Spelling, kind: number, word: Word): WordFeatures {
  const { lower, pattern } = spelling;
  const sort = sortOf(spelling, kind, word);
  const rank = bucket(word.rank);
  const far = [`w${lower}`, `q${sort}`];
  const grams = [
    `v${bucket(word.given)} ${rank}`,
    `n${bucket(word.surname)} ${rank}`,
    `c${bucket(word.city)} ${rank}`,
    `k${kind} ${word.clinical} ${rank}`,
  ];
  const bits: string[] = [];
  for (let bit = 0; bit < 25; bit++) if (word.can & (1 << bit)) bits.push(`b${bit} ${kind}`);
  if (word.state) bits.push(`state ${kind}`);
  if (word.country) bits.push(`country ${kind}`);
  if (word.county) bits.push(`county ${kind}`);
  if (word.eponym) bits.push(`eponym ${kind}`);
  const side = [...far, ...bits, ...grams, `s${pattern}`, `z${lower.slice(-3)}`];
  const own = [
    ...side,
    `l${kind} ${Math.min(lower.length, 9)}`,
    `vn${bucket(word.given)} ${bucket(word.surname)} ${rank} ${kind}`,
    `vc${bucket(Math.max(word.given, word.surname))} ${bucket(word.city)} ${word.clinical} ${kind}`,
  ];
  if (kind !== shape.number) {
    for (let length = 1; length <= 4 && length < lower.length; length++) own.push(`p${lower.slice(0, length)}`, `e${lower.slice(-length)}`);
    // The letters of a word that is in no dictionary tell its language.
    if (word.rank <= 3 && !word.clinical) {
      const framed = `^${lower}$`;
      for (let i = 0; i + 3 <= framed.length && i < 16; i++) own.push(`t${framed.slice(i, i + 3)}`);
    }
    if (word.rank === 0 && !word.clinical && word.can === 0)
      own.push(`u${kind} ${bucket(word.given)} ${bucket(word.surname)} ${bucket(word.city)}`);
  }
  return { own: own.map(digest), side: side.map(digest), far: far.map(digest) };
}

function bucket(rank: number): number {
  return rank === 0 ? 0 : rank <= 2 ? 1 : rank <= 5 ? 2 : rank <= 8 ? 3 : rank <= 11 ? 4 : 5;
}
