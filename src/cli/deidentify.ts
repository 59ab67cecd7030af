import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Argument, Command, Option } from "commander";
import type { RunInput } from "../deidentify/input.ts";
import { type SafeName, safeNames } from "../deidentify/names.ts";
import { type RunReport, runDeidentify } from "../deidentify/run.ts";
import type { RunSink } from "../deidentify/run-options.ts";
import { DeidError } from "../errors.ts";
import { renderManifest } from "../evidence/manifest.ts";
import { createPrivateEvidence, type PrivateEvidence } from "../evidence/private.ts";
import type { FormatName } from "../formats/format.ts";
import { formats } from "../formats/index.ts";
import { kinds } from "../identifiers/kinds/index.ts";
import { expandInputs, type InputFile } from "../io/inputs.ts";
import { createStaging, type Sink, type Staging, streamSink } from "../io/staging.ts";
import { withSurrogates, withTokens } from "../policy/index.ts";
import { type Codes, createAssignedCodes } from "../secret/codes.ts";
import { loadKey, type Secret } from "../secret/key.ts";
import { loadVault, saveVault } from "../secret/vault.ts";
import { addDetectionOptions, type DetectionFlags, readDetection } from "./detection.ts";
import { addKeyOptions, asOfDate, type KeyOptions, keySource, wholeNumber } from "./options.ts";
import { placeOutputs, withoutOutputs } from "./outputs.ts";
import { createQuarantine } from "./quarantine.ts";
import { readPolicy } from "./shipped.ts";
import { printSummary } from "./summary.ts";
import type { Terminal } from "./terminal.ts";

interface DeidentifyOptions extends KeyOptions, DetectionFlags {
  readonly out: string;
  readonly policy: string;
  readonly vault?: string;
  readonly format?: FormatName;
  readonly encoding?: string;
  readonly header?: "auto" | "yes" | "no";
  readonly subject?: string;
  readonly subjects?: readonly string[];
  readonly asOf?: string;
  readonly surrogates?: true | "varied" | "consistent";
  readonly tokens?: true;
  readonly workers: number;
  readonly manifest?: string;
  readonly evidence?: string;
  readonly onError: "refuse" | "quarantine";
  readonly determination?: string;
  readonly dua?: string;
  readonly json?: true;
  readonly force?: true;
  readonly dryRun?: true;
}

const examples = `
Examples:
  scrubjay deidentify extract/ --out released/
      every file of a folder by Safe Harbor; released/manifest.json says what was done
  scrubjay deidentify patients.csv --out patients.deid.csv
  scrubjay deidentify extract/ --out released/ --key-file study.key
      the same codes in every run with this key
  scrubjay deidentify notes/*.txt --subjects patients.csv --out notes-out/
  cat rows.ndjson | scrubjay deidentify - --format ndjson --out - > clean.ndjson`;

export function deidentifyCommand(terminal: Terminal): Command {
  const command = new Command("deidentify")
    .description("de-identify files: tables, JSON, NDJSON, notes")
    .addArgument(new Argument("<input...>", "files, folders, globs, or - for standard input"))
    .requiredOption(
      "--out <path>",
      "a file for one input file; a folder otherwise, or where the path is one or ends in /; - for standard output",
    )
    .option("--policy <name|file>", "a standard (see: scrubjay list policies) or a policy of your own", "safe-harbor");
  return addDetectionOptions(addKeyOptions(command))
    .option("--vault <file>", "keep codes that were assigned at random, encrypted with the key, for the next delta")
    .addOption(new Option("--format <name>", "the format, where the content should not decide").choices(formats.map(({ name }) => name)))
    .option("--encoding <name>", "the encoding, where the bytes should not decide: utf-8, utf-16le, utf-16be, windows-1252")
    .addOption(new Option("--header <when>", "whether a table's first row is a header").choices(["auto", "yes", "no"]))
    .option("--subject <field>", "the slot that says whose record it is")
    .option(
      "--subjects <file>",
      "a roster: who is who; what it says of a subject is found in all their text (repeatable)",
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .option("--as-of <date>", "the reference date, YYYY-MM-DD (default: today)")
    .addOption(
      new Option(
        "--surrogates [how]",
        "invented replacements where the policy would remove names, contacts and so on; in prose from mention to mention by chance (varied, the default), or equal ones are replaced alike (consistent)",
      ).choices(["varied", "consistent"]),
    )
    .addOption(new Option("--tokens", "in prose codes instead of tags: the same for the same person or number").conflicts("surrogates"))
    .option("--workers <n>", "threads for a large table", wholeNumber(1), 1)
    .option("--manifest <file>", "where the manifest goes (default: manifest.json in an output folder, OUT.manifest.json beside a file)")
    .option("--evidence <folder>", "where what must stay home goes (default: OUT.evidence, beside the output)")
    .addOption(
      new Option("--on-error <what>", "what a malformed record does: refuse its file, or go to the quarantine")
        .choices(["refuse", "quarantine"])
        .default("refuse"),
    )
    .option("--determination <reference>", "the expert's determination that allows release; stands in the manifest")
    .option("--dua <reference>", "the data use agreement of a limited data set; stands in the manifest")
    .option("--json", "print the manifest on standard output")
    .option("--force", "replace outputs that are there; relaxes no check")
    .option("--dry-run", "do everything but write")
    .addHelpText("after", examples)
    .action((inputs: readonly string[], options: DeidentifyOptions) => deidentify(terminal, inputs, options));
}

async function deidentify(terminal: Terminal, args: readonly string[], options: DeidentifyOptions): Promise<void> {
  const started = performance.now();
  const { out, dryRun = false } = options;
  const asOf = asOfDate(options.asOf);
  const surrogates = options.surrogates === true ? "varied" : (options.surrogates ?? false);
  const policy = await readPolicy(options.policy);
  if (options.determination !== undefined && policy.standard === "limited-data-set") {
    throw new DeidError("bad-usage", "a limited data set goes by a data use agreement, not a determination", undefined, "use --dua");
  }
  const files = withoutOutputs(await expandInputs(args), out);
  if (files.length === 0) throw new DeidError("input-missing", "nothing is left to read but an earlier output");
  if (files.length > 1 && files.some(({ path }) => path === "-")) throw new DeidError("bad-usage", "standard input is an input of its own");
  const names = safeNames(files.map(({ name }) => name));
  const rosterFiles = await expandInputs(options.subjects ?? []);
  const rosters = rosterFiles.map(
    (file, index): RunInput => ({ from: file.path, name: file.name, table: "patients", display: `roster ${index + 1}` }),
  );
  const outputs = await placeOutputs(files, names, {
    out,
    manifest: options.manifest,
    evidence: options.evidence,
    secrets: [options.keyFile, options.vault],
  });
  const detection = await readDetection(options);
  const { secret, codes } = await openCodes(options);
  for (const { renamed, display, output } of names) {
    if (renamed)
      terminal.note(
        `the name of ${display} may identify someone: ${outputs.isStdout ? "it is not printed" : `its output is called ${output}`}`,
      );
  }

  const staging = createStaging({
    force: options.force ?? false,
    inputs: [...files, ...rosterFiles].map(({ path }) => path).filter((path) => path !== "-"),
  });
  const evidence = createPrivateEvidence();
  const quarantine = createQuarantine(dryRun ? null : outputs.evidence);
  const openSink = sinkOpener({ staging, isStdout: outputs.isStdout, paths: outputs.paths, names, dryRun });
  try {
    const report = await runDeidentify({
      inputs: files.map((file, index) => runInput(file, names[index]!)),
      rosters,
      policy: surrogates ? withSurrogates(policy, kinds) : options.tokens ? withTokens(policy, kinds) : policy,
      asOf,
      secret,
      codes,
      format: options.format,
      encoding: options.encoding,
      header: options.header,
      subject: options.subject,
      surrogates,
      detection,
      workers: options.workers,
      onError: options.onError,
      determination: options.determination,
      dataUseAgreement: options.dua,
      signal: terminal.signal,
      open: async (index) => ({ sink: await openSink(index), name: outputs.names[index]! }),
      evidence,
      quarantine: (line) => quarantine.add(line),
      onNotice: (notice) => terminal.note(notice),
      onProgress: ({ display, records, bytes, index }) =>
        terminal.progress(
          () => `${index + 1}/${files.length} ${display}: ${records.toLocaleString("en-US")} records, ${(bytes / 1e6).toFixed(0)} MB`,
        ),
    });
    await quarantine.close();
    const manifest = renderManifest(report.manifest);
    let hasEvidence = quarantine.lines > 0;
    if (!dryRun) {
      if (outputs.evidence !== undefined) hasEvidence = (await stageEvidence(evidence, outputs.evidence, staging)) || hasEvidence;
      if (outputs.manifest !== undefined && report.manifest.outputs.length > 0)
        await stageText(staging, outputs.manifest, manifest, { display: "the manifest", isLast: true });
      if (options.vault !== undefined && secret) await saveVault(options.vault, report.codes, secret);
      await staging.commit();
    }
    if (options.json && !outputs.isStdout) terminal.print(manifest.trimEnd());
    else if (!outputs.isStdout) {
      printSummary(terminal, report, {
        seconds: (performance.now() - started) / 1000,
        dryRun,
        out,
        manifest: outputs.manifest,
        vault: options.vault !== undefined,
        evidence: hasEvidence && !dryRun ? outputs.evidence : undefined,
      });
    }
    tellFailures(terminal, report);
  } catch (error) {
    await staging.abort();
    await quarantine.remove();
    if (error instanceof DeidError && error.code === "schema-drift" && outputs.evidence !== undefined && !dryRun) {
      await publishEvidence(evidence, outputs.evidence, options.force ?? false);
      terminal.note("the drift report is in the evidence");
    }
    throw error;
  }
}

function runInput(file: InputFile, { display, table }: SafeName): RunInput {
  return { from: file.path === "-" ? process.stdin : file.path, name: file.path === "-" ? "" : file.name, display, table };
}

/** Keyed codes, or with a vault those that it remembers: then the key only opens the vault. */
async function openCodes(options: DeidentifyOptions): Promise<{ readonly secret: Secret | undefined; readonly codes: Codes | undefined }> {
  const source = keySource(options);
  if (!source) {
    if (options.vault !== undefined)
      throw new DeidError("key-missing", "a vault is opened with a key", undefined, "give --key-file, --key-env or --key-command");
    return { secret: undefined, codes: undefined };
  }
  const secret = await loadKey(source);
  if (options.vault === undefined) return { secret, codes: undefined };
  return { secret, codes: (await loadVault(options.vault, secret)) ?? createAssignedCodes() };
}

interface SinkPlaces {
  readonly staging: Staging;
  readonly isStdout: boolean;
  readonly paths: readonly string[];
  readonly names: readonly SafeName[];
  readonly dryRun: boolean;
}

function sinkOpener({ staging, isStdout, paths, names, dryRun }: SinkPlaces): (index: number) => Promise<RunSink> {
  const stdout = isStdout && !dryRun ? streamSink(process.stdout, "standard output") : undefined;
  return async (index) => {
    const nothing = { sha256: "0".repeat(64), bytes: 0 };
    if (dryRun) return { write: async () => {}, close: async () => nothing, drop: async () => {} };
    // What was already written to a stream cannot be taken back: the stated exception.
    if (stdout) return { write: (bytes) => stdout.write(bytes), close: () => stdout.close(), drop: async () => {} };
    const path = paths[index]!;
    const sink: Sink = await staging.open(path, { display: names[index]!.display, gzip: path.endsWith(".gz") });
    return { write: (bytes) => sink.write(bytes), close: () => sink.close(), drop: () => staging.drop(path) };
  };
}

async function publishEvidence(evidence: PrivateEvidence, folder: string, force: boolean): Promise<void> {
  const staging = createStaging({ force });
  try {
    await stageEvidence(evidence, folder, staging);
    await staging.commit();
  } catch (error) {
    await staging.abort();
    throw error;
  }
}

async function stageEvidence(evidence: PrivateEvidence, folder: string, staging: Staging): Promise<boolean> {
  const files = evidence.files();
  if (files.length > 0) await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const { name, text } of files) await stageText(staging, join(folder, name), text, { display: "the evidence", mode: 0o600 });
  return files.length > 0;
}

async function stageText(staging: Staging, path: string, text: string, options: Parameters<Staging["open"]>[1]): Promise<void> {
  const sink = await staging.open(path, options);
  await sink.write(Buffer.from(text));
  await sink.close();
}

function tellFailures(terminal: Terminal, { failures, quarantined }: RunReport): void {
  for (const failure of failures) {
    terminal.fail(failure);
    terminal.exitWith(failure.exitCode);
  }
  if (quarantined > 0) {
    terminal.note(`${quarantined} malformed ${quarantined === 1 ? "record was" : "records were"} put aside`);
    terminal.exitWith(4);
  }
}
