import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf, scrubjay, valuesIn } from "../support/command.ts";
import { planted } from "../support/sample.ts";

const samples = join(import.meta.dirname, "../../samples/gold/notes.jsonl");
const values = ["Quinnella", "Brakespeare", planted.ssn, "Zzyzx Road"];
const text = `Patient: Quinnella Brakespeare, SSN ${planted.ssn}. Off Zzyzx Road. BP 120/80.`;
const span = (value: string, label: string) => ({ start: text.indexOf(value), end: text.indexOf(value) + value.length, label });
const gold = `${JSON.stringify({
  id: planted.ssn,
  style: "Quinnella Brakespeare",
  text,
  spans: [span("Quinnella Brakespeare", "PATIENT"), span(planted.ssn, "SSN"), span("Zzyzx Road", "ADDRESS")],
})}\n`;
/** Finds the name in part, misses the rest and takes the blood pressure. */
const predictions = `${JSON.stringify({ id: planted.ssn, spans: [span("Quinnella", "name"), span("120/80", "date")] })}\n`;
const evaluate = (folder: string, ...args: readonly string[]) =>
  scrubjay(["evaluate", "text", "--gold", "gold.jsonl", ...args], { cwd: folder });

test("the table, the JSON and the page hold no value without --show, but for ids in what is written for the owner only", async () => {
  const folder = folderOf({ "gold.jsonl": gold, "p.jsonl": predictions });
  const args = ["--predictions", "p.jsonl", "--json", "e.json", "--html", "e.html"];
  const { code, stdout, stderr } = await evaluate(folder, ...args);
  expect(code).toBe(0);
  expect(valuesIn(stdout + stderr, values)).toEqual([]);
  for (const name of ["e.json", "e.html"]) {
    expect(valuesIn(readFileSync(join(folder, name), "utf8"), values)).toEqual([planted.ssn]);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  }
  const { errors } = JSON.parse(readFileSync(join(folder, "e.json"), "utf8"));
  expect(errors.map((each: { outcome: string; start: number; end: number }) => [each.outcome, text.slice(each.start, each.end)])).toEqual([
    ["partial", "Quinnella Brakespeare"],
    ["missed", planted.ssn],
    ["missed", "Zzyzx Road"],
    ["over-scrubbed", "120/80"],
  ]);

  expect((await evaluate(folder, ...args)).stderr).toContain("output-exists:");
  expect((await evaluate(folder, ...args, "--show", "--force")).code).toBe(0);
  for (const name of ["e.json", "e.html"]) expect(valuesIn(readFileSync(join(folder, name), "utf8"), values)).toEqual(values);
});

test("--list prints errors by position, and what they hold only with --show", async () => {
  const folder = folderOf({ "gold.jsonl": gold, "p.jsonl": predictions });
  const hidden = await evaluate(folder, "--predictions", "p.jsonl", "--list");
  expect(
    hidden.stdout
      .split("\n")
      .slice(-6, -1)
      .map((line) => line.replace(/ {2,}/g, "  ")),
  ).toEqual([
    "note  start  end  outcome  label  category  found by",
    "#1  9  30  partial  PATIENT  A",
    "#1  36  47  missed  SSN  G",
    "#1  53  63  missed  ADDRESS  B",
    "#1  68  74  over-scrubbed  date  C",
  ]);
  expect(valuesIn(hidden.stdout, values)).toEqual([]);
  expect(valuesIn((await evaluate(folder, "--predictions", "p.jsonl", "--list", "--show")).stdout, values)).toEqual(values);
});

test("the page can load nothing and runs its own program only", async () => {
  const hostile = text.replace("BP", `<img src=x onerror="alert(1)"> </script><script>alert(2)</script> BP`);
  const folder = folderOf({ "gold.jsonl": `${JSON.stringify({ id: "<b>1</b>", style: "</style>", text: hostile, spans: [] })}\n` });
  expect((await evaluate(folder, "--html", "e.html", "--show")).code).toBe(0);
  const page = readFileSync(join(folder, "e.html"), "utf8");
  expect(page).not.toMatch(/https?:|<img|<b>|<link|@import|url\(/);
  expect(page.match(/<script/g)).toHaveLength(1);
  const hash = (body: string): string => `'sha256-${createHash("sha256").update(body).digest("base64")}'`;
  const [, script = ""] = /<script>([\s\S]*)<\/script>/.exec(page)!;
  const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(page)!;
  expect(page).toContain(`content="default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)};`);
});

test("what detect wrote gives the same figures as our detectors run at once", async () => {
  const folder = folderOf({ "gold.jsonl": readFileSync(samples) });
  expect((await scrubjay(["detect", "gold.jsonl", "--out", "p.jsonl"], { cwd: folder })).code).toBe(0);
  const direct = await evaluate(folder, "--json", "-");
  const joined = await evaluate(folder, "--json", "-", "--predictions", "p.jsonl");
  expect(JSON.parse(joined.stdout)).toEqual(JSON.parse(direct.stdout));
  expect(JSON.parse(direct.stdout)).toMatchObject({ notes: 199, identifiers: 2072 });
  const table = await evaluate(folder, "--predictions", "p.jsonl", "--compare", "p.jsonl");
  expect(table.stdout).toContain("compared on the same notes");
});

test("a gate that is not held exits with 1 and says by what", async () => {
  const folder = folderOf({ "gold.jsonl": gold, "p.jsonl": predictions });
  const held = await evaluate(folder, "--predictions", "p.jsonl", "--fail-under", "r-any=0.3", "--fail-under", "over-scrubbed=0.5");
  expect([held.code, held.stderr]).toEqual([0, ""]);
  const { code, stderr } = await evaluate(
    folder,
    "--predictions",
    "p.jsonl",
    "--fail-under",
    "r-full=0.5",
    "--fail-under",
    "over-scrubbed=0.01",
    "--fail-under",
    "negatives=0.05",
  );
  expect(code).toBe(1);
  expect(stderr).toContain("r-full is 0 %, under 50.00 %");
  expect(stderr).toContain("over-scrubbed is 25.00 %, over 1.00 %");
  expect(stderr).toContain("negatives could not be measured");
});

test.each(["sealed", "sealed=2", "p=", "x=0.5"])("a gate that makes no sense is refused: %s", async (gate) => {
  const { code, stderr } = await evaluate(folderOf({ "gold.jsonl": gold }), "--fail-under", gate);
  expect([code, stderr]).toEqual([2, expect.stringContaining("bad-usage:")]);
});

test("labels that are not known are refused by name, and a map in YAML or JSON says what they mean", async () => {
  const folder = folderOf({
    "gold.jsonl": gold.replace("PATIENT", "PAZIENTE").replace('"SSN"', '"CODICE"'),
    "labels.yaml": "paziente: {category: A, group: direct}\ncodice: null\n",
    "labels.json": '{"PAZIENTE": "A", "CODICE": "G"}',
    "wrong.yaml": `PAZIENTE: ${planted.ssn}\n`,
  });
  const refused = await evaluate(folder);
  expect([refused.code, refused.stderr]).toEqual([4, expect.stringContaining("PAZIENTE, CODICE")]);
  expect(JSON.parse((await evaluate(folder, "--labels", "labels.yaml", "--json", "-")).stdout)).toMatchObject({ identifiers: 2 });
  expect(JSON.parse((await evaluate(folder, "--labels", "labels.json", "--json", "-")).stdout)).toMatchObject({ identifiers: 3 });
  const wrong = await evaluate(folder, "--labels", "wrong.yaml");
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("bad-usage:")]);
  expect(wrong.stderr).not.toContain(planted.ssn);
});

test.each([
  ["predictions that lack a note", { "p.jsonl": "" }],
  ["predictions of another text", { "p.jsonl": predictions.replace('"spans"', '"text":"else","spans"') }],
  ["a span outside the text", { "p.jsonl": predictions.replace('"end":', '"end":99') }],
])("%s: refused with its place", async (_, files) => {
  const folder = folderOf({ "gold.jsonl": gold, ...files });
  const { code, stdout, stderr } = await evaluate(folder, "--predictions", "p.jsonl");
  expect(code).toBe(4);
  expect(stderr).toMatch(/^scrubjay: malformed: .*record 1/m);
  expect(valuesIn(stdout + stderr, values)).toEqual([]);
});
