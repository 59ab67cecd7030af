import { expect, test } from "vitest";
import { createCurve, curveThresholds } from "../../src/evaluate/curve.ts";
import { curveDrawing } from "../../src/evaluate/page/curve.ts";

const note = {
  id: 1,
  text: "Ana Ruiz saw Bo Li.",
  spans: [
    { start: 0, end: 8, label: "NAME" },
    { start: 13, end: 18, label: "NAME" },
  ],
};
const name = (start: number, end: number) => ({ start, end, label: "name" });

test("each threshold has the recall and precision of what was found at it", () => {
  const curve = createCurve();
  // All of both, and a false one, at the low thresholds; a half of one, then nothing, at the high ones.
  curve.add(
    note,
    curveThresholds.map((threshold) => (threshold < 0.3 ? [name(0, 8), name(9, 12), name(13, 18)] : threshold < 0.8 ? [name(0, 3)] : [])),
  );
  const points = curve.finish();
  expect(points.map(({ threshold }) => threshold)).toEqual([...curveThresholds]);
  expect(points[0]).toMatchObject({ any: 1, full: 1, precision: 2 / 3 });
  expect(points[5]).toMatchObject({ any: 0.5, full: 0, precision: 1 });
  expect(points.at(-1)).toMatchObject({ any: 0, full: 0, precision: null });
});

test("the drawing has a point for each share that could be measured, inside its frame", () => {
  const svg = curveDrawing([
    { threshold: 0.1, any: 0.99, full: 0.97, precision: 0.8, precisionByLetter: 0.8 },
    { threshold: 0.9, any: 0.93, full: null, precision: 0.97, precisionByLetter: 0.8 },
  ]);
  const circles = [...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(circles).toHaveLength(3);
  for (const [x, y] of circles) expect(x! >= 44 && x! <= 420 && y! >= 0 && y! <= 312).toBe(true);
  expect(svg).toContain("recall 99.0 %, precision 80.0 %");
  expect(curveDrawing([])).toBe("");
});
