import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { filesIn, folderOf, runProcess, scrubjay } from "../support/command.ts";
import { root } from "../support/examples.ts";

const formats = "csv,ndjson,sql,fhir,fhir-bulk,hl7v2,notes";
const common = ["--profile", "tiny", "--seed", "a seed", "--as-of", "2026-01-31"];

/** A program in a file of its own: threads do not start in one that is given by -e. */
const dist = pathToFileURL(join(root, "dist")).href;

async function made(folder: string, name: string, ...more: readonly string[]): Promise<Record<string, Buffer>> {
  const out = join(folder, name);
  const { code, stderr } = await scrubjay(["generate", ...common, "--out", out, ...more]);
  expect([code, stderr]).toEqual([0, ""]);
  return Object.fromEntries(filesIn(out).map((file) => [file, readFileSync(join(out, file))]));
}

const digests = (files: Record<string, Buffer>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([file, bytes]) => [file, createHash("sha256").update(bytes).digest("hex")]));

test("three threads give the bytes of one, in every format", async () => {
  const folder = folderOf();
  const one = await made(folder, "one", "--patients", "130", "--format", `${formats},parquet`, "--workers", "1");
  const three = await made(folder, "three", "--patients", "130", "--format", `${formats},parquet`, "--workers", "3");
  expect(Object.keys(one).length).toBeGreaterThan(60);
  expect(digests(three)).toEqual(digests(one));
}, 120_000);

test("parts made on other threads are written between those of the calling one, as if it had made all", async () => {
  const program = `
    const [{ renderInParallel }, { createRenderer }, { createPartWriter }, { builtProfile }] = await Promise.all(
      ["parallel", "render", "part", "built-profile"].map((name) => import("${dist}/generate/" + name + ".js")));
    const job = { profile: builtProfile("tiny"), seed: 1, asOf: "2026-01-31", formats: ["ndjson", "hl7v2"] };
    const writer = createPartWriter(await createRenderer(job));
    const make = (from, to) => { for (let i = from; i < to; i++) writer.patient(i); return writer.take(); };
    const told = (files) => files.map(([file, bytes]) => [file, Buffer.from(bytes).toString()]);
    const join = (pieces) => pieces.reduce((all, [file, text]) => ({ ...all, [file]: (all[file] ?? "") + text }), {});
    const alone = make(0, 200);
    const pieces = [];
    const rows = {};
    let patients = 0, here = 0;
    await renderInParallel({ job, from: 0, to: 200, workers: 3,
      // Slow, so that the others come to their turn.
      renderHere: async (from, to) => { here += to - from; await new Promise((end) => setTimeout(end, 1500)); return make(from, to); },
      write: async (file, bytes) => void pieces.push(...told([[file, bytes]])),
      onPart: (count, tally) => { patients += count; for (const [table, n] of Object.entries(tally.rows)) rows[table] = (rows[table] ?? 0) + n; },
    });
    const same = JSON.stringify(Object.entries(join(pieces)).sort()) === JSON.stringify(Object.entries(join(told(alone.files))).sort());
    console.log(JSON.stringify({ same, patients, rows: JSON.stringify(rows) === JSON.stringify(alone.tally.rows), others: here < 200 && here > 0 }));`;
  const { code, stdout } = await runProcess(process.execPath, [join(folderOf({ "program.mjs": program }), "program.mjs")]);
  expect([code, JSON.parse(stdout)]).toEqual([0, { same: true, patients: 200, rows: true, others: true }]);
}, 60_000);

test("a program that has nothing else to do waits for its threads, and for their end", async () => {
  const program = `
    const [{ generate }, { builtProfile }] = await Promise.all(
      ["generate", "built-profile"].map((name) => import("${dist}/generate/" + name + ".js")));
    const options = { profile: builtProfile("tiny"), seed: 1, asOf: "2026-01-31", patients: 400, formats: ["hl7v2"] };
    const { patients } = await generate({ ...options, workers: 2, sink: () => ({ write() {} }) });
    console.log(patients);`;
  const { code, stdout } = await runProcess(process.execPath, [join(folderOf({ "program.mjs": program }), "program.mjs")]);
  expect([code, stdout]).toEqual([0, "400\n"]);
}, 60_000);

test("shards on threads join to the whole, and patient 17 of a million is patient 17 of twenty", async () => {
  const folder = folderOf();
  const whole = await made(folder, "whole", "--patients", "60", "--format", formats);
  const first = await made(folder, "first", "--patients", "60", "--format", formats, "--shard", "1/2", "--workers", "2");
  const second = await made(folder, "second", "--patients", "60", "--format", formats, "--shard", "2/2", "--workers", "2");
  const joined: Record<string, Buffer> = Object.fromEntries(
    Object.entries(first).map(([file, bytes]) => [file, Buffer.concat([bytes, second[file] ?? Buffer.of()])]),
  );
  // A note is a file in its own patient's shard only.
  for (const [file, bytes] of Object.entries(second)) joined[file] ??= bytes;
  expect(digests(joined)).toEqual(digests(whole));
  const lines = (files: Record<string, Buffer>, file: string): string[] => files[file]!.toString().trimEnd().split("\n");
  const alone = await made(folder, "alone", "--patients", "1000000", "--format", formats, "--shard", "18/1000000");
  for (const file of ["patients.ndjson", "bundles.ndjson", "Patient.ndjson"]) {
    expect(lines(alone, file)).toEqual([lines(whole, file)[17]]);
  }
}, 120_000);

test.each(["sql", "fhir", "hl7v2"])("%s goes to standard output as to its file, and nothing else with it", async (format) => {
  const folder = folderOf();
  const [file] = Object.values(await made(folder, "file", "--patients", "30", "--format", format, "--no-gold"));
  const { code, stdout, stderr } = await scrubjay([
    "generate",
    ...common,
    "--patients",
    "30",
    "--format",
    format,
    "--out",
    "-",
    "--workers",
    "2",
  ]);
  expect([code, stderr]).toEqual([0, "scrubjay: 30 patients, seed a seed, as of 2026-01-31\n"]);
  expect(stdout === file!.toString()).toBe(true);
});

test.each([
  ["--format", "csv"],
  ["--format", "sql,fhir"],
  ["--format", "sql", "--json"],
  ["--format", "notes", "--annotations"],
])("%s %s %s cannot go to standard output", async (...options) => {
  const { code, stdout, stderr } = await scrubjay(["generate", ...common, "--patients", "3", ...options, "--out", "-"]);
  expect([code, stdout, stderr.startsWith("scrubjay: bad-usage: ")]).toEqual([2, "", true]);
});

test.each([
  [["--patients", "many"], "a value is not one that is allowed: --patients", "--patients <n>: a whole number"],
  [["--format", "cvs"], "a value is not one that is allowed: --format", "comma-separated: csv, ndjson, sql"],
  [["--layout", "other"], "a value is not one that is allowed: --layout", "one of: scrubjay, synthea"],
  [["--patiens", "2"], "an option is not known", "did you mean --patients?"],
  [["--patients", "2", "--seed", ""], "--seed is empty", ""],
])("%j is refused, and what would do is said", async (options, message, hint) => {
  const { code, stderr } = await scrubjay(["generate", ...common, "--patients", "1", "--out", "out", ...options], { cwd: folderOf() });
  expect(code).toBe(2);
  expect(stderr).toContain(`scrubjay: bad-usage: ${message}`);
  expect(stderr).toContain(hint);
});

test.skipIf(process.platform !== "linux")("a place that takes no folders is an error, not a wait", async () => {
  const { code, stderr } = await scrubjay(["generate", ...common, "--patients", "1", "--out", "/proc/scrubjay/out"]);
  expect([code, stderr.startsWith("scrubjay: output-failed: ")]).toEqual([4, true]);
});

test("marked notes in one file go to standard output; marks want notes", async () => {
  const options = ["--patients", "30", "--format", "notes", "--annotations", "jsonl"];
  const folder = folderOf();
  const files = await made(folder, "file", ...options, "--no-gold");
  expect(Object.keys(files)).toEqual(["notes.jsonl"]);
  const { stdout } = await scrubjay(["generate", ...common, ...options, "--out", "-"]);
  expect(stdout === files["notes.jsonl"]!.toString()).toBe(true);
  const without = await scrubjay(["generate", ...common, "--patients", "3", "--annotations", "--out", join(folder, "none")]);
  expect([without.code, without.stderr.startsWith("scrubjay: bad-usage: ")]).toEqual([2, true]);
});

test("marked notes are a gold standard: what is right scores 100 %, and notes of another run are not replaced unasked", async () => {
  const folder = folderOf();
  const files = await made(folder, "marked", "--patients", "20", "--notes", "--annotations");
  expect(
    ["patients.csv", "notes.index.ndjson", "notes/note-00000000.0001.txt", "notes/note-00000000.0001.ann"].filter((file) => !files[file]),
  ).toEqual([]);
  const gold = join(folder, "marked/notes");
  const { code, stdout } = await scrubjay(["evaluate", "text", "--gold", gold, "--predictions", gold, "--samples", "0", "--json", "-"]);
  const { notes, identifiers, metrics } = JSON.parse(stdout);
  expect([code, notes > 10, identifiers > 100, metrics["r-full"].value, metrics.p.value]).toEqual([0, true, true, 1, 1]);
  const again = ["generate", ...common, "--patients", "2", "--format", "notes", "--no-gold", "--out", join(folder, "marked")];
  expect((await scrubjay(again)).stderr).toContain("output-exists");
  expect((await scrubjay([...again, "--force"])).code).toBe(0);
  // Without marks now, and of two patients.
  expect(filesIn(gold).filter((file) => !/^note-0000000[01]\.\d{4}\.txt$/.test(file))).toEqual([]);
});

test("Ctrl-C ends a run on threads and leaves nothing behind", async () => {
  const folder = folderOf();
  const { code, stderr } = await scrubjay(["generate", ...common, "--patients", "1000000", "--workers", "2", "--out", "out"], {
    cwd: folder,
    during: (child) => {
      const out = join(folder, "out");
      const started = setInterval(() => {
        if (!existsSync(out) || !readdirSync(out).some((name) => name.endsWith(".partial"))) return;
        clearInterval(started);
        setTimeout(() => child.kill("SIGINT"), 500);
      }, 50);
    },
  });
  expect([code, stderr]).toEqual([130, "scrubjay: interrupted: generation was interrupted\n"]);
  expect(filesIn(folder)).toEqual([]);
}, 60_000);

test("what a thread refuses is told as on one thread; what breaks in it is told without a word of it", async () => {
  const folder = folderOf({
    "greedy.yaml":
      "profile: greedy\nextends: tiny\nquotas: [{ exactly: 900, per: 1000, blocks: [1, 1], where: { ages: [3, 3], states: [CA] } }]\n",
  });
  const greedy = ["generate", "--profile", "greedy.yaml", "--patients", "1200", "--seed", "1", "--as-of", "2026-01-31", "--out"];
  const one = await scrubjay([...greedy, "one", "--workers", "1"], { cwd: folder });
  const two = await scrubjay([...greedy, "two", "--workers", "2"], { cwd: folder });
  expect([one.code, one.stderr.startsWith("scrubjay: bad-profile: ")]).toEqual([2, true]);
  expect(two).toEqual(one);
  const program = `
    const { renderInParallel } = await import("${dist}/generate/parallel.js");
    const job = { profile: { secret: "zymble" }, seed: 1, asOf: "2026-01-31", formats: ["csv"] };
    const renderHere = () => new Promise((resolve) => setTimeout(() => resolve({ files: [], tally: { rows: {}, counts: {} } }), 20));
    await renderInParallel({ job, from: 0, to: 1e6, workers: 2, renderHere, write: async () => {}, onPart: () => {} });`;
  const { code, stderr } = await runProcess(process.execPath, [join(folderOf({ "program.mjs": program }), "program.mjs")]);
  expect([code, /unreachable: a worker thread failed/.test(stderr), stderr.includes("undefined (reading")]).toEqual([1, true, false]);
}, 60_000);

test("profile check names the line of what is wrong, and draws some patients of what is right", async () => {
  const folder = folderOf({
    "typo.yaml": "profile: typo\nextends: tiny\n\npeople:\n  agess: [1, 2]\n",
    "fine.yaml": "profile: fine\nextends: tiny\npeople: { ages: [3, 9] }\n",
  });
  const typo = await scrubjay(["profile", "check", "typo.yaml"], { cwd: folder });
  expect(typo).toEqual({
    code: 2,
    stdout: "",
    stderr: "scrubjay: bad-profile: unknown key (typo.yaml, line 5, at people.agess)\n  hint: did you mean ages?\n",
  });
  const fine = await scrubjay(["profile", "check", "fine.yaml"], { cwd: folder });
  expect([fine.code, fine.stdout.startsWith("fine is valid: "), fine.stderr]).toEqual([0, true, ""]);
  const diff = await scrubjay(["profile", "diff", "tiny", "fine.yaml", "--patients", "5"], { cwd: folder });
  expect(diff.stdout).toMatch(/^declared otherwise: people\.ages\n5 of 5 patients are otherwise\n/);
});
