import { execFile } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { DeidError } from "../errors.ts";
import { EPOCH } from "./token.ts";

/** The key. It cannot be printed: every way to text gives `[key]`. */
export class Secret {
  readonly #bytes: Uint8Array;

  /** `bytes` are 32. */
  constructor(bytes: Uint8Array) {
    if (bytes.length !== 32) throw new DeidError("key-invalid", "a key is 32 bytes", undefined, keyHint);
    this.#bytes = Uint8Array.from(bytes);
  }

  /** HMAC-SHA-256 of `data` under a key of its own for this purpose: 32 bytes. */
  digest(purpose: string, data: string | Uint8Array): Buffer {
    return createHmac("sha256", this.derive(purpose, "")).update(data).digest();
  }

  /** A subkey for one purpose and identity domain. The literals are frozen: golden vectors in the tests hold them. */
  derive(purpose: string, domain: string): Buffer {
    return createHmac("sha256", this.#bytes).update(`scrubjay\u0000${EPOCH}\u0000${purpose}\u0000${domain}`).digest();
  }

  /** Tells runs with one key from runs with another, and gives nothing else away: 16 hex digits. */
  fingerprint(): string {
    return this.digest("fingerprint", "").toString("hex", 0, 8);
  }

  /** The bytes themselves, to open the same key in a worker thread of this process; for nothing else. */
  export(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }

  toString(): string {
    return "[key]";
  }

  toJSON(): string {
    return "[key]";
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return "[key]";
  }
}

export type KeySource =
  | { readonly file: string }
  | { readonly env: string; readonly environment?: Readonly<Record<string, string | undefined>> }
  | { readonly command: string; readonly timeoutMs?: number };

/**
 * Reads a key: 64 hex digits or base64 of 32 bytes, white space around it ignored.
 * Throws `key-missing`, `key-invalid`, and `key-exposed` where others may read the file. No error holds any of what was read.
 */
export async function loadKey(source: KeySource): Promise<Secret> {
  if ("file" in source) return parseKey(await readKeyFile(source.file), "the key file");
  if ("env" in source) {
    const text = (source.environment ?? process.env)[source.env];
    if (text === undefined || text.trim() === "")
      throw new DeidError(
        "key-missing",
        "the environment variable named by --key-env is not set",
        undefined,
        "export it, or use --key-file",
      );
    return parseKey(text, "the environment variable");
  }
  return parseKey(await commandOutput(source.command, source.timeoutMs ?? 30_000), "the key command's output");
}

/** Makes a key file that only its owner can read (mode 0600). Throws `output-exists` rather than replace one. */
export async function createKeyFile(path: string): Promise<Secret> {
  const bytes = randomBytes(32);
  let handle: FileHandle;
  try {
    handle = await open(path, "wx", 0o600);
  } catch (error) {
    if (errorCode(error) === "EEXIST")
      throw new DeidError("output-exists", "a file is already there; a key is never replaced", undefined, "choose another name for --out");
    throw new DeidError("output-failed", "the key file cannot be written");
  }
  try {
    await handle.writeFile(`${bytes.toString("hex")}\n`);
    await handle.sync();
  } catch {
    throw new DeidError("output-failed", "the key file cannot be written");
  } finally {
    await handle.close();
  }
  return new Secret(bytes);
}

/** Reads the text form of a key; `what` names where it came from, for the error. */
export function parseKey(text: string, what = "the key"): Secret {
  const trimmed = text.trim();
  if (/^[0-9a-f]{64}$/i.test(trimmed)) return new Secret(Buffer.from(trimmed, "hex"));
  if (/^[0-9a-z+/]{43}=?$/i.test(trimmed) || /^[0-9a-z_-]{43}=?$/i.test(trimmed)) {
    const bytes = Buffer.from(trimmed, "base64");
    if (bytes.length === 32) return new Secret(bytes);
  }
  if (trimmed === "") throw new DeidError("key-missing", `${what} is empty`, undefined, keyHint);
  throw new DeidError("key-invalid", `${what} is not 64 hex digits or base64 of 32 bytes`, undefined, keyHint);
}

async function readKeyFile(path: string): Promise<string> {
  let handle: FileHandle;
  try {
    handle = await open(path, "r");
  } catch (error) {
    if (errorCode(error) === "ENOENT") throw new DeidError("key-missing", "the key file does not exist", undefined, keyHint);
    throw new DeidError("key-missing", "the key file cannot be read");
  }
  try {
    // Asked of the open file, so that it cannot be exchanged in between. Windows has no such bits.
    const { mode, size } = await handle.stat();
    if (process.platform !== "win32" && (mode & 0o077) !== 0)
      throw new DeidError(
        "key-exposed",
        "the key file can be read by others",
        undefined,
        "chmod 600 the file; if it was exposed, make a new key",
      );
    if (size > 4096) throw new DeidError("key-invalid", "the key file is too large to be a key", undefined, keyHint);
    return await handle.readFile("latin1");
  } catch (error) {
    if (error instanceof DeidError) throw error;
    throw new DeidError("key-missing", "the key file cannot be read");
  } finally {
    await handle.close();
  }
}

function commandOutput(command: string, timeoutMs: number): Promise<string> {
  const [shell, flags] = process.platform === "win32" ? ["cmd.exe", ["/d", "/s", "/c"]] : ["/bin/sh", ["-c"]];
  return new Promise((resolve, reject) => {
    const child = execFile(
      shell as string,
      [...(flags as string[]), command],
      { timeout: timeoutMs, killSignal: "SIGKILL", maxBuffer: 65_536, encoding: "latin1", windowsHide: true },
      (error, stdout) => {
        if (!error) resolve(stdout);
        else if (error.killed) reject(new DeidError("key-missing", `the key command gave no key within ${timeoutMs / 1000} s`));
        else reject(new DeidError("key-missing", "the key command failed", undefined, "run it by hand to see its own message"));
      },
    );
    child.stdin?.end();
  });
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

const keyHint = "make one with: scrubjay key new --out FILE";
