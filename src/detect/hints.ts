import { beginsRareOccupation, isRareOccupation } from "../tables/vocabulary.ts";

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
  occupations(text, hints);
  return hints.sort((a, b) => a.start - b.start);
}

/** Words of 4 to 24 letters; a match object for each would cost more than all the rest. */
function occupations(text: string, hints: Hint[]): void {
  beginnings ??= Uint8Array.from({ length: 26 * 26 }, (_, pair) => Number(beginsRareOccupation(letter(pair / 26) + letter(pair % 26))));
  for (let start = 0; start < text.length; start++) {
    if (!isLetter(text.charCodeAt(start))) continue;
    let end = start + 1;
    while (end - start < 24 && end < text.length && isLetter(text.charCodeAt(end))) end++;
    const pair = ((text.charCodeAt(start) | 32) - 97) * 26 + (text.charCodeAt(start + 1) | 32) - 97;
    if (end - start > 3 && beginnings[pair] === 1 && isRareOccupation(text.slice(start, end).toLowerCase()))
      hints.push({ reason: "rare-occupation", start, end });
    start = end - 1;
  }
}

/** By the first two letters: 1 where a rare occupation begins so. */
let beginnings: Uint8Array | undefined;

const letter = (index: number): string => String.fromCharCode(97 + index);

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
