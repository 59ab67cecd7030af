import { digestWords } from "../secret/sip.ts";

/** Two random 32-bit words that key every digest of one run; never written anywhere. */
export type DigestKey = readonly [number, number];

function lanes([k0, k1]: DigestKey): readonly [number, number, number, number] {
  return [k0, k1, ~k0, ~k1];
}

/** Plain data over shared memory. `values[i]` is 0 where place i is free. */
export interface DigestTableTransfer {
  readonly key: DigestKey;
  readonly digests: Uint32Array;
  readonly values: Uint8Array | Uint32Array;
  readonly size: number;
}

/** A map from keyed 64-bit digests of pairs of texts to small positive numbers: 9 or 12 bytes a place, at most 85 % full. */
export interface DigestTable {
  get(a: string, b: string): number;
  /** Keeps the first value given for a pair. */
  set(a: string, b: string, value: number): void;
  readonly size: number;
  transfer(): DigestTableTransfer;
}

export function createDigestTable(key: DigestKey, width: "byte" | "word"): DigestTable {
  return digestTable({ key, ...emptyPlaces(1 << 12, width === "byte"), size: 0 });
}

export function digestTable(from: DigestTableTransfer): DigestTable {
  let { digests, values, size } = from;
  const digest = new Int32Array(4);
  const key = lanes(from.key);

  const placeOf = (low: number, high: number): number => {
    const last = values.length - 1;
    let place = (low ^ Math.imul(high, 0x9e3779b1)) & last;
    while (values[place] !== 0 && (digests[2 * place] !== low || digests[2 * place + 1] !== high)) place = (place + 1) & last;
    return place;
  };

  const fill = (place: number, low: number, high: number, value: number): void => {
    digests[2 * place] = low;
    digests[2 * place + 1] = high;
    values[place] = value;
  };

  const grow = (): void => {
    const old = { digests, values };
    ({ digests, values } = emptyPlaces(values.length * 2, values instanceof Uint8Array));
    for (let i = 0; i < old.values.length; i++) {
      const value = old.values[i]!;
      if (value !== 0) fill(placeOf(old.digests[2 * i]!, old.digests[2 * i + 1]!), old.digests[2 * i]!, old.digests[2 * i + 1]!, value);
    }
  };

  return {
    get(a, b) {
      digestWords(`${a}\u0000${b}`, key, digest);
      return values[placeOf(digest[0]! >>> 0, digest[1]! >>> 0)]!;
    },
    set(a, b, value) {
      if (size > values.length * 0.85) grow();
      digestWords(`${a}\u0000${b}`, key, digest);
      const place = placeOf(digest[0]! >>> 0, digest[1]! >>> 0);
      if (values[place] !== 0) return;
      fill(place, digest[0]! >>> 0, digest[1]! >>> 0, value);
      size++;
    },
    get size() {
      return size;
    },
    transfer: () => ({ key: from.key, digests, values, size }),
  };
}

function emptyPlaces(count: number, bytes: boolean): { digests: Uint32Array; values: Uint8Array | Uint32Array } {
  return {
    digests: new Uint32Array(new SharedArrayBuffer(count * 8)),
    values: bytes ? new Uint8Array(new SharedArrayBuffer(count)) : new Uint32Array(new SharedArrayBuffer(count * 4)),
  };
}
