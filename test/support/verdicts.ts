import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Expression } from "./expressions.ts";

const root = resolve(import.meta.dirname, "../..");
const file = join(root, "test/contract/linear.txt");
const { version } = JSON.parse(readFileSync(join(root, "node_modules/recheck/package.json"), "utf8")) as { version: string };

/** How long recheck may take for one expression: a verdict holds for these limits only. */
export const limits = { timeout: 10_000, incubationTimeout: 500 };

/** What an expression is known by in linear.txt: it changes with the expression, recheck's version and the limits. */
export const digestOf = ({ source, flags }: Pick<Expression, "source" | "flags">): string =>
  digest(`recheck ${version} ${JSON.stringify(limits)} /${source}/${flags}`);

const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** The expressions that an earlier run found linear. A hundred seconds of fuzzing are spared where nothing has changed. */
export const readLinear = (): ReadonlySet<string> => new Set(readFileSync(file, "utf8").split("\n"));

export const writeLinear = (digests: Iterable<string>): void => writeFileSync(file, `${[...new Set(digests)].sort().join("\n")}\n`);

/** One in 32 is looked at again all the same, others at each revision, so that a wrong line does not stay. */
export const hasItsTurn = (known: string, revision: string): boolean =>
  Number.parseInt(digest(revision + known).slice(0, 8), 16) % 32 === 0;

/** The commit that is checked out; empty where there is no git. */
export function revision(): string {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    return "";
  }
}
