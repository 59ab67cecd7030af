// The gallery's page: the words around the figures.

/** Figures of Synthea as measured on 1,000 of its living people (2026); what has no number was seen and not written down. */
const synthea = {
  systolic: "falls with age",
  hba1c: "falls with age",
  egfr: "0.01",
  ldlBelowZero: "some are",
  bmiSpread: "a third to a half of the survey's",
  failure: "0.1 %",
  stroke: "0 %",
};

const charts = (folder) => `![Population pyramid: bars of what came out, strokes where the profile declares](${folder}gallery/pyramid.svg)

![Prevalence by age of twelve conditions: declared curves, and what came out with 95 % intervals](${folder}gallery/prevalence.svg)`;

const timeline = ({ text }) => `\`\`\`text\n${text.trimEnd()}\n\`\`\``;

/** What README shows of it. */
export function readmePart({ survey, nhanes, lives }) {
  return `${besideSurvey({ survey, nhanes })}

By \`node scripts/gallery.js\`. NHANES is of 2017 to March 2020, years that nothing was fitted on; Synthea as measured on 1,000 of its people. [How it is measured, and what fails](docs/evaluating.md).

${charts("docs/")}

Three of them, by \`--format timeline\`:

${lives.map((life) => `<details><summary>${life.heading}</summary>\n\n${timeline(life)}\n\n</details>`).join("\n")}`;
}

function besideSurvey({ survey, nhanes }) {
  const percent = (value) => `${(value * 100).toFixed(1)} %`;
  const slope = ([young, old, correlation], decimals) =>
    `${young.toFixed(decimals)} → ${old.toFixed(decimals)} (ρ ${correlation.toFixed(2)})`;
  const row = (name, key, text) => `| ${name} | ${text(nhanes[key])} | ${text(survey[key])} | ${synthea[key] ?? "not measured"} |`;
  return `| | NHANES | Scrubjay | Synthea |
| --- | --- | --- | --- |
${row("median systolic pressure, mmHg, from 18-39 to 60-79 years, and rank correlation with age", "systolic", (value) => slope(value, 0))}
${row("median HbA1c, %, likewise", "hba1c", (value) => slope(value, 1))}
${row("rank correlation of age and eGFR", "egfr", (value) => value.toFixed(2))}
${row("LDL cholesterol below zero", "ldlBelowZero", percent)}
${row("standard deviation of body mass index of women, men of 40 to 49, kg/m²", "bmiSpread", ([women, men]) => `${women.toFixed(1)}, ${men.toFixed(1)}`)}
${row("heart failure", "failure", percent)}
${row("stroke", "stroke", percent)}
${row("heart attack", "infarction", percent)}`;
}

export function galleryPage({ patients, survey, nhanes, asOf, seed, lives }) {
  const count = (value) => value.toLocaleString("en-US");
  return `# A gallery

Everything here was made by the tool, from the profile \`us-population\` with the seed \`${seed}\` as of ${asOf}; \`npm run build && node scripts/gallery.js\` makes it again. Nobody on this page lives or has lived.

## Three patients

\`scrubjay generate --patients 1 --offset INDEX --seed ${seed} --as-of ${asOf} --format timeline --out -\`

${lives.map(({ heading, index, text }) => `### ${heading} (index ${index})\n\n\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`).join("\n")}
## ${count(patients)} people

\`\`\`sh
scrubjay generate --patients ${patients} --seed ${seed} --as-of ${asOf} --no-gold --out people
scrubjay evaluate population people --profile us-population --charts charts
\`\`\`

${charts("")}

These are a round trip: they show that the generator does as it is told. Here are twelve conditions of those that \`--charts\` draws.

## Beside a survey

${count(survey.people)} of ours of 18 to 79, examined on the day as a survey would examine them, beside ${count(nhanes.people)} people of NHANES 2017 to March 2020, years that nothing was fitted on, and beside [Synthea](https://github.com/synthetichealth/synthea):

${besideSurvey({ survey, nhanes })}

NHANES is weighted by its examination weights; its body mass indices are of 2009 to 2012, since the later rows that we have hold only classes. Its pressures from 2017 on were taken with another device than those that ours are fitted on. Ours are as many of each age and sex as the Census Bureau estimates. Synthea's figures are of 1,000 of its living people. What stands here is a choice of figures that Synthea misses, not a test: [evaluating](evaluating.md#real-rows) has one.
`;
}
