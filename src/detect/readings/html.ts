import type { Edit } from "./edits.ts";

const sign = /<\/?[A-Za-z][A-Za-z0-9]{0,15}(?:[\s/][^<>]{0,300})?>|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});/;

export function looksLikeHtml(text: string): boolean {
  return sign.test(text);
}

/** Entities decoded and bare tags of known elements out. Whatever else stands in angle brackets stays, since it may be an identifier. */
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
      } else {
        const text = tagText(tag, source, end);
        if (text !== null) edits.push({ start: i, end, text });
      }
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
    if (code === 62) return i + 1 - start;
  }
  return 0;
}

const inline = setOf(
  "b i u s em strong span font sub sup a mark small wbr big tt code kbd samp var abbr cite q del ins bdi bdo ruby rt rp",
);
const breaks = setOf(
  "br p div tr li hr table ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre html head body title thead tbody tfoot section article header footer main aside nav address figure figcaption caption center form fieldset legend option select",
);
const others = setOf("td th col colgroup style script meta link img input label button textarea iframe xml");
/** Names of people too, so that only small letters make an element of them. */
const names = setOf("mark ruby dl cite abbr main legend");

/** Words of which names of elements are made in XML about a patient (CDA, FHIR, exports of records). */
const elementWords = setOf(
  "patient person subject relative guardian contact provider practitioner physician doctor author organization facility hospital name names family given first last middle full maiden prefix suffix birth date time dob gender sex code id identifier number value text line street address addr city county state country zip postal telecom phone telephone mobile home work email mail fax mrn ssn record account note section title component entry act observation encounter document clinical role assigned entity",
);

/** How a bare tag reads: it parts words, labels what follows, or does neither. Null for what is no tag of a known element. */
function tagText(tag: string, source: string, behind: number): string | null {
  const match = /^<(\/?)([A-Za-z][A-Za-z0-9]{0,30})[ \n]?\/?>$/.exec(tag);
  if (match === null) return null;
  const name = match[2]!;
  const lower = name.toLowerCase();
  if (name === lower || (name === name.toUpperCase() && !names.has(lower))) {
    if (inline.has(lower)) return "";
    if (breaks.has(lower)) return "\n";
    if (others.has(lower)) return lower === "td" || lower === "th" ? "  " : " ";
  }
  // `<PERSON>` and `<NAME>` are marks of a removed value, which stay as they are.
  if (name === name.toUpperCase()) return null;
  const parts = name.split(/(?=[A-Z])/);
  if (!parts.every((part) => elementWords.has(part.toLowerCase()))) return null;
  if (match[1] === "/") return "\n";
  // One that is not closed is a blank to fill in: `<name>`.
  return !source.slice(behind, behind + 600).includes(`</${name}`) ? null : `\n${words[name] ?? parts.join(" ")}: `;
}

function setOf(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
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
