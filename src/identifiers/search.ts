import type { Match } from "./kind.ts";
import type { Sites } from "./sites.ts";
import { compareStrength, type Strength } from "./strength.ts";

/** For a kind that has no form of its own: only its label or its owner's record gives it away. */
export const findsNothing = (): readonly Match[] => [];

/** The strength of a match, or null for none; a word where all are alike. */
export type Judge = Strength | ((match: RegExpExecArray) => Strength | null);

/** Finds in one way; the whole of a kind's `find`, or a part of it. */
export type Finder = (text: string, sites?: Sites) => readonly Match[];

/** A finder by a pattern. The pattern is made once, so that `sites` know it again. */
export function rule(pattern: RegExp, judge: Judge): Finder {
  return (text, sites) => search(text, pattern, judge, sites);
}

/**
 * A finder by a pattern that may begin with any letter, and so nearly everywhere, but not behind a letter, a digit, `_` or
 * one of `marks`; its first point stands within `reach` units of its beginning and of these alone. So it is tried only
 * where such a run before a point begins.
 */
export function beforePoint(marks: string, reach: number, pattern: RegExp, judge: Judge): Finder {
  const sticky = new RegExp(pattern.source, `${pattern.flags.replace("g", "")}y`);
  return (text) => {
    const found: Match[] = [];
    let tried = -1;
    let end = 0;
    for (let point = text.indexOf("."); point >= 0; point = text.indexOf(".", point + 1)) {
      if (!isWord(text.charCodeAt(point + 1))) continue;
      let start = point;
      while (start > 0 && point - start <= reach && (isWord(text.charCodeAt(start - 1)) || marks.includes(text[start - 1]!))) start--;
      if (start === tried || start < end || start === point) continue;
      tried = start;
      sticky.lastIndex = start;
      const match = sticky.exec(text);
      if (match === null) continue;
      end = sticky.lastIndex;
      put(match, judge, found);
    }
    return found;
  };
}

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}

/** What any of several finders finds. */
export function anyOf(...finders: readonly Finder[]): Finder {
  return (text, sites) => join(...finders.map((finder) => finder(text, sites)));
}

/** All matches of a global pattern: from `sites`, where the text was read for patterns already. */
export function matchesOf(text: string, pattern: RegExp, sites?: Sites): Iterable<RegExpExecArray> {
  if (sites) return sites.matches(pattern);
  // matchAll copies the pattern at every call; most texts hold no match, and this finds that out at half the price.
  return text.search(pattern) < 0 ? [] : text.matchAll(pattern);
}

/**
 * Every place where `pattern` (global) matches and `judge` gives a strength. The span is group `id` where the pattern has
 * one (it must end the match or stand in it once), else the whole match.
 */
export function search(text: string, pattern: RegExp, judge: Judge, sites?: Sites): Match[] {
  const found: Match[] = [];
  for (const match of matchesOf(text, pattern, sites)) put(match, judge, found);
  return found;
}

function put(match: RegExpExecArray, judge: Judge, found: Match[]): void {
  const strength = typeof judge === "string" ? judge : judge(match);
  if (strength === null) return;
  const whole = match[0];
  const id = match.groups?.id;
  const start = match.index + (id === undefined ? 0 : whole.lastIndexOf(id));
  const end = start + (id === undefined ? whole.length : id.length);
  if (end > start) found.push({ start, end, strength });
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
