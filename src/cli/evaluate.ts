import { createHash } from "node:crypto";
import { Command, InvalidArgumentError, Option } from "commander";
import { createDetectors } from "../detect/index.ts";
import { DeidError } from "../errors.ts";
import { createCurve, curveThresholds } from "../evaluate/curve.ts";
import { createScorer } from "../evaluate/evaluate.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { findSpans } from "../evaluate/find-spans.ts";
import { noteFormats } from "../evaluate/gold/index.ts";
import { createJoin } from "../evaluate/join.ts";
import { type MetricName, metrics } from "../evaluate/metrics.ts";
import type { MarkedNote } from "../evaluate/note.ts";
import { evaluationPage, type PageNote } from "../evaluate/page/index.ts";
import { errorTable, evaluationTable, percent } from "../evaluate/table.ts";
import { createStaging, type Staging } from "../io/staging.ts";
import { addDetectionOptions, addWithoutOption, type DetectionFlags, readDetection } from "./detection.ts";
import { populationCommand } from "./evaluate-population.ts";
import { readLabels } from "./labels.ts";
import { batchesOf, type Notes, openNotes } from "./notes.ts";
import { wholeNumber } from "./options.ts";
import type { Terminal } from "./terminal.ts";

interface EvaluateOptions extends DetectionFlags {
  readonly gold: string;
  readonly predictions?: string;
  readonly compare?: string;
  readonly textField?: string;
  readonly idField?: string;
  readonly goldFormat?: string;
  readonly predictionsFormat?: string;
  readonly encoding?: string;
  readonly labels?: string;
  readonly json?: string;
  readonly html?: string;
  readonly curve?: true;
  readonly list?: true;
  readonly force?: true;
  readonly show?: true;
  readonly seed: string;
  readonly samples: number;
  readonly failUnder?: readonly Gate[];
}

interface Gate {
  readonly name: MetricName;
  readonly least: number;
}

const formatNames = noteFormats.map(({ name }) => name);

export function evaluateCommand(terminal: Terminal): Command {
  const command = new Command("evaluate").description("measure against a gold standard, a profile or real rows");
  command.addCommand(populationCommand(terminal));
  const text = command
    .command("text")
    .description("hold what was found in notes against notes that people marked")
    .requiredOption("--gold <path>", "notes with marked identifiers: a file or a folder")
    .option("--predictions <path>", "what a system found in these notes (default: what our detectors find)")
    .option("--compare <path>", "what another system found in them: differences, on the same resampled notes")
    .addOption(new Option("--gold-format <name>", "how the gold is written, where name and content should not decide").choices(formatNames))
    .addOption(new Option("--predictions-format <name>", "how predictions are written").choices(formatNames))
    .option("--encoding <name>", "the encoding of the files, where the bytes should not decide")
    .option("--text-field <name>", "the field of JSON that holds the text (default: text, note, body, …)")
    .option("--id-field <name>", "the field of JSON that holds the id (default: id, note_id, …)")
    .option("--labels <file>", "what labels of your own mean, in YAML or JSON: a category from A to R, or null for no identifier");
  addWithoutOption(addDetectionOptions(text))
    .option("--seed <text>", "the same seed gives the same intervals", "1")
    .option("--samples <n>", "how often notes are drawn anew for the intervals", wholeNumber(0), 1000)
    .option("--json <file>", "write the figures and every error by position as JSON; - for standard output, instead of the table")
    .option("--html <file>", "write a page for looking at errors, note by note")
    .option("--curve", "measure at other thresholds of the tagger too: precision against recall")
    .option("--list", "print every error by position too")
    .option("--show", "put values into them: the text of errors, and in the page of all notes")
    .addOption(
      new Option("--fail-under <metric=share>", "exit with 1 where a metric is worse: r-full=0.98, negatives=0.05 (repeatable)").argParser(
        (text: string, before: readonly Gate[] = []) => [...before, gateFrom(text)],
      ),
    )
    .option("--force", "replace files that are there")
    .addHelpText(
      "after",
      `
Examples:
  scrubjay evaluate text --gold gold.jsonl
  scrubjay evaluate text --gold brat/ --predictions other.jsonl --html errors.html --show`,
    )
    .action((options: EvaluateOptions) => evaluate(terminal, options));
  return command;
}

async function evaluate(terminal: Terminal, options: EvaluateOptions): Promise<void> {
  const { textField, idField, encoding, samples, seed, show = false, json, html } = options;
  const notice = (sentence: string): void => terminal.note(sentence);
  const reading = { needsSpans: true, textField, idField, encoding, signal: terminal.signal, notice };
  const labels = options.labels === undefined ? undefined : await readLabels(options.labels);
  if (options.curve && options.predictions !== undefined)
    throw new DeidError("bad-usage", "--curve measures our detectors, and predictions were given");
  const detection = await readDetection(options);
  const detectors = createDetectors(detection);
  const curve = options.curve && {
    ...createCurve({ labels }),
    at: curveThresholds.map((threshold) => createDetectors({ ...detection, threshold })),
  };
  const inputs: string[] = [];
  const open = async (path: string, needsText: boolean, format: string | undefined): Promise<Notes> => {
    const notes = await openNotes([path], { ...reading, needsText, format });
    inputs.push(...notes.files.map((file) => file.path).filter((file) => file !== "-"));
    return notes;
  };
  const joinOf = async (path: string | undefined, whose: string) => {
    if (path === undefined) return undefined;
    const notes: MarkedNote[] = [];
    for await (const note of (await open(path, false, options.predictionsFormat)).read()) notes.push(note);
    return createJoin(notes, whose);
  };
  const predicted = await joinOf(options.predictions, "the predictions");
  const compared = await joinOf(options.compare, "the predictions to compare with");
  const gold = await open(options.gold, true, options.goldFormat);
  const scorer = createScorer({ samples, seed, show, labels });
  const pages: PageNote[] = [];
  let count = 0;
  for await (const notes of batchesOf(gold.read())) {
    const found = predicted ? notes.map(predicted) : await findSpans(notes, detectors);
    const atEach = await Promise.all((curve ? curve.at : []).map((each) => findSpans(notes, each)));
    for (const [i, note] of notes.entries()) {
      if (curve)
        curve.add(
          note,
          atEach.map((found) => found[i]!),
        );
      const { marks, style } = scorer.add(note, found[i]!, compared?.(note));
      count++;
      if (html !== undefined)
        pages.push({ place: count, id: note.id, style, text: show ? note.text : undefined, marks, found: show ? found[i]! : [] });
    }
    terminal.progress(() => `${count.toLocaleString("en-US")} notes`);
  }
  const evaluation = { ...scorer.finish(), ...(curve && { curve: curve.finish() }) };
  const staging = createStaging({ force: options.force ?? false, inputs });
  try {
    if (json !== undefined && json !== "-") await stage(staging, json, "the figures", [`${JSON.stringify(evaluation, null, 2)}\n`]);
    const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64");
    if (html !== undefined) await stage(staging, html, "the page", evaluationPage(evaluation, pages, { sha256, show }));
    await staging.commit();
  } catch (error) {
    await staging.abort();
    throw error;
  }
  if (json === "-") terminal.print(JSON.stringify(evaluation, null, 2));
  else {
    for (const line of evaluationTable(evaluation, terminal.bold)) terminal.print(line);
    if (options.list) for (const line of ["", ...errorTable(evaluation, terminal.bold)]) terminal.print(line);
  }
  holdGates(terminal, evaluation, options.failUnder ?? []);
}

/** What is written holds ids and positions: for its owner only. */
async function stage(staging: Staging, path: string, display: string, pieces: Iterable<string>): Promise<void> {
  const sink = await staging.open(path, { display, mode: 0o600 });
  for (const piece of pieces) await sink.write(Buffer.from(piece));
  await sink.close();
}

function gateFrom(text: string): Gate {
  const parts = /^([a-z-]{1,20})=(0|1|0?\.\d{1,9}|1\.0{1,9})$/.exec(text);
  const metric = metrics.find(({ name }) => name === parts?.[1]);
  if (!metric) throw new InvalidArgumentError("");
  return { name: metric.name, least: Number(parts![2]) };
}

/** A metric without a value was not measured, so it does not pass. */
function holdGates(terminal: Terminal, evaluation: Evaluation, gates: readonly Gate[]): void {
  for (const { name, least } of gates) {
    const { value } = evaluation.metrics[name];
    const isLower = metrics.find((metric) => metric.name === name)!.better === "lower";
    if (value !== null && (isLower ? value <= least : value >= least)) continue;
    terminal.note(
      value === null
        ? `${name} could not be measured: the gold has nothing of the sort`
        : `${name} is ${percent(value)}, ${isLower ? "over" : "under"} ${percent(least)}`,
    );
    terminal.exitWith(1);
  }
}
