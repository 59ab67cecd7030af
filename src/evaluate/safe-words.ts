import { isWhollyPlain } from "../classify/words.ts";
import { createDetectors, findAll, looksLikeName } from "../detect/index.ts";
import { strengths } from "../identifiers/strength.ts";
import { givenNameRank, surnameRank } from "../tables/names.ts";
import { wordRank } from "../tables/vocabulary.ts";

/** Gives words of an input as they may be printed: themselves where they are safe, else `style 2`, the same for the same word. */
export function createSafeWords(isSafe: (word: string) => boolean): (sort: string, word: string) => string {
  const known = new Map<string, string>();
  const renamed = new Map<string, number>();
  return (sort, word) => {
    const key = `${sort}/${word}`;
    let name = known.get(key);
    if (name === undefined) {
      const safe = word === "" || isSafe(word);
      if (!safe) renamed.set(sort, (renamed.get(sort) ?? 0) + 1);
      name = safe ? word : `${sort} ${renamed.get(sort)}`;
      known.set(key, name);
    }
    return name;
  };
}

/** Whether all of it is ordinary and clinical words, and nothing in it anybody's name: `icu-nursing`, `emergency_note`. */
export function isPlain(word: string): boolean {
  return word.length <= 60 && isWhollyPlain(partsOf(word).join(" ")) && isNobody(word);
}

/** Labels are often no words, and not English: plain ones, and one in capitals without a long number that is nobody's name. */
export function isSafeLabel(label: string): boolean {
  return isPlain(label) || (/^[\p{Lu}_/-]{1,40}\d{0,2}$/u.test(label) && isNobody(label));
}

/** No part is in the tables of names, but such as are first of all words, and no detector finds anything in it. */
function isNobody(word: string): boolean {
  const parts = partsOf(word);
  if (parts.some(isRatherSomebody)) return false;
  const text = parts.map((part) => part[0]!.toUpperCase() + part.slice(1)).join(" ");
  return findAll(text).length === 0 && (wordRank(parts[0] ?? "") >= 6 || !looksLikeName(text));
}

/** `maria` and `hill` are words too; `model` and `service` are hardly ever names. */
function isRatherSomebody(part: string): boolean {
  const rank = Math.max(givenNameRank(part), surnameRank(part));
  return rank > 0 && (wordRank(part) < 6 || rank >= 7);
}

let ours: ReadonlySet<string> | undefined;

/** Whether a word names a detector of ours or a strength. */
export function isOurs(word: string): boolean {
  ours ??= new Set([...createDetectors().map(({ name }) => name), ...strengths]);
  return ours.has(word);
}

function partsOf(word: string): string[] {
  return word
    .toLowerCase()
    .split(/[\s_./-]/)
    .filter((part) => part !== "");
}
