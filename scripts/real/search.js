/**
 * A literal search for many values at once, in any ASCII case. Values shorter than 4 bytes are not looked for. Gives the
 * values that stand in the bytes, each with how often and where first.
 */
export function createSearch(values) {
  const bits = 20;
  const first = new Uint8Array(1 << bits);
  const buckets = new Map();
  for (const value of new Set(values)) {
    const bytes = lowered(Buffer.from(value));
    if (bytes.length < 4) continue;
    const key = hash(bytes, 0, bits);
    first[key] = 1;
    buckets.set(key, [...(buckets.get(key) ?? []), { value, bytes }]);
  }
  return (text) => {
    const bytes = lowered(Buffer.from(text));
    const found = new Map();
    for (let at = 0; at + 4 <= bytes.length; at++) {
      const key = hash(bytes, at, bits);
      if (first[key] === 0) continue;
      for (const { value, bytes: wanted } of buckets.get(key)) {
        if (bytes.compare(wanted, 0, wanted.length, at, Math.min(bytes.length, at + wanted.length)) !== 0) continue;
        const seen = found.get(value);
        if (seen) seen.times++;
        else found.set(value, { times: 1, at });
      }
    }
    return found;
  };
}

function hash(bytes, at, bits) {
  return Math.imul(bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24), 0x9e3779b1) >>> (32 - bits);
}

function lowered(bytes) {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] >= 65 && bytes[i] <= 90) bytes[i] |= 32;
  return bytes;
}
