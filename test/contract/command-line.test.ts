import { join } from "node:path";
import type { Command } from "commander";
import { expect, test } from "vitest";
import { classifyCommand } from "../../src/cli/classify.ts";
import { deidentifyCommand } from "../../src/cli/deidentify.ts";
import { detectCommand } from "../../src/cli/detect.ts";
import { evaluateCommand } from "../../src/cli/evaluate.ts";
import { generateCommand } from "../../src/cli/generate.ts";
import { keyCommand } from "../../src/cli/key.ts";
import { listCommand } from "../../src/cli/list.ts";
import { profileCommand } from "../../src/cli/profile.ts";
import { createTerminal } from "../../src/cli/terminal.ts";
import { verifyCommand } from "../../src/cli/verify.ts";
import { readPage, root } from "../support/examples.ts";

const page = "docs/command-line.md";
const terminal = createTerminal();
terminal.close();
const commands: readonly Command[] = [
  deidentifyCommand(terminal),
  classifyCommand(terminal),
  generateCommand(terminal),
  ...profileCommand(terminal).commands,
  verifyCommand(terminal),
  detectCommand(terminal),
  ...evaluateCommand(terminal).commands,
  ...keyCommand(terminal).commands,
  listCommand(terminal),
];

// The first table below the heading of each command. `npm test -- -u` writes it as the command has it.
test("docs/command-line.md has every option of every command, as --help has it", async () => {
  let text = readPage(page);
  for (const command of commands) {
    const heading = `## scrubjay ${command.parent ? `${command.parent.name()} ` : ""}${command.name()}\n`;
    expect(text).toContain(heading);
    const at = text.indexOf("| option |", text.indexOf(heading));
    const end = text.indexOf("\n\n", at) + 1;
    text = text.slice(0, at) + tableOf(command) + text.slice(end);
  }
  await expect(text).toMatchFileSnapshot(join(root, page));
});

function tableOf(command: Command): string {
  const rows = command.options.map(({ flags, description, mandatory, defaultValue, defaultValueDescription, argChoices }) => {
    const choices = argChoices ? `: ${argChoices.map((choice) => `\`${choice}\``).join(", ")}` : "";
    const shown = defaultValueDescription ?? (typeof defaultValue === "boolean" ? undefined : defaultValue);
    const standard = mandatory ? "required" : shown === undefined ? "" : `\`${shown}\``;
    return `| \`${flags.replaceAll("|", "\\|")}\` | ${description.replaceAll("|", "\\|")}${choices} | ${standard} |\n`;
  });
  return `| option | | default |\n| --- | --- | --- |\n${rows.join("")}`;
}
