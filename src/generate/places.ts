import { DeidError } from "../errors.ts";
import type { Stream } from "../random/stream.ts";
import type { Address } from "../record/place.ts";
import { zipPlaces } from "../tables/places.ts";
import { statePopulation } from "../tables/zip-people.ts";
import type { Profile } from "./profile.ts";

/** Everything of an address but its street. */
export type Place = Omit<Address, "street">;

export interface Places {
  /** A row of `zipPlaces` in proportion to its people. */
  drawRow(stream: Stream): number;
  /** The same, among the states that `isOpen` accepts. Undefined when there is none of them. */
  drawRowIn(stream: Stream, isOpen: (state: string) => boolean): number | undefined;
  /** The share of the people who live in some states. */
  shareOf(states: readonly string[]): number;
  stateOf(row: number): string;
  /** The row of the person who stands at `share` (0 to 1) when all line up by state, county and city. */
  rowAt(share: number): number;
  /** A home in the ZIP code of a row. */
  of(row: number, stream: Stream): Place;
}

/** The ZIP codes of a profile. Throws `bad-profile` when its states, counties and ZIP codes have none in common. */
export function createPlaces({ people: { states }, geography }: Pick<Profile, "people" | "geography">): Places {
  const table = zipPlaces();
  // The table has the larger ZIP codes only, and more of some states' people than of others'.
  const listed = new Map<string, number>();
  table.state.forEach((state, row) => {
    listed.set(state, (listed.get(state) ?? 0) + table.population[row]!);
  });
  const rows: number[] = [];
  const cumulative: number[] = [];
  let total = 0;
  for (let row = 0; row < table.zip.length; row++) {
    if (states !== "all" && !states.includes(table.state[row] as never)) continue;
    if (geography.counties.length > 0 && !geography.counties.includes(`${table.state[row]}/${table.county[row]}`)) continue;
    if (geography.zips.length > 0 && !geography.zips.some((zip) => table.zip[row]!.startsWith(zip))) continue;
    const state = table.state[row]!;
    total += (table.population[row]! * statePopulation(state)) / listed.get(state)!;
    rows.push(row);
    cumulative.push(total);
  }
  if (rows.length === 0) {
    throw new DeidError(
      "bad-profile",
      "its states, counties and ZIP codes have no ZIP code in common",
      { at: "geography" },
      "the generator knows the 6,700 ZIP codes with most people",
    );
  }
  const peopleOf = (i: number): number => cumulative[i]! - (cumulative[i - 1] ?? 0);
  return {
    drawRowIn: (stream, isOpen) => {
      const open: number[] = [];
      const totals: number[] = [];
      let sum = 0;
      rows.forEach((row, i) => {
        if (!isOpen(table.state[row]!)) return;
        open.push(row);
        sum += peopleOf(i);
        totals.push(sum);
      });
      return open.length === 0 ? undefined : open[stream.weighted(totals)]!;
    },
    shareOf: (states) => {
      const others = rows.some((row) => !states.includes(table.state[row]!));
      if (!others) return 1;
      return rows.reduce((sum, row, i) => sum + (states.includes(table.state[row]!) ? peopleOf(i) : 0), 0) / total;
    },
    stateOf: (row) => table.state[row]!,
    drawRow: (stream) => rows[stream.weighted(cumulative)]!,
    rowAt: (share) => rows[cumulative.findIndex((upTo) => upTo > share * total)]!,
    of: (row, stream) => ({
      city: table.city[row]!,
      county: table.county[row]!,
      state: table.state[row]!,
      zip: table.zip[row]!,
      // The table has them to a hundredth of a degree: about a kilometre, so a home lies within it.
      latitude: nearby(table.lat[row]!, stream),
      longitude: nearby(table.lng[row]!, stream),
    }),
  };
}

function nearby(degrees: number, stream: Stream): number {
  return Math.round((degrees + (stream.next() - 0.5) / 100) * 100_000) / 100_000;
}
