import fc from "fast-check";
import { expect, test } from "vitest";
import { createLabels } from "../../src/evaluate/labels.ts";
import { scoreNote } from "../../src/evaluate/score.ts";

const labels = createLabels();
const text = fc.stringMatching(/^[ab1 .👩]{1,40}$/u);
const spansIn = (length: number, label: string) =>
  fc.array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 8 })), { maxLength: 5 }).map((pairs) =>
    pairs
      .sort(([a], [b]) => a - b)
      .reduce<{ start: number; end: number; label: string }[]>((kept, [start, size]) => {
        if (start >= (kept.at(-1)?.end ?? 0)) kept.push({ start, end: Math.min(length, start + size), label });
        return kept;
      }, []),
  );
const cases = text.chain((note) =>
  fc.record({ text: fc.constant(note), gold: spansIn(note.length, "PATIENT"), found: spansIn(note.length, "name") }),
);

test("counts are those of the definitions, letter by letter", () => {
  fc.assert(
    fc.property(cases, ({ text, gold, found }) => {
      const { counts } = scoreNote({ id: 1, text, spans: gold }, found, labels);
      const letters = [...text.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => index);
      const within = (spans: typeof gold) => (at: number) => spans.some(({ start, end }) => start <= at && at < end);
      const lettersOf = (span: (typeof gold)[number]) => letters.filter(within([span]));
      const asked = gold.filter((span) => lettersOf(span).length > 0);
      const empty = gold.filter((span) => lettersOf(span).length === 0);
      const overlap = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start < b.end && b.start < a.end;
      const counted = found.filter(
        (finding) => asked.some((span) => overlap(span, finding)) || !empty.some((span) => overlap(span, finding)),
      );
      const full = asked.filter((span) => lettersOf(span).every(within(found))).length;
      expect(
        Object.fromEntries(
          ["gold", "any", "full", "found", "right", "unmarked", "taken", "filled", "sealed"].map((key) => [key, counts.get(key) ?? 0]),
        ),
      ).toEqual({
        gold: asked.length,
        any: asked.filter((span) => lettersOf(span).some(within(found))).length,
        full,
        found: counted.length,
        right: found.filter((finding) => asked.some((span) => overlap(span, finding))).length,
        unmarked: letters.filter((at) => !within(asked)(at)).length,
        taken: letters.filter((at) => !within(asked)(at) && within(found)(at)).length,
        filled: asked.length > 0 ? 1 : 0,
        sealed: asked.length > 0 && full === asked.length ? 1 : 0,
      });
    }),
    { numRuns: 1000 },
  );
});

test("marks cover every gold span once and every found letter outside of gold", () => {
  fc.assert(
    fc.property(cases, ({ text, gold, found }) => {
      const { marks } = scoreNote({ id: 1, text, spans: gold }, found, labels);
      const ofGold = marks.filter(({ outcome }) => outcome !== "over-scrubbed");
      expect(ofGold.map(({ start, end }) => [start, end])).toEqual(gold.map(({ start, end }) => [start, end]));
      const over = marks.filter(({ outcome }) => outcome === "over-scrubbed");
      const within = (spans: readonly { start: number; end: number }[], at: number) =>
        spans.some(({ start, end }) => start <= at && at < end);
      for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu))
        expect(within(over, index)).toBe(within(found, index) && !within(gold, index));
    }),
  );
});

test.each([
  ["AGE", "89", "under-90"],
  ["AGE", "89-year-old", "under-90"],
  ["AGE", "18 months", "under-90"],
  ["AGE", "100-day", "under-90"],
  ["AGE", "sixty-two", "under-90"],
  ["AGE", "91", undefined],
  ["AGE", "in her 90s", undefined],
  ["AGE", "ninety-two", undefined],
  ["DATE", "2011", "bare-year"],
  ["DATE", "'98", "bare-year"],
  ["DATE", "1990s", "bare-year"],
  ["DATE", "2019-2021", "bare-year"],
  ["DATE", "3/98", undefined],
  ["DATE", "07:15", "clock-time"],
  ["DATE", "0715 hrs", "clock-time"],
  ["DATE", "3/4 07:15", undefined],
  ["LOCATION", "Ohio", "state-or-country"],
  ["GPE", "N.Y.", "state-or-country"],
  ["GPE", "Deutschland", undefined],
  ["LOCATION-OTHER", "Dover, DE", undefined],
  ["STATE", "Ohio", "no identifier"],
  ["Profession", "sheriff", "no identifier"],
  ["MRN", "---", "no letter or digit"],
] as const)("%s over %j: left out as %s", (label, value, why) => {
  const { counts } = scoreNote({ id: 1, text: value, spans: [{ start: 0, end: value.length, label }] }, [], labels);
  expect([counts.get("gold") ?? 0, [...counts.keys()].find((key) => key.startsWith("left-out/"))]).toEqual(
    why === undefined ? [1, undefined] : [0, `left-out/${label}/${why}`],
  );
});
