import { expect, test } from "vitest";
import {
  auc,
  binEdges,
  binned,
  contingencySimilarity,
  correlationSimilarity,
  ksComplement,
  spearman,
  tvComplement,
} from "../../../src/evaluate/population/similarity.ts";

const numbers = (text: string): Float64Array => Float64Array.from(text.split(" "), Number);
const real = {
  a: numbers(
    "120 124 116 107 113 105 121 140 113 111 127 125 122 106 120 130 100 113 91 101 92 116 101 124 122 117 82 112 119 122 97 113 105 108 136 108 120 133 111 118",
  ),
  b: numbers("77 78 65 73 85 59 83 83 69 89 84 68 77 76 74 84 69 79 79 65 69 71 71 68 72 74 72 83 65 70 74 58 68 72 91 78 73 77 71 88"),
  c: numbers("2 2 0 1 0 0 1 2 2 1 1 1 0 1 2 1 0 0 2 0 2 2 1 1 2 1 1 0 1 2 0 0 2 1 2 0 2 0 1 2"),
};
const synthetic = {
  a: numbers(
    "119 108 127 164 109 113 128 133 121 120 137 133 105 123 125 105 129 109 141 127 126 113 122 88 104 131 86 139 93 138 109 138 126 96 146 150 123 119 121 106",
  ),
  b: numbers("83 67 75 76 67 62 86 75 82 74 72 74 67 75 72 69 65 65 91 70 67 75 86 56 69 71 53 84 68 78 66 81 71 68 70 70 85 70 77 71"),
  c: numbers("3 2 3 3 1 0 0 0 1 0 1 1 2 0 3 0 3 2 0 0 1 2 0 0 0 2 0 0 1 1 2 3 3 2 2 3 1 2 0 2"),
};

// What sdmetrics 0.32.0 (and scipy for Spearman's) says of the same columns.
test("scores are those of SDMetrics", () => {
  expect(ksComplement(real.a, synthetic.a)).toBeCloseTo(0.7, 12);
  expect(tvComplement(real.c, synthetic.c)).toBeCloseTo(0.75, 6);
  expect(correlationSimilarity([real.a, real.b], [synthetic.a, synthetic.b])).toBeCloseTo(0.8958289637074861, 12);
  const edges = binEdges(real.a);
  expect(contingencySimilarity([binned(real.a, edges), real.c], [binned(synthetic.a, edges), synthetic.c])).toBeCloseTo(0.35, 12);
  const over = (values: Float64Array) => values.map((value) => (value > 120 ? 1 : 0));
  expect(contingencySimilarity([real.c, over(real.a)], [synthetic.c, over(synthetic.a)])).toBeCloseTo(0.625, 12);
  expect(spearman(real.a, real.b)).toBeCloseTo(0.3169802950846064, 12);
});

test("categories that are no small whole numbers are told apart too", () => {
  const [x, y] = [numbers("0.5 1.5 0.5"), numbers("-3 900 900")];
  expect(contingencySimilarity([x, y], [x, y])).toBe(1);
  expect(contingencySimilarity([x, y], [y, x])).toBeCloseTo(0, 12);
});

test("missing values are left out, and nothing is compared with nothing", () => {
  expect(ksComplement([1, Number.NaN, 2], [1, 2, 2, 1, Number.NaN])).toBe(1);
  expect(tvComplement([Number.NaN], [1])).toBeNaN();
  expect(
    correlationSimilarity(
      [
        [1, 2],
        [1, 1],
      ],
      [
        [1, 2],
        [1, 2],
      ],
    ),
  ).toBeNaN();
  expect(spearman([1, 2, Number.NaN, 3], [2, 4, -9, 6])).toBe(1);
});

test("an AUC counts equal scores half, and weights", () => {
  expect(auc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBe(0.75);
  expect(auc([1, 1], [0, 1])).toBe(0.5);
  expect(auc([1, 2, 3], [0, 1, 0], [3, 1, 1])).toBe(0.75);
});
