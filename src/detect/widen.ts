import { type KindName, kindByName } from "../identifiers/kinds/index.ts";
import type { Finding } from "./finding.ts";
import type { Sentence } from "./people.ts";
import { organization } from "./widen-organization.ts";
import { person } from "./widen-person.ts";

/**
 * Findings that take in the rest of a name of which a detector saw a part: `Hennepin` in `Hennepin lab`, `Steel` in
 * `Superior Tank & Steel`, `SINGH` in `SINGH, H`, `Vanessa` and `Kowalczyk` around `Pain`.
 */
export function widen(sentence: Sentence, findings: readonly Finding[]): Finding[] {
  const { tokens } = sentence;
  const out: Finding[] = [];
  const isFound = new Uint8Array(tokens.count);
  for (const { start, end, kind } of findings) {
    if (kindByName(kind).category !== "A") continue;
    for (let i = tokens.indexAt(start); i < tokens.count && tokens.start[i]! < end; i++) isFound[i] = 1;
  }
  for (const finding of findings) {
    const sort = sorts[finding.kind];
    if (sort === undefined) continue;
    const first = tokens.indexAt(finding.start);
    let end = first;
    while (end < tokens.count && tokens.start[end]! < finding.end) end++;
    if (end === first) continue;
    const span = sort === "person" ? person(sentence, first, end, isFound) : organization(sentence, first, end, sort === "organization");
    if (span === undefined) continue;
    const start = Math.min(finding.start, tokens.start[span.first]!);
    const stop = Math.max(finding.end, tokens.end[span.end - 1]! + span.tail);
    if (start < finding.start || stop > finding.end) out.push({ ...finding, start, end: stop, ...(span.kind ? { kind: span.kind } : {}) });
  }
  return out;
}

export interface Span {
  readonly first: number;
  readonly end: number;
  /** Characters behind the last token that belong to it: a possessive's. */
  readonly tail: number;
  readonly kind?: KindName;
}

const sorts: Partial<Record<KindName, "person" | "place" | "organization">> = {
  name: "person",
  "given-name": "person",
  "family-name": "person",
  city: "place",
  county: "place",
  place: "place",
  facility: "organization",
  employer: "organization",
};
