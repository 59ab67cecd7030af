import { matchesOf } from "../identifiers/search.ts";
import type { Sites } from "../identifiers/sites.ts";
import { announced } from "./announced-names.ts";
import { actsAsPerson, credentialEnd, eponymEnd, isAnnounced, isElse, isNamed, isSentenceStart, tellsPerson } from "./context.ts";
import type { Detector, Finding } from "./finding.ts";
import { baby, initials, lastThenFirst, wholeName } from "./name-forms.ts";
import { givenness, isCapital, isPart, nameEnd, nameness, type Sentence, sentenceOf } from "./people.ts";
import { put } from "./put-name.ts";
import { tokensOf } from "./reading.ts";
import { sitesIn } from "./sites.ts";
import { gap, shape } from "./tokens.ts";
import { can, type Words } from "./words.ts";

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

// "/kls" that ends a line, and "JT:mw" or "JT/mw" alone on it.
const signOff = /(?:^|[\s])\/\/?([a-z]{2,3})[ \t]{0,8}(?=\r?\n|$)|^[ \t]{0,8}([A-Z]{2,3}[:/][a-z]{2,3})[ \t]{0,8}(?=\r?\n|$)/gm;

function signOffs(text: string, out: Finding[], sites?: Sites): void {
  for (const match of matchesOf(text, signOff, sites)) {
    const initialsOf = match[1] ?? match[2]!;
    const start = match.index + match[0].indexOf(initialsOf);
    out.push({ start, end: start + initialsOf.length, kind: "name", strength: "shaped", detector: "names", role: "provider" });
  }
}
