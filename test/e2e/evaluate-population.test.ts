import { createHash } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf, scrubjay } from "../support/command.ts";

const targets = (wanted: number) => `
profile: with-targets
extends: tiny
targets:
  - { name: women, of: mean, measure: [8302-2], where: { ages: [20, 60], sex: female }, value: ${wanted}, tolerance: 6, source: judgement, grade: round trip }
`;

async function population(files: Readonly<Record<string, string>> = {}) {
  const folder = folderOf(files);
  const made = [
    "generate",
    "--profile",
    "tiny",
    "--patients",
    "80",
    "--seed",
    "e2e",
    "--as-of",
    "2026-01-01",
    "--no-gold",
    "--out",
    "made",
  ];
  expect((await scrubjay(made, { cwd: folder })).code).toBe(0);
  return {
    folder,
    evaluate: (...args: readonly string[]) => scrubjay(["evaluate", "population", "made", ...args], { cwd: folder }),
  };
}

test("targets are a gate, and tell what came out", async () => {
  const { evaluate, folder } = await population({ "good.yaml": targets(162), "bad.yaml": targets(190) });
  const bad = await evaluate("--profile", "bad.yaml", "--json", "bad.json");
  expect(bad.code).toBe(1);
  expect(bad.stderr).toContain("1 target is not met");
  const [target] = JSON.parse(readFileSync(join(folder, "bad.json"), "utf8")).targets;
  expect(target).toMatchObject({ name: "women", wanted: 190, tolerance: 6, grade: "round trip", source: "judgement", verdict: "fails" });
  const good = await evaluate("--profile", "good.yaml", "--json", "-");
  expect(JSON.parse(good.stdout).targets[0].verdict).toBe("holds");
  expect(good.stderr).not.toContain("target");
});

test("a seeded defect is told by table and row, with no value, and fails the run", async () => {
  const { evaluate, folder } = await population();
  const path = join(folder, "made/conditions.csv");
  const rows = readFileSync(path, "utf8").trim().split("\n");
  const [patient] = rows[1]!.split(",").slice(1);
  appendFileSync(
    path,
    `zzyzx-1,${patient},,ICD-10-CM,I10,Essential (primary) hypertension,1801-01-01${",".repeat(rows[0]!.split(",").length - 7)}\n`,
  );
  const { code, stdout, stderr } = await evaluate("--json", "f.json", "--html", "f.html");
  expect(code).toBe(1);
  expect(stdout).toMatch(new RegExp(`nothing happens before birth +1 .*conditions ${rows.length}`));
  for (const text of [stdout, stderr, readFileSync(join(folder, "f.json"), "utf8"), readFileSync(join(folder, "f.html"), "utf8")])
    for (const value of ["zzyzx-1", patient!, "1801-01-01"]) expect(text).not.toContain(value);
});

test("the page runs nothing, loads nothing, and has its charts", async () => {
  const { evaluate, folder } = await population();
  await evaluate("--profile", "tiny", "--html", "page.html");
  const page = readFileSync(join(folder, "page.html"), "utf8");
  const style = /<style>([\s\S]*)<\/style>/.exec(page)![1]!;
  const digest = createHash("sha256").update(style).digest("base64");
  expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"`);
  expect(page).not.toMatch(/<script|style="|https?:|\son[a-z]+="/);
  expect(page).toContain('aria-label="Population pyramid"');
  expect((await evaluate("--html", "page.html")).stderr).toContain("output-exists:");
});

test("gates fail where a metric is worse or was not measured", async () => {
  const { evaluate } = await population();
  expect((await evaluate("--fail-under", "c2st=0.6")).stderr).toContain("c2st could not be measured");
  expect((await evaluate("--profile", "tiny", "--fail-under", "round-trip=1.01")).stderr).toMatch(
    /declared figures that came out: \d\.\d{3}, under 1\.010/,
  );
  expect((await evaluate("--fail-under", "beauty=1")).code).toBe(2);
});

test("what lacks is said with what would do", async () => {
  const { evaluate, folder } = await population({ "empty/readme.txt": "nothing" });
  expect((await evaluate("--reference", "x.csv")).stderr).toContain("--reference and --map belong together");
  expect((await evaluate("--reference", "x.csv", "--map", "nowhere")).stderr).toContain("no shipped map has this name");
  const { code, stderr } = await scrubjay(["evaluate", "population", "empty"], { cwd: folder });
  expect(code).toBe(4);
  expect(stderr).toContain("the folder has no patients.csv");
});

test("real rows are compared through a map, and two runs are the same", async () => {
  const rows = Array.from(
    { length: 400 },
    (_, i) => `${18 + (i % 60)},${i % 2 ? "f" : "m"},${110 + (i % 60) / 3 + (i % 7)},${i % 3 ? "fit" : "test"}`,
  );
  const { evaluate } = await population({
    "rows.csv": `age,sex,p,year\n${rows.join("\n")}\n`,
    "map.yaml":
      "reference: invented\nsource: none\nages: [18, 79]\nperiod: { column: year, fit: [fit], test: [test] }\ncolumns:\n  age: { column: age, trait: age }\n  sex: { column: sex, values: { f: female, m: male }, trait: sex }\n  pressure: { column: p, decimals: 0, loinc: [8480-6] }\n",
  });
  const args = ["--reference", "rows.csv", "--map", "map.yaml", "--json", "-"];
  const first = await evaluate(...args);
  const { comparison } = JSON.parse(first.stdout);
  expect(comparison.rows).toMatchObject({ fit: 266, test: 134 });
  expect((await evaluate(...args)).stdout).toBe(first.stdout);
});
