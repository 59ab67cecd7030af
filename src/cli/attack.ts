import { Command, InvalidArgumentError, Option } from "commander";
import { simulateAttack } from "../deidentify/simulate-attack.ts";
import { createDetectors, detectAll } from "../detect/index.ts";
import { DeidError } from "../errors.ts";
import { attack, leaksIn, type Method, methods, type Suspect } from "../evaluate/attack.ts";
import type { Note } from "../evaluate/note.ts";
import { vocabulary } from "../evaluate/vocabulary.ts";
import { openNotes } from "./notes.ts";
import { asOfDate, wholeNumber } from "./options.ts";
import type { Terminal } from "./terminal.ts";

interface AttackOptions {
  readonly gold?: string;
  readonly missRate?: number;
  readonly surrogates: "varied" | "consistent";
  readonly seed: string;
  readonly repeats: number;
  readonly textField?: string;
  readonly idField?: string;
  readonly show?: true;
  readonly json?: true;
}

export function attackCommand(terminal: Terminal): Command {
  return new Command("attack")
    .description("look for what was missed in an output, as somebody would who knows this tool (the parrot attack)")
    .argument("[output...]", "de-identified notes: files, folders, globs, or - for standard input")
    .option("--gold <path>", "the originals, with marked identifiers and the same ids or the same order: tells which suspects are leaks")
    .option(
      "--miss-rate <share>",
      "without an output: replace the names of the gold notes, missing each with this chance, and attack that",
      share,
    )
    .addOption(
      new Option("--surrogates <how>", "how names are replaced with --miss-rate").choices(["varied", "consistent"]).default("varied"),
    )
    .option("--repeats <n>", "how often with --miss-rate", wholeNumber(1), 20)
    .option("--seed <text>", "which names are missed", "1")
    .option("--text-field <name>", "the field of JSON that holds the text")
    .option("--id-field <name>", "the field of JSON that holds the id")
    .option("--show", "show the suspects' ids and text; else counts alone")
    .option("--json", "print the outcome as JSON")
    .addHelpText(
      "after",
      `
Examples:
  scrubjay attack released/notes.jsonl
  scrubjay attack released/notes.jsonl --gold gold.jsonl
  scrubjay attack --gold gold.jsonl --miss-rate 0.01 --surrogates consistent`,
    )
    .action((outputs: readonly string[], options: AttackOptions) => run(terminal, outputs, options));
}

async function run(terminal: Terminal, outputs: readonly string[], options: AttackOptions): Promise<void> {
  const isSimulation = options.missRate !== undefined;
  if (isSimulation === outputs.length > 0)
    throw new DeidError(
      "bad-usage",
      isSimulation ? "--miss-rate takes no output" : "an output is missing",
      undefined,
      "see scrubjay attack --help",
    );
  if (isSimulation && options.gold === undefined)
    throw new DeidError("bad-usage", "--miss-rate needs the gold notes", undefined, "give --gold");
  const gold = options.gold === undefined ? undefined : await readNotes(terminal, [options.gold], options, true);
  if (isSimulation) simulate(terminal, gold!, options);
  else await attackOutput(terminal, await readNotes(terminal, outputs, options, false), gold, options);
}

async function readNotes(
  terminal: Terminal,
  paths: readonly string[],
  { textField, idField }: AttackOptions,
  needsSpans: boolean,
): Promise<Note[]> {
  const notes: Note[] = [];
  const opened = await openNotes(paths, { needsSpans, needsText: true, textField, idField, signal: terminal.signal });
  for await (const note of opened.read()) if (note.text !== undefined) notes.push({ ...note, text: note.text });
  return notes;
}

async function attackOutput(
  terminal: Terminal,
  notes: readonly Note[],
  gold: readonly Note[] | undefined,
  options: AttackOptions,
): Promise<void> {
  const found = await detectAll(
    notes.map(({ text }) => text),
    [],
    createDetectors(),
  );
  const suspects = attack(notes.map(({ text }, i) => ({ text, found: found[i]! })));
  const byMethod = Object.keys(methods).map((method) => ({
    method: method as Method,
    suspects: suspects.flat().filter((one) => one.method === method).length,
  }));
  const suspected = suspects.filter(({ length }) => length > 0).length;
  const truth = gold && judge(notes, suspects, gold);
  if (options.json) {
    const shown =
      options.show && notes.flatMap(({ id, text }, i) => suspects[i]!.map((one) => ({ id, ...one, text: text.slice(one.start, one.end) })));
    terminal.print(
      JSON.stringify(
        { notes: notes.length, notesSuspected: suspected, methods: byMethod, ...truth, ...(shown && { suspects: shown }) },
        null,
        2,
      ),
    );
    return;
  }
  terminal.print(`${terminal.bold(`${suspects.flat().length} suspects`)} in ${suspected} of ${notes.length} notes`);
  for (const { method, suspects: count } of byMethod)
    if (count > 0) terminal.print(`  ${String(count).padStart(6)}  ${method}: ${methods[method]}`);
  if (truth) {
    terminal.print(
      `leaks     ${truth.leaks} values of the gold stand in ${truth.leakyNotes} notes; the attack exposes ${truth.exposed}, in ${truth.exposedNotes} notes`,
    );
    terminal.print(`suspects  ${truth.right} of ${suspects.flat().length} are leaks`);
  }
  if (options.show)
    for (const [i, { id, text }] of notes.entries())
      for (const { start, end, method } of suspects[i]!)
        terminal.print(`${id}\t${start}-${end}\t${method}\t${JSON.stringify(text.slice(start, end))}`);
}

/** Which suspects are what the gold says was an identifier. */
function judge(notes: readonly Note[], suspects: readonly (readonly Suspect[])[], gold: readonly Note[]) {
  const byId = new Map(gold.map((note) => [String(note.id), note]));
  const isById = gold.length !== notes.length || notes.every(({ id }) => byId.has(String(id)));
  const count = { leaks: 0, leakyNotes: 0, exposed: 0, exposedNotes: 0, right: 0 };
  for (const [i, { id, text }] of notes.entries()) {
    // Ids may have become codes: then the notes go together in order.
    const original = isById ? byId.get(String(id)) : gold[i];
    if (!original) throw new DeidError("malformed", "a note of the output is not among the gold notes", { record: i + 1 });
    const values = original.spans.filter(({ label }) => isIdentifier(label)).map(({ start, end }) => original.text.slice(start, end));
    const leaks = leaksIn(text, values);
    const exposed = leaks.filter(([start, end]) => suspects[i]!.some((one) => one.start < end && one.end > start));
    count.right += suspects[i]!.filter((one) => leaks.some(([start, end]) => one.start < end && one.end > start)).length;
    count.leaks += leaks.length;
    count.leakyNotes += leaks.length > 0 ? 1 : 0;
    count.exposed += exposed.length;
    count.exposedNotes += exposed.length > 0 ? 1 : 0;
  }
  return count;
}

function simulate(terminal: Terminal, gold: readonly Note[], { missRate = 0, surrogates, seed, repeats, json }: AttackOptions): void {
  const named = gold.map(({ text, spans }) => ({
    text,
    names: spans
      .filter(({ label }) => isName(label))
      .map(({ start, end, label }) => ({ start, end, isSubject: label === "PATIENT" }))
      .sort((a, b) => a.start - b.start),
  }));
  const [year, month, day] = asOfDate(undefined).split("-").map(Number) as [number, number, number];
  const sum = { notes: 0, names: 0, leaks: 0, leakyNotes: 0, exposed: 0, exposedNotes: 0, suspected: 0 };
  for (let i = 0; i < repeats; i++) {
    const one = simulateAttack(named, { missRate, surrogates, seed: `${seed}/${i}`, asOf: { year, month, day } });
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += one[key];
    terminal.progress(() => `${i + 1} of ${repeats}`);
  }
  if (json) {
    terminal.print(JSON.stringify({ missRate, surrogates, repeats, ...sum }, null, 2));
    return;
  }
  terminal.print(
    `${terminal.bold(`${surrogates} surrogates`)}, ${repeats} times ${gold.length} notes: ${sum.leaks} of ${sum.names} names were missed, in ${sum.leakyNotes} notes`,
  );
  terminal.print(`suspected ${sum.suspected} names; ${sum.exposed} of them are leaks, in ${sum.exposedNotes} notes`);
}

function isIdentifier(label: string | undefined): boolean {
  return label === undefined || vocabulary.get(label)?.category !== undefined;
}

function isName(label: string | undefined): boolean {
  return label !== undefined && vocabulary.get(label)?.isName === true;
}

function share(text: string): number {
  if (!/^(?:0?\.\d{1,6}|0|1)$/.test(text)) throw new InvalidArgumentError("");
  return Number(text);
}
