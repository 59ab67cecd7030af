import { labelCount } from "./labels.ts";
import { weightCount } from "./model.ts";
import { hinge } from "./units.ts";

/** The most a score may be, either way, so that no factor leaves the range of numbers. */
const limit = 30;
const most = Math.exp(limit);
const least = Math.exp(-limit);

/**
 * The chance of each label at each word, by the forward and backward pass over the chain: `out[labelCount * i + label]`. `scores` holds the
 * logarithms of the factors of a word, `transitions` the factors between words by hinge. Before the first word stands "other".
 */
export function marginals(count: number, scores: Float32Array, hinges: Uint8Array, transitions: Float64Array, out: Float64Array): void {
  const factors = new Float64Array(count * labelCount);
  // Written out for six labels: loops over them take twice the time.
  let p0 = 1;
  let p1 = 0;
  let p2 = 0;
  let p3 = 0;
  let p4 = 0;
  let p5 = 0;
  for (let i = 0; i < count; i++) {
    const at = i * labelCount;
    const from = i * weightCount;
    const f1 = factor(scores[from]!);
    const f2 = factor(scores[from + 1]!);
    const f3 = factor(scores[from + 2]!);
    const f4 = factor(scores[from + 3]!);
    const f5 = factor(scores[from + 4]!);
    factors[at + 1] = f1;
    factors[at + 2] = f2;
    factors[at + 3] = f3;
    factors[at + 4] = f4;
    factors[at + 5] = f5;
    const t = (i === 0 ? hinge.paragraph : hinges[i]!) * 36;
    const m = transitions;
    const q0 = p0 * m[t]! + p1 * m[t + 6]! + p2 * m[t + 12]! + p3 * m[t + 18]! + p4 * m[t + 24]! + p5 * m[t + 30]!;
    const q1 = f1 * (p0 * m[t + 1]! + p1 * m[t + 7]! + p2 * m[t + 13]! + p3 * m[t + 19]! + p4 * m[t + 25]! + p5 * m[t + 31]!);
    const q2 = f2 * (p0 * m[t + 2]! + p1 * m[t + 8]! + p2 * m[t + 14]! + p3 * m[t + 20]! + p4 * m[t + 26]! + p5 * m[t + 32]!);
    const q3 = f3 * (p0 * m[t + 3]! + p1 * m[t + 9]! + p2 * m[t + 15]! + p3 * m[t + 21]! + p4 * m[t + 27]! + p5 * m[t + 33]!);
    const q4 = f4 * (p0 * m[t + 4]! + p1 * m[t + 10]! + p2 * m[t + 16]! + p3 * m[t + 22]! + p4 * m[t + 28]! + p5 * m[t + 34]!);
    const q5 = f5 * (p0 * m[t + 5]! + p1 * m[t + 11]! + p2 * m[t + 17]! + p3 * m[t + 23]! + p4 * m[t + 29]! + p5 * m[t + 35]!);
    const scale = 1 / (q0 + q1 + q2 + q3 + q4 + q5);
    out[at] = p0 = q0 * scale;
    out[at + 1] = p1 = q1 * scale;
    out[at + 2] = p2 = q2 * scale;
    out[at + 3] = p3 = q3 * scale;
    out[at + 4] = p4 = q4 * scale;
    out[at + 5] = p5 = q5 * scale;
  }
  let b0 = 1;
  let b1 = 1;
  let b2 = 1;
  let b3 = 1;
  let b4 = 1;
  let b5 = 1;
  for (let i = count - 1; i >= 0; i--) {
    const at = i * labelCount;
    const v0 = out[at]! * b0;
    const v1 = out[at + 1]! * b1;
    const v2 = out[at + 2]! * b2;
    const v3 = out[at + 3]! * b3;
    const v4 = out[at + 4]! * b4;
    const v5 = out[at + 5]! * b5;
    const scale = 1 / (v0 + v1 + v2 + v3 + v4 + v5);
    out[at] = v0 * scale;
    out[at + 1] = v1 * scale;
    out[at + 2] = v2 * scale;
    out[at + 3] = v3 * scale;
    out[at + 4] = v4 * scale;
    out[at + 5] = v5 * scale;
    const c0 = b0;
    const c1 = b1 * factors[at + 1]!;
    const c2 = b2 * factors[at + 2]!;
    const c3 = b3 * factors[at + 3]!;
    const c4 = b4 * factors[at + 4]!;
    const c5 = b5 * factors[at + 5]!;
    const t = hinges[i]! * 36;
    const m = transitions;
    b0 = m[t]! * c0 + m[t + 1]! * c1 + m[t + 2]! * c2 + m[t + 3]! * c3 + m[t + 4]! * c4 + m[t + 5]! * c5;
    b1 = m[t + 6]! * c0 + m[t + 7]! * c1 + m[t + 8]! * c2 + m[t + 9]! * c3 + m[t + 10]! * c4 + m[t + 11]! * c5;
    b2 = m[t + 12]! * c0 + m[t + 13]! * c1 + m[t + 14]! * c2 + m[t + 15]! * c3 + m[t + 16]! * c4 + m[t + 17]! * c5;
    b3 = m[t + 18]! * c0 + m[t + 19]! * c1 + m[t + 20]! * c2 + m[t + 21]! * c3 + m[t + 22]! * c4 + m[t + 23]! * c5;
    b4 = m[t + 24]! * c0 + m[t + 25]! * c1 + m[t + 26]! * c2 + m[t + 27]! * c3 + m[t + 28]! * c4 + m[t + 29]! * c5;
    b5 = m[t + 30]! * c0 + m[t + 31]! * c1 + m[t + 32]! * c2 + m[t + 33]! * c3 + m[t + 34]! * c4 + m[t + 35]! * c5;
    const rescale = 1 / (b0 + b1 + b2 + b3 + b4 + b5);
    b0 *= rescale;
    b1 *= rescale;
    b2 *= rescale;
    b3 *= rescale;
    b4 *= rescale;
    b5 *= rescale;
  }
}

function factor(score: number): number {
  return score > limit ? most : score < -limit ? least : Math.exp(score);
}
