import fc from "fast-check";
import { expect, test } from "vitest";
import type { Dialect } from "../../src/formats/format.ts";
import { json } from "../../src/formats/json.ts";
import { ndjson } from "../../src/formats/ndjson.ts";
import { render } from "../../src/formats/render.ts";
import { type Decoded, decoded, decodedAs, type Given } from "./support.ts";

const asJson: Dialect = { format: "json" };
const asNdjson: Dialect = { format: "ndjson" };
const values = ({ records }: Decoded) => records.map((record) => record.filter((each) => !each.startsWith("{keys}")));

test("a slot is the path of keys, and keys are cells", async () => {
  const { records, slots } = await decoded('{"id":1.50,"name":[{"given":["Ana","B\\u00e9a"]}],"ok":true,"gone":null}', { name: "x.json" });
  expect(records).toEqual([
    [
      "{keys}=id",
      "id=1.50",
      "{keys}=name",
      "{keys}=given",
      "name[].given[]=Ana",
      "name[].given[]=Béa",
      "{keys}=ok",
      "ok=true",
      "{keys}=gone",
      "gone",
    ],
  ]);
  expect(slots.map(({ path, label, part }) => `${path}|${label}|${part}`)).toEqual([
    "{keys}||key",
    "id|id|value",
    "name[].given[]|given|value",
    "ok|ok|value",
    "gone|gone|value",
  ]);
});

test("keys that are values are * in paths and cells of their own slot", async () => {
  const isValue = (text: string) => text.startsWith("Ana");
  const { records, slots } = await decoded('{"Ana Ruiz":{"dob":"x"},"Ana Li":{"dob":"y"},"kin":{"Ana":1,"2021":2}}', {
    name: "x.json",
    isValue,
  });
  expect(records[0]!.filter((each) => !each.startsWith("{keys}"))).toEqual([
    "{*}=Ana Ruiz",
    "*.dob=x",
    "{*}=Ana Li",
    "*.dob=y",
    "kin{*}=Ana",
    "kin.*=1",
    "kin{*}=2021",
    "kin.*=2",
  ]);
  expect(slots.filter(({ part }) => part === "key").map(({ path, label }) => `${path}|${label}`)).toEqual([
    "{keys}|",
    "{*}|",
    "kin{*}|kin",
  ]);
});

test("an object of very many keys is a map", async () => {
  const object = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`k${i}`, i]));
  const { slots } = await decoded(JSON.stringify(object), { name: "x.json" });
  expect(slots.length).toBe(1024 + 3);
});

test("keys with path punctuation do not meet other paths", async () => {
  const { slots } = await decoded('{"a.b":1,"a":{"b":2,"[]":[3]},"a[]":4}', { name: "x.json" });
  expect(slots.map(({ path }) => path)).toEqual(["{keys}", '["a.b"]', "a.b", 'a["[]"][]', '["a[]"]']);
});

test("the elements of a root array are entries, one document is one entry", async () => {
  expect(values(await decoded('[ {"a":1} ,{"a":"x"},\n3,[4] ]\n', { name: "x.json" }))).toEqual([["a=1"], ["a=x"], ["$=3"], ["[]=4"]]);
  expect(values(await decoded("[]", { name: "x.json" }))).toEqual([]);
  expect(values(await decoded('{"a":\n{"b":[1,2]}}', { name: "x.json" }))).toEqual([["a.b[]=1", "a.b[]=2"]]);
});

test("a huge root array is streamed", async () => {
  const text = `[${Array.from({ length: 20_000 }, (_, i) => `{"id":${i},"note":"some text"}`).join(",\n")}]`;
  const { batches, rendered, records } = await decoded(text, { name: "x.json", chunk: 10_000, batchUnits: 50_000 });
  expect(records.length).toBe(20_000);
  expect(Math.max(...batches.map((batch) => batch.text.length))).toBeLessThan(100_000);
  expect(batches.slice(1).every((batch, i) => batch.firstEntry === batches[i]!.firstEntry + batches[i]!.entries)).toBe(true);
  expect(batches.at(-1)!.firstLine).toBeGreaterThan(18_000);
  expect(rendered).toBe(text);
});

test("NDJSON is one value a line; blank lines are frames", async () => {
  const text = '{"a":1}\r\n\n{"a":9007199254740993}\n  \n{"a":"x"}';
  const read = await decoded(text, { name: "x.ndjson" });
  expect(values(read)).toEqual([["a=1"], ["a=9007199254740993"], ["a=x"]]);
  expect(read.frames).toEqual([[], []]);
  expect(read.rendered).toBe(text);
});

test.each([1, 7, 65_536])("put aside, a broken line costs itself, in chunks of %i", async (chunk) => {
  const text = '{"a":1}\n{"a":1,"a":2}\n{"a":2}\n{"a":\n{"a":3} x\n{"a":4}\n{"a":';
  const { records, malformed, rendered } = await decodedAs(ndjson, asNdjson, text, { chunk, quarantine: true, batchUnits: chunk });
  expect(malformed.map(({ record, line, message }) => `${record} ${line} ${message}`)).toEqual([
    "2 2 a key stands twice in one object",
    "4 4 the text ends inside a value",
    "5 5 text follows the value of the line",
    "7 7 the text ends inside a value",
  ]);
  expect(records.map((record) => record[1])).toEqual(["a=1", "a=2", "a=4"]);
  expect(rendered).toBe('{"a":1}\n{"a":2}\n{"a":4}\n');
});

const refused = (format: typeof json, dialect: Dialect, text: string, given?: Given) =>
  decodedAs(format, dialect, text, given).then(
    () => "read",
    (error: { code: string; message: string; location: { line: number; record: number } }) =>
      `${error.code} ${error.location.line} ${error.location.record}: ${error.message}`,
  );

test("what is wrong is told by line and record, never by what stands there", async () => {
  expect(await refused(json, asJson, '[{"a":1},\n{"a":Ana}]')).toBe("malformed 2 2: a value is due");
  expect(await refused(json, asJson, '{"a":1,\n"a":2}')).toBe("malformed 2 1: a key stands twice in one object");
  expect(await refused(json, asJson, '{"a":1,"\\u0061":2}')).toBe("malformed 1 1: a key stands twice in one object");
  expect(await refused(json, asJson, '[{"a":1}')).toBe("malformed 1 2: the document ends inside an array");
  expect(await refused(json, asJson, '{"a":1}\n{"a":2}')).toBe("malformed 2 2: text follows the document");
  expect(await refused(ndjson, asNdjson, '{"a":1}\n{"a":')).toBe("malformed 2 2: the text ends inside a value");
  expect(await refused(json, asJson, "")).toBe("malformed 1 1: no JSON value");
});

test("duplicate keys under * are seen as well", async () => {
  expect(await refused(json, asJson, '{"1":1,"2":2,"1":3}')).toBe("malformed 1 1: a key stands twice in one object");
  expect(await refused(json, asJson, '[{"1":1},{"1":3}]')).toBe("read");
});

test("100,000 levels are too deep, and do not overflow", async () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  expect(await refused(json, asJson, deep)).toBe("too-large 1 1: nested deeper than 512");
  expect(await refused(ndjson, asNdjson, `{"a":1}\n${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`)).toBe(
    "too-large 2 2: nested deeper than 512",
  );
  expect(await refused(json, asJson, "[".repeat(512) + "]".repeat(512))).toBe("read");
});

test("a token is written as what it was", () => {
  const value = { id: 0, path: "a", label: "a", part: "value" } as const;
  const key = { ...value, part: "key" } as const;
  const write = (next: string | null, raw: string, slot: typeof value | typeof key = value) => json.write(next, raw, slot, asJson);
  expect(write('a"b\n', '"x"')).toBe('"a\\"b\\n"');
  expect(write("12", '"x"')).toBe('"12"');
  expect(write("2021", "20210304")).toBe("2021");
  expect(write("1.50", "1")).toBe("1.50");
  expect(write("007", "8")).toBe('"007"');
  expect(write("pid_x", "8")).toBe('"pid_x"');
  expect(write(null, "8")).toBe("null");
  expect(write(null, '"x"')).toBe("null");
  expect(write("k 1", '"x"', key)).toBe('"k 1"');
});

/** A value as leaves, by a walk over what JSON.parse gives: the oracle. */
function leaves(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (value !== null && typeof value === "object") return Object.entries(value).flatMap(([name, each]) => [name, ...leaves(each)]);
  return [value];
}

const document = fc.jsonValue({ maxDepth: 4, noUnicodeString: false }).map((value) => JSON.stringify(value));
const spaced = fc
  .tuple(document, fc.constantFrom(undefined, 1, "\t"))
  .map(([text, space]) => JSON.stringify(JSON.parse(text), null, space));

test("what it reads is what JSON.parse reads", async () => {
  await fc.assert(
    fc.asyncProperty(spaced, fc.constantFrom(1, 7, 65_536), async (text, chunk) => {
      const { batches, rendered } = await decodedAs(json, asJson, text, { chunk, batchUnits: chunk });
      const read = batches.flatMap((batch) =>
        Array.from({ length: batch.cells }, (_, c) => JSON.parse(batch.text.slice(batch.start[c], batch.end[c])) as unknown),
      );
      const parsed = leaves(JSON.parse(text));
      // JSON.parse moves keys that are whole numbers to the front.
      const order = (list: unknown[]) => list.map((each) => JSON.stringify(each)).sort();
      expect(order(read)).toEqual(order(parsed));
      expect(rendered).toBe(text);
    }),
    { numRuns: 500 },
  );
});

const broken = fc
  .tuple(
    document,
    fc.nat(),
    fc.constantFrom("", "{", "}", "[", "]", ",", ":", '"', "0", "-", ".", "e", "\\", "\u0001", "t", "nul", " ", "01"),
    fc.nat(3),
  )
  .map(([text, at, mark, cut]) => {
    const i = at % (text.length + 1);
    return text.slice(0, i) + mark + text.slice(i + cut);
  });

test("it refuses what JSON.parse refuses, duplicate keys aside", async () => {
  await fc.assert(
    fc.asyncProperty(broken, fc.constantFrom(1, 65_536), async (text, chunk) => {
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      const ours = await refused(json, asJson, text, { chunk, batchUnits: chunk });
      if (ours.includes("twice")) return;
      expect(ours === "read").toBe(parses);
      if (text.includes("\n") || text.trim() === "") return;
      expect((await refused(ndjson, asNdjson, text, { chunk, batchUnits: chunk })) === "read").toBe(parses);
    }),
    { numRuns: 1500 },
  );
});

test("replaced values and keys leave a document that parses, all else as it was", async () => {
  const text = '{ "Ana": [1.50, "x", null] }\n';
  const isValue = (key: string) => key === "Ana";
  const { batches, format, dialect, slots } = await decoded(text, { name: "x.json", isValue });
  const replaced = batches
    .map((batch) =>
      render(batch, format, dialect, (c) => (slots[batch.slot[c]!]!.part === "key" ? "t1" : batch.start[c]! < 20 ? null : undefined)),
    )
    .join("");
  expect(replaced).toBe('{ "t1": [null, null, null] }\n');
});
