import { isCapital, type Sentence } from "./people.ts";
import { gap, shape, type Tokens } from "./tokens.ts";
import type { Span } from "./widen.ts";
import { can } from "./words.ts";

const ends = can.facilityEnd | can.strongFacilityEnd | can.schoolEnd | can.churchEnd | can.companyEnd;

export const noPart =
  can.title | can.credential | can.relative | can.providerRole | can.patient | can.month | can.weekday | can.neverName | can.afterEponym;

/** Last words of names of organizations that are nothing else: in capitals or in small letters behind a found name. */
const shortEnds: ReadonlySet<string> = new Set(
  "rx mob inst cboc vamc perinatal day chc pc pllc pa hh hhs hha hs elem ob univ pd fd fc ems ihs ctr dept hub superstore primary middle high intermediate fair fest annex mart".split(
    " ",
  ),
);

const smallEnds: ReadonlySet<string> = new Set(
  "lab labs hospital clinic pharmacy drug drugs infusion center centre rehab imaging market store church school elementary university college farms annex jail prison shelter reservoir dialysis hospice ems airmed fest fair".split(
    " ",
  ),
);

/** What stands between the name of a house and such a word. */
const smallMiddles: ReadonlySet<string> = new Set(
  "medical regional community general memorial university county children's womens women's middle high elementary primary urgent surgical health".split(
    " ",
  ),
);

export function organization(sentence: Sentence, first: number, end: number, isOrganization: boolean): Span | undefined {
  const { tokens } = sentence;
  let last = end;
  let named = isOrganization;
  for (let more = 0; more < 5; more++) {
    const next = tail(sentence, last, named);
    if (next === last) break;
    last = next;
    named = true;
  }
  last = Math.max(last, headingEnd(sentence, first, last), hyphenEnd(tokens, last));
  named ||= last > end;
  const begin = named ? beginning(sentence, first) : first;
  const isOwner = tokens.possessive[last - 1] === 1 && (named || last > end) && !owns(sentence, last);
  if (begin === first && last === end && !isOwner) return undefined;
  return { first: begin, end: last, tail: isOwner ? 2 : 0, kind: "facility" };
}

/** Words of a heading that name the document and not the house. */
const ofDocument: ReadonlySet<string> = new Set(
  "report summary consult consultation form sheet facesheet record records chart visit evaluation progress notes daily shift nursing telehealth operative transfer referral request appeal appeals letter message messages page confidential final preliminary addendum export portal h&p hp".split(
    " ",
  ),
);

/** Behind a heading that begins with what was found and is nothing else: `Tamalpais Kidney & Transplant` alone on its line or in its column. */
function headingEnd(sentence: Sentence, first: number, end: number): number {
  const { tokens } = sentence;
  if (first > 0 && tokens.gap[first]! < gap.wide) return end;
  let at = end;
  let words = 0;
  for (; at < tokens.count && at < end + 7 && tokens.gap[at]! < gap.wide; at++) {
    if (tokens.shape[at] === shape.mark) {
      if (tokens.at(at) === "&" || tokens.at(at) === "'") continue;
      break;
    }
    if (/^(?:and|of|the|for)$/.test(tokens.lower(at))) continue;
    const word = sentence.word(at);
    if (!isCapital(tokens.shape[at]) || word.can & (noPart | can.unit) || word.state || ofDocument.has(tokens.lower(at))) return end;
    words++;
  }
  const closes = at >= tokens.count || tokens.gap[at]! >= gap.wide || /^[-|/(,*]$/.test(tokens.at(at));
  return words > 0 && closes && !/^(?:and|of|the|for)$/.test(tokens.lower(at - 1)) ? at : end;
}

/** Behind the rest of `Port-au-Prince`, of which the first part was found. */
function hyphenEnd(tokens: Tokens, end: number): number {
  let at = end;
  while (
    tokens.at(at) === "-" &&
    tokens.gap[at] === gap.none &&
    tokens.gap[at + 1] === gap.none &&
    (isCapital(tokens.shape[at + 1]) || (tokens.at(at + 2) === "-" && isCapital(tokens.shape[at + 3])))
  )
    at += 2;
  return at;
}

/** Behind one more piece of the name of an organization, or `at` again. */
function tail(sentence: Sentence, at: number, named: boolean): number {
  const { tokens } = sentence;
  if (at >= tokens.count || tokens.gap[at]! > gap.space) return at;
  const lower = tokens.lower(at);
  const kind = tokens.shape[at]!;
  if (kind === shape.mark) {
    if (tokens.at(at) === "&" && named && isCapital(tokens.shape[at + 1]) && tokens.gap[at + 1]! <= gap.space) return at + 2;
    // Clay Co. Ambulance
    if (tokens.at(at) === "." && /^(?:co|ctr|med|hosp|univ)$/.test(tokens.lower(at - 1)) && tail(sentence, at + 1, true) > at + 1)
      return tail(sentence, at + 1, true);
    // Associates, P.A.
    if (named && tokens.at(at) === "," && /^(?:pa|pc|pllc|llc|inc|llp)$/.test(solid(tokens, at + 1)))
      return tokens.shape[at + 1] === shape.initial ? at + 5 : at + 2;
    return at;
  }
  if (tokens.gap[at] !== gap.space) return at;
  if (isCapital(kind)) {
    const word = sentence.word(at);
    // In a line of capitals the small words are capitals too.
    if (kind === shape.upper && /^(?:for|of)$/.test(lower) && isPurpose(sentence, at + 1) && sentence.word(at - 1).can & ends)
      return runOn(sentence, at + 1);
    if (word.can & (can.month | can.weekday | can.title)) return at;
    if (word.can & ends && !(word.can & can.unit && !(word.can & can.schoolEnd))) return at + 1;
    return shortEnds.has(lower) && (kind !== shape.upper || named || !/^(?:pa|hs|pd|fd)$/.test(lower)) ? at + 1 : at;
  }
  if (
    kind === shape.number &&
    named &&
    /^(?:medic|rescue|engine|unit|rx|vons|ambulance|ems|station)$/.test(tokens.lower(at - 1)) &&
    /^\d{1,4}$/.test(lower)
  )
    return at + 1;
  if (kind !== shape.lower) return at;
  if (lower === "urgent" && tokens.lower(at + 1) === "care") return at + 2;
  if ((lower === "data" || lower === "stake" || lower === "surgery") && tokens.lower(at + 1) === "center") return at + 2;
  if (smallEnds.has(lower)) return at + 1;
  // velmarsh community hospital, osterbeck middle school
  if (smallMiddles.has(lower) && tokens.gap[at + 1] === gap.space && smallEnds.has(tokens.lower(at + 1))) return at + 2;
  if (shops.has(lower) && tokens.possessive[at - 1] === 1) return at + 1;
  if (tokens.possessive[at - 1] === 1 && shops.has(tokens.lower(at + 1)) && tokens.gap[at + 1] === gap.space) return at + 2;
  // Center for Genomic Health, Institute of Bone
  if (/^(?:for|of)$/.test(lower) && isPurpose(sentence, at + 1) && sentence.word(at - 1).can & ends) return runOn(sentence, at + 1);
  // Hospice of the Prairie, Visiting Nurses of Aroostook, Dermpath Lab of NH
  if (lower === "of" && named) {
    const next = tokens.lower(at + 1) === "the" ? at + 2 : at + 1;
    if (isPlaceLike(sentence, next)) return runOn(sentence, next);
  }
  // Kroger pharmacy on Dixie, Fry's on Ajo Way
  if (named && lower === "on" && tokens.shape[at - 1] !== shape.number && isStreetLike(sentence, at + 1)) return at + 2;
  if (lower === "at" && tokens.lower(at + 1) === "home" && tokens.shape[at + 1] === shape.capitalized) return at + 2;
  return at;
}

const shops: ReadonlySet<string> = new Set(
  "shop diner bakery restaurant cafe bar grill gym daycare garage farm drugs deli salon tavern pizza bistro nursery ranch dairy orchard".split(
    " ",
  ),
);

/** What a house is for: a plain word or one of medicine, and nobody's name. */
function isPurpose(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  const word = sentence.word(at);
  return (
    isCapital(tokens.shape[at]) &&
    tokens.gap[at] === gap.space &&
    !(word.can & noPart) &&
    (word.rank > 4 || word.clinical) &&
    word.given < 8
  );
}

/** A capitalized word that is nobody's title, no day and no term. */
function isPlaceLike(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  if (!isCapital(tokens.shape[at]) || tokens.shape[at] === shape.initial || tokens.gap[at] !== gap.space) return false;
  const word = sentence.word(at);
  return !(word.can & noPart) && !word.clinical && word.given < 9;
}

/** Behind the capitalized words from `at`. */
function runOn(sentence: Sentence, at: number): number {
  const { tokens } = sentence;
  let end = at + 1;
  while (end < at + 4 && tokens.gap[end] === gap.space && isCapital(tokens.shape[end]) && !(sentence.word(end).can & (noPart | can.unit)))
    end++;
  return end;
}

/** `pa` for `PA` and `P.A.` at `at`. */
function solid(tokens: Tokens, at: number): string {
  if (tokens.shape[at] !== shape.initial) return tokens.lower(at);
  return tokens.at(at + 1) === "." && tokens.shape[at + 2] === shape.initial && tokens.at(at + 3) === "."
    ? tokens.lower(at) + tokens.lower(at + 2)
    : "";
}

function isStreetLike(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  if (tokens.gap[at] !== gap.space) return false;
  if (tokens.shape[at] === shape.number) return /^\d{1,3}(?:st|nd|rd|th)$/.test(tokens.lower(at));
  const word = sentence.word(at);
  return tokens.shape[at] === shape.capitalized && !word.clinical && !(word.can & noPart);
}

/** The first word of an organization whose last words were found: `Superior Tank & Steel` by `Steel`, a line of capitals by its end. */
function beginning(sentence: Sentence, first: number): number {
  const { tokens } = sentence;
  let at = first;
  while (at > 0 && at > first - 5) {
    if (tokens.gap[at]! > gap.space) return at;
    const before = at - 1;
    const mark = tokens.shape[before] === shape.mark ? tokens.at(before) : "";
    if (mark === "&" && at - 2 >= 0 && isCapital(tokens.shape[at - 2])) {
      at -= 2;
      continue;
    }
    if (mark !== "") return mark === "(" || mark === ":" || mark === "@" || mark === "=" || mark === '"' ? at : first;
    if (!isCapital(tokens.shape[before]))
      return tokens.shape[before] === shape.lower && /^(?:at|to|from|via|by|for|with|the|w)$/.test(tokens.lower(before)) ? at : first;
    const word = sentence.word(before);
    if (word.can & (noPart | can.unit | can.beforeName) && !(word.can & can.facilityMiddle)) return first;
    if (tokens.shape[before] === shape.initial) return first;
    at--;
  }
  return at === 0 ? at : first;
}

/** Something follows that is owned: `Stadelman's dog`, but not `Stadelman's in Zillah`, `(Basha's)`. */
function owns(sentence: Sentence, at: number): boolean {
  const { tokens } = sentence;
  if (at >= tokens.count || tokens.gap[at]! >= gap.line || tokens.shape[at] === shape.mark || tokens.shape[at] === shape.number)
    return false;
  return !(
    tokens.shape[at] === shape.lower &&
    /^(?:in|on|at|and|or|to|from|for|w|with|by|near|since|x|til|until|was|is|says|has|but|never|yest|yesterday|twice|today|tomorrow|again|because|where|when|then)$/.test(
      tokens.lower(at),
    )
  );
}

/** `Keith's Superstore`, `(Basha's)`, `Grant Elementary`: what was found as a person's name is an organization's. */
export function storeOf(sentence: Sentence, first: number, end: number): Span | undefined {
  const { tokens } = sentence;
  if (tokens.shape[first] !== shape.capitalized) return undefined;
  const next = sentence.word(end);
  if (
    tokens.shape[end] === shape.capitalized &&
    tokens.gap[end] === gap.space &&
    (next.can & (can.schoolEnd | can.strongFacilityEnd) || tokens.lower(end) === "superstore") &&
    !(next.can & (can.credential | can.unit))
  )
    return { first, end: end + 1, tail: 0, kind: "facility" };
  if (end - first !== 1 || tokens.possessive[first] !== 1) return undefined;
  if (
    tokens.shape[end] === shape.capitalized &&
    tokens.gap[end] === gap.space &&
    !(next.can & (noPart | can.unit)) &&
    !next.clinical &&
    next.given < 9 &&
    tokens.shape[first - 1] !== shape.mark
  ) {
    let last = end + 1;
    for (let more = 0; more < 4; more++) last = tail(sentence, last, true);
    return {
      first: sentence.word(first - 1).can & can.title && tokens.gap[first] === gap.space ? first - 1 : first,
      end: last,
      tail: 0,
      kind: "facility",
    };
  }
  if (owns(sentence, end)) return undefined;
  const opened = tokens.at(first - 1) === "(" && tokens.at(end) === ")";
  const placed =
    (tokens.shape[first - 1] === shape.lower && /^(?:at|from|for|by|near|past|behind|@)$/.test(tokens.lower(first - 1))) ||
    /^(?:on|in)$/.test(tokens.lower(end));
  if (!opened && !placed) return undefined;
  const last = tail(sentence, end, true);
  return { first, end: last, tail: last === end ? 2 : 0, kind: "facility" };
}
