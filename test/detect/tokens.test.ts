import { expect, test } from "vitest";
import { tokenize } from "../../src/detect/tokens.ts";

const formsOf = (text: string) => tokenize(text).form;

test("a word has one form in every text, by how it is written; marks and numbers have none", () => {
  const [dr, mark, voss, room] = formsOf("Dr. Voss 12b");
  const [again, small, capitals] = formsOf("Voss voss VOSS");
  expect(again).toBe(voss);
  expect([dr, voss, small, capitals].map((form) => form?.lower)).toEqual(["dr", "voss", "voss", "voss"]);
  expect(new Set([voss, small, capitals]).size).toBe(3);
  expect([mark, room]).toEqual([undefined, undefined]);
});

test("forms stay right when more words are met than are remembered", () => {
  const wordOf = (i: number): string => `w${[...String(i)].map((digit) => "abcdefghij"[Number(digit)]).join("")}`;
  const before = formsOf("Voss")[0];
  for (let from = 0; from < 50_000; from += 1000) {
    const words = Array.from({ length: 1000 }, (_, i) => wordOf(from + i));
    const tokens = tokenize(words.join(" "));
    expect(words.filter((word, i) => tokens.lower(i) !== word)).toEqual([]);
  }
  const behind = formsOf("Voss")[0];
  expect(behind?.lower).toBe("voss");
  // All were forgotten in between.
  expect(behind).not.toBe(before);
});

test("lower case is that of the letters as they stand", () => {
  const tokens = tokenize(`ÉLAN O'Neil's 3B ${"Ab".repeat(40)} \u2019`);
  expect(Array.from({ length: tokens.count }, (_, i) => tokens.lower(i))).toEqual(["élan", "o'neil", "3b", "ab".repeat(40), "\u2019"]);
});
