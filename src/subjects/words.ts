import { readingOf } from "../detect/reading.ts";
import { type KindName, kindByName } from "../identifiers/kinds/index.ts";
import { isClinicalWord, wordRank } from "../tables/vocabulary.ts";

/** Lower case, without accents, apostrophes and hyphens inside: one spelling for `O’Malley`, `OMALLEY` and `o'malley`. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  for (let i = 0; i < lower.length; i++)
    if (lower.charCodeAt(i) > 126)
      return readingOf(lower)
        .text.toLowerCase()
        .replace(/[\u0300-\u036f'’‘-]/g, "");
  return lower.includes("'") || lower.includes("-") ? lower.replace(/['-]/g, "") : lower;
}

/** `Light Street` must not take the light out of every microscopy. */
function isEverybodys(word: string): boolean {
  return wordRank(word) >= 6 || isClinicalWord(word);
}

/** Words that stand in addresses and names and say nothing of whose they are. */
const common = new Set(
  (
    "street st avenue ave road rd drive dr lane ln court ct place pl boulevard blvd way highway hwy parkway pkwy circle cir " +
    "apartment apt unit suite ste floor north south east west box po the and de la del van von mr mrs ms dr jr sr ii iii iv " +
    "md rn do unknown none null na new old san santa saint city town village county upper lower mount lake park hill main"
  ).split(" "),
);

/**
 * The words of a subject's own identifier by which it is found again in prose: the parts of a name or an address, the
 * whole of an id (letters and digits only), a phone number with and without its area code. Words that could be
 * anybody's are left out.
 */
export function wordsOf(value: string, kind: KindName): readonly string[] {
  const { category } = kindByName(kind);
  if (category === "C") return [];
  if (category === "A" || category === "B") {
    const words = new Set<string>();
    for (const part of value.split(/[^\p{L}\p{M}\p{N}'’‘-]{1,64}/u)) {
      // A hyphenated name is also known by its halves, a numbered one (`Maria473`, as test systems write) by its letters.
      for (const word of [part, ...(part.includes("-") ? part.split("-") : []), part.replace(/\d{1,9}/g, "")]) {
        const folded = foldWord(word);
        if (!/\p{L}/u.test(folded) || common.has(folded)) continue;
        if (category === "A" ? folded.length >= 2 : folded.length >= 4 && !isEverybodys(folded)) words.add(folded);
      }
    }
    return [...words];
  }
  if (category === "D" || category === "E") {
    const digits = value.replace(/\D/g, "");
    return digits.length >= 10 ? [digits.slice(-10), digits.slice(-7)] : digits.length === 7 ? [digits] : [];
  }
  const solid = foldWord(value).replace(/[^\p{L}\p{N}]/gu, "");
  if (kind === "employer") return employerWords(value);
  // Shorter ones ("17", "a1") and years stand by chance in any note.
  return solid.length >= 5 || isTellingShort(value, solid) ? [solid] : [];
}

/** Four digits that are no year, or that something parts, or letters among digits: `4471`, `88-21`, `b204`. */
function isTellingShort(value: string, solid: string): boolean {
  if (solid.length !== 4 || !/\d{2}/.test(solid)) return false;
  if (/[^\d]/.test(solid)) return /\d{3}/.test(solid);
  return /\d[-./_]\d/.test(value) || !/^(?:19|20)|00$|^0/.test(solid);
}

/** The words of a company's name that are not everybody's. */
function employerWords(value: string): string[] {
  const parts = value.split(/[^\p{L}\p{M}'’‘-]{1,64}/u).map(foldWord);
  const own = [...new Set(parts)].filter((word) => word.length >= 4 && !common.has(word) && wordRank(word) < 9);
  // `Apex`: where no word is its alone, one that is rather rare stands for it.
  const rare = own.filter((word) => !isEverybodys(word));
  return rare.length > 0 ? rare : own;
}
