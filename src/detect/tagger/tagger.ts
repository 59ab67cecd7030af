import type { KindName } from "../../identifiers/kinds/index.ts";
import type { Detector, Finding, Role } from "../finding.ts";
import { tokensOf } from "../reading.ts";
import { gap, shape, type Tokens } from "../tokens.ts";
import { can, type Words } from "../words.ts";
import { probabilityOf, thresholdFor } from "./calibration.ts";
import type { Label } from "./labels.ts";
import { type Model, model } from "./model.ts";
import { createScorer, type Scored } from "./scorer.ts";
import { type LabelledSpan, labelledSpans } from "./spans.ts";

export interface TaggerOptions {
  /** The share of identifiers to be touched, on the held-out folds of its calibration; lowers the threshold. */
  readonly recallTarget?: number;
  /** The chance from which a word is marked, instead. */
  readonly threshold?: number;
  /** Whether the score is the chance as the field has it, to calibrate by, and not what became of such chances. */
  readonly uncalibrated?: boolean;
}

/** Tokens read at once: a text of any length takes bounded room. */
const stretch = 16_384;
/** Characters of an address that are looked at. */
const longestAddress = 200;
/** Words that a text needs: without context, in a cell or a heading, the tagger guesses by the word alone. */
const fewestWords = 5;
/** Below as many words there is little context, and more is asked of a word where nobody asks for more recall. */
const fewWords = 15;
const inFewWords = 0.5;
/** A finding this likely counts as told by its context. */
const contextualFrom = 0.9;
/** The chance from which a number is marked, where nobody asks for more. */
const numbersFrom = 0.6;

/** A linear-chain conditional random field over words: names, organizations, places, dates and numbers by how clinicians write. */
export function createTagger(words: Words, options: TaggerOptions = {}, learned?: Model): Detector {
  const threshold = options.threshold ?? thresholdFor(options.recallTarget);
  // Rules find numbers better than they find names, and what looks like a number is more often a result.
  const isDefault = threshold === thresholdFor();
  const leastOf = (label: Label, words: number): number =>
    !isDefault ? threshold : label === "number" ? numbersFrom : words < fewWords ? inFewWords : threshold;
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
          const scored = score(tokens, from, to);
          if (scored.units.count >= fewestWords)
            for (const span of labelledSpans(tokens, scored, threshold, words))
              if (span.chance >= leastOf(span.label, scored.units.count) && !isInAddress(tokens, span))
                out.push(findingOf(tokens, span, words, options));
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

/** Addresses on the web are whole or not at all, and some name a standard: their pattern knows. */
function isInAddress({ text, start, end }: Tokens, { begin, end: stop }: LabelledSpan): boolean {
  const first = start[begin]!;
  let from = first;
  while (from > 0 && first - from < longestAddress && text.charCodeAt(from - 1) > 32) from--;
  return text.slice(from, end[stop - 1]! + 3).includes("://");
}

function findingOf(tokens: Tokens, { label, begin, end, chance }: LabelledSpan, words: Words, { uncalibrated }: TaggerOptions): Finding {
  const score = uncalibrated ? chance : probabilityOf(chance);
  const role = label === "name" ? roleOf(tokens, begin, end, words) : label === "organization" ? "facility" : undefined;
  let [from, to] = [tokens.start[begin]!, tokens.end[end - 1]!];
  if (label === "date") [from, to] = dateBounds(tokens.text, from, to);
  return {
    start: from,
    end: to,
    kind: kindOf(label, tokens, begin, end, words),
    strength: score >= contextualFrom ? "contextual" : "shaped",
    detector: "tagger",
    score,
    ...(role ? { role } : {}),
  };
}

/** A label glued to a date is none of it (`DOB01/02/1950MRN`); a time of day joined to a whole date is. */
function dateBounds(text: string, start: number, end: number): [number, number] {
  const value = text.slice(start, end);
  const before = /^[A-Za-z]{3,8}(?=\d{1,2}[-/.]?\d)/.exec(value)?.[0] ?? "";
  const from = before !== "" && !isMonth(before.toLowerCase()) ? start + before.length : start;
  const behind = /(?<=\d)[A-Za-z]{3,8}$/.exec(value)?.[0] ?? "";
  const to = behind !== "" && !isMonth(behind.toLowerCase()) ? end - behind.length : end;
  const clock = /\d{4}$/.test(text.slice(from, to)) ? timeOfDay.exec(text.slice(to, to + 20)) : null;
  return [from, to + (clock?.[0].length ?? 0)];
}

const timeOfDay = /^(?:,? {1,2}| at |T)\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\b)?/;
const isMonth = (word: string): boolean => /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)/.test(word);

function kindOf(label: Label, tokens: Tokens, begin: number, end: number, words: Words): KindName {
  const text = tokens.text.slice(tokens.start[begin], tokens.end[end - 1]);
  switch (label) {
    case "name":
      return "name";
    case "organization":
      return "facility";
    case "place":
      if (tokens.shape[begin] !== shape.number) return "city";
      if (end - begin > 1) return "street-address";
      return isBehindState(tokens, begin, words) || tokens.at(begin - 1) === "," ? "zip" : "unique-id";
    case "date":
      // Where dates may stay, a record number that was taken for one must not.
      return longNumber.test(text) && !compactDate.test(text) ? "unique-id" : "date";
    default:
      return text.includes("@") ? "email" : "unique-id";
  }
}

const longNumber = /^\d{7,20}$/;
/** `20240131`, `01312024`, with or without a time behind. */
const compactDate =
  /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:19|20)\d\d)(?:\d{4}|\d{6})?$/;

/** `Boise, ID 83702`, and not `Interpreter ID 77120`. */
function isBehindState(tokens: Tokens, begin: number, words: Words): boolean {
  const before = tokens.lower(begin - 1);
  return words.of(before).state && (before !== "id" || tokens.at(begin - 2) === ",");
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
