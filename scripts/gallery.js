// Makes docs/gallery.md, its charts and what README shows of it anew:
//
//   npm run build && node scripts/gallery.js [--patients 10000] [--tables ../shared/tables]
//
// The survey's figures are computed anew where its tables are at hand, else they stay as scripts/gallery/nhanes.json has them.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chartFiles } from "../dist/evaluate/population/page/files.js";
import { timelineOf } from "../dist/formats/timeline/index.js";
import { loadProfile } from "../dist/generate/load-profile.js";
import { createPopulation } from "../dist/generate/population.js";
import { profileDigest } from "../dist/generate/profile-digest.js";
import { galleryPage, readmePart } from "./gallery/page.js";
import { nhanes, ours } from "./gallery/survey.js";

const { values } = parseArgs({
  options: { patients: { type: "string", default: "10000" }, tables: { type: "string", default: "../shared/tables" } },
});
const root = resolve(import.meta.dirname, "..");
const patients = Number(values.patients);
const [seed, asOf] = ["gallery", "2026-01-01"];
const profile = loadProfile(readFileSync(join(root, "profiles/us-population.yaml"), "utf8"), "us-population");

/** Conditions that everybody knows; the chart of all of them is a page long. */
const drawn = new Set(
  "diabetes coronary-disease stroke heart-failure atrial-fibrillation copd asthma hypothyroidism depression migraine osteoporosis alzheimers".split(
    " ",
  ),
);

const known = join(import.meta.dirname, "gallery/nhanes.json");
const measured = nhanes(resolve(values.tables));
if (measured) {
  const rounded = JSON.stringify(measured, (_, value) => (typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value), 2);
  // Lists on one line, as the formatter has them.
  writeFileSync(known, `${rounded.replace(/\[[^\]]*\]/g, (list) => list.replace(/\s+/g, " ").replace("[ ", "[").replace(" ]", "]"))}\n`);
}
const shown = {
  patients,
  seed,
  asOf,
  survey: ours(profile, { seed, asOf, patients }),
  nhanes: JSON.parse(readFileSync(known, "utf8")),
  lives: await chooseLives(),
};
writeFileSync(join(root, "docs/gallery.md"), galleryPage(shown));
const readme = join(root, "README.md");
const marks = /(<!-- gallery: made by scripts\/gallery.js -->\n)[\s\S]*(<!-- end of the gallery -->)/;
writeFileSync(
  readme,
  readFileSync(readme, "utf8").replace(marks, (_, begin, end) => `${begin}\n${readmePart(shown)}\n\n${end}`),
);
drawCharts();

/** The first of the population of each sort whose timeline is neither empty nor endless. */
async function chooseLives() {
  const population = createPopulation(profile, { seed, asOf });
  const source = { profile: profile.profile, profileDigest: await profileDigest(profile), seed, asOf };
  const yearsAt = (birthDate, day) => (Date.parse(day) - Date.parse(birthDate)) / (365.2425 * 86_400_000);
  const has = (record, code) => record.conditions.some((each) => each.code.code.startsWith(code));
  const sorts = [
    {
      heading: "A child",
      lines: [18, 45],
      fits: ({ patient, encounters, immunizations }, age) =>
        patient.deceased === undefined &&
        age >= 1 &&
        age < 8 &&
        immunizations.length > 2 &&
        encounters.some((each) => each.class === "emergency"),
    },
    {
      heading: "Diabetes in the middle of life",
      lines: [35, 75],
      fits: (record, age) =>
        record.patient.deceased === undefined &&
        age >= 45 &&
        age < 65 &&
        has(record, "E11") &&
        record.observations.some(({ code }) => code.code === "4548-4"),
    },
    {
      heading: "The end of a life",
      lines: [40, 130],
      fits: ({ patient, encounters }, age) =>
        patient.deceased !== undefined && age >= 70 && encounters.some((each) => each.class === "inpatient"),
    },
  ];
  const found = [];
  for (const { heading, lines, fits } of sorts) {
    for (let index = 0; index < 5000; index++) {
      const record = population.patient(index);
      if (!fits(record, yearsAt(record.patient.birthDate, record.patient.deceased ?? asOf))) continue;
      const { text } = timelineOf(record, source);
      const length = text.split("\n").length;
      if (length < lines[0] || length > lines[1]) continue;
      found.push({ heading, index, text });
      break;
    }
  }
  return found;
}

function drawCharts() {
  const folder = mkdtempSync(join(tmpdir(), "gallery-"));
  const scrubjay = (...args) =>
    execFileSync(process.execPath, [join(root, "bin/scrubjay.js"), ...args], { stdio: ["ignore", "ignore", "inherit"] });
  try {
    const [people, figures] = [join(folder, "people"), join(folder, "figures.json")];
    scrubjay("generate", "--patients", String(patients), "--seed", seed, "--as-of", asOf, "--no-gold", "--out", people);
    // A check that fails is no reason not to draw.
    try {
      scrubjay("evaluate", "population", people, "--profile", "us-population", "--json", figures);
    } catch (error) {
      if (error.status !== 1) throw error;
    }
    const evaluation = JSON.parse(readFileSync(figures, "utf8"));
    const { roundTrip } = evaluation;
    const some = { ...roundTrip, prevalences: roundTrip.prevalences.filter(({ name }) => drawn.has(name)) };
    for (const { name, text } of chartFiles({ ...evaluation, roundTrip: some })) writeFileSync(join(root, "docs/gallery", name), text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
