import type { KindName } from "../identifiers/kinds/index.ts";
import type { Strength } from "../identifiers/strength.ts";
import type { Finding } from "./finding.ts";
import type { Sentence } from "./people.ts";

export function put(sentence: Sentence, out: Finding[], first: number, end: number, kind: KindName, strength: Strength): number {
  const { tokens } = sentence;
  const role = kind === "facility" ? { role: "facility" as const } : {};
  // St. Vincent's: here the 's is part of the name.
  const tail = kind === "facility" && tokens.possessive[end - 1] ? 2 : 0;
  out.push({ start: tokens.start[first]!, end: tokens.end[end - 1]! + tail, kind, strength, detector: "places", ...role });
  return end;
}
