/**
 * HalfSipHash-2-4 with 64-bit output (Aumasson and Bernstein) over the UTF-16 units of a text, two to a word; the last
 * word holds what is left over and the length. A keyed digest for tables in memory, never for what is written: its key
 * has 64 bits. Two of them under keys of their own take a third of the time of one SHA-256 block.
 */
export function halfSip(message: string, k0: number, k1: number, out: Int32Array | Uint32Array, at: number): void {
  let v0 = k0;
  let v1 = k1 ^ 0xee;
  let v2 = 0x6c796765 ^ k0;
  let v3 = 0x74656462 ^ k1;
  const length = message.length;
  // The words of the message, then the two ends.
  const words = (length >> 1) + 1;
  for (let i = 0; i < words + 2; i++) {
    let word = 0;
    let rounds = 2;
    if (i < words - 1) word = message.charCodeAt(2 * i) | (message.charCodeAt(2 * i + 1) << 16);
    else if (i === words - 1) word = (length & 1 ? message.charCodeAt(length - 1) : 0) | (length << 16);
    else {
      rounds = 4;
      if (i === words) v2 ^= 0xee;
      else {
        out[at] = v1 ^ v3;
        v1 ^= 0xdd;
      }
    }
    v3 ^= word;
    for (let r = 0; r < rounds; r++) {
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
    }
    v0 ^= word;
  }
  out[at + 1] = v1 ^ v3;
}
