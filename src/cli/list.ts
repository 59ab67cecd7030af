import { Argument, Command } from "commander";
import { formats } from "../formats/index.ts";
import { categories } from "../identifiers/category.ts";
import { kinds } from "../identifiers/kinds/index.ts";
import { transforms } from "../transform/index.ts";
import { shippedPolicies, titledProfiles } from "./shipped.ts";
import type { Terminal } from "./terminal.ts";

/** Rows of a list: the first cell is the name that other commands take. */
type Rows = readonly (readonly string[])[];

/** One line an entry: what can be listed. */
const lists: Readonly<Record<string, () => Promise<Rows> | Rows>> = {
  kinds: () =>
    [...kinds]
      .sort((a, b) => (a.category < b.category ? -1 : 1))
      .map((kind) => [kind.name, kind.category, kind.title, categories[kind.category]]),
  formats: () => formats.map((format) => [format.name, format.extensions.join(" "), format.title]),
  transforms: () => transforms.map((transform) => [transform.name, transform.derivation(false), transform.title]),
  policies: () => shippedPolicies().map((row) => [...row]),
  profiles: titledProfiles,
};

const headings: Readonly<Record<string, readonly string[]>> = {
  kinds: ["kind", "category", "what it is", "45 CFR 164.514(b)(2)(i)"],
  formats: ["format", "extensions", "what it is"],
  transforms: ["transform", "derivation", "what it does"],
  policies: ["policy", "what it is"],
  profiles: ["profile", "who it makes"],
};

export function listCommand(terminal: Terminal): Command {
  return new Command("list")
    .description("list what there is: kinds of identifiers, formats, transforms, policies, profiles")
    .addArgument(new Argument("<what>", "what to list").choices(Object.keys(lists)))
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  scrubjay list kinds")
    .action(async (what: string, { json }: { json?: true }) => {
      const rows = await lists[what]!();
      const heading = headings[what]!;
      if (json) {
        terminal.print(
          JSON.stringify(
            rows.map((row) => Object.fromEntries(row.map((cell, i) => [heading[i], cell]))),
            null,
            2,
          ),
        );
        return;
      }
      const widths = heading.map((word, i) => Math.max(word.length, ...rows.map((row) => row[i]?.length ?? 0)));
      const line = (row: readonly string[]): string =>
        row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i]!))).join("  ");
      terminal.print(terminal.bold(line(heading)));
      for (const row of rows) terminal.print(line(row));
    });
}
