import fc from "fast-check";
import { expect, test } from "vitest";
import { kinds } from "../../src/identifiers/kinds/index.ts";
import { sitesOf } from "../../src/identifiers/sites.ts";
import { startsOf } from "../../src/identifiers/starts.ts";

const plain = (text: string): string => text.replaceAll("[[", "").replaceAll("]]", "");
const examples = kinds.flatMap(({ examples: { found, kept } }) => [...found, ...kept].map(plain));
const withSites = (text: string) => kinds.map((kind) => kind.find(text, sitesOf(text)));
const without = (text: string) => kinds.map((kind) => kind.find(text));

test("every kind finds the same with and without the scan", () => {
  for (const text of [...examples, examples.join("\n"), examples.join(" ").toUpperCase(), examples.join("")])
    expect(withSites(text)).toEqual(without(text));
});

test("so it does in words and marks thrown together", () => {
  const words = [...new Set(examples.flatMap((text) => text.split(/(?<=\W)|(?=\W)/)))];
  const piece = fc.oneof(fc.constantFrom(...words), fc.constantFrom(" ", "\n", "-", "/", ".", ":", "é", "ſ", "\u212a", "\u0000", "😀"));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("");
      expect(withSites(text)).toEqual(without(text));
    }),
    { seed: 7, numRuns: 300 },
  );
});

const patterns = [
  /\bfoo|ba(?:r|z)?\b/g,
  /(?<![\w.])\d{1,3}(?:-\d\d){0,2}/g,
  /(?<=^|\n)[A-Z]{2}$/gm,
  /(?<s>["'])x\k<s>|\(\d\)/g,
  /\p{Lu}\p{L}{0,3}s/giu,
  /[^\s,]{1,2},|\u2010\x41|\cA/g,
  /(?:a|b){0,2}c/g,
  // What stands behind the units that are looked at is not read: brackets and strokes of it must not be taken for its end.
  /aab(?:c[)|(\]]|\(o\|r)x|foor(?=[)\]](?!z|\)))[^(|]{0,2}\)|b(?<=(?:aa[)(]|)ab)c/g,
  /(?:)/g,
];

test("a pattern matches where it matches alone, on this text and the next", () => {
  const unit = fc.constantFrom(..."aabcfoorzxX09AB'\"(),.-\n é\u017f\u2010\u0001😀");
  for (const pattern of patterns) {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const text = units.join("");
        const told = (match: RegExpMatchArray) => [match.index, ...match];
        expect(sitesOf(text).matches(pattern).map(told)).toEqual([...text.matchAll(pattern)].map(told));
      }),
      { seed: 11, numRuns: 300 },
    );
  }
});

test("what may begin with anything has no beginnings", () => {
  expect(startsOf(/a?/g)).toBeUndefined();
  expect(startsOf(/a/g)).toHaveLength(1);
});
