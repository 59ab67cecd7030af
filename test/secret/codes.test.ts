import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createAssignedCodes, createKeyedCodes, openCodes } from "../../src/secret/codes.ts";
import { Secret } from "../../src/secret/key.ts";
import { createHmac as createPrefixedHmac } from "../../src/secret/sha256.ts";
import { isToken, tokenSource, tokenSpans } from "../../src/secret/token.ts";

const keyBytes = Uint8Array.from({ length: 32 }, (_, i) => i);
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** The token as the decision record describes it, by node:crypto and whole-number arithmetic. */
function tokenByTheBook(prefix: string, domain: string, value: string): string {
  const subkey = createHmac("sha256", keyBytes).update(`scrubjay\u0000${1}\u0000token\u0000${domain}`).digest();
  let bits = BigInt(`0x${createHmac("sha256", subkey).update(value, "utf8").digest("hex")}`) >> 156n;
  let text = "";
  for (let i = 0; i < 20; i++) {
    text = alphabet[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return prefix + text;
}

test("keyed tokens are the golden vectors of epoch 1", () => {
  const codes = createKeyedCodes(new Secret(keyBytes));
  const golden = [
    ["mrn", "12345678", "mrn_rpzt5jbd01g7y77sqz9y"],
    ["ssn", "12345678", "ssn_vdy0gq0ta9b5wfj81bg7"],
    ["member-id", "José", "memberid_jcxz6pc0casbj9c1wc82"],
  ] as const;
  expect(golden.map(([domain, value]) => codes.token(domain, value))).toEqual(golden.map(([, , token]) => token));
  expect(golden.map(([domain, value, token]) => tokenByTheBook(token.slice(0, -20), domain, value))).toEqual(
    golden.map(([, , token]) => token),
  );
  expect(codes.uint32("offset", "subject", "p1")).toBe(3213290094);
});

test("a digest here is HMAC-SHA-256, for every length and script", () => {
  const hmac = createPrefixedHmac(keyBytes);
  const out = new Int32Array(8);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (value) => {
      hmac.digest(value, out);
      expect(Buffer.from(Int32Array.from(out).buffer).swap32().toString("hex")).toBe(
        createHmac("sha256", keyBytes).update(value, "utf8").digest("hex"),
      );
    }),
    { numRuns: 300 },
  );
  for (let length = 0; length < 140; length++) {
    hmac.digest("x".repeat(length), out);
    expect(Buffer.from(Int32Array.from(out).buffer).swap32().toString("hex")).toBe(
      createHmac("sha256", keyBytes).update("x".repeat(length)).digest("hex"),
    );
  }
});

for (const [name, create] of [
  ["keyed", () => createKeyedCodes(new Secret(keyBytes))],
  ["assigned", createAssignedCodes],
] as const) {
  test(`${name}: equal values have equal codes, others and other domains have others`, () => {
    const codes = create();
    const tokens = Array.from({ length: 20_000 }, (_, i) => codes.token("mrn", `v${i}`));
    expect(new Set(tokens).size).toBe(20_000);
    expect(Array.from({ length: 20_000 }, (_, i) => codes.token("mrn", `v${i}`))).toEqual(tokens);
    expect(codes.token("account", "v1")).not.toBe(codes.token("mrn", "v1").replace("mrn_", "account_"));
    expect(codes.token("mrn", "v1")).toMatch(/^mrn_[0-9a-z]{20}$/);
    expect(codes.uint32("offset", "mrn", "v1")).toBe(codes.uint32("offset", "mrn", "v1"));
    expect(codes.uint32("surrogate", "mrn", "v1")).not.toBe(codes.uint32("offset", "mrn", "v1"));
  });

  test(`${name}: a shaped code has the length and classes of its value, and no two values share one`, () => {
    const codes = create();
    const shaped = Array.from({ length: 3000 }, (_, i) => codes.shaped("specimen", `AB${String(i).padStart(4, "0")}`)!);
    expect(new Set(shaped).size).toBe(3000);
    expect(shaped.every((code) => /^[A-Z]{2}[0-9]{4}$/.test(code))).toBe(true);
    expect(codes.shaped("specimen", "AB0007")).toBe(shaped[7]);
    expect(codes.shaped("specimen", "abCD12345")).toMatch(/^[a-z]{2}[A-Z]{2}[0-9]{5}$/);
    expect([codes.shaped("specimen", "12345"), codes.shaped("specimen", "12-34567"), codes.shaped("specimen", "é1234567")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test(`${name}: codes opened from a transfer agree with the first`, () => {
    const first = create();
    const second = openCodes(structuredClone(first.transfer()));
    const tokens = Array.from({ length: 10_000 }, (_, i) => (i % 2 ? first : second).token("mrn", `v${i % 5000}`));
    expect(tokens.slice(0, 5000)).toEqual(tokens.slice(5000));
    expect(Array.from({ length: 5000 }, (_, i) => second.token("mrn", `v${i}`))).toEqual(tokens.slice(0, 5000));
    expect(second.assigned).toBe(first.assigned);
  });
}

test("assigned codes are not the same in two tables, and are remembered through growth", () => {
  const [a, b] = [createAssignedCodes(), createAssignedCodes()];
  expect(a.token("mrn", "1")).not.toBe(b.token("mrn", "1"));
  const before = a.token("mrn", "1");
  for (let i = 0; i < 200_000; i++) a.token("mrn", `g${i}`);
  expect(a.token("mrn", "1")).toBe(before);
  expect(a.assigned).toBe(200_001);
});

test("every code is a token, alone and in prose, and look-alikes are not", () => {
  const token = createAssignedCodes().token("member-id", "1");
  expect(isToken(token)).toBe(true);
  expect(new RegExp(`^${tokenSource}$`).test(token)).toBe(true);
  expect(tokenSpans(`ID ${token}, again (${token}).`)).toEqual([
    [3, 3 + token.length],
    [12 + token.length, 12 + token.length * 2],
  ]);
  for (const text of ["mrn_12345678", `${token}9`, `x-${token}_1`, `MRN_${token.slice(-20)}`, `mrn_${"o".repeat(20)}`])
    expect(tokenSpans(text)).toEqual([]);
});
