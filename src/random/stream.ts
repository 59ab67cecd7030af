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
  return new Counted(root.int32(), root.int32());
}

/** A class, because patients open thousands: methods that all share, instead of closures for each, take half of a population's garbage. */
class Counted implements Stream {
  readonly #a: number;
  readonly #b: number;
  #counter = 0;

  constructor(a: number, b: number) {
    this.#a = a;
    this.#b = b;
  }

  #draw(): number {
    this.#counter = (this.#counter + 1) | 0;
    return (mix(mix(this.#counter ^ this.#a) + this.#b) >>> 0) / 4294967296;
  }

  next(): number {
    return this.#draw();
  }

  int(low: number, high: number): number {
    return low + Math.floor(this.#draw() * (high - low + 1));
  }

  chance(p: number): boolean {
    return this.#draw() < p;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error("unreachable: pick from an empty list");
    return list[Math.floor(this.#draw() * list.length)]!;
  }

  weighted(cumulative: ArrayLike<number>): number {
    const target = this.#draw() * cumulative[cumulative.length - 1]!;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  fork(path: string | number): Stream {
    const text = typeof path === "string" ? path : String(path);
    let x = this.#a ^ 0x9e3779b9;
    let y = this.#b ^ 0x85ebca6b;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      x = Math.imul(x ^ unit, 0x01000193);
      y = mix(y + unit + 0x9e3779b9);
    }
    return new Counted(mix(x ^ y), mix(y + Math.imul(x, 0x27d4eb2f)));
  }
}

/** The 32-bit finalizer of MurmurHash3: a bijection in which every input bit reaches every output bit. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
