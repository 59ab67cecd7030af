import { isCapital, type Sentence } from "./people.ts";
import { gap, shape, type Tokens } from "./tokens.ts";
import type { Span } from "./widen.ts";
import { noPart, storeOf } from "./widen-organization.ts";
import { can } from "./words.ts";

/** A found name with the parts of it around: initials, nicknames, further parts, `LAST, FIRST`; nothing where it is whole. */
export function person(sentence: Sentence, first: number, end: number, isFound: Uint8Array): Span | undefined {
  const { tokens } = sentence;
  const store = storeOf(sentence, first, end);
  if (store) return store;
  let last = suffixEnd(sentence, first, end, isFound) || lastFirst(sentence, first, end);
  if (last === 0) last = further(sentence, first, end, isFound);
  last = nicknameEnd(sentence, initialEnd(tokens, first, last));
  const begin = surnameBefore(sentence, first, last) ?? earlier(sentence, first, isFound);
  return last === end && begin === first ? undefined : { first: begin, end: last, tail: 0 };
}

/** Behind a suffix and, where it stands, the comma before a found given name: `Nguyen Sr., Arthur`, `charles wallace sr.,`; 0 for none. */
function suffixEnd(sentence: Sentence, first: number, end: number, isFound: Uint8Array): number {
  const { tokens } = sentence;
  if (!(sentence.word(end).can & can.suffix) || tokens.gap[end] !== gap.space || tokens.possessive[end - 1]) return 0;
  let behind = end + 1;
  if (tokens.at(behind) === "." && tokens.gap[behind] === gap.none) behind++;
  // Rai IV is a stage.
  if (end - first < 2 && !/^[js]r$/.test(tokens.lower(end)) && tokens.at(behind) !== ",") return 0;
  const isNext = tokens.at(behind) === "," && isFound[behind + 1] === 1 && tokens.gap[behind + 1]! <= gap.space;
  return isNext ? behind + 2 : end + 1;
}

/** Behind a letter alone that ends a name before a wide gap, or has its point: `CALISTE M`, `yoli r.`, `curry,megan a (`. */
function initialEnd(tokens: Tokens, first: number, end: number): number {
  if (end >= tokens.count || tokens.gap[end] !== gap.space || tokens.end[end]! - tokens.start[end]! !== 1) return end;
  const next = end + 1;
  const isLast = next >= tokens.count || tokens.gap[next]! >= gap.wide;
  if (tokens.shape[end] === shape.initial && isLast) return next;
  if (tokens.shape[end] !== shape.lower || tokens.shape[end - 1] !== shape.lower) return end;
  const isTurned = end - first > 2 && tokens.at(end - 2) === "," && (isLast || /^[(|]$/.test(tokens.at(next)));
  return isTurned || (tokens.at(next) === "." && tokens.gap[next] === gap.none) ? next : end;
}

/** Behind a nickname in quotes that closes a name: `Perpetua "Baby"`. */
function nicknameEnd(sentence: Sentence, end: number): number {
  const { tokens } = sentence;
  if (tokens.at(end) !== '"' || tokens.gap[end] !== gap.space || tokens.at(end + 2) !== '"') return end;
  const isWhole = tokens.gap[end + 1] === gap.none && tokens.gap[end + 2] === gap.none && isCapital(tokens.shape[end + 1]);
  return isWhole && !(sentence.word(end + 1).can & can.neverName) ? end + 2 : end;
}

/** Behind `, H` or `, QUEEN ESTHER` where a surname was found at the beginning of a line, a cell or behind a label; 0 for none. */
function lastFirst(sentence: Sentence, first: number, end: number): number {
  const { tokens } = sentence;
  if (tokens.at(end) !== "," || tokens.gap[end] !== gap.none || tokens.possessive[end - 1]) return 0;
  const next = end + 1;
  if (!isCapital(tokens.shape[next]) || tokens.gap[next]! > gap.space) return 0;
  if (tokens.shape[next] === shape.initial) {
    const behind = tokens.at(next + 1) === "." ? next + 2 : next + 1;
    return behind >= tokens.count || tokens.gap[behind]! >= gap.space || /^[;,)|:]$/.test(tokens.at(behind)) ? next + 1 : 0;
  }
  const begins = first === 0 || tokens.gap[first]! >= gap.wide || /^[:=|(#]$/.test(tokens.at(first - 1)) || tokens.gap[next] === gap.none;
  const word = sentence.word(next);
  if (!begins || word.can & noPart || word.state || word.country || word.clinical) return 0;
  if (tokens.shape[next] !== tokens.shape[end - 1] && tokens.shape[next] !== shape.capitalized) return 0;
  let at = next + 1;
  while (at < next + 3 && tokens.gap[at] === gap.space && isCapital(tokens.shape[at]) && !(sentence.word(at).can & (noPart | can.unit)))
    at++;
  const isWhole = at >= tokens.count || tokens.gap[at]! >= gap.wide || tokens.shape[at] === shape.mark || tokens.shape[at] === shape.number;
  return isWhole ? at : 0;
}

/** Behind more words of a person's name: one before another found part, or one that is in no vocabulary. */
function further(sentence: Sentence, first: number, end: number, isFound: Uint8Array): number {
  const { tokens } = sentence;
  if (tokens.possessive[end - 1] || tokens.gap[end] !== gap.space || tokens.shape[first] !== shape.capitalized) return end;
  if (tokens.shape[end] !== shape.capitalized && tokens.shape[end] !== shape.initial) return end;
  const word = sentence.word(end);
  if (
    tokens.shape[end] === shape.capitalized &&
    tokens.gap[end + 1] === gap.space &&
    isFound[end + 1] === 1 &&
    isCapital(tokens.shape[end + 1])
  )
    return word.can & (noPart & ~can.afterEponym) ? end : end + 1;
  if (tokens.shape[end] === shape.initial || tokens.end[end]! - tokens.start[end]! < 4) return end;
  return word.rank === 0 && !word.clinical && word.can === 0 && !word.eponym && !word.country && !word.state && end - first < 4
    ? end + 1
    : end;
}

/** A surname before the comma and the found rest of a cell or a line: `LAW, BARBARA K |`, `Cooper III, Jody`, `SMITH-NELSON,ALYSSA J`. */
function surnameBefore(sentence: Sentence, first: number, end: number): number | undefined {
  const { tokens } = sentence;
  let at = first - 2;
  if (at < 0 || tokens.at(first - 1) !== "," || tokens.gap[first - 1] !== gap.none || tokens.gap[first]! > gap.space) return undefined;
  if (tokens.at(at) === "." && tokens.gap[at] === gap.none) at--;
  if (sentence.word(at).can & can.suffix) at--;
  if (!isCapital(tokens.shape[at]) || sentence.word(at).surname < 5) return undefined;
  if (tokens.at(at - 1) === "-" && tokens.gap[at] === gap.none && tokens.gap[at - 1] === gap.none && isCapital(tokens.shape[at - 2]))
    at -= 2;
  if (tokens.shape[at] !== tokens.shape[first]) return undefined;
  const begins = at === 0 || tokens.gap[at]! >= gap.wide || (/^[|:-]$/.test(tokens.at(at - 1)) && tokens.gap[at] === gap.space);
  const ends = end >= tokens.count || tokens.gap[end]! >= gap.wide || /^[|(]$/.test(tokens.at(end));
  const isListed = tokens.at(end) === "," && tokens.shape[at] === shape.upper;
  return begins && (ends || isListed) ? at : undefined;
}

/** A given name that is also another word, inside a sentence right before a found surname: `atty Young Comeaux`. */
function earlier(sentence: Sentence, first: number, isFound: Uint8Array): number {
  const { tokens } = sentence;
  const before = first - 1;
  if (before < 1 || isFound[before] || tokens.gap[first] !== gap.space) return first;
  // SUMMER GRACIE SAMPSON, behind a wide gap
  const isUpper = tokens.shape[first] === shape.upper && tokens.shape[before] === shape.upper && tokens.gap[before]! >= gap.wide;
  if (isUpper && sentence.word(before).given >= Math.max(10, sentence.word(before).rank) && !(sentence.word(before).can & noPart))
    return before;
  if (tokens.shape[first] !== shape.capitalized) return first;
  if (tokens.shape[before] !== shape.capitalized || tokens.possessive[before] || tokens.gap[before]! > gap.space) return first;
  if (tokens.shape[before - 1] === shape.mark && !/^[,(;]$/.test(tokens.at(before - 1))) return first;
  const word = sentence.word(before);
  if (word.can & (noPart | can.unit | can.beforeName | can.facilityEnd) || word.clinical || word.state || word.country || word.eponym)
    return first;
  return word.given > 0 || word.surname > 5 || word.rank === 0 ? before : first;
}
