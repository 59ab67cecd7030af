import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { type Codes, createAssignedCodes, createKeyedCodes } from "../../src/secret/codes.ts";
import { Secret } from "../../src/secret/key.ts";

/** The modules as plain JavaScript, since a worker thread cannot load TypeScript. */
function compiled(): string {
  const folder = mkdtempSync(join(tmpdir(), "scrubjay-"));
  const flags =
    "--module nodenext --target es2023 --lib es2023 --types node --rewriteRelativeImportExtensions --skipLibCheck --ignoreConfig --rootDir src";
  execFileSync(process.execPath, [
    resolve("node_modules/typescript/bin/tsc"),
    ...flags.split(" "),
    "--outDir",
    folder,
    "src/secret/codes.ts",
  ]);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "worker.mjs"),
    `import { parentPort, workerData } from "node:worker_threads";
     import { openCodes } from "./secret/codes.js";
     const codes = openCodes(workerData.transfer);
     const tokens = [];
     for (let i = 0; i < workerData.count; i++) tokens.push(codes.token("mrn", "v" + ((i * workerData.step) % workerData.count)));
     const shaped = Array.from({ length: 500 }, (_, i) => codes.shaped("specimen", "S" + (100000 + i)));
     parentPort.postMessage({ tokens, shaped, offset: codes.uint32("offset", "mrn", "v1") });`,
  );
  return folder;
}

interface Answer {
  readonly tokens: readonly string[];
  readonly shaped: readonly string[];
  readonly offset: number;
}

function run(folder: string, codes: Codes, count: number, step: number): Promise<Answer> {
  return new Promise((done, fail) => {
    const worker = new Worker(join(folder, "worker.mjs"), { workerData: { transfer: codes.transfer(), count, step } });
    worker.once("message", done).once("error", fail);
  });
}

test("two workers and the main thread agree on every code, whoever asks first", { timeout: 60_000 }, async () => {
  const folder = compiled();
  const count = 100_003;
  for (const codes of [createAssignedCodes(), createKeyedCodes(new Secret(new Uint8Array(32).fill(3)))]) {
    const both = Promise.all([run(folder, codes, count, 1), run(folder, codes, count, 7)]);
    const early = Array.from({ length: count }, (_, i) => codes.token("mrn", `v${count - 1 - i}`)).reverse();
    const [first, second] = await both;
    expect(first.tokens).toEqual(early);
    expect(new Set(early).size).toBe(count);
    for (let i = 0; i < count; i++) if (second.tokens[i] !== early[(i * 7) % count]) throw new Error(`they differ at ${i}`);
    expect(first.shaped).toEqual(second.shaped);
    expect(new Set(first.shaped).size).toBe(500);
    expect([first.offset, second.offset]).toEqual([codes.uint32("offset", "mrn", "v1"), codes.uint32("offset", "mrn", "v1")]);
    if (codes.derivation === "assigned") expect(codes.assigned).toBe(count + 2 * 500 + 1);
  }
});
