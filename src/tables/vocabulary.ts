import { isAbbreviation } from "./abbreviations.ts";
import { isDrugName } from "./drugs.ts";
import { isContraction, isMonth, isRelationshipWord, isSmallVocabulary, isSpanishWord, isWeekday } from "./everyday.ts";
import { clinical, ordinary } from "./generated/words.ts";
import { clinicalForm, isAnatomyWord, isClinicalExtra, withoutPrefix } from "./medicine.ts";
import { givenNameRank, surnameRank } from "./names.ts";
import { type RankOf, ranksFrom, setFrom } from "./ranks.ts";
import { isUnit } from "./units.ts";

export { isAbbreviation } from "./abbreviations.ts";
export { isDrugName } from "./drugs.ts";
export { isEponym } from "./eponyms.ts";
export { isTitle } from "./everyday.ts";
export { beginsRareOccupation, isRareOccupation } from "./occupations.ts";
export { isUnit } from "./units.ts";

/**
 * How common a word is in written English: 0 not an English word, 1 rare (dentary), 8 familiar (patient), 15 everywhere (the).
 * `word` is folded. A word that is also a surname has both ranks: `wordRank("long")` is 13, and so is `surnameRank("long")`.
 */
export const wordRank: RankOf = ranksFrom(ordinary);

const fromDescriptions = setFrom(clinical);

/** A common English word of two letters or more, or a Spanish function word; folded. Months, weekdays and relatives count. */
export const isOrdinaryWord = (word: string): boolean =>
  wordRank(word) > 0 ||
  isSpanishWord(word) ||
  isMonth(word) ||
  isWeekday(word) ||
  isRelationshipWord(word) ||
  isSmallVocabulary(word) ||
  isContraction(word);

/**
 * A word of clinical language, folded: from descriptions of diagnoses, laboratory tests and procedures, drugs, units,
 * abbreviations, anatomy, or built like one (-ectomy, -itis, -statin; periappendiceal, nonlabored). Some are surnames too
 * (wall, wells).
 */
export const isClinicalWord = (word: string): boolean =>
  fromDescriptions(word) ||
  isClinicalExtra(word) ||
  isAnatomyWord(word) ||
  isDrugName(word) ||
  isAbbreviation(word) ||
  isUnit(word) ||
  isBuilt(word);

function isBuilt(word: string): boolean {
  if (word.length < 7 || givenNameRank(word) > 0 || surnameRank(word) > 0) return false;
  return (
    clinicalForm(word) ||
    withoutPrefix(word).some((rest) => fromDescriptions(rest) || isClinicalExtra(rest) || isAnatomyWord(rest) || wordRank(rest) > 3)
  );
}
