import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import type { Dialect, Format } from "../../src/formats/format.ts";
import { sniffFormat } from "../../src/formats/index.ts";
import { render } from "../../src/formats/render.ts";
import { recognizeUnsupported } from "../../src/formats/unsupported.ts";
import { openSource } from "../../src/io/source.ts";
import { chunks } from "./support.ts";

const inputs = resolve(import.meta.dirname, "../../../shared/inputs");
const isHere = existsSync(inputs);
if (!isHere) console.warn("skipped: the shared inputs are not here, so render identity on real files is not shown");

const files = isHere
  ? readdirSync(inputs, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  : [];

async function textOf(path: string): Promise<string> {
  const source = await openSource(path, { display: "input" });
  const parts: string[] = [];
  for await (const chunk of source.text()) parts.push(chunk);
  return parts.join("");
}

async function rendered(
  format: Format,
  dialect: Dialect,
  text: string,
  size: number,
): Promise<{ text: string; cells: number; records: number }> {
  let out = "";
  let cells = 0;
  let records = 0;
  for await (const batch of format.decode(chunks(text, size), dialect, [], {
    isValue: () => false,
    batchUnits: Math.max(size, 1000),
  })) {
    out += render(batch, format, dialect, () => undefined);
    cells += batch.cells;
    for (let e = 0; e < batch.entries; e++) if (!batch.frame[e]) records++;
  }
  return { text: out, cells, records };
}

test.skipIf(!isHere)(
  "every shared file is decoded whole or refused by name",
  async () => {
    const told = new Map<string, number>();
    for (const path of files) {
      let title: string;
      try {
        const source = await openSource(path, { display: "input" });
        const name = relative(inputs, path);
        title = recognizeUnsupported(source.head, name) ?? "";
        if (title === "") {
          const text = await textOf(path);
          const { format, dialect } = sniffFormat(text.slice(0, 65_536), text.length <= 65_536, name, { isValue: () => false });
          title = format.name;
          const first = await rendered(format, dialect, text, 65_536);
          expect(first.text === text, name).toBe(true);
          // Small chunks on the head of a big file: the states are the same.
          const part = text.length > 100_000 && format.name !== "json" ? text.slice(0, text.lastIndexOf("\n", 100_000) + 1) : text;
          for (const size of [1, 7]) {
            const again = await rendered(format, dialect, part, size);
            expect(again.text === part, name).toBe(true);
            if (part === text) expect([again.cells, again.records], name).toEqual([first.cells, first.records]);
          }
        }
      } catch (error) {
        title = (error as { code?: string }).code ?? String(error);
      }
      const folder = relative(inputs, path).split("/")[0]!;
      told.set(`${folder}: ${title}`, (told.get(`${folder}: ${title}`) ?? 0) + 1);
    }
    console.info(Object.fromEntries([...told].sort()));
    const decoded = [...told].filter(([title]) => /: (?:delimited|json|ndjson)$/.test(title)).reduce((sum, [, n]) => sum + n, 0);
    expect(decoded).toBeGreaterThan(150);
  },
  300_000,
);
