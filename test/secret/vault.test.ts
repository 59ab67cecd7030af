import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import type { DeidError } from "../../src/errors.ts";
import { createAssignedCodes, createKeyedCodes } from "../../src/secret/codes.ts";
import { Secret } from "../../src/secret/key.ts";
import { loadVault, saveVault } from "../../src/secret/vault.ts";

const secret = new Secret(new Uint8Array(32).fill(7));
let path = "";
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "scrubjay-")), "codes.vault");
});

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "nothing was thrown",
    (error: DeidError) => error.code,
  );

test("a vault gives back every code, and new values get new ones", async () => {
  const codes = createAssignedCodes();
  const tokens = Array.from({ length: 150_000 }, (_, i) => codes.token("mrn", `v${i}`));
  const [offset, shaped] = [codes.uint32("offset", "mrn", "v1"), codes.shaped("specimen", "AB123456")];
  await saveVault(path, codes, secret);
  const again = (await loadVault(path, secret))!;
  expect(Array.from({ length: 150_000 }, (_, i) => again.token("mrn", `v${i}`))).toEqual(tokens);
  expect([again.uint32("offset", "mrn", "v1"), again.shaped("specimen", "AB123456"), again.derivation]).toEqual([
    offset,
    shaped,
    "assigned",
  ]);
  expect(again.assigned).toBe(codes.assigned);
  expect(tokens).not.toContain(again.token("mrn", "new"));
});

test("a vault is the owner's alone, holds no value, and leaves nothing beside it", async () => {
  const codes = createAssignedCodes();
  const token = codes.token("mrn", "JANE-0042");
  await saveVault(path, codes, secret);
  await saveVault(path, codes, secret);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(path, ".."))).toEqual(["codes.vault"]);
  expect(readFileSync(path, "latin1")).not.toMatch(new RegExp(`JANE|${token.slice(4)}`));
});

test("an empty table makes a vault too, and a missing file is no vault yet", async () => {
  expect(await loadVault(path, secret)).toBe(null);
  await saveVault(path, createAssignedCodes(), secret);
  expect((await loadVault(path, secret))!.assigned).toBe(0);
});

test("another key, and every damage, is told apart", async () => {
  const codes = createAssignedCodes();
  codes.token("mrn", "1");
  await saveVault(path, codes, secret);
  const whole = readFileSync(path);
  expect(await codeOf(loadVault(path, new Secret(new Uint8Array(32).fill(8))))).toBe("key-wrong");
  for (let byte = 0; byte < whole.length; byte++) {
    const damaged = Buffer.from(whole);
    damaged[byte]! ^= 1;
    writeFileSync(path, damaged);
    expect(await codeOf(loadVault(path, secret))).toBe("vault-invalid");
  }
  for (const length of [0, 10, 63, 64, whole.length - 1]) {
    writeFileSync(path, whole.subarray(0, length));
    expect(await codeOf(loadVault(path, secret))).toBe("vault-invalid");
  }
  writeFileSync(path, whole);
  chmodSync(path, 0o644);
  expect(await codeOf(loadVault(path, secret))).toBe("key-exposed");
});

test("keyed codes have no vault, and a folder is none", async () => {
  expect(await codeOf(saveVault(path, createKeyedCodes(secret), secret))).toBe("bad-usage");
  expect(await codeOf(saveVault(join(path, "missing", "x"), createAssignedCodes(), secret))).toBe("output-failed");
  expect(existsSync(path)).toBe(false);
  expect(await codeOf(loadVault(join(path, ".."), secret))).toMatch(/vault-invalid|key-exposed/);
});
