// Quantile functions of measures and shares of classes at knots of age, by sex.
import { exp, log, normalQuantile } from "../../dist/random/arithmetic.js";
import { createRandom } from "./rows.js";
import { classes, measures } from "./variables.js";

export const knots = [18, 25, 35, 45, 55, 65, 75, 85];
export const levels = [
  0, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.925, 0.95, 0.965, 0.975, 0.985, 0.99, 0.995,
  0.9975, 1,
];
// Years around a knot over which its weight falls to nothing.
const reach = [4, 8, 9, 9, 9, 9, 7, 3];
const fewest = 150;

const near = (age, knot, width) => Math.max(0, 1 - Math.abs(age - knots[knot]) / width);

function weightedQuantiles(list) {
  list.sort((a, b) => a[0] - b[0]);
  const total = list.reduce((sum, [, weight]) => sum + weight, 0);
  const quantiles = [];
  let at = 0;
  let below = list[0][1];
  for (const level of levels) {
    while (below < level * total && at < list.length - 1) below += list[++at][1];
    quantiles.push(level === 0 ? list[0][0] : level === 1 ? list.at(-1)[0] : list[at][0]);
  }
  return quantiles;
}

/**
 * Values moved along the trend of those years to the age of the knot, `[value, weight]`: else the trend would widen their spread.
 * Of skewed measures in logarithms.
 */
function atKnot(list, knot, isSkewed) {
  const [to, from] = isSkewed ? [(value) => log(Math.max(value, 0.05)), exp] : [(value) => value, (value) => value];
  const total = list.reduce((sum, [, weight]) => sum + weight, 0);
  const average = (of) => list.reduce((sum, entry) => sum + entry[1] * of(entry), 0) / total;
  const [age, value] = [average(([, , { age: years }]) => years), average(([own]) => to(own))];
  const slope =
    average(([own, , { age: years }]) => (years - age) * (to(own) - value)) /
    Math.max(
      1e-9,
      average(([, , row]) => (row.age - age) ** 2),
    );
  return list.map(([own, weight, row]) => [from(to(own) + slope * (knots[knot] - row.age)), weight]);
}

/** `[measure][sex][with: 0 or 1][knot]` gives quantiles at `levels`. */
export function fitQuantiles(rows) {
  const random = createRandom(2013);
  const diabetes = measures.length + classes.findIndex(({ name }) => name === "diabetes");
  return measures.map(({ grid, by, ceilingWithout, decimals, isSkewed }, j) => {
    // Spread over the step in which the survey gives them, so that rounding gives the steps back.
    const spread = rows.map(({ values }) => values[j] + grid * (random() - 0.5));
    const perSex = [0, 1].map((sex) =>
      (by ? [0, 1] : [undefined]).map((having) =>
        knots.map((_, knot) => {
          const among = (width) =>
            rows
              .map((row, i) => [spread[i], row.weight * near(row.age, knot, width), row])
              .filter(
                ([value, weight, row]) =>
                  row.sex === sex && weight > 0 && !Number.isNaN(value) && (having === undefined || row.values[diabetes] === having),
              );
          const close = among(reach[knot]);
          const quantiles = weightedQuantiles(atKnot(close.length >= fewest ? close : among(25), knot, isSkewed));
          return having === 0 ? quantiles.map((value) => Math.min(value, ceilingWithout)) : quantiles;
        }),
      ),
    );
    return perSex.map((perHaving, sex) =>
      perHaving.map((perKnot, h) => {
        const own = rows.flatMap((row, i) =>
          row.sex === sex && !Number.isNaN(spread[i]) && (!by || row.values[diabetes] === h) ? [[spread[i], row.weight, row]] : [],
        );
        const ceiling = by && h === 0 ? ceilingWithout : Number.POSITIVE_INFINITY;
        return (isSkewed ? raked(perKnot, own) : perKnot).map((quantiles) =>
          quantiles.map((value) => +Math.min(value, ceiling).toFixed(decimals)),
        );
      }),
    );
  });
}

/** So many times the quantiles at the knots are moved by what all ages together are off. */
const rounds = 3;
/** Beyond these levels too few people are left to tell by how much; there the last move is kept. */
const told = [0.01, 0.985];

/**
 * Quantiles of a skewed measure at the knots, each level moved by a factor so that those of all ages together are the rows': kernels
 * around knots, and straight lines between them, each widen what bends upwards with age. A level's factor is the mean of five.
 */
function raked(perKnot, list) {
  const wanted = weightedQuantiles(list.map(([value, weight]) => [value, weight]));
  const ages = new Map();
  let total = 0;
  for (const [, weight, { age }] of list) {
    ages.set(age, (ages.get(age) ?? 0) + weight);
    total += weight;
  }
  let current = perKnot;
  for (let round = 0; round < rounds; round++) {
    const byAge = [...ages].map(([age, weight]) => [interpolate(current, age), weight / total]);
    const below = (value) => byAge.reduce((sum, [quantiles, weight]) => sum + weight * rankOf(quantiles, value, 0.5), 0);
    const factors = levels.map((level, l) => {
      if (level < told[0] || level > told[1]) return Number.NaN;
      let [low, high] = [Math.min(...byAge.map(([q]) => q[0])), Math.max(...byAge.map(([q]) => q.at(-1)))];
      for (let step = 0; step < 40; step++) {
        const half = (low + high) / 2;
        if (below(half) < level) low = half;
        else high = half;
      }
      return wanted[l] / high;
    });
    const known = factors.flatMap((factor, l) => (Number.isNaN(factor) ? [] : [l]));
    const smooth = factors.map((_, l) => {
      const at = Math.min(known.at(-1), Math.max(known[0], l));
      const around = [-2, -1, 0, 1, 2].map((k) => factors[at + k] ?? Number.NaN).filter((factor) => !Number.isNaN(factor));
      return around.reduce((sum, factor) => sum + factor, 0) / around.length;
    });
    current = current.map((quantiles) => ascending(quantiles.map((value, l) => value * smooth[l])));
  }
  return current;
}

/** Each at least the one before. */
function ascending(list) {
  let least = list[0];
  return list.map((value) => {
    least = Math.max(least, value);
    return least;
  });
}

/** `[class][sex][knot]` gives the shares at or above each threshold. */
export function fitShares(rows) {
  return classes.map(({ levels: thresholds }, k) =>
    [0, 1].map((sex) =>
      knots.map((_, knot) => {
        const count = (width) => {
          const above = Array.from({ length: thresholds }, () => 0);
          let [total, people] = [0, 0];
          for (const row of rows) {
            const value = row.values[measures.length + k];
            const weight = row.weight * near(row.age, knot, width);
            if (row.sex !== sex || weight === 0 || Number.isNaN(value)) continue;
            total += weight;
            people++;
            for (let level = 1; level <= thresholds; level++) if (value >= level) above[level - 1] += weight;
          }
          return { above, total, people };
        };
        const close = count(reach[knot]);
        const { above, total } = close.people >= 40 ? close : count(35);
        return above.map((sum) => Math.min(0.9995, Math.max(0.0005, sum / total)));
      }),
    ),
  );
}

/** The knot below an age and how far the age is on the way to the next. */
export function between(age) {
  const within = Math.min(knots.at(-1), Math.max(knots[0], age));
  let knot = 0;
  while (knot < knots.length - 2 && within >= knots[knot + 1]) knot++;
  return [knot, (within - knots[knot]) / (knots[knot + 1] - knots[knot])];
}

export function interpolate(perKnot, age) {
  const [knot, t] = between(age);
  return perKnot[knot].map((value, i) => value * (1 - t) + perKnot[knot + 1][i] * t);
}

/**
 * Of women and men with an index from 35 on, those from 40 on: 9.9 of 21.1 % and 5.5 of 13.1 %. From 40 on: NHANES 2013-2014
 * (Flegal et al., JAMA 2016;315:2284, class 3 obesity); from 35 on: the rows of those years. They themselves end at "35+".
 */
const class3Of35 = [9.9 / 21.1, 5.5 / 13.1];

/**
 * Body mass index as a continuous measure: the percentiles of 2009-2012, bent in normal scores so that the shares from 25,
 * 30 and 35 on are those of the fitted years, and from 40 on their part of the last. `[sex][knot]` gives quantiles at `levels`.
 */
export function bodyMassQuantiles(anthropometry, shares) {
  const scores = [0.05, 0.25, 0.5, 0.75, 0.95].map(normalQuantile);
  return [0, 1].map((sex) =>
    knots.map((age, knot) => {
      const bands = anthropometry.filter((band) => band.measure === "BMI" && band.sex === sex && band.from >= 16);
      const middle = ({ from, to }) => (from + to + 1) / 2;
      const upper = Math.max(
        1,
        bands.findIndex((band) => middle(band) >= age),
      );
      const [a, b] = [bands[upper - 1], bands[upper]];
      const t = Math.min(1, Math.max(0, (age - middle(a)) / (middle(b) - middle(a))));
      const logs = a.values.map((value, i) => log(value) * (1 - t) + log(b.values[i]) * t);
      // Slopes go on beyond the outer percentiles.
      const line = (xs, ys, x) => {
        let i = 1;
        while (i < xs.length - 1 && x > xs[i]) i++;
        return ys[i - 1] + ((ys[i] - ys[i - 1]) * (x - xs[i - 1])) / (xs[i] - xs[i - 1]);
      };
      const cuts = [25, 30, 35, 40].map(log);
      const [from25, from30, from35] = shares[sex][knot];
      const wanted = [from25, from30, from35, from35 * class3Of35[sex]];
      const bends = cuts.map((cut, i) => normalQuantile(1 - wanted[i]) - line(logs, scores, cut));
      const bend = (x) => (x <= cuts[0] ? bends[0] : x >= cuts[3] ? bends[3] : line(cuts, bends, x));
      const scoreOf = (x) => line(logs, scores, x) + bend(x);
      return levels.map((level) => {
        const target = normalQuantile(Math.min(0.9992, Math.max(0.0008, level)));
        let [low, high] = [log(11), log(90)];
        for (let step = 0; step < 60; step++) {
          const half = (low + high) / 2;
          if (scoreOf(half) < target) low = half;
          else high = half;
        }
        return +exp(low).toFixed(2);
      });
    }),
  );
}

/** A value's rank under a quantile function; ties are spread by `u`. */
export function rankOf(quantiles, value, u) {
  let low = 0;
  while (low < quantiles.length && quantiles[low] < value) low++;
  let high = quantiles.length - 1;
  while (high >= 0 && quantiles[high] > value) high--;
  if (high < 0) return 0.0005;
  if (low > quantiles.length - 1) return 0.9995;
  if (low <= high) return levels[low] + u * (levels[high] - levels[low]);
  const [a, b] = [quantiles[low - 1], quantiles[low]];
  return levels[low - 1] + ((levels[low] - levels[low - 1]) * (value - a)) / (b - a);
}
