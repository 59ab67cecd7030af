// The fidelity gates of us-population, by three seeds named beforehand, against NHANES 2017-2020, which nothing was fitted on:
//
//   npm run build && npm run fidelity [-- --patients 100000 --seeds a,b,c --profile us-population --tables ../shared/tables
//     --workers 2 --out FOLDER --survey]
//
// Each seed's people are generated (without notes: they move nothing else), held against the profile, its targets and the survey's
// rows by `scrubjay evaluate population --examine`, and deleted. FOLDER keeps each evaluation as JSON and as a page. Prints the gates
// and exits with 1 where one fails. Takes about half an hour on two cores; without the tables it says so and does nothing. With
// --survey no records are made: people are only asked and measured, so that rules and targets are left out; two minutes a seed.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    patients: { type: "string", default: "100000" },
    seeds: { type: "string", default: "a,b,c" },
    profile: { type: "string", default: "us-population" },
    tables: { type: "string", default: "../shared/tables" },
    workers: { type: "string", default: "2" },
    out: { type: "string" },
    survey: { type: "boolean", default: false },
  },
});
const rows = resolve(values.tables, "nhanes/nhanes_adults_1999_2020.csv.gz");
if (!existsSync(rows)) {
  console.error(`skipped: no rows of NHANES in ${values.tables}`);
  process.exit(0);
}

const scrubjay = fileURLToPath(new URL("../bin/scrubjay.js", import.meta.url));
const asOf = "2026-01-01";
const folder = mkdtempSync(join(tmpdir(), "scrubjay-fidelity-"));
const kept = values.out === undefined ? folder : resolve(values.out);
mkdirSync(kept, { recursive: true });
const seeds = values.seeds.split(",");
const found = [];
try {
  const profile = join(folder, "quiet.yaml");
  writeFileSync(profile, `profile: ${values.profile}\ntitle: without notes\nextends: ${values.profile}\nnotes:\n  share: 0\n`);
  const survey = values.survey ? await surveyOf(profile) : undefined;
  for (const seed of seeds) {
    if (survey) {
      found.push(survey(seed));
      console.error(`seed ${seed} done`);
      continue;
    }
    const [people, json] = [join(folder, `people-${seed}`), join(kept, `${seed}.json`)];
    run(
      "generate",
      "--profile",
      profile,
      "--patients",
      values.patients,
      "--seed",
      seed,
      "--as-of",
      asOf,
      "--no-gold",
      "--workers",
      values.workers,
      "--out",
      people,
    );
    const against = ["--reference", rows, "--map", "nhanes-2017-2020", "--examine", seed, "--seeds", seeds.join(",")];
    run(
      "evaluate",
      "population",
      people,
      "--profile",
      profile,
      ...against,
      "--json",
      json,
      "--html",
      join(kept, `${seed}.html`),
      "--force",
    );
    rmSync(people, { recursive: true });
    found.push(JSON.parse(readFileSync(json, "utf8")));
    console.error(`seed ${seed} done`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What `--examine` compares, of people without records. */
async function surveyOf(path) {
  const dist = (name) => import(new URL(`../dist/${name}.js`, import.meta.url));
  const [{ loadProfile }, { examine }, { loadReferenceMap }, { readReference, matched }, { compare }] = await Promise.all(
    [
      "generate/load-profile",
      "generate/examine",
      ...["reference-map", "sample", "compare"].map((name) => `evaluate/population/${name}`),
    ].map(dist),
  );
  const profile = loadProfile(readFileSync(path, "utf8"), path);
  const map = loadReferenceMap(readFileSync(new URL("../profiles/reference/nhanes-2017-2020.yaml", import.meta.url), "utf8"));
  const { fit, test } = await readReference(rows, map);
  return (seed) => {
    const columns = examine(profile, map, { seed, asOf: Date.parse(asOf) / 864e5, patients: Number(values.patients) });
    return { comparison: compare(matched(columns, map, test), fit, test, map, { seeds, resamples: 40 }) };
  };
}

/** An evaluation exits with 1 where a target fails, which is told below. */
function run(...args) {
  try {
    execFileSync(process.execPath, [scrubjay, ...args], { stdio: ["ignore", "ignore", "pipe"], maxBuffer: 1e8 });
  } catch (error) {
    if (args[0] !== "evaluate" || error.status !== 1) throw error;
  }
}

const held = (list, of = "verdict") => list.filter((each) => each[of] === "holds").length;
const decided = (list) => list.filter(({ verdict }) => verdict === "holds" || verdict === "fails");
const counted = (list, of) => `${held(decided(list), of)} of ${decided(list).length}`;
const score = (value) => (value === null || Number.isNaN(value) ? "-" : value.toFixed(3));
const shareOf = (list) => held(decided(list)) / decided(list).length;

/** Name, whether it passes, what came out, and the same of the real rows of the years fitted on: a perfect copy would score so. */
const gates = [
  [
    "pair trends: at least 80 % of the way from independent to real",
    ({ comparison: { progress } }) => progress >= 0.8,
    ({ comparison: { progress } }) => `${(100 * progress).toFixed(1)} %`,
    ({ comparison: { pairTrends: p } }) => `${((100 * (p.drift - p.independent)) / (p.real - p.independent)).toFixed(1)} %`,
  ],
  [
    "KS at or under the 90th percentile of real halves, in nine of ten cells",
    ({ comparison: { cells } }) => shareOf(cells) >= 0.9,
    ({ comparison: { cells } }) => counted(cells),
    ({ comparison: { cells } }) => counted(cells, "driftVerdict"),
  ],
  [
    "rank correlations within .03 or their interval, all",
    ({ comparison: { correlations } }) => shareOf(correlations) === 1,
    ({ comparison: { correlations } }) => counted(correlations),
    ({ comparison: { correlations } }) => counted(correlations, "driftVerdict"),
  ],
  [
    "classifier (C2ST): AUC at most .05 over real against real",
    ({ comparison: { classifier } }) => classifier.verdict === "holds",
    ({ comparison: { classifier } }) => `${score(classifier.ours)}, real ${score(classifier.real)}`,
    ({ comparison: { classifier } }) => score(classifier.drift),
  ],
  [
    "  the same without the pressures, taken with another device",
    ({ comparison: { classifier } }) => classifier.unchanged.verdict === "holds",
    ({ comparison: { classifier } }) => `${score(classifier.unchanged.ours)}, real ${score(classifier.unchanged.real)}`,
    ({ comparison: { classifier } }) => score(classifier.unchanged.drift),
  ],
  [
    "  the same, at most .05 over the years fitted on",
    ({ comparison: { classifier } }) => classifier.ours <= classifier.drift + 0.05,
    ({ comparison: { classifier } }) => `${score(classifier.ours)}, fitted ${score(classifier.drift)}`,
    () => "",
  ],
  ...["hypertension-control", "diabetes", "statin"].map((task) => [
    `model of ${task} trained on ours: 90 % of the real-trained AUC`,
    ({ comparison: { tasks } }) => tasks.find(({ name }) => name === task).verdict === "holds",
    ({ comparison: { tasks } }) => `${(100 * tasks.find(({ name }) => name === task).share).toFixed(1)} %`,
    () => "",
  ]),
  [
    "prevalences and shares by sex and age, tested together (Holm)",
    ({ comparison: { shares } }) => shareOf(shares) === 1,
    ({ comparison: { shares } }) => counted(shares),
    () => "",
  ],
  ...(values.survey ? [] : ofRecords()),
];

function ofRecords() {
  return [
    [
      "plausibility rules never broken",
      ({ rules }) => rules.every(({ broken }) => broken === 0),
      ({ rules }) =>
        `${rules.filter(({ checked, broken }) => checked > 0 && broken === 0).length} of ${rules.filter(({ checked }) => checked > 0).length}`,
      () => "",
    ],
    [
      "targets met",
      ({ targets }) => targets.every(({ verdict }) => verdict !== "fails" && verdict !== "not measured"),
      ({ targets }) => `${held(targets)} of ${targets.length}`,
      () => "",
    ],
  ];
}

console.log(
  `${values.profile}, ${Number(values.patients).toLocaleString("en-US")} patients a seed, as of ${asOf}, without notes; ${found[0].comparison.rows.ours} to compare\n`,
);
console.log(
  `| gate | ${seeds.map((seed) => `seed ${seed}`).join(" | ")} | fitted years | |\n| --- | ${seeds.map(() => "--: | ").join("")}--: | --- |`,
);
let failed = 0;
for (const [name, passes, told, drift] of gates) {
  const fails = found.filter((evaluation) => !passes(evaluation)).length;
  if (fails > 0) failed++;
  console.log(
    `| ${name} | ${found.map(told).join(" | ")} | ${drift(found[0])} | ${fails === 0 ? "passes" : fails === found.length ? "**fails**" : `**fails** in ${fails}`} |`,
  );
}
if (!values.survey) tellTargets();
console.log(`${failed} of ${gates.length} gates failed`);
process.exitCode = failed > 0 ? 1 : 0;

function tellTargets() {
  const missed = new Set(found.flatMap(({ targets }) => targets.filter(({ verdict }) => verdict !== "holds").map(({ name }) => name)));
  console.log(
    `\n| target not met | wanted | ${seeds.map((seed) => `seed ${seed}`).join(" | ")} | grade |\n| --- | --: | ${seeds.map(() => "--: | ").join("")}--- |`,
  );
  const figure = (value) => (value === null ? "-" : Number(value.toPrecision(3)).toString());
  for (const name of missed) {
    const of = found.map(({ targets }) => targets.find((target) => target.name === name));
    console.log(
      `| ${name} | ${of[0].wanted} ± ${of[0].tolerance} | ${of.map(({ value, verdict }) => `${figure(value)}${verdict === "fails" ? "" : ` (${verdict})`}`).join(" | ")} | ${of[0].grade} |`,
    );
  }
  console.log(`\nnot held against any figure: ${found[0].unvalidated.join(", ")}`);
}
