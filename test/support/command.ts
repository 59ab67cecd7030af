import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { onTestFinished } from "vitest";

export const entry = resolve(import.meta.dirname, "../../bin/scrubjay.js");

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Called with the running command. */
  readonly during?: (child: ChildProcess) => void;
}

/** Runs the built command as a user would. */
export function scrubjay(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return runProcess(process.execPath, [entry, ...args], options);
}

export function runProcess(program: string, args: readonly string[], { cwd, stdin, env, during }: RunOptions = {}): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, NO_COLOR: "1", ...env }, stdio: ["pipe", "pipe", "pipe"] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", fail);
    child.on("close", (code) => done({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }));
    child.stdin.on("error", () => {});
    child.stdin.end(stdin);
    during?.(child);
  });
}

/** A temporary folder with these files, gone when the test ends. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "scrubjay-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Relative names of all files below a folder, sorted. */
export function filesIn(folder: string): string[] {
  return (readdirSync(folder, { recursive: true, encoding: "utf8" }) as string[])
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

/** Everything that lies below a folder, names too, as one text: gzip opened, UTF-16 read as such. */
export function allTextIn(folder: string, except: (name: string) => boolean = () => false): string {
  return filesIn(folder)
    .filter((name) => !except(name))
    .map((name) => `${name}\n${textOf(readFileSync(join(folder, name)))}`)
    .join("\n");
}

export function textOf(bytes: Buffer): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return textOf(gunzipSync(bytes));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le");
  return bytes.toString("utf8");
}

/** Which of the values stand literally, in any case, in a text; digits also without their punctuation. */
export function valuesIn(text: string, values: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return values.filter((value) => lower.includes(value.toLowerCase()));
}
