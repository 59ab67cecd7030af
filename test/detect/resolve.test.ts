import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding } from "../../src/detect/finding.ts";
import { resolve } from "../../src/detect/resolve.ts";
import { strengths } from "../../src/identifiers/strength.ts";

const finding = (start: number, end: number, kind: Finding["kind"], strength: Finding["strength"]): Finding => ({
  start,
  end,
  kind,
  strength,
  detector: "test",
});

test("overlapping findings become one over their union, named by the strongest", () => {
  expect(resolve([finding(4, 9, "phone", "shaped"), finding(0, 5, "mrn", "labelled")])).toEqual([finding(0, 9, "mrn", "labelled")]);
});

test("a date or a town takes in nothing of another sort, and yields to it where nothing else decides", () => {
  const text = "Jan 11, 2016\nDunwhistle Medical Center";
  const date = finding(0, 12, "date", "checked");
  expect(resolve([date, finding(8, 38, "street-address", "contextual")], text)).toEqual([
    date,
    finding(13, 38, "street-address", "contextual"),
  ]);
  expect(resolve([finding(0, 9, "city", "contextual"), finding(0, 9, "employer", "contextual")])).toEqual([
    finding(0, 9, "employer", "contextual"),
  ]);
  expect(resolve([finding(0, 9, "city", "contextual"), finding(5, 14, "zip", "contextual")])).toHaveLength(1);
});

test("findings side by side stay apart", () => {
  expect(resolve([finding(5, 9, "zip", "shaped"), finding(0, 5, "city", "shaped")])).toEqual([
    finding(0, 5, "city", "shaped"),
    finding(5, 9, "zip", "shaped"),
  ]);
});

test("parts of one name become one finding, two dates do not", () => {
  expect(resolve([finding(0, 5, "name", "shaped"), finding(6, 11, "name", "contextual")], "Maria Lopez")).toEqual([
    finding(0, 11, "name", "contextual"),
  ]);
  expect(resolve([finding(0, 3, "date", "shaped"), finding(4, 7, "date", "shaped")], "3/4 3/9")).toHaveLength(2);
});

test("whatever is found stays covered, in order and without overlap", () => {
  const any = fc.record({
    start: fc.nat(50),
    length: fc.integer({ min: 1, max: 9 }),
    strength: fc.constantFrom(...strengths),
    kind: fc.constantFrom("name" as const, "date" as const),
  });
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (list) => {
      const given = list.map(({ start, length, strength, kind }) => finding(start, start + length, kind, strength));
      const out = resolve(given);
      const covered = new Uint8Array(60);
      for (const { start, end } of out) covered.fill(1, start, end);
      for (const { start, end } of given) expect(covered.subarray(start, end).every((one) => one === 1)).toBe(true);
      for (let i = 1; i < out.length; i++) expect(out[i]!.start).toBeGreaterThanOrEqual(out[i - 1]!.end);
    }),
  );
});
