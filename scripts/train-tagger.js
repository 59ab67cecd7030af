// Trains the tagger and writes its weights and calibration to src/tables/generated/tagger.ts:
//
//   node scripts/train-tagger.js [--corpora ../shared/corpora] [--notes FILE.jsonl ...] [--folds] [--out FILE] [--seed 1] [--passes 6]
//
// Learns from the project's own marked notes (test/detect/notes/dev*.jsonl), from our generator's notes, and from the permissively licensed
// corpora that are at hand. The same inputs give the same bytes. --folds trains on parts and measures on the rest, for honest figures.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { readCorpora } from "./tagger/corpus.js";
import { createFacts } from "./tagger/facts.js";
import { measureFolds } from "./tagger/folds.js";
import { learn } from "./tagger/learn.js";
import { createSayings } from "./tagger/sayings.js";
import { createValues } from "./tagger/values.js";

const root = resolve(import.meta.dirname, "..");
const { values: options } = parseArgs({
  options: {
    corpora: { type: "string", default: join(root, "../shared/corpora") },
    notes: { type: "string", multiple: true, default: [] },
    folds: { type: "boolean", default: false },
    out: { type: "string", default: join(root, "src/tables/generated/tagger.ts") },
    dist: { type: "string" },
    seed: { type: "string", default: "1" },
    passes: { type: "string", default: "6" },
    show: { type: "string" },
    quick: { type: "boolean", default: false },
    keep: { type: "string" },
    ablate: { type: "boolean", default: false },
  },
});
const began = Date.now();
const say = (line) => console.log(`${((Date.now() - began) / 1000).toFixed(0)} s  ${line}`);
const dist = options.dist ?? compiled();
const src = await load(dist);
const tables = src.tables;
const values = createValues(tables);
const documents = readCorpora({ root, corpora: resolve(options.corpora), extra: options.notes, dist, tables, say });
maskBackground(documents);
for (const author of new Set(documents.map((document) => document.author))) {
  const group = documents.filter((document) => document.author === author);
  say(`${author}: ${group.length} documents, ${group.reduce((sum, { spans }) => sum + spans.length, 0)} spans`);
}
const facts = createFacts({
  eponyms: wordsOf("tables/eponyms.js", tables.isEponym),
  drugNames: wordsOf("tables/drugs.js", tables.isDrugName),
  states: tables.states.map(({ name }) => name),
  afterEponyms: [...src.afterEponyms],
  values,
});
const sayings = createSayings({ values });
const settings = { src, values, tables, facts, sayings, say, passes: Number(options.passes), seed: Number(options.seed) };
const calibration = options.folds
  ? await measureFolds(documents, { ...settings, show: options.show, quick: options.quick, ablate: options.ablate, keep, kept })
  : src.calibration;
if (options.out !== "none") {
  const model = learn(documents, settings);
  writeFileSync(options.out, module(model, calibration));
  say(`wrote ${options.out}`);
}
if (!options.dist) rmSync(dist, { recursive: true });

/** Weights of a fold are kept in the folder of `--keep`, and taken from there when they are. */
function keep(name, stored) {
  if (options.keep) writeFileSync(keptFile(name), JSON.stringify(stored));
}

function kept(name) {
  return options.keep && existsSync(keptFile(name)) ? JSON.parse(readFileSync(keptFile(name), "utf8")) : undefined;
}

function keptFile(name) {
  return join(options.keep, `${name.replaceAll(" ", "-")}.json`);
}

/** The source compiled to a folder of its own, so that features are those of the source as it stands. */
function compiled() {
  const folder = mkdtempSync(join(tmpdir(), "tagger-dist-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const name of ["profiles", "policies", "package.json"])
    if (existsSync(join(root, name))) symlinkSync(join(root, name), join(folder, name));
  execFileSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "-p", join(root, "tsconfig.build.json"), "--outDir", join(folder, "dist")],
    { stdio: "inherit" },
  );
  return join(folder, "dist");
}

/** The words of a table whose module gives a test for them only. */
function wordsOf(path, holds) {
  return [...new Set(readFileSync(join(dist, path), "utf8").match(/[a-z][a-z'-]{2,30}/g))].filter(holds);
}

async function load(folder) {
  const from = (path) => import(pathToFileURL(join(folder, path)).href);
  const [detect, words, lexicon, names, ranks, generatedNames, generatedCities, places, vocabulary] = await Promise.all(
    [
      "detect/index.js",
      "detect/words.js",
      "detect/lexicon.js",
      "tables/names.js",
      "tables/ranks.js",
      "tables/generated/names.js",
      "tables/generated/cities.js",
      "tables/places.js",
      "tables/vocabulary.js",
    ].map(from),
  ); // prettier-ignore
  const parts = await Promise.all(
    ["calibration", "digest", "labels", "lexemes", "units", "word-features", "place-features", "model", "scorer", "tagger"].map((name) =>
      from(`detect/tagger/${name}.js`),
    ),
  );
  return {
    ...Object.assign({}, ...parts),
    ...detect,
    createWords: words.createWords,
    afterEponyms: lexicon.afterEponyms,
    tables: {
      ...names,
      ...ranks,
      ...places,
      ...vocabulary,
      given: generatedNames.given,
      surnameGroups: generatedNames.surnames,
      cityGroups: generatedCities.cities,
    },
  };
}

/** Unmarked background: what the rules find there is left open, so that it teaches neither way. */
function maskBackground(all) {
  const background = all.filter(({ source }) => source === "aci");
  const detectors = src.createDetectors({ without: ["tagger"] });
  const found = src.detectAll(
    background.map(({ text }) => text),
    [],
    detectors,
  ); // prettier-ignore
  background.forEach((document, i) => {
    document.spans = found[i].map(({ start, end }) => ({ start, end, type: "open", label: "AGE" }));
  });
}

function module(model, calibration) {
  return `/*
 * Made by scripts/train-tagger.js; do not edit.
 * Weights of a conditional random field, learned from this project's invented notes and generator, and from ASQ-PHI, presidio-research and
 * Pype-Deid notes (MIT) and aci-bench notes (CC BY 4.0, as unmarked background); see docs/decisions.
 */

export const weights: { readonly keys: string; readonly rows: string; readonly step: number; readonly transitions: string; readonly transitionStep: number } = ${JSON.stringify(model)};

export const calibration: {
  readonly threshold: number;
  readonly recalls: readonly (readonly [number, number])[];
  readonly points: readonly (readonly [number, number])[];
} = ${JSON.stringify(calibration)};
`;
}
