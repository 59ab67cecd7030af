import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

/** Where the package keeps its own policies and profiles: beside `dist`. */
export function shippedFolder(which: "policies" | "profiles"): string {
  return fileURLToPath(new URL(`../../${which}`, import.meta.url));
}

/** Name and description of each shipped policy or profile. */
export async function shippedPolicies(which: "policies" | "profiles" = "policies"): Promise<(readonly [string, string])[]> {
  const folder = shippedFolder(which);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(
    names.map(async (name) => {
      const content: { description?: string } = parse(await readFile(`${folder}/${name}`, "utf8"));
      return [name.slice(0, -5), content.description ?? ""] as const;
    }),
  );
}
