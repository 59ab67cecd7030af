import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errorCodes } from "../../src/errors.ts";

const page = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8");
const sections = [...page.matchAll(/^### `([a-z-]+)` \(exit (\d+)\)\n\n([^\n]+)/gm)].map(
  (match) => [match[1], Number(match[2]), match[3]!] as const,
);

test("docs/errors.md tells of every error code and its exit code, and of no other", () => {
  expect(Object.fromEntries(sections.map(([code, exit]) => [code, exit]))).toEqual(
    Object.fromEntries(Object.entries(errorCodes).map(([code, { exit }]) => [code, exit])),
  );
});

test("each entry says what the code means, in the words of the program", () => {
  for (const [code, , text] of sections)
    expect(text.toLowerCase()).toContain(errorCodes[code as keyof typeof errorCodes].means.toLowerCase());
});
