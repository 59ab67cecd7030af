import { PGlite } from "@electric-sql/pglite";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import initSqlJs from "sql.js";
import { expect, test } from "vitest";
import { DeidError } from "../../src/errors.ts";
import { encoders } from "../../src/generate/encode/index.ts";
import { type GenerateOptions, generate, generatePatients } from "../../src/generate/generate.ts";
import { scrubjayLayout } from "../../src/layouts/scrubjay.ts";
import { syntheaLayout } from "../../src/layouts/synthea.ts";
import { tiny } from "./shipped.ts";

// Parquet is no text: parquet.test.ts.
const texts = encoders.map(({ name }) => name).filter((name) => name !== "parquet");
const base = { profile: tiny, seed: "a seed", asOf: "2026-03-31", formats: texts } as const;

async function files(options: Partial<GenerateOptions> & { patients: number }): Promise<Record<string, string>> {
  const written: Record<string, string> = {};
  await generate({
    ...base,
    sink: (file) => {
      if (file in written) throw new Error(`opened twice: ${file}`);
      written[file] = "";
      return {
        write: (text) => {
          written[file] += text;
        },
      };
    },
    ...options,
  });
  return written;
}

const whole = await files({ patients: 23 });
const rowsOf = (table: string): Record<string, string>[] => parse(whole[`${table}.csv`]!, { columns: true });
const counts = Object.fromEntries(scrubjayLayout.tables.map(({ name }) => [name, rowsOf(name).length]));

test("the same profile, seed and day give the same bytes", async () => {
  expect(await files({ patients: 23 })).toEqual(whole);
});

test("the files of all shards, joined, are the files of the whole", async () => {
  const names = Object.keys(whole).filter((file) => !file.startsWith("notes/"));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (count) => {
      const joined: Record<string, string> = {};
      for (let index = 1; index <= count; index++) {
        const part = await files({ patients: 23, shard: { index, count } });
        // Each shard has the notes of its own patients, and all other files.
        expect(Object.keys(part).filter((file) => !file.startsWith("notes/"))).toEqual(names);
        for (const [file, text] of Object.entries(part)) joined[file] = (joined[file] ?? "") + text;
      }
      expect(joined).toEqual(whole);
    }),
    { numRuns: 4, examples: [[1], [30]] },
  );
});

test("one patient at an offset is that patient of the whole", async () => {
  const one = await files({ patients: 1, offset: 17 });
  const line = whole["patients.ndjson"]!.split("\n")[17]!;
  expect(one["patients.ndjson"]).toBe(`${line}\n`);
  expect(whole["notes.gold.jsonl"]).toContain(one["notes.gold.jsonl"]);
  expect([...generatePatients(tiny, { ...base, patients: 1, offset: 17 })][0]!.patient.id).toBe(JSON.parse(line).patient_id);
});

test("CSV has a header, no comments, and as many fields in each row, read by another parser", () => {
  for (const { name, columns } of scrubjayLayout.tables) {
    const rows: string[][] = parse(whole[`${name}.csv`]!, { relaxColumnCount: false });
    expect(rows[0]).toEqual(columns.map((column) => column.name));
  }
  expect(counts).toMatchObject({ patients: 23, facilities: 4, providers: 8 });
});

test("CSV and NDJSON say the same", () => {
  for (const { name, columns } of scrubjayLayout.tables) {
    const objects = whole[`${name}.ndjson`]!.split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const rows = rowsOf(name);
    expect(objects.length).toBe(rows.length);
    objects.forEach((object, i) => {
      expect(Object.keys(object)).toEqual(columns.map((column) => column.name));
      for (const { name: column, type } of columns) {
        const value = object[column] ?? "";
        if (type === "decimal" && value !== "") expect(value).toBe(Number(rows[i]![column]));
        else expect(String(value)).toBe(rows[i]![column]);
      }
    });
  }
});

test("PostgreSQL loads the script, holds its keys, and says the same as the CSV files", async () => {
  const database = await PGlite.create();
  await database.exec(whole["population.sql"]!);
  for (const [table, count] of Object.entries(counts)) {
    expect((await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`)).rows).toEqual([{ n: count }]);
  }
  await expect(
    database.exec(`INSERT INTO "conditions" SELECT 'x', 'nobody', NULL, 'a', 'b', 'c', '2026-01-01', NULL, NULL`),
  ).rejects.toThrow(/foreign key/);
  const notes = await database.query<{ note_id: string; text: string }>(`SELECT "note_id", "text" FROM "notes"`);
  expect(new Map(notes.rows.map((row) => [row.note_id, row.text]))).toEqual(new Map(rowsOf("notes").map((row) => [row.note_id, row.text])));
  const [youngest] = (await database.query<{ d: string }>(`SELECT to_char(max("birth_date"), 'YYYY-MM-DD') AS d FROM "patients"`)).rows;
  expect(youngest!.d).toBe(
    rowsOf("patients")
      .map((row) => row.birth_date!)
      .sort()
      .at(-1),
  );
  await database.close();
});

test("the tables of Synthea's layout load too, with its files, keys and types", async () => {
  const { "population.sql": script, ...rest } = await files({ patients: 23, layout: "synthea" });
  expect(Object.keys(rest).filter((file) => file.endsWith(".csv"))).toEqual(syntheaLayout.tables.map(({ name }) => `${name}.csv`));
  const database = await PGlite.create();
  await database.exec(script!);
  for (const { name } of syntheaLayout.tables) {
    const count = (parse(rest[`${name}.csv`]!) as string[][]).length - 1;
    expect((await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${name}"`)).rows).toEqual([{ n: count }]);
  }
  const { rows } = await database.query<{ n: number }>(
    `SELECT count(DISTINCT "PATIENT")::int AS n FROM "encounters" JOIN "payers" p ON "PAYER" = p."Id"`,
  );
  expect(rows[0]!.n).toBeGreaterThan(5);
  await database.close();
  const lite = new (await initSqlJs()).Database();
  lite.run("PRAGMA foreign_keys = ON");
  lite.run(script!);
  expect(lite.exec("PRAGMA foreign_key_check")).toEqual([]);
  lite.close();
});

test("SQLite loads the script with foreign keys enforced", async () => {
  const database = new (await initSqlJs()).Database();
  database.run("PRAGMA foreign_keys = ON");
  database.run(whole["population.sql"]!);
  for (const [table, count] of Object.entries(counts))
    expect(database.exec(`SELECT count(*) FROM "${table}"`)[0]!.values).toEqual([[count]]);
  expect(database.exec("PRAGMA foreign_key_check")).toEqual([]);
  expect(() => database.run(`DELETE FROM "providers"`)).toThrow(/FOREIGN KEY/);
  expect(database.exec(`SELECT "text" FROM "notes" ORDER BY "note_id" LIMIT 1`)[0]!.values[0]![0]).toBe(
    rowsOf("notes").sort((a, b) => (a.note_id! < b.note_id! ? -1 : 1))[0]!.text,
  );
  database.close();
});

test("the gold of the columns names every column of every table", () => {
  const gold: Record<string, Record<string, string>> = JSON.parse(whole["columns.gold.json"]!);
  expect(Object.fromEntries(Object.entries(gold).map(([table, columns]) => [table, Object.keys(columns)]))).toEqual(
    Object.fromEntries(scrubjayLayout.tables.map(({ name, columns }) => [name, columns.map((column) => column.name)])),
  );
});

test("the gold of the notes holds every note once", () => {
  const gold = whole["notes.gold.jsonl"]!.trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string; text: string });
  expect(gold.map(({ id, text }) => [id, text])).toEqual(rowsOf("notes").map((row) => [row.note_id, row.text]));
});

test("without gold no gold is written, and only the formats asked for", async () => {
  const names = Object.keys(await files({ patients: 1, gold: false, formats: ["sql"] }));
  expect(names).toEqual(["population.sql"]);
});

test("no patients make whole files all the same", async () => {
  const none = await files({ patients: 0 });
  expect(none["patients.csv"]).toBe(whole["patients.csv"]!.slice(0, whole["patients.csv"]!.indexOf("\n") + 1));
  expect(none["population.sql"]).toMatch(/^BEGIN;\n[\s\S]*\nCOMMIT;\n$/);
});

test("an aborted run stops with interrupted", async () => {
  const controller = new AbortController();
  const run = files({ patients: 100_000, signal: controller.signal, onProgress: () => controller.abort() });
  await expect(run).rejects.toMatchObject({ code: "interrupted" });
});

test("what is written goes on in pieces: nothing waits for the end", async () => {
  const pieces: number[] = [];
  await generate({ ...base, patients: 300, formats: ["csv", "sql"], sink: () => ({ write: (text) => void pieces.push(text.length) }) });
  expect(pieces.length).toBeGreaterThan(40);
  // What one patient can have of one table, at most, beside what was waiting.
  expect(Math.max(...pieces)).toBeLessThan(600_000);
});

test("progress counts up to the number of patients of the shard", async () => {
  const seen: number[] = [];
  await files({
    patients: 150,
    shard: { index: 1, count: 2 },
    formats: ["csv"],
    onProgress: ({ patients, of }) => seen.push(patients, of),
  });
  expect(seen).toEqual([64, 75, 75, 75]);
});

test.each([
  { patients: -1 },
  { patients: 1.5 },
  { patients: 1, offset: -1 },
  { patients: 1, offset: 100_000_000 },
  { patients: 1, shard: { index: 0, count: 2 } },
  { patients: 1, shard: { index: 3, count: 2 } },
])("%j makes no sense", async (options) => {
  await expect(files(options)).rejects.toBeInstanceOf(DeidError);
});
