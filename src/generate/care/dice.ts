import type { Stream } from "../../random/stream.ts";

/**
 * A source of numbers that are drawn by key, in any order: what one key gives does not depend on which others are asked for.
 * Forking a stream for each draw would say the same, at twenty times the cost.
 */
export interface Dice {
  readonly a: number;
  readonly b: number;
}

export function diceFrom(stream: Stream): Dice {
  return { a: (stream.next() * 4294967296) | 0, b: (stream.next() * 4294967296) | 0 };
}

/** A key for a name: FNV-1a. */
export function keyOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Uniform in [0, 1), 32 bits. */
export function uniform(dice: Dice, key: number): number {
  return (mix(mix(key ^ dice.a) + dice.b) >>> 0) / 4294967296;
}

/** Uniform whole number from `low` to `high`, both included. */
export function whole(dice: Dice, key: number, [low, high]: readonly [number, number]): number {
  return low + Math.floor(uniform(dice, key) * (high - low + 1));
}

/** Independent of what `dice` itself gives. */
export function below(dice: Dice, key: number): Dice {
  const a = mix(mix(key ^ dice.a ^ 0x9e3779b9) + dice.b);
  return { a, b: mix(mix(a ^ dice.b) + key + 0x85ebca6b) };
}

/** An index of `weights`, in proportion. */
export function pickWeighted(dice: Dice, key: number, weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let left = uniform(dice, key) * total;
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i]!;
    if (left < 0) return i;
  }
  return weights.length - 1;
}

/** A UUID of version 8, as the kind makes it, by key: what has an id of its own keeps it whatever else is there. */
export function uuidBy({ a, b }: Dice, key: number): string {
  const w0 = mix(mix(key ^ a) + b);
  const w1 = mix(mix(w0 ^ b) + a + 0x2c1b3c6d);
  const w2 = mix(mix(w1 ^ a ^ key) + 0x27d4eb2f);
  const w3 = mix(mix(w2 ^ b) + key + 0x165667b1);
  // At once: put together from parts, each would leave as many behind.
  // biome-ignore format: a line a group
  return String.fromCharCode(
    hex(w0, 28), hex(w0, 24), hex(w0, 20), hex(w0, 16),
    hex(w0, 12), hex(w0, 8), hex(w0, 4), hex(w0, 0),
    dash,
    hex(w1, 28), hex(w1, 24), hex(w1, 20), hex(w1, 16),
    dash,
    eight, hex(w1, 8), hex(w1, 4), hex(w1, 0),
    dash,
    hex(0x8 | ((w2 >>> 12) & 3), 0), hex(w2, 8), hex(w2, 4), hex(w2, 0),
    dash,
    hex(w2, 28), hex(w2, 24), hex(w2, 20), hex(w2, 16),
    hex(w3, 28), hex(w3, 24), hex(w3, 20), hex(w3, 16),
    hex(w3, 12), hex(w3, 8), hex(w3, 4), hex(w3, 0),
  );
}

const dash = 45;
const eight = 56;
const digits = Uint8Array.from("0123456789abcdef", (digit) => digit.charCodeAt(0));
const hex = (word: number, shift: number): number => digits[(word >>> shift) & 15]!;

/** The finalizer of MurmurHash3. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
