// CDC growth charts (2000) as L, M and S at months of age.
import { readFileSync } from "node:fs";
import { log, power } from "../../dist/random/arithmetic.js";

const everyMonths = (from, to, step) => Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
const months = {
  height: [...everyMonths(0, 12, 1), ...everyMonths(14, 22, 2), ...everyMonths(26, 36, 2), ...everyMonths(42, 240, 6)],
  weight: [...everyMonths(0, 12, 1), 15, 18, 21, 24],
  bmi: [24, 27, 30, 33, 36, ...everyMonths(42, 240, 6)],
};

// CDC's lenageinf and wtageinf, month 0, which the table leaves out.
const atBirth = {
  height: { F: [-1.296, 49.286, 0.05009], M: [1.267, 49.989, 0.05311] },
  weight: { F: [1.5092, 3.399, 0.14211], M: [1.8152, 3.53, 0.15239] },
};

/** `{ height, weight, bmi }` of `[female, male]` of `[month, L, M, S]`. */
export function readGrowth(folder) {
  const charts = JSON.parse(readFileSync(`${folder}/cdc_growth_charts.json`, "utf8"));
  return Object.fromEntries(
    Object.entries(months).map(([chart, list]) => [
      chart,
      ["F", "M"].map((sex) => [
        ...(atBirth[chart] ? [[0, ...atBirth[chart][sex]]] : []),
        ...list.map((month) => {
          const { l, m, s } = charts[chart][sex][month];
          // The table's month is the middle of it, but for the last.
          return [month === 240 ? 240 : month + 0.5, +Number(l).toFixed(4), +Number(m).toFixed(3), +Number(s).toFixed(5)];
        }),
      ]),
    ]),
  );
}

/** Mean and standard deviation of the z-scores that children of 2009-2012 have on the chart of 2000. */
export function shiftOf(chart, anthropometry) {
  const scores = anthropometry
    .filter(({ measure, from }) => measure === "BMI" && from < 16)
    .map(({ sex, from, to, values }) => {
      const month = ((from + to + 1) / 2) * 12;
      const after = chart[sex].findIndex(([at]) => at >= month);
      const [, l, m, s] = chart[sex][after];
      const z = (value) => (l === 0 ? log(value / m) / s : (power(value / m, l) - 1) / (l * s));
      return { mean: z(values[2]), sd: (z(values[4]) - z(values[0])) / 3.29 };
    });
  const average = (of) => scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  return { mean: +average(({ mean }) => mean).toFixed(2), sd: +average(({ sd }) => sd).toFixed(2) };
}
