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
  /** The token in lower case. */
  lower(index: number): string;
  /** The mark or first character of a token; "" past the ends. */
  at(index: number): string;
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
  readonly #lower: (string | undefined)[];

  constructor(text: string) {
    // A token every four characters is more than prose has; a text of marks alone makes them grow.
    let most = (text.length >> 2) + 16;
    let start = new Int32Array(most);
    let end = new Int32Array(most);
    let shapes = new Uint8Array(most);
    let gaps = new Uint8Array(most);
    let possessive = new Uint8Array(most);
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
      if (first >= lowerCase) {
        let digits = first === digit;
        let uppers = first === upperCase ? 1 : 0;
        let lowers = first === lowerCase ? 1 : 0;
        let ends = 0;
        for (; i < text.length; i++) {
          const next = classOf(text.charCodeAt(i));
          if (next === lowerCase) lowers++;
          else if (next === upperCase) uppers++;
          else if (next === digit) digits = true;
          else if (next === 0 && text.charCodeAt(i) === 39 && !digits && classOf(text.charCodeAt(i + 1)) >= lowerCase) {
            if (isPossessive(text, i)) {
              ends = 2;
              break;
            }
          } else break;
        }
        if (digits) kind = shape.number;
        else if (uppers === 0) kind = shape.lower;
        else if (lowers === 0) kind = uppers === 1 ? shape.initial : shape.upper;
        else if (first !== upperCase) kind = shape.lower;
        else kind = uppers === 1 ? shape.capitalized : shape.mixed;
        end[count] = i;
        if (ends > 0) {
          possessive[count] = 1;
          i += ends;
        }
      } else end[count] = i;
      start[count] = from;
      shapes[count] = kind;
      gaps[count] = lines > 1 ? gap.paragraph : lines === 1 ? gap.line : spaces > 1 ? gap.wide : spaces === 1 ? gap.space : gap.none;
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
    this.#lower = new Array<string | undefined>(count);
  }

  lower(index: number): string {
    if (index < 0 || index >= this.count) return "";
    const known = this.#lower[index];
    if (known !== undefined) return known;
    const lower = this.shape[index] === shape.mark ? this.at(index) : lowerOf(this.text, this.start[index]!, this.end[index]!);
    this.#lower[index] = lower;
    return lower;
  }

  at(index: number): string {
    return index >= 0 && index < this.count ? this.text[this.start[index]!]! : "";
  }
}

// Words of texts before, by a digest of their letters: notes repeat their words, and a string that is there already costs
// a fourth of a new one. One word a slot: the later one stays.
const slots = 1 << 14;
let seen: (string | undefined)[] | undefined;

/** A part of a text in lower case. */
function lowerOf(text: string, start: number, end: number): string {
  seen ??= new Array<string | undefined>(slots).fill(undefined);
  let digest = end - start;
  for (let i = start; i < end; i++) {
    let code = text.charCodeAt(i);
    if (code > 127) return text.slice(start, end).toLowerCase();
    if (code >= 65 && code <= 90) code += 32;
    digest = Math.imul(digest ^ code, 0x01000193);
  }
  const slot = (digest ^ (digest >>> 15)) & (slots - 1);
  const known = seen[slot];
  if (known !== undefined && isLowerOf(known, text, start, end)) return known;
  const lower = text.slice(start, end).toLowerCase();
  if (lower.length < 32) seen[slot] = lower;
  return lower;
}

function isLowerOf(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (word.charCodeAt(i - start) !== (code >= 65 && code <= 90 ? code + 32 : code)) return false;
  }
  return true;
}

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
