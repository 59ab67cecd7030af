// The profile as text.
import { knots, levels } from "./marginals.js";
import { races } from "./rows.js";
import { variables } from "./variables.js";

const years = "NHANES 2013-2016";
const survey = `${years} (NCHS), adults of 18 and over, examination weights`;
const body = "NHANES 2009-2012 (NCHS), examination weights";
const charts = "CDC growth charts 2000";
const sexes = ["female", "male"];

const indent = (spaces, lines) => lines.map((line) => " ".repeat(spaces) + line).join("\n");
const short = (value, decimals) => String(+value.toFixed(decimals));

/** Of percent at the knots of age. */
const curve = (bySex) =>
  sexes.map((sex, s) => `${sex}: [${bySex[s].map(([share], k) => `[${knots[k]}, ${short(100 * share, 2)}]`).join(", ")}]`);

const quantileMap = (perKnot, ages = knots) => `{ ${perKnot.map((values, k) => `${ages[k]}: ${values.join(" ")}`).join(", ")} }`;

function quantiles(bySex) {
  return [`quantiles:`, `  levels: ${levels.join(" ")}`, ...sexes.map((sex, s) => `  ${sex}: ${quantileMap(bySex[s])}`)];
}

/** By bands of age, as the survey's tables have them. */
function banded(anthropometry, measure, youngest) {
  const rows = sexes.map((_, s) => anthropometry.filter((row) => row.measure === measure && row.sex === s && row.from >= youngest));
  const ages = rows[0].map(({ from, to }) => (from + to + 1) / 2);
  return [
    `quantiles:`,
    `  levels: 0.05 0.25 0.5 0.75 0.95`,
    ...sexes.map(
      (sex, s) =>
        `  ${sex}: ${quantileMap(
          rows[s].map(({ values }) => values),
          ages,
        )}`,
    ),
  ];
}

/**
 * Children's mean pressures at median height, by National High Blood Pressure Education Program, Fourth Report, Pediatrics 2004;114:555,
 * table B1: α and β of (age - 10) to the powers 1 to 4, girls and boys.
 */
const fourthReport = {
  systolic: [
    [102.01027, 1.94397, 0.00598, -0.00789, -0.00059],
    [102.19768, 1.82416, 0.12776, 0.00249, -0.00135],
  ],
  diastolic: [
    [60.5051, 1.01301, 0.01157, 0.00424, -0.00137],
    [61.01217, 0.68314, -0.09835, 0.01711, 0.00045],
  ],
};
const reportedAt = (measure, s, age) => fourthReport[measure][s].reduce((sum, factor, power) => sum + factor * (age - 10) ** power, 0);

/** Pulse before the survey's: medians of Fleming et al., Lancet 2011;377:1011, at birth, at one month and at two years; between: judgement. */
const pulseOfSmall = "[[0, 127], [0.08, 145], [0.5, 136], [1, 126], [2, 113], [4, 101], [6, 94]]";

function lms(chart, shift) {
  return [
    `lms:`,
    ...(shift ? [`  mean: ${shift.mean}`, `  sd: ${shift.sd}`] : []),
    ...sexes.map((sex, s) => `  ${sex}: { ${chart[s].map(([month, ...rest]) => `${month}: ${rest.join(" ")}`).join(", ")} }`),
  ];
}

const piece = (ages, lines) => [`- ages: [${ages.join(", ")}]`, ...lines.map((line) => `  ${line}`)];
const under = (key, lines) => [`${key}:`, ...lines.map((line) => `  ${line}`)];
const pieces = (...list) => under("marginal", under("pieces", list.flat()));

export function writeProfile({ quantiles: q, shares, bodyMass, growth, bodyMassShift, anthropometry, fitted }) {
  const condition = (name, head) => under(name, [...head, ...under("percent", curve(shares[name])), `source: ${survey}`]);
  const treatment = (name, conditions) =>
    under(name, [`for: [${conditions}]`, `earliest: 18`, ...under("percent", curve(shares[name])), `source: ${survey}`]);
  const lab = (name, head) =>
    under(name, [...head, ...under("marginal", quantiles([0, 1].map((s) => q[name][s][0]))), `source: ${survey}`]);
  const pressure = (name, head, children) =>
    under(name, [
      ...head,
      ...pieces(...children, piece([18, 110], quantiles([0, 1].map((s) => q[name][s][0])))),
      `source: "${survey}. Children: ${childrens[name]}. Persistence: judgement"`,
    ]);
  const report = "means of the Fourth Report (Pediatrics 2004;114:555, table B1)";
  const childrens = {
    systolic: `${report}, spread by judgement; from 10 years ${body}`,
    diastolic: `${report}, since the survey heard sounds down to 0 and has 54 at ten years; spread: judgement`,
  };
  /** By the report's means at some ages. */
  const reported = (measure, ages, sd) =>
    piece(
      [ages[0], ages.at(-1)],
      under("normal", [
        ...under(
          "mean",
          sexes.map((sex, s) => `${sex}: [${ages.map((age) => `[${age}, ${short(reportedAt(measure, s, age), 1)}]`).join(", ")}]`),
        ),
        `sd: ${sd}`,
      ]),
    );
  const young = anthropometry.filter(({ from }) => from < 20);
  const persistence = "Persistence: judgement";
  const sections = [
    under("conditions", [
      ...under("smoked", [`earliest: 12`, ...under("percent", curve(shares.smoked)), `source: ${survey}`]),
      ...under("smokes", [`earliest: 12`, `among: smoked`, `lasts: while`, ...under("percent", curve(shares.smokes)), `source: ${survey}`]),
      ...condition("diabetes", [
        `code: E11.9`,
        `display: Type 2 diabetes mellitus without complications`,
        `earliest: 16`,
        `family: 0.3`,
        `death: { weight: 2 }`,
      ]),
      ...condition("myocardial-infarction", [
        `code: I25.2`,
        `display: Old myocardial infarction`,
        `earliest: 25`,
        `among: coronary-disease`,
        `death: { weight: 5, code: I21.9, display: "Acute myocardial infarction, unspecified" }`,
      ]),
      ...condition("coronary-disease", [
        `code: I25.10`,
        `display: Atherosclerotic heart disease of native coronary artery without angina pectoris`,
        `earliest: 25`,
        `family: 0.25`,
        `death: { weight: 8 }`,
      ]),
      ...condition("stroke", [
        `code: Z86.73`,
        `display: Personal history of transient ischemic attack (TIA), and cerebral infarction without residual deficits`,
        `earliest: 25`,
        `family: 0.15`,
        `death: { weight: 5, code: I63.9, display: "Cerebral infarction, unspecified" }`,
      ]),
      ...condition("heart-failure", [`code: I50.9`, `display: Heart failure, unspecified`, `earliest: 25`, `death: { weight: 10 }`]),
    ]),
    under("treatments", [
      ...treatment("ace-inhibitor", "hypertension, heart-failure, diabetes, coronary-disease"),
      ...treatment("arb", "hypertension, heart-failure, diabetes, coronary-disease"),
      ...treatment("beta-blocker", "coronary-disease, heart-failure, myocardial-infarction, hypertension, atrial-fibrillation"),
      ...treatment("calcium-channel-blocker", "hypertension, coronary-disease"),
      ...treatment("thiazide", "hypertension"),
      ...treatment("statin", "hyperlipidemia, coronary-disease, stroke, diabetes"),
    ]),
    under("measures", [
      ...under("height", [
        `code: 8302-2`,
        `display: Body height`,
        `category: vital-signs`,
        `unit: cm`,
        `decimals: 1`,
        `settles: 20`,
        ...pieces(piece([0, 20], lms(growth.height)), piece([20, 110], banded(anthropometry, "Height", 20))),
        `source: "${charts}, length and stature for age; adults: ${body}"`,
      ]),
      ...under("body-mass", [
        `persistence: 0.997`,
        `range: [10, 90]`,
        ...pieces(piece([2, 16], lms(growth.bmi, bodyMassShift)), piece([18, 110], quantiles(bodyMass))),
        `source: "Body mass index most days. ${charts}, moved to the z-scores of ${body}; adults: the percentiles of 2009-2012 bent to shares from 25, 30, 35 on of ${years}, from 40 on of Flegal et al. (JAMA 2016;315:2284). ${persistence}"`,
      ]),
      ...under("weight", [
        `code: 29463-7`,
        `display: Body weight`,
        `category: vital-signs`,
        `unit: kg`,
        `decimals: 1`,
        `infants: 2`,
        `computed: { formula: weight, from: [body-mass, height] }`,
        ...under("marginal", lms(growth.weight)),
        `source: "${charts}, weight for age under 2 years; above from height and body mass index"`,
      ]),
      ...under("bmi", [
        `code: 39156-5`,
        `display: Body mass index (BMI) [Ratio]`,
        `category: vital-signs`,
        `unit: kg/m2`,
        `decimals: 1`,
        `ages: [2, 120]`,
        `computed: { formula: bmi, from: [weight, height] }`,
      ]),
      ...pressure(
        "systolic",
        [
          `code: 8480-6`,
          `display: Systolic blood pressure`,
          `category: vital-signs`,
          `unit: mm[Hg]`,
          `ages: [3, 120]`,
          `persistence: 0.65`,
          `range: [70, 250]`,
        ],
        [reported("systolic", [3, 6], 8.5), piece([10, 17], banded(young, "BPSysAve", 8))],
      ),
      ...pressure(
        "diastolic",
        [
          `code: 8462-4`,
          `display: Diastolic blood pressure`,
          `category: vital-signs`,
          `unit: mm[Hg]`,
          `ages: [3, 120]`,
          `persistence: 0.65`,
          `range: [20, 150]`,
          `under: { measure: systolic, by: 12 }`,
        ],
        [reported("diastolic", [3, 6, 10, 14], 8)],
      ),
      ...under("pulse", [
        `code: 8867-4`,
        `display: Heart rate`,
        `category: vital-signs`,
        `unit: /min`,
        `persistence: 0.5`,
        `range: [38, 200]`,
        ...pieces(piece([0, 6], under("normal", [`mean: ${pulseOfSmall}`, `sd: 13`])), piece([10, 110], banded(anthropometry, "Pulse", 8))),
        `source: "${body}. Before ten: Fleming et al., Lancet 2011;377:1011: median of 127 at birth, 145 at a month, 113 at two years; between, spread and persistence: judgement"`,
      ]),
      ...lab("total-cholesterol", [
        `code: 2093-3`,
        `display: Cholesterol [Mass/volume] in Serum or Plasma`,
        `category: laboratory`,
        `unit: mg/dL`,
        `ages: [18, 120]`,
        `persistence: 0.8`,
        `range: [60, 500]`,
        `usual: [0, 200]`,
      ]),
      ...lab("hdl", [
        `code: 2085-9`,
        `display: Cholesterol in HDL [Mass/volume] in Serum or Plasma`,
        `category: laboratory`,
        `unit: mg/dL`,
        `ages: [18, 120]`,
        `persistence: 0.85`,
        `range: [10, 160]`,
        `under: { measure: total-cholesterol, by: 20 }`,
        `usual: { female: [50, 100], male: [40, 100] }`,
      ]),
      ...lab("triglycerides", [
        `code: 2571-8`,
        `display: Triglyceride [Mass/volume] in Serum or Plasma`,
        `category: laboratory`,
        `unit: mg/dL`,
        `ages: [18, 120]`,
        `persistence: 0.65`,
        `range: [15, 3000]`,
        `usual: [0, 150]`,
      ]),
      ...under("ldl", [
        `code: 13457-7`,
        `display: Cholesterol in LDL [Mass/volume] in Serum or Plasma by calculation`,
        `category: laboratory`,
        `unit: mg/dL`,
        `ages: [18, 120]`,
        `range: [5, 500]`,
        `usual: [0, 130]`,
        `computed: { formula: ldl-friedewald, from: [total-cholesterol, hdl, triglycerides] }`,
      ]),
      ...lab("creatinine", [
        `code: 2160-0`,
        `display: Creatinine [Mass/volume] in Serum or Plasma`,
        `category: laboratory`,
        `unit: mg/dL`,
        `decimals: 2`,
        `ages: [18, 120]`,
        `persistence: 0.9`,
        `range: [0.2, 15]`,
        `usual: { female: [0.5, 1.1], male: [0.6, 1.3] }`,
      ]),
      ...under("egfr", [
        `code: 98979-8`,
        `display: Glomerular filtration rate [Volume Rate/Area] in Serum, Plasma or Blood by Creatinine-based formula (CKD-EPI 2021)/1.73 sq M`,
        `category: laboratory`,
        `unit: mL/min/{1.73_m2}`,
        `ages: [18, 120]`,
        `usual: [60, 150]`,
        `computed: { formula: egfr, from: [creatinine] }`,
      ]),
      ...under("hba1c", [
        `code: 4548-4`,
        `display: Hemoglobin A1c/Hemoglobin.total in Blood`,
        `category: laboratory`,
        `unit: "%"`,
        `decimals: 1`,
        `ages: [18, 120]`,
        `persistence: 0.8`,
        `range: [3.5, 18]`,
        `usual: [4, 5.6]`,
        ...under("by", [
          `condition: diabetes`,
          ...under("with", quantiles([0, 1].map((s) => q.hba1c[s][1]))),
          ...under("without", quantiles([0, 1].map((s) => q.hba1c[s][0]))),
        ]),
        `source: ${survey}`,
      ]),
      ...lab("urine-albumin-creatinine", [
        `code: 9318-7`,
        `display: Albumin/Creatinine [Mass Ratio] in Urine`,
        `category: laboratory`,
        `unit: mg/g`,
        `decimals: 1`,
        `ages: [18, 120]`,
        `persistence: 0.6`,
        `range: [0.3, 12000]`,
        `usual: [0, 30]`,
      ]),
      ...under("smoking-status", [
        `code: 72166-2`,
        `display: Tobacco smoking status`,
        `category: social-history`,
        `ages: [13, 120]`,
        `answers:`,
        `  - { has: smokes, code: LA18976-3, display: Current every day smoker }`,
        `  - { has: smoked, code: LA15920-4, display: Former smoker }`,
        `  - { code: LA18978-9, display: Never smoker }`,
      ]),
    ]),
    under("correlations", [
      `source: ${survey}`,
      `variables: [${variables.map(({ name }) => name).join(", ")}]`,
      ...under(
        "strata",
        fitted.flatMap(({ sex, from, to, people, correlations, means, shares: raceShares }) => [
          `- sex: ${sexes[sex]} # ${people} people`,
          `  ages: [${from === 18 ? 0 : from}, ${to}]`,
          `  races:`,
          ...races.map(
            (race, r) =>
              `    ${race}: { share: ${short(raceShares[r], 3)}, means: ${[...means[r]].map((mean) => short(mean, 3)).join(" ")} }`,
          ),
          `  matrix:`,
          ...correlations.map((row, a) =>
            `    - ${[...row]
              .slice(0, a)
              .map((value) => `${short(value, 3)} `)
              .join("")}1`.replace(/- 1$/, "- [1]"),
          ),
        ]),
      ),
    ]),
  ];
  return `# yaml-language-server: $schema=../../schemas/profile.schema.json
# Written by scripts/fit-nhanes.js; do not edit. A profile extends it and declares who and where.
profile: us-adults
title: What adults measure and have, fitted on a survey; how children grow

${sections.map((lines) => indent(0, lines)).join("\n\n")}
`;
}
