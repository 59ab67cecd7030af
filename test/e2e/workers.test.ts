import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf, scrubjay } from "../support/command.ts";

const key = "5a".repeat(32);
const days = (i: number): string =>
  `20${String(10 + (i % 14)).padStart(2, "0")}-${String(1 + (i % 12)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`;

/** About 3 MB: several chunks for the threads. Every seventh patient comes again; a note in every fiftieth row. */
function visits(rows: number, broken: readonly number[] = []): string {
  let text = "visit_id,patient_id,patient_name,admitted,zip,result_value,note\n";
  for (let i = 1; i <= rows; i++) {
    const patient = 400000 + (i % 7 === 0 ? i - 7 : i);
    text += `V${900000 + i},P${patient},"Okafor, Keisha",${days(i)},02139,${(i % 90) / 10},${i % 50 === 0 ? `"Ms. Okafor seen ${days(i)}, ""stable"""` : ""}\n`;
    if (broken.includes(i)) text += "torn,row\n";
  }
  return text;
}

async function run(
  folder: string,
  out: string,
  ...more: readonly string[]
): Promise<{ text: string; manifest: { outputs: object[]; counts: object[] } }> {
  const { code, stderr } = await scrubjay(["deidentify", "visits.csv", "--out", out, "--as-of", "2026-01-31", ...more], {
    cwd: folder,
    env: { SCRUBJAY_KEY: key },
  });
  expect([0, 4], stderr).toContain(code);
  return {
    text: readFileSync(join(folder, out), "utf8"),
    manifest: JSON.parse(readFileSync(join(folder, `${out}.manifest.json`), "utf8")),
  };
}

test("two threads give the bytes and the counts that one gives", async () => {
  const folder = folderOf({ "visits.csv": visits(40_000) });
  const one = await run(folder, "one.csv", "--key-env", "SCRUBJAY_KEY");
  const two = await run(folder, "two.csv", "--key-env", "SCRUBJAY_KEY", "--workers", "2");
  expect(two.text === one.text).toBe(true);
  expect(one.text).not.toContain("Okafor");
  expect(two.manifest.counts).toEqual(one.manifest.counts);
});

test("two threads move one subject's dates by one number of days", async () => {
  const folder = folderOf({ "visits.csv": visits(40_000) });
  const one = await run(folder, "one.csv", "--key-env", "SCRUBJAY_KEY", "--policy", "expert-determination");
  const two = await run(folder, "two.csv", "--key-env", "SCRUBJAY_KEY", "--policy", "expert-determination", "--workers", "2");
  expect(two.text === one.text).toBe(true);
});

test("threads share one table of random codes: equal ids have equal codes, whichever thread met them", async () => {
  const folder = folderOf({ "visits.csv": visits(40_000) });
  const { text } = await run(folder, "out.csv", "--workers", "2");
  const codeOf = new Map<string, string>();
  const idOf = new Map<string, string>();
  const rows = text.trimEnd().split("\n").slice(1);
  expect(rows).toHaveLength(40_000);
  for (const [index, row] of rows.entries()) {
    const i = index + 1;
    const id = `P${400000 + (i % 7 === 0 ? i - 7 : i)}`;
    const code = row.split(",")[1]!;
    expect(code).toMatch(/^record_[0-9a-z]{20}$/);
    if ((codeOf.get(id) ?? code) !== code || (idOf.get(code) ?? id) !== id) throw new Error(`row ${i}`);
    codeOf.set(id, code);
    idOf.set(code, id);
  }
});

test("a malformed record has the same place in the quarantine of one thread and of two", async () => {
  const folder = folderOf({ "visits.csv": visits(40_000, [3, 21_000, 39_999]) });
  await run(folder, "one.csv", "--on-error", "quarantine", "--key-env", "SCRUBJAY_KEY");
  await run(folder, "two.csv", "--on-error", "quarantine", "--key-env", "SCRUBJAY_KEY", "--workers", "2");
  const quarantine = (out: string): unknown[] =>
    readFileSync(join(folder, `${out}.evidence/quarantine.ndjson`), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => {
        const { record, line: at, text } = JSON.parse(line);
        return { record, at, text };
      });
  expect(quarantine("one.csv")).toEqual([
    { record: 4, at: 5, text: "torn,row\n" },
    { record: 21_002, at: 21_003, text: "torn,row\n" },
    { record: 40_002, at: 40_003, text: "torn,row\n" },
  ]);
  expect(quarantine("two.csv")).toEqual(quarantine("one.csv"));
});

test("a malformed record that is not put aside is named by its place, also from a thread", async () => {
  const folder = folderOf({ "visits.csv": visits(40_000, [39_999]) });
  for (const workers of ["1", "2"]) {
    const { code, stderr } = await scrubjay(["deidentify", "visits.csv", "--out", `o${workers}.csv`, "--workers", workers], {
      cwd: folder,
    });
    expect(code).toBe(4);
    expect(stderr).toContain("line 40001, record 40000");
  }
});
