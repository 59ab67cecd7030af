import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const entry = new URL("../../bin/scrubjay.js", import.meta.url).pathname;

/** De-identifies a folder with the built command; gives seconds taken. Throws when it fails. */
export function deidentify(input, out, ...args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [entry, "deidentify", input, "--out", out, "--as-of", "2026-06-30", ...args], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`scrubjay exited with ${status}\n${stderr}`);
  return { seconds: (performance.now() - start) / 1000, stderr };
}

export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

export function bytesOf(path) {
  const bytes = readFileSync(path);
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

/** Collects what was checked and what failed. */
export function createReport() {
  const failures = [];
  return {
    failures,
    note: (line) => console.log(line),
    check(holds, line, details = []) {
      console.log(`  ${holds ? "ok  " : "FAIL"} ${line}`);
      for (const detail of details.slice(0, 8)) console.log(`         ${detail}`);
      if (details.length > 8) console.log(`         and ${details.length - 8} more`);
      if (!holds) failures.push(line);
    },
  };
}
