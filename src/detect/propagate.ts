import { kindByName } from "../identifiers/kinds/index.ts";
import { isEponymous } from "./context.ts";
import { findDays } from "./days.ts";
import { findElders } from "./elders.ts";
import type { Finding, Role } from "./finding.ts";
import { findInitials } from "./initials.ts";
import { isOneEditAway } from "./known.ts";
import { findMonthNames } from "./month-names.ts";
import { isCapital, type Sentence } from "./people.ts";
import { type Codes, findRepeats } from "./repeats.ts";
import { findShortened } from "./shortened.ts";
import { findSpelled } from "./spelled.ts";
import { gap, shape } from "./tokens.ts";
import { can } from "./words.ts";

/** What a text is sure of so far: words of names and places, and codes. A text read in windows hands it from one to the next. */
export interface Told {
  readonly parts: Map<string, Finding>;
  readonly codes: Codes;
}

export function createTold(): Told {
  return { parts: new Map(), codes: { spelled: new Map(), firsts: new Set() } };
}

/** Grows with every new thing told. */
export function sizeOf({ parts, codes }: Told): number {
  return parts.size + codes.spelled.size;
}

/**
 * Names, places and codes that one finding of this text is sure of, wherever else they stand in it: in parts, in other case,
 * misspelt by one letter, over a line break. `told` holds what to look for, and takes in what
 * `findings` tell.
 */
export function propagate(sentence: Sentence, findings: readonly Finding[], told = createTold()): Finding[] {
  const { tokens } = sentence;
  const { parts } = told;
  const inside = new Uint8Array(tokens.count);
  let at = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    while (at > 0 && tokens.end[at - 1]! > finding.start) at--;
    while (at < tokens.count && tokens.end[at]! <= finding.start) at++;
    const first = at;
    let end = at;
    while (end < tokens.count && tokens.start[end]! < finding.end) inside[end++] = 1;
    if (parts.size > mostParts) continue;
    const { category } = kindByName(finding.kind);
    if (category === "A") for (let i = first; i < end; i++) addPart(sentence, i, end - first, finding, parts);
    else if (category === "B" && end === first + 1) addPlace(sentence, first, finding, parts);
  }
  const short = findShortened(sentence, findings).concat(
    findInitials(sentence, findings),
    findDays(sentence, findings),
    findMonthNames(sentence, findings),
    findElders(sentence, findings),
    findSpelled(sentence, findings),
    findRepeats(sentence, findings, told.codes),
  );
  if (parts.size === 0) return short;
  // A text with more names than this is a roster; comparing each word with each name would take too long there.
  const long: string[] = [];
  if (parts.size <= 300) for (const [part, of] of parts) if (part.length >= 5 && kindByName(of.kind).category === "A") long.push(part);
  const out: Finding[] = short;
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.shape[i]!;
    if (inside[i] || kind === shape.mark || kind === shape.number) continue;
    const lower = tokens.lower(i);
    const word = sentence.word(i);
    let of = parts.get(lower);
    if (!of && long.length > 0 && lower.length >= 5 && isCapital(kind) && word.rank === 0 && !word.clinical && word.can === 0) {
      const meant = alike(lower, long);
      if (meant !== undefined) of = parts.get(meant);
    }
    // "mavs mom", "leonards place": nobody set the apostrophe.
    if (
      !of &&
      kind === shape.lower &&
      lower.length > 3 &&
      lower.charCodeAt(lower.length - 1) === 115 &&
      word.rank === 0 &&
      !word.clinical &&
      isOwned(sentence, i + 1)
    )
      of = parts.get(lower.slice(0, -1));
    if (!of) continue;
    if (kind === shape.lower && (lower.length < 4 || word.rank > 2 || word.clinical || word.can !== 0) && !isPersonHere(sentence, i, of))
      continue;
    if (isEponymous(sentence, i + 1)) continue;
    // "had his Foley removed", "Apgar 8 and 9"
    if (word.eponym && (tokens.shape[i + 1] === shape.number || /^(?:his|her|their|the|a|an|via)$/.test(tokens.lower(i - 1)))) continue;
    const begins = tokens.gap[i]! >= gap.line || /^[.?!:]$/.test(tokens.at(i - 1));
    if (
      isCapital(kind) &&
      word.rank > 8 &&
      begins &&
      !(of.role !== undefined && sentence.word(i + 1).can & can.afterName && !(word.can & can.afterName))
    )
      continue;
    const role: Role | undefined = of.role;
    out.push({
      start: tokens.start[i]!,
      end: tokens.end[i]!,
      kind: of.kind,
      strength: "contextual",
      detector: "known",
      ...(role ? { role } : {}),
    });
  }
  return out;
}

/** The first of `names` that a word is but for one letter. */
function alike(word: string, names: readonly string[]): string | undefined {
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    const more = name.length - word.length;
    if (more <= 1 && more >= -1 && isOneEditAway(word, name)) return name;
  }
  return undefined;
}

/** What people have, in small letters. */
function isOwned(sentence: Sentence, index: number): boolean {
  if (sentence.tokens.gap[index] !== gap.space) return false;
  return (
    (sentence.word(index).can & can.relative) !== 0 ||
    /^(?:place|house|home|cell|phone|number|room|car|truck|office|apt|apartment|meds|chart|address|birthday|pcp|doctor|nurse)$/.test(
      sentence.tokens.lower(index),
    )
  );
}

/** A plain word in small letters that is somebody's name in this text: `told will on the phone`, `consent with dawn`, `md round: love,`. */
function isPersonHere(sentence: Sentence, index: number, of: Finding): boolean {
  const { tokens } = sentence;
  const word = sentence.word(index);
  if (kindByName(of.kind).category !== "A" || of.strength === "shaped" || Math.max(word.given, word.surname) < 5) return false;
  // Only where people are written in small letters at all.
  if (!/[a-z]/.test(tokens.text[of.start] ?? "")) return false;
  const next = tokens.lower(index + 1);
  const ends = index + 1 >= tokens.count || tokens.gap[index + 1]! >= gap.line || tokens.shape[index + 1] === shape.mark;
  const before = tokens.lower(index - 1);
  const isObject = /^(?:told|called|with|asked|paged|saw|by|thanks|dr|doctor|miss|mr|mrs|ms|since|says|and)$/.test(before);
  const isSubject =
    /^(?:is|was|says|said|states|does|has|had|lives|called|comes|aware|on|here|passed|wants|will|reports|the|at|in|and)$/.test(next);
  if (tokens.shape[index - 1] === shape.mark && tokens.at(index - 1) === ":" && ends) return true;
  return isObject && (isSubject || ends);
}

/** A text with more words of names than this is a register of people; no note is. */
const mostParts = 20_000;

function addPart(sentence: Sentence, index: number, parts: number, finding: Finding, into: Map<string, Finding>): void {
  const { tokens } = sentence;
  const kind = tokens.shape[index]!;
  if (kind === shape.mark || kind === shape.number || kind === shape.initial) return;
  const lower = tokens.lower(index);
  const word = sentence.word(index);
  if (lower.length < 3 && !(kind === shape.capitalized && word.surname >= 8)) return;
  if (word.can & (can.title | can.suffix | can.particle | can.credential | can.neverName | can.relative | can.patient)) return;
  if (finding.strength === "shaped" && parts === 1) return;
  if (!into.has(lower)) into.set(lower, finding);
}

function addPlace(sentence: Sentence, index: number, finding: Finding, into: Map<string, Finding>): void {
  const word = sentence.word(index);
  if (
    word.rank < 4 &&
    !word.clinical &&
    word.can === 0 &&
    sentence.tokens.shape[index] !== shape.number &&
    !into.has(sentence.tokens.lower(index))
  )
    into.set(sentence.tokens.lower(index), finding);
}
