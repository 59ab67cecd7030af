import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { entry, folderOf, runProcess } from "./command.ts";

export const root = resolve(import.meta.dirname, "../..");

export function readPage(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

/** What stands between the fences of every block of a language. */
export function blocksOf(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map((match) => match[1]!);
}

/**
 * A page with the output of each of its `console` blocks as it is now: what follows `$ command`. Output that differs
 * only in what differs from run to run is left as the page has it. All commands of a page run in one folder, in order.
 */
export async function rerun(text: string): Promise<string> {
  const folder = exampleFolder();
  let page = text;
  for (const block of blocksOf(text, "console")) {
    let next = "";
    for (const example of block.split(/^(?=\$ )/m)) {
      const [, command, output] = /^\$ (.*)\n([\s\S]*)$/.exec(example)!;
      const { stdout } = await runProcess("bash", ["-c", `exec 2>&1; ${command}`], {
        cwd: folder,
        env: { PATH: `${join(folder, "bin")}:${process.env.PATH}` },
      });
      next += `$ ${command}\n${settled(stdout) === settled(output!) ? output : stdout}`;
    }
    page = page.replace(block, () => next);
  }
  return page;
}

/** A folder with the samples, `scrubjay` on its path, and the package installed as a dependency. */
export function exampleFolder(): string {
  const folder = folderOf({ "bin/scrubjay": `#!/bin/sh\nexec "${process.execPath}" "${entry}" "$@"\n` });
  chmodSync(join(folder, "bin/scrubjay"), 0o755);
  cpSync(join(root, "samples"), join(folder, "samples"), { recursive: true });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(root, join(folder, "node_modules/scrubjay"), "dir");
  return folder;
}

/** Codes, digests and durations are others in every run. Counts move whenever a detector learns something; the samples' gold watches those. */
function settled(output: string): string {
  return output
    .replace(/\b([a-z]+)_[0-9a-z]{20}\b/g, "$1_CODE")
    .replace(/\b(?:[0-9a-f]{16}|[0-9a-f]{64})\b/g, "DIGEST")
    .replace(/\bin \d+\.\d s$/gm, "in N s")
    .replace(/^( {2}[A-R-] ) *[\d,<+]+/gm, "$1 N")
    .replace(/\b(why: ").*"/g, "$1…");
}

/** Runs a program as a project that depends on the package would; `wanted` is what its `//=>` lines say. */
export async function runProgram(text: string): Promise<{ readonly printed: string[]; readonly wanted: string[] }> {
  const folder = exampleFolder();
  writeFileSync(join(folder, "example.mjs"), text);
  const { code, stdout, stderr } = await runProcess(process.execPath, ["example.mjs"], { cwd: folder });
  const wanted = [...text.matchAll(/^ *\/\/=> (.*)$/gm)].map((match) => match[1]!);
  return {
    printed: settled(code === 0 ? stdout : stderr)
      .trimEnd()
      .split("\n"),
    wanted: wanted.map(settled),
  };
}
