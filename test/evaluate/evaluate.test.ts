import { expect, test } from "vitest";
import { DeidError } from "../../src/errors.ts";
import { evaluateText } from "../../src/evaluate/evaluate.ts";
import type { Note, NoteSpan } from "../../src/evaluate/note.ts";

/** `Seen by {PROVIDER|Ana Ruiz}` as a note. */
function note(id: string, marked: string, style?: string): Note {
  let text = "";
  let done = 0;
  const spans: NoteSpan[] = [];
  for (const { 0: all, 1: label, 2: value, index } of marked.matchAll(/\{(\w+)\|([^}]+)\}/g)) {
    text += marked.slice(done, index);
    spans.push({ start: text.length, end: text.length + value!.length, label: label! });
    text += value;
    done = index + all.length;
  }
  text += marked.slice(done);
  return { id, text, spans, ...(style !== undefined && { style }) };
}

/** What was found, by its text: each first occurrence. */
function found({ id, text }: Note, ...values: readonly string[]) {
  return {
    id,
    spans: values.map((value) => ({
      start: text.indexOf(value),
      end: text.indexOf(value) + value.length,
      kind: "name",
      detector: "names",
    })),
  };
}

const a = note("a", "Pt {PATIENT|Maria Lopez} seen 3/4/21? No, {DATE|3/5/21}, by Dr. {PROVIDER|Ruiz}. {PATIENT|Lopez} is 67. BP 120/80.");
const b = note("b", "Heparin 4000 u, no bleeding.");
const partOf = (share: { part: number; whole: number }): string => `${share.part}/${share.whole}`;

test("a span is touched by one covered letter and whole when all its letters and digits are covered", () => {
  const { metrics } = evaluateText([a, b], [found(a, "Maria", "3/5/21", "Ruiz. Lopez"), found(b)]);
  expect(partOf(metrics["r-any"])).toBe("4/4");
  expect(partOf(metrics["r-full"])).toBe("3/4");
  expect(partOf(metrics.sealed)).toBe("0/1");
});

test("an entity is hidden only if every mention of it is, and a part of a name is a mention of the fuller one", () => {
  const { metrics } = evaluateText([a, b], [found(a, "Maria Lopez", "3/5/21", "Ruiz"), found(b)]);
  expect(partOf(metrics["r-full"])).toBe("3/4");
  expect([metrics.entities, metrics.direct, metrics.providers, metrics.dates].map(partOf)).toEqual(["2/3", "0/1", "1/1", "1/1"]);
});

test("precision counts findings that touch gold, and letters in gold; over-scrubbing counts letters outside", () => {
  const { metrics, errors } = evaluateText([a, b], [found(a, "Maria Lopez seen", "BP 120/80"), found(b, "Heparin")]);
  expect(partOf(metrics.p)).toBe("1/3");
  expect(partOf(metrics["p-letters"])).toBe("10/28");
  expect(metrics["over-scrubbed"].part).toBe(18);
  expect(partOf(metrics.negatives)).toBe("1/1");
  expect(errors.filter(({ outcome }) => outcome === "over-scrubbed").map(({ note: at, start, end }) => [at, start, end])).toEqual([
    [1, 15, 19],
    [1, a.text.indexOf("BP"), a.text.indexOf("BP") + 9],
    [2, 0, 7],
  ]);
});

test("what is no identifier under Safe Harbor is neither asked for nor held against what found it", () => {
  const c = note("c", "{STATE|Ohio}, {AGE|67} yo, since {DATE|2011} and {AGE|94}, {GPE|France} then {GPE|Dover}, {AGE|96-hour}");
  const { metrics, leftOut, identifiers } = evaluateText([c], [found(c, "Ohio", "67", "2011", "94", "France", "Dover")]);
  expect(identifiers).toBe(2);
  expect([metrics.p, metrics["p-letters"], metrics["over-scrubbed"]].map(partOf)).toEqual(["2/2", "7/7", "0/14"]);
  expect(leftOut).toEqual([
    { label: "AGE", why: "under-90", count: 2 },
    { label: "DATE", why: "bare-year", count: 1 },
    { label: "GPE", why: "state-or-country", count: 1 },
    { label: "STATE", why: "no identifier", count: 1 },
  ]);
});

test("figures stand apart for each label, category, style and detector", () => {
  const styled = { ...a, style: "emergency" };
  const { labels, categories, styles, detectors, agreement } = evaluateText([styled, b], [found(a, "Maria Lopez", "BP"), found(b)]);
  expect(labels.map(({ name, full }) => [name, partOf(full)])).toEqual([
    ["DATE", "0/1"],
    ["PATIENT", "1/2"],
    ["PROVIDER", "0/1"],
  ]);
  expect(categories.map(({ name, any }) => [name, partOf(any)])).toEqual([
    ["A", "1/3"],
    ["C", "0/1"],
  ]);
  expect(styles.map(({ name, notes, p }) => [name, notes, partOf(p)])).toEqual([
    ["", 1, "0/0"],
    ["emergency", 1, "1/2"],
  ]);
  expect(detectors.map(({ name, p }) => [name, partOf(p)])).toEqual([["names", "1/2"]]);
  expect(agreement).toEqual([{ gold: "A", found: "A", count: 1 }]);
});

test("labels that no vocabulary has are refused by name, all at once, and a map gives them a meaning", () => {
  const c = note("c", "{KLINIK|Mercy}, {WOHNORT|Dover}");
  expect(() => evaluateText([c], [found(c)])).toThrow(/KLINIK, WOHNORT/);
  const { metrics } = evaluateText([c], [found(c, "Dover")], { labels: { klinik: null, wohnort: { category: "B", group: "direct" } } });
  expect(partOf(metrics.direct)).toBe("1/1");
});

test("a label that reads as a value is not repeated", () => {
  const c = { id: 1, text: "Quinnella Brakespeare", spans: [{ start: 0, end: 9, label: "Quinnella Brakespeare" }] };
  const refused = (): unknown => evaluateText([c], [{ id: 1, spans: [] }]);
  expect(refused).toThrow(DeidError);
  expect(refused).not.toThrow(/Quinnella/);
});

test.each([
  ["an id that occurs twice in the predictions", [a], [found(a), found(a)]],
  ["an id that occurs twice in the gold", [a, a], [found(a)]],
  ["a note without predictions", [a, b], [found(a)]],
  ["a span past the end of the text", [b], [{ id: "b", spans: [{ start: 0, end: 900 }] }]],
  ["predictions of another text", [b], [{ id: "b", text: "other", spans: [] }]],
] as const)("%s is refused with its place", (_, gold, predictions) => {
  expect(() => evaluateText(gold, predictions)).toThrow(
    expect.objectContaining({ code: "malformed", location: expect.objectContaining({ record: expect.any(Number) }) }),
  );
});

test("predictions of notes that the gold does not have are passed over", () => {
  expect(evaluateText([b], [found(a), found(b)]).notes).toBe(1);
});

test("without show the result holds no text, and no style, detector or kind that reads as a value", () => {
  const value = "Quinnella Brakespeare";
  const c = { ...note("1", `{PATIENT|${value}} left`), style: value };
  const predictions = [{ id: "1", spans: [{ start: 22, end: 26, detector: value, kind: value, label: value }] }];
  expect(JSON.stringify(evaluateText([c], predictions, { show: true }))).toContain(value);
  expect(JSON.stringify(evaluateText([c], predictions))).not.toContain("Quinnella");
});

test("two systems are compared on the same resampled notes", () => {
  const gold = Array.from({ length: 40 }, (_, i) => note(`n${i}`, "{PATIENT|Maria Lopez}, {DATE|3/5/21}"));
  const better = gold.map((each, i) => found(each, ...(i % 4 === 0 ? ["Maria Lopez"] : ["Maria Lopez", "3/5/21"])));
  const worse = gold.map((each) => found(each, "Maria Lopez"));
  const { comparison, metrics } = evaluateText(gold, better, { compare: worse });
  expect([metrics["r-full"].value, comparison!.metrics["r-full"].value]).toEqual([0.875, 0.5]);
  const difference = comparison!.differences["r-full"];
  expect(difference.value).toBe(0.375);
  expect(difference.low).toBeGreaterThan(0.25);
  expect(difference.high).toBeLessThan(0.47);
  expect(difference.higher).toBe(1);
  const same = evaluateText(gold, better, { compare: better }).comparison!.differences["r-full"];
  expect(same).toEqual({ value: 0, low: 0, high: 0, higher: 0, equal: 1 });
});

test("a single word that is somebody's name is not repeated as a label, detector or strength; a label in capitals is", () => {
  const odd: Note = {
    id: "1",
    text: "Seen.",
    spans: [
      { start: 0, end: 4, label: "BRENNAN" },
      { start: 0, end: 4, label: "GPE_X" },
    ],
  };
  expect(() => evaluateText([odd], [{ id: "1", spans: [] }])).toThrow(/vocabulary has: label 1, GPE_X/);
  const gold = note("1", "Then {PATIENT|Ana Ruiz} left.");
  const spans = [{ start: 0, end: 4, detector: "kathleen", strength: "brennan", kind: "name" }];
  const said = JSON.stringify(evaluateText([gold], [{ id: "1", spans }]));
  expect(said).toContain('"detector":"detector 1","strength":"strength 1"');
  expect(said).not.toMatch(/kathleen|brennan/i);
  expect(JSON.stringify(evaluateText([gold], [{ id: "1", spans: [{ ...spans[0]!, detector: "tagger", strength: "shaped" }] }]))).toContain(
    '"detector":"tagger","strength":"shaped"',
  );
});
