// Gaussian copula of a stratum: each pair such that its own statistic comes out; means by race.
import { jointExcess, normalOfRank } from "../../dist/generate/health/tetrachoric.js";
import { exp, normalCdf, normalQuantile } from "../../dist/random/arithmetic.js";
import { interpolate, rankOf } from "./marginals.js";
import { races } from "./rows.js";
import { classes, measures, variables } from "./variables.js";

export const strata = [0, 1].flatMap((sex) =>
  [
    [18, 29],
    [30, 39],
    [40, 49],
    [50, 59],
    [60, 69],
    [70, 110],
  ].map(([from, to]) => ({ sex, from, to })),
);

/** What a stratum leans on where it has few people. */
const wider = [
  [18, 39],
  [40, 59],
  [60, 110],
];
/** How many people, of whom a pair is known, weigh as much as the wider stratum; how many of a race. */
const leansBelow = 300;
const raceLeansBelow = 100;

const C = measures.length;
const among = { smokes: "smoked", "myocardial-infarction": "coronary-disease" };
const index = (name) => variables.findIndex((variable) => variable.name === name);
const isAmong = (a, b) => among[variables[a].name] === variables[b].name || among[variables[b].name] === variables[a].name;

/** A stratum's correlations and means of races, drawn towards those of the wider one: the more, the fewer they rest on. */
export function fitStratum(all, stratum, marginals) {
  const [from, to] = wider.find((each) => each[0] <= stratum.from && stratum.to <= each[1]);
  const [own, whole] = [fitOne(all, stratum, marginals), fitOne(all, { ...stratum, from, to }, marginals)];
  const rows = rowsOf(all, stratum);
  // Of a class, the rarer of those in and out of it say what goes with it.
  const known = variables.map((_, j) => {
    const inside = rows.filter(({ values }) => values[j] >= 1).length;
    return j < C ? rows.length : 4 * Math.min(inside, rows.length - inside);
  });
  const both = (a, b) => rows.filter(({ values }) => !Number.isNaN(values[a]) && !Number.isNaN(values[b])).length;
  const blend = (count, least, narrow, wide) => (count * narrow + least * wide) / (count + least);
  const correlations = variables.map((_, a) =>
    variables.map((__, b) => {
      const count = a < C && b < C ? both(a, b) : Math.min(known[a], known[b]);
      return a === b ? 1 : blend(count, leansBelow, own.correlations[a][b], whole.correlations[a][b]);
    }),
  );
  const means = races.map((_, race) => {
    const count = rows.filter((row) => row.race === race).length;
    return variables.map((__, j) => blend(count, raceLeansBelow, own.means[race][j], whole.means[race][j]));
  });
  return { ...own, correlations, means: centred(means, own.shares) };
}

const rowsOf = (all, { sex, from, to }) => all.filter((row) => row.sex === sex && from <= row.age && row.age < to + 1);

/** So that over all races the mean is 0. */
const centred = (means, shares) =>
  means.map((mean) => mean.map((value, j) => value - means.reduce((sum, own, race) => sum + shares[race] * own[j], 0)));

/**
 * The correlations within a stratum over all races, pair by pair, each such that the pair's own statistic comes out: of two
 * measures their normal scores' product, of a measure and a class the mean score of those in it, of two classes how many are in
 * both. And the mean score of each race.
 */
function fitOne(all, stratum, { quantiles, shares }) {
  const rows = rowsOf(all, stratum);
  const weights = rows.reduce((sum, { weight }) => sum + weight, 0);
  const diabetes = index("diabetes");
  const scores = rows.map((row) =>
    measures.map(({ by }, j) => {
      if (Number.isNaN(row.values[j])) return Number.NaN;
      const own = quantiles[j][row.sex][by ? row.values[diabetes] : 0];
      return normalQuantile(Math.min(0.9995, Math.max(0.0005, rankOf(interpolate(own, row.age), row.values[j], 0.5))));
    }),
  );
  const thresholdsAt = classes.map((_, k) => {
    const byAge = new Map();
    return (age) => {
      if (!byAge.has(age))
        byAge.set(
          age,
          interpolate(shares[k][stratum.sex], age).map((share) => normalQuantile(1 - share)),
        );
      return byAge.get(age);
    };
  });
  const pair = (a, b) => {
    const known = rows.flatMap((row, i) =>
      Number.isNaN(row.values[a]) || Number.isNaN(row.values[b]) ? [] : [{ ...row, scores: scores[i] }],
    );
    if (known.length < 5 || isAmong(a, b)) return 0;
    if (a < C && b < C) return ofScores(known, a, b);
    if (b < C) return ofScoreAndClass(known, b, a, thresholdsAt[a - C]);
    // In a selection of people the thresholds are those of the selection.
    const isSelected = [a, b].some((j) => among[variables[j].name]);
    return ofClasses(known, a, b, isSelected ? flat(known, a) : thresholdsAt[a - C], isSelected ? flat(known, b) : thresholdsAt[b - C]);
  };
  const correlations = variables.map((_, a) => variables.map((__, b) => (a === b ? 1 : pair(Math.max(a, b), Math.min(a, b)))));
  const shareOf = races.map((_, race) => rows.reduce((sum, row) => sum + (row.race === race ? row.weight : 0), 0) / weights);
  const means = races.map((_, race) => variables.map((__, j) => raceMean(rows, scores, race, j, j < C ? undefined : thresholdsAt[j - C])));
  return { ...stratum, people: rows.length, correlations, means: centred(means, shareOf), shares: shareOf };
}

const mean = (list, of) => list.reduce((sum, row) => sum + row.weight * of(row), 0) / list.reduce((sum, row) => sum + row.weight, 0);

/** The correlation of normal scores that gives the rows' rank correlation; ranks are those of people of an age and sex. */
function ofScores(known, a, b) {
  const ranks = (j) => known.map((row) => normalCdf(row.scores[j]));
  const [first, second] = [ranks(a), ranks(b)];
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  const average = (of) => known.reduce((sum, { weight }, i) => sum + weight * of(i), 0) / total;
  const [x, y] = [average((i) => first[i]), average((i) => second[i])];
  const together = average((i) => (first[i] - x) * (second[i] - y));
  const rank = together / Math.sqrt(average((i) => (first[i] - x) ** 2) * average((i) => (second[i] - y) ** 2));
  return normalOfRank(rank);
}

const above = (row, j, thresholds) => thresholds.reduce((count, _, level) => count + (row.values[j] > level ? 1 : 0), 0);

/** A measure's mean score among those beyond a threshold t is in proportion to the normal density at t. */
function ofScoreAndClass(known, measure, kind, thresholdsOf) {
  const centre = mean(known, (row) => row.scores[measure]);
  const spread = Math.sqrt(mean(known, (row) => (row.scores[measure] - centre) ** 2));
  const own = among[variables[kind].name] ? flat(known, kind) : thresholdsOf;
  const excess = mean(known, (row) => ((row.scores[measure] - centre) / spread) * above(row, kind, own(row.age)));
  const density = mean(known, (row) => own(row.age).reduce((sum, t) => sum + exp((-t * t) / 2) / 2.5066282746310007, 0));
  return Math.max(-0.95, Math.min(0.95, excess / density));
}

/** The correlation at which as many are in both as there are, beyond chance. */
function ofClasses(known, a, b, thresholdsA, thresholdsB) {
  const both = mean(known, (row) => above(row, a, thresholdsA(row.age)) * above(row, b, thresholdsB(row.age)));
  const beyond = (thresholds) => thresholds.reduce((sum, t) => sum + 1 - normalCdf(t), 0);
  const ages = [...new Map(known.map((row) => [row.age, 0])).keys()].map((age) => ({
    age,
    weight: known.reduce((sum, row) => sum + (row.age === age ? row.weight : 0), 0),
  }));
  // Those who are known may have more or less of each than all have.
  const scale = (j, thresholds) =>
    mean(known, (row) => above(row, j, thresholds(row.age))) / mean(ages, ({ age }) => beyond(thresholds(age)));
  const chance =
    mean(ages, ({ age }) => beyond(thresholdsA(age)) * beyond(thresholdsB(age))) * scale(a, thresholdsA) * scale(b, thresholdsB);
  const excess = (r) =>
    mean(ages, ({ age }) =>
      thresholdsA(age).reduce((sum, h) => sum + thresholdsB(age).reduce((part, k) => part + jointExcess(h, k, r), 0), 0),
    );
  // Below, hardly anybody is in both whatever it is, and the other correlations would have to give way.
  let [low, high] = [-0.6, 0.95];
  for (let step = 0; step < 30; step++) {
    const half = (low + high) / 2;
    if (excess(half) < both - chance) low = half;
    else high = half;
  }
  return (low + high) / 2;
}

function flat(known, j) {
  const thresholds = Array.from({ length: variables[j].levels }, (_, level) => {
    const share = mean(known, (row) => (row.values[j] > level ? 1 : 0));
    return normalQuantile(1 - Math.min(0.999, Math.max(0.001, share)));
  });
  return () => thresholds;
}

/** A race with fewer people than this in or out of a class has no mean of its own. */
const fewestOfRace = 10;

function raceMean(rows, scores, race, j, thresholdsOf) {
  const own = rows.flatMap((row, i) => (row.race === race && !Number.isNaN(row.values[j]) ? [{ ...row, scores: scores[i] }] : []));
  if (own.length < fewestOfRace) return 0;
  if (j < C) return mean(own, (row) => row.scores[j]);
  const inside = own.filter(({ values }) => values[j] >= 1).length;
  if (Math.min(inside, own.length - inside) < fewestOfRace) return 0;
  const observed = mean(own, (row) => above(row, j, thresholdsOf(row.age)));
  let [low, high] = [-1.5, 1.5];
  for (let step = 0; step < 30; step++) {
    const half = (low + high) / 2;
    const expected = mean(own, (row) => thresholdsOf(row.age).reduce((sum, t) => sum + 1 - normalCdf(t - half), 0));
    if (expected < observed) low = half;
    else high = half;
  }
  return (low + high) / 2;
}

/** How many people with a condition weigh as much as the next stratum of their sex. */
const borrowed = 40;

/**
 * Where few people of a stratum have a condition, its correlations lean on those of the next stratum of that sex: 30-39 for those
 * under 30, and so on.
 */
export function leaning(fitted, rows) {
  const having = fitted.map(({ sex, from, to }) =>
    variables.map((_, j) =>
      j < C ? Infinity : rows.filter((row) => row.sex === sex && from <= row.age && row.age < to + 1 && row.values[j] >= 1).length,
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
