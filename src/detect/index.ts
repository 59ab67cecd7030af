import { createColumns } from "./columns.ts";
import { createEmployers } from "./employers.ts";
import type { Detector, Finding, Known, Reading } from "./finding.ts";
import { judgeByGrammar } from "./judge.ts";
import { isKept, trimmed, withoutBridges } from "./kept.ts";
import { createKnown } from "./known.ts";
import { createLabels } from "./labels.ts";
import { createLists, type Lists } from "./lists.ts";
import { createLoose } from "./loose.ts";
import { settledSpans } from "./marks.ts";
import { createMisread } from "./misread.ts";
import { createModel } from "./model.ts";
import { createNames, findNames } from "./names.ts";
import { createNumbers } from "./numbers.ts";
import { createOrganizations } from "./organizations.ts";
import { createPatterns } from "./patterns.ts";
import { sentenceOf } from "./people.ts";
import { createPlaces } from "./places.ts";
import { propagate, sizeOf, type Told } from "./propagate.ts";
import { decodedOf, readingOf, tokensOf } from "./reading.ts";
import { createReferences } from "./references.ts";
import { resolve } from "./resolve.ts";
import { createSignatures } from "./signatures.ts";
import { sitesIn } from "./sites.ts";
import { createTagger } from "./tagger/tagger.ts";
import { widen } from "./widen.ts";
import { inWindows, isLong, type WindowReader } from "./windows.ts";
import { createWords, type Words } from "./words.ts";

export type { Detector, Finding, Known } from "./finding.ts";
export { readingOf } from "./reading.ts";

/** How identifiers are looked for in prose. Plain data, so that it travels to workers. */
export interface Detection {
  /** Names of built-in detectors to leave out; `grammar` leaves out what compromise adds to `names`. */
  readonly without?: readonly string[];
  /** The share of identifiers that the tagger is to touch, as measured on notes held out of its training: `0.999` marks more. */
  readonly recallTarget?: number;
  /** The chance from which the tagger marks a word, from 0 to 1, instead of a recall to reach. */
  readonly threshold?: number;
  /** Words and phrases of your own to remove or to keep. */
  readonly lists?: Lists;
  /** The folder of a token classifier of your own; needs `@huggingface/transformers`, and makes `detectAll` give a promise. */
  readonly model?: string;
}

export interface DetectorOptions extends Detection {
  /** Detectors of your own, run after the built-in ones. */
  readonly also?: readonly Detector[];
}

/** The default ensemble. It remembers words it looked up, so make one and keep it for the run. */
export function createDetectors(options: DetectorOptions = {}): readonly Detector[] {
  const words = createWords();
  return ensemble(words, options)
    .filter(({ name }) => !options.without?.includes(name))
    .concat(
      options.lists ? [createLists(options.lists)] : [],
      options.model === undefined ? [] : [createModel({ folder: options.model })],
      options.also ?? [],
    );
}

/**
 * Tokens up to which the grammar judges names that cheaper evidence leaves undecided: texts of fewer words than the tagger
 * reads. In longer ones it moved no figure by a tenth of a point on notes whose authors the tagger had not read, for two
 * fifths of the time.
 */
const shortText = 8;

function ensemble(words: Words, { recallTarget, threshold, without }: Detection = {}): Detector[] {
  return [
    createPatterns(),
    createNumbers(),
    createLabels(words),
    createKnown(words),
    createPlaces(words),
    createNames(words, without?.includes("grammar") ? undefined : judgeByGrammar, without?.includes("tagger") ? undefined : shortText),
    createLoose(words),
    createOrganizations(words),
    createEmployers(words),
    createReferences(),
    createColumns(),
    createMisread(),
    createSignatures(words),
    createTagger(words, { ...(recallTarget !== undefined && { recallTarget }), ...(threshold !== undefined && { threshold }) }),
  ];
}

// The ensemble without options is always the same, so it is made once, when first asked for.
let shared: { readonly words: Words; readonly detectors: readonly Detector[] } | undefined;

function standard(): { readonly words: Words; readonly detectors: readonly Detector[] } {
  if (!shared) {
    const words = createWords();
    shared = { words, detectors: ensemble(words) };
  }
  return shared;
}

let isReady = false;

/**
 * Tells the scan the patterns of all detectors, by a text in which none of them begins: the first text is scanned already, and
 * expressions that have no place in it are not compiled.
 */
function readyScan(): void {
  if (isReady) return;
  isReady = true;
  const readings = [readingOf("\n\n")];
  for (const detector of standard().detectors) if (detector.name !== "tagger") detector.detect(readings, []);
}

/** Findings of every text, in offsets of the text as given, ascending and disjoint. A promise when a detector gives one. */
export function detectAll(
  texts: readonly string[],
  known: readonly (Known | undefined)[] = [],
  detectors: readonly Detector[] = standard().detectors,
): Finding[][] | Promise<Finding[][]> {
  if (texts.some(isLong)) return detectLong(texts, known, detectors);
  readyScan();
  const readings = texts.map(readingOf);
  const claims = detectors.map((detector) => detector.detect(readings, known));
  if (claims.every((claim) => Array.isArray(claim)))
    return texts.map((text, i) => settle(text, readings[i]!, claims as Finding[][][], i, detectors));
  return Promise.all(claims).then((all) => texts.map((text, i) => settle(text, readings[i]!, all, i, detectors)));
}

/** As `detectAll`, one text after the other, those that are too long for one reading in windows. */
function detectLong(
  texts: readonly string[],
  known: readonly (Known | undefined)[],
  detectors: readonly Detector[],
): Finding[][] | Promise<Finding[][]> {
  const each = texts.map((text, i) =>
    isLong(text) ? findLong(text, windowReader(known[i], detectors)) : first(detectAll([text], [known[i]], detectors)),
  );
  return each.every((found) => Array.isArray(found)) ? (each as Finding[][]) : Promise.all(each);
}

/** Decoded before it is cut: only the head of a text says that all of it is RTF or HTML. */
function findLong(text: string, reader: WindowReader): Finding[] | Promise<Finding[]> {
  const reading = decodedOf(text);
  const found = inWindows(reading.text, reader);
  if (reading.text === text) return found;
  return Array.isArray(found) ? inSource(found, reading) : found.then((all) => inSource(all, reading));
}

function inSource(found: readonly Finding[], reading: Reading): Finding[] {
  return resolve(
    found.map((finding) => {
      const [start, end] = reading.toSource(finding.start, finding.end);
      return { ...finding, start, end };
    }),
  );
}

function first(found: Finding[][] | Promise<Finding[][]>): Finding[] | Promise<Finding[]> {
  return Array.isArray(found) ? found[0]! : found.then(([only]) => only!);
}

function windowReader(known: Known | undefined, detectors: readonly Detector[]): WindowReader {
  return {
    read(window, told) {
      const reading = readingOf(window);
      const claims = detectors.map((detector) => detector.detect([reading], [known]));
      return claims.every((claim) => Array.isArray(claim))
        ? settle(window, reading, claims as Finding[][][], 0, detectors, told)
        : Promise.all(claims).then((all) => settle(window, reading, all, 0, detectors, told));
    },
    reread: (window, told) => settle(window, readingOf(window), [], 0, detectors, told),
  };
}

/** Findings of one text by the default ensemble. */
export function findAll(text: string, known?: Known): Finding[] {
  // None of the built-in detectors gives a promise.
  return (detectAll([text], [known]) as Finding[][])[0]!;
}

/** Puts the claims of all detectors on one text together: repeats them over the text, keeps off what is settled, joins overlaps. */
function settle(
  text: string,
  reading: Reading,
  claims: readonly (readonly Finding[][])[],
  index: number,
  detectors: readonly Detector[],
  told?: Told,
): Finding[] {
  let found: Finding[] = [];
  for (const claim of claims) for (const finding of claim[index] ?? []) found.push(finding);
  const spared = detectors.flatMap(({ spares }) => (spares ? [spares(reading)] : []));
  for (const spans of spared) found = withoutSpared(found, spans);
  if (found.length === 0 && !(told && sizeOf(told) > 0)) return found;
  const sentence = sentenceOf(tokensOf(reading), standard().words);
  found = found.flatMap((finding) => {
    const rest = trimmed(sentence, finding);
    return rest === null || isKept(sentence, rest) ? [] : [rest];
  });
  found = withoutBridges(sentence, found);
  found = found.concat(widen(sentence, found));
  const again = propagate(sentence, found, told);
  found = found.concat(again, widen(sentence, again));
  const settled = settledSpans(reading.text, () => sitesIn(reading));
  if (settled.length > 0) found = found.flatMap((finding) => outside(finding, settled, reading.text));
  for (const spans of spared) found = withoutSpared(found, spans);
  const resolved = resolve(found, reading.text);
  return reading.text === text ? resolved : inSource(resolved, reading);
}

/** Without what lies wholly in a spared span, unless a record says that it is an identifier. */
function withoutSpared(found: Finding[], spared: readonly (readonly [number, number])[]): Finding[] {
  if (spared.length === 0) return found;
  return found.filter(({ start, end, strength }) => {
    if (strength === "declared" || strength === "known") return true;
    let low = 0;
    let high = spared.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spared[middle]![1] < end) low = middle + 1;
      else high = middle;
    }
    return low === spared.length || spared[low]![0] > start;
  });
}

/** What is left of a finding outside settled spans: the part before, the part behind, where a letter or digit stands in it. */
function outside(finding: Finding, settled: readonly (readonly [number, number])[], text: string): Finding[] {
  const out: Finding[] = [];
  let { start } = finding;
  // Settled spans are in order and do not overlap, so the first that matters is found by halving.
  let low = 0;
  let high = settled.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (settled[middle]![1] <= start) low = middle + 1;
    else high = middle;
  }
  for (; low < settled.length && settled[low]![0] < finding.end; low++) {
    const [from, to] = settled[low]!;
    if (from > start && saysMore(text.slice(start, from))) out.push({ ...finding, start, end: from });
    start = Math.max(start, to);
  }
  if (start === finding.start) return [finding];
  if (start < finding.end && saysMore(text.slice(start, finding.end))) out.push({ ...finding, start });
  return out;
}

/** Whether what is left of a finding beside a mark is more than a title: `Dr.` of `Dr. (REDACTED)`. */
function saysMore(rest: string): boolean {
  return /[A-Za-z0-9]{2}/.test(rest) && !/^\s{0,3}(?:Dr|Mr|Mrs|Ms|Miss|Prof|MD|RN)\.?\s{0,3}$/i.test(rest);
}

/** Whether any identifier stands in a header, an object key or a file name. */
export function holdsIdentifier(text: string): boolean {
  if (text.length < 2) return false;
  if (findAll(text).length > 0 || looksLikeName(text)) return true;
  const spaced = text
    .replace(/(?<=[A-Za-z])[-_.]?(?=\d)/g, " ")
    .replace(/(?<=\d)[-_.]?(?=[A-Za-z])/g, " ")
    .replaceAll("_", " ");
  // In words made of a label's parts a name alone means little (`valueUri`); a number or a date means as much as ever.
  return spaced !== text && findAll(spaced).some(({ start, end }) => /\d/.test(spaced.slice(start, end)));
}

/** Whether a header, an object key or a file name is a person's name: `Maria Lopez`, `smith_john`, `Alfonzo975_McKenzie376`. */
export function looksLikeName(text: string): boolean {
  const { words } = standard();
  const parts = spelledOut(readingOf(text).text)
    .split(/[^A-Za-z']{1,20}/)
    .filter((part) => part.length > 1);
  if (parts.length === 0 || parts.length > 5) return false;
  const sentence = sentenceOf(tokensOf(readingOf(parts.map(capitalized).join(" "))), words);
  const found = findNames(sentence);
  return (
    found.some(({ start, end }) => end - start >= sentence.tokens.text.length * 0.5 && parts.length > 1) ||
    (parts.length === 1 && found.length > 0 && parts[0]!.length > (parts[0] === parts[0]!.toUpperCase() ? 4 : 2))
  );
}

/** `Alfonzo975_McKenzie376` and `smith_john.txt` as words. */
function spelledOut(text: string): string {
  return text
    .replace(/\.[A-Za-z]{2,5}$/, "")
    .replace(/[_.]/g, " ")
    .replace(/(?<=[A-Za-z])\d{1,6}(?=\s|$)/g, "")
    .replace(/(?<=[a-z]{3})(?=[A-Z][a-z])/g, " ")
    .trim();
}

function capitalized(word: string): string {
  return word === word.toUpperCase() || word === word.toLowerCase() ? word[0]!.toUpperCase() + word.slice(1).toLowerCase() : word;
}
