// `npm run demo`: the main job on the sample inputs. The people in them never lived, so their values may be shown here.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const scrubjay = (...args) => spawnSync(process.execPath, ["bin/scrubjay.js", ...args], { cwd: root, encoding: "utf8" });

if (!existsSync(`${root}/dist/cli/main.js`)) {
  console.error("There is no build yet. Run: npm run build");
  process.exit(1);
}
for (const old of ["demo-out", "demo-out.evidence"]) rmSync(`${root}/${old}`, { recursive: true, force: true });

console.log("$ scrubjay deidentify samples/input --out demo-out\n");
const run = scrubjay("deidentify", "samples/input", "--out", "demo-out", "--as-of", "2026-03-31");
process.stdout.write(run.stdout + run.stderr);
if (run.status !== 0) process.exit(run.status ?? 1);

const shown = 100;
const clip = (text) => (text.length > shown ? `${text.slice(0, shown - 1)}…` : text);
const before = (file, pick) => pick(readFileSync(`${root}/samples/input/${file}`, "utf8"));
const after = (file, pick) => pick(readFileSync(`${root}/demo-out/${file}`, "utf8"));
const line = (n) => (text) => [clip(text.split("\n")[n])];
const letter = (text) => text.split("\n").slice(6, 13).map(clip);
for (const [title, file, pick] of [
  ["A row of a table", "patients.csv", line(1)],
  ["The same patient in another table: one code, so the two still join", "labs.csv", line(1)],
  ["A letter", "letters/letter-1.txt", letter],
]) {
  console.log(`\n${title} (${file})`);
  for (const text of before(file, pick)) console.log(`  - ${text}`);
  for (const text of after(file, pick)) console.log(`  + ${text}`);
}

const verified = scrubjay("verify", "demo-out");
console.log(`\n$ scrubjay verify demo-out\n${verified.stdout}${verified.stderr}`);
console.log(`The outputs are in demo-out/, and demo-out/manifest.json says what was done to them.

What to try next:
  node bin/scrubjay.js classify samples/input --out policy.yaml     every column and what it was taken for, for you to review
  node bin/scrubjay.js key new --out study.key                      then --key-file study.key: the same codes in every run
  node bin/scrubjay.js deidentify samples/input --out shifted/ --policy expert-determination
  node bin/scrubjay.js generate --profile tiny --patients 100 --seed 1 --as-of 2026-03-31 --format csv,sql --out made/
  node bin/scrubjay.js deidentify --help                            with your own files; nothing leaves this machine`);
process.exitCode = verified.status ?? 1;
