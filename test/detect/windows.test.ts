import { expect, test } from "vitest";
import { findAll } from "../../src/detect/index.ts";

const filler = "The wound is clean and dry, and he walks without help. ".repeat(9000);

/** An encoded letter that begins a little before the first window's end. */
function coveredOf(encoded: string): number {
  const text = `${filler.slice(0, 97_500)} ${encoded} ${filler}`;
  const from = text.indexOf(encoded);
  return findAll(text)
    .filter(({ start, end }) => start < from + encoded.length && end > from)
    .reduce((sum, { start, end }) => sum + Math.min(end, from + encoded.length) - Math.max(start, from), 0);
}

const letter = "Patient: Halvard Brzycki, DOB 01/02/1950, MRN: 00482913. He came in today and was seen by Dr. Okonkwo. ".repeat(57);

test("an encoded letter over the end of a window is taken to its end", () => {
  const encoded = Buffer.from(letter).toString("base64");
  expect(encoded.length).toBeGreaterThan(7000);
  expect(coveredOf(encoded)).toBe(encoded.length);
});

test("a text without a space is read to its end", () => {
  const found = findAll(`${"x".repeat(450_000)} 617-555-0134`);
  expect(found.at(-1)).toMatchObject({ start: 450_001, end: 450_013 });
});

test("the format that only the head of a text tells holds for all of it", () => {
  const rtf = `{\\rtf1\\ansi ${filler} Seen by Dr. \\'c5ngstr\\b \\b0 \\'f6mqvist today.}`;
  const values = findAll(rtf).map(({ start, end }) => rtf.slice(start, end));
  expect(values.some((value) => value.endsWith("mqvist") && value.includes("ngstr"))).toBe(true);
});
