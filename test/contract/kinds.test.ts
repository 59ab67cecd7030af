import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { categories } from "../../src/identifiers/category.ts";
import type { Kind } from "../../src/identifiers/kind.ts";
import { type KindName, kindByName, kinds } from "../../src/identifiers/kinds/index.ts";
import { kindsForLabel, splitLabel } from "../../src/identifiers/labels.ts";
import { createStream } from "../../src/random/stream.ts";
import { nobodys } from "../support/nobodys.ts";

const every: readonly (readonly [string, Kind])[] = kinds.map((kind) => [kind.name, kind]);

/** `[[marked]]` text without its marks, and where they stood. */
function unmark(text: string): { text: string; spans: [number, number][] } {
  const spans: [number, number][] = [];
  let plain = "";
  for (const piece of text.split(/(?=\[\[)|(?<=\]\])/)) {
    const value = /^\[\[(.*)\]\]$/s.exec(piece)?.[1];
    if (value !== undefined) spans.push([plain.length, plain.length + value.length]);
    plain += value ?? piece;
  }
  return { text: plain, spans };
}

/** Whether a label of the kind stands right before `start` and the kind accepts the value: what the label detector asks. */
function isLabelled(kind: Kind, text: string, [start, end]: readonly [number, number]): boolean {
  const label = text
    .slice(0, start)
    .replace(/[\s:=]+$/, "")
    .split(/[.;:,]\s/)
    .at(-1)!;
  return kindsForLabel(label).some((named) => named.kind === kind.name) && (kind.accepts?.(text.slice(start, end)) ?? true);
}

const made = (kind: Kind, count: number): string[] =>
  Array.from({ length: count }, (_, i) => kind.make(createStream(`kinds/${i}`).fork(kind.name), { asOf: "2024-06-01" }));

test("each of the 18 categories has a kind", () => {
  expect([...new Set(kinds.map((kind) => kind.category))].sort()).toEqual(Object.keys(categories));
});

test("names are unique, in kebab case, and lead to their kind", () => {
  expect(new Set(kinds.map((kind) => kind.name)).size).toBe(kinds.length);
  expect(kinds.filter((kind) => !/^[a-z]+(?:-[a-z]+)*$/.test(kind.name) || kindByName(kind.name) !== kind)).toEqual([]);
});

test("all kinds whose numbers link records share one domain and one spelling rule", () => {
  const linking = kinds.filter((kind) => kind.domain === "record");
  expect(linking.length).toBeGreaterThan(20);
  for (const value of ["Patient/abc-1", "4029887-a", " MRN 12 ", "61F44C35-9FC9-17B3-83A7-B92D3D784F3A", "1EG4-TE5-MK73"])
    expect(new Set(linking.map((kind) => kind.normalize(value))).size).toBe(1);
});

describe.each(every)("%s", (name, kind) => {
  test("has a tag in capitals, a title and labels that name it", () => {
    expect(kind.tag).toMatch(/^[A-Z]+(?:-[A-Z]+)*$/);
    expect(kind.title).toMatch(/^\p{Lu}/u);
    expect(kind.labels.length).toBeGreaterThan(1);
    const unheard = kind.labels.filter((label) => !kindsForLabel(label.replace("=", "")).some((named) => named.kind === kind.name));
    expect(unheard).toEqual([]);
  });

  test("what it makes, it accepts in a cell, and finds whole in prose where it finds it at all", () => {
    for (const value of made(kind, 200)) {
      expect([value, kind.matches(value) !== null || kind.accepts?.(value) !== false]).toEqual([value, true]);
      const found = kind.find(value);
      if (found.length > 0) expect([value, found.map(({ start, end }) => [start, end])]).toEqual([value, [[0, value.length]]]);
    }
  });

  test("what it makes is nobody's", () => {
    expect(made(kind, 200).filter((value) => !nobodys[name as KindName](value))).toEqual([]);
  });

  test("what it makes depends on the stream alone", () => {
    expect(made(kind, 20)).toEqual(made(kind, 20));
  });

  test("a spelling that is imitated gives no content away", () => {
    for (const { text, spans } of kind.examples.found.map(unmark))
      for (const [start, end] of spans) {
        const like = text.slice(start, end);
        const value = kind.make(createStream("like").fork(kind.name), { like, asOf: "2024-06-01" });
        expect([like, value === like]).toEqual([like, false]);
        expect([value, kind.matches(value) !== null || kind.accepts?.(value) !== false]).toEqual([value, true]);
      }
  });

  test("its normal form is a normal form", () => {
    const values = [
      ...made(kind, 50),
      ...kind.examples.found.map(unmark).flatMap(({ text, spans }) => spans.map(([start, end]) => text.slice(start, end))),
    ];
    for (const value of values) {
      const normal = kind.normalize(value);
      expect(kind.normalize(normal)).toBe(normal);
      expect(kind.normalize(` ${value} `)).toBe(normal);
    }
  });

  test.each(kind.examples.found)("finds %s", (example) => {
    const { text, spans } = unmark(example);
    expect(spans.length).toBeGreaterThan(0);
    const found = kind.find(text).map(({ start, end }) => text.slice(start, end));
    const wanted = spans.map(([start, end]) => text.slice(start, end));
    expect(found.filter((value) => !wanted.includes(value))).toEqual([]);
    expect(spans.filter((span) => !found.includes(text.slice(...span)) && !isLabelled(kind, text, span))).toEqual([]);
  });

  test.each(kind.examples.kept)("keeps %s", (text) => {
    expect(kind.find(text).map(({ start, end }) => text.slice(start, end))).toEqual([]);
    const value = /[:#=]\s*(?=[^:#=]+$)/.exec(text);
    if (value) expect(isLabelled(kind, text, [value.index + value[0].length, text.length])).toBe(false);
  });

  test("finds within any text without throwing, in order and in range", () => {
    const fragments = fc.constantFrom(
      "1",
      "12",
      "-",
      "/",
      ".",
      ":",
      " ",
      "\n",
      "@",
      "(",
      ")",
      "a",
      "A",
      "O",
      "of",
      "March ",
      "St ",
      "SSN ",
      "\u00a0",
      "–",
      "é",
      "😀",
      "\u200b",
      "x",
      "#",
      "2019",
      "at",
      "dot",
      "+",
      "%",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.array(fragments, { maxLength: 40 }).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(text, (input) => {
        let last = 0;
        for (const { start, end } of kind.find(input)) {
          expect(start >= last && start < end && end <= input.length).toBe(true);
          last = end;
        }
        kind.matches(input);
        kind.accepts?.(input);
        kind.check?.(input);
        expect(kind.normalize(kind.normalize(input))).toBe(kind.normalize(input));
      }),
      { numRuns: 300 },
    );
  });
});

test("a label of one kind is split into the words by which it is found", () => {
  expect(kinds.flatMap((kind) => kind.labels).filter((label) => splitLabel(label).length === 0)).toEqual([]);
});
