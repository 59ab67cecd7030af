import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLineSorter } from "../../src/io/line-sorter.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "scrubjay-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

const keyOf = (line: string): string => line.slice(0, 2);

async function sort(pieces: readonly string[], memoryUnits: number, fanIn: number): Promise<{ text: string; spilled: number }> {
  const sorter = createLineSorter({ keyOf, folder, memoryUnits, fanIn });
  for (const piece of pieces) await sorter.add(piece);
  const [made] = await readdir(folder);
  const spilled = made === undefined ? 0 : (await readdir(join(folder, made))).length;
  let text = "";
  for await (const piece of sorter.sorted()) text += piece;
  await sorter.discard();
  expect(await readdir(folder)).toEqual([]);
  return { text, spilled };
}

test("lines come in the order of their keys, equal ones as they came, carriage returns inside", async () => {
  const { text, spilled } = await sort(["20 b\rx\n10 a\n2", "0 a\n10 z\n15\rq\n"], 1_000, 64);
  expect(text).toBe("10 a\n10 z\n15\rq\n20 b\rx\n20 a\n");
  expect(spilled).toBe(0);
});

test("what does not fit into memory comes in the same order from disk, in one merge or several", async () => {
  const lines = Array.from({ length: 300 }, (_, i) => `${String((i * 37) % 90).padStart(2, "0")} line ${i} é\n`);
  const whole = await sort(lines, 1_000_000, 64);
  for (const fanIn of [2, 3, 64]) {
    const parts = await sort(lines, 200, fanIn);
    expect(parts.spilled).toBeGreaterThan(1);
    expect(parts.spilled).toBeLessThanOrEqual(fanIn + 1);
    expect(parts.text).toBe(whole.text);
  }
});

test("it is the stable sort of the lines, wherever the text is cut", async () => {
  const line = fc.tuple(fc.integer({ min: 10, max: 20 }), fc.stringMatching(/^[a-z\r]{0,5}$/)).map(([key, words]) => `${key}${words}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 5, max: 80 }),
      async (lines, size, memory) => {
        const text = lines.map((each) => `${each}\n`).join("");
        const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
        const expected = lines
          .toSorted((a, b) => Number(keyOf(a)) - Number(keyOf(b)))
          .map((each) => `${each}\n`)
          .join("");
        expect((await sort(pieces, memory, 2)).text).toBe(expected);
      },
    ),
    { numRuns: 40 },
  );
});
