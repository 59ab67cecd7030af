import { Argument, Command, Option } from "commander";
import { type DraftedInput, draftInput, draftYaml } from "../classify/draft.ts";
import { openInput } from "../deidentify/input.ts";
import { safeNames } from "../deidentify/names.ts";
import { DeidError } from "../errors.ts";
import type { FormatName } from "../formats/format.ts";
import { formats } from "../formats/index.ts";
import { expandInputs } from "../io/inputs.ts";
import { createStaging } from "../io/staging.ts";
import { readPolicy } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";

interface ClassifyOptions {
  readonly out: string;
  readonly policy: string;
  readonly format?: FormatName;
  readonly encoding?: string;
  readonly header?: "auto" | "yes" | "no";
  readonly name: string;
  readonly force?: true;
}

export function classifyCommand(terminal: Terminal): Command {
  return new Command("classify")
    .description("draft a policy that names every slot of the inputs, for a person to review")
    .addArgument(new Argument("<input...>", "files, folders, globs, or - for standard input"))
    .requiredOption("--out <file>", "where the policy goes; - for standard output")
    .option("--policy <name|file>", "the policy that it extends", "safe-harbor")
    .option("--name <name>", "the name of the drafted policy", "reviewed")
    .addOption(new Option("--format <name>", "the format, where the content should not decide").choices(formats.map(({ name }) => name)))
    .option("--encoding <name>", "the encoding, where the bytes should not decide")
    .addOption(new Option("--header <when>", "whether a table's first row is a header").choices(["auto", "yes", "no"]))
    .option("--force", "replace the policy that is there")
    .addHelpText(
      "after",
      `
Read the draft, correct it, commit it; then
  scrubjay deidentify extract/ --policy policy.yaml --out released/
refuses to run (exit 3) when an input has a slot that the policy does not name.

Example:
  scrubjay classify extract/ --out policy.yaml`,
    )
    .action((inputs: readonly string[], options: ClassifyOptions) => classify(terminal, inputs, options));
}

async function classify(terminal: Terminal, args: readonly string[], options: ClassifyOptions): Promise<void> {
  const policy = await readPolicy(options.policy);
  const base = policy.inputs.length > 0 ? undefined : policy.name;
  if (base === undefined)
    throw new DeidError("bad-usage", "the policy to extend already names slots", undefined, "extend a built-in policy");
  const files = await expandInputs(args);
  const names = safeNames(files.map(({ name }) => name));
  const drafted: Record<string, DraftedInput> = {};
  let slots = 0;
  let failed = 0;
  for (const [index, { path }] of files.entries()) {
    const { display, table, output, renamed } = names[index]!;
    try {
      const { analysis, plan } = await openInput(
        { from: path === "-" ? process.stdin : path, name: path === "-" ? "" : files[index]!.name, display, table },
        { policy, format: options.format, encoding: options.encoding, header: options.header, signal: terminal.signal },
      );
      await analysis.close();
      // A name that may identify someone is not written down: the pattern stands for any file.
      const pattern = path === "-" || renamed ? "*" : output;
      drafted[pattern] = draftInput(analysis.slots, analysis.verdicts, ({ slot }) => plan.slots[slot]?.rule?.transform);
      slots += analysis.slots.length;
    } catch (error) {
      if (!(error instanceof DeidError)) throw error;
      terminal.fail(error);
      terminal.exitWith(error.exitCode);
      failed++;
    }
  }
  if (slots === 0) return;
  const text = `name: ${options.name}\nextends: ${base}\n${draftYaml(drafted)}`;
  if (options.out === "-") {
    await new Promise<void>((done) => void process.stdout.write(text, () => done()));
    return;
  }
  const staging = createStaging({ force: options.force ?? false, inputs: files.map(({ path }) => path).filter((path) => path !== "-") });
  try {
    const sink = await staging.open(options.out, { display: "the policy" });
    await sink.write(Buffer.from(text));
    await sink.close();
    await staging.commit();
  } catch (error) {
    await staging.abort();
    throw error;
  }
  terminal.print(
    `drafted ${slots} slots of ${files.length - failed} ${files.length - failed === 1 ? "input" : "inputs"} to ${options.out}: review it before you rely on it`,
  );
}
