import type { Stream } from "../random/stream.ts";
import type { Facility, Provider } from "../record/care.ts";
import type { SharedRecords } from "../record/record.ts";
import { make, makeAll } from "./make.ts";
import { drawName } from "./names.ts";
import { allPayers } from "./person/coverage.ts";
import type { Place, Places } from "./places.ts";
import type { Profile } from "./profile.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The facilities, providers and payers of a population: a function of the profile and the seed, the same in every shard. */
export function createSharedRecords(profile: Profile, root: Stream, places: Places, vocabulary: Vocabulary): SharedRecords {
  const names = new Set<string>();
  const facilities = Array.from({ length: profile.facilities.count }, (_, i): Facility => {
    const stream = root.fork("facility").fork(i);
    // One for each equal part of the people, so that no region is left without.
    const within = stream.fork("place");
    const place = places.of(places.rowAt((i + within.next()) / profile.facilities.count), within);
    const context = { state: place.state };
    return {
      id: make("uuid", stream.fork("id")),
      name: unusedName(names, stream.fork("name")),
      address: { street: drawStreet(stream.fork("street"), vocabulary), ...place },
      identifiers: makeAll(["phone", "fax", "npi", "tax-id"], stream, context),
    };
  });
  // At least one at each facility, so that every encounter finds one.
  const providers = Array.from({ length: Math.max(profile.providers.count, facilities.length) }, (_, i): Provider => {
    const stream = root.fork("provider").fork(i);
    const facility = facilities[i % facilities.length]!;
    const sex = stream.fork("sex").chance(0.5) ? "female" : "male";
    const birthYear = stream.fork("birth").int(1955, 1995);
    const [credential, specialty] = stream.fork("specialty").pick(posts[Math.floor(i / facilities.length) % posts.length]!);
    const context = { sex, birthYear, state: facility.address.state } as const;
    return {
      id: make("uuid", stream.fork("id")),
      facilityId: facility.id,
      name: drawName(
        stream.fork("name"),
        sex,
        birthYear,
        stream.fork("origin").pick(["white", "white", "white", "black", "asian", "asian", "hispanic"]),
      ),
      credential,
      specialty,
      identifiers: makeAll(["npi", "dea-number", "professional-license", "phone"], stream, context),
    };
  });
  return { facilities, providers, payers: allPayers() };
}

/** A name that no other has, as long as the kind knows one. */
function unusedName(names: Set<string>, stream: Stream): string {
  let name = make("facility", stream);
  for (let attempt = 1; attempt < 20 && names.has(name); attempt++) name = make("facility", stream.fork(attempt));
  names.add(name);
  return name;
}

/** Whom a facility has, as far as it has so many: first those whom everybody needs. */
const posts: readonly (readonly (readonly [credential: string, specialty: string])[])[] = [
  [
    ["MD", "Family Medicine"],
    ["MD", "Internal Medicine"],
    ["DO", "Family Medicine"],
  ],
  [["MD", "Emergency Medicine"]],
  [["MD", "Pediatrics"]],
  [
    ["NP", "Nurse Practitioner, Family"],
    ["PA-C", "Physician Assistant, Medical"],
  ],
  [["MD", "Obstetrics & Gynecology"]],
  [["MD", "Cardiology"]],
  [["MD", "Psychiatry"]],
  [["MD", "Orthopedic Surgery"]],
  [["MD", "Internal Medicine"]],
  [["MD", "Neurology"]],
  [["MD", "Pulmonary Disease"]],
  [["MD", "Gastroenterology"]],
  [["MD", "Nephrology"]],
  [["MD", "Urology"]],
];

export function drawStreet(stream: Stream, vocabulary: Vocabulary): string {
  return `${stream.int(10, 9899)} ${stream.pick(vocabulary.streets)}`;
}

/** Finds the facility nearest to a place, by degrees: near enough to choose by. */
export function createNearestFacility(facilities: readonly Facility[]): (place: Place) => Facility {
  return (place) => {
    let nearest = facilities[0]!;
    let least = Number.POSITIVE_INFINITY;
    for (const facility of facilities) {
      const north = facility.address.latitude - place.latitude;
      const east = facility.address.longitude - place.longitude;
      const distance = north * north + east * east + (facility.address.state === place.state ? 0 : 4);
      if (distance < least) {
        least = distance;
        nearest = facility;
      }
    }
    return nearest;
  };
}
