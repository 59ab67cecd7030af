import type { Tokens } from "../tokens.ts";
import { can, type Words } from "../words.ts";
import { type Label, labelCount, labels } from "./labels.ts";
import { isBreak, type Scored } from "./scorer.ts";
import { hinge } from "./units.ts";

/** Tokens `[begin, end)` that bear a label, and the chance of the likeliest word among them to bear any. */
export interface LabelledSpan {
  readonly label: Label;
  readonly begin: number;
  readonly end: number;
  readonly chance: number;
}

/** The share of the threshold that is asked of a word beside a marked one. */
const besideShare = 0.35;

/** Words that stand before names and are no part of them. */
const announcing = can.title | can.relative | can.patient | can.providerRole;

/** Words of one label in a row of which one has the threshold and each a share of it. */
export function labelledSpans(tokens: Tokens, { units, chances }: Scored, threshold: number, words: Words): LabelledSpan[] {
  const { count, token, hinge: hinges } = units;
  const out: LabelledSpan[] = [];
  const chanceOf = (i: number): number => 1 - chances[i * labelCount]!;
  const beside = threshold * besideShare;
  let done = 0;
  for (let i = 0; i < count; i++) {
    if (chanceOf(i) < threshold) continue;
    const label = likeliest(chances, i);
    const belongs = (at: number): boolean => chanceOf(at) >= beside && likeliest(chances, at) === label;
    const parted = (at: number, wordsBefore: number): boolean => parts(label, hinges[at]!, wordsBefore, lengthOf(tokens, token[at - 1]!));
    let first = i;
    while (first > done && belongs(first - 1) && !parted(first, 1)) first--;
    let chance = chanceOf(i);
    for (i++; i < count && belongs(i) && !parted(i, i - first); i++) chance = Math.max(chance, chanceOf(i));
    if (label === "name")
      while (first < i - 1 && words.of(tokens.lower(token[first]!)).can & announcing && chanceOf(first) < threshold) first++;
    out.push({ label, begin: token[first]!, end: token[i - 1]! + 1, chance });
    done = i;
    i--;
  }
  return out;
}

function lengthOf(tokens: Tokens, token: number): number {
  return tokens.end[token]! - tokens.start[token]!;
}

function likeliest(chances: Float64Array, unit: number): Label {
  let best = 1;
  for (let label = 2; label < labelCount; label++)
    if (chances[unit * labelCount + label]! > chances[unit * labelCount + best]!) best = label;
  return labels[best]!;
}

/** Whether two words of one label are two identifiers, by what stands between and the length of the first. */
function parts(label: Label, at: number, wordsBefore: number, lengthBefore: number): boolean {
  if (isBreak(at) || at === hinge.wide) return true;
  switch (at) {
    case hinge.none:
    case hinge.space:
    case hinge.hyphen:
    case hinge.point:
    case hinge.possessive:
      return false;
    case hinge.stop:
      // J. Ruiz, St. Anne, Sept. 3
      return label === "number" || lengthBefore > 4 || (label === "name" && lengthBefore > 2);
    case hinge.slash:
    case hinge.tight:
    case hinge.tightColon:
      return label === "name";
    case hinge.comma:
      return !(label === "date" || (label === "name" && wordsBefore === 1));
    case hinge.closed:
      return label !== "number" && label !== "name";
    case hinge.opened:
      return label !== "name";
    default:
      return true;
  }
}
