import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const src = resolve(import.meta.dirname, "../src");

/** DESIGN's order: a folder or file imports only from rows above its own, or from itself. */
const rows: readonly (readonly string[])[] = [
  ["errors.ts", "version.ts"],
  ["random"],
  ["secret"],
  ["calendar"],
  ["tables"],
  ["io"],
  ["identifiers"],
  ["record"],
  ["formats", "layouts", "databases"],
  ["transform"],
  ["detect"],
  ["classify", "subjects"],
  ["policy"],
  ["evidence", "evaluate"],
  ["deidentify", "generate"],
  ["cli", "testing", "index.ts"],
];
const rowOf = (room: string): number => rows.findIndex((row) => row.includes(room));
const nodeImportsAllowed = new Set(["io", "secret", "databases", "cli"]);

const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => ({ path: join(src, file), room: file.split(/[\\/]/)[0]!, name: file }));

const imports = files.flatMap(({ path, room, name }) =>
  [
    ...readFileSync(path, "utf8").matchAll(
      /^(?:import|export)\b[^;"']*?["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']\s*\)|^import ["']([^"'\n]+)["']/gm,
    ),
  ].map((match) => ({
    from: name,
    path,
    room,
    target: match[1] ?? match[2] ?? match[3]!,
  })),
);

test("every folder of src has its row", () => {
  expect([...new Set(files.map((file) => file.room))].filter((room) => rowOf(room) < 0)).toEqual([]);
  expect(imports.length).toBeGreaterThan(50);
});

test("a folder imports only from rows above its own", () => {
  const wrong = imports
    .filter(({ target }) => target.startsWith("."))
    .map((entry) => ({ ...entry, to: relative(src, resolve(dirname(entry.path), entry.target)).split(/[\\/]/)[0]! }))
    .filter(({ room, to }) => room !== to && !(rowOf(to) >= 0 && rowOf(to) < rowOf(room)))
    .map(({ from, target }) => `${from} imports ${target}`);
  expect(wrong).toEqual([]);
});

test("node: modules are imported only where the outside world is touched", () => {
  expect(
    imports
      .filter(({ target, room }) => target.startsWith("node:") && !nodeImportsAllowed.has(room))
      .map(({ from, target }) => `${from} imports ${target}`),
  ).toEqual([]);
});

test("no module waits when it is imported, so that require works", () => {
  expect(
    files
      .filter(({ path }) => /^(?:export )?(?:const|let)?[^\n/*"'`]*\bawait\b/m.test(readFileSync(path, "utf8").replace(/^[ \t].*$/gm, "")))
      .map(({ name }) => name),
  ).toEqual([]);
});
