import { shape, type Tokens } from "../tokens.ts";
import { noWord, type Word, type Words } from "../words.ts";
import { digest } from "./digest.ts";
import { sortOf } from "./sorts.ts";
import { type Spelling, spellingOf } from "./spelling.ts";

/** Told of each new word form, under the number it has from then on. */
export type Learn = (index: number, spelling: Spelling, kind: number, word: Word) => void;

/**
 * Numbers word forms as they are met, so that what is known of each is worked out once. A form is found by digests
 * of its characters, without making a string of it; digits count by their value only where a date may lie in them.
 */
export class Lexemes {
  /** How many forms have a number; numbers below it are in use. */
  count = 0;
  /** How many words there are when letter case is put aside. */
  lowerCount = 0;
  /** By form: its sort, the number of its word in lower case, a digest of that word, its shape. */
  sort = new Uint8Array(4096);
  lower = new Int32Array(4096);
  identity = new Int32Array(4096);
  kind = new Uint8Array(4096);
  readonly #words: Words;
  readonly #learn: Learn;
  readonly #lowers = new Map<string, number>();
  /** Another one whenever the numbers begin anew. */
  #era = {};
  // Open addressing: two digests of the form, and its number plus one.
  #keys = new Int32Array(3 * 16384);

  constructor(words: Words, learn: Learn) {
    this.#words = words;
    this.#learn = learn;
  }

  clear(): void {
    this.count = 0;
    this.lowerCount = 0;
    this.#lowers.clear();
    this.#keys.fill(0);
    this.#era = {};
  }

  of(tokens: Tokens, token: number): number {
    const form = tokens.form[token];
    if (form === undefined) return this.#find(tokens, token);
    if (form.era !== this.#era) {
      form.lexeme = this.#find(tokens, token);
      form.era = this.#era;
    }
    return form.lexeme;
  }

  #find(tokens: Tokens, token: number): number {
    const { text } = tokens;
    const start = tokens.start[token]!;
    const end = tokens.end[token]!;
    const hasDigits = tokens.shape[token] === shape.number;
    let first = 0x811c9dc5;
    let second = 0x9e3779b9;
    if (hasDigits) {
      let value = 0;
      let digits = 0;
      for (let i = start; i < end; i++) {
        let code = text.charCodeAt(i);
        if (code >= 48 && code <= 57) {
          if (digits < 2) value = value * 10 + code - 48;
          digits++;
          code = 48;
        }
        first = Math.imul(first ^ code, 0x01000193);
        second = Math.imul(second + code, 0x85ebca6b) ^ (second >>> 15);
      }
      if (digits === end - start) {
        const mark =
          digits <= 2
            ? value === 0
              ? 1
              : value <= 12
                ? text.charCodeAt(start) === 48
                  ? 6
                  : 2
                : value <= 31
                  ? 3
                  : 1
            : digits === 4 && (value === 19 || value === 20)
              ? 5
              : 4; // prettier-ignore
        first = Math.imul(first ^ mark, 0x01000193);
        second ^= mark;
      }
    } else {
      for (let i = start; i < end; i++) {
        const code = text.charCodeAt(i);
        first = Math.imul(first ^ code, 0x01000193);
        second = Math.imul(second + code, 0x85ebca6b) ^ (second >>> 15);
      }
    }
    second |= 1;
    const keys = this.#keys;
    const mask = keys.length / 3 - 1;
    let at = (first ^ (first >>> 15)) & mask;
    for (;;) {
      const key = keys[3 * at + 1]!;
      if (key === 0) break;
      if (key === second && keys[3 * at] === first) return keys[3 * at + 2]!;
      at = (at + 1) & mask;
    }
    const index = this.#add(text.slice(start, end), tokens.shape[token]!);
    keys[3 * at] = first;
    keys[3 * at + 1] = second;
    keys[3 * at + 2] = index;
    if (this.count * 2 > mask) this.#rehash();
    return index;
  }

  #add(text: string, kind: number): number {
    const index = this.count++;
    if (index === this.sort.length) {
      this.sort = grown(this.sort, new Uint8Array(index * 2));
      this.lower = grown(this.lower, new Int32Array(index * 2));
      this.identity = grown(this.identity, new Int32Array(index * 2));
      this.kind = grown(this.kind, new Uint8Array(index * 2));
    }
    const spelling = spellingOf(text, kind === shape.number);
    const word = kind === shape.number ? noWord : this.#words.of(spelling.lower);
    let lower = this.#lowers.get(spelling.lower);
    if (lower === undefined) {
      lower = this.lowerCount++;
      this.#lowers.set(spelling.lower, lower);
    }
    this.sort[index] = sortOf(spelling, kind, word);
    this.lower[index] = lower;
    this.identity[index] = digest(spelling.lower);
    this.kind[index] = kind;
    this.#learn(index, spelling, kind, word);
    return index;
  }

  #rehash(): void {
    const old = this.#keys;
    const keys = new Int32Array(old.length * 2);
    const mask = keys.length / 3 - 1;
    for (let i = 0; i < old.length; i += 3) {
      if (old[i + 1] === 0) continue;
      const first = old[i]!;
      let at = (first ^ (first >>> 15)) & mask;
      while (keys[3 * at + 1] !== 0) at = (at + 1) & mask;
      keys[3 * at] = first;
      keys[3 * at + 1] = old[i + 1]!;
      keys[3 * at + 2] = old[i + 2]!;
    }
    this.#keys = keys;
  }
}

function grown<T extends Uint8Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
