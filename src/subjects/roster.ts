import type { Known } from "../detect/finding.ts";
import { type KindName, kinds } from "../identifiers/kinds/index.ts";
import { type DigestKey, digestPair } from "./digest.ts";
import { foldWord } from "./words.ts";

/** Plain data over shared memory, so that workers read the same roster. */
export interface RosterTransfer {
  readonly key: DigestKey;
  readonly table: Uint32Array<SharedArrayBuffer>;
  readonly kindOf: Uint8Array<SharedArrayBuffer>;
  readonly words: number;
}

/**
 * What a survey learned of the subjects of a run: for each, which words (of names, ids, phone numbers, addresses) are
 * theirs, as keyed 64-bit digests of the pair (subject, word) in one open-addressed table. Holds no value.
 */
export interface Roster {
  add(subject: string, word: string, kind: KindName): void;
  /** Undefined when nothing is known of the subject. */
  knownOf(subject: string): Known | undefined;
  /** Pairs of subject and word held. */
  readonly words: number;
  transfer(): RosterTransfer;
}

const bytesPerEntry = 9;
/** Bytes of table held for each (subject, word) pair at the fullest. */
export const rosterBytesPerWord = bytesPerEntry / 0.35;

const kindNumbers = new Map(kinds.map((kind, index) => [kind.name as KindName, index + 1]));

export function createRoster(key: DigestKey): Roster {
  return rosterOver({ key, ...empty(1 << 12), words: 0 });
}

export function openRoster(transfer: RosterTransfer): Roster {
  return rosterOver(transfer);
}

function empty(capacity: number): Pick<RosterTransfer, "table" | "kindOf"> {
  return {
    table: new Uint32Array(new SharedArrayBuffer(capacity * 8)),
    kindOf: new Uint8Array(new SharedArrayBuffer(capacity)),
  };
}

const present = "\u0000subject";

function rosterOver(transfer: RosterTransfer): Roster {
  let { table, kindOf, words } = transfer;
  const digest = new Uint32Array(2);

  /** The place of the digest now in `digest`, or of the free slot where it belongs. */
  const placeOf = (low: number, high: number): number => {
    const capacity = kindOf.length;
    let place = (low ^ Math.imul(high, 0x9e3779b1)) & (capacity - 1);
    while (kindOf[place] !== 0 && (table[2 * place] !== low || table[2 * place + 1] !== high)) place = (place + 1) & (capacity - 1);
    return place;
  };

  const grow = (): void => {
    const old = { table, kindOf };
    ({ table, kindOf } = empty(old.kindOf.length * 2));
    for (let i = 0; i < old.kindOf.length; i++) {
      const kind = old.kindOf[i]!;
      if (kind === 0) continue;
      const place = placeOf(old.table[2 * i]!, old.table[2 * i + 1]!);
      table[2 * place] = old.table[2 * i]!;
      table[2 * place + 1] = old.table[2 * i + 1]!;
      kindOf[place] = kind;
    }
  };

  const put = (subject: string, word: string, kind: number): void => {
    if (words > kindOf.length * 0.7) grow();
    digestPair(transfer.key, subject, word, digest);
    const place = placeOf(digest[0]!, digest[1]!);
    if (kindOf[place] !== 0) return;
    table[2 * place] = digest[0]!;
    table[2 * place + 1] = digest[1]!;
    kindOf[place] = kind;
    words++;
  };

  const look = (subject: string, word: string): number => {
    digestPair(transfer.key, subject, word, digest);
    return kindOf[placeOf(digest[0]!, digest[1]!)]!;
  };

  return {
    add(subject, word, kind) {
      put(subject, present, 255);
      put(subject, foldWord(word), kindNumbers.get(kind)!);
    },
    knownOf(subject) {
      if (look(subject, present) === 0) return undefined;
      return {
        has: (word) => {
          const number = look(subject, word);
          return number === 0 || number === 255 ? undefined : (kinds[number - 1]!.name as KindName);
        },
      };
    },
    get words() {
      return words;
    },
    transfer: () => ({ key: transfer.key, table, kindOf, words }),
  };
}
