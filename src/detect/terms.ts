import { isEponymPhrase, isSharedEponym } from "../tables/eponyms.ts";
import { isAbbreviation, isDrugName } from "../tables/vocabulary.ts";
import { credentialEnd, eponymEnd, isAnnounced, isNamed, tellsPerson } from "./context.ts";
import { isCapital, type Sentence } from "./people.ts";
import { gap, shape } from "./tokens.ts";
import { can } from "./words.ts";

/**
 * Whether capitalized words are a term of medicine by the company they keep: `Hamilton` in `MADRS 24, Hamilton 17, Beck 29`,
 * `Kelly` in `ties over Kelly, Mixter and Pean clamps`, `Prague` in `NICE, Prague C3M5`. What is in no table is one among more of them.
 */
export function isTermHere(sentence: Sentence, first: number, last: number): boolean {
  const isPhrase = isPhraseAt(sentence, first, last);
  const rest = isPhrase ? "shared" : wordsOf(sentence, first, last);
  if (rest === undefined) return false;
  const end = last + 1;
  if (isNamed(sentence, first) || credentialEnd(sentence, end) > 0) return false;
  if (
    !isPhrase &&
    ((isAnnounced(sentence, first) && !continues(sentence, first)) || (tellsPerson(sentence, end) && !isOrdered(sentence, first, end)))
  )
    return false;
  const { tokens } = sentence;
  const before = tokens.lower(tokens.at(first - 1) === "." ? first - 2 : first - 1);
  if (sentence.wordOf(before).can & (can.title | can.relative | can.providerRole)) return false;
  if (/^(?:at|from|to|in|near|into|outside|present|by)$/.test(before)) return false;
  // "IR (Tanaka)", "RT Rocky", "crew Mendel"
  if (services.has(tokens.at(first - 1) === "(" || tokens.at(first - 1) === "-" ? tokens.lower(first - 2) : before)) return false;
  if (isPhrase) return true;
  const need = (rest === "shared" ? 2 : 3) - (isRated(sentence, end) ? 1 : 0);
  return company(sentence, first, last, need) >= need;
}

/** `Miller Fisher`, `Roux-en-Y`, `Ann Arbor IIIB`. */
function isPhraseAt(sentence: Sentence, first: number, last: number): boolean {
  const { tokens } = sentence;
  // Geri chair, of which the second word is no part of what was found
  if (last === first && tokens.shape[last + 1] !== shape.lower) return false;
  const graded =
    last === first
      ? last + 1
      : last > first + 1 && (grade.test(tokens.lower(last)) || tokens.shape[last] === shape.number)
        ? last - 1
        : last;
  for (let end = Math.max(last, graded); end >= graded; end--) {
    const phrase = tokens.text.slice(tokens.start[first], tokens.end[end]).toLowerCase();
    if (phrase.length < 40 && (isEponymPhrase(phrase) || (tokens.at(first + 1) === "-" && sentence.isEponym(phrase)))) return true;
  }
  return false;
}

/** `Nexplanon; Camila stopped`: a list's member with what is done with drugs. */
function isOrdered({ tokens }: Sentence, first: number, end: number): boolean {
  return (
    /^(?:stopped|started|continued|held)$/.test(tokens.lower(end)) &&
    tokens.shape[first - 1] === shape.mark &&
    /^[,;/]$/.test(tokens.at(first - 1))
  );
}

/** Behind another term and `and` or a comma: `Cullen and`, `Yahr 3,`. */
function continues(sentence: Sentence, first: number): boolean {
  const { tokens } = sentence;
  if (/^(?:and|&)$/.test(tokens.lower(first - 1))) return isTerm(sentence, first - 2) > 0;
  if (tokens.at(first - 1) !== ",") return false;
  let at = first - 2;
  while (at > first - 7 && (tokens.shape[at] === shape.number || /^[-.x]$/.test(tokens.lower(at)))) at--;
  return at < first - 2 && isTerm(sentence, at) > 0;
}

/** `shared` where each word may be a term, `unknown` where some stand in no table; undefined where one says something else. */
function wordsOf(sentence: Sentence, first: number, last: number): "shared" | "unknown" | undefined {
  const { tokens } = sentence;
  let sort: "shared" | "unknown" = "shared";
  for (let at = first; at <= last; at++) {
    const compound = eponymEnd(sentence, at);
    if (compound > 0 && compound <= last + 1) {
      at = compound - 1;
      continue;
    }
    const kind = tokens.shape[at];
    if (kind === shape.mark) {
      if (!/^[-,/(]$/.test(tokens.at(at))) return undefined;
      continue;
    }
    const lower = tokens.lower(at);
    const word = sentence.word(at);
    if (at > first && (word.can & can.particle || kind === shape.number || grade.test(lower))) continue;
    if (!isCapital(kind) || word.can & (can.title | can.relative | can.month | can.weekday | can.credential)) return undefined;
    if (kind === shape.initial) return undefined;
    if (isTerm(sentence, at) > 0) continue;
    if (kind === shape.upper || word.surname > 3 || word.given > 1 || word.city > 0 || word.can & ~can.particle) return undefined;
    sort = "unknown";
  }
  return sort;
}

/** Departments and crews before people: `CARDIOLOGY (STOKES)`. */
const services: ReadonlySet<string> = new Set(
  `ir gi id pi rt pt ot slp sw cm hh dme opat nsgy neurosurgery ortho orthopedics cardiology cards neuro neurology nephrology renal pulm pulmonology oncology onc
  heme hematology surgery surg rads radiology urology gyn ob ent derm dermatology endo endocrinology rheum rheumatology psych psychiatry palliative medicine
  anesthesia anes icu micu picu nicu ed er vascular plastics transplant wound peds pediatrics pharmacy dietary crew medic medics scrub circ transport godfather
  tech reader site`.split(/\s{1,80}/),
);

const grade = /^(?:[ivx]{1,4}[ab]?|[a-d])$/;

/** A number, a grade, a sign or a finding behind: `Beck 29`, `Neer +`, `Rovsing neg`. */
function isRated({ tokens }: Sentence, end: number): boolean {
  if (end >= tokens.count || tokens.gap[end]! > gap.space) return false;
  if (/^[+]$/.test(tokens.at(end))) return true;
  if (tokens.gap[end] !== gap.space) return false;
  return (
    (tokens.shape[end] === shape.number && /^\d{1,3}$/.test(tokens.lower(end))) ||
    /^(?:[ivx]{1,4}|neg|negative|pos|positive|nl|absent|present|equivocal|score|style|grade|stage|class|type)$/.test(tokens.lower(end))
  );
}

/** Tokens to each side in which company is looked for. */
const reach = 12;

/** How many terms stand near, those that are also names for half; counted up to `enough`. */
function company(sentence: Sentence, first: number, last: number, enough: number): number {
  const { tokens } = sentence;
  let count = 0;
  for (const step of [-1, 1]) {
    let at = step < 0 ? first - 1 : last + 1;
    for (let seen = 0; seen < reach && at >= 0 && at < tokens.count && count < enough; seen++, at += step) {
      if (tokens.gap[step < 0 ? at + 1 : at] === gap.paragraph) break;
      if (isCapital(tokens.shape[at])) count += isTerm(sentence, at);
    }
  }
  return count;
}

/** 1 for an eponym, a brand or a drug, .5 for what is also a name, 0 for all else. */
function isTerm(sentence: Sentence, at: number): number {
  const word = sentence.word(at);
  if (word.eponym) return word.surname < 9 && word.given < 9 ? 1 : 0.5;
  const lower = sentence.tokens.lower(at);
  // O'Brien
  if (isSharedEponym(lower.includes("'") ? lower.replace("'", "") : lower)) return 0.5;
  if (isDrugName(lower)) return word.given < 6 ? 1 : 0;
  // PHQ-9, NIHSS 4
  const { tokens } = sentence;
  const next = tokens.at(at + 1) === "-" ? at + 2 : at + 1;
  return tokens.shape[at] === shape.upper && tokens.shape[next] === shape.number && word.clinical && isAbbreviation(lower) ? 0.5 : 0;
}
