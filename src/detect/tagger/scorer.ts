import type { Tokens } from "../tokens.ts";
import type { Words } from "../words.ts";
import { labelCount } from "./labels.ts";
import { Lexemes } from "./lexemes.ts";
import { marginals } from "./marginals.ts";
import { type Model, weightCount } from "./model.ts";
import { placeFeatureCount, placeFeatures } from "./place-features.ts";
import { emptyUnits, hinge, readUnits, type Units } from "./units.ts";
import { featuresAt, slot, slotCount, wordFeatures } from "./word-features.ts";

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
  let vectors = new Float32Array(4096 * slotCount * weightCount);
  const width = slotCount * weightCount;
  const lexemes = new Lexemes(words, (index, spelling, kind, word) => {
    if ((index + 1) * width > vectors.length) {
      const larger = new Float32Array(vectors.length * 2);
      larger.set(vectors);
      vectors = larger;
    }
    const features = wordFeatures(spelling, kind, word);
    for (let at = 0; at < slotCount; at++) {
      const to = index * width + at * weightCount;
      vectors.fill(0, to, to + weightCount);
      for (const feature of featuresAt(features, at)) {
        const row = model.rowOf(feature);
        if (row >= 0) for (let k = 0; k < weightCount; k++) vectors[to + k]! += model.weights[row * weightCount + k]!;
      }
    }
  });
  const units = emptyUnits();
  const features = new Int32Array(placeFeatureCount);
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
    scores.fill(0, 0, count * weightCount);
    const add = (unit: number, index: number, at: number): void => {
      const source = index * width + at * weightCount;
      const target = unit * weightCount;
      for (let k = 0; k < weightCount; k++) scores[target + k]! += vectors[source + k]!;
    };
    for (let i = 0; i < count; i++) {
      add(i, lexeme[i]!, slot.own);
      const broken = isBreak(hinges[i]!);
      if (i > 0) add(i, lexeme[i - 1]!, broken ? slot.beforeX : slot.before);
      if (i > 1) add(i, lexeme[i - 2]!, broken || isBreak(hinges[i - 1]!) ? slot.before2X : slot.before2);
      if (i + 1 < count) {
        const breaks = isBreak(hinges[i + 1]!);
        add(i, lexeme[i + 1]!, breaks ? slot.behindX : slot.behind);
        if (i + 2 < count) add(i, lexeme[i + 2]!, breaks || isBreak(hinges[i + 2]!) ? slot.behind2X : slot.behind2);
      }
      placeFeatures(units, i, lexemes, features);
      const target = i * weightCount;
      for (let f = 0; f < placeFeatureCount; f++) {
        const row = model.rowOf(features[f]!);
        if (row < 0) continue;
        const source = row * weightCount;
        for (let k = 0; k < weightCount; k++) scores[target + k]! += model.weights[source + k]!;
      }
    }
    marginals(count, scores, hinges, model.transitions, chances);
    return { units, chances };
  };
}

/** A line ends there. */
export function isBreak(at: number): boolean {
  return at === hinge.line || at === hinge.paragraph || at === hinge.markedLine;
}
