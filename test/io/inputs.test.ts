import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { expandInputs } from "../../src/io/inputs.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scrubjay-inputs-"));
  mkdirSync(join(folder, "in/deep"), { recursive: true });
  for (const name of ["in/b.csv", "in/a.csv", "in/deep/c.csv", "in/.hidden", "x[1].csv"]) writeFileSync(join(folder, name), "a");
});
afterEach(() => rmSync(folder, { recursive: true }));
const expand = async (...args: string[]) =>
  (await expandInputs(args, folder)).map(({ name, isFromFolder }) => `${name}${isFromFolder ? " (folder)" : ""}`);
const code = (...args: string[]) =>
  expandInputs(args, folder).then(
    () => "fine",
    (error: { code: string; location: { input: string } }) => `${error.code} ${error.location.input}`,
  );

test("a folder gives its files by name, a glob its matches, a file itself, each once", async () => {
  expect(await expand("in")).toEqual(["a.csv (folder)", "b.csv (folder)", "deep/c.csv (folder)"]);
  expect(await expand("in/*.csv")).toEqual(["a.csv (folder)", "b.csv (folder)"]);
  expect(await expand("in/**/*.csv")).toEqual(["a.csv (folder)", "b.csv (folder)", "deep/c.csv (folder)"]);
  expect(await expand("in/b.csv", "in", "-")).toEqual(["b.csv", "a.csv (folder)", "deep/c.csv (folder)", "stdin"]);
  expect(await expand("x[1].csv")).toEqual(["x[1].csv"]);
});

test("what is not there is told by position, never by name", async () => {
  expect(await code("in", "nowhere.csv")).toBe("input-missing input 2");
  expect(await code("in/*.json")).toBe("input-missing input 1");
  mkdirSync(join(folder, "empty"));
  expect(await code("empty")).toBe("input-missing input 1");
});

test("a link out of the folder is refused, one within it is followed once", async () => {
  symlinkSync(join(folder, "in/a.csv"), join(folder, "in/again.csv"));
  symlinkSync(join(folder, "in"), join(folder, "in/deep/loop"));
  expect(await expand("in")).toEqual(["a.csv (folder)", "b.csv (folder)", "deep/c.csv (folder)"]);
  symlinkSync(join(folder, "x[1].csv"), join(folder, "in/deep/out.csv"));
  expect(await code("in")).toBe("input-outside input 1");
  expect(await code("in/**/*.csv")).toBe("input-outside input 1");
});

test("a link that leads nowhere is told", async () => {
  symlinkSync(join(folder, "gone"), join(folder, "in/gone.csv"));
  expect(await code("in")).toBe("input-missing input 1");
  expect(await code("in/gone.csv")).toBe("input-missing input 1");
});
