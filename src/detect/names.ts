import { matchesOf } from "../identifiers/search.ts";
import type { Sites } from "../identifiers/sites.ts";
import type { Strength } from "../identifiers/strength.ts";
import {
  actsAsPerson,
  credentialEnd,
  eponymEnd,
  isAnnounced,
  isElse,
  isEponymous,
  isNamed,
  isSentenceStart,
  tellsPerson,
} from "./context.ts";
import type { Detector, Finding, Role } from "./finding.ts";
import { givenness, isCapital, isPart, nameEnd, nameness, type Sentence, sentenceOf, surnameness } from "./people.ts";
import { tokensOf } from "./reading.ts";
import { sitesIn } from "./sites.ts";
import { gap, shape } from "./tokens.ts";
import { can, type Word, type Words } from "./words.ts";

/** Judges single capitalized words that neither tables nor neighbours decide: the indexes among `open` that are names. */
export type Judge = (sentence: Sentence, open: readonly number[]) => readonly number[];

/** Names of people by titles, credentials, kinship, roles, word order and the name tables. */
export function createNames(words: Words, judge?: Judge, judgesUpTo = Number.POSITIVE_INFINITY): Detector {
  return {
    name: "names",
    detect: (readings) =>
      readings.map((reading) => {
        const tokens = tokensOf(reading);
        return findNames(sentenceOf(tokens, words), tokens.count <= judgesUpTo ? judge : undefined, sitesIn(reading));
      }),
  };
}

export function findNames(sentence: Sentence, judge?: Judge, sites?: Sites): Finding[] {
  const { tokens } = sentence;
  const out: Finding[] = [];
  const open: number[] = [];
  for (let i = 0; i < tokens.count; ) {
    const kind = tokens.shape[i]!;
    if (kind === shape.mark || kind === shape.number) {
      i++;
      continue;
    }
    const end = announced(sentence, i, out) || (isCapital(kind) ? capital(sentence, i, out, open) : 0);
    i = Math.max(end, i + 1);
  }
  if (judge && open.length > 0) {
    for (const index of judge(sentence, open)) put(sentence, out, index, nameEnd(sentence, index, 1), "shaped");
  }
  signOffs(tokens.text, out, sites);
  return out;
}

function put(sentence: Sentence, out: Finding[], first: number, end: number, strength: Strength, role?: Role): number {
  const { tokens } = sentence;
  // The point that ends a sentence is no part of a name: only an initial or a suffix keeps its own.
  out.push({
    start: tokens.start[first]!,
    end: tokens.end[end - 1]!,
    kind: "name",
    strength,
    detector: "names",
    ...(role ? { role } : {}),
  });
  return end;
}

/** Skips a point right behind token `index`. */
function skipPoint(sentence: Sentence, index: number): number {
  return sentence.tokens.at(index) === "." && sentence.tokens.gap[index] === gap.none ? index + 1 : index;
}

/** Names behind a title, a kinship word or a role: `Dr. Patel & Wu`, `dtr maria lopez`, `son (Marcus)`. The end in tokens, or 0. */
function announced(sentence: Sentence, index: number, out: Finding[]): number {
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

/** What a capitalized word may begin. The end in tokens, or 0; words that stay open go to the judge. */
function capital(sentence: Sentence, index: number, out: Finding[], open: number[]): number {
  const { tokens } = sentence;
  const word = sentence.word(index);
  const kind = tokens.shape[index]!;
  if (kind === shape.initial) return initials(sentence, index, out);
  if (word.can & (can.neverName | can.demonym) && word.given < 6) return 0;
  if (tokens.lower(index - 1) === "fr" && tokens.shape[index - 2] === shape.number) return 0;
  // "May may return", "Hope denies pain"
  if (word.given >= 9 && kind === shape.capitalized && actsAsPerson(sentence, index))
    return put(sentence, out, index, index + 1, "contextual");
  const compound = eponymEnd(sentence, index);
  if (compound > 0 && !(isAnnounced(sentence, index) || tellsPerson(sentence, compound))) return compound;
  const babyEnd = baby(sentence, index, out);
  if (babyEnd) return babyEnd;
  const lastFirst = lastThenFirst(sentence, index, out);
  if (lastFirst) return lastFirst;
  const told = isAnnounced(sentence, index);
  if (!isPart(sentence, index, told ? 2 : 1)) return 0;
  const end = nameEnd(sentence, index, told ? 2 : 1);
  if (isElse(sentence, index, end)) return end;
  const after = credentialEnd(sentence, end);
  if (after > 0 && (nameness(word) > 0 || end - index > 1)) return put(sentence, out, index, end, "contextual", "provider");
  if (end - index > 1) {
    const score = wholeName(sentence, index, end);
    if (isNamed(sentence, index) && kind !== shape.upper && nameness(word) > -2) return put(sentence, out, index, end, "contextual");
    if (score + (told ? 1 : 0) + (tellsPerson(sentence, end) ? 0.7 : 0) >= 1.5)
      return put(sentence, out, index, end, told ? "contextual" : "shaped");
    return 0;
  }
  const alone = word.given >= 6 ? givenness(word) / 4 : nameness(word);
  const score =
    alone +
    (told ? 1 : 0) +
    (tellsPerson(sentence, end) ? 0.8 : 0) -
    (sentence.seenLower(tokens.lower(index)) ? 2 : 0) -
    (word.city > 0 && !told ? 1 : 0);
  const first = isSentenceStart(sentence, index);
  if ((word.state || word.country) && !tellsPerson(sentence, end)) return 0;
  if (isNamed(sentence, index) && kind !== shape.upper && alone > -2) return put(sentence, out, index, end, "contextual");
  if (kind === shape.upper && !sentence.inCapitals(index) && tokens.end[index]! - tokens.start[index]! < 5) return 0;
  // Li 900: an element and its dose.
  if (tokens.end[index]! - tokens.start[index]! < 3 && tokens.shape[end] === shape.number && tokens.gap[end] === gap.space && !told)
    return 0;
  const needed = kind === shape.upper ? 3.2 : word.given >= 6 ? 1.6 : word.given > 0 || word.surname > 0 ? 2.2 : 2;
  if (score >= needed + (first ? 0.4 : 0)) return put(sentence, out, withGiven(sentence, index), end, told ? "contextual" : "shaped");
  if (score >= 0.4 && (word.given >= 2 || word.surname >= 5) && word.city === 0 && kind !== shape.upper && !first) open.push(index);
  return 0;
}

/** From a given name that is also a plain word right before a surname: `Will Ferrante`, `Hope Achterman`. */
function withGiven(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  const before = index - 1;
  return before >= 0 &&
    tokens.shape[before] === shape.capitalized &&
    tokens.gap[index] === gap.space &&
    tokens.possessive[before] === 0 &&
    sentence.word(before).given >= 8 &&
    !(sentence.word(before).can & (can.month | can.title | can.relative))
    ? before
    : index;
}

/** A few capital letters, in a line that is not all in capitals, that no table of names holds: `WBAT`, `UDS`. */
function isAcronym(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  const word = sentence.word(index);
  return (
    tokens.shape[index] === shape.upper &&
    tokens.end[index]! - tokens.start[index]! < 6 &&
    word.surname + word.given < 4 &&
    !sentence.inCapitals(index)
  );
}

/** A name of several parts, by its first part and the best of the others: 2 surely, 0 hardly. */
function wholeName(sentence: Sentence, first: number, end: number): number {
  const { tokens } = sentence;
  const head = sentence.word(first);
  if (isAcronym(sentence, first) && (end - first === 1 || isAcronym(sentence, end - 1) || sentence.word(end - 1).can & can.suffix))
    return 0;
  // Siemens Vida, Stryker Triathlon
  if (head.eponym && head.given < 3 && head.surname < 8) return 0;
  const given = head.given > 0 ? givenness(head) - (head.clinical ? 3 : 0) : surnameness(head) > 0 ? 1 : -4;
  let last = -9;
  let hasInitial = false;
  for (let i = first + 1; i < end; i++) {
    const kind = tokens.shape[i];
    if (kind === shape.initial) hasInitial = true;
    else if (isCapital(kind)) last = Math.max(last, surnameness(sentence.word(i)), sentence.word(i).surname >= 8 ? 0 : -9);
  }
  const capitals = sentence.inCapitals(first) ? 2 : 0;
  if (last === -9 && hasInitial) return head.given >= 3 && given >= 1 ? 2 : 0;
  if (given >= 4 + capitals && last >= -1 + capitals * 3) return 2;
  if (head.given > 0 && given >= -4 && last >= 6) return 1.8 - capitals * 0.4;
  if (given >= 1 && last >= 5) return 1.5 - capitals * 0.4;
  if (given >= 1 && last >= 2) return 1 - capitals * 0.4;
  return 0;
}

/** `J.R.R. Tolland`, `P. Goldfarb`. */
function initials(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  let at = index;
  let count = 0;
  while (count < 4 && tokens.shape[at] === shape.initial && tokens.at(at + 1) === "." && (at === index || tokens.gap[at]! <= gap.space)) {
    at += 2;
    count++;
  }
  const behind = at;
  // "RN check C Dubose.", "A Lindqvist": no point, so the surname must be known as one and nothing else.
  if (count === 0) {
    const last = sentence.word(index + 1);
    const isCounted =
      /^(?:vitamin|vit|hepatitis|hep|type|class|grade|stage|factor|group|plan|part|protein|unit|bed|room|wing|apt|segment|zone|level|medicare|step|phase|option|cohort|arm|apartment|figure|table|appendix|building|bldg|gate|vial|bottle|child|pugh)$/.test(
        tokens.lower(index - 1),
      );
    return tokens.shape[index + 1] === shape.capitalized &&
      tokens.gap[index + 1] === gap.space &&
      (index === 0 || tokens.gap[index]! >= gap.space || tokens.shape[index - 1] === shape.mark) &&
      last.surname >= 5 &&
      last.rank === 0 &&
      !last.clinical &&
      !last.eponym &&
      (last.can & ~can.neverName) === 0 &&
      !isCounted &&
      !isEponymous(sentence, index + 2)
      ? put(sentence, out, index, nameEnd(sentence, index + 1, 1), "shaped")
      : 0;
  }
  while (at < behind + 3 && sentence.word(at).can & can.particle && tokens.gap[at] === gap.space) at++;
  if (
    count === 0 ||
    count > 3 ||
    (tokens.shape[at] !== shape.capitalized && tokens.shape[at] !== shape.mixed) ||
    tokens.gap[at]! > gap.space
  )
    return 0;
  const word = sentence.word(at);
  if ((word.clinical && word.surname < 9) || word.can & (can.neverName | can.facilityEnd | can.streetEnd)) return 0;
  if (isEponymous(sentence, at + 1) || (word.eponym && word.surname < 8)) return 0;
  if (nameness(word) < (word.clinical ? 1.5 : 0.5) && !(isAnnounced(sentence, index) && surnameness(word) > -1)) return 0;
  return put(sentence, out, index, nameEnd(sentence, at, 2), "shaped");
}

/** `OKAFOR, ADAEZE B`, `Doe, Unknown`. */
function lastThenFirst(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  let comma = index + 1;
  while (tokens.at(comma) === "-" && tokens.gap[comma] === gap.none && isCapital(tokens.shape[comma + 1])) comma += 2;
  if (tokens.at(comma) !== "," || tokens.gap[comma] !== gap.none || tokens.possessive[index]) return 0;
  const first = comma + 1;
  if (!isCapital(tokens.shape[first]) || tokens.gap[first]! > gap.space || tokens.shape[index] === shape.initial) return 0;
  const last = sentence.word(index);
  const given = sentence.word(first);
  const isUnknown = tokens.lower(index) === "doe";
  if (
    last.can & (can.neverName | can.month | can.weekday) ||
    (given.can & (can.neverName | can.month | can.weekday | can.credential) && !isUnknown)
  )
    return 0;
  if (given.state || (last.city > 0 && given.country)) return 0;
  if (isAcronym(sentence, index) && isAcronym(sentence, first)) return 0;
  const bothUpper = tokens.shape[index] === shape.upper && tokens.shape[first] === shape.upper;
  const begins = isSentenceStart(sentence, index) || isAnnounced(sentence, index) || tokens.gap[first] === gap.none;
  const score =
    Math.min(2, nameness(last)) +
    Math.min(2, nameness(given)) +
    (bothUpper ? 0.6 : 0) +
    (begins ? 0.6 : -0.6) +
    (last.given > last.surname + 3 ? -1 : 0);
  // "Okonjo, Blessing |": a cell or a whole line, of which one part is a name and the other no other word.
  const end0 = nameEnd(sentence, first, 2);
  const cell =
    (index === 0 || tokens.gap[index]! >= gap.wide || tokens.at(index - 1) === "|") &&
    (end0 >= tokens.count || tokens.gap[end0]! >= gap.wide || tokens.at(end0) === "|" || tokens.at(end0) === "(") &&
    !last.clinical &&
    !given.clinical &&
    last.rank < 5 &&
    (last.surname + last.given > 0 || last.rank === 0) &&
    (given.given > 0 || given.surname > 0);
  if (!cell && !isUnknown && (last.surname + last.given === 0 || given.given === 0) && score < 1.4) return 0;
  if (!cell && !isUnknown && (score < 1.8 || given.given * 2 < given.surname)) return 0;
  let end = end0;
  // The code of a patient without a name: "Doe, Unknown XZ-41".
  if (isUnknown && tokens.shape[end] === shape.upper && tokens.at(end + 1) === "-" && tokens.shape[end + 2] === shape.number) end += 3;
  else if (isUnknown && tokens.shape[end] === shape.upper && tokens.gap[end] === gap.space && sentence.word(end).can === 0) end++;
  return put(sentence, out, index, end, isAnnounced(sentence, index) ? "contextual" : "shaped");
}

/** `BabyBoy Ortiz`, `Baby Girl Chen`, `Twin B (Chen)`. */
function baby(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  const lower = tokens.lower(index);
  let next = index + 1;
  if (lower === "baby" && /^(?:boy|girl|male|female)$/.test(tokens.lower(next))) next++;
  else if (lower === "twin" && /^[ab12]$/.test(tokens.lower(next))) next++;
  else if (!lower.startsWith("baby") || !/^baby(?:boy|girl|male|female)$/.test(lower)) return 0;
  if (tokens.at(next) === "(" || tokens.at(next) === ",") next++;
  if (!isCapital(tokens.shape[next]) || tokens.shape[next] === shape.initial || tokens.gap[next]! > gap.space || !isPart(sentence, next, 2))
    return 0;
  return put(sentence, out, next, nameEnd(sentence, next, 2), "contextual", "subject");
}

// "/kls" that ends a line, and "JT:mw" or "JT/mw" alone on it.
const signOff = /(?:^|[\s])\/\/?([a-z]{2,3})[ \t]{0,8}(?=\r?\n|$)|^[ \t]{0,8}([A-Z]{2,3}[:/][a-z]{2,3})[ \t]{0,8}(?=\r?\n|$)/gm;

function signOffs(text: string, out: Finding[], sites?: Sites): void {
  for (const match of matchesOf(text, signOff, sites)) {
    const initialsOf = match[1] ?? match[2]!;
    const start = match.index + match[0].indexOf(initialsOf);
    out.push({ start, end: start + initialsOf.length, kind: "name", strength: "shaped", detector: "names", role: "provider" });
  }
}
