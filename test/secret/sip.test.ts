import { expect, test } from "vitest";
import { digestWords } from "../../src/secret/sip.ts";

function digest(text: string, k0 = 1, k1 = 2): string {
  const out = new Int32Array(4);
  digestWords(text, [k0, k1, 3, 4], out);
  return out.subarray(0, 2).join(" ");
}

test("near texts, and near keys, have digests that have nothing in common", () => {
  const digests = new Set<string>();
  for (let i = 0; i < 100_000; i++) digests.add(digest(`P${100_000_000 + i}`));
  for (const text of ["", "a", "\u0000", "\u0000\u0000", "aa", "ab", "é", "e\u0301"]) digests.add(digest(text));
  digests.add(digest("P100000000", 1, 3));
  digests.add(digest("P100000000", 0, 2));
  expect(digests.size).toBe(100_010);
});

test("a change of one bit changes about half of the digest", () => {
  let changed = 0;
  for (let i = 0; i < 1000; i++) {
    const a = new Int32Array(4);
    const b = new Int32Array(4);
    digestWords(`patient ${i}`, [5, 6, 7, 8], a);
    digestWords(`patiens ${i}`, [5, 6, 7, 8], b);
    for (let w = 0; w < 4; w++) for (let bits = a[w]! ^ b[w]!; bits !== 0; bits &= bits - 1) changed++;
  }
  expect(changed / 1000).toBeGreaterThan(61);
  expect(changed / 1000).toBeLessThan(67);
});
