import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const folder = resolve(import.meta.dirname, "../../src/tables/generated");
const all = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
/** Learned, not listed: the tagger's weights are held to their own test. */
const files = all.filter(({ name }) => name !== "tagger.ts");

test("the tagger's weights say what they were learned from, and stay small", () => {
  const { text } = all.find(({ name }) => name === "tagger.ts")!;
  expect(text.slice(0, text.indexOf("*/"))).toMatch(/Made by scripts\/train-tagger\.js; do not edit\.[\s\S]*\(MIT\)[\s\S]*\(CC BY 4\.0/);
  expect(text.length).toBeGreaterThan(100_000);
  expect(text.length).toBeLessThan(2_000_000);
});

test("every generated table says how it was made and where its facts come from", () => {
  expect(files.length).toBeGreaterThan(5);
  for (const { name, text } of files) {
    const head = text.slice(0, text.indexOf("*/"));
    expect(head, name).toMatch(/^\/\*\n \* Made by scripts\/build-tables\.js; do not edit\./);
    expect(head, name).toMatch(/Census Bureau|Social Security Administration|NCHS|SCOWL|GeoNames|Tzioumis/);
    expect(head, name).toMatch(/public domain|CC BY 4\.0|ISC|NOTICE/);
  }
});

test("the tables stay small", () => {
  const bytes = files.reduce((sum, { text }) => sum + text.length, 0);
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(bytes).toBeLessThan(3_500_000);
});

test("a generated table is strings only, so that the compiler reads it at once", () => {
  for (const { name, text } of files) {
    const body = text.slice(text.indexOf("*/") + 2);
    expect(body.match(/^export const \w+: (?:string =|readonly string\[\] = \[)$/gm)?.length, name).toBe(body.match(/^export /gm)?.length);
  }
});
