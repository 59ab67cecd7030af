import type { KindName } from "../identifiers/kinds/index.ts";
import type { Detector, Finding } from "./finding.ts";
import { idWords, type Labelled, labelTree, meanings, type Node, type Root } from "./label-tree.ts";
import { countDigits, isLetter, valueAt } from "./labelled-values.ts";
import { type Sentence, sentenceOf } from "./people.ts";
import { tokensOf } from "./reading.ts";
import { gap, shape } from "./tokens.ts";
import type { Words } from "./words.ts";

/** Values that a label announces: `MRN# 00-12-345`, `Hospital no.\n\n883120`, `PATIENT=JOHN|ROE`, `DOB01021950`. */
export function createLabels(words: Words): Detector {
  const labels = labelTree();
  return {
    name: "labels",
    detect: (readings) => readings.map((reading) => findLabelled(sentenceOf(tokensOf(reading), words), labels)),
  };
}

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
export function labelled(sentence: Sentence, index: number, label: Label, out: Finding[]): number {
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
