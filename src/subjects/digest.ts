/** Two random 32-bit words that key every digest of one run; never written anywhere. */
export type DigestKey = readonly [number, number];

/**
 * HalfSipHash-2-4 with 64-bit output (Aumasson and Bernstein, reference implementation `halfsiphash.c`) over the UTF-16
 * units of `a`, a separator and `b`. Keyed, so that digests say nothing without the key; short, so that a roster of a
 * million subjects fits in memory. The result is in `out[0]` and `out[1]`.
 */
export function digestPair(key: DigestKey, a: string, b: string, out: Uint32Array): void {
  let v0 = key[0] | 0;
  let v1 = (key[1] ^ 0xee) | 0;
  let v2 = 0x6c796765 ^ key[0];
  let v3 = 0x74656462 ^ key[1];
  const round = (): void => {
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
  };
  const absorb = (word: number): void => {
    v3 ^= word;
    round();
    round();
    v0 ^= word;
  };
  const absorbText = (text: string): void => {
    let i = 0;
    for (; i + 1 < text.length; i += 2) absorb(text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16));
    absorb((i < text.length ? text.charCodeAt(i) : 0) | (text.length << 16));
  };
  absorbText(a);
  absorb(-1);
  absorbText(b);
  v2 ^= 0xee;
  for (let i = 0; i < 4; i++) round();
  out[0] = v1 ^ v3;
  v1 ^= 0xdd;
  for (let i = 0; i < 4; i++) round();
  out[1] = v1 ^ v3;
}
