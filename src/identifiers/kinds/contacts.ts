import type { Stream } from "../../random/stream.ts";
import { areaCodesOf } from "../area-codes.ts";
import { defineKind, listed } from "../define.ts";
import type { MakeContext, Match } from "../kind.ts";
import { anyOf, matchesOf, rule } from "../search.ts";
import type { Sites } from "../sites.ts";
import { digitsOf, randomDigits, spellLike } from "../spelling.ts";

/** Digits alone, without the country code of North America; an extension follows after `x`. */
function normalizePhone(value: string): string {
  const [number = "", extension] = value.split(/x|ext\.?|extension/i);
  const digits = digitsOf(number).replace(/^1(?=\d{10}$)/, "");
  return extension === undefined ? digits : `${digits}x${digitsOf(extension)}`;
}

/** Where no state is known. */
const areaCodes = [
  "201",
  "205",
  "212",
  "213",
  "303",
  "305",
  "312",
  "313",
  "404",
  "415",
  "503",
  "505",
  "512",
  "602",
  "614",
  "615",
  "617",
  "702",
  "713",
  "801",
  "804",
  "816",
  "907",
  "919",
];

/** Line numbers 555-0100 to 555-0199 are set aside for fiction in every area (ATIS-0300115, 555 Technical Service Interconnection). */
function makePhone(stream: Stream, context?: MakeContext): string {
  const codes = (context?.state === undefined ? undefined : areaCodesOf(context.state)) ?? areaCodes;
  const digits = `${stream.pick(codes)}55501${randomDigits(stream, 2)}`;
  const like = context?.like;
  if (like !== undefined && digitsOf(like).length === 7) return spellLike(digits.slice(3), like, digits);
  if (like !== undefined && digitsOf(like).length === 11) return spellLike(`1${digits}`, like, digits);
  return spellLike(digits, like, `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`);
}

/** Ten digits of the North American plan, with or without +1 and an extension. */
const northAmerican =
  /(?<![\w.-])(?:(?:001|\+?1)[-. \u00a0\u2010-\u2015]{0,2})?(?:\([2-9]\d{2}\)[-. \u00a0]{0,2}|[2-9]\d{2} ?[-./ \u00a0\u2010-\u2015] ?)\d{3}(?: ?[-. \u00a0\u2010-\u2015] ?)?\d{4}(?:,? {0,2}(?:x|ext\.?|extension|opt\.?|option) {0,2}\d{1,6})?(?![\w-])/gi;

const unit = /^ ?(?:mg|mcg|ml|g|gm|l|cc|iu|units?|kcal|cal|cells|steps|meq|mmol|k|u|ft|feet|days|hours)\b/i;

/** Seven digits with a dash: only where they are no range of amounts (`500-1000 mL`). */
function localStrength(match: RegExpExecArray): "shaped" | null {
  const text = match.input;
  const end = match.index + match[0].length;
  const [from = 0, to = 0] = match[0].split(/\D/).map(Number);
  if (from % 50 === 0 && to % 50 === 0) return null;
  return unit.test(text.slice(end, end + 8)) ? null : "shaped";
}

/** A national number of another country, `0496 46 46 70`; times of day in a row (`0800 1200 1600`) are none. */
function foreignStrength(match: RegExpExecArray): "shaped" | null {
  const count = digitsOf(match[0]).length;
  return count >= 9 && count <= 12 && !/^\d{4}(?: \d{4}){1,4}$/.test(match[0]) ? "shaped" : null;
}

export const phone = defineKind({
  name: "phone",
  category: "D",
  title: "Telephone or pager number",
  tag: "PHONE",
  labels: listed(`
    phone, phone number, phones, telephone, telephone number, telephone no, =tel, =ph, ph number, home ph, work ph, cell ph, mobile ph, contact ph, telecom, home phone, work phone, cell phone, cell,
    cellular, mobile, mobile number, mobile phone, day phone, evening phone, contact number, contact phone, callback number,
    call back number, pager, pager number, pgr, beeper, =bp r, extension, phone extension, area code, sms, whatsapp, telefono,
    numero de telefono, telefono celular, tfno, tlf, tlfno, celular, movil, emergency contact phone, landline
  `),
  domain: "phone",
  find: anyOf(
    rule(northAmerican, "shaped"),
    rule(/(?<![\w.-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?![\w-]|\.\d)/g, "shaped"),
    rule(/(?<![\w.+-])[2-9]\d{2}[2-9]\d{6}(?![\w-]|\.\d)/g, "shaped"),
    rule(/(?<![\w.\-/])[2-9]\d{2}[-\u2010-\u2015]\d{4}(?: {0,2}(?:x|ext\.?) {0,2}\d{1,6})?(?![\w-]|[./]\d)/gi, localStrength),
    rule(/(?<![\w.])\+[1-9]\d{0,2}[-. ]?(?:\(0?\d{1,4}\)[-. ]?)?\d{1,5}(?:[-. ]?\d{2,5}){1,4}(?![\w-])/g, (match) =>
      digitsOf(match[0]).length > 6 ? "shaped" : null,
    ),
    rule(/(?<![\w.-])0\d{1,4}(?: \d{2,4}){2,4}(?![\w-]|[./]\d)/g, foreignStrength),
    rule(
      /\b(?:call|phone|telephone|reach|text|mobile|cell|answering|messages?|desk|office)(?: (?:me|him|her|us|them|back|at|on|to|number|is)){0,3}[:# ]{1,3}(?<id>(?:\(\d{1,4}\) ?)?\d{2,5}(?:[ -]\d{2,7}){1,4})(?![\w-]|[./]\d)/gi,
      (match) => (digitsOf(match.groups!.id!).length >= 7 && digitsOf(match.groups!.id!).length <= 13 ? "contextual" : null),
    ),
    rule(/\b(?:pgr|pager|beeper|bpr)\.?(?: (?:no\.?|number|is))?[:# ]{1,3}(?<id>\d{4,7})(?![\w-])/gi, "contextual"),
    rule(/\b(?:ext\.?|extension)[:# ]{1,3}(?<id>\d{1,2}-?\d{3,5})(?![\w-])/gi, "contextual"),
    rule(/(?<![\w-])x\d-\d{4}(?![\w-])/g, "contextual"),
    // "LMSW x5519", "(x71844)", "pg 2281": inside a house a number has four digits or five.
    rule(/(?<![\w-])x(?<id>\d{4,5})(?![\w-]|[.,/]\d| ?(?:ml|mg|mcg|units?|days?|steps)\b)/g, (match) =>
      /000$/.test(match.groups!.id!) ? null : "contextual",
    ),
    rule(
      /(?<!\d ?)\b(?:pg|pgr|pager|beeper|vocera|spectralink|ascom|zone phone|voalte)[:#. ]{1,3}(?<id>\d{4,7}|\d{3}-\d{4})(?![\w-]|\.\d|\/)/gi,
      "contextual",
    ),
    rule(/(?:[,;] |\d{4} )ext\. ?(?<id>\d{3})(?![\w-]|\.\d| ?(?:deg|°))/g, "contextual"),
    // Read by a scanner: O for 0, l and I for 1. `978)685-2240` lost its bracket.
    rule(/(?<![\w.-])(?:\([\dOolI]{3}\) ?|[\dOolI]{3}(?: ?[-.)] ?| ))[\dOolI]{3}[-. ][\dOolI]{4}(?![\w-]|\.\d)/g, (match) =>
      digitsOf(match[0]).length >= 6 && /[-.()]/.test(match[0]) ? "shaped" : null,
    ),
    rule(
      /(?<![\w.-])\(\d{3}\) ?\d{3} ?[-. ]?\d{4}(?![\w-]|\.\d)|(?<![\w.,-])52 \d{2} \d{4} \d{4}(?![\w-])|(?<![\w./-])\d{3}\/\d{3}-\d{4}(?![\w-])|(?<![\w.-])\d{3}-\d{7}(?![\w-])/g,
      "shaped",
    ),
    rule(
      /\b(?:call|phone|telephone|ph|tel|cell|mobile|reached at|fax|house|home|work|office|line)\.?[:# ]{1,3}(?<id>\d{3}[-. ]?\d{4}|\d{10,11})(?![\w-])/gi,
      "contextual",
    ),
  ),
  matches: (value) => {
    const text = value.trim();
    if (/^(?:\+?1[-. ]?)?(?:\(\d{3}\)[-. ]?|\d{3}[-./ ])\d{3}[-. ]?\d{4}(?: ?(?:x|ext\.?) ?\d{1,6})?$/i.test(text)) return "checked";
    if (/^\+\d{1,3}[-. ]?[\d(][\d(). -]{5,18}$/.test(text)) return "checked";
    return /^(?:1?[2-9]\d{2}[2-9]\d{6}|[2-9]\d{2}-\d{4})$/.test(text) ? "shaped" : null;
  },
  accepts: (value) =>
    /^[+(x#]?[\d(][\d() ./+\u00a0\u2010-\u2015-]{2,24}(?: ?(?:x|ext\.?|extension) ?\d{1,6})?$/i.test(value.trim()) &&
    (digitsOf(value).length > 3 || /^x\d/i.test(value.trim())),
  normalize: normalizePhone,
  make: makePhone,
  examples: {
    found: [
      "call [[(617) 555-0134 x22]]",
      "cell [[617.555.0134]]",
      "reach at [[+1 617 5550134]]",
      "wife [[555-0134]]",
      "pgr [[30412]]",
      "[[x5-5512]] for the desk",
      "UK [[+44 20 7946 0958]]",
    ],
    kept: ["NDC 0093-7146-56", "LOINC 718-7", "500-1000 mL/day", "CPT 99213", "chr17:41245466"],
  },
});

export const fax = defineKind({
  name: "fax",
  category: "E",
  title: "Fax number",
  tag: "FAX",
  labels: ["fax", "fax number", "facsimile", "telefax", "fax phone", "phone fax", "fax no", "numero de fax"],
  domain: "phone",
  find: rule(
    /\b(?:fax|facsimile)(?:ed)?\.?(?: (?:no\.?|number|is|to|at))?[:#. ]{0,4}(?<id>(?:\+?1[-. ]?)?(?:\(\d{3}\)[-. ]{0,2}|\d{3}[-. ])?\d{3}[-. ]?\d{4})(?![\w-])/gi,
    "contextual",
  ),
  matches: () => null,
  accepts: (value) => /^[+(]?[\d(][\d() ./+\u2010-\u2015-]{5,24}$/.test(value.trim()),
  normalize: normalizePhone,
  make: makePhone,
  examples: {
    found: ["Fax: [[617-555-0199]]", "faxed to [[(617) 555-0199]]", "FAX [[6175550199]]"],
    kept: ["fax received", "facsimile 2 pages", "faxed to PCP"],
  },
});

const local = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) ||
  (unit >= 65 && unit <= 90) ||
  (unit >= 97 && unit <= 122) ||
  "._%+'-&~".includes(String.fromCharCode(unit)) ||
  (unit > 0xbf && unit < 0x2000);
const host = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) ||
  (unit >= 65 && unit <= 90) ||
  (unit >= 97 && unit <= 122) ||
  unit === 45 ||
  unit === 46 ||
  (unit > 0xbf && unit < 0x2000);

/** Grows outwards from each `@`: no more than 64 characters to the left and 255 to the right (RFC 5321, 4.5.3.1). */
function findAddresses(text: string): Match[] {
  const found: Match[] = [];
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && local(text.charCodeAt(start - 1))) start--;
    while (start < at && ".'-".includes(text[start]!)) start++;
    let end = at + 1;
    while (end < text.length && end - at < 256 && host(text.charCodeAt(end))) end++;
    while (end > at + 1 && ".-".includes(text[end - 1]!)) end--;
    const last = found[found.length - 1];
    if (start === at || !/\.[A-Za-z\u00c0-\u1fff]{2,24}$/.test(text.slice(Math.max(at + 1, end - 30), end)) || (last && last.end > start))
      continue;
    found.push({ start, end, strength: "checked" });
  }
  return found;
}

/** What joins two words of a spelled-out address, up to the second of them. */
const joint = /(?: (?:dot|period|underscore|dash|hyphen) | ?[([{<] ?(?:dot|underscore) ?[)\]}>] ?| ?\. ?)$/i;

/** Where in `left` a spelled-out user begins that ends with it: `j dot moss`, `big_mike underscore 71`, `j o h n`; -1 for none. */
function userStart(left: string): number {
  let end = left.endsWith(" ") ? left.length - 1 : left.length;
  let first = -1;
  for (let parts = 0; parts < 12; parts++) {
    let start = end;
    while (start > 0 && end - start < 31 && /[\w-]/.test(left[start - 1]!)) start--;
    if (start === end || end - start > 30) break;
    first = start;
    const between = joint.exec(left.slice(Math.max(0, start - 16), start));
    if (between) end = start - between[0].length;
    else if (end - start === 1 && / \w $/.test(left.slice(Math.max(0, start - 3), start))) end = start - 1;
    else break;
  }
  return first;
}

const hostAfter =
  /^ ?[\w-]{1,40}(?:(?: (?:dot|period) | ?[([{<] ?dot ?[)\]}>] ?|\.)[\w-]{1,30}){0,2}(?: (?:dot|period) | ?[([{<] ?dot ?[)\]}>] ?| ?\. ?)(?:com|org|net|edu|gov|mil|info|health|care|example|[a-z]{2})(?!\w)/i;

const bareAt = /[([{<] ?at ?[)\]}>]|(?<= )(?:at|@)(?= )/gi;

/** `j dot moss at mail dot org`: reads to both sides of each `at`, and asks a bare one for a `dot` behind it. */
function findSpelledOut(text: string, sites?: Sites): Match[] {
  const found: Match[] = [];
  for (const at of matchesOf(text, bareAt, sites)) {
    const end = at.index + at[0].length;
    const right = hostAfter.exec(text.slice(end, end + 60));
    const from = Math.max(0, at.index - 70);
    const first = right ? userStart(text.slice(from, at.index)) : -1;
    const isBareSign =
      at[0] === "@" && !/^ ?[\w-]{1,40}(?:\.[\w-]{1,30}){0,2}\.[a-z]{2,7}$/i.test(right?.[0] ?? "") && !/ dot /i.test(right?.[0] ?? "");
    if (!right || first < 0 || isBareSign || (at[0].length === 2 && !/dot|period/i.test(right[0]))) continue;
    found.push({ start: from + first, end: end + right[0].length, strength: "contextual" });
  }
  return found;
}

export const email = defineKind({
  name: "email",
  category: "F",
  title: "Electronic mail address",
  tag: "EMAIL",
  labels: listed(`
    email, email address, mail address, electronic mail, email id, emails, portal email, correo, correo electronico, =mail,
    direct address
  `),
  domain: "email",
  find: anyOf(findAddresses, findSpelledOut),
  matches: (value) => (/^[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,6}$/.test(value.trim()) ? "checked" : null),
  accepts: (value) => value.length < 160 && /@|\(at\)|\[at\]| at /i.test(value) && /\w{2}/.test(value),
  normalize: (value) =>
    value
      .trim()
      .toLowerCase()
      .replace(/^mailto:/, ""),
  // example.com, .net and .org belong to nobody (RFC 2606, section 3).
  make: (stream) =>
    `${stream.pick(["a", "c", "d", "j", "k", "m", "r", "t"])}.${stream.pick(["heron", "larch", "tern", "alder", "rowan", "finch", "sorrel"])}${stream.int(10, 999)}@example.${stream.pick(["com", "net", "org"])}`,
  examples: {
    found: [
      "write [[dana.moss82@mail.org]].",
      "<[[m.hollingsworth+x@sub.example.co.uk]]>",
      "reach [[j dot moss at mail dot org]]",
      "[[j.moss(at)x.org]]",
    ],
    kept: ["seen @ 10:30", "meet at dot com", "5 mg @ night.", "a@b"],
  },
});
