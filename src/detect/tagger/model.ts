import { weights as stored } from "../../tables/generated/tagger.ts";
import { labelCount } from "./labels.ts";
import { hingeCount } from "./units.ts";

/** A weight a feature for each label but "other", whose weight is nought. */
export const weightCount = labelCount - 1;

/** What a conditional random field has learned. */
export interface Model {
  /** `weightCount` numbers a row. */
  readonly weights: Float32Array;
  /** Factors, not their logarithms: `[hinge][label before][label]`. */
  readonly transitions: Float64Array;
  /** The row of a feature, or -1. */
  rowOf(feature: number): number;
}

let decoded: Model | undefined;

/** The weights of the package, unpacked when first asked for. */
export function model(): Model {
  decoded ??= unpack(stored);
  return decoded;
}

/**
 * Weights as text. `keys`: the features in ascending order as unsigned numbers, each as its distance from the one before, seven bits a
 * byte, in base 64. `rows`: signed bytes in that order, in steps of `step`. `transitions`: signed bytes in steps of `transitionStep`.
 */
export interface StoredModel {
  readonly keys: string;
  readonly rows: string;
  readonly step: number;
  readonly transitions: string;
  readonly transitionStep: number;
}

export function unpack({ keys, rows, step, transitions, transitionStep }: StoredModel): Model {
  const weights = Float32Array.from(signed(bytesOf(rows)), (value) => value * step);
  const count = weights.length / weightCount;
  let size = 16;
  while (size < count * 2) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(2 * size);
  const bytes = bytesOf(keys);
  let key = 0;
  for (let row = 0, at = 0; row < count; row++) {
    let distance = 0;
    let unit = 1;
    for (; bytes[at]! > 127; at++, unit *= 128) distance += (bytes[at]! - 128) * unit;
    key += distance + bytes[at++]! * unit;
    let slot = key & mask;
    while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
    slots[2 * slot] = key | 0;
    slots[2 * slot + 1] = row + 1;
  }
  return {
    weights,
    transitions: transitionFactors(signed(bytesOf(transitions)), transitionStep),
    rowOf(feature) {
      let slot = feature & mask;
      for (;;) {
        const row = slots[2 * slot + 1]!;
        if (row === 0 || slots[2 * slot] === feature) return row - 1;
        slot = (slot + 1) & mask;
      }
    },
  };
}

function transitionFactors(values: Int8Array, step: number): Float64Array {
  const out = new Float64Array(hingeCount * labelCount * labelCount).fill(1);
  values.forEach((value, i) => {
    out[i] = Math.exp(value * step);
  });
  return out;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

function signed(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer);
}
