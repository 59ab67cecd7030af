import { isState, zipPlaces } from "../../tables/places.ts";
import type { RuleBook } from "./rules.ts";

interface KnownPlace {
  readonly state: string;
  readonly county: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Half the width of a large ZIP code area; ours lie within a kilometre. */
const nearKilometres = 50;

/** Whether the parts of addresses belong together. ZIP codes that the tables do not know are not judged. */
export function createPlaceChecks(book: RuleBook) {
  let known: ReadonlyMap<string, KnownPlace> | undefined;
  return {
    check(row: Readonly<Record<string, string>>, table: string, number: number): void {
      known ??= knownPlaces();
      const { zip = "", state = "", county = "", latitude = "", longitude = "" } = row;
      const place = known.get(zip.slice(0, 5));
      if (!place) return;
      const inState = state === place.state || isState(state) === place.state;
      if (state !== "") book.check("zip-in-state", inState, table, number);
      if (county !== "") book.check("zip-in-county", inState && foldCounty(county) === foldCounty(place.county), table, number);
      if (latitude !== "" && longitude !== "")
        book.check("coordinates-near", kilometresApart(place, Number(latitude), Number(longitude)) <= nearKilometres, table, number);
    },
  };
}

function knownPlaces(): ReadonlyMap<string, KnownPlace> {
  const { zip, state, county, lat, lng } = zipPlaces();
  return new Map(zip.map((code, i) => [code, { state: state[i]!, county: county[i]!, latitude: lat[i]!, longitude: lng[i]! }]));
}

function foldCounty(county: string): string {
  return county
    .toLowerCase()
    .replace(/ (?:county|parish|borough|census area|municipality|city and borough)$/, "")
    .replace(/[^a-z]/g, "");
}

/** Kilometres between two places that lie near each other: a plane is close enough. */
function kilometresApart(a: KnownPlace, latitude: number, longitude: number): number {
  const perDegree = 111.2;
  const y = (latitude - a.latitude) * perDegree;
  // The cosine by its series: under 0.3 % off to 70 degrees.
  const angle = (a.latitude * Math.PI) / 180;
  const square = angle * angle;
  const cosine = 1 - square / 2 + (square * square) / 24 - (square * square * square) / 720;
  const x = (longitude - a.longitude) * perDegree * cosine;
  return Math.sqrt(x * x + y * y);
}
