import { givenNameRank, surnameRank } from "../tables/names.ts";
import { isClinicalWord, isEponym, wordRank } from "../tables/vocabulary.ts";
import { splitLabel } from "./labels.ts";

/** How common a name has to be, by the ranks of the tables of names. */
const common = 4;

/** Whether a given and a family name stand side by side among the words of a label: `MariaLopezMRN`, `lopez_maria_visits`. */
export function holdsGluedName(label: string): boolean {
  if (label.length > 80) return false;
  const words = splitLabel(label);
  for (let i = 0; i + 1 < words.length; i++) {
    const [one, two] = [words[i]!.toLowerCase(), words[i + 1]!.toLowerCase()];
    if (isRatherName(one) && isRatherName(two) && (isPair(one, two) || isPair(two, one))) return true;
  }
  return false;
}

function isPair(given: string, family: string): boolean {
  return givenNameRank(given) >= common && surnameRank(family) >= common;
}

function isRatherName(word: string): boolean {
  const rank = Math.max(givenNameRank(word), surnameRank(word));
  return word.length > 2 && rank > Math.max(wordRank(word), isClinicalWord(word) ? 8 : 0) && !isEponym(word);
}
