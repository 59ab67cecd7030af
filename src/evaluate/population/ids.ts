/** Ids by their place of first sight, kept as 64-bit digests: 16 bytes each, whatever their length. */
export interface Ids {
  readonly size: () => number;
  /** The place it gets, or -1 less the place it already has. */
  add(id: string): number;
  /** -1 for one that was never added. */
  find(id: string): number;
}

export function createIds(): Ids {
  let capacity = 1 << 12;
  let high = new Int32Array(capacity);
  let low = new Int32Array(capacity);
  let place = new Int32Array(capacity);
  let count = 0;
  let [a, b] = [0, 0];
  const digest = (id: string): void => {
    a = 0x811c9dc5;
    b = 0x9747b28c;
    for (let i = 0; i < id.length; i++) {
      const unit = id.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x85ebca6b);
      b = (b << 13) | (b >>> 19);
    }
    a = Math.imul(a ^ (a >>> 16), 0xc2b2ae35);
    a ^= a >>> 13;
    b = Math.imul(b ^ (b >>> 15), 0x27d4eb2f);
    b ^= b >>> 16;
  };
  // A place is kept plus one: 0 is an empty slot.
  const slotOf = (): number => {
    let slot = a & (capacity - 1);
    while (place[slot] !== 0 && (high[slot] !== a || low[slot] !== b)) slot = (slot + 1) & (capacity - 1);
    return slot;
  };
  const grow = (): void => {
    const before = [high, low, place] as const;
    capacity *= 2;
    high = new Int32Array(capacity);
    low = new Int32Array(capacity);
    place = new Int32Array(capacity);
    for (let i = 0; i < before[2].length; i++) {
      if (before[2][i] === 0) continue;
      a = before[0][i]!;
      b = before[1][i]!;
      const slot = slotOf();
      high[slot] = a;
      low[slot] = b;
      place[slot] = before[2][i]!;
    }
  };
  return {
    size: () => count,
    add(id) {
      if (count * 3 > capacity * 2) grow();
      digest(id);
      const slot = slotOf();
      if (place[slot] !== 0) return -place[slot]!;
      high[slot] = a;
      low[slot] = b;
      place[slot] = ++count;
      return count - 1;
    },
    find(id) {
      digest(id);
      return place[slotOf()]! - 1;
    },
  };
}
