import { Command } from "commander";
import { createKeyFile, loadKey } from "../secret/key.ts";
import type { Terminal } from "./terminal.ts";

export function keyCommand(terminal: Terminal): Command {
  const key = new Command("key").description("make keys");
  key
    .command("new")
    .description("write a new random key to a file that only you can read; the key itself is never printed")
    .requiredOption("--out <file>", "the file to make; it must not exist")
    .addHelpText(
      "after",
      "\nExample:\n  scrubjay key new --out study.key\n  scrubjay deidentify extract/ --out released/ --key-file study.key",
    )
    .action(async ({ out }: { out: string }) => {
      await createKeyFile(out);
      const secret = await loadKey({ file: out });
      terminal.print(`wrote a key; fingerprint ${secret.fingerprint()}. Whoever has it can link records: keep it apart from the data.`);
    });
  return key;
}
