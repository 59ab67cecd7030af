// Gaussian copula of a stratum: Gibbs sampling of what is binary, in classes or missing; means by race.
import { normalCdf, normalQuantile } from "../../dist/random/arithmetic.js";
import { interpolate, rankOf } from "./marginals.js";
import { createRandom, races } from "./rows.js";
import { classes, measures, variables } from "./variables.js";

export const strata = [0, 1].flatMap((sex) =>
  [
    [18, 39],
    [40, 59],
    [60, 110],
  ].map(([from, to]) => ({ sex, from, to })),
);

const rounds = 260;
const warmUp = 140;
const K = variables.length;
const C = measures.length;
const zeros = () => new Float64Array(K);

/** The correlations within a stratum over all races, and the mean score of each race. */
export function fitStratum(all, stratum, { quantiles, shares }) {
  const random = createRandom(7 + 10 * stratum.sex + stratum.from);
  const truncated = (low, high) => {
    const a = normalCdf(low);
    return normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, a + random() * (normalCdf(high) - a))));
  };
  const rows = all.filter(({ sex, age }) => sex === stratum.sex && stratum.from <= age && age <= stratum.to);
  const weights = rows.reduce((sum, { weight }) => sum + weight, 0);
  const diabetes = variables.findIndex(({ name }) => name === "diabetes");
  const limits = rows.map(({ values, age, sex }) =>
    classes.map((_, k) => {
      const value = values[C + k];
      if (Number.isNaN(value)) return undefined;
      const thresholds = interpolate(shares[k][sex], age).map((share) => normalQuantile(1 - share));
      return [value === 0 ? -Infinity : thresholds[value - 1], value >= thresholds.length ? Infinity : thresholds[value]];
    }),
  );
  const scores = rows.map((row, i) => {
    const score = zeros();
    measures.forEach(({ by }, j) => {
      if (Number.isNaN(row.values[j])) return;
      const own = quantiles[j][row.sex][by ? row.values[diabetes] : 0];
      const rank = rankOf(interpolate(own, row.age), row.values[j], random());
      score[j] = normalQuantile(Math.min(0.9995, Math.max(0.0005, rank)));
    });
    limits[i].forEach((limit, k) => {
      if (limit) score[C + k] = truncated(...limit);
    });
    return score;
  });

  let within = variables.map((_, a) => variables.map((_, b) => (a === b ? 1 : 0)));
  let means = races.map(zeros);
  const sums = { total: variables.map(zeros), means: races.map(zeros) };
  const shareOf = races.map((_, race) => rows.reduce((sum, row) => sum + (row.race === race ? row.weight : 0), 0) / weights);

  for (let round = 0; round < rounds; round++) {
    impute(rows, scores, limits, within, means, truncated);
    const centre = zeros();
    const byRace = races.map(zeros);
    rows.forEach(({ race, weight }, i) => {
      for (let j = 0; j < K; j++) {
        byRace[race][j] += weight * scores[i][j];
        centre[j] += (weight * scores[i][j]) / weights;
      }
    });
    means = byRace.map((sum, race) => sum.map((value, j) => value / (shareOf[race] * weights) - centre[j]));
    const covariance = variables.map(zeros);
    rows.forEach(({ race, weight }, i) => {
      for (let a = 0; a < K; a++) {
        const x = (weight * (scores[i][a] - means[race][a] - centre[a])) / weights;
        for (let b = 0; b <= a; b++) covariance[a][b] += x * (scores[i][b] - means[race][b] - centre[b]);
      }
    });
    const betweenOf = (a, b) => races.reduce((sum, _, race) => sum + shareOf[race] * means[race][a] * means[race][b], 0);
    // What the races leave of a variance of 1.
    const left = variables.map((_, j) => Math.sqrt(Math.max(0.3, 1 - betweenOf(j, j))));
    within = variables.map((_, a) =>
      variables.map((_, b) => {
        const [x, y] = a > b ? [a, b] : [b, a];
        return x === y ? left[x] ** 2 : (covariance[x][y] / Math.sqrt(covariance[x][x] * covariance[y][y])) * left[x] * left[y];
      }),
    );
    if (round < warmUp) continue;
    for (let a = 0; a < K; a++) for (let b = 0; b < K; b++) sums.total[a][b] += (within[a][b] + betweenOf(a, b)) / (rounds - warmUp);
    means.forEach((mean, race) => {
      for (let j = 0; j < K; j++) sums.means[race][j] += mean[j] / (rounds - warmUp);
    });
  }
  return { ...stratum, people: rows.length, correlations: sums.total, means: sums.means, shares: shareOf };
}

/** How many people with a condition weigh as much as the next stratum of their sex. */
const borrowed = 40;

/**
 * Where few people of a stratum have a condition, its correlations lean on those of the next stratum of that sex: 40-59 for the
 * young, 60 and over for 40-59.
 */
export function leaning(fitted, rows) {
  const having = fitted.map(({ sex, from, to }) =>
    variables.map((_, j) =>
      j < C ? Infinity : rows.filter((row) => row.sex === sex && from <= row.age && row.age <= to && row.values[j] >= 1).length,
    ),
  );
  const done = [...fitted];
  // The oldest first: they lean on nobody.
  for (let i = fitted.length - 1; i >= 0; i--) {
    const next = done[i + 1];
    if (!next || next.sex !== fitted[i].sex) continue;
    const own = (a, b) => {
      const fewest = Math.min(having[i][a], having[i][b]);
      return fewest === Infinity ? 1 : fewest / (fewest + borrowed);
    };
    const correlations = fitted[i].correlations.map((row, a) =>
      [...row].map((value, b) => own(a, b) * value + (1 - own(a, b)) * next.correlations[a][b]),
    );
    done[i] = { ...fitted[i], correlations };
  }
  return done;
}

/** Draws each unknown score given all others. */
function impute(rows, scores, limits, within, means, truncated) {
  const precision = inverse(within);
  for (let j = 0; j < K; j++) {
    const spread = Math.sqrt(1 / precision[j][j]);
    const slopes = precision[j].map((value) => -value / precision[j][j]);
    rows.forEach(({ race, values }, i) => {
      if (j < C && !Number.isNaN(values[j])) return;
      let expected = means[race][j];
      for (let other = 0; other < K; other++) if (other !== j) expected += slopes[other] * (scores[i][other] - means[race][other]);
      const limit = j < C ? undefined : limits[i][j - C];
      scores[i][j] =
        expected +
        spread * (limit ? truncated((limit[0] - expected) / spread, (limit[1] - expected) / spread) : truncated(-Infinity, Infinity));
    });
  }
}

/** By Gauss and Jordan, with pivots. */
function inverse(matrix) {
  const n = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(work[r][i]) > Math.abs(work[pivot][i])) pivot = r;
    [work[i], work[pivot]] = [work[pivot], work[i]];
    const divisor = work[i][i];
    for (let c = 0; c < 2 * n; c++) work[i][c] /= divisor;
    for (let r = 0; r < n; r++) {
      const factor = work[r][i];
      if (r === i || factor === 0) continue;
      for (let c = 0; c < 2 * n; c++) work[r][c] -= factor * work[i][c];
    }
  }
  return work.map((row) => row.slice(n));
}
