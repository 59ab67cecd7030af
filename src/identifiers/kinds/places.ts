import { zipState } from "../../tables/zip3.ts";
import { defineKind, listed } from "../define.ts";
import type { Match } from "../kind.ts";
import { findsNothing, matchesOf, rule } from "../search.ts";
import type { Sites } from "../sites.ts";
import { fold } from "../spelling.ts";

/** USPS Publication 28, appendix B: the states, DC and the territories. */
export const state =
  "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|PR|VI|GU|AS|MP";

export const states = new Set(state.split("|"));

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
    `${stream.pick(inventedNames)} ${stream.pick(["General Hospital", "Community Hospital", "Medical Center", "Regional Hospital"])}`,
  examples: {
    found: ["Hospital: [[St. Vincent's]]", "Facility name: [[Oakview Manor]]", "Clínica: [[Santa Rosa]]"],
    kept: ["facility: 2", "facility type: 2", "in clinical remission"],
  },
});
