import { weights as stored } from "../../tables/generated/tagger.ts";
import { labelCount } from "./labels.ts";
import { hingeCount } from "./units.ts";

/** A weight a feature for each label but "other", whose weight is nought. */
export const weightCount = labelCount - 1;

/**
 * What a conditional random field has learned. A feature's weights lie beside it, so that one look into memory finds both: slots of
 * `stride` numbers, open addressing from `feature & mask`, first the feature, then its weights in steps of `step`; 0 weights and no
 * feature end a search.
 */
export interface Model {
  readonly table: Int32Array;
  readonly mask: number;
  /** A bit a feature that may be in the table: most are in none, and these few bytes stay near at hand. */
  readonly held: Int32Array;
  readonly step: number;
  /** Factors, not their logarithms: `[hinge][label before][label]`. */
  readonly transitions: Float64Array;
}

/** The bits of a feature by which `held` knows it. */
export const heldMask = (1 << 20) - 1;

/** Feature, four weights of a byte each, the fifth weight, and whether the slot is taken. */
export const stride = 4;

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
  const weights = signed(bytesOf(rows));
  const count = weights.length / weightCount;
  let size = 16;
  // Two in three slots taken: `held` turns away most of what would search far, and half the room stays nearer at hand.
  while (size < count * 1.4) size *= 2;
  const mask = size - 1;
  const table = new Int32Array(stride * size);
  const held = new Int32Array((heldMask + 1) >> 5);
  const bytes = bytesOf(keys);
  let key = 0;
  for (let row = 0, at = 0; row < count; row++) {
    let distance = 0;
    let unit = 1;
    for (; bytes[at]! > 127; at++, unit *= 128) distance += (bytes[at]! - 128) * unit;
    key += distance + bytes[at++]! * unit;
    held[(key & heldMask) >> 5]! |= 1 << (key & 31);
    let slot = key & mask;
    while (table[stride * slot + 3] !== 0) slot = (slot + 1) & mask;
    const from = row * weightCount;
    table[stride * slot] = key | 0;
    table[stride * slot + 1] =
      (weights[from]! & 255) | ((weights[from + 1]! & 255) << 8) | ((weights[from + 2]! & 255) << 16) | (weights[from + 3]! << 24);
    table[stride * slot + 2] = weights[from + 4]!;
    table[stride * slot + 3] = 1;
  }
  return { table, mask, held, step, transitions: transitionFactors(signed(bytesOf(transitions)), transitionStep) };
}

function transitionFactors(values: Int8Array, step: number): Float64Array {
  const out = new Float64Array(hingeCount * labelCount * labelCount).fill(1);
  values.forEach((value, i) => {
    out[i] = Math.exp(value * step);
  });
  return out;
}

function bytesOf(base64: string): Uint8Array {
  return Buffer.from(base64, "base64");
}

function signed({ buffer, byteOffset, length }: Uint8Array): Int8Array {
  return new Int8Array(buffer, byteOffset, length);
}
