import type { Edit } from "./edits.ts";

/**
 * Every character above ASCII in plain letters as far as it goes: accents off, full-width and ligatures unfolded,
 * digits of all scripts as 0-9, what is not seen on paper out, one sort of space, dash and quote.
 */
export function unicodeEdits(source: string): Edit[] {
  const edits: { start: number; end: number; text: string }[] = [];
  for (let i = 0; i < source.length; ) {
    if (source.charCodeAt(i) < 0x80) {
      i++;
      continue;
    }
    const point = source.codePointAt(i)!;
    const end = i + (point > 0xffff ? 2 : 1);
    if (isMark(point)) {
      // A combining mark belongs to the letter before it, so that both leave together.
      const last = edits[edits.length - 1];
      if (last?.end === i) last.end = end;
      else edits.push(i > 0 ? { start: i - 1, end, text: source[i - 1]! } : { start: i, end, text: "" });
    } else {
      const char = source.slice(i, end);
      const text = folded(source, char, point, i, end);
      if (text !== char) edits.push({ start: i, end, text });
    }
    i = end;
  }
  return edits;
}

/** A character by itself, but what parts dates only behind a digit and small digits only where several make a number. */
function folded(source: string, char: string, point: number, start: number, end: number): string {
  if (dateMarks.has(char)) return start > 0 && isAnyDigit.test(source[start - 1]!) ? dateMark(source, char, end) : char;
  if (isSmallDigit(point)) {
    // Exponents and notes have one digit or two: `10⁹`, `cm²`, `¹²`.
    return smallDigits(source, start, -1) + smallDigits(source, start, 1) > 3 ? char.normalize("NFKD") : char;
  }
  return unfold(char, point);
}

const dateMarks: ReadonlySet<string> = new Set("年月日년월일");
const isAnyDigit = /[0-9\uff10-\uff19]/;

/** `2021年3月4日` as `2021-3-4`. */
function dateMark(source: string, char: string, end: number): string {
  return /^ ?[0-9\uff10-\uff19]/.test(source.slice(end, end + 2)) ? letters[char]! : " ";
}

/** How many small digits stand in a row with the one at `start`, marks of numbers between them aside; three are enough. */
function smallDigits(source: string, start: number, step: -1 | 1): number {
  let count = 0;
  for (let i = start; count < 4; i += step) {
    const code = source.charCodeAt(i);
    if (isSmallDigit(code)) count++;
    else if (!"-/. ".includes(source[i] ?? "x") || !isSmallDigit(source.charCodeAt(i + step))) break;
  }
  return count;
}

/** Superscripts, subscripts. */
function isSmallDigit(code: number): boolean {
  return (
    code === 0xb2 ||
    code === 0xb3 ||
    code === 0xb9 ||
    code === 0x2070 ||
    (code >= 0x2074 && code <= 0x2079) ||
    (code >= 0x2080 && code <= 0x2089)
  );
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
  // Small capitals and letters of phonetics.
  ᴀ: "a",
  ʙ: "b",
  ᴄ: "c",
  ᴅ: "d",
  ᴇ: "e",
  ꜰ: "f",
  ɢ: "g",
  ʜ: "h",
  ɪ: "i",
  ᴊ: "j",
  ᴋ: "k",
  ʟ: "l",
  ᴍ: "m",
  ɴ: "n",
  ᴏ: "o",
  ᴘ: "p",
  ꞯ: "q",
  ʀ: "r",
  ꜱ: "s",
  ᴛ: "t",
  ᴜ: "u",
  ᴠ: "v",
  ᴡ: "w",
  ʏ: "y",
  ᴢ: "z",
  ɑ: "a",
  ɡ: "g",
  ɩ: "i",
  ȷ: "j",
  ɐ: "a",
  ɘ: "e",
  ə: "e",
  ɛ: "e",
  ʍ: "w",
  ƒ: "f",
  ɓ: "b",
  ɗ: "d",
  ŧ: "t",
  Ŧ: "T",
  Ŋ: "N",
  // Strokes, points and colons, and what parts a date in Chinese, Japanese and Korean.
  "∕": "/",
  "⁄": "/",
  "⧸": "/",
  "╱": "/",
  "／": "/",
  "‧": ".",
  "∙": ".",
  "․": ".",
  "。": ".",
  ː: ":",
  "∶": ":",
  "꞉": ":",
  年: "-",
  月: "-",
  日: " ",
  년: "-",
  월: "-",
  일: " ",
}; // prettier-ignore

/** One character as plain letters; empty for what is not seen on paper. */
function unfold(char: string, code: number): string {
  if (isInvisible(code)) return "";
  if (isSpace(code)) return code === 0x2028 || code === 0x2029 || code === 0x85 ? "\n" : " ";
  if (isDash(code)) return "-";
  if (isApostrophe(code)) return "'";
  if (code >= 0x201c && code <= 0x201f) return '"';
  const known = letters[char];
  if (known !== undefined) return known;
  // Small roman numerals, which look like letters: `ⅼ`.
  if (code >= 0x2160 && code <= 0x217f) return char.normalize("NFKD");
  if (code >= 0x2070 && code <= 0x218f) {
    // Letters that are raised, lowered, or drawn double or in script: `ⁿ`, `ₐ`, `ℳ`, `ℝ`.
    const plain = char.normalize("NFKD");
    return /^[A-Za-z]$/.test(plain) ? plain : char;
  }
  // Degree, superscripts and fractions keep their look: NFKC would make a number of them.
  if ((code >= 0xb2 && code <= 0xbe) || code === 0xb0) return char;
  // Circled, squared and regional letters: `Ⓜ`, `🄼`, `🅼`, `🇲`.
  if (code >= 0x1f130 && code <= 0x1f189) return String.fromCharCode(65 + ((code - 0x1f130) % 32));
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return String.fromCharCode(65 + code - 0x1f1e6);
  if ((code >= 0x2460 && code <= 0x249b) || (code >= 0x249c && code <= 0x24b5) || (code >= 0x2776 && code <= 0x2793))
    return enclosed(char, code);
  if (code >= 0x660 && isDigit.test(char)) return String(digitValue(code));
  const flat = char.normalize("NFKD").replace(/\p{M}/gu, "");
  return flat === "" ? char : flat;
}

/** `①`, `⑴`, `⒈`, `⒜`, `❶` as what they enclose. */
function enclosed(char: string, code: number): string {
  return code >= 0x2776 ? String(((code - 0x2776) % 10) + 1) : char.normalize("NFKD").replace(/[().]/g, "");
}

const isDigit = /^\p{Nd}$/u;

/** Digits of a script stand in tens, from 0 to 9; the digits of mathematics alone begin off a multiple of two. */
function digitValue(code: number): number {
  if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10;
  let zero = code;
  while (code - zero < 9 && isDigit.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

function isApostrophe(code: number): boolean {
  return (
    code === 0x2018 ||
    code === 0x2019 ||
    code === 0x201b ||
    code === 0x2032 ||
    code === 0x02bc ||
    code === 0x02b9 ||
    code === 0x02bb ||
    code === 0x00b4
  );
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
  );
}

function isMark(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f && code !== 0x34f) ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x1dc0 && code <= 0x1dff) ||
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

/** Look-alikes count as Latin only where a Latin letter stands in the same word; as long as the text itself. */
export function withoutLookAlikes(text: string): string {
  if (!mixed.test(text)) return text;
  return text.replace(/[A-Za-z\u0370-\u03ff\u0400-\u052f]{2,64}/g, (word) =>
    mixed.test(word) && /[A-Za-z]/.test(word) ? word.replace(/[\u0370-\u052f]/g, (letter) => lookAlikes.get(letter) ?? letter) : word,
  );
}
