import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { Command } from "commander";
import { countRecords } from "../deidentify/count.ts";
import { DeidError } from "../errors.ts";
import { type OutputReader, verifyOutput } from "../evidence/verify.ts";
import type { Terminal } from "./terminal.ts";

export function verifyCommand(terminal: Terminal): Command {
  return new Command("verify")
    .description("check that an output is what its manifest says, and that nothing that must stay home lies in it")
    .argument("<out>", "an output folder, an output file, or a manifest")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExamples:\n  scrubjay verify released/\n  scrubjay verify patients.deid.csv")
    .action(async (out: string, { json }: { json?: true }) => {
      const { reader, manifest } = await readerOf(out);
      const found = await verifyOutput(reader, manifest);
      if (json) terminal.print(JSON.stringify({ agrees: found.length === 0, found }, null, 2));
      else if (found.length === 0) terminal.print("the output agrees with its manifest, and nothing that must stay home lies in it");
      else for (const { file, message } of found) terminal.print(`${file}: ${message}`);
      if (found.length > 0) terminal.exitWith(1);
    });
}

/** A folder with its `manifest.json`, a file with the manifest beside it, or a manifest itself. */
async function readerOf(out: string): Promise<{ readonly reader: OutputReader; readonly manifest: string }> {
  const found = await stat(out).catch(() => undefined);
  if (!found) throw new DeidError("input-missing", "there is no such output");
  if (found.isDirectory()) return { reader: reader(out, undefined), manifest: "manifest.json" };
  const folder = dirname(out);
  const name = basename(out);
  if (name === "manifest.json") return { reader: reader(folder, undefined), manifest: name };
  const manifest = name.endsWith(".manifest.json") ? name : `${name}.manifest.json`;
  return { reader: reader(folder, [manifest.slice(0, -".manifest.json".length), manifest]), manifest };
}

function reader(folder: string, only: readonly string[] | undefined): OutputReader {
  return {
    async list() {
      if (only) {
        const there = await Promise.all(
          only.map((name) =>
            stat(join(folder, name)).then(
              () => true,
              () => false,
            ),
          ),
        );
        return only.filter((_, i) => there[i]);
      }
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
    },
    text: (path) => readFile(join(folder, path), "utf8").catch(() => undefined),
    async head(path, bytes) {
      const file = await open(join(folder, path)).catch(() => undefined);
      if (!file) return "";
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
        return buffer.toString("latin1", 0, bytesRead);
      } finally {
        await file.close();
      }
    },
    async sum(path) {
      const hash = createHash("sha256");
      let bytes = 0;
      for await (const chunk of createReadStream(join(folder, path))) {
        hash.update(chunk as Buffer);
        bytes += (chunk as Buffer).length;
      }
      return { sha256: hash.digest("hex"), bytes };
    },
    records: (path, format, encoding) => countRecords(join(folder, path), format, encoding),
  };
}
