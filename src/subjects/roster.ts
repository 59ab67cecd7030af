import type { Known } from "../detect/finding.ts";
import { type KindName, kinds } from "../identifiers/kinds/index.ts";
import { createDigestTable, type DigestKey, type DigestTable, type DigestTableTransfer, digestTable } from "./digest-table.ts";
import { foldWord } from "./words.ts";

/** An id of a subject: the identity domain and the normalized value. */
export interface SubjectId {
  readonly domain: string;
  readonly value: string;
}

export interface RosterTransfer {
  readonly numbers: DigestTableTransfer;
  readonly words: DigestTableTransfer;
  readonly offsets: Uint16Array;
  readonly subjects: number;
}

/**
 * What a survey learned: which ids belong to one subject, how far that subject's dates move, and which words (of names,
 * ids, phone numbers, addresses) are theirs. Keyed digests only; holds no value.
 */
export interface Roster {
  /** The subject that any of these ids names, now linked to all of them; a new one if none does. */
  enroll(ids: readonly SubjectId[], offsetDays: () => number): number;
  add(subject: number, word: string, kind: KindName): void;
  /** The number of the subject with this id; 0 when no roster held it. */
  find(id: SubjectId): number;
  /** 1 to 365. */
  offsetDays(subject: number): number;
  knownOf(subject: number): Known;
  readonly subjects: number;
  transfer(): RosterTransfer;
}

export function createRoster(key: DigestKey): Roster {
  return rosterOver(createDigestTable(key, "word"), createDigestTable(key, "byte"), new Uint16Array(new SharedArrayBuffer(2048)), 0);
}

/** Reads what another thread's `transfer` gave; the memory is shared, not copied. */
export function openRoster(transfer: RosterTransfer): Roster {
  return rosterOver(digestTable(transfer.numbers), digestTable(transfer.words), transfer.offsets, transfer.subjects);
}

const kindNumbers = new Map<KindName, number>(kinds.map((kind, index) => [kind.name, index + 1]));

function rosterOver(numbers: DigestTable, words: DigestTable, offsetsBefore: Uint16Array, subjectsBefore: number): Roster {
  let offsets = offsetsBefore;
  let subjects = subjectsBefore;
  return {
    enroll(ids, offsetDays) {
      let subject = 0;
      for (const id of ids) if (subject === 0) subject = numbers.get(id.domain, id.value);
      if (subject === 0) {
        subject = ++subjects;
        if (subject >= offsets.length) {
          const larger = new Uint16Array(new SharedArrayBuffer(offsets.length * 4));
          larger.set(offsets);
          offsets = larger;
        }
        offsets[subject] = offsetDays();
      }
      for (const id of ids) numbers.set(id.domain, id.value, subject);
      return subject;
    },
    add: (subject, word, kind) => words.set(String(subject), foldWord(word), kindNumbers.get(kind)!),
    find: (id) => numbers.get(id.domain, id.value),
    offsetDays: (subject) => offsets[subject]!,
    knownOf: (subject) => {
      const number = String(subject);
      return {
        has: (word) => {
          const kind = words.get(number, word);
          return kind === 0 ? undefined : kinds[kind - 1]!.name;
        },
      };
    },
    get subjects() {
      return subjects;
    },
    transfer: () => ({ numbers: numbers.transfer(), words: words.transfer(), offsets, subjects }),
  };
}
