import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { beforeEach, expect, test } from "vitest";
import type { DeidError } from "../../src/errors.ts";
import { createKeyFile, loadKey, Secret } from "../../src/secret/key.ts";

const hex = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
const base64 = Buffer.from(hex, "hex").toString("base64");
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scrubjay-"));
});

function keyFile(text: string, mode = 0o600): string {
  const path = join(folder, "key");
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

async function failure(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => {
      throw new Error("nothing was thrown");
    },
    (error: DeidError) => error,
  );
  expect(inspect(error, { depth: 9 })).not.toMatch(/SECRET|00112233|ABEiM0/);
  return error.code;
}

const fingerprint = new Secret(Buffer.from(hex, "hex")).fingerprint();

test("a key is 64 hex digits or base64 of 32 bytes, from a file, the environment or a command", async () => {
  for (const text of [hex, `${hex}\n`, hex.toUpperCase(), base64, `${base64}\r\n`, base64.slice(0, -1)])
    expect((await loadKey({ file: keyFile(text) })).fingerprint()).toBe(fingerprint);
  expect((await loadKey({ env: "K", environment: { K: hex } })).fingerprint()).toBe(fingerprint);
  expect((await loadKey({ command: `echo ${hex}; echo SECRET >&2` })).fingerprint()).toBe(fingerprint);
});

test("what is missing, wrong or exposed is refused by its code and never shown", async () => {
  expect(await failure(loadKey({ file: join(folder, "none") }))).toBe("key-missing");
  expect(await failure(loadKey({ file: keyFile("\n") }))).toBe("key-missing");
  expect(await failure(loadKey({ file: folder }))).toMatch(/key-exposed|key-missing/);
  expect(await failure(loadKey({ file: keyFile("SECRET") }))).toBe("key-invalid");
  expect(await failure(loadKey({ file: keyFile(hex.slice(1)) }))).toBe("key-invalid");
  expect(await failure(loadKey({ file: keyFile(hex, 0o640) }))).toBe("key-exposed");
  expect(await failure(loadKey({ file: keyFile(hex, 0o604) }))).toBe("key-exposed");
  expect(await failure(loadKey({ env: "K", environment: {} }))).toBe("key-missing");
  expect(await failure(loadKey({ env: "K", environment: { K: "SECRET" } }))).toBe("key-invalid");
  expect(await failure(loadKey({ command: `echo ${hex}; exit 3` }))).toBe("key-missing");
  expect(await failure(loadKey({ command: "echo SECRET" }))).toBe("key-invalid");
  expect(await failure(loadKey({ command: "sleep 20", timeoutMs: 50 }))).toBe("key-missing");
});

test("a new key file is the owner's alone, opens, and is never replaced", async () => {
  const path = join(folder, "new");
  const made = await createKeyFile(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
  expect((await loadKey({ file: path })).fingerprint()).toBe(made.fingerprint());
  expect(await failure(createKeyFile(path))).toBe("output-exists");
  expect(await failure(createKeyFile(join(folder, "none", "x")))).toBe("output-failed");
  expect((await createKeyFile(join(folder, "other"))).fingerprint()).not.toBe(made.fingerprint());
});

test("a key cannot be printed", () => {
  const secret = new Secret(Buffer.from(hex, "hex"));
  expect([`${secret}`, JSON.stringify({ secret }), inspect({ secret }), String(Object.entries(secret))]).toEqual([
    "[key]",
    '{"secret":"[key]"}',
    "{ secret: [key] }",
    "",
  ]);
});

test("digests differ by purpose and by data", () => {
  const secret = new Secret(Buffer.from(hex, "hex"));
  const digests = [secret.digest("a", "x"), secret.digest("b", "x"), secret.digest("a", "y")].map((digest) => digest.toString("hex"));
  expect(new Set(digests).size).toBe(3);
  expect(digests[0]).toHaveLength(64);
});
