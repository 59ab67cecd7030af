import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { buildManifest, manifestSchema, renderManifest } from "../../src/evidence/manifest.ts";
import { exampleParts } from "./example.ts";

test("a built manifest keeps to its schema", () => {
  expect(manifestSchema.safeParse(buildManifest(exampleParts)).error).toBeUndefined();
});

test("an unknown field is not a manifest's", () => {
  expect(manifestSchema.safeParse({ ...buildManifest(exampleParts), patients: ["one"] }).success).toBe(false);
});

test("small counts of edits are withheld and totals are added up", () => {
  const manifest = buildManifest(exampleParts);
  expect(manifest.counts.map(({ count }) => count)).toEqual(["<11", 300]);
  expect(manifest.totals).toEqual({ in: 302, out: 300, quarantined: 2 });
});

test("a lost record stops the manifest", () => {
  const [output] = exampleParts.outputs;
  expect(() => buildManifest({ ...exampleParts, outputs: [{ ...output!, records: 299 }] })).toThrow(
    "302 records in, 299 out and 2 quarantined",
  );
});

test("the same manifest gives the same bytes, in whatever order it was put together", () => {
  const manifest = buildManifest(exampleParts);
  const shuffled = Object.fromEntries(Object.entries(manifest).reverse()) as typeof manifest;
  const options = Object.fromEntries(Object.entries(manifest.options).reverse());
  expect(renderManifest({ ...shuffled, options })).toBe(renderManifest(manifest));
  expect(renderManifest(manifest).startsWith('{\n  "manifest": 1,\n  "tool"')).toBe(true);
});

test("the published JSON Schema is the schema", () => {
  const published: unknown = JSON.parse(readFileSync(new URL("../../schemas/manifest.schema.json", import.meta.url), "utf8"));
  expect(published).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(manifestSchema))));
});
