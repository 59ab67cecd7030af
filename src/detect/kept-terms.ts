import { isAbbreviation, isDrugName } from "../tables/vocabulary.ts";
import { credentialEnd, eponymEnd, isAnnounced, isNamed, tellsPerson } from "./context.ts";
import { isCapital, type Sentence } from "./people.ts";
import { gap, shape } from "./tokens.ts";
import { can } from "./words.ts";

/**
 * Words of medicine within the description of a code, which tables hold as prose: `Casts [Presence] in Urine sediment by Light
 * microscopy`, `Walnut IgE Ab in Serum`. That is a text of one line and of medical and ordinary words alone, without a number.
 */
export function isOfDescription(sentence: Sentence, first: number, last: number): boolean {
  const shapeOf = descriptionOf(sentence);
  if (shapeOf === "none") return false;
  for (let at = first; at <= last; at++) {
    if (sentence.tokens.shape[at] === shape.mark) continue;
    const word = sentence.word(at);
    if (!isOfMedicine(sentence, at) && (shapeOf === "plain" || word.rank === 0)) return false;
    if (shapeOf === "property" && word.given > 7) return false;
    if (shapeOf === "plain" && (word.given > 3 || word.surname > word.rank || word.can & (can.title | can.credential))) return false;
  }
  return true;
}

const mostTokens = 40;

/** `property`: with a property in brackets, as LOINC writes it. */
function descriptionOf(sentence: Sentence): "property" | "plain" | "none" {
  const { tokens } = sentence;
  if (tokens.count > mostTokens || tokens.count < 2) return "none";
  for (let at = 1; at < tokens.count; at++) if (tokens.gap[at]! >= gap.line) return "none";
  if (loincProperty.test(tokens.text)) return "property";
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.shape[at];
    if (kind === shape.number) return "none";
    if (kind !== shape.mark && kind !== shape.initial && !isOfMedicine(sentence, at) && sentence.word(at).rank === 0) return "none";
  }
  return "plain";
}

function isOfMedicine(sentence: Sentence, at: number): boolean {
  const lower = sentence.tokens.lower(at);
  // `IgE`, `Ab`, `OCT`
  return sentence.word(at).clinical || isAbbreviation(lower) || /^(?:ig[adegm]|ab|ag|oct|nyha)$/.test(lower);
}

const loincProperty =
  /\[(?:#|Presence|Mass|Moles|Volume|Time|Entitic|Ratio|Interpretation|Type|Identifier|Units|Enzymatic|Catalytic|Number|Length|Area|Velocity|Log|Score|PHQ|GAD|PRAPARE|AUDIT|DAST|HARK|FACIT|NHANES|PROMIS|MMSE|MoCA)|\b(?:Ab|Ag|RNA|DNA) in [A-Z]/;

/** `Zofran, Emend`: names of drugs that are nobody's, and what stands in a list with one and is no name either. */
export function areDrugs(sentence: Sentence, first: number, last: number): boolean {
  let isOne = false;
  for (let at = first; at <= last; at++) {
    if (sentence.tokens.shape[at] === shape.mark) continue;
    const { given, surname } = sentence.word(at);
    const isDrug = isDrugName(sentence.tokens.lower(at));
    if (isDrug ? given > 5 || surname > 7 : given > 0 || surname > 0) return false;
    isOne ||= isDrug;
  }
  return isOne;
}

/** `Schatzker VI`, `Bosniak IIF`; `Pugh B` behind `Child-`, `Harris II` behind `Salter-`. */
export function isGrade(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence;
  const behindHyphen =
    tokens.at(first - 1) === "-" &&
    tokens.gap[first] === gap.none &&
    tokens.gap[first - 1] === gap.none &&
    isCapital(tokens.shape[first - 2]);
  // `VI` of `Schatzker VI`
  if (
    last === first &&
    /^(?:[IVX]{2,4}|[IVX][AB])$/.test(tokens.text.slice(tokens.start[first], tokens.end[first])) &&
    isCapital(tokens.shape[first - 1])
  )
    return sentence.word(first - 1).eponym;
  if (last === first) return behindHyphen && (sentence.word(first).eponym || sentence.word(first - 2).eponym);
  const grade = tokens.text.slice(tokens.start[last], tokens.end[last]);
  if (last !== first + 1 || tokens.gap[last] !== gap.space || !/^(?:[IVX]{2,4}[A-Fa-f]?|[IVX][A-Fa-f]|[A-D]|\d[A-Ca-c]?)$/.test(grade))
    return false;
  if (behindHyphen) return true;
  const word = sentence.word(first);
  return tokens.shape[first] === shape.capitalized && (word.eponym || (word.given < 4 && word.surname < 8 && grade.length > 1));
}

/** An eponym that no title, role, initial or verb makes a person, next to medicine: `Foley, Dobhoff`, `s/p Whipple`, `Jackson-Pratt drain`. */
export function isEponymHere(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence;
  const end = last + 1;
  const isCompound = eponymEnd(sentence, first) === end;
  let rare = false;
  for (let i = first; i <= last && !isCompound; i++) {
    if (tokens.shape[i] === shape.mark) {
      if (tokens.at(i) === ".") return false;
      continue;
    }
    // `Roux-en-Y`
    if (i > first && tokens.at(i - 1) === "-" && tokens.gap[i] === gap.none) continue;
    const word = sentence.word(i);
    if (!word.eponym) return false;
    if (word.surname < 6 && word.given < 4) rare = true;
  }
  // "rep from Zoll": a name that hardly anybody bears.
  const isRare = first === last && sentence.word(first).surname < 4 && sentence.word(first).given < 3;
  if ((isAnnounced(sentence, first) && !isRare) || isNamed(sentence, first) || isTitled(sentence, first)) return false;
  if (tellsPerson(sentence, end) || credentialEnd(sentence, end) > 0) return false;
  // "HRCT at Addison Gilbert", "a disc to Schmorl"
  if (/^(?:at|from|to|in|near)$/.test(tokens.lower(first - 1))) return isMedical(sentence, end, 1);
  return isCompound || rare || isMedical(sentence, first - 1, -1) || isMedical(sentence, end, 1);
}

function isTitled({ tokens, word }: Sentence, index: number): boolean {
  const before = tokens.at(index - 1) === "." ? index - 2 : index - 1;
  return before >= 0 && (word(before).can & can.title) !== 0;
}

/** Whether the next word to one side, over a comma, a stroke or `and`, is of medicine and no name. */
function isMedical(sentence: Sentence, index: number, step: 1 | -1): boolean {
  const { tokens } = sentence;
  let at = index;
  for (let skipped = 0; skipped < 3 && at >= 0 && at < tokens.count; skipped++, at += step) {
    if (tokens.gap[step > 0 ? at : at + 1]! >= gap.line) return false;
    const isLink = tokens.shape[at] === shape.mark ? /^[,;/&]$/.test(tokens.at(at)) : /^(?:and|or|vs|the|a|with)$/.test(tokens.lower(at));
    if (isLink) continue;
    const word = sentence.word(at);
    return (
      (word.eponym && word.surname < 10) || (word.can & can.afterEponym) !== 0 || (word.clinical && word.given < 4 && word.surname < 6)
    );
  }
  return false;
}

/** `WBAT, ASA`, `HOH`: a few capital letters in a line that is not all in capitals, which medicine or nobody knows. */
export function areAcronyms(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence;
  if (sentence.inCapitals(first)) return false;
  for (let i = first; i <= last; i++) {
    if (tokens.shape[i] === shape.mark) {
      if (tokens.at(i) === ",") continue;
      return false;
    }
    const word = sentence.word(i);
    if (tokens.shape[i] !== shape.upper || tokens.end[i]! - tokens.start[i]! > 5 || word.surname + word.given > 3) return false;
    if (!word.clinical && first === last) return false;
  }
  return true;
}

/** `Kenyan`, `Kreyol`, `English`: a people or a language alone. */
function isPeople(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence;
  const word = sentence.word(first);
  if (last > first || !(word.can & (can.neverName | can.demonym)) || word.given > 5 || word.surname > 7) return false;
  return !isTitled(sentence, first) && !isNamed(sentence, first) && !isCapital(tokens.shape[last + 1]);
}

/** A state or a country alone, without a person's neighbours. `New York` may be the city. */
export function isRegion(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence;
  const word = sentence.word(first);
  if (last === first + 2 && /^(?:and|or|&)$/.test(tokens.lower(first + 1)) && sentence.word(last).country && word.country) return true;
  if (isPeople(sentence, first, last)) return true;
  if (last > first || !(word.state || word.country) || tokens.end[first]! - tokens.start[first]! < 4) return false;
  if (isTitled(sentence, first) || isNamed(sentence, first) || tellsPerson(sentence, last + 1) || isCapital(tokens.shape[last + 1]))
    return false;
  return /^(?:in|from|to|of|and|or|through|via|outside|visited|visiting|across)$/.test(tokens.lower(first - 1));
}
