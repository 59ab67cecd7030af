import type { Strength } from "../identifiers/strength.ts";
import type { Finding, Role } from "./finding.ts";
import type { Sentence } from "./people.ts";
import { gap } from "./tokens.ts";

export function put(sentence: Sentence, out: Finding[], first: number, end: number, strength: Strength, role?: Role): number {
  const { tokens } = sentence;
  // The point that ends a sentence is no part of a name: only an initial or a suffix keeps its own.
  out.push({
    start: tokens.start[first]!,
    end: tokens.end[end - 1]!,
    kind: "name",
    strength,
    detector: "names",
    ...(role ? { role } : {}),
  });
  return end;
}

/** Skips a point right behind token `index`. */
export function skipPoint(sentence: Sentence, index: number): number {
  return sentence.tokens.at(index) === "." && sentence.tokens.gap[index] === gap.none ? index + 1 : index;
}
