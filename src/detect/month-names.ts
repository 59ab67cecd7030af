import { kindByName } from "../identifiers/kinds/index.ts";
import type { Finding } from "./finding.ts";
import type { Sentence } from "./people.ts";
import { gap, shape } from "./tokens.ts";
import { can } from "./words.ts";

/**
 * People who are called as a month is: `his partner April`, `Dear June,`, `April` that signs a message, `april alana ingram`. A
 * policy that keeps dates would keep them.
 */
export function findMonthNames(sentence: Sentence, findings: readonly Finding[]): Finding[] {
  const { tokens } = sentence;
  const out: Finding[] = [];
  let named: Set<number> | undefined;
  for (let i = 0; i < tokens.count; i++) {
    const word = sentence.word(i);
    if (!(word.can & can.month) || word.given < 5 || tokens.shape[i] === shape.mark) continue;
    named ??= new Set(findings.filter(({ kind }) => kindByName(kind).category === "A").map(({ start }) => start));
    if (!isAddressed(sentence, i) && !isSigned(sentence, i) && !named.has(tokens.start[i + 1] ?? -1)) continue;
    if (tokens.shape[i + 1] === shape.number && tokens.gap[i + 1]! <= gap.space) continue;
    // "Mom may visit"
    if (tokens.shape[i] === shape.lower && tokens.lower(i) === "may") continue;
    out.push({ start: tokens.start[i]!, end: tokens.end[i]!, kind: "name", strength: "contextual", detector: "known" });
  }
  return out;
}

/** Behind what somebody is of somebody, or an address: `neighbor June`, `Hi April,`. */
function isAddressed(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  if (tokens.gap[index]! > gap.line || tokens.gap[index] === gap.none) return false;
  return (sentence.word(index - 1).can & (can.relative | can.title)) !== 0 || /^(?:dear|hi|hello|neighbor)$/.test(tokens.lower(index - 1));
}

/** Alone on its line, behind words of thanks or farewell. */
function isSigned(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  const ends = index + 1 >= tokens.count || tokens.gap[index + 1]! >= gap.line;
  if (index === 0 || tokens.gap[index]! < gap.line || !ends) return false;
  let line = index - 1;
  while (line > 0 && line > index - 12 && tokens.gap[line]! < gap.line) line--;
  for (let i = line; i < index; i++) if (/^(?:thanks?|sincerely|regards|best|yours|bye|help)$/.test(tokens.lower(i))) return true;
  return false;
}
