import type { Word } from "./words.ts";

/** What a token looks like. */
export const shape = {
  /** One mark of punctuation. */
  mark: 0,
  lower: 1,
  /** `Ruiz`, and a single capital letter followed by none. */
  capitalized: 2,
  upper: 3,
  /** One capital letter. */
  initial: 4,
  /** `McDonald`, `BabyBoy`; what begins with a small letter (`pH`) counts as lower. */
  mixed: 5,
  /** Has a digit. */
  number: 6,
} as const;

/** What stands between a token and the one before it. */
export const gap = { none: 0, space: 1, wide: 2, line: 3, paragraph: 4 } as const;

/** The words, numbers and marks of a text, in order. Apostrophes stand inside a word, a possessive `'s` and hyphens do not. */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly shape: Uint8Array;
  readonly gap: Uint8Array;
  /** 1: followed by `'s`, which is no token of its own. */
  readonly possessive: Uint8Array;
  /** What is known of a word; undefined for marks and for what has a digit. */
  readonly form: readonly (Form | undefined)[];
  /** The token in lower case. */
  lower(index: number): string;
  /** The mark or first character of a token; "" past the ends. */
  at(index: number): string;
  /** The first token that ends behind `offset`, `count` where none does. */
  indexAt(offset: number): number;
}

/** A word as it is written, the same one wherever it stands. What is worked out of it is noted here, so that it is worked out once. */
export class Form {
  readonly lower: string;
  word: Word | undefined = undefined;
  /** The number that the tagger gave it, as long as `era` is the tagger's. */
  lexeme = 0;
  era: object | undefined = undefined;
  /** Where it leads in the tree of labels `labels`, if anywhere. */
  label: object | undefined = undefined;
  labels: object | undefined = undefined;

  constructor(lower: string) {
    this.lower = lower;
  }
}

export function tokenize(text: string): Tokens {
  return new TokenList(text);
}

// Classes of characters below 128; above, a letter unless it is a mark or a sign.
const space = 1,
  line = 2,
  lowerCase = 3,
  upperCase = 4,
  digit = 5; // prettier-ignore
const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  classes[code] =
    code === 10 || code === 13 || code === 12 || code === 11
      ? line
      : code <= 32
        ? space
        : code >= 97 && code <= 122
          ? lowerCase
          : code >= 65 && code <= 90
            ? upperCase
            : code >= 48 && code <= 57
              ? digit
              : 0; // prettier-ignore
}

function classOf(code: number): number {
  if (code < 128) return classes[code]!;
  if (code < 0xc0 || (code >= 0x2000 && code <= 0x2bff) || code === 0xd7 || code === 0xf7) return 0;
  const char = String.fromCharCode(code);
  return char.toLowerCase() === char ? lowerCase : upperCase;
}

class TokenList implements Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly shape: Uint8Array;
  readonly gap: Uint8Array;
  readonly possessive: Uint8Array;
  readonly form: readonly (Form | undefined)[];
  /** Of what has a digit; words have theirs in their forms. */
  #lower: (string | undefined)[] | undefined;

  constructor(text: string) {
    // A token every four characters is more than prose has; a text of marks alone makes them grow.
    let most = (text.length >> 2) + 16;
    let start = new Int32Array(most);
    let end = new Int32Array(most);
    let shapes = new Uint8Array(most);
    let gaps = new Uint8Array(most);
    let possessive = new Uint8Array(most);
    const form: (Form | undefined)[] = [];
    if (known === undefined || known.count > mostForms) known = new Forms();
    const forms = known;
    let count = 0;
    let spaces = 0;
    let lines = 0;
    for (let i = 0; i < text.length; ) {
      const code = text.charCodeAt(i);
      const first = classOf(code);
      if (first === space || first === line) {
        if (code === 9) spaces += 2;
        else if (code === 32) spaces++;
        else if (code === 10) lines++;
        else if (code === 13 && text.charCodeAt(i + 1) !== 10) lines++;
        else spaces++;
        i++;
        continue;
      }
      if (count === most) {
        most *= 2;
        start = grown(start, most);
        end = grown(end, most);
        shapes = grown(shapes, most);
        gaps = grown(gaps, most);
        possessive = grown(possessive, most);
      }
      const from = i++;
      let kind: number = shape.mark;
      let here: Form | undefined;
      if (first >= lowerCase) {
        let digits = first === digit;
        let uppers = first === upperCase ? 1 : 0;
        let lowers = first === lowerCase ? 1 : 0;
        let ends = 0;
        let one = Math.imul(0x811c9dc5 ^ code, 0x01000193);
        let two = Math.imul(0x9e3779b9 + code, 0x85ebca6b) ^ (0x9e3779b9 >>> 15);
        for (; i < text.length; i++) {
          const unit = text.charCodeAt(i);
          const next = classOf(unit);
          if (next === lowerCase) lowers++;
          else if (next === upperCase) uppers++;
          else if (next === digit) digits = true;
          else if (next === 0 && unit === 39 && !digits && classOf(text.charCodeAt(i + 1)) >= lowerCase) {
            if (isPossessive(text, i)) {
              ends = 2;
              break;
            }
          } else break;
          one = Math.imul(one ^ unit, 0x01000193);
          two = Math.imul(two + unit, 0x85ebca6b) ^ (two >>> 15);
        }
        if (digits) kind = shape.number;
        else if (uppers === 0) kind = shape.lower;
        else if (lowers === 0) kind = uppers === 1 ? shape.initial : shape.upper;
        else if (first !== upperCase) kind = shape.lower;
        else kind = uppers === 1 ? shape.capitalized : shape.mixed;
        if (!digits) here = i - from > longestForm ? new Form(text.slice(from, i).toLowerCase()) : forms.of(one, two | 1, text, from, i);
        end[count] = i;
        if (ends > 0) {
          possessive[count] = 1;
          i += ends;
        }
      } else end[count] = i;
      start[count] = from;
      shapes[count] = kind;
      gaps[count] = lines > 1 ? gap.paragraph : lines === 1 ? gap.line : spaces > 1 ? gap.wide : spaces === 1 ? gap.space : gap.none;
      form.push(here);
      spaces = 0;
      lines = 0;
      count++;
    }
    this.text = text;
    this.count = count;
    this.start = start;
    this.end = end;
    this.shape = shapes;
    this.gap = gaps;
    this.possessive = possessive;
    this.form = form;
  }

  lower(index: number): string {
    if (index < 0 || index >= this.count) return "";
    const form = this.form[index];
    if (form !== undefined) return form.lower;
    if (this.shape[index] === shape.mark) return this.text[this.start[index]!]!;
    this.#lower ??= new Array<string | undefined>(this.count).fill(undefined);
    this.#lower[index] ??= this.text.slice(this.start[index], this.end[index]).toLowerCase();
    return this.#lower[index];
  }

  at(index: number): string {
    return index >= 0 && index < this.count ? this.text[this.start[index]!]! : "";
  }

  indexAt(offset: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.end[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Forms that are remembered before all are forgotten: notes repeat their words. */
const mostForms = 40_000;
/** What is longer is no word. */
const longestForm = 32;

/** Word forms by two digests of their characters: to find one again takes no string. */
class Forms {
  count = 0;
  // Open addressing; the second digest is odd, so that 0 is a free slot.
  #keys = new Int32Array(2 * 16_384);
  #forms: (Form | undefined)[] = new Array<Form | undefined>(16_384).fill(undefined);

  of(one: number, two: number, text: string, start: number, end: number): Form {
    const keys = this.#keys;
    const mask = (keys.length >> 1) - 1;
    let at = (one ^ (one >>> 15)) & mask;
    for (;;) {
      const key = keys[2 * at + 1]!;
      if (key === two && keys[2 * at] === one) return this.#forms[at]!;
      if (key === 0) break;
      at = (at + 1) & mask;
    }
    const form = new Form(text.slice(start, end).toLowerCase());
    keys[2 * at] = one;
    keys[2 * at + 1] = two;
    this.#forms[at] = form;
    this.count++;
    if (this.count * 2 > mask) this.#grow();
    return form;
  }

  #grow(): void {
    const from = this.#keys;
    const forms = this.#forms;
    const keys = new Int32Array(from.length * 2);
    const mask = from.length - 1;
    this.#forms = new Array<Form | undefined>(from.length).fill(undefined);
    forms.forEach((form, slot) => {
      if (form === undefined) return;
      const one = from[2 * slot]!;
      let at = (one ^ (one >>> 15)) & mask;
      while (keys[2 * at + 1] !== 0) at = (at + 1) & mask;
      keys[2 * at] = one;
      keys[2 * at + 1] = from[2 * slot + 1]!;
      this.#forms[at] = form;
    });
    this.#keys = keys;
  }
}

// Of texts before; what it answers does not depend on what they were.
let known: Forms | undefined;

function grown<T extends Int32Array | Uint8Array>(array: T, length: number): T {
  // The same class as `array`, which the type of its constructor does not say.
  const next = new (array.constructor as new (length: number) => T)(length);
  next.set(array);
  return next;
}

/** `'s` or `'S` with no letter or digit behind it. */
function isPossessive(text: string, apostrophe: number): boolean {
  return (text.charCodeAt(apostrophe + 1) | 0x20) === 115 && !(classOf(text.charCodeAt(apostrophe + 2) || 32) >= lowerCase);
}
