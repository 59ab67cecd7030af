import { defineKind, listed } from "../define.ts";
import { anyOf, rule } from "../search.ts";
import { randomDigits } from "../spelling.ts";

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

export function digitsIn(text: string): number {
  return text.replace(/\D/g, "").length;
}

function onEarth(pair: string): boolean {
  const [latitude = 99, longitude = 999] = (pair.match(/[-+]?\d{1,3}\.\d{3,15}/g) ?? []).map(Number);
  return (
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (Math.abs(longitude) > 20 || Math.abs(latitude) > 20 || pair.includes("-"))
  );
}
