import type { Edit } from "./edits.ts";

const sign = /<\/?[A-Za-z][A-Za-z0-9]{0,15}(?:[\s/][^<>]{0,300})?>|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});/;

export function looksLikeHtml(text: string): boolean {
  return sign.test(text);
}

/** Entities decoded and bare tags out. A tag with an attribute stays, since the attribute may hold an identifier. */
export function htmlEdits(source: string): Edit[] {
  const edits: Edit[] = [];
  for (let i = 0; i < source.length; ) {
    const code = source.charCodeAt(i);
    const length = code === 60 ? tagLength(source, i) : code === 38 ? entityLength(source, i) : 0;
    if (length === 0) {
      i++;
      continue;
    }
    const end = i + length;
    if (code === 38) edits.push({ start: i, end, text: decodeEntity(source.slice(i + 1, end - 1)) });
    else {
      const tag = source.slice(i, end);
      const valued = value.exec(tag);
      if (valued) {
        const from = i + valued[0].length;
        const to = source.indexOf('"', from);
        edits.push({ start: i, end: from, text: `${words[valued[1]!] ?? valued[1]!}: ` }, { start: to, end, text: "\n" });
      } else if (!tag.includes("=")) edits.push({ start: i, end, text: tagText(tag) });
    }
    i = end;
  }
  return edits;
}

/** An element of FHIR's XML, whose value is an attribute: `<family value="Ruiz"/>`. */
const value = /^<([A-Za-z]{1,30}) value="(?=[^"]{0,300}" ?\/?>$)/;
const words: Readonly<Record<string, string>> = {
  family: "Last name",
  given: "First name",
  birthDate: "DOB",
  line: "Address",
  postalCode: "Zip",
}; // prettier-ignore

/** The length of the tag that begins at `start`, or 0. */
function tagLength(text: string, start: number): number {
  const next = text.charCodeAt(start + 1) | 0x20;
  if (!(next >= 97 && next <= 122) && text[start + 1] !== "/") return 0;
  const limit = Math.min(text.length, start + 320);
  for (let i = start + 2; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 60) return 0;
    if (code === 62) return isTagName(text, start, i) ? i + 1 - start : 0;
  }
  return 0;
}

/** `<PERSON>` and `<NAME>` are marks of a removed value, which stay as they are. */
function isTagName(text: string, start: number, end: number): boolean {
  return !/^[A-Z][A-Z_-]{2,24}(?:[ _-]?\d{1,3})?$/.test(text.slice(start + 1, end)) || htmlNames.test(text.slice(start + 1, end));
}

const htmlNames =
  /^(?:BODY|HTML|HEAD|TITLE|TABLE|TBODY|THEAD|SPAN|FONT|STRONG|CENTER|PRE|DIV|TR|TD|TH|UL|OL|LI|BR|HR|EM|SUB|SUP|BLOCKQUOTE|SMALL|CODE)$/;

const inline = new Set(["b", "i", "u", "em", "strong", "span", "font", "sub", "sup", "a", "mark", "small", "wbr"]);
const breaks = new Set(["br", "p", "div", "tr", "li", "hr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"]);

/** A bare tag parts words, or does not. */
function tagText(tag: string): string {
  const name = tag.replace(/[^A-Za-z0-9]/g, "").toLowerCase();
  return inline.has(name) ? "" : breaks.has(name) ? "\n" : name === "td" || name === "th" ? "  " : " ";
}

function entityLength(text: string, start: number): number {
  const end = text.indexOf(";", start + 1);
  if (end < 0 || end - start > 10 || end - start < 3) return 0;
  return decodeEntity(text.slice(start + 1, end)) === "" ? 0 : end + 1 - start;
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  colon: ":",
  semi: ";",
  comma: ",",
  period: ".",
  sol: "/",
  bsol: "\\",
  num: "#",
  equals: "=",
  commat: "@",
  lpar: "(",
  rpar: ")",
  lowbar: "_",
  hyphen: "-",
  dash: "-",
  ndash: "-",
  mdash: "-",
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  Tab: "\t",
  NewLine: "\n",
  shy: "\u00ad",
  zwnj: "\u200c",
  zwj: "\u200d",
  szlig: "ß",
  aelig: "æ",
  AElig: "Æ",
  oelig: "œ",
  OElig: "Œ",
  oslash: "ø",
  Oslash: "Ø",
  eth: "ð",
  thorn: "þ",
  lstrok: "ł",
  Lstrok: "Ł",
  copy: "©",
  reg: "®",
  deg: "°",
  middot: "·",
  bull: "•",
}; // prettier-ignore
const accented = /^([A-Za-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash)$/;

function decodeEntity(name: string): string {
  if (name.startsWith("#")) {
    const code = /^#[xX]/.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 8 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "";
  }
  return named[name] ?? accented.exec(name)?.[1] ?? "";
}
