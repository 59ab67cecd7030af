import { labelCount } from "./labels.ts";
import { weightCount } from "./model.ts";
import { hinge } from "./units.ts";

/** The most a score may be, either way, so that no factor leaves the range of numbers. */
const limit = 30;

/**
 * The chance of each label at each word, by the forward and backward pass over the chain: `out[labelCount * i + label]`. `scores` holds the
 * logarithms of the factors of a word, `transitions` the factors between words by hinge. Before the first word stands "other".
 */
export function marginals(count: number, scores: Float32Array, hinges: Uint8Array, transitions: Float64Array, out: Float64Array): void {
  const L = labelCount;
  const LL = L * L;
  const factors = new Float64Array(count * L);
  for (let i = 0; i < count; i++) {
    const to = i * L;
    factors[to] = 1;
    for (let k = 0; k < weightCount; k++) {
      const score = scores[i * weightCount + k]!;
      factors[to + 1 + k] = Math.exp(score > limit ? limit : score < -limit ? -limit : score);
    }
    const table = (i === 0 ? hinge.paragraph : hinges[i]!) * LL;
    let sum = 0;
    for (let label = 0; label < L; label++) {
      let into = 0;
      if (i === 0) into = transitions[table + label]!;
      else for (let from = 0; from < L; from++) into += out[to - L + from]! * transitions[table + from * L + label]!;
      into *= factors[to + label]!;
      out[to + label] = into;
      sum += into;
    }
    for (let label = 0; label < L; label++) out[to + label]! /= sum;
  }
  const behind = new Float64Array(L).fill(1);
  const next = new Float64Array(L);
  for (let i = count - 1; i >= 0; i--) {
    const at = i * L;
    let sum = 0;
    for (let label = 0; label < L; label++) {
      const value = out[at + label]! * behind[label]!;
      out[at + label] = value;
      sum += value;
    }
    for (let label = 0; label < L; label++) out[at + label]! /= sum;
    if (i === 0) break;
    const table = hinges[i]! * LL;
    let total = 0;
    for (let from = 0; from < L; from++) {
      let value = 0;
      for (let label = 0; label < L; label++) value += transitions[table + from * L + label]! * factors[at + label]! * behind[label]!;
      next[from] = value;
      total += value;
    }
    for (let from = 0; from < L; from++) behind[from] = next[from]! / total;
  }
}
