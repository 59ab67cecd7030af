import { createHmac, randomBytes, randomFillSync } from "node:crypto";
import { DeidError } from "../errors.ts";
import type { Codes } from "./codes.ts";
import { prefixed } from "./sha256.ts";
import { drawShaped, shapeOf } from "./shape.ts";
import { digestWords } from "./sip.ts";
import { tokenWriter } from "./token.ts";

/** Digests a value under the table's key for one purpose and domain, into the four words of the one who asks. */
type Digest = (value: string) => void;

/** The table itself, by reference: shared memory is not copied between threads. */
export interface AssignedTransfer {
  readonly derivation: "assigned";
  readonly header: SharedArrayBuffer;
  readonly index: SharedArrayBuffer;
  readonly entries: SharedArrayBuffer;
}

/** What the vault keeps of a table: its digest key and its entries, 32 bytes each. */
export interface TableContent {
  readonly key: Uint8Array;
  readonly count: number;
  readonly entries: Uint8Array;
}

// Words of the header: the lock, the number of entries, the size of the index, then the 32 bytes of the digest key.
const LOCK = 0;
const COUNT = 1;
const CAPACITY = 2;
const KEY = 4;
/** Words of an entry: 128 bits of the value's digest under the table's random key, 128 random bits. */
const ENTRY = 8;
const firstCapacity = 1 << 12;
const maxEntries = 1 << 26;

export function createAssigned(content?: TableContent): Codes {
  const header = new SharedArrayBuffer(64);
  const capacity = content ? capacityFor(content.count) : firstCapacity;
  const index = growable(capacity * 16, maxEntries * 32);
  const entries = growable(Math.max(1024, content?.count ?? 0) * ENTRY * 4, maxEntries * ENTRY * 4);
  const words = new Int32Array(header);
  words[CAPACITY] = capacity;
  new Uint8Array(header).set(content?.key ?? randomBytes(32), KEY * 4);
  if (content) {
    new Uint8Array(entries).set(content.entries.subarray(0, content.count * ENTRY * 4));
    words[COUNT] = content.count;
    fillIndex(viewOf(index), viewOf(entries), capacity, content.count);
  }
  return openAssigned({ derivation: "assigned", header, index, entries }, true);
}

/** For the vault. The caller holds the only thread that assigns. */
export function contentOf(codes: Codes): TableContent | null {
  const transfer = codes.transfer();
  if (transfer.derivation !== "assigned") return null;
  const count = new Int32Array(transfer.header)[COUNT]!;
  return {
    key: new Uint8Array(transfer.header).slice(KEY * 4, KEY * 4 + 32),
    count,
    entries: new Uint8Array(transfer.entries, 0, count * ENTRY * 4),
  };
}

/**
 * Entries are appended and never change, so a reader needs no lock to trust what it finds: a hit is compared over all 128
 * bits. Only a miss takes the lock, looks again, and appends. The index is open addressing at a load of at most 1/2, in pairs
 * of an entry's number and a word of its digest (so that a probe seldom reads an entry); for capacity c it lies at words
 * [2c, 4c), so that readers of an outgrown index stay safe.
 */
export function openAssigned(transfer: AssignedTransfer, alone = false): Codes {
  // Until the table is handed to another thread, what is not found is not there: no lock, no second look.
  let isAlone = alone;
  const header = new Int32Array(transfer.header);
  // Views of a fixed length: one that tracks a growing buffer is read 4 to 6 times slower.
  let capacity = Atomics.load(header, CAPACITY);
  let index = new Int32Array(transfer.index, 0, capacity * 4);
  let entries = viewOf(transfer.entries);
  /** Catches up with what this or another thread has grown. */
  const refresh = (): void => {
    capacity = Atomics.load(header, CAPACITY);
    index = new Int32Array(transfer.index, 0, capacity * 4);
    entries = viewOf(transfer.entries);
  };
  const key = new Uint8Array(transfer.header).slice(KEY * 4, KEY * 4 + 32);
  const digests = new Map<string, Map<string, Digest>>();
  const words = new Int32Array(8);
  const pool = new Int32Array(8192);
  let drawn = pool.length;

  const digestOf = (purpose: string, domain: string): Digest => {
    let domains = digests.get(purpose);
    if (!domains) {
      domains = new Map();
      digests.set(purpose, domains);
    }
    let digest = domains.get(domain);
    if (!digest) {
      const own = createHmac("sha256", key).update(`${purpose}\u0000${domain}`).digest();
      const words4 = [0, 4, 8, 12].map((at) => own.readInt32LE(at)) as [number, number, number, number];
      digest = (value) => digestWords(value, words4, words);
      domains.set(domain, digest);
    }
    return digest;
  };

  /** The entry whose digest is in `words`: its first word's place in `entries`, or -1. */
  const find = (): number => {
    const d0 = words[0]!;
    const d1 = words[1]!;
    const mask = capacity - 1;
    for (let slot = d0 & mask; ; slot = (slot + 1) & mask) {
      const place = 2 * (capacity + slot);
      const entry = index[place]!;
      if (entry === 0) return -1;
      if (index[place + 1] !== d1) continue;
      const at = (entry - 1) * ENTRY;
      if (at + ENTRY > entries.length) entries = viewOf(transfer.entries);
      if (entries[at] === d0 && entries[at + 1] === d1 && entries[at + 2] === words[2] && entries[at + 3] === words[3]) {
        // Ordered after the store that published the entry, so that its random words are seen as well.
        Atomics.load(index, place);
        return at;
      }
    }
  };

  const random = (): number => {
    if (drawn === pool.length) {
      randomFillSync(pool);
      drawn = 0;
    }
    const word = pool[drawn]!;
    pool[drawn++] = 0;
    return word;
  };

  const fresh = new Int32Array(4);
  const drawFresh = (): void => {
    for (let i = 0; i < 4; i++) fresh[i] = random();
  };

  /** Appends an entry of the digest in `words` and the random words in `fresh`. The lock is held. */
  const append = (): number => {
    const count = header[COUNT]!;
    if (count >= maxEntries)
      throw new DeidError("too-large", `more than ${maxEntries} codes in one table`, undefined, "use a key: keyed tokens need no table");
    if ((count + 1) * 2 > capacity) {
      // Small tables grow by four: each growth writes the whole index anew.
      const larger = capacity * (capacity < 1 << 22 ? 4 : 2);
      (transfer.index as Growable).grow(larger * 16);
      fillIndex(viewOf(transfer.index), entries, larger, count);
      Atomics.store(header, CAPACITY, larger);
      refresh();
    }
    const bytes = transfer.entries.byteLength;
    if ((count + 1) * ENTRY * 4 > bytes) {
      // By a quarter, in whole entries.
      (transfer.entries as Growable).grow(Math.min(maxEntries * ENTRY * 4, bytes + (bytes >> 7) * 32 + 32_768));
      entries = viewOf(transfer.entries);
    }
    const at = count * ENTRY;
    for (let i = 0; i < 4; i++) {
      entries[at + i] = words[i]!;
      entries[at + 4 + i] = fresh[i]!;
    }
    const mask = capacity - 1;
    let slot = words[0]! & mask;
    while (index[2 * (capacity + slot)] !== 0) slot = (slot + 1) & mask;
    header[COUNT] = count + 1;
    index[2 * (capacity + slot) + 1] = words[1]!;
    Atomics.store(index, 2 * (capacity + slot), count + 1);
    return at;
  };

  const findOrAppend = (digest: Digest, value: string): number => {
    digest(value);
    const found = find();
    if (found >= 0) return found;
    drawFresh();
    if (isAlone) return append();
    lock(header);
    try {
      if (Atomics.load(header, CAPACITY) !== capacity || transfer.entries.byteLength !== entries.byteLength) refresh();
      const now = find();
      if (now >= 0) return now;
      return append();
    } finally {
      unlock(header);
    }
  };

  const expand = prefixed(new Uint8Array(64));
  const expanded = new Int32Array(8);
  const seed = new Int32Array(5);
  /** The `i`th of the endless words that four random words stand for. */
  const wordOf = (from: Int32Array, at: number, i: number): number => {
    for (let k = 0; k < 4; k++) seed[k] = from[at + k]!;
    seed[4] = i >> 3;
    expand.digestWords(seed, 5, expanded);
    return expanded[i & 7]! >>> 0;
  };

  let lastDomain = "";
  let lastDigest: Digest | undefined;
  let write = tokenWriter("");
  return {
    derivation: "assigned",
    get assigned() {
      return Atomics.load(header, COUNT);
    },
    token: (domain, normalized) => {
      if (domain !== lastDomain || !lastDigest) {
        lastDigest = digestOf("token", domain);
        write = tokenWriter(domain);
        lastDomain = domain;
      }
      // First the place, then the view: finding it may have made a new one.
      const at = findOrAppend(lastDigest, normalized);
      return write(entries, at + 4);
    },
    uint32: (purpose, domain, normalized) => {
      const at = findOrAppend(digestOf(`uint32/${purpose}`, domain), normalized);
      return entries[at + 4]! >>> 0;
    },
    shaped: (domain, core) => {
      const shape = shapeOf(core);
      if (!shape) return null;
      const values = digestOf("shape", domain);
      const taken = digestOf("shape-taken", domain);
      values(core);
      lock(header);
      try {
        refresh();
        const known = find();
        if (known >= 0) return drawShaped(shape, (i) => wordOf(entries, known + 4, i));
        // 64 draws all fail with probability under 2^-64 while less than half of the shape is in use; then: no code.
        for (let tries = 0; tries < 64; tries++) {
          drawFresh();
          const code = drawShaped(shape, (i) => wordOf(fresh, 0, i));
          taken(code);
          if (code === core || find() >= 0) continue;
          append();
          values(core);
          append();
          return code;
        }
        return null;
      } finally {
        unlock(header);
      }
    },
    salt: () => randomBytes(16).toString("hex"),
    transfer: () => {
      isAlone = false;
      return transfer;
    },
  };
}

type Growable = SharedArrayBuffer & { grow(bytes: number): void };

/** ES2024, in Node since 20. Only address space is set aside for `most`; memory is taken as it grows. */
function growable(bytes: number, most: number): SharedArrayBuffer {
  const Shared = SharedArrayBuffer as unknown as new (bytes: number, options: { maxByteLength: number }) => SharedArrayBuffer;
  return new Shared(bytes, { maxByteLength: most });
}

function viewOf(buffer: SharedArrayBuffer): Int32Array<SharedArrayBuffer> {
  return new Int32Array(buffer, 0, buffer.byteLength >> 2);
}

function capacityFor(count: number): number {
  let capacity = firstCapacity;
  while ((count + 1) * 2 > capacity) capacity *= 2;
  return capacity;
}

function fillIndex(index: Int32Array, entries: Int32Array, capacity: number, count: number): void {
  const mask = capacity - 1;
  for (let entry = 0; entry < count; entry++) {
    let slot = entries[entry * ENTRY]! & mask;
    while (index[2 * (capacity + slot)] !== 0) slot = (slot + 1) & mask;
    index[2 * (capacity + slot)] = entry + 1;
    index[2 * (capacity + slot) + 1] = entries[entry * ENTRY + 1]!;
  }
}

/** 0 free, 1 held, 2 held and waited for. What is done under it takes less than going to sleep, so it is tried for a while first. */
function lock(header: Int32Array): void {
  for (let tries = 0; tries < 500; tries++) if (Atomics.compareExchange(header, LOCK, 0, 1) === 0) return;
  for (let waits = 0; Atomics.exchange(header, LOCK, 2) !== 0; waits++) {
    if (waits > 60) throw new Error("unreachable: the code table is held by a thread that has ended");
    Atomics.wait(header, LOCK, 2, 1000);
  }
}

function unlock(header: Int32Array): void {
  if (Atomics.exchange(header, LOCK, 0) === 2) Atomics.notify(header, LOCK, 1);
}
