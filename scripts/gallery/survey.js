// The figures of the gallery's table: of rows of NHANES, and of our people examined as a survey would.
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { loadReferenceMap } from "../../dist/evaluate/population/reference-map.js";
import { dayOf } from "../../dist/generate/days.js";
import { examine } from "../../dist/generate/examine.js";

const map = loadReferenceMap(`
reference: a survey
source: NHANES
ages: [18, 79]
columns:
  age: { column: demo_age_years, trait: age }
  sex: { column: demo_gender, trait: sex }
  systolic: { column: bp_sys_mean, loinc: [8480-6] }
  hba1c: { column: cc_hba1c, loinc: [4548-4] }
  egfr: { column: cc_egfr, loinc: [98979-8] }
  ldl: { column: chol_ldl, loinc: [13457-7] }
  bmi: { column: cc_bmi, loinc: [39156-5] }
  failure: { column: cc_cvd_hf, conditions: [I50] }
  stroke: { column: cc_cvd_stroke, conditions: [I60, I61, I63, I69, Z86.73] }
  infarction: { column: cc_cvd_mi, conditions: [I21, I22, I25.2] }
`);

/** Of the first `patients` of a profile, everybody of 18 to 79 on the day. */
export function ours(profile, { seed, asOf, patients }) {
  const columns = examine(profile, map, { seed, asOf: dayOf(asOf), patients });
  const rows = { ...columns, weight: columns.age.map(() => 1) };
  return {
    people: rows.age.length,
    ...figures(rows),
    bmiSpread: [1, 0].map((sex) => deviation(rows, (i) => columns.sex[i] === sex && rows.age[i] >= 40 && rows.age[i] < 50)),
  };
}

/** Of the held-out years, weighted as for examinations; undefined where the table is not at hand. */
export function nhanes(folder) {
  const file = `${folder}/nhanes/nhanes_adults_1999_2020.csv.gz`;
  if (!existsSync(file)) return undefined;
  const all = parse(gunzipSync(readFileSync(file)), { columns: true });
  const held = all.filter(({ svy_year, demo_age_years }) => svy_year === "2017-2020" && Number(demo_age_years) <= 79);
  const number = (text) => (text === "" ? Number.NaN : Number(text));
  const answer = (text) => (text === "" ? Number.NaN : Number(text === "Yes"));
  const column = (name, read) => held.map((row) => read(row[name]));
  const rows = {
    weight: column("svy_weight_mec", number),
    age: column("demo_age_years", number),
    systolic: column("bp_sys_mean", number),
    hba1c: column("cc_hba1c", number),
    egfr: column("cc_egfr", number),
    ldl: column("chol_ldl", number),
    failure: column("cc_cvd_hf", answer),
    stroke: column("cc_cvd_stroke", answer),
    infarction: column("cc_cvd_mi", answer),
  };
  return { people: held.length, ...figures(rows), bmiSpread: anthropometry(folder) };
}

/** Standard deviations of the body mass index of women and men of 40 to 49, in NHANES 2009-2012; later rows here hold only its class. */
function anthropometry(folder) {
  const rows = parse(readFileSync(`${folder}/nhanes/anthropometry_by_age_sex_2009_2012_weighted.csv`), { columns: true });
  return ["female", "male"].map((of) =>
    Number(rows.find(({ measure, sex, age }) => measure === "BMI" && sex === of && age === "40-49").sd),
  );
}

function figures(rows) {
  const among = (from, to) => (i) => rows.age[i] >= from && rows.age[i] <= to;
  const median = (name, fits) => quantile(rows, name, 0.5, fits);
  const share = (name) => {
    let [sum, weight] = [0, 0];
    rows[name].forEach((value, i) => {
      if (Number.isNaN(value)) return;
      sum += rows.weight[i] * value;
      weight += rows.weight[i];
    });
    return sum / weight;
  };
  const known = rows.ldl.filter((value) => !Number.isNaN(value));
  return {
    systolic: [median("systolic", among(18, 39)), median("systolic", among(60, 79)), spearman(rows, "age", "systolic")],
    hba1c: [median("hba1c", among(18, 39)), median("hba1c", among(60, 79)), spearman(rows, "age", "hba1c")],
    egfr: spearman(rows, "age", "egfr"),
    ldlBelowZero: known.filter((value) => value < 0).length / known.length,
    failure: share("failure"),
    stroke: share("stroke"),
    infarction: share("infarction"),
  };
}

function deviation({ bmi }, fits) {
  const values = [...bmi].filter((value, i) => !Number.isNaN(value) && fits(i));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

function quantile(rows, name, level, fits) {
  const order = [...rows[name].keys()].filter((i) => !Number.isNaN(rows[name][i]) && fits(i)).sort((a, b) => rows[name][a] - rows[name][b]);
  const whole = order.reduce((sum, i) => sum + rows.weight[i], 0);
  let reached = 0;
  for (const i of order) {
    reached += rows.weight[i];
    if (reached >= level * whole) return rows[name][i];
  }
  return Number.NaN;
}

/** Spearman's rank correlation, weighted. */
function spearman(rows, a, b) {
  const both = [...rows[a].keys()].filter((i) => !Number.isNaN(rows[a][i]) && !Number.isNaN(rows[b][i]));
  const [x, y] = [ranks(rows, a, both), ranks(rows, b, both)];
  let [weight, mx, my] = [0, 0, 0];
  both.forEach((i, k) => {
    weight += rows.weight[i];
    mx += rows.weight[i] * x[k];
    my += rows.weight[i] * y[k];
  });
  [mx, my] = [mx / weight, my / weight];
  let [xy, xx, yy] = [0, 0, 0];
  both.forEach((i, k) => {
    const [dx, dy] = [x[k] - mx, y[k] - my];
    xy += rows.weight[i] * dx * dy;
    xx += rows.weight[i] * dx * dx;
    yy += rows.weight[i] * dy * dy;
  });
  return xy / Math.sqrt(xx * yy);
}

/** Weighted ranks; those that are equal share the middle. */
function ranks(rows, name, among) {
  const order = among.map((i, k) => [rows[name][i], k, rows.weight[i]]).sort((p, q) => p[0] - q[0]);
  const out = new Float64Array(among.length);
  let below = 0;
  for (let from = 0; from < order.length; ) {
    let [to, weight] = [from, 0];
    while (to < order.length && order[to][0] === order[from][0]) weight += order[to++][2];
    for (let k = from; k < to; k++) out[order[k][1]] = below + weight / 2;
    below += weight;
    from = to;
  }
  return out;
}
