import { join } from "node:path";
import { Argument, Command, Option } from "commander";
import { createDetectors } from "../detect/index.ts";
import { DeidError } from "../errors.ts";
import { findSpans } from "../evaluate/find-spans.ts";
import type { NoteFormat } from "../evaluate/gold/format.ts";
import { noteFormats } from "../evaluate/gold/index.ts";
import { type Category, categories } from "../identifiers/category.ts";
import { createStaging, type Sink, type Staging, streamSink } from "../io/staging.ts";
import { addDetectionOptions, addWithoutOption, type DetectionFlags, readDetection } from "./detection.ts";
import { batchesOf, fileNameFor, openNotes } from "./notes.ts";
import type { Terminal } from "./terminal.ts";

interface DetectOptions extends DetectionFlags {
  readonly out: string;
  readonly format: string;
  readonly inputFormat?: string;
  readonly encoding?: string;
  readonly textField?: string;
  readonly idField?: string;
  readonly show?: true;
  readonly json?: true;
  readonly force?: true;
}

const formatNames = noteFormats.map(({ name }) => name);

export function detectCommand(terminal: Terminal): Command {
  const command = new Command("detect")
    .description("find identifiers in notes and say where they stand; nothing is removed")
    .addArgument(
      new Argument("<input...>", "files or folders of notes (JSON Lines, .txt, i2b2 XML, CoNLL), globs, or - for standard input"),
    )
    .requiredOption("--out <path>", "a file; a folder for brat and i2b2; - for standard output. It must stay home: ids are in it")
    .addOption(new Option("--format <name>", "how the spans are written").choices(formatNames).default("jsonl"))
    .addOption(
      new Option("--input-format <name>", "how the notes are written, where name and content should not decide").choices(formatNames),
    )
    .option("--encoding <name>", "the encoding of the notes, where the bytes should not decide")
    .option("--text-field <name>", "the field of JSON that holds the text (default: text, note, body, …)")
    .option("--id-field <name>", "the field of JSON that holds the id (default: id, note_id, …; the record's number where there is none)");
  return addWithoutOption(addDetectionOptions(command))
    .option("--show", "write the text of the notes and of the spans too")
    .option("--json", "print what was found as JSON")
    .option("--force", "replace outputs that are there")
    .addHelpText(
      "after",
      `
Examples:
  scrubjay detect notes.jsonl --out spans.jsonl
  scrubjay detect notes/ --format brat --show --out marked/
      a copy of the notes with what was found, to correct in brat`,
    )
    .action((inputs: readonly string[], options: DetectOptions) => detect(terminal, inputs, options));
}

async function detect(terminal: Terminal, args: readonly string[], options: DetectOptions): Promise<void> {
  const { out, textField, idField, encoding, show = false } = options;
  const started = performance.now();
  const format = noteFormats.find(({ name }) => name === options.format)!;
  if (format.holdsText && !show)
    throw new DeidError(
      "bad-usage",
      `${format.name} cannot be written without the text of the notes`,
      undefined,
      "give --show, or write jsonl",
    );
  if (format.isFolder && out === "-") throw new DeidError("bad-usage", `${format.name} is a file a note, so --out is a folder`);
  const detectors = createDetectors(await readDetection(options));
  const notes = await openNotes(args, {
    needsSpans: false,
    needsText: true,
    format: options.inputFormat,
    textField,
    idField,
    encoding,
    signal: terminal.signal,
    notice: (sentence) => terminal.note(sentence),
  });
  if (notes.hasTwins) terminal.note("two inputs have the same name: their notes have the same id");
  const staging = createStaging({
    force: options.force ?? false,
    inputs: notes.files.map(({ path }) => path).filter((path) => path !== "-"),
  });
  const found = new Map<Category, number>();
  let count = 0;
  let spans = 0;
  try {
    const writer = await openWriter(format, out, staging);
    for await (const batch of batchesOf(notes.read())) {
      const results = await findSpans(batch, detectors);
      for (const [i, note] of batch.entries()) {
        for (const { category } of results[i]!) found.set(category!, (found.get(category!) ?? 0) + 1);
        spans += results[i]!.length;
        count++;
        await writer.write(note.id, format.write({ ...note, spans: results[i]! }, { show }));
      }
      terminal.progress(() => `${counted(count, "note")}, ${counted(spans, "identifier")}`);
    }
    await writer.close();
    await staging.commit();
  } catch (error) {
    await staging.abort();
    throw error;
  }
  if (out === "-") return;
  const rows = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  if (options.json) {
    terminal.print(JSON.stringify({ notes: count, found: spans, categories: Object.fromEntries(rows) }, null, 2));
    return;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  terminal.print(`${terminal.bold(`${counted(spans, "identifier")} in ${counted(count, "note")}`)} in ${seconds} s`);
  for (const [category, times] of rows)
    terminal.print(`  ${category.padEnd(2)} ${times.toLocaleString("en-US").padStart(10)}  ${categories[category]}`);
  terminal.print(`output    ${out} ${terminal.dim("(stays home: it holds the notes' ids)")}`);
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString("en-US")} ${what}${count === 1 ? "" : "s"}`;
}

interface Writer {
  write(id: string | number, files: ReturnType<NoteFormat["write"]>): Promise<void>;
  close(): Promise<void>;
}

/** All notes in one file or on standard output, or files of each note's own. What lies there is for its owner only. */
async function openWriter(format: NoteFormat, out: string, staging: Staging): Promise<Writer> {
  if (format.isFolder) {
    return {
      async write(id, files) {
        for (const { extension, text } of files) {
          const sink = await staging.open(join(out, `${fileNameFor(id)}${extension}`), { display: "a note's file", mode: 0o600 });
          await sink.write(Buffer.from(text));
          await sink.close();
        }
      },
      close: async () => {},
    };
  }
  const sink: Sink =
    out === "-"
      ? streamSink(process.stdout, "standard output")
      : await staging.open(out, { display: "the output", mode: 0o600, gzip: out.endsWith(".gz") });
  return {
    async write(_, files) {
      for (const { text } of files) await sink.write(Buffer.from(text));
    },
    async close() {
      await sink.close();
    },
  };
}
