import { expect, test } from "vitest";
import { createFinder } from "../../src/deidentify/find.ts";
import type { Detector, Known } from "../../src/detect/finding.ts";

/** Counts how often each text was read; finds a known word whatever its case. */
function counting(): { detector: Detector; reads: string[] } {
  const reads: string[] = [];
  const detect: Detector["detect"] = (readings, known) =>
    readings.map(({ text }, i) => {
      reads.push(text);
      const start = text.indexOf("Larkin");
      return start >= 0 && known[i]?.has("larkin")
        ? [{ start, end: start + 6, kind: "family-name", strength: "known", detector: "test" }]
        : [];
    });
  return { detector: { name: "test", detect }, reads };
}

const subject = (name: string): Known => ({ has: (word) => (word === name ? "family-name" : undefined) });

test("a short text that comes again is read once", async () => {
  const { detector, reads } = counting();
  const find = createFinder([detector]);
  for (let i = 0; i < 3; i++) await find(["Body height", "Delta Larkin sign"], [subject("voss"), undefined]);
  expect(reads).toEqual(["Body height", "Delta Larkin sign"]);
});

test("it is read again where one of its words is the subject's own", async () => {
  const { detector } = counting();
  const find = createFinder([detector]);
  expect((await find(["Delta Larkin sign"], [undefined]))[0]?.findings).toHaveLength(0);
  expect((await find(["Delta Larkin sign"], [subject("larkin")]))[0]?.findings).toHaveLength(1);
  expect((await find(["Delta Larkin sign"], [subject("voss")]))[0]?.findings).toHaveLength(0);
});

test("texts with numbers are read each time", async () => {
  const { detector, reads } = counting();
  const find = createFinder([detector]);
  for (let i = 0; i < 2; i++) await find(["call 617-555-0134"], [undefined]);
  expect(reads).toHaveLength(2);
});

test("texts that never come again are not kept", async () => {
  const { detector, reads } = counting();
  const find = createFinder([detector]);
  await find(
    Array.from({ length: 5000 }, (_, i) => `note ${String.fromCharCode(97 + (i % 26))}${"x".repeat(i % 180)}${i % 7}`),
    [],
  );
  await find(["note a0"], [undefined]);
  const before = reads.length;
  await find(["note a0"], [undefined]);
  expect(reads.length).toBe(before + 1);
});
