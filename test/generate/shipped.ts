import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadProfile } from "../../src/generate/load-profile.ts";

export function profileText(name: string): string {
  return readFileSync(resolve(import.meta.dirname, `../../profiles/${name}.yaml`), "utf8");
}

export const tiny = loadProfile(profileText("tiny"), "tiny", profileText);
export const usPopulation = loadProfile(profileText("us-population"), "us-population", profileText);
