import { readdirSync, readFileSync } from "node:fs";
import { DeidError } from "../errors.ts";

/** Beside `src` and `dist`. */
const folder = new URL("../../profiles/", import.meta.url);

/** The names of the shipped profiles that declare a whole population. */
export function shippedProfileNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -5))
    .sort();
}

/** The text of a shipped profile, or of a part that others extend (`parts/us-health`); undefined where there is none of that name. */
export function shippedProfileText(name: string): string | undefined {
  return /^(?:parts\/)?[a-z0-9-]{1,60}$/.test(name) ? textAt(new URL(`${name}.yaml`, folder), name) : undefined;
}

/** What the build has made of a shipped profile (`scripts/build-profiles.js`); undefined beside `src`, where nothing was built. */
export function builtProfileText(name: string): string | undefined {
  return /^[a-z0-9-]{1,60}$/.test(name) ? textAt(new URL(`../profiles/${name}.json`, import.meta.url), name) : undefined;
}

function textAt(url: URL, name: string): string | undefined {
  try {
    return readFileSync(url, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw new DeidError("input-unreadable", "a shipped profile cannot be read", { input: name });
  }
}
