import { kindByName } from "../identifiers/kinds/index.ts";
import type { Finding } from "./finding.ts";
import type { Sentence } from "./people.ts";
import { gap, shape } from "./tokens.ts";
import { can } from "./words.ts";

/**
 * Ages over 89 that nothing but a person's name or kinship announces: `Etta Mae Broussard, 94,`, `(Virgil Boone, 91)`,
 * `her sister Dezbah (97)` (45 CFR 164.514(b)(2)(i)(C)).
 */
export function findElders(sentence: Sentence, findings: readonly Finding[]): Finding[] {
  const { tokens } = sentence;
  const out: Finding[] = [];
  let ends: Set<number> | undefined;
  for (let i = 2; i < tokens.count; i++) {
    if (tokens.shape[i] !== shape.number || !/^(?:9\d|1[01]\d)$/.test(tokens.lower(i)) || tokens.gap[i]! > gap.space) continue;
    const mark = tokens.at(i - 1);
    const closed = mark === "(" ? tokens.at(i + 1) === ")" : mark === "," && (i + 1 >= tokens.count || /^[,.;)]$/.test(tokens.at(i + 1)));
    if (!closed || (tokens.at(i + 1) !== ")" && tokens.shape[i + 2] === shape.number && tokens.gap[i + 2] === gap.none)) continue;
    ends ??= new Set(findings.filter(({ kind }) => kindByName(kind).category === "A").map(({ end }) => end));
    const isKin = (sentence.word(i - 2).can & (can.relative | can.patient)) !== 0;
    if (!isKin && !ends.has(tokens.end[i - 2]!)) continue;
    out.push({ start: tokens.start[i]!, end: tokens.end[i]!, kind: "age", strength: "contextual", detector: "known" });
  }
  return out;
}
