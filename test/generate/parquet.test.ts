import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { expect, test } from "vitest";
import { installed, parquetEncoder } from "../../src/generate/encode/parquet.ts";
import { type GenerateOptions, generate } from "../../src/generate/generate.ts";
import { type LayoutName, layoutByName } from "../../src/layouts/index.ts";
import type { CellValue, ColumnType } from "../../src/layouts/layout.ts";
import { tiny } from "./shipped.ts";

async function bytesOf(options: Partial<GenerateOptions>): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array[]>();
  const sink = (file: string) => {
    const pieces: Uint8Array[] = [];
    files.set(file, pieces);
    return {
      write: (text: string) => void pieces.push(Buffer.from(text)),
      writeBytes: (bytes: Uint8Array) => void pieces.push(bytes),
    };
  };
  await generate({
    profile: tiny,
    seed: "a",
    asOf: "2026-03-31",
    patients: 12,
    formats: ["parquet", "ndjson"],
    gold: false,
    sink,
    ...options,
  });
  return new Map([...files].map(([file, pieces]) => [file, Buffer.concat(pieces)]));
}

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** What another reader gives for a cell, from what NDJSON says. */
const expected: Readonly<Record<ColumnType, (value: CellValue) => unknown>> = {
  text: (value) => value,
  integer: (value) => value,
  decimal: (value) => value,
  boolean: (value) => value,
  date: (value) => new Date(`${value}T00:00:00Z`),
  timestamp: (value) => new Date(`${String(value).slice(0, 19)}${String(value).includes("T") ? "Z" : ""}`),
};

test.each<LayoutName>(["scrubjay", "synthea"])(
  "another reader finds every value of the layout %s in Parquet, each with its type",
  async (layout) => {
    const files = await bytesOf({ layout });
    for (const { name, columns } of layoutByName(layout).tables) {
      const file = bufferOf(files.get(`${name}.parquet`)!);
      const { children } = parquetSchema(parquetMetadata(file));
      expect(children.map(({ element }) => element.name)).toEqual(columns.map((column) => column.name));
      const rows = Buffer.from(files.get(`${name}.ndjson`)!)
        .toString()
        .split("\n")
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Record<string, CellValue>);
      const wanted = rows.map((row) =>
        Object.fromEntries(
          columns.map((column) => [column.name, row[column.name] === null ? null : expected[column.type](row[column.name]!)]),
        ),
      );
      expect(await parquetReadObjects({ file })).toEqual(wanted);
    }
  },
);

test("dates, times, numbers and truth values have types of their own, and what is never null is required", async () => {
  const files = await bytesOf({});
  const elements = (table: string) => {
    const { children } = parquetSchema(parquetMetadata(bufferOf(files.get(`${table}.parquet`)!)));
    return Object.fromEntries(
      children.map(({ element: { name, type, converted_type, logical_type, repetition_type } }) => [
        name,
        [type, logical_type?.type ?? converted_type, repetition_type],
      ]),
    );
  };
  expect(elements("patients")).toMatchObject({
    patient_id: ["BYTE_ARRAY", "UTF8", "REQUIRED"],
    birth_date: ["INT32", "DATE", "REQUIRED"],
    hispanic: ["BOOLEAN", undefined, "REQUIRED"],
    latitude: ["DOUBLE", undefined, "REQUIRED"],
    deceased_time: ["INT64", "TIMESTAMP", "OPTIONAL"],
  });
  expect(elements("immunizations")).toMatchObject({ dose: ["INT32", undefined, "REQUIRED"] });
});

test("the same bytes come twice, and each shard is a file of its own", async () => {
  const whole = await bytesOf({ formats: ["parquet"] });
  expect(await bytesOf({ formats: ["parquet"] })).toEqual(whole);
  const read = async (files: Map<string, Uint8Array>) => parquetReadObjects({ file: bufferOf(files.get("encounters.parquet")!) });
  const shards = [1, 2].map((index) => bytesOf({ formats: ["parquet"], shard: { index, count: 2 } }));
  const parts = await Promise.all(shards.map(async (shard) => read(await shard)));
  expect(parts[0]!.length).toBeGreaterThan(0);
  expect(parts.flat()).toEqual(await read(whole));
});

test("rows are written group by group, cut by what stands in them and not by how they came", async () => {
  const { tables } = layoutByName("scrubjay");
  const notes = tables.find(({ name }) => name === "notes")!;
  const assemble = await parquetEncoder.assemble(tables);
  const rows = Array.from({ length: 9_000 }, (_, i) => [
    `n${i}`,
    "p",
    "e",
    "d",
    "2026-01-31T10:00:00",
    "Letter",
    `${i} \n"quoted" `.repeat(60),
  ]);
  async function written(rowsAPiece: number): Promise<{ bytes: Buffer; largest: number }> {
    const pieces: Uint8Array[] = [];
    const assembler = assemble("notes.parquet", async (bytes) => void pieces.push(bytes))!;
    for (let i = 0; i < rows.length; i += rowsAPiece) await assembler.add(parquetEncoder.rows(notes, rows.slice(i, i + rowsAPiece)).text);
    await assembler.end();
    return { bytes: Buffer.concat(pieces), largest: Math.max(...pieces.map(({ length }) => length)) };
  }
  const [one, other] = [await written(1), await written(4_000)];
  expect(one.bytes.equals(other.bytes)).toBe(true);
  const { row_groups, num_rows } = parquetMetadata(bufferOf(one.bytes));
  expect([row_groups.length > 1, Number(num_rows), one.largest < one.bytes.length]).toEqual([true, 9_000, true]);
  const read = await parquetReadObjects({ file: bufferOf(one.bytes), columns: ["text"] });
  expect(read.map(({ text }) => text)).toEqual(rows.map((row) => row.at(-1)));
});

test("a sink for text only is refused before anything is written", async () => {
  const sink = () => ({ write: () => {} });
  await expect(bytesOf({ sink })).rejects.toMatchObject({ code: "bad-usage" });
});

test("without the writer it is said what to install", async () => {
  const absent = installed(() => Promise.reject(new Error("Cannot find package")));
  await expect(absent).rejects.toMatchObject({ code: "bad-usage", hint: "npm install hyparquet-writer" });
  expect(await installed()).toHaveProperty("ParquetWriter");
});
