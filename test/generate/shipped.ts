import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadProfile } from "../../src/generate/load-profile.ts";
import type { Profile } from "../../src/generate/profile.ts";

export function profileText(name: string): string {
  return readFileSync(resolve(import.meta.dirname, `../../profiles/${name}.yaml`), "utf8");
}

export const tiny = loadProfile(profileText("tiny"), "tiny", profileText);
export const usPopulation = loadProfile(profileText("us-population"), "us-population", profileText);

/** Who people are and what they have, almost without encounters: births and deaths in hospital are left. */
export function withoutCare(profile: Profile): Profile {
  const { ambulatory, emergency } = profile.encounters;
  return {
    ...profile,
    encounters: { ...profile.encounters, ambulatory: { ...ambulatory, perYear: 0 }, emergency: { ...emergency, perYear: 0 } },
    checkUps: {},
    procedures: {},
  };
}
