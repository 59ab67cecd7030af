import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf, scrubjay } from "../support/command.ts";

const note =
  "Patient: Ana Ruiz, seen 3/4/2021 by Dr. Helena Voss.\nMs. Ruiz may walk. Call 617-482-9917.\nThe Quillwort protocol was followed.\n";

async function run(folder: string, ...options: string[]): Promise<string> {
  const { code, stderr } = await scrubjay(["deidentify", "note.txt", "--out", "out.txt", "--force", ...options], { cwd: folder });
  expect([code, stderr]).toEqual([0, ""]);
  return readFileSync(join(folder, "out.txt"), "utf8");
}

function sentences(folder: string): string {
  return JSON.parse(readFileSync(join(folder, "out.txt.manifest.json"), "utf8")).sentences.join(" ");
}

test("names leave numbered tags, codes or invented names, and the manifest says what consistent ones cost", async () => {
  const folder = folderOf({ "note.txt": note });
  expect(await run(folder)).toMatch(/^Patient: \[NAME-1\], seen 2021 by Dr\. \[NAME-2\]\.\nMs\. \[NAME-1\] may walk\. Call \[PHONE\]\.\n/);
  const codes = /^Patient: (name_\w{20}), seen 2021 by Dr\. (name_\w{20})\.\nMs\. (name_\w{20}) may/.exec(await run(folder, "--tokens"))!;
  expect([codes[1] === codes[3], codes[1] === codes[2]]).toEqual([true, false]);
  expect(await run(folder, "--surrogates")).toMatch(
    /^Patient: \S+ \S+, seen \d{1,2}\/\d{1,2}\/2021 by Dr\. \S+ \S+\.\nMs\. \S+ may walk\. Call \d{3}-555-01\d\d\./,
  );
  expect(sentences(folder)).not.toContain("odd one out");
  const names = /^Patient: \S+ (\S+), .*\nMs\. (\S+) may/.exec(await run(folder, "--surrogates", "consistent"))!;
  expect(names[1]).toBe(names[2]);
  expect(sentences(folder)).toContain("odd one out");
});

test("codes and surrogates exclude each other", async () => {
  const folder = folderOf({ "note.txt": note });
  const { code, stderr } = await scrubjay(["deidentify", "note.txt", "--out", "out.txt", "--tokens", "--surrogates"], { cwd: folder });
  expect([code, stderr.includes("bad-usage")]).toEqual([2, true]);
});

test("lists of the user's own remove and keep, in every thread, and the manifest holds how many, not which", async () => {
  const folder = folderOf({
    "note.txt": note,
    "deny.txt": "# wards\nquillwort\n",
    "allow.csv": "text,kind\nRuiz,name\nHelena Voss,name\n",
  });
  const options = ["--deny", "deny.txt", "--allow", "allow.csv"];
  const text = await run(folder, ...options);
  expect(text).toContain("by Dr. Helena Voss.\nMs. Ruiz may");
  expect(text).toContain("Patient: [NAME-1], seen");
  expect(text).toContain("The [NAME-2] protocol");
  const manifest = readFileSync(join(folder, "out.txt.manifest.json"), "utf8");
  expect(JSON.parse(manifest).options).toMatchObject({ allowed: 2, denied: 1 });
  expect(manifest.toLowerCase()).not.toMatch(/quillwort|voss|ruiz/);
  const rows = `id,note\n${Array.from({ length: 400 }, (_, i) => `${i},"${note.replaceAll("\n", " ")} ${i}"`).join("\n")}\n`;
  const table = folderOf({ "notes.csv": rows, "deny.txt": "quillwort\n", "allow.csv": "text\nRuiz\nHelena Voss\n" });
  expect((await scrubjay(["deidentify", "notes.csv", "--out", "out.csv", "--workers", "2", ...options], { cwd: table })).code).toBe(0);
  const out = readFileSync(join(table, "out.csv"), "utf8");
  expect([out.match(/Dr\. Helena Voss/g)?.length, /quillwort/i.test(out)]).toEqual([400, false]);
});

test.each([
  [["--deny", "none.txt"], "input-missing"],
  [["--deny", "bad.csv"], "malformed"],
  [["--recall-target", "1.5"], "bad-usage"],
  [["--model", "none"], "input-missing"],
])("what cannot be used is refused before the work, without its words: %j", async (options, says) => {
  const folder = folderOf({ "note.txt": note, "bad.csv": "text,kind\nQuillwort,gibberish\n" });
  const { code, stderr } = await scrubjay(["deidentify", "note.txt", "--out", "out.txt", ...options], { cwd: folder });
  expect(code).not.toBe(0);
  expect(stderr).toContain(says);
  expect(stderr).not.toMatch(/Quillwort|gibberish/);
});

test("attack tells a real number from surrogates, and with the gold how much it exposes", async () => {
  const phone = "617-482-9917";
  const gold = JSON.stringify({ id: 1, text: `Call ${phone}.`, spans: [{ start: 5, end: 5 + phone.length, label: "PHONE" }] });
  const folder = folderOf({
    "out.jsonl": `${JSON.stringify({ id: 1, text: `Call ${phone} or 617-555-0134.` })}\n`,
    "gold.jsonl": `${gold}\n`,
  });
  const { code, stdout } = await scrubjay(["attack", "out.jsonl", "--gold", "gold.jsonl", "--json"], { cwd: folder });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ notes: 1, notesSuspected: 1, leaks: 1, exposed: 1, right: 1 });
  expect(stdout).not.toContain(phone);
  const plain = await scrubjay(["attack", "out.jsonl", "--show"], { cwd: folder });
  expect(plain.stdout).toContain(phone);
});

test("attack plays a miss rate through on gold notes, the same for the same seed", async () => {
  const text = "Patient: Ana Ruiz. Ms. Ruiz is well. Ms. Ruiz walks. Ms. Ruiz denies pain.";
  const spans = [...text.matchAll(/Ana Ruiz|Ruiz/g)].map(({ index, 0: name }) => ({
    start: index,
    end: index + name.length,
    label: "PATIENT",
  }));
  const folder = folderOf({ "gold.jsonl": Array.from({ length: 20 }, (_, id) => `${JSON.stringify({ id, text, spans })}\n`).join("") });
  const options = ["attack", "--gold", "gold.jsonl", "--miss-rate", "0.2", "--surrogates", "consistent", "--json"];
  const first = await scrubjay(options, { cwd: folder });
  expect(first.code).toBe(0);
  const { leaks, exposed, names } = JSON.parse(first.stdout);
  expect([names, leaks > 200, exposed > 50]).toEqual([1600, true, true]);
  expect(JSON.parse((await scrubjay(options, { cwd: folder })).stdout).leaks).toBe(leaks);
  expect((await scrubjay(["attack"], { cwd: folder })).code).toBe(2);
  expect((await scrubjay(["attack", "--miss-rate", "0.1"], { cwd: folder })).code).toBe(2);
});
