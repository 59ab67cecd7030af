import { defineKind, listed } from "../define.ts";
import { findRoads } from "../find-roads.ts";
import type { Match } from "../kind.ts";
import { anyOf, matchesOf, rule, search } from "../search.ts";
import type { Sites } from "../sites.ts";
import { fold } from "../spelling.ts";
import { inventedNames } from "./places.ts";

/** USPS Publication 28, appendix C1: the common street suffixes and how they are shortened. */
const suffix =
  /(?<![\w'-])(?:streets?|str?|avenue|aven?|boulevard|blvd|roads?|rd|drive|dr|lane|ln|court|ct|circle|cir|place|pl|terrace|ter|trail|trl|parkway|pkwy|highway|hwy|turnpike|tpke|square|sq|way|alley|aly|plaza|plz|crossing|xing|expressway|expy|freeway|fwy|heights|hts|hollow|holw|junction|jct|landing|lndg|loop|manor|mnr|mews|path|pike|point|pt|ridge|rdg|route|rte|run|spur|station|sta|summit|smt|trace|trce|valley|vly|view|vw|village|vlg|walk|bend|bnd|branch|br|bypass|byp|canyon|cyn|causeway|cswy|center|ctr|club|common|commons|cove|cv|creek|crk|crescent|cres|estates?|est|extension|ext|falls|field|fields|forest|gardens?|gdns|glen|gln|green|grn|grove|grv|harbor|hbr|haven|hill|hl|hills|hls|island|isle|key|knoll|knl|lake|lk|meadows?|mill|mills|orchard|orch|oval|overlook|park|passage|pines|plain|prairie|shore|spring|springs|spg|stream|trafficway|tunnel|union|vista|vis|wells)(?![\w'])\.?/gi;

/** Suffixes that prose also uses: they need a capital here, and `Dr` no name behind it. */
const sure =
  /^(?:streets?|avenue|ave|blvd|boulevard|roads?|rd|lane|ln|parkway|pkwy|highway|hwy|turnpike|st|drive|terrace|terr?|circle|cir)\.?$/i;

const before =
  /(?<![\w.,/-])(?<house>(?:\d{1,6}|\d[\dOl]{1,4}|[Ol6]\d[\dOl]{0,3})(?:[-\u2010-\u2015]\d{1,4}|[A-DF-Ha-df-h]| 1\/2| -(?= \d))?)(?:[ \t\u00a0]{1,3}|\n)(?<name>(?:(?:[NSEW]\.?|[NS][EW]\.?|\d{1,3}(?:st|nd|rd|th)|\p{L}[\p{L}'\u2019.-]{0,24})(?:[ \t\u00a0]{1,2}|\n)){1,4})$/iu;
const ordinary =
  /\b(?:mg|ml|mcg|g|kg|mm|cm|hours?|hrs?|days?|weeks?|wks?|months?|years?|yrs?|yo|min|units?|times?|of|in|and|the|to|for|with|on|at|or|a|per|is|was|day|dose|lead|view|head|chest|x|pm|am|by|from|po|bid|tid|daily|more|patients?|pt|who|slice|level|sec)\b/i;
const tail =
  /^(?:,?\s{1,2}(?:[NSEW]|[NS][EW])\b\.?)?(?:,?\s{0,2}(?:(?:apt|apartment|unit|suite|ste|bldg|building|floor|fl|room|rm|lot|space|spc?|trlr|trailer|dept|ph|zona)\b\.?\s{0,2}#?\s{0,2}[\w-]{1,6}|\s{0,2}#\s{0,2}[\w-]{1,6}|\d{1,2}(?:st|nd|rd|th) (?:fl|floor)\b|(?:bsmt|basement|rear|back house|upper|lower|upstairs|downstairs)(?=[,;.)\n]| [A-Z(]|$))){0,2}/i;

const roomBefore =
  /(?<![\w.])(?:(?:lot|apt|unit|space|spc?|trailer|suite|ste|box|rm|room) ?#? ?[\w-]{1,5}|\d{1,2}(?:st|nd|rd|th) (?:fl|floor)),? $/i;

/** From each suffix word, reads to the left for a house number and a name: constant work a suffix. */
function findStreets(text: string, sites?: Sites): Match[] {
  const found: Match[] = [];
  for (const match of matchesOf(text, suffix, sites)) {
    const at = match.index;
    const left = text.slice(Math.max(0, at - 80), at);
    const head = before.exec(left);
    if (!head) continue;
    const name = head.groups!.name!;
    const word = match[0];
    const capital = /^\p{Lu}|^\d/u.test(name);
    // "Wound #2 sacrum st 2", "glu 201\nekg st": in small letters a house has two digits, and stands on the line of its street.
    if (!/\p{Lu}/u.test(name) && /^st/i.test(word) && (head.groups!.house!.length < 2 || head[0].includes("\n"))) continue;
    if (ordinary.test(name) || (!capital && !sure.test(word))) continue;
    if (!sure.test(word) && !/^\p{Lu}/u.test(word)) continue;
    // `2 Head CT`, `3 Smith Dr. Jones`: the scan and the doctor are no street.
    if (!sure.test(word) && /^[A-Z]{2,4}$/.test(word) && /\p{Ll}/u.test(name)) continue;
    if (
      /^dr\.?$/i.test(word) &&
      /^\s{1,3}[A-Z][a-z]/.test(text.slice(at + word.length, at + word.length + 4)) &&
      !/[,\n]/.test(text[at + word.length] ?? "")
    )
      continue;
    const house = at - left.length + head.index;
    // "Lot 22, 186 Monroe Rd", "3rd Floor, 200 Portland Sq"
    const from = house - (roomBefore.exec(left.slice(0, head.index))?.[0].length ?? 0);
    const end = at + word.length;
    const rest = tail.exec(text.slice(end, end + 50))?.[0].trimEnd() ?? "";
    found.push({
      start: from,
      end: end + rest.length - (rest === "" && word.endsWith(".") && sentenceEnds(text, end) ? 1 : 0),
      strength: "contextual",
    });
  }
  return found;
}

function sentenceEnds(text: string, at: number): boolean {
  return /^(?:\s{0,4}$|\s{1,3}[A-Z])/.test(text.slice(at, at + 4));
}

const unit = /(?<!\w)(?:Apt|Apartment|Suite|Ste)\b\.?\s{0,2}#?\s{0,2}\d{1,5}[A-Z]?(?![\w-])/g;
/** The street before the unit, as other countries write it: `Puruntie 82 Apt. 595`. */
const streetBefore = /(?:(?<!\w)\d{1,6} )?(?<!\p{L})\p{Lu}\p{L}{3,24} \d{1,4},?\s{1,3}$/u;

function findUnits(text: string, sites?: Sites): Match[] {
  return search(text, unit, "contextual", sites).map((match) => {
    const left = text.slice(Math.max(0, match.start - 48), match.start);
    return { ...match, start: match.start - (streetBefore.exec(left)?.[0].length ?? 0) };
  });
}

const streetText = (value: string): boolean => findStreets(value).length > 0 || /^(?:p\.? ?o\.? ?box|rr|hc|rural route)\b/i.test(value);

export const streetAddress = defineKind({
  name: "street-address",
  category: "B",
  title: "Street address",
  tag: "ADDRESS",
  labels: listed(`
    address, street, street address, street name, street number, address line, add line, addressline, home address, mailing address,
    work address, residential address, patient address, full address, permanent address, billing address, temporary address,
    emergency contact address, =line, house number, building number, apartment, apartment number, apt, unit address, po box, care of,
    direccion, domicilio, calle, direccion postal
  `),
  domain: "address",
  find: anyOf(
    findStreets,
    findUnits,
    rule(/(?<![\w.])(?:[A-Z][a-z]{2,20} ){1,3}(?:Street|Avenue|Boulevard|Parkway|Turnpike|Blvd|Ave)\b/g, (match) =>
      ordinary.test(match[0].toLowerCase().slice(0, match[0].lastIndexOf(" "))) ? null : "contextual",
    ),
    // A number, a direction and a name: `8947 E Main`.
    rule(
      /(?<![\w./,-])\d{2,5}(?: 1\/2)? (?:[NSEW]|[NS][EW])\.? (?:\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})?)(?![\w-])/g,
      (match) => (ordinary.test(match[0].toLowerCase().replace(/^\d{2,5}(?: 1\/2)? [a-z]{1,2}/, "")) ? null : "shaped"),
    ),
    // Whatever street it is, a city, a state and perhaps a ZIP code follow: `2193 Jenkins Forges, Nashua, NH 03060`.
    rule(
      /(?<![\w./,-])(?<id>\d{1,6} (?:[NSEW]\.? )?(?:[A-Z][A-Za-z'-]{1,20} ){0,3}[A-Z][A-Za-z'-]{1,20})(?=(?:,|\n| ·) ?(?:[A-Z][A-Za-z.'-]{1,20} ){0,3}[A-Z][A-Za-z.'-]{1,20},? (?:[A-Z]{2}(?: \d{5}|[.,;)\n]|$)|[A-Z][a-z]{3,12} \d{5}))/g,
      (match) => (ordinary.test(match.groups!.id!.toLowerCase()) ? null : "contextual"),
    ),
    // The same in small letters, where the ZIP code stands too: `8762 johathan forks\ntucson, az 85704`.
    rule(
      /(?<![\w./,-])(?<id>\d{1,5} (?:[a-z][a-z'-]{1,20} ){1,3}[a-z][a-z'-]{1,20}|\d{1,5} [Tt]he [A-Za-z][a-z'-]{1,20})(?=,?[ \n](?:[A-Za-z][A-Za-z.'-]{1,20} ){0,2}[A-Za-z][A-Za-z.'-]{1,20}, (?:[a-z]{2}|[A-Z]{2}) \d{5})/g,
      (match) => (ordinary.test(match.groups!.id!.replace(/ the /i, " ").toLowerCase()) ? null : "contextual"),
    ),
    // Crossings and roads by number: `23rd & Jackson`, `W 4th Ave & Elm`, `hwy 99`.
    rule(
      /(?<![\w./,-])(?:[NSEW] )?(?:\d{1,3}(?:st|nd|rd|th)(?: (?:St|Ave|Street|Avenue))?|[A-Z][a-z]{2,20} (?:St|Ave|Rd|Blvd|Street|Avenue|Road)) ?(?:&|and|\/|@) ?(?:[NSEW] )?(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][a-z]{2,20})(?: (?:St|Ave|Rd|Blvd|Street|Avenue|Road|Dr|Ln)\b)?(?![\w-])/g,
      (match) =>
        /^\D{0,2}\d{1,3}[a-z]{2} ?(?:&|and|\/|@) ?\d{1,3}[a-z]{2}$|toe|finger|digit|rib|degree|metatarsal|MT|MC|January|February|March|April|May|June|July|August|September|October|November|December/i.test(
          match[0],
        )
          ? null
          : "contextual",
    ),
    findRoads,
    rule(
      /\b(?:on|off|near|at|along) (?<id>(?:[NSEW]\.? )?(?:[A-Z][a-z]{2,20} ){1,2}(?:Rd|Road|Hwy|Highway|Ln|Lane|Pike|Pkwy|Blvd|Ave|St|Street|Avenue))(?![\w-])/g,
      (match) => (ordinary.test(match.groups!.id!.toLowerCase()) ? null : "contextual"),
    ),
    rule(/\bP\.? ?O\.? ?B(?:o?x)\.? {0,2}#? {0,2}\d{1,6}[A-Z]?(?![\w-])/gi, "checked"),
    rule(
      /(?<![\w-])(?:RR|R\.R\.|Rural Route|RFD|HC|HCR|Star Route|PSC|CMR|Unit) {0,2}#? {0,2}\d{1,4},? (?:Box|PO Box) {0,2}#? {0,2}\d{1,6}[A-Z]?(?![\w-])/gi,
      "checked",
    ),
    rule(/(?<![\w-])HC \d{1,3}(?![\w-]|\.\d)/g, (match) =>
      /Box|Route|RR/i.test(match.input.slice(Math.max(0, match.index - 40), match.index)) ? "contextual" : null,
    ),
    rule(
      /(?<!\p{L})(?:Calle|Avenida|Avda\.?|Av\.|Camino|Carretera|Paseo|Calzada|Urb\.|Urbanización)(?: (?:\p{Lu}[\p{L}.'-]{0,24}|de|del|la|las|los|el|y)){1,5}(?:,? {0,2}(?:#|No\.?|núm\.?|n\.?º)? ?\d{1,5}[A-Z]?)(?![\w-])/gu,
      "contextual",
    ),
  ),
  matches: (value) => (value.length < 120 && streetText(value.trim()) ? "contextual" : null),
  accepts: (value) => /[\p{L}\d]/u.test(value) && value.trim().length < 160,
  normalize: (value) =>
    fold(value)
      .replace(/[.,#]/g, " ")
      .replace(/\s{1,200}/g, " ")
      .trim(),
  // Invented street names: nobody lives there.
  make: (stream) => `${stream.int(10, 9899)} ${stream.pick(inventedNames)} ${stream.pick(["St", "Ave", "Rd", "Ln", "Street", "Blvd"])}`,
  examples: {
    found: [
      "lives at [[44 Elm St, Apt 3B]], Salem",
      "clinic at [[4002 Erwin Rd]], Durham",
      "[[8762 johathan forks]]\ntucson, az 85704",
      "mail to [[P.O. Box 81]]",
      "[[RR 2 Box 14]]",
      "home [[1207 NW 23rd Ave]].",
      "vive en [[Calle del Sol 23]]",
      "at [[310 martin luther king blvd]]",
    ],
    kept: [
      "2 Head CT scans",
      "10 mg po daily St. Mary",
      "3 days in the Way",
      "seen 2 Dr. Smith notes",
      "64 slice CT",
      "5 Chest PT sessions",
    ],
  },
});
