import { stat } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import { createDetectors, type Detection } from "../detect/index.ts";
import { type ListEntry, parseList } from "../detect/lists.ts";
import { createModel } from "../detect/model.ts";
import { DeidError } from "../errors.ts";
import { expandInputs } from "../io/inputs.ts";
import { openSource } from "../io/source.ts";

/** How identifiers are looked for in prose, as the command line has it. */
export interface DetectionFlags {
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
  readonly recallTarget?: number;
  readonly model?: string;
  readonly without?: readonly string[];
}

export function addDetectionOptions(command: Command): Command {
  const repeatable = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];
  return command
    .option("--deny <file>", "words and phrases that are always removed: one a line, or CSV with text and kind (repeatable)", repeatable)
    .option("--allow <file>", "words and phrases that are kept, unless a record says that they are its subject's (repeatable)", repeatable)
    .option(
      "--recall-target <share>",
      "the share of identifiers to be found, 0.9 to 0.9999: more finds more, and removes more in vain",
      recallTarget,
    )
    .option("--model <folder>", "a token classifier of your own (ONNX) as one more detector; needs @huggingface/transformers; no network");
}

/** For commands that measure: leaves detectors out. */
export function addWithoutOption(command: Command): Command {
  return command.option(
    "--without <detector>",
    "leave one of our detectors out (repeatable)",
    (name: string, before: readonly string[] = []) => [...before, name],
  );
}

/** Reads the lists and tries the model, so that what is wrong with them is said before the work begins. Plain data. */
export async function readDetection({ allow = [], deny = [], recallTarget, model, without = [] }: DetectionFlags): Promise<Detection> {
  if (without.length > 0) {
    // `grammar` is compromise, which judges within `names`.
    const all = [...createDetectors().map(({ name }) => name), "grammar"];
    if (without.some((name) => !all.includes(name)))
      throw new DeidError("bad-usage", "a detector of --without is not known", undefined, `one of: ${all.join(", ")}`);
  }
  const lists = { allow: await readLists(allow, "allow"), deny: await readLists(deny, "deny") };
  if (model !== undefined) {
    if (!(await stat(model).catch(() => undefined))?.isDirectory())
      throw new DeidError("input-missing", "the folder of --model does not exist");
    await createModel({ folder: model }).detect([], []);
  }
  return {
    ...(lists.allow.length + lists.deny.length > 0 && { lists }),
    ...(recallTarget !== undefined && { recallTarget }),
    ...(model !== undefined && { model }),
    ...(without.length > 0 && { without }),
  };
}

async function readLists(paths: readonly string[], which: "allow" | "deny"): Promise<readonly ListEntry[]> {
  const entries: ListEntry[] = [];
  for (const [i, path] of paths.entries()) {
    const display = `${which} list ${i + 1}`;
    try {
      let text = "";
      for await (const chunk of (await openSource((await expandInputs([path]))[0]!.path, { display })).text()) text += chunk;
      entries.push(...parseList(text));
    } catch (error) {
      throw error instanceof DeidError
        ? new DeidError(error.code, error.message, { ...error.location, input: display }, error.hint)
        : error;
    }
  }
  return entries;
}

function recallTarget(text: string): number {
  const share = /^0?\.\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(share >= 0.9 && share <= 0.9999)) throw new InvalidArgumentError("");
  return share;
}
