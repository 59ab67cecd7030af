import { existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { filesIn, folderOf, scrubjay, valuesIn } from "../support/command.ts";
import { planted } from "../support/sample.ts";

const values = ["Quinnella", "Brakespeare", planted.ssn, planted.phone];
const text = `Patient: Quinnella Brakespeare, SSN ${planted.ssn}. BP 120/80. Call ${planted.phone}.`;
const line = (id: unknown, note = text): string => `${JSON.stringify({ id, text: note })}\n`;
const jsonl = line("b") + line(7) + line("a", "No complaints.");

interface Line {
  readonly id: string | number;
  readonly text?: string;
  readonly spans: readonly {
    readonly start: number;
    readonly end: number;
    readonly category: string;
    readonly detector: string;
    readonly text?: string;
  }[];
}
const parsed = (written: string): Line[] =>
  written
    .trim()
    .split("\n")
    .map((each) => JSON.parse(each) as Line);

test("one line a note in the order of the input, with positions and reasons, for its owner only", async () => {
  const folder = folderOf({ "notes.jsonl": jsonl });
  const { code, stdout } = await scrubjay(["detect", "notes.jsonl", "--out", "spans.jsonl"], { cwd: folder });
  expect(code).toBe(0);
  const written = readFileSync(join(folder, "spans.jsonl"), "utf8");
  const lines = parsed(written);
  expect(lines.map(({ id }) => id)).toEqual(["b", 7, "a"]);
  expect(lines[0]!.spans.map(({ start, end, category }) => [text.slice(start, end), category])).toEqual([
    ["Quinnella Brakespeare", "A"],
    [planted.ssn, "G"],
    [planted.phone, "D"],
  ]);
  for (const key of ["kind", "strength", "detector"]) expect(lines[0]!.spans[0]).toHaveProperty(key);
  expect(lines[2]!.spans).toEqual([]);
  expect(valuesIn(stdout + written, values)).toEqual([]);
  expect(statSync(join(folder, "spans.jsonl")).mode & 0o777).toBe(0o600);
});

test("with --show the texts stand in it", async () => {
  const folder = folderOf({ "notes.jsonl": jsonl });
  expect((await scrubjay(["detect", "notes.jsonl", "--out", "spans.jsonl", "--show"], { cwd: folder })).code).toBe(0);
  const [first] = parsed(readFileSync(join(folder, "spans.jsonl"), "utf8"));
  expect(first!.text).toBe(text);
  expect(first!.spans[1]!.text).toBe(planted.ssn);
});

test("standard input to standard output, and nothing else stands there", async () => {
  const { code, stdout, stderr } = await scrubjay(["detect", "-", "--out", "-"], { cwd: folderOf(), stdin: jsonl });
  expect(code).toBe(0);
  expect(parsed(stdout)).toHaveLength(3);
  expect(stderr).toBe("");
});

test("text on standard input is one note", async () => {
  const { stdout } = await scrubjay(["detect", "-", "--out", "-"], { cwd: folderOf(), stdin: text });
  expect(parsed(stdout).map(({ id, spans }) => [id, spans.length])).toEqual([["stdin", 3]]);
});

test("files of a folder are notes by their relative names, annotations beside them are passed over", async () => {
  const folder = folderOf({ "in/ward 3/x.txt": text, "in/a.txt": text, "in/a.ann": "T1\tX 0 1\t?\n", "in/b.txt.gz": gzipSync(text) });
  expect((await scrubjay(["detect", "in", "--out", "spans.jsonl.gz"], { cwd: folder })).code).toBe(0);
  const lines = parsed(gunzipSync(readFileSync(join(folder, "spans.jsonl.gz"))).toString());
  expect(lines.map(({ id, spans }) => [id, spans.length])).toEqual([
    ["a", 3],
    ["b", 3],
    ["ward 3/x", 3],
  ]);
});

test("the fields of text and id are named, and --without leaves a detector out", async () => {
  const folder = folderOf({ "n.jsonl": `${JSON.stringify({ key: "k", report: { said: text } })}\n` });
  const args = ["detect", "n.jsonl", "--text-field", "report.said", "--id-field", "key", "--out", "-"];
  const [all] = parsed((await scrubjay(args, { cwd: folder })).stdout);
  const [fewer] = parsed((await scrubjay([...args, "--without", "labels", "--without", "patterns"], { cwd: folder })).stdout);
  expect(all!.id).toBe("k");
  const by = ({ spans }: Line): string[] => spans.map(({ detector }) => detector);
  expect(by(all!)).toContain("labels");
  expect(by(fewer!)).not.toContain("labels");
});

test("--json prints counts by category", async () => {
  const { stdout } = await scrubjay(["detect", "n.jsonl", "--out", "s", "--json"], { cwd: folderOf({ "n.jsonl": jsonl }) });
  expect(JSON.parse(stdout)).toEqual({ notes: 3, found: 6, categories: { A: 2, D: 2, G: 2 } });
});

test.each([
  ["brat", "marked/"],
  ["i2b2", "marked/"],
  ["conll", "marked.conll"],
])("what is written as %s holds the text, wants --show, and is read again as gold", async (format, out) => {
  const folder = folderOf({ "n.jsonl": line("Ward 3/é 1") + line("two", `${text}\n👍 seen by Dr.\nHelena Voss`) });
  const args = ["detect", "n.jsonl", "--format", format, "--out", out];
  const refused = await scrubjay(args, { cwd: folder });
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("bad-usage:")]);
  expect((await scrubjay([...args, "--show"], { cwd: folder })).code).toBe(0);
  for (const name of filesIn(folder).filter((each) => each.startsWith("marked")))
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  const again = await scrubjay(["detect", out, "--out", "again.jsonl"], { cwd: folder });
  expect(again.code).toBe(0);
  expect(
    parsed(readFileSync(join(folder, "again.jsonl"), "utf8"))
      .map(({ id }) => id)
      .sort(),
  ).toEqual(["Ward 3/é 1", "two"].sort());
  const { code, stdout } = await scrubjay(["evaluate", "text", "--gold", out, "--predictions", "again.jsonl", "--json", "-"], {
    cwd: folder,
  });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).metrics["r-full"]).toMatchObject({ value: 1, whole: 7 });
});

describe("refused", () => {
  test("an output that exists wants --force, and an input is never one", async () => {
    const folder = folderOf({ "n.jsonl": jsonl, "s.jsonl": "mine" });
    symlinkSync("n.jsonl", join(folder, "link.jsonl"));
    expect((await scrubjay(["detect", "n.jsonl", "--out", "s.jsonl"], { cwd: folder })).stderr).toContain("output-exists:");
    expect(readFileSync(join(folder, "s.jsonl"), "utf8")).toBe("mine");
    expect((await scrubjay(["detect", "n.jsonl", "--out", "s.jsonl", "--force"], { cwd: folder })).code).toBe(0);
    expect((await scrubjay(["detect", "n.jsonl", "--out", "link.jsonl", "--force"], { cwd: folder })).stderr).toContain("output-is-input:");
    expect(readFileSync(join(folder, "n.jsonl"), "utf8")).toBe(jsonl);
  });

  test.each([
    ["a torn line", `${line(1)}{"text": "${text}`],
    ["a line that is no object", `${line(1)}"${planted.ssn}"`],
    ["a line without text", `${line(1)}{"id": "${planted.ssn}", "spans": []}`],
    ["a text that is a number", `${line(1)}{"text": 523481177}`],
    ["an id that cannot be read exactly", `${line(1)}{"id": 52348117752348117, "text": "${text}"}`],
  ])("%s: with its line, no value, and no output", async (_, notes) => {
    const folder = folderOf({ "n.jsonl": notes });
    const { code, stdout, stderr } = await scrubjay(["detect", "n.jsonl", "--out", "out/s.jsonl"], { cwd: folder });
    expect(code).toBe(4);
    expect(stderr).toMatch(/^scrubjay: malformed: .*\(n\.jsonl, line 2, record 2\)/m);
    expect(valuesIn(stdout + stderr, [...values, "523481177"])).toEqual([]);
    expect(filesIn(folder)).toEqual(["n.jsonl"]);
  });

  test("a file whose name may identify someone is not named", async () => {
    const folder = folderOf({ "maria lopez.jsonl": "{" });
    const { stderr } = await scrubjay(["detect", "maria lopez.jsonl", "--out", "s"], { cwd: folder });
    expect(stderr).toContain("(input 1, line 1, record 1)");
    expect(stderr).not.toContain("lopez");
  });

  test.each([
    ["an unknown detector", ["--without", planted.family]],
    ["an unknown format", ["--format", planted.family]],
    ["files of notes on standard output", ["--format", "brat", "--show", "--out", "-"]],
  ])("%s exits with 2 and repeats nothing", async (_, args) => {
    const folder = folderOf({ "n.jsonl": jsonl });
    const { code, stderr } = await scrubjay(["detect", "n.jsonl", "--out", "s", ...args], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain("bad-usage:");
    expect(stderr).not.toContain(planted.family);
    expect(existsSync(join(folder, "s"))).toBe(false);
  });

  test("an id that leads out of the folder stays in it", async () => {
    const folder = folderOf({ "n.jsonl": line("../../up") + line("/etc/x") + line("..") + line("a//b") });
    expect((await scrubjay(["detect", "n.jsonl", "--format", "i2b2", "--show", "--out", "o/m"], { cwd: folder })).code).toBe(0);
    const written = filesIn(folder).filter((name) => name !== "n.jsonl");
    expect(written).toHaveLength(4);
    expect(written.filter((name) => !name.startsWith("o/m/"))).toEqual([]);
  });
});
