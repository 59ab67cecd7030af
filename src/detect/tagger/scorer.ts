import type { Tokens } from "../tokens.ts";
import type { Words } from "../words.ts";
import { joined } from "./digest.ts";
import { labelCount } from "./labels.ts";
import { Lexemes } from "./lexemes.ts";
import { marginals } from "./marginals.ts";
import { heldMask, type Model, stride, weightCount } from "./model.ts";
import { placeFeatureCount, placeFeatures } from "./place-features.ts";
import { emptyUnits, hinge, readUnits, type Units } from "./units.ts";
import { listAt, slot, slotCount, wordFeatures } from "./word-features.ts";

/** Word forms that are remembered before all are forgotten. */
const most = 24_000;

/** The words of a stretch of text and the chance of each label, valid until the next call. */
export interface Scored {
  readonly units: Units;
  /** `[labelCount * unit + label]` */
  readonly chances: Float64Array;
}

/** Gives the chance of each label for the tokens `[from, to)`. Keeps the summed weights of words it has met. */
export function createScorer(words: Words, model: Model): (tokens: Tokens, from: number, to: number) => Scored {
  const { table, mask, held, step } = model;
  const width = slotCount * weightCount;
  let vectors = new Int16Array(4096 * width);
  const lexemes = new Lexemes(words, (index, spelling, kind, word) => {
    if ((index + 1) * width > vectors.length) {
      const larger = new Int16Array(vectors.length * 2);
      larger.set(vectors);
      vectors = larger;
    }
    const features = wordFeatures(spelling, kind, word);
    for (let at = 0; at < slotCount; at++) {
      const list = listAt(features, at);
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      for (let f = 0; f < list.length; f++) {
        const key = joined(list[f]!, at);
        if (((held[(key & heldMask) >> 5]! >> (key & 31)) & 1) === 0) continue;
        const slot = slotOf(table, mask, key);
        if (slot < 0) continue;
        const four = table[slot + 1]!;
        a += (four << 24) >> 24;
        b += (four << 16) >> 24;
        c += (four << 8) >> 24;
        d += four >> 24;
        e += table[slot + 2]!;
      }
      const to = index * width + at * weightCount;
      vectors[to] = a;
      vectors[to + 1] = b;
      vectors[to + 2] = c;
      vectors[to + 3] = d;
      vectors[to + 4] = e;
    }
  });
  const units = emptyUnits();
  const features = new Int32Array(placeFeatureCount);
  const near = new Int32Array(slotCount);
  let scores = new Float32Array(0);
  let chances = new Float64Array(0);
  return (tokens, from, to) => {
    if (lexemes.count > most) lexemes.clear();
    readUnits(tokens, from, to, lexemes, units);
    const { count, lexeme, hinge: hinges } = units;
    if (scores.length < count * weightCount) {
      scores = new Float32Array(2 * count * weightCount);
      chances = new Float64Array(2 * count * labelCount);
    }
    for (let i = 0; i < count; i++) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      const neighbours = vectorsAround(lexeme, hinges, i, count, near);
      for (let n = 0; n < neighbours; n++) {
        const at = near[n]! * weightCount;
        a += vectors[at]!;
        b += vectors[at + 1]!;
        c += vectors[at + 2]!;
        d += vectors[at + 3]!;
        e += vectors[at + 4]!;
      }
      placeFeatures(units, i, lexemes, features);
      // Whether a feature is there nobody foresees, neither the processor: so all are sifted first, without a branch.
      let there = 0;
      for (let f = 0; f < placeFeatureCount; f++) {
        const feature = features[f]!;
        features[there] = feature;
        there += (held[(feature & heldMask) >> 5]! >> (feature & 31)) & 1;
      }
      for (let f = 0; f < there; f++) {
        const slot = slotOf(table, mask, features[f]!);
        if (slot < 0) continue;
        const four = table[slot + 1]!;
        a += (four << 24) >> 24;
        b += (four << 16) >> 24;
        c += (four << 8) >> 24;
        d += four >> 24;
        e += table[slot + 2]!;
      }
      const to = i * weightCount;
      scores[to] = a * step;
      scores[to + 1] = b * step;
      scores[to + 2] = c * step;
      scores[to + 3] = d * step;
      scores[to + 4] = e * step;
    }
    marginals(count, scores, hinges, model.transitions, chances);
    return { units, chances };
  };
}

/** Where a feature stands in the table, or -1. */
function slotOf(table: Int32Array, mask: number, feature: number): number {
  for (let slot = feature & mask; ; slot = (slot + 1) & mask) {
    const at = slot * stride;
    if (table[at + 3] === 0) return -1;
    if (table[at] === feature) return at;
  }
}

/** The vectors of a word and its neighbours, by number: `slotCount * lexeme + slot`. Gives how many there are. */
export function vectorsAround(lexeme: Int32Array, hinges: Uint8Array, i: number, count: number, out: Int32Array): number {
  let n = 0;
  out[n++] = lexeme[i]! * slotCount + slot.own;
  if (i > 0) {
    let broken = isBreak(hinges[i]!);
    out[n++] = lexeme[i - 1]! * slotCount + (broken ? slot.beforeX : slot.before);
    if (i > 1) {
      broken ||= isBreak(hinges[i - 1]!);
      out[n++] = lexeme[i - 2]! * slotCount + (broken ? slot.before2X : slot.before2);
      if (i > 2 && !broken && !isBreak(hinges[i - 2]!)) out[n++] = lexeme[i - 3]! * slotCount + slot.before3;
    }
  }
  if (i + 1 < count) {
    let broken = isBreak(hinges[i + 1]!);
    out[n++] = lexeme[i + 1]! * slotCount + (broken ? slot.behindX : slot.behind);
    if (i + 2 < count) {
      broken ||= isBreak(hinges[i + 2]!);
      out[n++] = lexeme[i + 2]! * slotCount + (broken ? slot.behind2X : slot.behind2);
      if (i + 3 < count && !broken && !isBreak(hinges[i + 3]!)) out[n++] = lexeme[i + 3]! * slotCount + slot.behind3;
    }
  }
  return n;
}

/** A line ends there. */
export function isBreak(at: number): boolean {
  return at === hinge.line || at === hinge.paragraph || at === hinge.markedLine;
}
