import { kindByName } from "../identifiers/kinds/index.ts";
import type { Finding } from "./finding.ts";
import type { Sentence } from "./people.ts";
import { gap, shape, type Tokens } from "./tokens.ts";

/** Names that somebody spelled: `b a r r a g a n`, `M-A-E`, behind a name that was found or a word for spelling. */
export function findSpelled(sentence: Sentence, findings: readonly Finding[]): Finding[] {
  const { tokens } = sentence;
  const out: Finding[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (!isLetter(tokens, i) || !isLetter(tokens, next(tokens, i))) continue;
    let end = i + 1;
    let letters = tokens.lower(i);
    for (let at = next(tokens, i); isLetter(tokens, at) && letters.length < 24; at = next(tokens, at)) {
      letters += tokens.lower(at);
      end = at + 1;
    }
    if (letters.length >= 3 && isSpelling(sentence, findings, i, letters))
      out.push({ start: tokens.start[i]!, end: tokens.end[end - 1]!, kind: "name", strength: "contextual", detector: "known" });
    i = end - 1;
  }
  return out;
}

function isLetter(tokens: Tokens, index: number): boolean {
  if (index >= tokens.count || tokens.end[index]! - tokens.start[index]! !== 1) return false;
  return tokens.shape[index] === shape.lower || tokens.shape[index] === shape.initial;
}

/** The next letter: behind a space or a hyphen. */
function next(tokens: Tokens, index: number): number {
  const hyphen = tokens.at(index + 1) === "-" && tokens.gap[index + 1] === gap.none;
  const at = hyphen ? index + 2 : index + 1;
  return at < tokens.count && tokens.gap[at] === (hyphen ? gap.none : gap.space) ? at : tokens.count;
}

function isSpelling(sentence: Sentence, findings: readonly Finding[], index: number, letters: string): boolean {
  const { tokens } = sentence;
  for (let back = index - 1; back >= 0 && back > index - 4; back--) {
    const lower = tokens.lower(back);
    if (lower === letters || /^(?:spelled|spelt|spelling|spells|spell|name)$/.test(lower)) return true;
    if (lower === "is" && tokens.lower(back - 1) === "that" && letters.length > 3) return true;
  }
  if (letters.length < 4 || sentence.wordOf(letters).clinical) return false;
  const from = tokens.start[index]! - 40;
  const to = tokens.start[index]!;
  return findings.some((finding) => finding.end > from && finding.end <= to && kindByName(finding.kind).category === "A");
}
