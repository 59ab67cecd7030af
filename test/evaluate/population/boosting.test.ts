import { expect, test } from "vitest";
import { trainBoosting } from "../../../src/evaluate/population/boosting.ts";
import { auc } from "../../../src/evaluate/population/similarity.ts";
import { exp, normalQuantile } from "../../../src/random/arithmetic.ts";
import { createStream } from "../../../src/random/stream.ts";

/** Five columns, one with gaps, one of categories; an outcome with an interaction, which no sum of the columns tells. */
function rows(count: number) {
  const stream = createStream("boosting");
  const x = Array.from({ length: 5 }, (_, c) =>
    Float64Array.from({ length: count }, () =>
      c === 4 ? stream.int(0, 3) : normalQuantile((stream.next() * 4294967296 + 0.5) / 4294967296),
    ),
  );
  for (let i = 0; i < count; i++) if (stream.chance(0.1)) x[1]![i] = Number.NaN;
  const y = Uint8Array.from({ length: count }, (_, i) => {
    const [a, b, c, , d] = x.map((column) => column[i]!) as [number, number, number, number, number];
    const z = a * 0.9 + (Number.isNaN(b) ? 0.8 : b * c) + (d === 2 ? 1 : 0) - 0.4;
    return stream.chance(1 / (1 + exp(-z))) ? 1 : 0;
  });
  return { x, y };
}

// scikit-learn 1.7 on these rows, HistGradientBoostingClassifier(max_iter=80, learning_rate=.1, min_samples_leaf=20, max_bins=64,
// early_stopping=False): .7394 with max_depth=4, max_leaf_nodes=16; .7481 with max_depth=3, max_leaf_nodes=8.
test.each([
  [4, 0.7393904338153503],
  [3, 0.7481450500556174],
])("trees of depth %i tell as much as scikit-learn's", (depth, theirs) => {
  const { x, y } = rows(3000);
  const part = (from: number, to: number) => x.map((column) => column.slice(from, to));
  const model = trainBoosting(part(0, 1500), y.slice(0, 1500), undefined, { depth });
  const ours = auc(model(part(1500, 3000)), y.slice(1500));
  expect(Math.abs(ours - theirs)).toBeLessThan(0.01);
  expect(trainBoosting(part(0, 1500), y.slice(0, 1500), undefined, { depth })(part(0, 5))).toEqual(model(part(0, 5)));
});

test("a row of weight two is two rows", () => {
  const { x, y } = rows(400);
  const twice = x.map((column) => Float64Array.from([...column, ...column]));
  const doubled = trainBoosting(twice, Uint8Array.from([...y, ...y]), undefined, { trees: 5, leafRows: 40 });
  const weighted = trainBoosting(x, y, new Float64Array(400).fill(2), { trees: 5, leafRows: 20 });
  for (const [i, score] of weighted(x).entries()) expect(score).toBeCloseTo(doubled(x)[i]!, 5);
});
