import { isCity } from "../../tables/places.ts";
import { zipState } from "../../tables/zip3.ts";
import { defineKind, listed } from "../define.ts";
import type { Match } from "../kind.ts";
import { anyOf, findsNothing, matchesOf, rule } from "../search.ts";
import type { Sites } from "../sites.ts";
import { fold, randomDigits } from "../spelling.ts";

/** USPS Publication 28, appendix B: the states, DC and the territories. */
const state =
  "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR|VI|GU|AS|MP";
const states = new Set(state.split("|"));

const normalizePlace = (value: string): string =>
  fold(value)
    .replace(/[.,]/g, " ")
    .replace(/\s{1,200}/g, " ")
    .trim();
const isPlaceText = (value: string): boolean => /\p{L}{2}/u.test(value) && value.trim().length < 100;

/** Invented words, so that no street, city or hospital in the country bears the name. */
export const inventedNames = [
  "Quillmere",
  "Brindlewick",
  "Tarnfold",
  "Osterbeck",
  "Velmarsh",
  "Harrowfen",
  "Lindquarry",
  "Mossgarth",
  "Pellbrook",
  "Sedgewyn",
  "Thistlecombe",
  "Wexholm",
  "Yarrowdene",
  "Cindermoor",
  "Dunwhistle",
] as const;

const stateBeforeZip = /(?<= )[A-Z]{2}(?=,? {1,2}(?<zip3>\d{3})\d{2}(?!\d))/g;

/** One to three capitalized words before a state and a ZIP code: `Salem, OR 97301`. */
function findCities(text: string, sites?: Sites): Match[] {
  const found: Match[] = [];
  for (const match of matchesOf(text, stateBeforeZip, sites)) {
    if (!states.has(match[0])) continue;
    // "Interpreter ID 77120": what is a word too is a state only before a ZIP code of its own.
    if (/^(?:ID|OR|IN|ME|PA|MD|OK|HI|CO|CT|PT)$/.test(match[0]) && zipState(match.groups!.zip3!) !== match[0]) continue;
    const left = text.slice(Math.max(0, match.index - 72), match.index);
    const name = /(?<![\w.])[A-Z][a-z]{1,20}\.?(?: [A-Z][a-z]{1,20}){0,2}(?=,? {1,2}$)/.exec(left);
    if (!name) continue;
    const start = match.index - left.length + name.index;
    found.push({ start, end: start + name[0].length, strength: "contextual" });
  }
  return found;
}

export const city = defineKind({
  name: "city",
  category: "B",
  title: "City or town",
  tag: "CITY",
  labels: listed(`
    city, town, municipality, village, city name, home city, birth city, city of birth, ciudad, municipio, localidad, city town,
    borough, suburb
  `),
  domain: "place",
  find: findCities,
  matches: () => null,
  accepts: isPlaceText,
  normalize: normalizePlace,
  make: (stream) => stream.pick(inventedNames),
  examples: {
    found: ["lives in [[Salem]], OR 97301", "City: [[Worcester]]", "Ciudad: [[San José]]"],
    kept: ["city: 3", "velocity of 2", "Page, 2 of 5"],
  },
});

const countyWord = /(?<= )County(?! (?:General|Hospital|Medical|Health|Memorial|Jail))\b/g;

/** One or two capitalized words before `County`, unless the whole names a hospital. */
function findCounties(text: string, sites?: Sites): Match[] {
  const found: Match[] = [];
  for (const match of matchesOf(text, countyWord, sites)) {
    const left = text.slice(Math.max(0, match.index - 48), match.index);
    const name = /(?<![\w.])[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20})? $/.exec(left)?.[0].replace(/^(?:The|This|Our|Each|From|In) /, "");
    if (name) found.push({ start: match.index - name.length, end: match.index + match[0].length, strength: "contextual" });
  }
  return found;
}

export const county = defineKind({
  name: "county",
  category: "B",
  title: "County",
  tag: "COUNTY",
  labels: listed(`
    county, county name, parish, county of residence, residence county, district, condado, barrio, colonia, neighborhood, precinct,
    subdivision
  `),
  domain: "place",
  find: findCounties,
  matches: (value) => (/^[A-Z][A-Za-z .'-]{2,40} (?:County|Parish|Borough|Municipio)$/.test(value.trim()) ? "checked" : null),
  accepts: isPlaceText,
  normalize: normalizePlace,
  make: (stream) => `${stream.pick(inventedNames)} County`,
  examples: {
    found: ["moved from [[Middlesex County]] in spring", "County: [[Norfolk]]", "Condado: [[Bexar]]"],
    kept: ["county: 3", "the county jail", "country of birth"],
  },
});

export const place = defineKind({
  name: "place",
  category: "B",
  title: "Other place smaller than a state",
  tag: "PLACE",
  labels: listed(`
    birth place, place of birth, birthplace, place, place of residence, residence, hometown, home town, landmark, intersection,
    region name, area name, ward of residence, lugar de nacimiento, lugar de residencia, death place, place of death, reservation,
    tribe location, travel destination
  `),
  domain: "place",
  find: rule(
    /\b(?:corner|intersection) of (?<id>(?:[A-Z][a-z]{1,20}|\d{1,3}(?:st|nd|rd|th))(?: [A-Z][a-z]{1,20}){0,2} (?:&|and) (?:[A-Z][a-z]{1,20}|\d{1,3}(?:st|nd|rd|th))(?: [A-Z][a-z]{1,20}){0,2})/g,
    "contextual",
  ),
  matches: () => null,
  accepts: isPlaceText,
  normalize: normalizePlace,
  make: (stream) => `${stream.pick(inventedNames)} ${stream.pick(["Crossing", "Heights", "Landing", "Corners"])}`,
  examples: {
    found: ["found at the corner of [[5th & Main]] today", "Birthplace: [[Danvers Massachusetts US]]", "Lugar de nacimiento: [[Ponce]]"],
    kept: ["in place of 2 tablets", "placed 3 sutures", "corner of the eye and nose"],
  },
});

export const facility = defineKind({
  name: "facility",
  category: "B",
  title: "Hospital, clinic or other facility",
  tag: "FACILITY",
  labels: listed(`
    facility, facility name, hospital, hospital name, clinic, clinic name, organization name, care site name, site name,
    practice name, location name, lab name, laboratory name, performing lab, performing laboratory, pharmacy, pharmacy name,
    pharmacy store, nursing home, shelter, institution, institution name, institution address, sending facility, receiving facility,
    assigned patient location, service location, performing organization, centro medico, centro de salud, clinica,
    nombre del hospital, station name, church, managing organization name, admit source facility
  `),
  domain: "facility",
  find: findsNothing,
  matches: (value) =>
    /\b(?:hospital|clinic|medical center|health center|healthcare|nursing home|hospice|infirmary|pharmacy)\b/i.test(value) &&
    value.length < 80 &&
    /^[A-Z0-9]/.test(value.trim())
      ? "contextual"
      : null,
  accepts: isPlaceText,
  normalize: normalizePlace,
  make: (stream) =>
    `${stream.pick(inventedNames)} ${stream.pick(["General Hospital", "Community Hospital", "Medical Center", "Family Clinic"])}`,
  examples: {
    found: ["Hospital: [[St. Vincent's]]", "Facility name: [[Oakview Manor]]", "Clínica: [[Santa Rosa]]"],
    kept: ["facility: 2", "facility type: 2", "in clinical remission"],
  },
});

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

export const censusArea = defineKind({
  name: "census-area",
  category: "B",
  title: "Census tract, block group or county code",
  tag: "CENSUS-AREA",
  labels: listed(`
    census tract, tract, census block, block group, census block group, fips, fips code, county fips, county fips code, geoid,
    geo id, county code, beneficiary county code, ssa county code, state county code, msa code, cbsa, cbsa code, msa, puma,
    census id, gnis, geocode, hrr, hsa, congressional district, voting district, ccn county, =puma code
  `),
  domain: "census-area",
  find: rule(/\bcensus (?:tract|block(?: group)?)(?: (?:no\.?|number))?[:# ]{1,3}(?<id>\d{1,6}(?:\.\d{2})?)(?![\w-]|\.\d)/gi, "contextual"),
  matches: (value) => (/^\d{11}(?:\d|\d{4})?$/.test(value.trim()) && Number(value.trim().slice(0, 2)) < 79 ? "shaped" : null),
  accepts: (value) => /^\d{1,15}(?:\.\d{1,2})?$/.test(value.trim()),
  normalize: (value) => value.trim(),
  // State codes 03, 07, 14, 43 and 52 are unused (FIPS PUB 5-2).
  make: (stream, context) => {
    const length = Math.max(5, Math.min(15, context?.like?.replace(/\D/g, "").length ?? 11));
    return stream.pick(["03", "07", "14", "43", "52"]) + randomDigits(stream, length - 2);
  },
  examples: {
    found: ["lives in census tract [[4012.02]]", "FIPS: [[25017]]", "BENE_COUNTY_CD: [[230]]"],
    kept: ["hepatic tract 3 mm", "heart block 2:1", "tract infection 12"],
  },
});

export const coordinates = defineKind({
  name: "coordinates",
  category: "B",
  title: "Geographic coordinates",
  tag: "COORDINATES",
  labels: listed(`
    lat, latitude, lon, lng, long, longitude, lat lon, lat long, lat lng, coordinates, coords, gps, gps coordinates, geolocation,
    geo point, geohash, latitud, longitud, coordenadas, x coord, y coord, plus code, what3words
  `),
  domain: "coordinates",
  find: anyOf(
    rule(/(?<![\w.-])[-+]?\d{1,2}\.\d{3,15} ?,? ?[-+]?\d{1,3}\.\d{3,15}(?![\w]|\.\d)/g, (match) => (onEarth(match[0]) ? "shaped" : null)),
    rule(
      /(?<![\w.])\d{1,2}(?:\.\d{1,8})? ?°(?: ?\d{1,2}(?:\.\d{1,6})? ?['\u2032\u2019](?: ?\d{1,2}(?:\.\d{1,4})? ?["\u2033\u201d])?)? ?[NS],? {0,2}\d{1,3}(?:\.\d{1,8})? ?°(?: ?\d{1,2}(?:\.\d{1,6})? ?['\u2032\u2019](?: ?\d{1,2}(?:\.\d{1,4})? ?["\u2033\u201d])?)? ?[EW](?!\w)/g,
      "checked",
    ),
    // `lat 41.8781, long -87.6298`: each behind its word.
    rule(
      /\b(?:lat(?:itude?)?|long?|lng|longitude?)\.?(?: is)?[:=]? {0,2}(?<id>[-+\u2212]?\d{1,3}\.\d{3,15}(?: ?°)?(?: ?[NSEW](?!\w))?)(?![\w%]|\.\d| ?(?:cm|mm|m|inch|in|ft|feet|sec|min|hours?|miles|km)\b)/gi,
      (match) => (Math.abs(Number.parseFloat(match.groups!.id!.replace("\u2212", "-"))) <= 180 ? "contextual" : null),
    ),
    // `N41.8781 W87.6298`, `41.8781 N, 87.6298 W`, `N41 52.686 W087 37.788`
    rule(
      /(?<![\w.-])(?:[NS] ?\d{1,2}(?:\.\d{3,15}|[ °] ?\d{1,2}\.\d{2,6}'?) ?°?,? {0,2}[EW] ?\d{1,3}(?:\.\d{3,15}|[ °] ?\d{1,2}\.\d{2,6}'?)(?![\w]|\.\d)|\d{1,2}\.\d{3,15} ?°? ?[NS],? {0,2}\d{1,3}\.\d{3,15} ?°? ?[EW](?!\w))/g,
      "checked",
    ),
  ),
  matches: (value) =>
    /^[-+]?\d{1,3}\.\d{4,16}(?: ?[, ] ?[-+]?\d{1,3}\.\d{4,16})?$/.test(value.trim()) && Math.abs(Number.parseFloat(value)) <= 180
      ? "shaped"
      : null,
  accepts: (value) => /^[-+]?\d{1,3}(?:\.\d{1,17})?[ °'"NSEW,\d.+-]{0,40}$/i.test(value.trim()),
  normalize: (value) => value.trim(),
  // Within two degrees of 48°52.6′S 123°23.6′W, the point of the ocean farthest from any land.
  make: (stream, context) => {
    const latitude = `-${47 + stream.int(0, 3)}.${randomDigits(stream, 6)}`;
    const longitude = `-${122 + stream.int(0, 3)}.${randomDigits(stream, 6)}`;
    const like = context?.like?.trim();
    if (like !== undefined && /^[-+]?\d{1,3}(?:\.\d{1,17})?$/.test(like)) return Math.abs(Number(like)) > 60 ? longitude : latitude;
    return `${latitude}, ${longitude}`;
  },
  examples: {
    found: [
      "found at [[42.3601, -71.0589]]",
      "drop at [[44.94290, -123.03510]] by EMS",
      "site [[40°26'46\" N 79°58'56\" W]]",
      "LAT: [[42.636143]]",
    ],
    kept: ["pH 7.412, lactate 1.2", "long-acting 40", "late 3 days"],
  },
});

function digitsIn(text: string): number {
  return text.replace(/\D/g, "").length;
}

function onEarth(pair: string): boolean {
  const [latitude = 99, longitude = 999] = (pair.match(/[-+]?\d{1,3}\.\d{3,15}/g) ?? []).map(Number);
  return (
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (Math.abs(longitude) > 20 || Math.abs(latitude) > 20 || pair.includes("-"))
  );
}
