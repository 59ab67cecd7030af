import { type Command, InvalidArgumentError, Option } from "commander";
import { DeidError } from "../errors.ts";
import type { KeySource } from "../secret/key.ts";

export interface KeyOptions {
  readonly keyFile?: string;
  readonly keyEnv?: string;
  readonly keyCommand?: string;
}

/** The ways to give a key: never on the command line itself, where other users of the machine can read it. */
export function addKeyOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--key-file <file>", "read the key from a file that only you can read (see: scrubjay key new)").conflicts([
        "keyEnv",
        "keyCommand",
      ]),
    )
    .addOption(new Option("--key-env <name>", "read the key from an environment variable").conflicts(["keyFile", "keyCommand"]))
    .addOption(
      new Option("--key-command <command>", "read the key from a command's output: any secret store's own tool").conflicts([
        "keyFile",
        "keyEnv",
      ]),
    );
}

export function keySource({ keyFile, keyEnv, keyCommand }: KeyOptions): KeySource | undefined {
  if (keyFile !== undefined) return { file: keyFile };
  if (keyEnv !== undefined) return { env: keyEnv };
  if (keyCommand !== undefined) return { command: keyCommand };
  return undefined;
}

/** Whole numbers from `low`. Commander discards the message, which quotes the text. */
export function wholeNumber(low: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    if (!(number >= low)) throw new InvalidArgumentError("");
    return number;
  };
}

/** `YYYY-MM-DD` of a real day; absent: today, in local time. The only place that reads the clock. */
export function asOfDate(text: string | undefined): string {
  if (text === undefined) {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}-${String(now.getDate()).padStart(2, "0")}`;
  }
  const real = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text);
  if (!real) throw new DeidError("bad-usage", "--as-of is a date written YYYY-MM-DD", undefined, "for example --as-of 2026-01-31");
  return text;
}
