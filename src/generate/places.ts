import type { Stream } from "../random/stream.ts";
import type { Address } from "../record/place.ts";
import { zipPlaces } from "../tables/places.ts";

/** Everything of an address but its street. */
export type Place = Omit<Address, "street">;

export interface Places {
  /** A ZIP code in proportion to its people. */
  draw(stream: Stream): Place;
  /** The ZIP code of the person who stands at `share` (0 to 1) when all line up by state, county and city. */
  at(share: number, stream: Stream): Place;
}

/** The ZIP codes of some states. */
export function createPlaces(states: "all" | readonly string[]): Places {
  const table = zipPlaces();
  const rows: number[] = [];
  const cumulative: number[] = [];
  let total = 0;
  for (let row = 0; row < table.zip.length; row++) {
    if (states !== "all" && !states.includes(table.state[row]!)) continue;
    total += table.population[row]!;
    rows.push(row);
    cumulative.push(total);
  }
  const place = (index: number, stream: Stream): Place => {
    const row = rows[index]!;
    return {
      city: table.city[row]!,
      county: table.county[row]!,
      state: table.state[row]!,
      zip: table.zip[row]!,
      // The table has them to a hundredth of a degree: about a kilometre, so a home lies within it.
      latitude: nearby(table.lat[row]!, stream),
      longitude: nearby(table.lng[row]!, stream),
    };
  };
  return {
    draw: (stream) => place(stream.weighted(cumulative), stream),
    at: (share, stream) =>
      place(
        cumulative.findIndex((upTo) => upTo > share * total),
        stream,
      ),
  };
}

function nearby(degrees: number, stream: Stream): number {
  return Math.round((degrees + (stream.next() - 0.5) / 100) * 100_000) / 100_000;
}
