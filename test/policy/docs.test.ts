import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadPolicy } from "../../src/policy/index.ts";
import { transforms } from "../../src/transform/index.ts";

const page = readFileSync("docs/policies.md", "utf8");

test("every example of docs/policies.md is a policy", () => {
  const examples = [...page.matchAll(/```yaml\n([^`]{1,2000})```/g)].map(([, text]) => text!);
  expect(examples.length).toBeGreaterThan(2);
  for (const text of examples) loadPolicy(text.startsWith("name:") ? text : `name: example\nextends: safe-harbor\n${text}`);
});

test("docs/policies.md names every transform and each of its options", () => {
  for (const { name, options } of transforms) {
    const row = page.split("\n").find((line) => line.startsWith(`| \`${name}\``));
    expect(row, name).toBeDefined();
    for (const option of Object.keys(options.shape)) expect(row).toContain(`\`${option}`);
  }
});
