import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const dist = join(root, "dist");
const stamp = join(dist, ".built");
const lock = join(root, "node_modules/.scrubjay-build");

/** Brings `dist/` up to date with `src/` before any test: the tests of the command run what a user runs. */
export default async function setup(): Promise<void> {
  if (isFresh()) return;
  while (!take()) await new Promise((wake) => setTimeout(wake, 100));
  try {
    if (!isFresh()) build();
  } finally {
    rmdirSync(lock);
  }
}

/** Built aside and put in place whole, so that a command that runs meanwhile never loads half of each. */
function build(): void {
  const started = new Date();
  const made = join(root, "node_modules/.scrubjay-dist");
  const before = `${made}-before`;
  for (const folder of [made, before]) rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json", "--outDir", made], {
      cwd: root,
      stdio: "pipe",
    });
  } catch {
    // tsc emits all the same; `npm run check` is where types are judged.
  }
  try {
    execFileSync(process.execPath, [join(root, "scripts/build-profiles.js"), made], { stdio: "pipe" });
  } catch {
    // Without them profiles are read from YAML; the test of `builtProfile` says that they are missing.
  }
  mkdirSync(made, { recursive: true });
  writeFileSync(join(made, ".built"), "");
  utimesSync(join(made, ".built"), started, started);
  if (existsSync(dist)) renameSync(dist, before);
  renameSync(made, dist);
  rmSync(before, { recursive: true, force: true });
}

function isFresh(): boolean {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
  return [join(root, "src"), ...sources.map((file) => join(root, "src", file))].every(
    (file) => (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < built,
  );
}

/** One build at a time; a lock older than a minute belongs to a run that was killed. */
function take(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if ((statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) < Date.now() - 60_000) rmdirSync(lock);
    return false;
  }
}
