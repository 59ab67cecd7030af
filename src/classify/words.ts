import { isSmallVocabulary } from "../tables/everyday.ts";
import { givenNameRank, surnameRank } from "../tables/names.ts";
import { isClinicalWord, isDrugName, isEponym, isOrdinaryWord, isTitle, wordRank } from "../tables/vocabulary.ts";

const letters = /[\p{L}\p{M}]{1,60}(?:['’][\p{L}\p{M}]{1,30})?/gu;
const marks = /\p{M}/gu;

/** Lower case, without accents: how the tables spell words. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(marks, "").replace(/’/g, "'").toLowerCase();
}

/** The words of a value, folded: runs of letters, with an apostrophe inside. Digits that cling to a word do not count. */
export function wordsOf(value: string): readonly string[] {
  return fold(value).match(letters) ?? [];
}

/** Titles, degrees and particles that stand in a name without being one. */
const nameParticles = new Set(
  "mr mrs ms miss dr md do rn np pa phd mx sr jr sra srta dra don dona prof rev hon esq ii iii iv de la del los las da dos di du van von der den le el al bin ibn st san y e".split(
    " ",
  ),
);
export function isNameParticle(word: string): boolean {
  return nameParticles.has(word) || word.length === 1;
}

/** Whether a word is known to the clinical or ordinary vocabulary. */
export function isPlainWord(word: string): boolean {
  return word.length === 1 || isTitle(word) || isOrdinaryWord(word) || isClinicalWord(word) || pluralIsPlain(word);
}

function pluralIsPlain(word: string): boolean {
  if (word.length < 4 || !word.endsWith("s")) return false;
  const singular = word.slice(0, -1).replace(/'$/, "");
  // `Crohn's disease`: the possessive of an eponym is no patient's name.
  if (word.endsWith("'s") && isEponym(singular)) return true;
  return isOrdinaryWord(singular) || isClinicalWord(singular);
}

const clingingToWord = /\p{L}{3}\d{2}/u;
const longDigits = /\d[\d -]{4,30}\d/;

/**
 * Whether every word of a value is in the clinical or ordinary vocabulary and no number in it is longer than four digits
 * and it does not read as a person's name. A value without any letter is not.
 */
export function isWhollyPlain(value: string): boolean {
  const words = wordsOf(value);
  // `S-004`, `A1Q 7U3`: single letters between digits spell a number, not words.
  if (words.length === 0 || (value.length > 2 && words.every((word) => word.length === 1))) return false;
  return words.every(isPlainWord) && !clingingToWord.test(value) && !longDigits.test(value) && nameLikeness(value, words) < 2;
}

/**
 * How much a whole value reads as a person's name: 0 not at all, 1 it could be, 2 it does (names the tables know,
 * no word that is rather clinical or ordinary).
 */
export function nameLikeness(value: string, words: readonly string[] = wordsOf(value)): 0 | 1 | 2 {
  const core = words.filter((word) => !isNameParticle(word));
  if (core.length === 0 || core.length > 5 || value.length > 60 || notInNames.test(value)) return 0;
  if (/\d/.test(value.replace(clingingDigits, ""))) return 0;
  if (core.length > 1 && !/^\P{L}{0,3}\p{Lu}/u.test(value)) return 0;
  // `Candida albicans`: how species are written, and no person.
  if (/^\p{Lu}\p{Ll}{2,30} \p{Ll}{4,30}$/u.test(value)) return 0;
  // A common word in lower case is that word: `white`, `long`.
  if (core.length === 1 && wordRank(core[0]!) >= 8 && /^\p{Ll}/u.test(value)) return 0;
  let known = 0;
  let plain = 0;
  for (const word of core) {
    if (isRatherName(word)) known++;
    else if (isPlainWord(word)) plain++;
  }
  if (core.length >= 2 && allClinging.test(value)) return 2;
  if (core.length >= 2 && core.length <= 3 && isGivenBesideSurname(core[0]!, core.at(-1)!) && allCapitalized.test(value)) return 2;
  if (plain > 0 && plain * 2 >= core.length) return 0;
  if (known === core.length) return 2;
  if (known > 0 && plain === 0) return core.length <= 3 ? 2 : 1;
  return 0;
}

/** `Ronald Bone`, `Sun Walter`: a given name before a surname, of which one is a word too. */
function isGivenBesideSurname(given: string, family: string): boolean {
  if (givenNameRank(given) >= 5 && isRatherName(given) && surnameRank(family) >= 3 && isSurnameToo(family)) return true;
  return givenNameRank(given) > 0 && surnameRank(family) >= 5 && isRatherName(family) && !isClinicalWord(family) && !isClinicalWord(given);
}

/** Of a word that is a surname besides: `Bone`, `Price`; what is far commoner as a word is none behind a name (`Braden Score`). */
export function isSurnameToo(word: string): boolean {
  return surnameRank(word) + 3 >= wordRank(word);
}

/** `Ja391 Wiegand701` of test data. */
const allClinging = /^(?:(?:Mrs?|Ms|Dr)\.? )?(?:\p{Lu}[\p{L}'’]{1,25}\d{1,4}[ ,]{0,2}){2,5}$/u;

const allCapitalized = /^\p{Lu}[\p{L}\p{M}'’.-]{0,30}(?:[,\s]{1,3}\p{Lu}[\p{L}\p{M}'’.-]{0,30}){1,5}$/u;

// What never stands in a name: slashes, brackets, units, percent.
const notInNames = /[/[\]{}%<>=+*_:;#@&|]/;
// Test data writes `Gail741`; the digits cling to the word.
const clingingDigits = /(?<=\p{L})\d{1,4}\b/gu;

/** Whether the tables of names know a word better than the tables of words do. */
export function isRatherName(word: string): boolean {
  const rank = Math.max(givenNameRank(word), surnameRank(word));
  if (rank === 0 || word.length < 3 || isDrugName(word) || isSmallVocabulary(word)) return false;
  return rank > Math.max(wordRank(word), isClinicalWord(word) ? 8 : 0);
}

/** The share of given and of family name in a single word: which of the two a column of names holds. */
export function nameRanks(value: string): { readonly given: number; readonly family: number } {
  let given = 0;
  let family = 0;
  for (const word of wordsOf(value)) {
    given = Math.max(given, givenNameRank(word));
    family = Math.max(family, surnameRank(word));
  }
  return { given, family };
}
