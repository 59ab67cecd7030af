/** Gives the rank of a word, 1 to 15, or 0 when the table does not hold it. */
export type RankOf = (word: string) => number;

/**
 * A membership table of front-coded words: string `i` of `groups` holds the words of rank `i + 1`. In a string each word
 * is a capital (A = 0 … Z = 25 characters shared with the word before) and its rest; scripts/tables/write.js writes it.
 *
 * Only 28 bits of a second digest are kept of each word (4 bytes a slot; 162,000 names take 1 MB and 15 ms), so a word
 * that is not in the table is taken for one about once in 10^8 look-ups. Decoded at the first look-up.
 */
export function ranksFrom(groups: readonly string[]): RankOf {
  let slots: Uint32Array | undefined;
  return (word) => {
    slots ??= decode(groups);
    let first = 0x811c9dc5 | 0;
    let second = 0x9e3779b9 | 0;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second + code, 0x85ebca6b) ^ (second >>> 15);
    }
    const mask = slots.length - 1;
    const tag = second & ~15;
    let at = slotOf(first, mask);
    for (;;) {
      const slot = slots[at]!;
      if (slot === 0) return 0;
      if ((slot & ~15) === tag) return slot & 15;
      at = (at + 1) & mask;
    }
  };
}

/** As `ranksFrom`, for a plain list: true when the word is in it. */
export function setFrom(frontCoded: string): (word: string) => boolean {
  const rankOf = ranksFrom([frontCoded]);
  return (word) => rankOf(word) > 0;
}

const slotOf = (digest: number, mask: number): number => (digest ^ (digest >>> 17)) & mask;

function decode(groups: readonly string[]): Uint32Array {
  // Bytes are read several times as fast as the characters of a string while no compiler has seen the loop yet.
  const encoder = new TextEncoder();
  const bytes = groups.map((group) => encoder.encode(group));
  let words = 0;
  for (const group of bytes) words += capitalsOf(group);
  let size = 16;
  while (size < words * 1.5) size *= 2;
  const slots = new Uint32Array(size);
  bytes.forEach((group, index) => {
    enter(group, index + 1, slots);
  });
  return slots;
}

function capitalsOf(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 65 && bytes[i]! <= 90) count++;
  return count;
}

function enter(group: Uint8Array, rank: number, slots: Uint32Array): void {
  const mask = slots.length - 1;
  // The digests of every prefix of the current word, so that a shared prefix is not digested again.
  const firsts = new Int32Array(256);
  const seconds = new Int32Array(256);
  firsts[0] = 0x811c9dc5;
  seconds[0] = 0x9e3779b9;
  const length = group.length;
  for (let i = 0; i < length; ) {
    let depth = group[i++]! - 65;
    let first = firsts[depth]!;
    let second = seconds[depth]!;
    for (; i < length; i++) {
      const code = group[i]!;
      if (code >= 65 && code <= 90) break;
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second + code, 0x85ebca6b) ^ (second >>> 15);
      depth++;
      firsts[depth] = first;
      seconds[depth] = second;
    }
    let at = slotOf(first, mask);
    while (slots[at] !== 0) at = (at + 1) & mask;
    slots[at] = (second & ~15) | rank;
  }
}

/** The words of a front-coded string in order. */
export function wordsFrom(frontCoded: string): string[] {
  const words: string[] = [];
  let previous = "";
  let i = 0;
  while (i < frontCoded.length) {
    const shared = frontCoded.charCodeAt(i++) - 65;
    const start = i;
    while (i < frontCoded.length && (frontCoded.charCodeAt(i) < 65 || frontCoded.charCodeAt(i) > 90)) i++;
    previous = previous.slice(0, shared) + frontCoded.slice(start, i);
    words.push(previous);
  }
  return words;
}
