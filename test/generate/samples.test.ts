import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { loadProfile } from "../../src/generate/load-profile.ts";
import { createPopulation } from "../../src/generate/population.ts";
import { kindByName } from "../../src/identifiers/kinds/index.ts";
import type { Note } from "../../src/record/note.ts";
import { restrictedZip3 } from "../../src/tables/zip3.ts";
import { profileText } from "./shipped.ts";

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, "../../samples", path), "utf8");
const lines = <T>(path: string): T[] =>
  read(path)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as T);

// As in samples/README.md.
const population = createPopulation(loadProfile(read("profile.yaml"), "profile.yaml", profileText), {
  seed: "samples/272",
  asOf: "2026-03-31",
});
const records = Array.from({ length: 30 }, (_, index) => population.patient(index));
const gold = lines<Pick<Note, "id" | "text" | "spans">>("gold/notes.jsonl");

test("the samples are what their profile and seed give", () => {
  expect(gold).toEqual(records.flatMap(({ notes }) => notes.map(({ id, text, spans }) => ({ id, text, spans }))));
  const patients: Record<string, string>[] = parse(read("input/patients.csv"), { columns: true });
  expect(patients.map(({ patient_id, ssn, zip }) => [patient_id, ssn, zip])).toEqual(
    records.map(({ patient }) => [patient.id, patient.identifiers.ssn, patient.address.zip]),
  );
});

test("every note, letter and message of the inputs has its gold", () => {
  const texts = new Set(gold.map(({ text }) => text));
  const notes = lines<{ text: string }>("input/notes.ndjson").map(({ text }) => text);
  const letters = readdirSync(resolve(import.meta.dirname, "../../samples/input/letters")).map((file) =>
    read(`input/letters/${file}`).trimEnd(),
  );
  const portal = JSON.parse(read("input/portal.json")) as { messages: { body: string }[] }[];
  const messages = portal.flatMap((entry) => entry.messages.map(({ body }) => body));
  expect([notes.length > 50, letters.length, messages.length > 5]).toEqual([true, 3, true]);
  expect([...notes, ...letters, ...messages].filter((text) => !texts.has(text))).toEqual([]);
});

test("the gold of the columns names every column and only kinds there are", () => {
  const columns = JSON.parse(read("gold/columns.json")) as Record<string, Record<string, string>>;
  for (const [file, holds] of Object.entries(columns)) {
    expect(Object.keys(holds)).toEqual((parse(read(`input/${file}`), { to: 1 }) as string[][])[0]);
    for (const held of Object.values(holds)) if (held !== "clinical" && held !== "prose") expect(kindByName(held as never).name).toBe(held);
  }
});

test("the hard cases that the README promises are there", () => {
  expect(records.some(({ encounters }) => encounters.some(({ age }) => age > 89))).toBe(true);
  expect(records.some(({ encounters }) => encounters.some(({ age }) => age < 2))).toBe(true);
  expect(records.some(({ patient }) => restrictedZip3().has(patient.address.zip.slice(0, 3)))).toBe(true);
  expect(records.some(({ contacts }) => contacts.some(({ postalCode }) => postalCode !== undefined))).toBe(true);
  expect(records.some(({ devices }) => devices.length > 0)).toBe(true);
});
