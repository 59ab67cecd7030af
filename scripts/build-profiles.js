// Writes each shipped profile as it was read beside the built modules (dist/profiles/NAME.json), so that a run need not read YAML
// again: node scripts/build-profiles.js [DIST], the last step of npm run build.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";

const root = resolve(import.meta.dirname, "..");
const dist = resolve(process.argv[2] ?? join(root, "dist"));
const folder = join(dist, "profiles");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

const { loadProfile } = await import(pathToFileURL(join(dist, "generate/load-profile.js")).href);
const names = readdirSync(join(root, "profiles")).flatMap((file) => (file.endsWith(".yaml") ? [file.slice(0, -5)] : []));
for (const name of names) {
  const digests = {};
  const read = (of) => {
    const text = readFileSync(join(root, "profiles", `${of}.yaml`), "utf8");
    digests[of] = createHash("sha256").update(text, "utf8").digest("hex");
    return text;
  };
  const profile = loadProfile(read(name), name, read);
  const json = JSON.stringify({ digests, profile });
  if (!isDeepStrictEqual(JSON.parse(json).profile, profile)) throw new Error(`${name} is not what JSON can say`);
  writeFileSync(join(folder, `${name}.json`), json);
}
