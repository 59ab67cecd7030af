// What is fitted, in the order of the correlation matrix, with what the profile says of each beside its distribution.
import { power } from "../../dist/random/arithmetic.js";

const number = (text) => (text === "" || text === undefined ? Number.NaN : Number(text));
const yes = (text) => (text === "Yes" ? 1 : text === "No" ? 0 : Number.NaN);

/** Serum creatinine (mg/dL) from eGFR: CKD-EPI 2021 (Inker et al., N Engl J Med 2021;385:1737), turned round. */
function creatinine(egfr, age, isFemale) {
  const [kappa, alpha] = isFemale ? [0.7, -0.241] : [0.9, -0.302];
  const ratio = egfr / (142 * power(0.9938, age) * (isFemale ? 1.012 : 1));
  return kappa * power(ratio, ratio >= 1 ? 1 / alpha : -1 / 1.2);
}

const bmiClasses = ["<25", "25 to <30", "30 to <35", "35+"];

/** `grid`: the step in which the survey gives it. `decimals` here: of the quantiles in the profile. */
export const measures = [
  { name: "systolic", of: (r) => number(r.bp_sys_mean), grid: 2 / 3, decimals: 1 },
  { name: "diastolic", of: (r) => (number(r.bp_dia_mean) < 20 ? Number.NaN : number(r.bp_dia_mean)), grid: 2 / 3, decimals: 1 },
  { name: "total-cholesterol", of: (r) => number(r.chol_total), grid: 1, decimals: 1 },
  { name: "hdl", of: (r) => number(r.chol_hdl), grid: 1, decimals: 1 },
  { name: "triglycerides", of: (r) => number(r.chol_trig), grid: 1, decimals: 1, isSkewed: true },
  {
    name: "creatinine",
    of: (r, age, isFemale) => (r.cc_egfr === "" ? Number.NaN : creatinine(Number(r.cc_egfr), age, isFemale)),
    grid: 0.01,
    decimals: 3,
    isSkewed: true,
  },
  { name: "hba1c", of: (r) => number(r.cc_hba1c), grid: 0.1, decimals: 2, by: "diabetes", ceilingWithout: 6.38, isSkewed: true },
  { name: "urine-albumin-creatinine", of: (r) => number(r.cc_acr), grid: 0, decimals: 2, isSkewed: true },
];

/** In classes: `levels` thresholds on one liability. */
export const classes = [
  { name: "body-mass", of: (r) => (r.cc_bmi === "" ? Number.NaN : bmiClasses.indexOf(r.cc_bmi)), levels: 3 },
  { name: "smoked", of: (r) => (r.cc_smoke === "" ? Number.NaN : r.cc_smoke === "Never" ? 0 : 1), levels: 1 },
  {
    name: "smokes",
    of: (r) => (r.cc_smoke === "" || r.cc_smoke === "Never" ? Number.NaN : r.cc_smoke === "Current" ? 1 : 0),
    levels: 1,
  },
  { name: "diabetes", of: (r) => yes(r.cc_diabetes), levels: 1 },
  { name: "coronary-disease", of: (r) => yes(r.cc_cvd_chd), levels: 1 },
  // The survey counts an infarction as coronary disease.
  { name: "myocardial-infarction", of: (r) => (r.cc_cvd_chd === "Yes" ? yes(r.cc_cvd_mi) : Number.NaN), levels: 1 },
  { name: "stroke", of: (r) => yes(r.cc_cvd_stroke), levels: 1 },
  { name: "heart-failure", of: (r) => yes(r.cc_cvd_hf), levels: 1 },
  { name: "ace-inhibitor", of: (r) => yes(r.bp_med_ace), levels: 1 },
  { name: "arb", of: (r) => yes(r.bp_med_angioten), levels: 1 },
  { name: "beta-blocker", of: (r) => yes(r.bp_med_beta), levels: 1 },
  { name: "calcium-channel-blocker", of: (r) => yes(r.bp_med_ccb), levels: 1 },
  { name: "thiazide", of: (r) => yes(r.bp_med_diur_thz), levels: 1 },
  { name: "statin", of: (r) => yes(r.chol_med_statin), levels: 1 },
];

export const variables = [...measures, ...classes];
