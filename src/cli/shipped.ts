import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DeidError } from "../errors.ts";
import { isPolicyName, loadPolicy, type Policy, policyNames } from "../policy/index.ts";

/** Where the package keeps its own files: beside `dist`. */
export function shippedFolder(which: "profiles" | "samples"): string {
  return fileURLToPath(new URL(`../../${which}`, import.meta.url));
}

/** Name and title of each built-in policy. */
export function shippedPolicies(): (readonly [string, string])[] {
  return policyNames.map((name) => [name, loadPolicy(name).title]);
}

/** Names of the shipped profiles. */
export async function shippedProfiles(): Promise<string[]> {
  return (await readdir(shippedFolder("profiles")))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -5))
    .sort();
}

/** Name and title of each shipped profile. */
export async function titledProfiles(): Promise<(readonly [string, string])[]> {
  const titleOf = async (name: string): Promise<string> => {
    const text = await readFile(join(shippedFolder("profiles"), `${name}.yaml`), "utf8");
    return /^title: (.{1,200})$/m.exec(text)?.[1] ?? "";
  };
  return Promise.all((await shippedProfiles()).map(async (name) => [name, await titleOf(name)] as const));
}

/** Names of parts of profiles, which are to be extended: `parts/us-health`. */
export async function shippedParts(): Promise<string[]> {
  return (await readdir(join(shippedFolder("profiles"), "parts")))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => `parts/${name.slice(0, -5)}`);
}

/** A built-in policy by name, or one of the user's own by path. Throws `bad-policy`, `bad-usage`. */
export async function readPolicy(nameOrFile: string): Promise<Policy> {
  if (isPolicyName(nameOrFile)) return loadPolicy(nameOrFile);
  let text: string;
  try {
    text = await readFile(nameOrFile, "utf8");
  } catch {
    throw new DeidError(
      "bad-policy",
      "no built-in policy has this name and no such file can be read",
      undefined,
      "see: scrubjay list policies",
    );
  }
  return loadPolicy(text, { name: "the policy" });
}
