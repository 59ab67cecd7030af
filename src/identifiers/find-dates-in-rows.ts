import { plausible } from "./find-partial-dates.ts";
import type { Match } from "./kind.ts";
import { matchesOf } from "./search.ts";
import type { Sites } from "./sites.ts";

/** Month and day at the beginning of a line: `3/4 febrile`, `- 4/3: better`. */
const atLineStart =
  /(?<=(?:^|\n)[ \t]{0,4}(?:[-*\u2022] ?)?)(?<m>\d{1,2})\/(?<d>\d{1,2})(?=[:,;-]? {0,2}(?:[-\u2013] ?)?[A-Za-z]|[:] ?\d|[ \t]{0,4}\n)/g;
/** Month and day alone between brackets behind a number: `12.1 (3/4)`. */
const inBrackets = /(?<=\d[A-Za-z%]{0,3} ?\()(?<m>\d{1,2})\/(?<d>\d{1,2})(?=\))/g;
/** What the parts and scores at the beginning of a line are of. */
const scored =
  /^[:,;-]? {0,2}(?:[-\u2013] ?)?(?:strength|motor|power|murmur|pain|reflex(?:es)?|dtrs?|pulses?|edema|grade|tab(?:let)?s?|cups?|ppd|ns|normal|half|of|bottles|cultures?|nodes?|cores?|visits?|sets?|views?|r|l|rt|lt|right|left|rue|lue|rle|lle|ue|le|bilateral(?:ly)?|biceps|triceps|deltoids?|delts?|grip|hip|knee|ankle|quads?|hamstrings?|iliopsoas|ehl|ta|finger|wrist|elbow|shoulder|in|throughout|sirs|criteria|points?|score|systolic|diastolic|meds?|wks?|weeks?|days?|hours?|mg|ml)\b/i;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly m: number;
  readonly d: number;
}

/**
 * Partial dates that tell each other: a column of line beginnings, or a row of bracketed ones behind results, whose days
 * follow one another in time and that cannot all be parts of one whole. Alone none of them would be a date.
 */
export function findInRows(text: string, sites?: Sites): Match[] {
  return [...inOrder(placesOf(text, atLineStart, sites), 3000), ...inOrder(placesOf(text, inBrackets, sites), 120)];
}

function placesOf(text: string, pattern: RegExp, sites?: Sites): Place[] {
  const places: Place[] = [];
  for (const match of matchesOf(text, pattern, sites)) {
    const [m, d] = [Number(match.groups!.m), Number(match.groups!.d)];
    const end = match.index + match[0].length;
    if (m < 1 || m > 12 || !plausible(m, d) || scored.test(text.slice(end, end + 24))) continue;
    places.push({ start: match.index, end, m, d });
  }
  return places;
}

/** Runs of two or more places, none farther than `reach` from the next, that only go forward or only back by at most two months. */
function inOrder(places: readonly Place[], reach: number): Match[] {
  const found: Match[] = [];
  let run: Place[] = [];
  let way = 0;
  const close = (): void => {
    if (isDated(run)) for (const { start, end } of run) found.push({ start, end, strength: "contextual" });
  };
  for (const place of places) {
    const last = run[run.length - 1];
    const step = last === undefined ? 0 : Math.sign((place.m - last.m) * 31 + place.d - last.d);
    const follows =
      last !== undefined && place.start - last.end <= reach && Math.abs(place.m - last.m) <= 2 && (way === 0 || step === 0 || step === way);
    if (follows) {
      run.push(place);
      if (step !== 0) way = step;
      continue;
    }
    close();
    run = [place];
    way = 0;
  }
  close();
  return found;
}

/** Parts and scores of one scale have one number below the stroke; a greater number over a smaller one is no part. */
function isDated(run: readonly Place[]): boolean {
  if (run.length < 2) return false;
  const lower = new Set(run.map(({ d }) => d));
  return (
    lower.size > 1 && (lower.size > 2 || run.some(({ m, d }) => m > d || [7, 9, 11].includes(d) || (d > 12 && ![15, 20, 30].includes(d))))
  );
}
