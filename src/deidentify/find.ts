import type { Detector, Finding, Known } from "../detect/finding.ts";
import { type Hint, hintsOf } from "../detect/hints.ts";
import { detectAll } from "../detect/index.ts";
import { foldWord } from "../subjects/words.ts";

export interface Found {
  readonly findings: readonly Finding[];
  readonly hints: readonly Hint[];
}

export type Finder = (texts: readonly string[], known: readonly (Known | undefined)[]) => Promise<readonly Found[]>;

interface Remembered extends Found {
  /** Words of the text by which somebody may be known. */
  readonly words: readonly string[];
}

const memoLimit = 10_000;
const longest = 200;

/**
 * Runs the detectors once for each short text that comes again, as descriptions of codes do in every row: what is found
 * does not depend on the entry, unless a word of the text is one of its subject's. Texts with numbers are read each time.
 */
export function createFinder(detectors: readonly Detector[]): Finder {
  const memo = new Map<string, Remembered>();
  let asked = 0;
  let isUseful = true;

  return async (texts, known) => {
    const results: Found[] = new Array(texts.length);
    const open: number[] = [];
    for (let i = 0; i < texts.length; i++) {
      const there = isUseful ? memo.get(texts[i]!) : undefined;
      if (there && !there.words.some((word) => known[i]?.has(word))) results[i] = there;
      else open.push(i);
    }
    asked += texts.length;
    // Notes that are each their own: remembering them costs more than it saves.
    if (isUseful && asked > 4000 && memo.size > asked / 2) {
      isUseful = false;
      memo.clear();
    }
    if (open.length === 0) return results;
    const found = await detectAll(
      open.map((i) => texts[i]!),
      open.map((i) => known[i]),
      detectors,
    );
    for (let n = 0; n < open.length; n++) {
      const i = open[n]!;
      const text = texts[i]!;
      const result = { findings: found[n]!, hints: hintsOf(text) };
      results[i] = result;
      if (!isUseful || text.length > longest || /\d\D{0,3}\d\D{0,3}\d\D{0,3}\d/.test(text)) continue;
      const words = [
        ...new Set(
          text
            .split(/[^\p{L}\p{M}'’-]{1,200}/u)
            .flatMap((word) => (word.length > 1 ? [foldWord(word), ...word.split("-").map(foldWord)] : [])),
        ),
      ];
      if (words.some((word) => known[i]?.has(word))) continue;
      if (memo.size >= memoLimit) memo.clear();
      memo.set(text, { ...result, words });
    }
    return results;
  };
}
