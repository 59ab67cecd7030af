// `npm run loop`: generates patients in every format that can be read back, de-identifies them under every shipped policy,
// and looks for everything that was planted. `npm run loop -- --patients 30 --format csv,notes --policy safe-harbor`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
if (!existsSync(join(root, "dist/cli/main.js"))) {
  console.error("There is no build yet. Run: npm run build");
  process.exit(1);
}
const { formats, notRead } = await import("./loop/formats.js");
const { createComparison, createFinder } = await import("./loop/compare.js");
const { formsOf, isDistinct, plantedIn } = await import("./loop/planted.js");
const { isDate, mayStay, movesDates, policies } = await import("./loop/standards.js");
const { createPhrases, wordsOf } = await import("./loop/words.js");
const { failuresOf, report } = await import("./loop/report.js");
const { generatePatients, loadProfile } = await import("../dist/generate/index.js");
const { createPopulation } = await import("../dist/generate/population.js");

const { values } = parseArgs({
  options: {
    patients: { type: "string", default: "1000" },
    profile: { type: "string", default: "us-population" },
    seed: { type: "string", default: "loop" },
    format: { type: "string", default: [...Object.keys(formats), ...notRead].join(",") },
    policy: { type: "string", default: policies.join(",") },
    json: { type: "string" },
  },
});
const asOf = "2026-03-31";
const profile = loadProfile(readFileSync(join(root, `profiles/${values.profile}.yaml`), "utf8"), values.profile);
const range = { seed: values.seed, asOf, patients: Number(values.patients) };

const goldByText = new Map();
const planted = [];
const clinical = new Set();
const indexById = new Map();
const addClinical = (texts) => {
  for (const text of texts) clinical.add(text);
};
const sharedOf = plantedIn((table) => table.sharedRows(createPopulation(profile, range).shared));
addClinical(sharedOf.clinical);
for (const record of generatePatients(profile, range)) {
  const { planted: own, clinical: texts } = plantedIn((table) => table.patientRows(record));
  indexById.set(record.patient.id, planted.length);
  planted.push(own);
  addClinical(texts);
  for (const { text, spans } of record.notes) goldByText.set(text, { text, spans });
}

const findShared = createFinder(sharedOf.planted);
const where = {
  finderOf(index) {
    const findOwn = createFinder(index === undefined ? [] : planted[index]);
    return (text) => [...findShared(text), ...findOwn(text)];
  },
  indexOf: (id) => indexById.get(id),
};

/** What stands for one person only, and in no code or word of medicine. */
function distinctOf(policy) {
  const phrases = createPhrases();
  for (const { kind, value } of [...sharedOf.planted, ...planted.flat()]) {
    if (mayStay(policy, kind, value) || (isDate(kind) && movesDates(policy))) continue;
    // A place is kept wherever a limited data set keeps its city.
    if (kind === "place" && policy === "limited-data-set") continue;
    for (const form of formsOf(kind, value)) if (isDistinct(form)) phrases.add(form, kind);
  }
  for (const text of clinical) phrases.remove(wordsOf(text));
  phrases.remove(wordsOf(asOf));
  return phrases;
}

const work = mkdtempSync(join(tmpdir(), "scrubjay-loop-"));
// Dates are moved by a key's days, so that a run repeats; all else has the codes of a run without a key.
const keyed = ["--key-env", "LOOP_KEY"];
const scrubjay = (...args) => {
  const started = performance.now();
  const env = { ...process.env, LOOP_KEY: "5a".repeat(32) };
  const { status, stderr } = spawnSync(process.execPath, [join(root, "bin/scrubjay.js"), ...args], { encoding: "utf8", env });
  return { status, stderr, seconds: (performance.now() - started) / 1000 };
};
const generated = (format, out) => {
  const common = ["--profile", values.profile, "--patients", values.patients, "--seed", values.seed, "--as-of", asOf, "--no-gold"];
  const { status, stderr } = scrubjay("generate", ...common, ...format, "--out", out);
  if (status !== 0) throw new Error(`generate exited with ${status}: ${stderr}`);
};

const rows = [];
const problems = [];
try {
  const wanted = values.format.split(",");
  for (const name of notRead.filter((each) => wanted.includes(each))) {
    const input = join(work, name);
    generated(["--format", name], input);
    const { status, stderr } = scrubjay("deidentify", input, "--out", join(work, `${name}-out`));
    if (status === 0 || !stderr.includes("format-unsupported")) problems.push(`${name} is not refused by name: ${stderr.slice(0, 200)}`);
    rmSync(input, { recursive: true });
  }
  const phrasesOf = new Map(values.policy.split(",").map((policy) => [policy, distinctOf(policy)]));
  for (const name of wanted.filter((each) => each in formats)) {
    const { options, folder: within = "", prepare, compare } = formats[name];
    const made = join(work, name);
    generated(options, made);
    const input = join(made, within);
    for (const file of (await prepare?.(input)) ?? []) unlinkSync(join(input, file));
    for (const [policy, phrases] of phrasesOf) {
      const tools = { noteOf: (text) => goldByText.get(text), phrases };
      const itself = createComparison(policy, tools);
      await compare(input, input, itself, where);
      const out = join(work, `${name}-${policy}`);
      const { status, stderr, seconds } = scrubjay(
        "deidentify",
        input,
        "--out",
        out,
        "--policy",
        policy,
        "--as-of",
        asOf,
        ...(movesDates(policy) ? keyed : []),
      );
      if (status !== 0) throw new Error(`deidentify exited with ${status}: ${stderr}`);
      const comparison = createComparison(policy, tools);
      await compare(input, out, comparison, where);
      // Digests and counts are no text.
      comparison.stray("the manifest", readFileSync(join(out, "manifest.json"), "utf8").replace(/"[0-9a-f]{64}"|: \d+(?=[,\s}])/g, ""));
      for (const file of readdirSync(out, { recursive: true, encoding: "utf8" })) comparison.stray("the name of a file", file);
      rows.push({ format: name, policy, seconds, itself: itself.tally, ...comparison.tally });
      rmSync(out, { recursive: true });
      rmSync(`${out}.evidence`, { recursive: true, force: true });
    }
    rmSync(made, { recursive: true });
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

problems.push(...failuresOf(rows));
for (const line of report(rows, range, values.profile)) console.log(line);
if (values.json !== undefined) {
  const plain = (_, value) => (value instanceof Map ? Object.fromEntries(value) : value);
  writeFileSync(values.json, `${JSON.stringify({ rows, problems }, plain, 2)}\n`);
}
for (const problem of problems) console.error(`FAIL ${problem}`);
process.exit(problems.length > 0 ? 1 : 0);
