import type { Day } from "../days.ts";
import type { EncountersSpec } from "../profile/encounters.ts";
import { keyOf } from "./dice.ts";

type Pregnancy = NonNullable<EncountersSpec["pregnancy"]>;

/**
 * What mother and child must agree on, although each is worked out alone: drawn from the child's id, which both know.
 */
export function birthMinute(childId: string): number {
  return Math.floor(share(childId, "minute") * 1440);
}

export const isCesarean = (childId: string, { cesarean }: Pregnancy): boolean => share(childId, "cesarean") < cesarean;

export function nightsOfBirth(childId: string, pregnancy: Pregnancy): { readonly nights: number; discharge(birth: Day): number } {
  const [least, most] = pregnancy.nights[isCesarean(childId, pregnancy) ? "cesarean" : "vaginal"];
  const nights = Math.max(1, least + Math.floor(share(childId, "nights") * (most - least + 1)));
  return { nights, discharge: (birth) => (birth + nights) * 1440 + 600 + 5 * Math.floor(share(childId, "discharge") * 48) };
}

/** When the mother comes in: two to fourteen hours before, or two where it was planned. */
export function motherIn(day: Day, childId: string): number {
  return day * 1440 + birthMinute(childId) - 120 - Math.floor(share(childId, "labor") * 720);
}

function share(childId: string, what: string): number {
  let hash = keyOf(`${what}/${childId}`);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}
