import { isRareOccupation } from "../tables/vocabulary.ts";

/** What may let somebody who knows the world tell whose text this is, although no identifier stands there (164.514(b)(2)(ii)). */
export interface Hint {
  readonly reason: "rare-occupation" | "public-figure" | "unique-event";
  /** `[start, end)` in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const publicFigure =
  /\b(?:celebrity|well[- ]known|famous|household name|world record|hall of fame|olympi(?:c|an)s?|medalists?|nobel|pulitzer|grammy|oscar|emmy|super bowl|NBA|NFL|MLB|NHL|member of congress|first lady|governor|senator|congress(?:man|woman)|ambassador|supreme court|television personality|movie star|pop star)\b/gi;
const uniqueEvent =
  /\b(?:in the news|on the news|news (?:story|report|coverage)|made (?:national )?headlines|newspaper|press conference|viral (?:video|post)|went viral|mass shooting|plane crash|train derailment|hurricane [A-Z][a-z]{2,15}|first (?:ever|in the (?:world|nation|country|state))|only (?:known )?(?:case|survivor|patient) (?:in|of)|sole survivor|quintuplets|sextuplets|conjoined twins)\b/gi;

/** Places in a text that a person should look at. Nothing is removed for them: they only warn. */
export function hintsOf(text: string): readonly Hint[] {
  const hints: Hint[] = [];
  for (const { 0: found, index } of text.matchAll(publicFigure))
    hints.push({ reason: "public-figure", start: index, end: index + found.length });
  for (const { 0: found, index } of text.matchAll(uniqueEvent))
    hints.push({ reason: "unique-event", start: index, end: index + found.length });
  for (const { 0: word, index } of text.matchAll(/[A-Za-z]{4,24}/g)) {
    if (isRareOccupation(word.toLowerCase())) hints.push({ reason: "rare-occupation", start: index, end: index + word.length });
  }
  return hints.sort((a, b) => a.start - b.start);
}
