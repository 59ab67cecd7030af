import type { RunReport } from "../deidentify/run.ts";
import { categories } from "../identifiers/category.ts";
import type { Terminal } from "./terminal.ts";

export interface SummaryPlaces {
  readonly seconds: number;
  readonly dryRun: boolean;
  readonly out: string;
  readonly manifest: string | undefined;
  readonly evidence: string | undefined;
  readonly vault: boolean;
}

/** What was found and done, for a person: counts by category, as publishable as the manifest's. */
export function printSummary(
  terminal: Terminal,
  { manifest }: RunReport,
  { seconds, dryRun, out, manifest: path, evidence, vault }: SummaryPlaces,
): void {
  const { totals, outputs, counts, policy, codes } = manifest;
  // Nothing came of it: what went wrong is told by itself.
  if (outputs.length === 0) return;
  const verb = dryRun ? "would be de-identified" : "de-identified";
  terminal.print(
    `${terminal.bold(`${totals.out.toLocaleString("en-US")} ${totals.out === 1 ? "record" : "records"} in ${outputs.length} ${outputs.length === 1 ? "file" : "files"} ${verb}`)} under policy ${policy.name} in ${seconds.toFixed(1)} s`,
  );
  const byCategory = new Map<string, { count: number; few: boolean; rules: Set<string> }>();
  for (const { category, count, rule } of counts) {
    const row = byCategory.get(category) ?? { count: 0, few: false, rules: new Set() };
    if (count === "<11") row.few = true;
    else row.count += count;
    row.rules.add(rule);
    byCategory.set(category, row);
  }
  for (const [category, { count, few, rules }] of [...byCategory].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const number = few ? (count === 0 ? "<11" : `${count.toLocaleString("en-US")}+`) : count.toLocaleString("en-US");
    const title = category === "unknown" ? "not plainly harmless" : categories[category as keyof typeof categories];
    terminal.print(
      `  ${(category === "unknown" ? "-" : category).padEnd(2)} ${number.padStart(10)}  ${title}  ${terminal.dim([...rules].sort().join(", "))}`,
    );
  }
  terminal.print(
    codes.derivation === "keyed"
      ? `codes are keyed (key ${codes.key}): the same in every run with this key`
      : vault
        ? "codes were assigned at random and are kept in the vault"
        : "codes were assigned at random and are forgotten: another run gives others",
  );
  if (dryRun) return;
  terminal.print(`output    ${out}`);
  if (path !== undefined) terminal.print(`manifest  ${relativeTo(path)}`);
  if (evidence !== undefined) terminal.print(`evidence  ${relativeTo(evidence)} ${terminal.dim("(stays home)")}`);
}

function relativeTo(path: string): string {
  const here = `${process.cwd()}/`;
  return path.startsWith(here) ? path.slice(here.length) : path;
}
