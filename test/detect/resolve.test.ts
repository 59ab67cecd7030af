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
      for (const { start, end } of given) expect(out.some((one) => one.start <= start && one.end >= end)).toBe(true);
      for (let i = 1; i < out.length; i++) expect(out[i]!.start).toBeGreaterThanOrEqual(out[i - 1]!.end);
    }),
  );
});
