import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const folder = join(root, "test/detect/notes");

/** Memory of one process that scrubs a million short notes, no two alike. */
export function memory({ notes, count = 1_000_000, dist = join(root, "dist") }) {
  const files =
    notes ??
    readdirSync(folder)
      .filter((file) => /^dev.*\.jsonl$/.test(file))
      .map((file) => join(folder, file));
  const { status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "memory-child.js"), dist, JSON.stringify(files), String(count)],
    {
      stdio: "inherit",
    },
  );
  if (status !== 0) throw new Error("the run failed");
}
