import { city } from "./cities.ts";
import { branch, facility, visited } from "./facilities.ts";
import type { Detector, Finding } from "./finding.ts";
import { isCapital, type Sentence, sentenceOf } from "./people.ts";
import { tokensOf } from "./reading.ts";
import type { Words } from "./words.ts";

/** Cities, counties, hospitals, schools, employers: by the words they are built with and the words before them. */
export function createPlaces(words: Words): Detector {
  return {
    name: "places",
    detect: (readings) => readings.map((reading) => findPlaces(sentenceOf(tokensOf(reading), words))),
  };
}

export function findPlaces(sentence: Sentence): Finding[] {
  const { tokens } = sentence;
  const out: Finding[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (!isCapital(tokens.shape[i])) continue;
    const end = facility(sentence, i, out) || branch(sentence, i, out) || city(sentence, i, out) || visited(sentence, i, out);
    if (end > i) i = end - 1;
  }
  return out;
}
