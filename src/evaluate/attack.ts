import type { Finding } from "../detect/finding.ts";
import { kindByName } from "../identifiers/kinds/index.ts";
import { fold } from "../identifiers/spelling.ts";
import { isReserved } from "./reserved.ts";

/** What gives an identifier away that was missed, to somebody who knows the tool but neither the key nor the originals. */
export const methods = {
  "in-clear": "a name or a number stands where others of its sort are tags or codes",
  "out-of-range": "a number or address outside the reserved ranges that surrogates come from",
  "odd-one-out": "the subject's other mentions are replaced alike, this one is not",
  sensitive: "found only by detectors set to a higher recall than those of the run",
} as const;

export type Method = keyof typeof methods;

/** A place in an output that may hold what was missed, `[start, end)` in UTF-16 units. */
export interface Suspect {
  readonly start: number;
  readonly end: number;
  readonly method: Method;
}

/** A note of an output as the attacker reads it. */
export interface AttackedNote {
  readonly text: string;
  /** What the tool's own detectors find in it: surrogates, and what they missed before and find now. */
  readonly found: readonly Finding[];
  /** What they find beyond that when set to a higher recall. */
  readonly beyond?: readonly Finding[];
}

const nameTag = /\[NAME(?:-\d{1,4})?\]|\bname_[0-9a-hjkmnp-tv-z]{20}\b/g;
const tag = /\[[A-Z][A-Z-]{1,15}(?:-\d{1,4})?\]|\b[a-z][a-z0-9]{1,15}_[0-9a-hjkmnp-tv-z]{20}\b/g;

/**
 * The parrot attack (Carrell and others, JAMIA 2019) on notes of one run: the tool itself is set on its output, and what does
 * not fit with how surrogates are made is suspected. Suspects of each note, in the order of the notes.
 */
export function attack(notes: readonly AttackedNote[]): Suspect[][] {
  const count = (parts: readonly unknown[][]): number => parts.reduce((sum, { length }) => sum + length, 0);
  const names = notes.map(({ found }) => found.filter(({ kind }) => kindByName(kind).category === "A"));
  const isTagged = count(notes.map(({ text }) => text.match(nameTag) ?? [])) > count(names);
  return notes.map(({ text, found, beyond = [] }, i) => {
    const suspects: Suspect[] = [];
    const suspect = (method: Method, { start, end }: Pick<Finding, "start" | "end">): void => {
      suspects.push({ start, end, method });
    };
    for (const finding of found) {
      const { category } = kindByName(finding.kind);
      const value = text.slice(finding.start, finding.end);
      const reserved = isReserved(finding.kind, value);
      if (reserved === false) suspect("out-of-range", finding);
      else if (isTagged && reserved === undefined && category !== "C" && !hasTag(value)) suspect("in-clear", finding);
    }
    for (const finding of beyond) suspect("sensitive", finding);
    if (!isTagged) for (const mention of oddOnes(text, names[i]!)) suspect("odd-one-out", mention);
    return suspects.sort((a, b) => a.start - b.start);
  });
}

/** Full names of the subject, and surnames behind a title, whose surname is not the one that most of them have. */
function oddOnes(text: string, found: readonly Finding[]): Finding[] {
  const mentions = found.flatMap((finding) => {
    const surname = surnameOf(text, finding);
    return surname === undefined ? [] : [{ finding, surname }];
  });
  const counts = new Map<string, number>();
  for (const { surname } of mentions) counts.set(surname, (counts.get(surname) ?? 0) + 1);
  const [most = 0, next = 0] = [...counts.values()].sort((a, b) => b - a);
  return most < 2 || most === next ? [] : mentions.filter(({ surname }) => counts.get(surname)! < most).map(({ finding }) => finding);
}

/** The surname of a mention that is the subject's by the words before it, or by its role; undefined for others and for first names alone. */
function surnameOf(text: string, { start, end, role }: Finding): string | undefined {
  const before = text.slice(Math.max(0, start - 14), start);
  const isTitled = /(?:^|[^A-Za-z])(?:mr|mrs|ms|miss)[^A-Za-z0-9\n]{1,3}$/i.test(before);
  const isSubject =
    role === "subject" || isTitled || /(?:^|[^A-Za-z])(?:pt|patient|name|re|resident|client)[^A-Za-z0-9\n]{1,3}$/i.test(before);
  if (!isSubject || role === "provider") return undefined;
  const name = fold(text.slice(start, end));
  const words = name.match(/\p{L}{2,40}/gu) ?? [];
  if (words.length < 2) return isTitled ? words[0] : undefined;
  return name.includes(",") ? words[0] : words.at(-1);
}

function hasTag(value: string): boolean {
  return value.match(tag) !== null;
}

/** Which of a note's gold values an output still holds, word for word; `[start, end)` of each place. */
export function leaksIn(output: string, values: readonly string[]): (readonly [number, number])[] {
  const folded = foldKeepingLength(output);
  const leaks: (readonly [number, number])[] = [];
  for (const value of new Set(values.map(foldKeepingLength))) {
    if (!/[\p{L}\p{N}]{2}/u.test(value)) continue;
    for (let at = folded.indexOf(value); at >= 0; at = folded.indexOf(value, at + 1)) {
      const end = at + value.length;
      if (!isWord(folded[at - 1]) && !isWord(folded[end])) leaks.push([at, end]);
    }
  }
  leaks.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let done = 0;
  return leaks.filter(([, end]) => {
    const isNew = end > done;
    done = Math.max(done, end);
    return isNew;
  });
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

/** Folded where that keeps every place where it is. */
function foldKeepingLength(text: string): string {
  const folded = fold(text);
  return folded.length === text.length ? folded : text.toLowerCase().length === text.length ? text.toLowerCase() : text;
}
