import type compromise from "compromise/two";
import { loadLibrary } from "../io/library.ts";
import type { Sentence } from "./people.ts";

let nlp: typeof compromise | undefined;

/** Its word lists take 150 ms to unpack, and most inputs leave nothing undecided. */
function grammar(): typeof compromise {
  // The package's CommonJS build exports the function itself.
  nlp ??= loadLibrary("compromise/two") as typeof compromise;
  return nlp;
}

/** Sentences longer than this are not read whole. */
const longest = 300;

/**
 * Asks compromise about the capitalized words that neither tables nor neighbours decide, one sentence at a time: it
 * reads 65,000 to 190,000 characters a second, so only sentences that hold an open word are read.
 */
export function judgeByGrammar(sentence: Sentence, open: readonly number[]): number[] {
  const { tokens } = sentence;
  const names: number[] = [];
  let at = 0;
  while (at < open.length) {
    const [from, to] = bounds(tokens.text, tokens.start[open[at]!]!);
    const here: number[] = [];
    for (; at < open.length && tokens.start[open[at]!]! < to; at++) here.push(open[at]!);
    if (here.length === 0) {
      at++;
      continue;
    }
    const people = new Set<string>();
    // Its `json()` says the same and takes a quarter longer.
    for (const terms of grammar()(tokens.text.slice(from, to)).docs as { normal: string; tags: ReadonlySet<string> }[][]) {
      for (const { normal, tags } of terms) {
        if (tags.has("Person") && !tags.has("Place") && !tags.has("Organization")) people.add(normal);
      }
    }
    for (const index of here) if (people.has(tokens.lower(index))) names.push(index);
  }
  return names;
}

function bounds(text: string, at: number): [number, number] {
  let from = at;
  while (from > 0 && at - from < longest / 2 && !/[.!?\n]/.test(text[from - 1]!)) from--;
  let to = at;
  while (to < text.length && to - at < longest / 2 && !/[.!?\n]/.test(text[to]!)) to++;
  return [from, to];
}
