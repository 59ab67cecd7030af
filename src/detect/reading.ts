import type { Reading } from "./finding.ts";
import { type Tokens, tokenize } from "./tokens.ts";

/** A reading whose words are counted once and shared by every detector that runs over it. */
export interface TokenReading extends Reading {
  readonly tokens: Tokens;
}

/**
 * A normalized view of `text`, in plain letters as far as it goes: accents off, full-width and ligatures unfolded,
 * zero-width characters and soft hyphens out, one sort of space, dash and quote, look-alike letters of other scripts
 * back in Latin where they stand in a Latin word, entities decoded and bare tags out of what looks like HTML.
 * Plain ASCII without HTML is its own view.
 */
export function readingOf(text: string): TokenReading {
  if (!isPlain(text)) return new View(text);
  return new Identity(/[a-z][0135][a-z]/.test(text) ? withoutMisreadLetters(text) : text);
}

/** `Jacks0nville`, `Phy11is`: digits between small letters, where a scanner misread a letter. As long as the text itself. */
function withoutMisreadLetters(text: string): string {
  return text.replace(misread, (word) =>
    word.replace(/\D/g, "").length * 2 < word.length - 1
      ? word.replace(/[0135]/g, (digit) => (digit === "0" ? "o" : digit === "1" ? "l" : digit === "3" ? "e" : "s"))
      : word,
  );
}

const misread = /(?<![\w@./-])[A-Z]?[a-z]{1,12}(?:[01]{1,2}|(?<=[A-Z][a-z]{1,12})[35])[a-z]{2,12}(?:[01][a-z]{1,6})?(?![\w@-])/g;

/** The words of any reading: the shared ones of ours, counted anew for one made elsewhere. */
export function tokensOf(reading: Reading): Tokens {
  return (reading as Partial<TokenReading>).tokens ?? tokenize(reading.text);
}

class Identity implements TokenReading {
  readonly text: string;
  #tokens: Tokens | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get tokens(): Tokens {
    this.#tokens ??= tokenize(this.text);
    return this.#tokens;
  }

  toSource(start: number, end: number): readonly [number, number] {
    return [start, end];
  }
}

class View implements TokenReading {
  readonly text: string;
  /** Where in the source each unit of the view begins, and where what it came from ends. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  #tokens: Tokens | undefined;

  constructor(source: string) {
    const starts: number[] = [];
    const ends: number[] = [];
    let view = "";
    const put = (units: string, start: number, end: number): void => {
      view += units;
      for (let i = 0; i < units.length; i++) {
        starts.push(start);
        ends.push(end);
      }
    };
    const html = looksLikeHtml(source);
    for (let i = 0; i < source.length; ) {
      const code = source.charCodeAt(i);
      if (html && (code === 60 || code === 38)) {
        const length = code === 60 ? tagLength(source, i) : entityLength(source, i);
        if (length > 0) {
          // An attribute can hold an identifier, which leaves without its tag.
          if (code === 60 && source.slice(i, i + length).includes("=")) {
            for (const last = i + length; i < last; i++) put(source[i]!, i, i + 1);
            continue;
          }
          put(code === 60 ? tagText(source, i, length) : foldUnits(decodeEntity(source.slice(i + 1, i + length - 1))), i, i + length);
          i += length;
          continue;
        }
      }
      if (code < 0x80) {
        put(source[i]!, i, i + 1);
        i++;
        continue;
      }
      const point = source.codePointAt(i)!;
      const length = point > 0xffff ? 2 : 1;
      const units = unfold(source.slice(i, i + length));
      // A combining mark belongs to the letter before it, so that both leave together.
      if (units === "" && ends.length > 0 && isMark(point)) {
        for (let j = ends.length - 1; j >= 0 && starts[j] === starts[ends.length - 1]; j--) ends[j] = i + length;
      } else put(units, i, i + length);
      i += length;
    }
    this.text = foldLookAlikes(view);
    this.#starts = Int32Array.from(starts);
    this.#ends = Int32Array.from(ends);
  }

  get tokens(): Tokens {
    this.#tokens ??= tokenize(this.text);
    return this.#tokens;
  }

  toSource(start: number, end: number): readonly [number, number] {
    if (this.#starts.length === 0) return [0, 0];
    const first = this.#starts[Math.min(start, this.#starts.length - 1)]!;
    return [first, end > start ? this.#ends[Math.min(end, this.#ends.length) - 1]! : first];
  }
}

function isPlain(text: string): boolean {
  let html = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7e) return false;
    if (code === 60 || code === 38) html = true;
  }
  return !(html && looksLikeHtml(text));
}

const htmlSign = /<\/?[A-Za-z][A-Za-z0-9]{0,15}(?:[\s/][^<>]{0,300})?>|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});/;

function looksLikeHtml(text: string): boolean {
  return htmlSign.test(text);
}

/** The length of the tag that begins at `start`, or 0. */
function tagLength(text: string, start: number): number {
  const next = text.charCodeAt(start + 1) | 0x20;
  if (!(next >= 97 && next <= 122) && text[start + 1] !== "/") return 0;
  const limit = Math.min(text.length, start + 320);
  for (let i = start + 2; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 60) return 0;
    if (code === 62) return i + 1 - start;
  }
  return 0;
}

const inline = new Set(["b", "i", "u", "em", "strong", "span", "font", "sub", "sup", "a", "mark", "small", "wbr"]);

/** A bare tag parts words, or does not. */
function tagText(text: string, start: number, length: number): string {
  const name = text
    .slice(start, start + length)
    .replace(/[^A-Za-z0-9]/g, "")
    .toLowerCase();
  return inline.has(name) ? "" : name === "br" || name === "p" || name === "div" || name === "tr" || name === "li" ? "\n" : " ";
}

function entityLength(text: string, start: number): number {
  const end = text.indexOf(";", start + 1);
  if (end < 0 || end - start > 10 || end - start < 3) return 0;
  return decodeEntity(text.slice(start + 1, end)) === "" ? 0 : end + 1 - start;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "-",
  mdash: "-",
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  szlig: "ss",
  aelig: "ae",
  AElig: "AE",
  oelig: "oe",
  OElig: "OE",
  oslash: "o",
  Oslash: "O",
  shy: "",
  copy: "(c)",
  reg: "(r)",
  deg: "°",
  middot: "·",
}; // prettier-ignore
const accents = /^([A-Za-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash)$/;

function decodeEntity(name: string): string {
  if (name.startsWith("#")) {
    const code = /^#[xX]/.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 8 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "";
  }
  return entities[name] ?? accents.exec(name)?.[1] ?? "";
}

function foldUnits(text: string): string {
  let out = "";
  for (const unit of text) out += unit.charCodeAt(0) < 0x80 ? unit : unfold(unit);
  return out;
}

// Letters that no Unicode decomposition takes apart.
const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "AE",
  œ: "oe",
  Œ: "OE",
  ø: "o",
  Ø: "O",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ł: "l",
  Ł: "L",
  ı: "i",
  ħ: "h",
  Ħ: "H",
  ŋ: "n",
}; // prettier-ignore

/** One character as plain letters; empty for what is not seen on paper. */
function unfold(char: string): string {
  const code = char.codePointAt(0)!;
  if (isInvisible(code) || isMark(code)) return "";
  if (isSpace(code)) return code === 0x2028 || code === 0x2029 || code === 0x85 ? "\n" : " ";
  if (isDash(code)) return "-";
  if (code === 0x2018 || code === 0x2019 || code === 0x201b || code === 0x2032 || code === 0x02bc || code === 0x00b4) return "'";
  if (code >= 0x201c && code <= 0x201f) return '"';
  const known = letters[char];
  if (known !== undefined) return known;
  // Degree, superscripts and fractions keep their look: NFKC would make a number of them.
  if ((code >= 0xb2 && code <= 0xbe) || code === 0xb0 || (code >= 0x2070 && code <= 0x218f)) return char;
  const flat = char.normalize("NFKD").replace(/\p{M}/gu, "");
  return flat === "" ? char : flat;
}

/** Zero-width, soft hyphen, direction marks, byte order mark, variation selectors. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff ||
    code === 0x180e ||
    code === 0x034f ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xe0000 && code <= 0xe01ff)
  ); // prettier-ignore
}

function isMark(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe20 && code <= 0xfe2f)
  );
}

function isSpace(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0x85 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x1680
  );
}

function isDash(code: number): boolean {
  return (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0xfe58 || code === 0xfe63 || code === 0xff0d;
}

// Cyrillic and Greek letters that cannot be told from Latin ones by eye.
const from = "АВЕЅІЈКМНОРСТХУаеіјорсухѕԁһԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοναρικυ";
const into = "ABESIJKMHOPCTXYaeijopcyxsdhqwABEZHIKMNOPTYXovapiku";
const lookAlikes: ReadonlyMap<string, string> = new Map([...from].map((letter, i) => [letter, into[i]!]));
const mixed = /[\u0370-\u03ff\u0400-\u04ff\u0500-\u052f]/;

/** Look-alikes count as Latin only where a Latin letter stands in the same word; same length. */
function foldLookAlikes(text: string): string {
  if (!mixed.test(text)) return text;
  return text.replace(/[A-Za-z\u0370-\u03ff\u0400-\u052f]{2,64}/g, (word) =>
    mixed.test(word) && /[A-Za-z]/.test(word) ? word.replace(/[\u0370-\u052f]/g, (letter) => lookAlikes.get(letter) ?? letter) : word,
  );
}
