import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { folderOf, runProcess } from "../support/command.ts";
import { root } from "../support/examples.ts";

interface Compared {
  readonly survivors: readonly { readonly outcome: "gone" | "partial" | "whole" }[];
  readonly words: number;
  readonly kept: number;
}
type CompareNotes = (policy: string, note: { text: string; spans: readonly object[] }, output: string) => Compared;

interface Row {
  readonly format: string;
  readonly policy: string;
  readonly slots: number;
  readonly clinical: number;
  readonly clinicalKept: number;
  readonly notes: number;
  readonly notesLeaking: number;
  readonly leaks: Readonly<Record<string, number>>;
  readonly strays: Readonly<Record<string, number>>;
}

async function loop(...options: readonly string[]): Promise<{ rows: readonly Row[]; problems: readonly string[] }> {
  const json = join(folderOf(), "loop.json");
  const common = ["--patients", "20", "--profile", "tiny", "--seed", "loop", "--json", json];
  const { code, stderr } = await runProcess(process.execPath, [join(root, "scripts/closed-loop.js"), ...common, ...options]);
  const told = JSON.parse(readFileSync(json, "utf8"));
  expect([code, stderr, told.problems]).toEqual([0, "", []]);
  return told;
}

// The script compares each input with itself too, and fails where it does not see everything that was planted.
test("what was planted in tables is gone under every policy, and what is clinical is not", async () => {
  const { rows } = await loop("--format", "csv");
  expect(rows.map(({ policy }) => policy)).toEqual(["safe-harbor", "limited-data-set", "expert-determination"]);
  for (const { slots, clinical, clinicalKept, leaks, strays, notes, notesLeaking } of rows) {
    expect(notesLeaking / notes).toBeLessThan(0.06);
    expect([slots > 5_000, clinical > 5_000, clinicalKept / clinical > 0.99, notes > 50]).toEqual([true, true, true, true]);
    expect([leaks, strays]).toEqual([{}, {}]);
  }
}, 180_000);

test("the same in FHIR, attachments opened, and in notes that are files; what is not read yet is refused", async () => {
  const { rows } = await loop("--format", "fhir,notes,hl7v2", "--policy", "safe-harbor");
  const [fhir, notes] = rows;
  // The report of a picture holds its note once more.
  const again = fhir!.notes - notes!.notes;
  expect([fhir!.slots > 20_000, fhir!.clinicalKept / fhir!.clinical > 0.99, again > 0, again < notes!.notes / 4]).toEqual([
    true,
    true,
    true,
    true,
  ]);
}, 180_000);

test("the search sees a name that is left whole, one that is left in part, and a word that is not the name's", async () => {
  const { compareNotes }: { compareNotes: CompareNotes } = await import(pathToFileURL(join(root, "scripts/loop/notes.js")).href);
  const text = "Will Stone will return. BP 120/80 on 3/5/2021.";
  const spans = [
    { start: 0, end: 10, kind: "name" },
    { start: 37, end: 45, kind: "date" },
  ];
  const outcomes = (output: string, policy = "safe-harbor") =>
    compareNotes(policy, { text, spans }, output).survivors.map(({ outcome }) => outcome);
  expect(outcomes(text)).toEqual(["whole", "whole"]);
  expect(outcomes("[NAME-1] will return. BP 120/80 on 2021.")).toEqual(["gone", "gone"]);
  expect(outcomes("[NAME-1] stone will return. BP 120/80 on March 2021.")).toEqual(["partial", "gone"]);
  expect(outcomes("Will [NAME-1] will return. BP 120/80 on 5 2021.")).toEqual(["partial", "partial"]);
  expect(outcomes("[NAME-1] will return. BP 120/80 on 3/5/2021.", "limited-data-set")).toEqual(["gone"]);
  expect(outcomes("[NAME-1] will return. BP 120/80 on 5/3/2021.", "expert-determination")).toEqual(["gone", "gone"]);
  expect(compareNotes("safe-harbor", { text, spans }, "[NAME-1] will. BP 120 on 2021.")).toMatchObject({ words: 6, kept: 4 });
});
