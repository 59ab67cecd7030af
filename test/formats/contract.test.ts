import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dialect, FormatName } from "../../src/formats/format.ts";
import { formatByName, formats } from "../../src/formats/index.ts";
import { render } from "../../src/formats/render.ts";
import { sniffFormat } from "../../src/formats/sniff.ts";
import { chunks, decodedAs } from "./support.ts";

/** A sample a format, with a record, a frame where there are any, and every way to write a value. */
const samples: Record<FormatName, { readonly name: string; readonly text: string }> = {
  delimited: { name: "a.csv", text: 'id,name,note\r\n1,Ana,"two\r\nlines"\r\n\r\n2,"",5\'10"\r\n3,"a ""b""",' },
  ndjson: { name: "a.ndjson", text: '{"id":1.50,"name":["Ana","B\\u00e9a"]}\n\n{"id":null,"name":[],"ok":true}\r\n{"id":2}' },
  json: { name: "a.json", text: '[\n {"id": 1.50, "name": ["Ana", "B\\u00e9a"]},\n {"id": null, "of": {"Ana": {"x": -1e3}}}\n]\n' },
  text: { name: "a.txt", text: "Seen today.\r\n\r\nDoing well." },
};
const isValue = (text: string) => text === "Ana";

describe.each(formats)("$name", ({ name }) => {
  const { text, name: file } = samples[name];
  const format = formatByName(name);
  const dialect: Dialect = sniffFormat(text, true, file, { isValue }).dialect;

  test("its sample is its own", () => {
    expect(dialect.format).toBe(name);
    expect(format.extensions.every((extension) => extension.startsWith("."))).toBe(true);
  });

  test.each([1, 7, 65_536])("without edits the source comes back, in chunks of %i", async (chunk) => {
    const whole = await decodedAs(format, dialect, text, { isValue });
    const read = await decodedAs(format, dialect, text, { chunk, batchUnits: chunk, isValue });
    expect(read.rendered).toBe(text);
    expect([read.records, read.frames, read.slots]).toEqual([whole.records, whole.frames, whole.slots]);
    expect(whole.records.length).toBeGreaterThan(0);
  });

  test("cells ascend, do not overlap, and entries share them out", async () => {
    for (const batch of (await decodedAs(format, dialect, text, { isValue })).batches) {
      for (let c = 0; c < batch.cells; c++) {
        expect(batch.start[c]).toBeLessThanOrEqual(batch.end[c]!);
        if (c > 0) expect(batch.start[c]).toBeGreaterThanOrEqual(batch.end[c - 1]!);
      }
      expect(batch.cellsEnd[batch.entries - 1]).toBe(batch.cells);
    }
  });

  test("what is written in place of a value is read again as that value, and nothing else moves", async () => {
    const before = await decodedAs(format, dialect, text, { isValue });
    const total = before.batches.reduce((sum, batch) => sum + batch.cells, 0);
    await fc.assert(
      fc.asyncProperty(fc.nat(total - 1), fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }), async (at, value) => {
        fc.pre(!value.includes("\0") && !before.frames.flat().some((cell) => cell.endsWith(`=${value}`)));
        let seen = 0;
        let isKey = false;
        const written = before.batches
          .map((batch) =>
            render(batch, format, dialect, (cell) => {
              if (seen++ !== at) return undefined;
              isKey = before.slots[batch.slot[cell]!]!.part === "key";
              return value;
            }),
          )
          .join("");
        fc.pre(!isKey);
        const after: (string | undefined)[] = [];
        const slots: Parameters<typeof format.decode>[2] = [];
        for await (const batch of format.decode(chunks(written, 65_536), dialect, slots, { isValue })) {
          for (let c = 0; c < batch.cells; c++) after.push(format.read(batch.text.slice(batch.start[c], batch.end[c]), dialect));
        }
        const expected = before.batches.flatMap((batch) =>
          Array.from({ length: batch.cells }, (_, c) => format.read(batch.text.slice(batch.start[c], batch.end[c]), dialect)),
        );
        expected[at] = value;
        expect(after).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("a removed value is read as nothing", async () => {
    const { batches, slots } = await decodedAs(format, dialect, text, { isValue });
    for (const batch of batches) {
      for (let c = 0; c < batch.cells; c++) {
        const slot = slots[batch.slot[c]!]!;
        if (slot.part === "key") continue;
        const written = format.write(null, batch.text.slice(batch.start[c], batch.end[c]), slot, dialect);
        expect(format.read(written, dialect) ?? "").toBe("");
      }
    }
  });
});
