import type { KindName } from "../identifiers/kinds/index.ts";
import { saint } from "./cities.ts";
import { isEponymous } from "./context.ts";
import type { Finding } from "./finding.ts";
import { isCapital, nameness, type Sentence } from "./people.ts";
import { put } from "./put-place.ts";
import { gap, shape } from "./tokens.ts";
import { can, type Word } from "./words.ts";

const anyEnd = can.facilityEnd | can.schoolEnd | can.churchEnd | can.companyEnd;

const surelyEnd = can.strongFacilityEnd | can.schoolEnd | can.churchEnd | can.companyEnd;

/** Small words within the name of a house, however they are written. */
const between: ReadonlySet<string> = new Set(["of", "the", "and", "for", "at"]);

/** Capitalized words, small words between them, and the last one a word for a place of care, learning, worship or work. */
export function facility(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  let end = index;
  let last = -1;
  let proper = 0;
  let brand = 0;
  let sure = false;
  let kindBits = 0;
  for (let at = index; at < tokens.count && at < index + 12; ) {
    if (at > index && tokens.gap[at]! > gap.line) break;
    if (
      at > index &&
      tokens.gap[at] === gap.line &&
      !(
        isCapital(tokens.shape[at]) &&
        at - index < 3 &&
        tokens.at(at + 1) !== ":" &&
        sentence.word(at).can & (can.facilityEnd | can.facilityMiddle)
      )
    )
      break;
    const word = sentence.word(at);
    // In a line of capitals the small words are capitals too.
    const isSmall =
      tokens.shape[at] === shape.upper && word.rank >= 13 && !(word.can & (anyEnd | can.facilityMiddle)) && sentence.inCapitals(at);
    const kind = isSmall || (at > index && between.has(tokens.lower(at))) ? shape.lower : tokens.shape[at]!;
    if (at === index && (isSmall || isNoBeginning(word))) return 0;
    if (kind === shape.mark) {
      const mark = tokens.at(at);
      const joins =
        mark === "&" ||
        (mark === "-" && tokens.gap[at] === gap.none && tokens.gap[at + 1] === gap.none) ||
        (mark === "." && /^(?:st|mt|ft|med|ctr|hosp)$/.test(tokens.lower(at - 1)) && tokens.gap[at] === gap.none);
      if (!joins) break;
      at++;
      continue;
    }
    if (kind === shape.lower) {
      // "Dallas facility", "Mayo clinic": the end word may stand in lower case behind a proper name.
      if (proper > 0 && at === end && word.can & can.strongFacilityEnd && tokens.gap[at] === gap.space) {
        last = at;
        sure = true;
        kindBits |= word.can;
        end = at + 1;
      }
      if (
        !/^(?:of|the|and|for|at|de|la|del)$/.test(tokens.lower(at)) ||
        (!isCapital(tokens.shape[at + 1]) && !/^(?:the|la|los)$/.test(tokens.lower(at + 1)))
      )
        break;
      if (last < 0 && tokens.lower(at) !== "of" && tokens.lower(at) !== "and" && tokens.lower(at) !== "de") break;
      if (last >= 0 && tokens.lower(at) !== "of" && tokens.lower(at) !== "at") break;
      at++;
      continue;
    }
    if (!isCapital(kind)) break;
    const isEnd = (word.can & anyEnd) !== 0;
    const isBrand = (word.can & can.facilityBrand) !== 0 || (tokens.possessive[at] === 1 && /^(?:children|women)$/.test(tokens.lower(at)));
    if (isEnd || (isBrand && proper + brand > 0)) {
      // "Medical Center", "Health System", "Urgent Care": two such words together are as sure as "Hospital".
      if (word.can & surelyEnd || (last === at - 1 && at > index) || isBrand) sure = true;
      last = at;
      kindBits |= word.can;
    } else if (last >= 0 && !(tokens.shape[at - 1] === shape.lower || word.can & can.facilityMiddle)) break;
    else if (word.can & (can.title | can.month | can.weekday) && tokens.lower(at) !== "st") break;
    else if (isProper(sentence, at, word) || (word.can & can.streetEnd && at > index)) proper++;
    if (word.can & can.facilityMiddle && !(isEnd && proper === 0 && brand === 0 && at === index)) brand++;
    at++;
    end = at;
  }
  if (last < 0) return saint(sentence, index, out);
  if (last === index && end === index + 1) return 0;
  while (end > index && (tokens.shape[end - 1] === shape.lower || tokens.shape[end - 1] === shape.mark) && end - 1 > last) end--;
  // "Peach Tree Clinic", "Oak Street shelter": two ordinary words in capitals, none of medicine, before what is surely an end.
  const titled =
    sure && last - index >= 2 && !sentence.inCapitals(index) && allOrdinary(sentence, index, last) && !/[.!?:]/.test(tokens.at(index - 1));
  if (!(proper > 0 && (sure || last > index)) && !(sure && brand > 0 && last > index) && !titled) return 0;
  if (proper === 0 && sentence.inCapitals(index) && !/^(?:at|to|from)$/.test(tokens.lower(index - 1))) return 0;
  // In a weak ending a proper name must begin it: "Capital Heart", but not "Mental Health".
  if (!sure && proper === 0) return 0;
  const kind: KindName = kindBits & can.companyEnd && !(kindBits & can.facilityEnd) ? "employer" : "facility";
  return put(sentence, out, index, storeEnd(sentence, Math.max(end, last + 1)), kind, sure ? "contextual" : "shaped");
}

function allOrdinary(sentence: Sentence, index: number, last: number): boolean {
  const { tokens } = sentence;
  let medical = 0;
  let plain = 0;
  for (let i = index; i < last; i++) {
    if (tokens.shape[i] === shape.mark) continue;
    const word = sentence.word(i);
    if (tokens.shape[i] !== shape.capitalized || word.rank > 12) return false;
    if (word.clinical && word.surname < 9) medical++;
    else plain++;
    if (word.can & ~(can.streetEnd | can.facilityMiddle | can.churchEnd | can.particle)) return false;
  }
  return plain > 0 && medical < 2 && !sentence.word(last - 1).clinical;
}

/** `CVS #4412`, `Aldi store #2218`: a name and the number of a branch. */
export function branch(sentence: Sentence, index: number, out: Finding[]): number {
  const word = sentence.word(index);
  if (word.can || word.rank > 9 || sentence.tokens.shape[index] === shape.initial) return 0;
  if (sentence.tokens.shape[index] !== shape.capitalized && sentence.tokens.end[index + 2]! - sentence.tokens.start[index + 2]! < 3)
    return 0;
  const end = storeEnd(sentence, index + 1);
  if (word.clinical && sentence.tokens.end[end - 1]! - sentence.tokens.start[end - 1]! < 4) return 0;
  return end > index + 1 ? put(sentence, out, index, end, "facility", "contextual") : 0;
}

/** Words before a facility that are no part of its name: `Patient`, `Discharged`, `Attending`. */
function isNoBeginning(word: Word): boolean {
  if (word.can & can.facilityMiddle || word.city > 4 || word.surname > 11) return false;
  return (word.can & (can.neverName | can.unit | can.relative | can.patient | can.providerRole | can.beforeName)) !== 0;
}

/** Behind the number of a branch: `Walgreens #4488`. */
function storeEnd(sentence: Sentence, end: number): number {
  const { tokens } = sentence;
  const at = tokens.lower(end) === "store" || tokens.lower(end) === "pharmacy" ? end + 1 : end;
  // HyVee Pharmacy 1061
  if (/^(?:store|pharmacy)$/.test(tokens.lower(at - 1)) && tokens.gap[at] === gap.space && /^\d{3,5}$/.test(tokens.lower(at)))
    return at + 1;
  return tokens.at(at) === "#" && tokens.gap[at]! <= gap.line && tokens.gap[at + 1] === gap.none && tokens.shape[at + 1] === shape.number
    ? at + 2
    : end;
}

/** A word that is not just language: a name, a city, or in no vocabulary. */
export function isProper(sentence: Sentence, index: number, word: Word): boolean {
  const { tokens } = sentence;
  if (word.can & (can.neverName | can.providerRole | can.relative | can.patient | can.unit)) return false;
  if (tokens.shape[index] === shape.upper) return (!word.clinical && word.rank < 4) || (word.state && isCapital(tokens.shape[index + 1]));
  if (tokens.possessive[index] && word.surname > 0) return true;
  return word.rank === 0 && !word.clinical
    ? true
    : (word.city > 4 && word.rank < (word.city > 8 ? 12 : 9) && !word.clinical) ||
        (word.state && (sentence.word(index + 1).can & (can.facilityBrand | can.facilityEnd | can.schoolEnd)) !== 0) ||
        nameness(word) > 0.4;
}

export const visiting: ReadonlySet<string> = new Set(["at", "to", "from", "for", "by", "with", "in", "@"]);

/** `seen at UCSF`, `admitted to Stanford`, `works for Boeing Everett`: whatever is capitalized there. */
export function visited(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  if (tokens.gap[index]! > gap.line) return 0;
  let at = index - 1;
  if (tokens.lower(at) === "the") at--;
  const before = tokens.lower(at);
  if (
    at === index - 2 &&
    tokens.lower(index) === "va" &&
    /^(?:at|to|from|in|by|then|and)$/.test(tokens.lower(at)) &&
    tokens.shape[index] === shape.upper
  ) {
    return put(sentence, out, index, index + 1, "facility", "contextual");
  }
  if (!visiting.has(before)) return 0;
  const verb = careVerb(sentence, at);
  if (before !== "at" && verb === 0) return 0;
  if (before === "with" || (before === "by" && verb < 2) || (before === "for" && verb < 2) || (before === "in" && verb === 0)) return 0;
  const word = sentence.word(index);
  if (!mayBeginPlace(sentence, index, word, verb)) return 0;
  let end = index + 1;
  while (
    end < index + 6 &&
    tokens.gap[end] === gap.space &&
    ((isCapital(tokens.shape[end]) && !(sentence.word(end).can & (can.month | can.weekday | can.neverName | can.title))) ||
      (tokens.at(end) === "&" && isCapital(tokens.shape[end + 1])))
  )
    end++;
  while (tokens.at(end) === "-" && tokens.gap[end] === gap.none && isCapital(tokens.shape[end + 1]) && tokens.gap[end + 1] === gap.none)
    end += 2;
  if (tokens.at(end) === "&" && isCapital(tokens.shape[end + 1])) end += 2;
  end = storeEnd(sentence, end);
  return put(sentence, out, index, end, verb > 1 ? "employer" : "facility", "contextual");
}

function mayBeginPlace(sentence: Sentence, index: number, word: Word, verb: number): boolean {
  const { tokens } = sentence;
  const kind = tokens.shape[index];
  // MD Anderson, NY Presbyterian
  const next = sentence.word(index + 1);
  if (kind === shape.upper && word.state && tokens.shape[index + 1] === shape.capitalized && tokens.gap[index + 1] === gap.space)
    return !next.clinical || next.surname >= 8;
  if (
    kind === shape.initial ||
    word.can & (can.month | can.weekday | can.title | can.relative | can.patient | can.unit | can.neverName | can.providerRole)
  )
    return false;
  if (word.state || word.country || isEponymous(sentence, index + 1)) return false;
  if (word.eponym && word.surname < 8 && word.city < 8) return false;
  if (kind === shape.upper && tokens.shape[index + 1] === shape.number && tokens.gap[index + 1] === gap.space) return false;
  if (kind === shape.upper)
    return !word.clinical && word.rank < 6 && tokens.end[index]! - tokens.start[index]! > 1 && !sentence.inCapitals(index);
  if (word.clinical && word.surname < 8 && word.city < 8) return false;
  return word.rank < 7 || nameness(word) > 0 || (verb > 0 && word.city > 0) || isCapital(tokens.shape[index + 1]);
}

/** 2: work or school stands shortly before; 1: care; 0: neither. */
function careVerb(sentence: Sentence, at: number): number {
  const { tokens } = sentence;
  for (let back = at - 1; back >= at - 5 && back >= 0; back--) {
    if (tokens.shape[back] === shape.mark && /[.;!?]/.test(tokens.at(back))) break;
    const lower = tokens.lower(back);
    if (
      /^(?:works|worked|work|working|employed|employee|job|retired|teaches|taught|attends|attended|student|studies|volunteers|janitor|manager)$/.test(
        lower,
      )
    )
      return 2;
    if (
      /^(?:seen|treated|admitted|readmitted|evaluated|visited|visit|referred|transferred|transfer|tx|operated|diagnosed|hospitalized|hospitalised|presented|discharged|admission|followed|consulted|underwent|surgery|performed|sent|care|born|delivered|dx'd|tx'd|appointment|consult|assessed|examined|received|monitored|biopsy|scan|imaging|operation|procedure|labs|follow-up|provider|clinic|hospital|stay|records?|received|arrived|brought|taken|airlifted|medevaced)$/.test(
        lower,
      )
    )
      return 1;
  }
  return 0;
}
