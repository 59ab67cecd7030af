import seedrandom from "seedrandom";

/**
 * A seeded source of numbers. Streams forked by different paths are independent, and forking does not advance
 * the parent: what one attribute draws leaves every other as it was.
 */
export interface Stream {
  /** Uniform in [0, 1), 32 bits. */
  next(): number;
  /** Uniform whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** An index of `cumulative`, an ascending list of running totals, with probability in proportion to its step. */
  weighted(cumulative: ArrayLike<number>): number;
  fork(path: string | number): Stream;
}

/** The root of all draws under `seed`: seedrandom spreads the seed's text, counter-based draws follow. */
export function createStream(seed: string): Stream {
  const root = seedrandom(`scrubjay/1/${seed}`);
  return stream(root.int32(), root.int32());
}

function stream(a: number, b: number): Stream {
  let counter = 0;
  const draw = (): number => {
    counter = (counter + 1) | 0;
    return mix(mix(counter ^ a) + b) >>> 0;
  };
  return {
    next: () => draw() / 4294967296,
    int: (low, high) => low + Math.floor((draw() / 4294967296) * (high - low + 1)),
    chance: (p) => draw() / 4294967296 < p,
    pick: (list) => {
      if (list.length === 0) throw new Error("unreachable: pick from an empty list");
      return list[Math.floor((draw() / 4294967296) * list.length)]!;
    },
    weighted: (cumulative) => {
      const target = (draw() / 4294967296) * cumulative[cumulative.length - 1]!;
      let low = 0;
      let high = cumulative.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (cumulative[middle]! > target) high = middle;
        else low = middle + 1;
      }
      return low;
    },
    fork: (path) => {
      const text = String(path);
      let x = a ^ 0x9e3779b9;
      let y = b ^ 0x85ebca6b;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        x = Math.imul(x ^ unit, 0x01000193);
        y = mix(y + unit + 0x9e3779b9);
      }
      return stream(mix(x ^ y), mix(y + Math.imul(x, 0x27d4eb2f)));
    },
  };
}

/** The 32-bit finalizer of MurmurHash3: a bijection in which every input bit reaches every output bit. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
