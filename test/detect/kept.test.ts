import { expect, test } from "vitest";
import { findAll } from "../../src/detect/index.ts";
import { keptValues } from "./kept-values.ts";

/** The values in braces of which a letter or digit is found, and how many there are. */
function damagedIn(sentence: string): { damaged: string[]; count: number } {
  const parts = sentence.split(/[{}]/);
  const text = parts.join("");
  const found = findAll(text);
  const damaged: string[] = [];
  let at = 0;
  parts.forEach((part, i) => {
    const [start, end] = [at, at + part.length];
    at = end;
    if (i % 2 === 1 && found.some((finding) => finding.start < end && finding.end > start)) damaged.push(part);
  });
  return { damaged, count: (parts.length - 1) / 2 };
}

const all = Object.entries(keptValues).map(([group, sentences]) => {
  const each = sentences.map(damagedIn);
  return { group, damaged: each.flatMap(({ damaged }) => damaged), count: each.reduce((sum, { count }) => sum + count, 0) };
});

test("a value that is marked as found counts as damaged", () => {
  expect(damagedIn("Seen by Dr. {Ana Ruiz} with BP {120/80}.")).toEqual({ damaged: ["Ana Ruiz"], count: 2 });
});

test("the clinical values that are taken are those of the list, no more and no less", async () => {
  const lines = all.map(
    ({ group, damaged, count }) => `${group}: ${damaged.length} of ${count}${damaged.length > 0 ? `: ${damaged.join(" | ")}` : ""}\n`,
  );
  await expect(lines.join("")).toMatchFileSnapshot("kept-taken.txt");
});

test("of more than three hundred numbers, doses, scores and codes fewer than one in a hundred is damaged", () => {
  const numbers = all.filter(({ group }) => !/eponyms|instruments|brands/.test(group));
  const count = numbers.reduce((sum, one) => sum + one.count, 0);
  expect(count).toBeGreaterThan(300);
  expect(numbers.reduce((sum, { damaged }) => sum + damaged.length, 0) / count).toBeLessThan(0.01);
});
