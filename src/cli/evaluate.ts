import { Command, InvalidArgumentError, Option } from "commander";
import { createDetectors } from "../detect/index.ts";
import { createScorer } from "../evaluate/evaluate.ts";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { findSpans } from "../evaluate/find-spans.ts";
import { createJoin } from "../evaluate/join.ts";
import { type MetricName, metrics } from "../evaluate/metrics.ts";
import type { MarkedNote } from "../evaluate/note.ts";
import { evaluationTable, percent } from "../evaluate/table.ts";
import { batchesOf, openNotes } from "./notes.ts";
import { wholeNumber } from "./options.ts";
import type { Terminal } from "./terminal.ts";

interface EvaluateOptions {
  readonly gold: string;
  readonly predictions?: string;
  readonly compare?: string;
  readonly textField?: string;
  readonly idField?: string;
  readonly show?: true;
  readonly seed: string;
  readonly samples: number;
  readonly failUnder?: readonly Gate[];
}

interface Gate {
  readonly name: MetricName;
  readonly least: number;
}

export function evaluateCommand(terminal: Terminal): Command {
  const command = new Command("evaluate").description("measure against a gold standard");
  command
    .command("text")
    .description("hold what was found in notes against notes that people marked")
    .requiredOption("--gold <path>", "notes with marked identifiers: a file or a folder")
    .option("--predictions <path>", "what a system found in these notes (default: what our detectors find)")
    .option("--compare <path>", "what another system found in them: differences, on the same resampled notes")
    .option("--text-field <name>", "the field of JSON that holds the text")
    .option("--id-field <name>", "the field of JSON that holds the id")
    .option("--seed <text>", "the same seed gives the same intervals", "1")
    .option("--samples <n>", "how often notes are drawn anew for the intervals", wholeNumber(0), 1000)
    .option("--show", "show values: ids, and the text of what was missed or removed too much")
    .addOption(
      new Option("--fail-under <metric=share>", "exit with 1 where a metric is worse: r-full=0.98, negatives=0.05 (repeatable)").argParser(
        (text: string, before: readonly Gate[] = []) => [...before, gateFrom(text)],
      ),
    )
    .action((options: EvaluateOptions) => evaluate(terminal, options));
  return command;
}

async function evaluate(terminal: Terminal, options: EvaluateOptions): Promise<void> {
  const { textField, idField, samples, seed, show = false } = options;
  const reading = { needsSpans: true, textField, idField, signal: terminal.signal };
  const predicted = await joinOf(options.predictions, "the predictions");
  const compared = await joinOf(options.compare, "the predictions to compare with");
  const gold = await openNotes([options.gold], { ...reading, needsText: true });
  const scorer = createScorer({ samples, seed, show });
  const detectors = createDetectors();
  for await (const notes of batchesOf(gold.read())) {
    const found = predicted ? notes.map(predicted) : await findSpans(notes, detectors);
    for (const [i, note] of notes.entries()) scorer.add(note, found[i]!, compared?.(note));
  }
  const evaluation = scorer.finish();
  for (const line of evaluationTable(evaluation, terminal.bold)) terminal.print(line);
  holdGates(terminal, evaluation, options.failUnder ?? []);

  async function joinOf(path: string | undefined, whose: string) {
    if (path === undefined) return undefined;
    const notes: MarkedNote[] = [];
    for await (const note of (await openNotes([path], { ...reading, needsText: false })).read()) notes.push(note);
    return createJoin(notes, whose);
  }
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
