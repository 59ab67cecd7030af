import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { DeidError } from "../errors.ts";
import { evaluatePopulation } from "../evaluate/population/evaluate.ts";
import { type PopulationEvaluation, type PopulationMetric, populationMetrics } from "../evaluate/population/evaluation.ts";
import { chartFiles } from "../evaluate/population/page/files.ts";
import { populationPage } from "../evaluate/population/page/index.ts";
import { loadReferenceMap, type ReferenceMap } from "../evaluate/population/reference-map.ts";
import { metricText, populationTable, score } from "../evaluate/population/table.ts";
import { secondsOf } from "../evaluate/population/time.ts";
import { expandInputs, type InputFile } from "../io/inputs.ts";
import { createStaging, type Staging } from "../io/staging.ts";
import { readProfile } from "./generate.ts";
import { asOfDate, wholeNumber } from "./options.ts";
import { shippedFolder } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";

interface PopulationFlags {
  readonly profile?: string;
  readonly reference?: string;
  readonly map?: string;
  readonly examine?: string;
  readonly asOf?: string;
  readonly seeds: readonly string[];
  readonly resamples: number;
  readonly json?: string;
  readonly html?: string;
  readonly charts?: string;
  readonly list?: true;
  readonly force?: true;
  readonly failUnder?: readonly Gate[];
}

interface Gate {
  readonly name: PopulationMetric;
  readonly least: number;
}

export function populationCommand(terminal: Terminal): Command {
  return new Command("population")
    .description("hold a generated population against its profile, its targets, real rows and what is possible")
    .argument("<folder>", "where the tables are, as CSV or NDJSON: ours, or those of Synthea's CSV export")
    .option("--profile <name|file>", "what it was made from: its declared figures and targets are checked")
    .option("--reference <file>", "real rows to compare with, as CSV, such as a public survey's")
    .option("--map <name|file>", "how the reference's columns answer to ours: nhanes-2017-2020, or YAML of your own")
    .option("--examine <seed>", "the population's seed: compare as if everybody were measured on the day, as in a survey, not as care did")
    .option("--as-of <date>", "the day for ages and for what people have: YYYY-MM-DD (default: the manifest's, or the latest encounter's)")
    .addOption(
      new Option("--seeds <names>", "comma-separated: the same seeds draw the same resamples")
        .argParser((text: string) => text.split(",").map((name) => name.trim()))
        .default(["1", "2", "3"], "1,2,3"),
    )
    .option("--resamples <n>", "how often real rows are halved for the marks, over all seeds", wholeNumber(1), 40)
    .option("--json <file>", "write every figure and check as JSON; - for standard output, instead of the table")
    .option("--html <file>", "write a page with charts")
    .option("--charts <folder>", "write the charts as SVG files: pyramid, prevalence by age, and with --reference quantiles")
    .option("--list", "print every check, not only those that fail")
    .addOption(
      new Option(
        "--fail-under <metric=number>",
        `exit with 1 where a metric is worse (repeatable): ${Object.keys(populationMetrics).join(", ")}`,
      ).argParser((text: string, before: readonly Gate[] = []) => [...before, gateFrom(text)]),
    )
    .option("--force", "replace files that are there")
    .addHelpText(
      "after",
      `
Exits with 1 where a target is not met or a plausibility rule is broken.

Examples:
  scrubjay evaluate population patients/ --profile us-population
  scrubjay evaluate population patients/ --profile us-population --html fidelity.html --fail-under round-trip=0.98
  scrubjay evaluate population patients/ --reference nhanes.csv.gz --map nhanes-2017-2020 \\
    --profile us-population --examine SEED --fail-under c2st-excess=0.05
  scrubjay evaluate population synthea/output/csv/ --json - | jq .metrics`,
    )
    .action((folder: string, options: PopulationFlags) => run(terminal, folder, options));
}

async function run(terminal: Terminal, folder: string, options: PopulationFlags): Promise<void> {
  const { json, html, reference, seeds, resamples } = options;
  if ((reference === undefined) !== (options.map === undefined))
    throw new DeidError("bad-usage", "--reference and --map belong together", undefined, "for example --map nhanes-2017-2020");
  const files = await expandInputs([folder]);
  if (!files.some(({ name }) => /(?:^|\/)patients\.(?:csv|ndjson)(?:\.gz)?$/.test(name)))
    throw new DeidError(
      "input-missing",
      "the folder has no patients.csv or patients.ndjson",
      undefined,
      "make one with: scrubjay generate --format csv",
    );
  const asOf = options.asOf === undefined ? await asOfOf(files) : asOfDate(options.asOf);
  const map = options.map === undefined ? undefined : await readMap(options.map);
  if (options.examine !== undefined && (options.profile === undefined || map === undefined))
    throw new DeidError("bad-usage", "--examine wants the --profile it was made from, and a --reference");
  const profile = await profileOf(options.profile, options.examine);
  const evaluation = await evaluatePopulation(files, {
    ...profile,
    ...(map && reference !== undefined && { reference: { path: resolve(reference), map } }),
    asOf: asOf === undefined ? undefined : secondsOf(asOf) / 86400,
    seeds,
    resamples,
    signal: terminal.signal,
    onProgress: (rows) => terminal.progress(() => `${rows.toLocaleString("en-US")} rows`),
  });
  const inputs = [...files.map(({ path }) => path), ...(reference === undefined ? [] : [resolve(reference)])];
  const staging = createStaging({ force: options.force ?? false, inputs });
  try {
    const text = `${JSON.stringify(evaluation, null, 2)}\n`;
    if (json !== undefined && json !== "-") await stage(staging, json, "the figures", [text]);
    const sha256 = (content: string): string => createHash("sha256").update(content).digest("base64");
    if (html !== undefined) await stage(staging, html, "the page", populationPage(evaluation, sha256));
    if (options.charts !== undefined)
      for (const { name, text: chart } of chartFiles(evaluation)) await stage(staging, join(options.charts, name), name, [chart]);
    await staging.commit();
  } catch (error) {
    await staging.abort();
    throw error;
  }
  if (json === "-") terminal.print(JSON.stringify(evaluation, null, 2));
  else for (const line of populationTable(evaluation, options.list ?? false, terminal.bold)) terminal.print(line);
  judge(terminal, evaluation, options.failUnder ?? []);
}

async function profileOf(nameOrFile: string | undefined, seed: string | undefined) {
  if (nameOrFile === undefined) return {};
  const [{ declaredOf }, { examine }] = await Promise.all([import("../generate/declared.ts"), import("../generate/examine.ts")]);
  const profile = await readProfile(nameOrFile);
  const survey =
    seed === undefined
      ? undefined
      : (reference: ReferenceMap, asOf: number, patients: number) => examine(profile, reference, { seed, asOf, patients });
  return { profile: profile.profile, declared: declaredOf(profile), targets: profile.targets, examine: survey };
}

/** What the manifest of a run says; undefined without one. */
async function asOfOf(files: readonly InputFile[]): Promise<string | undefined> {
  const manifest = files.find(({ name }) => name === "manifest.json");
  if (!manifest) return undefined;
  try {
    const { asOf } = JSON.parse(await readFile(manifest.path, "utf8")) as { readonly asOf?: unknown };
    return typeof asOf === "string" ? asOfDate(asOf) : undefined;
  } catch {
    return undefined;
  }
}

async function readMap(nameOrFile: string): Promise<ReferenceMap> {
  const shipped = /^[a-z0-9-]{1,60}$/.test(nameOrFile) ? join(shippedFolder("profiles"), "reference", `${nameOrFile}.yaml`) : undefined;
  for (const path of shipped ? [shipped, resolve(nameOrFile)] : [resolve(nameOrFile)]) {
    const text = await readFile(path, "utf8").catch(() => undefined);
    if (text !== undefined) return loadReferenceMap(text);
  }
  throw new DeidError(
    "bad-usage",
    "no shipped map has this name and no such file can be read",
    undefined,
    "for example --map nhanes-2017-2020",
  );
}

async function stage(staging: Staging, path: string, display: string, pieces: Iterable<string>): Promise<void> {
  const sink = await staging.open(path, { display });
  for (const piece of pieces) await sink.write(Buffer.from(piece));
  await sink.close();
}

function gateFrom(text: string): Gate {
  const parts = /^([a-z0-9-]{1,20})=(\d{0,3}(?:\.\d{1,9})?)$/.exec(text);
  const name = Object.keys(populationMetrics).find((each): each is PopulationMetric => each === parts?.[1]);
  if (!name || parts![2] === "") throw new InvalidArgumentError("");
  return { name, least: Number(parts![2]) };
}

/** A metric that was not measured does not pass, nor does such a target. */
function judge(terminal: Terminal, { rules, targets, metrics }: PopulationEvaluation, gates: readonly Gate[]): void {
  const fail = (sentence: string): void => {
    terminal.note(sentence);
    terminal.exitWith(1);
  };
  const broken = rules.filter((rule) => rule.broken > 0).length;
  if (broken > 0) fail(`${broken} plausibility ${broken === 1 ? "rule is" : "rules are"} broken`);
  const missed = targets.filter(({ verdict }) => verdict === "fails" || verdict === "not measured").length;
  if (missed > 0) fail(`${missed} ${missed === 1 ? "target is" : "targets are"} not met`);
  for (const { name, least } of gates) {
    const value = metrics[name];
    const isLower = populationMetrics[name].better === "lower";
    if (value !== null && (isLower ? value <= least : value >= least)) continue;
    fail(value === null ? `${name} could not be measured` : `${metricText(name, value)}, ${isLower ? "over" : "under"} ${score(least)}`);
  }
}
