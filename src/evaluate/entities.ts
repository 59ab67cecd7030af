import { foldWord } from "../tables/fold.ts";
import type { Group } from "./vocabulary.ts";

/** A mention of an identifier: one gold span. */
export interface Mention {
  readonly text: string;
  readonly group: Group;
  /** Labels of one category name one sort of thing. */
  readonly category: string;
  readonly isName: boolean;
  /** As the gold says it; else mentions are put together by what they say. */
  readonly entity: string | undefined;
  /** Whether every letter and digit of it is covered. */
  readonly isHidden: boolean;
}

export interface Entity {
  readonly group: Group;
  /** Only if every mention of it is. */
  readonly isHidden: boolean;
}

/**
 * The identifiers of one note, each with all its mentions. Mentions are of one identifier where the gold says so, or where
 * they are of one group and category and the same but for case, accents, spaces and punctuation. A name whose words all
 * stand in a fuller name of the same group (`Lopez`, `M. Lopez`, `Maria Elena Lopez`) belongs to it; to each, where there are several.
 */
export function entitiesOf(mentions: readonly Mention[]): Entity[] {
  const found = new Map<string, { group: Group; isHidden: boolean; words: readonly string[] | undefined; sort: string }>();
  for (const { text, group, category, isName, entity, isHidden } of mentions) {
    const sort = `${group}/${category}`;
    const words = isName && entity === undefined ? wordsOf(text) : undefined;
    const key = `${sort}/${entity === undefined ? (words ? `~${[...words].sort().join(" ")}` : `=${fold(text)}`) : `#${entity}`}`;
    const known = found.get(key);
    if (known) known.isHidden &&= isHidden;
    else found.set(key, { group, isHidden, words, sort });
  }
  const names = new Map<string, { isHidden: boolean; words: readonly string[]; isPart: boolean }[]>();
  const rest: Entity[] = [];
  const lists: { group: Group; name: { isHidden: boolean; isPart: boolean } }[] = [];
  for (const { group, isHidden, words, sort } of found.values()) {
    if (!words) {
      rest.push({ group, isHidden });
      continue;
    }
    const name = { isHidden, words, isPart: false };
    const list = names.get(sort);
    if (list) list.push(name);
    else names.set(sort, [name]);
    lists.push({ group, name });
  }
  for (const list of names.values()) joinParts(list);
  return [...lists.filter(({ name }) => !name.isPart).map(({ group, name }) => ({ group, isHidden: name.isHidden })), ...rest];
}

/** Marks names that are part of a fuller one, and exposes the fuller one where a part is exposed. */
function joinParts(names: { isHidden: boolean; readonly words: readonly string[]; isPart: boolean }[]): void {
  const byWord = new Map<string, typeof names>();
  for (const name of names) {
    for (const word of new Set(name.words.flatMap((word) => [word, word.slice(0, 1)]))) {
      const list = byWord.get(word);
      if (list) list.push(name);
      else byWord.set(word, [name]);
    }
  }
  // From the shortest up, so that what a part exposes is carried on to the fullest.
  for (const name of [...names].sort((a, b) => a.words.length - b.words.length)) {
    // A fuller name holds every word: those of the longest word are the fewest to look at.
    const [longest = ""] = [...name.words].sort((a, b) => b.length - a.length);
    for (const fuller of byWord.get(longest) ?? []) {
      if (fuller.words.length <= name.words.length || !isWithin(name.words, fuller.words)) continue;
      name.isPart = true;
      fuller.isHidden &&= name.isHidden;
    }
  }
}

/** Whether each word stands in the other name, once each; an initial stands for a word that begins with it. */
function isWithin(words: readonly string[], others: readonly string[]): boolean {
  const left = [...others];
  return [...words]
    .sort((a, b) => b.length - a.length)
    .every((word) => {
      let at = left.indexOf(word);
      if (at < 0 && word.length === 1) at = left.findIndex((other) => other.startsWith(word));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
}

function wordsOf(text: string): readonly string[] {
  return foldWord(text.replace(/['’]s\b/g, ""))
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}]/u)
    .filter((word) => word !== "");
}

function fold(text: string): string {
  return foldWord(text).replace(/[^\p{L}\p{N}]/gu, "");
}
