import { kindByName } from "../identifiers/kinds/index.ts";
import type { Finding } from "./finding.ts";
import type { Sentence } from "./people.ts";
import { gap, shape, type Tokens } from "./tokens.ts";

/** Numbers and codes that a text is sure of, by how they are written, and the words that they begin with. */
export interface Codes {
  readonly spelled: Map<string, Finding>;
  readonly firsts: Set<string>;
}

/** A text with more codes than this is a table, and each of its cells has a form of its own. */
const mostCodes = 500_000;
/** Words and marks of the longest code. */
const longest = 16;

/**
 * A number or code that a label, check digits or its own form made an identifier, wherever else it stands: written alike, or
 * without what parts it. `codes` takes in those of `findings`.
 */
export function findRepeats(sentence: Sentence, findings: readonly Finding[], codes: Codes): Finding[] {
  const { tokens } = sentence;
  const inside = new Uint8Array(tokens.count);
  let at = 0;
  for (const finding of [...findings].sort((a, b) => a.start - b.start)) {
    while (at > 0 && tokens.end[at - 1]! > finding.start) at--;
    while (at < tokens.count && tokens.end[at]! <= finding.start) at++;
    let end = at;
    while (end < tokens.count && tokens.start[end]! < finding.end) inside[end++] = 1;
    if (codes.spelled.size < mostCodes && isSure(finding)) addCode(sentence, at, end, finding, codes);
  }
  const out: Finding[] = [];
  if (codes.spelled.size === 0) return out;
  for (let i = 0; i < tokens.count; i++) {
    if (!codes.firsts.has(tokens.lower(i)) || isDecimalAt(tokens, i)) continue;
    const run = runAt(tokens, i, codes);
    if (!run || isDecimalAt(tokens, run.end) || isMeasure(sentence, run.end)) continue;
    const { end, of } = run;
    if (inside.subarray(i, end).includes(0)) {
      out.push({
        start: tokens.start[i]!,
        end: tokens.end[end - 1]!,
        kind: of.kind,
        strength: "contextual",
        detector: "known",
        ...(of.role && { role: of.role }),
      });
    }
    i = end - 1;
  }
  return out;
}

/** The longest code that begins at a token. */
function runAt(tokens: Tokens, first: number, { spelled }: Codes): { end: number; of: Finding } | undefined {
  let written = "";
  let found: { end: number; of: Finding } | undefined;
  for (let i = first; i < tokens.count && i < first + longest; i++) {
    if (i > first && tokens.gap[i]! > gap.line) break;
    written += (i > first && tokens.gap[i] !== gap.none ? " " : "") + tokens.lower(i);
    const of = spelled.get(written);
    if (of) found = { end: i + 1, of };
  }
  return found;
}

/** A model's guess is not, and neither is what form alone says. */
function isSure({ strength, detector, kind }: Finding): boolean {
  const { category } = kindByName(kind);
  if (category === "A" || category === "C" || strength === "shaped") return false;
  return strength !== "contextual" || detector === "patterns" || detector === "numbers";
}

function addCode(sentence: Sentence, first: number, end: number, finding: Finding, { spelled, firsts }: Codes): void {
  const { tokens } = sentence;
  if (end <= first || end - first > longest) return;
  let digits = 0;
  let letters = 0;
  let written = "";
  let solid = "";
  for (let i = first; i < end; i++) {
    const lower = tokens.lower(i);
    written += (i > first && tokens.gap[i] !== gap.none ? " " : "") + lower;
    if (tokens.shape[i] === shape.mark) continue;
    solid += lower;
    for (let at = 0; at < lower.length; at++) {
      const code = lower.charCodeAt(at);
      if (code >= 48 && code <= 57) digits++;
      else letters++;
    }
  }
  if (tokens.start[first]! < finding.start || tokens.end[end - 1]! > finding.end) return;
  if (digits < 4 && !(digits === 3 && letters > 0) && !isLogin(finding, end === first + 1 ? sentence.word(first).rank : 0, letters)) return;
  if (letters === 0 && isEverydayNumber(solid)) return;
  if (!spelled.has(written)) spelled.set(written, finding);
  firsts.add(tokens.lower(first));
  // Words written as one are rarely the same thing; numbers are.
  if (letters > 0 && written.includes(" ")) return;
  if (!spelled.has(solid)) spelled.set(solid, finding);
  firsts.add(solid);
}

/** A login, or another code in letters, is found again where it is no word. */
function isLogin({ kind }: Finding, rank: number, letters: number): boolean {
  return /^[FJR]$/.test(kindByName(kind).category) && rank === 0 && letters >= 4;
}

/** A year, and a number below 1,000 with naughts before it or behind. */
function isEverydayNumber(digits: string): boolean {
  if (digits.length !== 4) return Number(digits) === 0;
  return /^(?:19|20)/.test(digits) || (digits[0] === "0" && digits.endsWith("0"));
}

/** Whether a token is parted from a number before it by a point or comma alone: `0.4471`, `14,471`. */
export function isDecimalAt(tokens: Tokens, index: number): boolean {
  const mark = index < tokens.count && tokens.shape[index] === shape.mark ? index : index - 1;
  if (mark < 1 || mark + 1 >= tokens.count || !/^[.,]$/.test(tokens.at(mark))) return false;
  if (tokens.gap[mark] !== gap.none || tokens.gap[mark + 1] !== gap.none) return false;
  return tokens.shape[mark - 1] === shape.number && tokens.shape[mark + 1] === shape.number;
}

/** `4471 mL`, `4471%`: how much, not which. */
export function isMeasure({ tokens }: Sentence, index: number): boolean {
  return (
    tokens.gap[index]! <= gap.space &&
    /^(?:%|mg|mcg|g|kg|ml|cc|l|units?|u|iu|meq|mmol|kcal|cal|steps|bpm|lbs?|ft|cm|mm|hours|hrs|ng|pg)$/.test(tokens.lower(index))
  );
}
