import { isWhollyPlain } from "../classify/words.ts";

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

/** Whether all of it is ordinary and clinical words: `icu-nursing`, `emergency_note`. */
export function isPlain(word: string): boolean {
  return word.length <= 60 && isWhollyPlain(word.replace(/[_./-]/g, " "));
}

/** Labels are often no words, and not English: plain ones, and one in capitals without a long number. */
export function isSafeLabel(label: string): boolean {
  return isPlain(label) || /^[\p{Lu}_/-]{1,40}\d{0,2}$/u.test(label);
}
