import { kindByName } from "../identifiers/kinds/index.ts";
import { fold } from "../identifiers/spelling.ts";
import type { Finding } from "./finding.ts";

/** Who is meant by each name found in a note: numbers from 1 in order of appearance, 0 for what is no name. */
export interface People {
  readonly of: readonly number[];
  /** By number: where in the findings the fullest mention of each is. Index 0 is unused. */
  readonly fullest: readonly number[];
}

/** How many people of one name, and mentions of one person, are compared: a note of 100,000 names stays linear. */
const looksBack = 64;

interface Person {
  readonly words: Set<string>;
  readonly initials: Set<string>;
  readonly at: number[];
}

const aside = /^(?:mr|mrs|ms|miss|dr|drs|jr|sr|ii|iii|iv|md|do|rn|np|pa|phd|de|la|del|van|von|der|bin|al|el|da|dos)$/;

/**
 * Two mentions are one person's when the words of one are among those of the other, an initial standing for a word: `Pt
 * Lopez`, `LOPEZ, M.` and `Maria Lopez` are one, `John Lopez` is another. A lone surname that two share goes to the one named last.
 */
export function peopleIn(text: string, findings: readonly Finding[]): People {
  const mentions = findings.map(({ kind, start, end }) =>
    kindByName(kind).category === "A" ? wordsOf(text.slice(start, end)) : undefined,
  );
  const people: Person[] = [];
  const whose = new Map<number, Person>();
  const fullestFirst = mentions
    .flatMap((words, at) => (words ? [{ words, at }] : []))
    .sort((a, b) => whole(b.words).length - whole(a.words).length || b.words.length - a.words.length || a.at - b.at);
  const byWord = new Map<string, Person[]>();
  for (const { words, at } of fullestFirst) {
    const full = whole(words);
    const initials = words.filter((word) => word.length === 1);
    const candidates = (full.length > 0 ? (byWord.get(full[0]!) ?? []) : people).slice(-looksBack);
    let best: Person | undefined;
    for (const person of candidates) {
      if (!full.every((word) => person.words.has(word)) || !initials.every((letter) => person.initials.has(letter))) continue;
      if (full.length === 0 && initials.length < 2) continue;
      if (!best || isNearer(person, best, at)) best = person;
    }
    if (!best) {
      best = { words: new Set(), initials: new Set(), at: [] };
      people.push(best);
    }
    for (const word of full) {
      if (!best.words.has(word)) {
        best.words.add(word);
        const there = byWord.get(word);
        if (there) there.push(best);
        else byWord.set(word, [best]);
      }
      best.initials.add(word[0]!);
    }
    for (const letter of initials) best.initials.add(letter);
    best.at.push(at);
    whose.set(at, best);
  }
  return numbered(findings.length, whose);
}

/** The one whose last mention before `at` is nearer; one mentioned before is nearer than one mentioned later. */
function isNearer(a: Person, b: Person, at: number): boolean {
  return distance(a, at) < distance(b, at);
}

function distance({ at }: Person, here: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const there of at.slice(-looksBack)) least = Math.min(least, there < here ? here - there : 1e9 + there - here);
  return least;
}

function numbered(count: number, whose: ReadonlyMap<number, Person>): People {
  const numbers = new Map<Person, number>();
  const fullest = [-1];
  const of: number[] = [];
  for (let at = 0; at < count; at++) {
    const person = whose.get(at);
    if (person && !numbers.has(person)) {
      numbers.set(person, fullest.length);
      fullest.push(person.at[0]!);
    }
    of.push(person ? numbers.get(person)! : 0);
  }
  return { of, fullest };
}

function wordsOf(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}']{1,50}/u)
    .map((word) => word.replace(/'s?$/, "").replaceAll("'", ""))
    .filter((word) => word !== "" && !aside.test(word));
}

function whole(words: readonly string[]): string[] {
  return words.filter((word) => word.length > 1);
}
