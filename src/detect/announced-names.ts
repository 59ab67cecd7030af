import type { Finding, Role } from "./finding.ts";
import { givenness, isCapital, isPart, nameEnd, nameness, type Sentence, surnameness } from "./people.ts";
import { put, skipPoint } from "./put-name.ts";
import { gap, shape } from "./tokens.ts";
import { can, type Word } from "./words.ts";

/** Names behind a title, a kinship word or a role: `Dr. Patel & Wu`, `dtr maria lopez`, `son (Marcus)`. The end in tokens, or 0. */
export function announced(sentence: Sentence, index: number, out: Finding[]): number {
  const word = sentence.word(index);
  if (word.can & can.title) return titled(sentence, index, out);
  if (word.can & can.relative) return related(sentence, index, out);
  if (word.can & can.patient) return inLowerCase(sentence, index + 1, "subject", out);
  return introduced(sentence, index, out);
}

/** `this is dwayne pickett`, `attn tammy`, `my name is lo`: in small letters, behind what only a name follows. */
function introduced(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  const lower = tokens.lower(index);
  let next = 0;
  if (lower === "this" && tokens.lower(index + 1) === "is") next = index + 2;
  else if (lower === "attn" || lower === "attention" || lower === "named") next = index + (tokens.at(index + 1) === ":" ? 2 : 1);
  else if (lower === "name" && tokens.lower(index + 1) === "is") next = index + 2;
  if (next === 0) return 0;
  return inLowerCase(sentence, next, "subject", out);
}

function titled(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  const word = sentence.word(index);
  const weak = (word.can & can.weakTitle) !== 0;
  if (weak && tokens.shape[index] === shape.lower && !/^(?:doctor|nurse|officer|pastor|chaplain|detective)$/.test(tokens.lower(index)))
    return 0;
  // 19 Fr Blake: the size of a drain.
  if (
    weak &&
    tokens.shape[index - 1] === shape.number &&
    tokens.gap[index]! <= gap.space &&
    /^(?:fr|col|lt|sr|det)$/.test(tokens.lower(index))
  )
    return 0;
  const role: Role | undefined = word.can & can.providerTitle ? "provider" : undefined;
  let next = skipPoint(sentence, index + 1);
  let found = 0;
  for (let more = 0; more < 6; more++) {
    if (next >= tokens.count || tokens.gap[next]! > (weak && found === 0 ? gap.space : gap.line)) break;
    // RN ESI 2, RN CCRN: credentials, and what the next column says.
    if (weak && tokens.shape[next] === shape.upper && !sentence.inCapitals(next) && sentence.word(next).surname < 5) break;
    // Ms. Mary, Dr. dr. med., Prof. Dr.
    if (sentence.word(next).can & can.title && isCapital(tokens.shape[next]) && !isPart(sentence, next, 3)) {
      next = skipPoint(sentence, next + 1);
      continue;
    }
    const first = firstPart(sentence, next, weak);
    if (first < 0) break;
    found = put(
      sentence,
      out,
      next,
      tokens.shape[first] === shape.lower ? lowerEnd(sentence, first) : nameEnd(sentence, first, 3),
      "contextual",
      role,
    );
    next = found;
    // Drs. Patel & Wu, and Chen
    const plural = tokens.lower(index) === "drs" || tokens.lower(index) === "messrs" || tokens.lower(index) === "doctors";
    const link = tokens.at(next) === "," ? next + 1 : next;
    const joined = tokens.lower(link) === "and" || tokens.at(link) === "&" || tokens.at(link) === "/" ? link + 1 : link;
    if (joined === next || !isCapital(tokens.shape[joined]) || tokens.gap[joined]! > gap.line) break;
    if (
      !(plural || sentence.word(joined).surname >= 6) ||
      sentence.word(joined).can & can.title ||
      (!plural && nameness(sentence.word(joined)) < 1)
    )
      break;
    if (!plural && tokens.at(next) === ",") break;
    next = joined;
  }
  return found;
}

/** Behind a name in small letters: `doctor amelia rutherford`. */
function lowerEnd(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  let end = index + 1;
  if (
    tokens.shape[end] === shape.lower &&
    tokens.end[end]! - tokens.start[end]! === 1 &&
    tokens.gap[end] === gap.space &&
    tokens.lower(end) !== "a"
  )
    end++;
  return tokens.shape[end] === shape.lower &&
    tokens.gap[end] === gap.space &&
    tokens.possessive[end - 1] === 0 &&
    maySurname(sentence.word(end))
    ? end + 1
    : index + 1;
}

/** A surname of the tables or no word at all, and nothing that medicine or grammar knows. */
function maySurname(word: Word): boolean {
  return word.can === 0 && !word.clinical && (word.rank === 0 || (word.surname >= 6 && surnameness(word) >= 3));
}

/** The first part of a name that stands at `index`, perhaps behind particles; -1 for none. Case does not matter behind a title. */
function firstPart(sentence: Sentence, index: number, careful: boolean): number {
  const { tokens } = sentence;
  let at = index;
  while (at < index + 3 && sentence.word(at).can & can.particle && tokens.shape[at] === shape.lower && at + 1 < tokens.count) at++;
  const kind = tokens.shape[at];
  if (kind === undefined || at >= tokens.count) return -1;
  const word = sentence.word(at);
  if (kind === shape.lower) {
    if (tokens.end[at]! - tokens.start[at]! < 3 || word.can & (can.neverName | can.beforeName | can.afterName)) return -1;
    return nameness(word) > (careful ? 1 : 0.4) || (!careful && word.surname >= 8 && surnameness(word) >= 4) ? at : -1;
  }
  if (!isCapital(kind)) return -1;
  if (word.can & (can.providerRole | can.relative | can.facilityEnd | can.patient) && word.surname < 8) return -1;
  if (word.can & can.neverName && word.surname < 5) return -1;
  if (kind === shape.upper && tokens.end[at]! - tokens.start[at]! < 3 && word.surname === 0) return -1;
  if (kind === shape.initial) return tokens.at(at + 1) === "." || isCapital(tokens.shape[at + 1]) || !careful ? at : -1;
  return careful && nameness(word) < -1 ? -1 : at;
}

/** `husband Tom`, `dtr-in-law Priya`, `son (Marcus)`, `mother, Folake Okonkwo`, `spoke with daughter maria lopez`. */
function related(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  let next = index + 1;
  if (tokens.at(next) === "." && tokens.gap[next] === gap.none) next++;
  let opened = false;
  if (/^[,(:"'-]$/.test(tokens.at(next)) && tokens.shape[next] === shape.mark) {
    opened = true;
    next++;
  }
  if (tokens.lower(next) === "named" || tokens.lower(next) === "name") {
    next++;
    while (/^[:=]$/.test(tokens.at(next)) || tokens.lower(next) === "is") next++;
  }
  if (next >= tokens.count || tokens.gap[next]! > gap.line) return 0;
  const kind = tokens.shape[next]!;
  const word = sentence.word(next);
  if (word.can & (can.relative | can.title)) return 0;
  if (kind === shape.lower) {
    // "his daughter is dawn she is a nurse"
    const named =
      tokens.lower(next) === "is" && sentence.word(next + 1).given >= 7 && /^(?:she|he|who|and|[,.;])$/.test(tokens.lower(next + 2));
    if (named && !opened && tokens.shape[next + 1] === shape.lower) return put(sentence, out, next + 1, next + 2, "contextual", "relative");
    return opened ? 0 : inLowerCase(sentence, next, "relative", out);
  }
  if (!isCapital(kind) || kind === shape.initial) return 0;
  // "HER SON BUCK CHECKS": in a line of capitals a word that is a given name at all.
  const shouted = kind === shape.upper && !opened && word.given >= 3 && word.can === 0 && word.rank < 9 && !word.clinical;
  if (!shouted && !isPart(sentence, next, 2)) return 0;
  if (word.given === 0 && word.surname < 4 && (word.rank > 0 || word.clinical)) return 0;
  if (opened && nameness(word) < 0.4) return 0;
  return put(sentence, out, next, nameEnd(sentence, next, 2), "contextual", "relative");
}

/** A clear given name that nobody capitalized, and a surname behind it: `maria lopez`. */
function inLowerCase(sentence: Sentence, index: number, role: Role, out: Finding[]): number {
  const { tokens } = sentence;
  const word = sentence.word(index);
  if (tokens.shape[index] !== shape.lower || tokens.gap[index] !== gap.space) return 0;
  const after = tokens.lower(index + 1);
  const isFollowed =
    /^(?:[,.;)]|after|and|at|is|was|has|will|who|in|on|with|w|here|says|reports|called|en|per|for|does|did|came|comes|lives|drove|brought|to|she|he|cell|aware)$/.test(
      after,
    ) || tokens.gap[index + 1]! >= gap.line;
  // "the grandson will does the pill box", "her daughter hope for follow up": a plain word where a verb cannot stand.
  if (
    role === "relative" &&
    word.given >= 8 &&
    !(word.can & (can.month | can.relative)) &&
    tokens.lower(index - 1).at(-1) !== "s" &&
    /^(?:does|is|was|has|says|states|reports|who|she|he|lives|comes|drove|drives|called|calls|for|on|at|in|said|did|here)$/.test(after)
  )
    return put(sentence, out, index, index + 1, "contextual", role);
  const rare =
    (word.given > 0 || (role === "relative" && isFollowed && word.surname === 0)) &&
    word.rank === 0 &&
    !word.clinical &&
    word.can === 0 &&
    tokens.end[index]! - tokens.start[index]! > 3;
  if (!rare && (word.given < 7 || givenness(word) < 5)) return 0;
  if (word.can & (can.beforeName | can.afterName | can.neverName)) return 0;
  let at = index + 1;
  if (
    tokens.shape[at] === shape.lower &&
    tokens.end[at]! - tokens.start[at]! === 1 &&
    tokens.lower(at) !== "a" &&
    tokens.gap[at] === gap.space
  )
    at++;
  const last = sentence.word(at);
  const two =
    tokens.shape[at] === shape.lower &&
    tokens.gap[at] === gap.space &&
    tokens.possessive[at - 1] === 0 &&
    ((last.surname >= 7 && surnameness(last) >= (last.clinical ? 3 : 0) && !(last.can & ~can.neverName)) ||
      maySurname(last) ||
      tokens.lower(at) === "doe");
  return put(sentence, out, index, two ? at + 1 : index + 1, "contextual", role);
}
