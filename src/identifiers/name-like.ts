import type { Stream } from "../random/stream.ts";
import { givenNameRank, givenNameSex, givenNames, surnameRank, surnames } from "../tables/names.ts";
import type { MakeContext } from "./kind.ts";
import { fold } from "./spelling.ts";

type Part = "given" | "family" | "either";

const suffix = /^(?:jr|sr|ii|iii|iv|v|esq|md|do|rn|np|pa|phd|pharmd)$/;
const particle = /^(?:de|la|del|los|las|van|von|der|den|ter|bin|ibn|al|el|da|dos|do|di|du|le|y|e|st)$/;

/**
 * Another person's name, written as `like` is: the same order and punctuation, the same case word by word, a given name of
 * the same sex for a given name. Initials and lengths are drawn without regard to those of `like`. `part` says what a
 * single word is, where the slot does.
 */
export function nameLike(given: string, stream: Stream, context: MakeContext | undefined, part: Part = "either"): string {
  const like = withoutSuffix(withoutMarkup(given));
  const words = [...like.matchAll(/\p{L}[\p{L}\p{M}\p{N}'’]{0,60}/gu)];
  const comma = like.indexOf(",");
  const last = words.findLastIndex(({ 0: word, index }) => !suffix.test(fold(word)) && (comma < 0 || index < comma));
  let out = "";
  let done = 0;
  for (const [i, { 0: word, index }] of words.entries()) {
    const folded = fold(word);
    if (index < done || suffix.test(folded)) continue;
    // A particle goes with the name behind it: `de la Cruz` becomes one name.
    const next = words[i + 1];
    const isParticle = next !== undefined && i > 0 && particle.test(folded) && index + word.length + 1 === next.index;
    out += like.slice(done, index);
    if (isParticle) {
      done = next.index;
      continue;
    }
    const which = part !== "either" ? part : partAt(words.length, i, last, comma >= 0 && index < comma, like[index - 1] === "-", folded);
    out += replacement(word, which, drawFor(stream, context, folded, i), context);
    done = index + word.length;
  }
  return out + like.slice(done);
}

/** A name over tags, entities or a line's end in the middle of a word: the words alone. */
function withoutMarkup(like: string): string {
  if (!/[<&\n\r]/.test(like)) return like;
  return like
    .replace(/<[^<>]{0,200}>/g, "")
    .replace(/&#?\w{1,10};/g, (entity) => (/^&(?:nbsp|#160|#32);$/i.test(entity) ? " " : "x"))
    .replace(/-\s{0,4}[\r\n]\s{0,4}/g, "")
    .replace(/\s{1,20}/g, " ");
}

/** `III` and `Jr.` say as much of a person as a name does. */
function withoutSuffix(like: string): string {
  return like.replace(/(?<=\p{L}\.?),?[ \u00a0]{1,4}(?:jr|sr|ii|iii|iv|v)\.?(?=,|\s|$)/giu, "");
}

function partAt(count: number, at: number, last: number, beforeComma: boolean, hyphened: boolean, word: string): Part {
  if (count === 1) return givenNameRank(word) >= surnameRank(word) ? "given" : "family";
  return beforeComma || hyphened || at === last ? "family" : "given";
}

function drawFor(stream: Stream, context: MakeContext | undefined, word: string, at: number): Stream {
  // Two initials that are alike say something of each other, unless each is drawn by where it stands.
  if (word.length === 1) return (context?.streamFor?.(word) ?? stream).fork(at);
  return context?.streamFor?.(word) ?? stream.fork(at);
}

function replacement(word: string, part: Part, stream: Stream, context: MakeContext | undefined): string {
  if (word.length === 1) return cased(String.fromCharCode(65 + stream.int(0, 25)), word);
  const folded = fold(word);
  for (let tries = 0; tries < 8; tries++) {
    const made = part === "family" ? familyName(stream) : givenName(stream, context, folded);
    if (fold(made) !== folded) return cased(made, word);
  }
  return "";
}

/** A given name by birth year and by the sex of `like`, a word in lower case, else by that of the context. */
export function givenName(stream: Stream, context: MakeContext | undefined, like?: string): string {
  const told = context?.sex === "female" ? "F" : context?.sex === "male" ? "M" : "U";
  const sex = told !== "U" || like === undefined ? told : givenNameSex(like);
  const { names, cumulative } = givenNames(sex, context?.birthYear ?? 1980);
  return names[stream.weighted(cumulative)]!;
}

export function familyName(stream: Stream): string {
  const { names, cumulative } = surnames();
  return names[stream.weighted(cumulative)]!;
}

/** The case of the word replaced: all capitals, all small, or as names are written. */
function cased(made: string, like: string): string {
  if (like === like.toLowerCase()) return made.toLowerCase();
  return like.length > 1 && like === like.toUpperCase() ? made.toUpperCase() : made;
}
