import { isCity } from "../../tables/places.ts";
import { zipState } from "../../tables/zip3.ts";
import { defineKind, listed } from "../define.ts";
import { anyOf, rule } from "../search.ts";
import { randomDigits } from "../spelling.ts";
import { digitsIn } from "./coordinates.ts";
import { states } from "./places.ts";

const streetLine =
  /(?<![\w.,/])\d{1,6}(?:[- ]\d{1,4}(?:\/\d)?)?[A-Z]? (?:[NSEW]{1,2}\.? )?[\w.' -]{2,30}\b(?:st(?:reet)?|ave(?:nue)?|r(?:oa)?d|dr(?:ive)?|l(?:a)?ne?|c(?:our)?t|blvd|pkwy|hwy|highway|way|pl(?:ace)?|cir(?:cle)?|ter(?:race)?|trl|loop|pike|[NSEW])\b|\b(?:p\.? ?o\.? ?b(?:o?x)|rr|hc|route|county road|box|apt|lot|unit) ?#? ?\d|\bapt\b/i;

const cityBefore = /(?<![\w.])(?<name>(?:[A-Z][a-z'-]{1,20}\.? ){0,2}[A-Z][a-z'-]{2,20}),? (?:\| ?)?$/;

const streetBefore =
  /(?:\b(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|ct|court|blvd|pkwy|hwy|way|pl|place|cir|ter|trl|loop|pike|box \d{1,6}|(?:apt|unit|lot|ste|suite|#) ?[\w-]{1,6}))\.?, {1,2}$/i;

/** Five digits behind a city or a street, where no state stands between: `Edmond, 73013`, `12 Oak Rd, 39401`. */
function zipStrength(match: RegExpExecArray): "contextual" | null {
  const id = match.groups!.id!;
  if (zipState(id.slice(0, 3)) === undefined) return null;
  const left = match.input.slice(Math.max(0, match.index - 90), match.index);
  const hasStreet = streetLine.test(left);
  if (hasStreet && streetBefore.test(left)) return "contextual";
  const name =
    cityBefore.exec(left)?.groups?.name ??
    (hasStreet ? /(?<![\w.])[A-Za-z]{3,20}(?: [A-Za-z]{3,20}){0,2}(?=,? $)/.exec(left)?.[0] : undefined);
  if (name === undefined) return null;
  if (hasStreet && !/^[A-Z][a-z]/.test(name)) {
    const parts = name.toLowerCase().split(" ");
    return parts.some((_, i) => isCity(parts.slice(i).join(" ")) > 0) ? "contextual" : null;
  }
  if (hasStreet) return "contextual";
  const words = name.toLowerCase().replaceAll(".", "").split(" ");
  return !/00$/.test(id) && words.some((_, i) => isCity(words.slice(i).join(" ")) > 0) ? "contextual" : null;
}

export const zip = defineKind({
  name: "zip",
  category: "B",
  title: "ZIP code",
  tag: "ZIP",
  labels: listed(`
    zip, zip code, zipcode, zip 5, zip5, zip 4, zip plus 4, zip code 5, zcta, zcta5, zip 3, postal code, post code, postcode, postal,
    codigo postal, =cp, mailing zip, home zip, zip postal code
  `),
  domain: "zip",
  find: anyOf(
    rule(/(?<![\w.,-])\d{5}[-\u2010-\u2015]\d{4}(?![\w]|-\d|\.\d)/g, (match) =>
      /\bNDC[:# ]{0,3}$/i.test(match.input.slice(Math.max(0, match.index - 8), match.index)) ? null : "shaped",
    ),
    rule(/\b(?<st>[A-Z]{2})\.?,? {1,3}(?<id>\d{5}(?:[- ]\d{4})?)(?![\w-]|[.,]\d)/g, (match) =>
      // "Interpreter ID 77120": what is a word too is a state only before a ZIP code of its own.
      states.has(match.groups!.st!) &&
      (!/^(?:ID|OR|IN|ME|PA|MD|OK|HI|CO|CT)$/.test(match.groups!.st!) || zipState(match.groups!.id!.slice(0, 3)) === match.groups!.st)
        ? "contextual"
        : null,
    ),
    rule(/\b(?<st>[A-Zl][A-Z])\.?,? {1,3}(?<id>[\dOolI]{5})(?![\w-]|[.,]\d)/g, (match) =>
      states.has(match.groups!.st!.replace("l", "I")) && /[OolI]/.test(match.groups!.id!) && digitsIn(match.groups!.id!) >= 3
        ? "contextual"
        : null,
    ),
    rule(
      /\b(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|Hampshire|Jersey|Mexico|York|Carolina|Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming|Rico),? {1,2}(?<id>\d{5}(?:-\d{4})?)(?![\w-]|[.,]\d)/g,
      "contextual",
    ),
    rule(
      /(?<=[A-Za-z\d.,)|] {1,2})(?<id>\d{5}(?:-\d{4})?)(?![\w-]|[.,/]\d|%| ?(?:mg|mcg|ml|units?|iu|u|cells|copies|steps|k)\b)/gi,
      zipStrength,
    ),
    rule(/\bzip(?: ?code)?(?: is)?[:# ]{1,3}(?<id>\d{5}(?:-\d{4})?)(?![\w-]|[.,]\d)/gi, "contextual"),
  ),
  matches: (value) => (/^\d{5}-\d{4}$/.test(value.trim()) ? "checked" : /^\d{4,5}(?:\.0)?$|^\d{8,9}$/.test(value.trim()) ? "shaped" : null),
  accepts: (value) => /^[\dOo]{3,5}(?:[- ]?\d{4})?(?:\.0)?$|^\d{3}(?:\*\*|xx|XX)$/.test(value.trim()),
  // A spreadsheet drops the leading zero and adds a decimal.
  normalize: (value) => {
    const text = value.trim();
    const parts = /^(\d{4,5})(?:\.0|[- ]?(\d{4}))?$/.exec(text);
    if (!parts) return text;
    const five = parts[1]!.padStart(5, "0");
    return parts[2] === undefined ? five : `${five}-${parts[2]}`;
  },
  // 000 to 004 were never assigned to a post office (USPS Publication 65, prefix list), save 00501 and 00544.
  make: (stream, context) => {
    const five = `00${stream.int(1, 3)}${randomDigits(stream, 2)}`;
    return context?.like !== undefined && /\d{5}-\d{4}/.test(context.like) ? `${five}-${randomDigits(stream, 4)}` : five;
  },
  examples: {
    found: ["Salem OR [[97301-1123]]", "Durham, NC [[27710]].", "Boston, Massachusetts [[02115]]", "zip code [[02155]]", "ZIP: [[2155]]"],
    kept: ["plt 15000", "heparin 25000 u", "CPT 99213", "NDC 12345-6789-01"],
  },
});

export const postalCode = defineKind({
  name: "postal-code",
  category: "B",
  title: "Postal code of another country",
  tag: "POSTAL-CODE",
  labels: ["postal code", "post code", "postcode", "foreign postal code", "canadian postal code", "uk postcode", "eircode", "plz"],
  domain: "zip",
  find: anyOf(
    rule(/(?<![\w-])(?!T\d[NM] )[A-Z]\d[A-Z][ -]\d[A-Z]\d(?![\w-])/g, "shaped"),
    rule(/(?<![\w-])[A-PR-UWYZ][A-HK-Y]?\d[\dA-Z]? \d[ABD-HJLNP-UW-Z]{2}(?![\w-])/g, "shaped"),
  ),
  matches: (value) =>
    /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z][ -]?\d[ABCEGHJ-NPRSTV-Z]\d$|^[A-PR-UWYZ][A-HK-Y]?\d[\dA-Z]? ?\d[ABD-HJLNP-UW-Z]{2}$/i.test(
      value.trim(),
    )
      ? "shaped"
      : null,
  accepts: (value) => /^[A-Z\d][A-Z\d -]{2,9}$/i.test(value.trim()) && /\d/.test(value),
  normalize: (value) => value.replace(/[\s-]/g, "").toUpperCase(),
  // D, F, I, O, Q and U stand in no Canadian postal code (Canada Post, Addressing Guidelines).
  make: (stream) => `${stream.pick(["A", "K", "M", "T", "V"])}${stream.int(0, 9)}Q ${stream.int(1, 9)}U${stream.int(0, 9)}`,
  examples: {
    found: ["Ottawa [[K1A 0B1]]", "London [[SW1A 1AA]]", "postcode [[EC1A 1BB]] flat"],
    kept: ["C3-4 disc", "T12 L1", "2B 3C"],
  },
});
