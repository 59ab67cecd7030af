import { isCapital, type Sentence } from "./people.ts";
import { gap, shape } from "./tokens.ts";
import { can } from "./words.ts";

/** Whether what stands before says that a person follows. */
export function isAnnounced(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  let at = index - 1;
  if (at < 0) return false;
  const mark = tokens.shape[at] === shape.mark ? tokens.at(at) : "";
  // "60-year-old male, Jack Smith", "patient (Marcus)", "Name: Ruiz", "seen by: Ruiz"
  if (mark === "," || mark === "(" || mark === ":" || mark === '"' || mark === "-" || mark === "#") {
    const before = sentence.word(at - 1).can;
    if (mark === "-" && tokens.gap[at] === gap.none) return false;
    return (
      (before & (can.patient | can.relative | can.providerRole)) !== 0 ||
      (mark === ":" && (before & can.credential) !== 0 && tokens.shape[at - 1] === shape.upper) ||
      (mark === ":" && (before & can.beforeName) !== 0) ||
      (mark === "," && isAged(sentence, at - 1))
    );
  }
  if (tokens.gap[index]! > gap.line) return false;
  if (mark === ".") at--;
  const before = sentence.word(at).can;
  if (tokens.shape[at] === shape.mark) return tokens.at(at) === "&";
  return (before & (can.beforeName | can.patient | can.relative | can.providerRole)) !== 0;
}

/** `named X`, `name is X`, `née X`, `last name? X`, `NAME - X`: what follows is a name, known or not. */
export function isNamed(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  if (tokens.gap[index]! > gap.wide) return false;
  let at = index - 1;
  if (tokens.gap[index] !== gap.none && /^[-–=]$/.test(tokens.at(at))) at--;
  while (at > index - 3 && tokens.shape[at] === shape.mark && /^[:?",.(]$/.test(tokens.at(at))) at--;
  if (tokens.lower(at) === "is" || tokens.lower(at) === "as") at--;
  return (
    /^(?:named|name|nee|aka|nicknamed|surname|alias)$/.test(tokens.lower(at)) ||
    (tokens.lower(at) === "by" && /^(?:goes|went|go|going)$/.test(tokens.lower(at - 1))) ||
    (tokens.lower(at) === "me" && tokens.lower(at - 1) === "call") ||
    (tokens.lower(at) === "known" && tokens.lower(at + 1) === "as")
  );
}

/** `34F,` `67yo,` `45-year-old,` */
function isAged(sentence: Sentence, index: number): boolean {
  const lower = sentence.tokens.lower(index);
  return (
    lower === "old" || /^\d{1,3}(?:yo|y|f|m|yof|yom)?$/.test(lower) || lower === "yo" || lower === "o" || lower === "f" || lower === "m"
  );
}

/** The next word is the same as a verb (`Will will`), or a verb that only people are the subject of. */
export function actsAsPerson(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  const next = index + 1;
  if (tokens.shape[next] !== shape.lower || tokens.gap[next] !== gap.space || tokens.possessive[index]) return false;
  const lower = tokens.lower(next);
  return (
    lower === tokens.lower(index) ||
    /^(?:denies|denied|reports|reported|states|stated|endorses|endorsed|says|said|rents|smokes|drinks|wants|needs|feels|prefers|thinks|knows|asks|asked|plans|verbalizes|verbalized|complains|complained|lives|agrees|agreed|refuses|refused|understands|drove|called|ambulated)$/.test(
      lower,
    )
  );
}

/** Whether what follows says that a person stood before: a verb of people, an age, credentials. */
export function tellsPerson(sentence: Sentence, end: number): boolean {
  const { tokens } = sentence;
  if (tokens.possessive[end - 1]) return false;
  if (sentence.word(end).can & can.afterName && tokens.shape[end] === shape.lower) return true;
  if (
    tokens.at(end) === "," &&
    (/^\d{1,3}(?:yo|y|f|m|yof|yom)?$/.test(tokens.lower(end + 1)) ||
      /^(?:a|an|who|whom|whose|his|her|aged|age|dob)$/.test(tokens.lower(end + 1)))
  )
    return true;
  return tokens.at(end) === "(" && /^(?:dob|mrn|age|aged|\d{2}[mf]|he|she|his|her|they)$/.test(tokens.lower(end + 1));
}

/** Behind credentials that follow at `end`, or 0. */
export function credentialEnd(sentence: Sentence, end: number): number {
  const { tokens } = sentence;
  let at = end;
  if (tokens.at(at) === "," && tokens.gap[at] === gap.none) at++;
  const word = sentence.word(at);
  const kind = tokens.shape[at];
  if (!(word.can & can.credential) || kind === shape.lower || tokens.gap[at]! > gap.space) return 0;
  // "Boston, MA" is a place, and a wide gap is a column.
  if (tokens.lower(at) === "ma" && at > end) return 0;
  if (kind === shape.initial) return 0;
  return at + 1;
}

/** Something else than a person is named: a disease or an instrument, a street, a place of care, a company. */
export function isElse(sentence: Sentence, index: number, end: number): boolean {
  const { tokens } = sentence;
  if (isEponymous(sentence, end)) return true;
  // Camila 0.35 mg: what has a dose is a drug, whoever bears its name.
  if (
    end - index === 1 &&
    tokens.shape[end] === shape.number &&
    tokens.gap[end] === gap.space &&
    /^(?:\d{0,4}(?:mg|mcg|ml|units?)|mg|mcg|ml)$/.test(
      tokens.lower(tokens.at(end + 1) === "." ? end + 3 : /[a-z]/.test(tokens.lower(end)) ? end : end + 1),
    )
  )
    return true;
  const next = sentence.word(end);
  // Ann Arbor stage
  if (end - index === 1 && tokens.shape[end] === shape.capitalized && tokens.gap[end] === gap.space && isEponymous(sentence, end + 1))
    return true;
  if (
    isCapital(tokens.shape[end]) &&
    tokens.gap[end]! <= gap.space &&
    next.can & (can.strongFacilityEnd | can.schoolEnd | can.churchEnd | can.companyEnd | can.streetEnd | can.facilityEnd)
  )
    return true;
  const only = sentence.word(index);
  if (
    end - index === 1 &&
    only.eponym &&
    !tellsPerson(sentence, end) &&
    !(sentence.word(index - 1).can & can.providerRole && only.surname > 4)
  )
    return true;
  return end - index === 1 && tokens.possessive[index] === 1 && only.eponym;
}

/** Behind the eponyms joined by hyphens that begin at `index` (`Stevens-Johnson`, `Charcot-Marie-Tooth`), or 0. */
export function eponymEnd(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  const first = sentence.word(index).eponym;
  let all = first;
  let end = index + 1;
  while (tokens.at(end) === "-" && tokens.gap[end] === gap.none && tokens.gap[end + 1] === gap.none && isCapital(tokens.shape[end + 1])) {
    all &&= sentence.word(end + 1).eponym;
    end += 2;
  }
  if (end === index + 1) return 0;
  return all || (first && end - index > 4) || sentence.isEponym(tokens.text.slice(tokens.start[index], tokens.end[end - 1]).toLowerCase())
    ? end
    : 0;
}

/** The word at `end` makes an eponym of what stands before it: `Graves disease`, `Glasgow Coma Scale`, `Parkinson's tremor`. */
export function isEponymous(sentence: Sentence, end: number): boolean {
  const { tokens } = sentence;
  if (end >= tokens.count || tokens.gap[end]! > gap.line) return false;
  if (sentence.word(end).can & can.afterEponym && !(sentence.word(end).can & can.afterName && !tokens.possessive[end - 1])) return true;
  if (tokens.at(end) === "-" && tokens.gap[end] === gap.none && tokens.gap[end + 1] === gap.none && isCapital(tokens.shape[end + 1]))
    return isEponymous(sentence, end + 2);
  return false;
}

export function isSentenceStart(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  return (
    index === 0 || tokens.gap[index]! >= gap.line || (tokens.shape[index - 1] === shape.mark && /[.!?:;•*|]/.test(tokens.at(index - 1)))
  );
}
