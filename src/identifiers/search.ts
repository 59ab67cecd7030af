import type { Match } from "./kind.ts";
import { compareStrength, type Strength } from "./strength.ts";

/** For a kind that has no form of its own: only its label or its owner's record gives it away. */
export const findsNothing = (): readonly Match[] => [];

/**
 * Every place where `pattern` (global) matches and `judge` gives a strength. The span is group `id` where the pattern has
 * one (it must end the match or stand in it once), else the whole match.
 */
export function search(text: string, pattern: RegExp, judge: Strength | ((match: RegExpMatchArray) => Strength | null)): Match[] {
  // matchAll copies the pattern at every call; most texts hold no match, and this finds that out at half the price.
  if (text.search(pattern) < 0) return [];
  const found: Match[] = [];
  for (const match of text.matchAll(pattern)) {
    const strength = typeof judge === "string" ? judge : judge(match);
    if (strength === null) continue;
    const whole = match[0];
    const id = match.groups?.id;
    const start = match.index + (id === undefined ? 0 : whole.lastIndexOf(id));
    const end = start + (id === undefined ? whole.length : id.length);
    if (end > start) found.push({ start, end, strength });
  }
  return found;
}

/** The matches of several searches as one ascending list without overlap: overlapping ones join, the stronger strength stays. */
export function join(...lists: readonly (readonly Match[])[]): readonly Match[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length === 0) return [];
  if (filled.length === 1) return filled[0]!;
  const all = filled.flat().sort((a, b) => a.start - b.start || b.end - a.end);
  const joined: Match[] = [];
  for (const match of all) {
    const last = joined[joined.length - 1];
    if (last === undefined || match.start >= last.end) joined.push(match);
    else
      joined[joined.length - 1] = {
        start: last.start,
        end: Math.max(last.end, match.end),
        strength: compareStrength(match.strength, last.strength) < 0 ? match.strength : last.strength,
      };
  }
  return joined;
}
