import type { Kind } from "../identifiers/kind.ts";
import { type KindName, kindByName, kinds } from "../identifiers/kinds/index.ts";
import { abbreviations } from "../identifiers/label-words.ts";
import type { Detector, Finding } from "./finding.ts";
import { isCapital, isPart, nameEnd, type Sentence, sentenceOf } from "./people.ts";
import { tokensOf } from "./reading.ts";
import { gap, shape } from "./tokens.ts";
import { can, type Words } from "./words.ts";

/** Values that a label announces: `MRN# 00-12-345`, `Hospital no.\n\n883120`, `PATIENT=JOHN|ROE`, `DOB01021950`. */
export function createLabels(words: Words): Detector {
  const labels = labelTree();
  return {
    name: "labels",
    detect: (readings) => readings.map((reading) => findLabelled(sentenceOf(tokensOf(reading), words), labels)),
  };
}

interface Labelled {
  readonly kind: Kind;
  /** The label counts only when nothing else belongs to it. */
  readonly whole: boolean;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly ends: Labelled[];
}

interface Root extends Node {
  /** `next` by the words that a note writes: few begin a label, and one look-up tells. */
  readonly begins: Map<string, Node>;
}

/** All labels of all kinds, word by word. */
export function labelTree(): Root {
  const root: Root = { next: new Map(), ends: [], begins: new Map() };
  for (const kind of kinds) for (const label of kind.labels) plant(root, label, kind);
  for (const label of planLabels) plant(root, label, kindByName("member-id"));
  for (const word of [...root.next.keys(), ...meanings.keys()]) {
    const node = root.next.get(meanings.get(word) ?? word);
    if (node) root.begins.set(word, node);
  }
  return root;
}

function plant(root: Node, label: string, kind: Kind): void {
  const whole = label.startsWith("=");
  let node = root;
  for (const word of (whole ? label.slice(1) : label).split(" ")) {
    const next = node.next.get(word) ?? { next: new Map(), ends: [] };
    node.next.set(word, next);
    node = next;
  }
  node.ends.push({ kind, whole });
}

/** What stands for the word `number` in a label. */
const numberWords = new Set(["no", "nr", "num", "nbr", "nos", "numb", "number", "numbers", "numero", "#", "n"]);
const idWords = new Set(["id", "ids", "identifier", "code", "number"]);

export function findLabelled(sentence: Sentence, root: Root): Finding[] {
  const { tokens } = sentence;
  const out: Finding[] = [];
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.shape[i]!;
    if (kind === shape.mark) continue;
    if (kind === shape.number) {
      gluedLabel(sentence, i, root, out);
      continue;
    }
    const label = longestLabel(sentence, i, root);
    if (!label) continue;
    const end = labelled(sentence, i, label, out);
    if (end > i) i = end - 1;
  }
  return out;
}

interface Label {
  readonly end: number;
  readonly ends: readonly Labelled[];
  /** A word that asks for a number closes it: `no.`, `#`, `id`. */
  readonly asks: boolean;
}

/** Short forms of notes, besides those that headers use too. */
const longForms: ReadonlyMap<string, string> = new Map([
  ["reg", "registration"],
  ["medrec", "mrn"],
  ["emr", "mrn"],
  ["ehr", "mrn"],
]);

/** What notes call the number of a health plan without saying number. They count where a long number follows. */
const planLabels = ["insurance", "plan", "health plan", "insurance policy", "insurance plan", "coverage", "hmo", "ppo", "hbn", "policy"];

/** What a word of a note stands for in a label, where that is another word. */
const meanings: ReadonlyMap<string, string> = new Map([
  ...[...abbreviations].flatMap(([short, words]): [string, string][] => (words.length === 1 ? [[short, words[0]!]] : [])),
  ...longForms,
  ...[...numberWords].map((word): [string, string] => [word, "number"]),
]);

function wordAt(sentence: Sentence, index: number): string {
  const lower = sentence.tokens.lower(index);
  return meanings.get(lower) ?? lower;
}

function longestLabel(sentence: Sentence, index: number, root: Root): Label | undefined {
  const { tokens } = sentence;
  const form = tokens.form[index]!;
  if (form.labels !== root) {
    form.labels = root;
    form.label = root.begins.get(form.lower);
  }
  if (form.label === undefined) return undefined;
  let node = form.label as Node;
  let at = index + 1;
  let best: Label | undefined;
  for (let words = 0; words < 8; words++) {
    if (node.ends.length > 0) best = { end: at, ends: node.ends, asks: idWords.has(wordAt(sentence, at - 1)) };
    while (
      tokens.shape[at] === shape.mark &&
      /^[._'/-]$/.test(tokens.at(at)) &&
      tokens.gap[at]! <= gap.space &&
      tokens.gap[at + 1]! <= gap.space &&
      node.next.has(wordAt(sentence, at + 1))
    )
      at++;
    if (at >= tokens.count || tokens.gap[at]! > gap.line) break;
    const next: Node | undefined = node.next.get(wordAt(sentence, at));
    if (!next) break;
    node = next;
    at++;
  }
  // "MRN number", "policy no. id": what asks for a number may follow any label.
  if (best) {
    let end = best.end;
    let asks = best.asks;
    while (end < tokens.count && tokens.gap[end]! <= gap.space) {
      const word = wordAt(sentence, end);
      if (word === "number" || word === "id" || word === "identifier") {
        asks = true;
        end++;
        continue;
      }
      if (tokens.at(end) === "." && asks) {
        end++;
        continue;
      }
      break;
    }
    if (end > best.end) best = { ...best, end, asks };
  }
  return best;
}

/** The finding that a label leads to; the end of its value in tokens, or 0. */
function labelled(sentence: Sentence, index: number, label: Label, out: Finding[]): number {
  const { tokens } = sentence;
  let at = label.end;
  let hard = label.asks;
  let own = false;
  for (let marks = 0; marks < 4 && at < tokens.count; marks++) {
    const mark = tokens.shape[at] === shape.mark ? tokens.at(at) : "";
    if (mark === ":" || mark === "=") {
      hard = true;
      own = true;
      at++;
    } else if (mark === "#") {
      hard = true;
      at++;
    } else if (
      (mark === "(" || mark === "[" || mark === '"' || mark === "'" || mark === ">" || mark === "*") &&
      tokens.gap[at]! <= gap.space
    )
      at++;
    else if ((mark === "." || mark === ")") && tokens.gap[at] === gap.none && !own) at++;
    else if (mark === "-" && tokens.gap[at]! === gap.space && tokens.gap[at + 1] === gap.space) at++;
    else if (mark === "" && /^(?:is|was|of|are|es)$/.test(tokens.lower(at))) {
      at++;
    } else break;
  }
  if (at >= tokens.count) return 0;
  const distance = tokens.gap[at]!;
  if (distance > gap.line && !(hard && isAloneOnLine(sentence, at))) return 0;
  if (distance === gap.line && !hard) return 0;
  const begins =
    index === 0 || tokens.gap[index]! > gap.space || tokens.shape[index - 1] === shape.mark || tokens.shape[index - 1] === shape.number;
  // "Specimen: 2 cores": behind a word that is more than a label a number must be long.
  const isWord = label.end === index + 1 && sentence.word(index).rank > 0;
  for (const { kind, whole } of label.ends) {
    // `=emp` in running text: its own mark must follow, or a long number behind a word that is nothing but a label.
    if (whole && !(begins && own) && !(label.end === index + 1 && sentence.word(index).rank === 0 && countDigits(tokens.lower(at)) >= 4))
      continue;
    // "out with pt 0544", "report to RN 0715": a time of day.
    if (
      !own &&
      !label.asks &&
      label.end === index + 1 &&
      /^(?:[01]\d|2[0-3])[0-5]\d$/.test(tokens.lower(at)) &&
      /^(?:pt|rn|lpn|provider|patient|np|md)$/.test(tokens.lower(index))
    )
      continue;
    const end = valueAt(sentence, at, kind, hard, own ? (isWord || whole ? 3 : 1) : 0, out);
    if (end > 0) return end;
  }
  return 0;
}

function isAloneOnLine(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  let at = index;
  while (at < tokens.count && (at === index || tokens.gap[at]! <= gap.space)) at++;
  return at - index <= 6 && tokens.shape[index] === shape.number;
}

/**
 * Finds the value of `kind` at token `at`; the end in tokens, or 0 when what stands there cannot be one. `own` is 0
 * without a colon before it, else the fewest digits it must have.
 */
function valueAt(sentence: Sentence, at: number, kind: Kind, hard: boolean, own: number, out: Finding[]): number {
  if (kind.category === "A") return own > 0 ? nameValue(sentence, at, kind.name as KindName, out) : 0;
  if (kind.category === "B" || kind.category === "P" || kind.category === "Q") return own > 0 ? wordsValue(sentence, at, kind, out) : 0;
  const end = numberValue(sentence, at, kind, hard, own, out);
  // Employers and handles are words; kinds that are numbers accept none.
  const isWords = own > 0 && kind.category !== "C" && sentence.tokens.shape[at] !== shape.number;
  return end > 0 || !isWords ? end : wordsValue(sentence, at, kind, out);
}

function nameValue(sentence: Sentence, at: number, kind: KindName, out: Finding[]): number {
  const { tokens } = sentence;
  if (tokens.gap[at]! > gap.line) return 0;
  if (!isCapital(tokens.shape[at])) return smallName(sentence, at, kind, out);
  let first = at;
  while (sentence.word(first).can & can.title && isCapital(tokens.shape[first + 1])) first++;
  const word = sentence.word(first);
  if (word.can & (can.neverName | can.month | can.weekday) && word.surname < 9) return 0;
  if (word.clinical && word.given < 6 && word.surname < 9) return 0;
  if (word.rank > 7 && Math.max(word.given, word.surname) < 6) return 0;
  let end = nameEnd(sentence, first, 3);
  // SMITH,JOHN and JOHN|ROE^A
  while (
    (tokens.at(end) === "," || tokens.at(end) === "|" || tokens.at(end) === "^") &&
    tokens.gap[end] === gap.none &&
    tokens.gap[end + 1]! <= gap.space &&
    isCapital(tokens.shape[end + 1]) &&
    (isPart(sentence, end + 1, 3) || tokens.at(end) !== ",")
  ) {
    if (sentence.word(end + 1).can & can.credential && tokens.at(end) === ",") break;
    end = nameEnd(sentence, end + 1, 2);
  }
  out.push({ start: tokens.start[first]!, end: tokens.end[end - 1]!, kind, strength: "labelled", detector: "labels" });
  return end;
}

/** `Full name: quinnella brakespeare`: one to four words in small letters that are no ordinary ones, and then the line ends. */
function smallName(sentence: Sentence, at: number, kind: KindName, out: Finding[]): number {
  const { tokens } = sentence;
  let end = at;
  while (end < tokens.count && end < at + 4 && tokens.shape[end] === shape.lower && (end === at || tokens.gap[end]! <= gap.space)) {
    const word = sentence.word(end);
    const isName = Math.max(word.given, word.surname) > 0;
    if (word.rank > (isName ? 6 : 2) || (word.clinical && !isName)) return 0;
    end++;
  }
  if (end === at || (end < tokens.count && tokens.gap[end]! <= gap.space && tokens.shape[end] !== shape.mark)) return 0;
  out.push({ start: tokens.start[at]!, end: tokens.end[end - 1]!, kind, strength: "labelled", detector: "labels" });
  return end;
}

/** The rest of the line up to a wide gap or the next label, where the kind accepts it. */
function wordsValue(sentence: Sentence, at: number, kind: Kind, out: Finding[]): number {
  const { tokens } = sentence;
  if (tokens.gap[at]! > gap.line || tokens.shape[at] === shape.mark) return 0;
  let end = at + 1;
  while (
    end < tokens.count &&
    end < at + 14 &&
    tokens.gap[end]! <= gap.space &&
    !/^[;|<>()[\]:=]$/.test(tokens.at(end)) &&
    !(tokens.at(end) === "." && tokens.gap[end + 1]! > gap.none)
  )
    end++;
  // A label of its own stands before a colon.
  if (tokens.at(end) === ":" || tokens.at(end) === "=") while (end > at && tokens.gap[end] !== gap.wide && tokens.at(end) !== ",") end--;
  while (end > at && tokens.shape[end - 1] === shape.mark) end--;
  if (end <= at) return 0;
  const start = tokens.start[at]!;
  const value = tokens.text.slice(start, tokens.end[end - 1]);
  const first = sentence.word(at);
  if (tokens.shape[at] === shape.lower && first.rank > 5) return 0;
  // "Plan: colchicine 0.6 mg", "Coverage: Zosyn 3.375 g"
  if (kind.domain === "record" && !/\d{4}|\d[A-Z]|[A-Z]\d|\d-\d/.test(value)) return 0;
  if (kind.domain === "record" && (first.clinical || (tokens.shape[at] === shape.lower && first.rank > 0) || amount.test(value))) return 0;
  if (kind.accepts ? !kind.accepts(value) : kind.matches(value) === null) return 0;
  out.push({ start, end: tokens.end[end - 1]!, kind: kind.name as KindName, strength: "labelled", detector: "labels" });
  return end;
}

const amount =
  /\d ?(?:mg|mcg|ml|mL|cc|g|gm|kg|units?|u|iu|meq|mmol|tabs?|caps?|puffs?|%|x|weeks?|wks?|days?|months?|mos?|hours?|hrs?|times)(?![A-Za-z])/i;

/** Letters and digits, joined by single marks, and further groups of digits behind single spaces. */
function numberValue(sentence: Sentence, at: number, kind: Kind, hard: boolean, own: number, out: Finding[]): number {
  const { tokens } = sentence;
  let first = at;
  if (tokens.shape[first] === shape.mark && /^[#+(]$/.test(tokens.at(first))) first++;
  let end = first;
  let digits = 0;
  // "DEA: BR 4821194", "Plate: KRX 482"
  if (
    (own > 0 || ((hard || countDigits(tokens.lower(first + 1)) > 3) && kind.domain === "record" && !sentence.word(first).clinical)) &&
    tokens.shape[first] === shape.upper &&
    tokens.end[first]! - tokens.start[first]! <= (kind.domain === "record" ? 4 : 3) &&
    tokens.gap[first + 1] === gap.space &&
    isDigits(tokens.lower(first + 1))
  ) {
    digits = countDigits(tokens.lower(first + 1));
    end = first + 2;
  }
  while (end < tokens.count && end < first + 14) {
    const kindOf = tokens.shape[end]!;
    if (end > first && tokens.gap[end]! > gap.none) {
      // "123 45 6789"
      if (
        !(
          tokens.gap[end] === gap.space &&
          kindOf === shape.number &&
          isDigits(tokens.lower(end)) &&
          isDigits(tokens.lower(end - 1)) &&
          digits < 16
        )
      )
        break;
    }
    if (kindOf === shape.mark) {
      if (!/^[-./:_()@]$/.test(tokens.at(end)) || end === first) break;
      if (tokens.at(end) === ":" && /\d[a-z]{3,12}$/.test(tokens.lower(end - 1))) break;
      if (
        end + 1 >= tokens.count ||
        tokens.gap[end + 1]! > (tokens.at(end) === ")" ? gap.space : gap.none) ||
        tokens.shape[end + 1] === shape.mark
      )
        break;
    } else if (kindOf === shape.number) digits += countDigits(tokens.lower(end));
    end++;
  }
  while (end > first && tokens.shape[end - 1] === shape.mark) end--;
  if (end <= first || digits === 0 || digits < (own || (hard ? 3 : 4))) return 0;
  const start = tokens.start[first]!;
  // 01/02/1950MRN:123 ends where the next label begins.
  const tail = /^[:#=]$/.test(tokens.at(end)) ? (/\d([a-z]{3,12})$/.exec(tokens.lower(end - 1))?.[1]?.length ?? 0) : 0;
  const stop = tokens.end[end - 1]! - tail;
  const value = tokens.text.slice(start, stop);
  if (value.length < 2 && own === 0) return 0;
  // "MR 2017 not available", "the policy (2023)", "policy 7.01.146": a year, a section.
  if (own === 0 && /^(?:19|20)\d{2}$|^\d{1,2}(?:\.\d{1,3}){1,3}$/.test(value) && kind.category !== "C" && kind.category !== "O") return 0;
  // A range of reference: 3.5-5.0
  if (/^\d{1,4}\.\d{1,3}(?:-\d{1,4}(?:\.\d{1,3})?)?$/.test(value) && kind.category !== "C") return 0;
  if (kind.category !== "C" && digits < 4 && sentence.isUnit(tokens.lower(end)) && tokens.gap[end]! <= gap.space) return 0;
  // "pt 0544", "policy (2023)", "policy 7.01.146": a time, a year, a section.
  if (
    own === 0 &&
    /^(?:(?:[01]\d|2[0-3])[0-5]\d|(?:19|20)\d{2}|\d{1,2}(?:\.\d{1,3}){1,3})$/.test(value) &&
    kind.category !== "C" &&
    !(hard && tokens.at(at - 1) === "#")
  )
    return 0;
  // In doubt, remove: what a label with a mark of its own announces is one, also misspelt.
  const isAnnounced = own > 0 && kind.category !== "C" && (digits >= 5 || (end === first + 2 && tokens.shape[first] === shape.upper));
  if (!isAnnounced && kind.accepts && !kind.accepts(value)) return 0;
  if (kind.category === "C" && value.length < 4) return 0;
  out.push({
    start: tokens.start[first]! - (tokens.at(first - 1) === "+" && tokens.gap[first] === gap.none ? 1 : 0),
    end: stop,
    kind: kind.name as KindName,
    strength: "labelled",
    detector: "labels",
  });
  return tail > 0 ? end - 1 : end;
}

const isLetter = (code: number): boolean => code >= 97 && code <= 122;

/** `DOB01021950`; and `1950MRN:12345678`, where a label begins inside what looks like one word. */
function gluedLabel(sentence: Sentence, index: number, root: Root, out: Finding[]): void {
  const { tokens } = sentence;
  const lower = tokens.lower(index);
  const head = isLetter(lower.charCodeAt(0)) ? /^([a-z]{3,12})#?(\d[\da-z]{3,19})$/.exec(lower) : null;
  if (head) {
    for (const { kind } of root.next.get(head[1]!)?.ends ?? []) {
      if (kind.category === "A" || kind.category === "B") continue;
      const start = tokens.end[index]! - head[2]!.length;
      if (kind.accepts && !kind.accepts(tokens.text.slice(start, tokens.end[index]))) continue;
      out.push({ start, end: tokens.end[index]!, kind: kind.name as KindName, strength: "labelled", detector: "labels" });
      return;
    }
  }
  const tail = isLetter(lower.charCodeAt(lower.length - 1)) ? /\d([a-z]{3,12})$/.exec(lower) : null;
  if (tail && (tokens.at(index + 1) === ":" || tokens.at(index + 1) === "#" || tokens.at(index + 1) === "=")) {
    const ends = root.next.get(tail[1]!)?.ends;
    if (ends && ends.length > 0) labelled(sentence, index, { end: index + 1, ends, asks: true }, out);
  }
}

function isDigits(text: string): boolean {
  return /^\d{1,12}$/.test(text);
}

function countDigits(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) count++;
  }
  return count;
}
