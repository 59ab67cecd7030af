import type { KindName } from "../../identifiers/kinds/index.ts";
import type { Detector, Finding, Role } from "../finding.ts";
import { tokensOf } from "../reading.ts";
import { gap, shape, type Tokens } from "../tokens.ts";
import { can, type Words } from "../words.ts";
import { probabilityOf, thresholdFor } from "./calibration.ts";
import { type Label, labelCount, labels } from "./labels.ts";
import { type Model, model } from "./model.ts";
import { createScorer, isBreak, type Scored } from "./scorer.ts";
import { hinge } from "./units.ts";

export interface TaggerOptions {
  /** The share of identifiers to be touched, on the held-out folds of its calibration; lowers the threshold. */
  readonly recallTarget?: number;
}

/** Tokens read at once: a text of any length takes bounded room. */
const stretch = 16_384;
/** A finding this likely counts as told by its context. */
const contextualFrom = 0.9;

/** A linear-chain conditional random field over words: names, organizations, places, dates and numbers by how clinicians write. */
export function createTagger(words: Words, options: TaggerOptions = {}, learned?: Model): Detector {
  const threshold = thresholdFor(options.recallTarget);
  let score: ((tokens: Tokens, from: number, to: number) => Scored) | undefined;
  return {
    name: "tagger",
    detect: (readings) =>
      readings.map((reading) => {
        score ??= createScorer(words, learned ?? model());
        const tokens = tokensOf(reading);
        const out: Finding[] = [];
        for (let from = 0; from < tokens.count; ) {
          const to = stretchEnd(tokens, from);
          findSpans(tokens, score(tokens, from, to), threshold, words, out);
          from = to;
        }
        return out;
      }),
  };
}

/** At a line end near the end of the stretch, where there is one. */
function stretchEnd(tokens: Tokens, from: number): number {
  const end = Math.min(tokens.count, from + stretch);
  if (end === tokens.count) return end;
  for (let at = end; at > end - stretch / 4; at--) if (tokens.gap[at]! >= gap.line) return at;
  return end;
}

function findSpans(tokens: Tokens, { units, chances }: Scored, threshold: number, words: Words, out: Finding[]): void {
  const { count, token, hinge: hinges } = units;
  for (let i = 0; i < count; ) {
    if (1 - chances[i * labelCount]! < threshold) {
      i++;
      continue;
    }
    const first = i;
    const label = likeliest(chances, i);
    let most = 0;
    for (; i < count; i++) {
      const chance = 1 - chances[i * labelCount]!;
      if (chance < threshold || (i > first && (likeliest(chances, i) !== label || parts(label, hinges[i]!, i - first)))) break;
      most = Math.max(most, chance);
    }
    const begin = token[first]!;
    const end = token[i - 1]! + 1;
    const score = probabilityOf(most);
    const role = label === "name" ? roleOf(tokens, begin, end, words) : label === "organization" ? "facility" : undefined;
    out.push({
      start: tokens.start[begin]!,
      end: tokens.end[end - 1]!,
      kind: kindOf(label, tokens, begin, end),
      strength: score >= contextualFrom ? "contextual" : "shaped",
      detector: "tagger",
      score,
      ...(role ? { role } : {}),
    });
  }
}

function likeliest(chances: Float64Array, unit: number): Label {
  let best = 1;
  for (let label = 2; label < labelCount; label++)
    if (chances[unit * labelCount + label]! > chances[unit * labelCount + best]!) best = label;
  return labels[best]!;
}

/** Whether two words of one label are two identifiers, by what stands between. */
function parts(label: Label, at: number, wordsBefore: number): boolean {
  if (isBreak(at) || at === hinge.wide || at === hinge.paragraph) return true;
  switch (at) {
    case hinge.none:
    case hinge.space:
    case hinge.hyphen:
    case hinge.point:
    case hinge.possessive:
      return false;
    case hinge.stop:
      return label === "number" && wordsBefore > 0;
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

function kindOf(label: Label, tokens: Tokens, begin: number, end: number): KindName {
  switch (label) {
    case "name":
      return "name";
    case "organization":
      return "facility";
    case "place":
      if (tokens.shape[begin] !== shape.number) return "city";
      return end - begin === 1 ? "zip" : "street-address";
    case "date":
      return "date";
    default: {
      const text = tokens.text.slice(tokens.start[begin], tokens.end[end - 1]);
      return text.includes("@") ? "email" : "unique-id";
    }
  }
}

function roleOf(tokens: Tokens, begin: number, end: number, words: Words): Role | undefined {
  let before = begin - 1;
  while (before > begin - 3 && tokens.shape[before] === shape.mark) before--;
  const said = before >= 0 && tokens.shape[before] !== shape.number ? words.of(tokens.lower(before)).can : 0;
  if (said & (can.providerTitle | can.providerRole)) return "provider";
  if (said & can.relative) return "relative";
  const next = tokens.at(end) === "," ? end + 1 : end;
  if (next < tokens.count && tokens.shape[next] === shape.upper && words.of(tokens.lower(next)).can & can.credential) return "provider";
  return said & can.patient ? "subject" : undefined;
}
