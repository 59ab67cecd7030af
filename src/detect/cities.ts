import { beginsState } from "../tables/places.ts";
import { isProper } from "./facilities.ts";
import type { Finding } from "./finding.ts";
import { isCapital, nameness, type Sentence } from "./people.ts";
import { put } from "./put-place.ts";
import { gap, shape } from "./tokens.ts";
import { can } from "./words.ts";

/** `St. Vincent's`, `St. Mary's Clinic` without its last word. */
export function saint(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  const lower = tokens.lower(index);
  // St. V's
  if (lower === "st" && tokens.at(index + 1) === "." && tokens.shape[index + 2] === shape.initial && tokens.possessive[index + 2]) {
    return put(sentence, out, index, index + 3, "facility", "contextual");
  }
  if (fort.has(lower)) return fortEnd(sentence, index, out);
  if (lower !== "st" && lower !== "saint" && lower !== "mount" && lower !== "mt") return 0;
  const at = tokens.at(index + 1) === "." ? index + 2 : index + 1;
  if (!isCapital(tokens.shape[at]) || tokens.gap[at]! > gap.space) return 0;
  const word = sentence.word(at);
  if (word.clinical && word.given === 0) return 0;
  if (lower.startsWith("m") && nameness(word) < 0.4) return 0;
  if (!tokens.possessive[at] && word.given < 3 && word.city === 0) return 0;
  return put(sentence, out, index, at + 1, "facility", "contextual");
}

const fort: ReadonlySet<string> = new Set(["ft", "fort", "camp", "lake"]);

/** `Ft. Harrison`, `FT LIBERTY`, `Camp Lilac`: never a measure, so no number stands before. */
function fortEnd(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  if (tokens.shape[index - 1] === shape.number && tokens.gap[index]! <= gap.space) return 0;
  const at = tokens.at(index + 1) === "." ? index + 2 : index + 1;
  const word = sentence.word(at);
  if (!isCapital(tokens.shape[at]) || tokens.shape[at] === shape.initial || tokens.gap[at]! > gap.space) return 0;
  if (
    word.clinical ||
    word.can ||
    (word.surname < 6 && word.rank > 7) ||
    (tokens.shape[index] === shape.upper && !sentence.inCapitals(index) && word.city === 0)
  )
    return 0;
  return put(sentence, out, index, at + 1, "place", "contextual");
}

/** `Reno, NV`, `Chapel Hill NC 27514`, `flew from Philly`, `lives in Ashford`, `Orange County`. */
export function city(sentence: Sentence, index: number, out: Finding[]): number {
  const { tokens } = sentence;
  if (tokens.at(index - 1) === "-" && tokens.gap[index] === gap.none) return 0;
  let longest = cityEnd(sentence, index);
  // Framingham risk score, Kawasaki disease, Nottingham grade.
  if (longest > 0 && sentence.word(longest).can & can.afterEponym && tokens.gap[longest]! <= gap.line) return 0;
  const size = longest > 0 ? cityRank(sentence, index, longest) : 0;
  if (longest > 0 && tokens.lower(longest) === "city" && isCapital(tokens.shape[longest])) longest++;
  const end = longest || index + 1;
  if (
    isCapital(tokens.shape[end]) &&
    /^(?:county|parish|borough|township)$/.test(tokens.lower(end)) &&
    (sentence.word(index).county || isProper(sentence, index, sentence.word(index)))
  ) {
    return put(sentence, out, index, end + 1, "county", "contextual");
  }
  const word = sentence.word(index);
  if (end === index + 1 && word.can & can.unit) return 0;
  const placed = isPlaced(sentence, index);
  // BK in a line of results, and in Brooklyn
  if (word.can & can.cityNickname && placed === 0 && tokens.end[index]! - tokens.start[index]! < 3) return 0;
  const state = stateEnd(sentence, end, size);
  if (
    state > 0 &&
    !(word.state && end === index + 1 && word.city < 9) &&
    (longest > 0 || isProper(sentence, index, word)) &&
    !(word.can & can.neverName)
  )
    return put(sentence, out, index, end, "city", "contextual");
  const two = !longest && isCapital(tokens.shape[index + 1]) && tokens.gap[index + 1] === gap.space ? stateEnd(sentence, index + 2, 0) : 0;
  if (two > 0 && isProper(sentence, index, word) && isProper(sentence, index + 1, sentence.word(index + 1)))
    return put(sentence, out, index, index + 2, "city", "contextual");
  const isState =
    end === index + 1 ? word.state : sentence.state(tokens.text.slice(tokens.start[index], tokens.end[end - 1]).toLowerCase());
  if (placed === 0 && isState) return 0;
  if (end === index + 1 && (word.country || word.state || tokens.shape[index] === shape.initial)) return 0;
  if (longest > 0) {
    if (isCapital(tokens.shape[longest]) && tokens.gap[longest] === gap.space && !(sentence.word(longest).can & can.neverName) && !placed)
      return 0;
    if (
      placed > 0 &&
      size >= (placed > 1 ? 1 : 3) &&
      (word.rank < 9 || longest > index + 1) &&
      !(word.clinical && longest === index + 1 && size < 8)
    )
      return put(sentence, out, index, longest, "city", "contextual");
    const personal = Math.max(word.given, word.surname);
    if (longest > index + 1 ? size >= 6 : size >= (word.eponym ? 13 : 9) && word.rank < 6 && personal < size - 2 && !word.clinical)
      return put(sentence, out, index, longest, "city", "shaped");
    return 0;
  }
  if (
    placed > 1 &&
    tokens.lower(index - 1) !== "of" &&
    isProper(sentence, index, word) &&
    word.rank === 0 &&
    tokens.shape[index] !== shape.upper
  )
    return put(sentence, out, index, index + 1, "place", "contextual");
  return 0;
}

/** Behind the longest city name that begins at `index`, of up to four words; 0 for none. */
function cityEnd(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  let best = 0;
  let at = index;
  for (let words = 1; words <= 3; words++) {
    if (at >= tokens.count || (at > index && tokens.gap[at]! > gap.line)) break;
    if (!isCapital(tokens.shape[at])) break;
    let end = at + 1;
    if ((tokens.lower(at) === "st" || tokens.lower(at) === "ft" || tokens.lower(at) === "mt") && tokens.at(end) === ".") end++;
    if (cityRank(sentence, index, end) > 0) best = end;
    at = end;
  }
  return best;
}

function cityRank(sentence: Sentence, first: number, end: number): number {
  if (end === first + 1) return sentence.word(first).city;
  const { tokens } = sentence;
  const name = tokens.text.slice(tokens.start[first], tokens.end[end - 1]).toLowerCase();
  return sentence.city(/[^\S ]| {2}/.test(name) ? name.replace(/\s{1,20}/g, " ") : name);
}

/** Behind `, NV`, ` NC 27514`, `, North Carolina` at `index`; 0 for none. */
function stateEnd(sentence: Sentence, index: number, size: number): number {
  const { tokens } = sentence;
  const comma = tokens.at(index) === "," && tokens.gap[index] === gap.none;
  const at = comma ? index + 1 : index;
  if (tokens.gap[at]! > gap.line || !isCapital(tokens.shape[at])) return 0;
  const word = sentence.word(at);
  const short = tokens.end[at]! - tokens.start[at]! === 2;
  if (short && tokens.shape[at] !== shape.upper) return 0;
  const two =
    isCapital(tokens.shape[at + 1]) &&
    tokens.gap[at + 1] === gap.space &&
    beginsState(tokens.lower(at)) &&
    sentence.state(`${tokens.lower(at)} ${tokens.lower(at + 1)}`);
  if (two) return comma ? at + 2 : 0;
  if (!word.state) return 0;
  if (comma) return short && /^(?:md|ma|pa|do|dc)$/.test(tokens.lower(at)) && size < 5 ? 0 : at + 1;
  if (!short) return 0;
  const zip = tokens.shape[at + 1] === shape.number && /^\d{5}$/.test(tokens.lower(at + 1));
  // PT, OR, MD … are words of a note too.
  const isWord = /^(?:pt|or|in|me|md|pa|ma|al|id|de|hi|ct|co)$/.test(tokens.lower(at));
  return (zip && (!isWord || size > 0)) || (size >= (isWord ? 9 : 5) && sentence.word(index - 1).rank < 9) ? at + 1 : 0;
}

const placing: ReadonlySet<string> = new Set("in from near to of outside around at via through en de visiting toward towards".split(" "));

/** 2: the words before speak of living or travelling; 1: a preposition of place stands before; 0: neither. */
function isPlaced(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  if (tokens.gap[index]! > gap.line) return 0;
  let at = index - 1;
  if (tokens.lower(at) === "the" || tokens.lower(at) === "downtown" || tokens.lower(at) === "nearby") at--;
  const before = tokens.lower(at);
  if (!placing.has(before)) return 0;
  for (let back = at - 1; back >= at - 3 && back >= 0; back--) {
    if (
      /^(?:lives|live|lived|living|resides|residing|resident|moved|moving|relocated|born|raised|travel|travels|traveled|travelled|traveling|travelling|trip|flew|flight|drove|grew|home|house|native|visiting|vacation|immigrated|emigrated|arrived|originally|currently|came|comes|commutes|farm|apartment|vive|homes|family|church|living|school|based|located)$/.test(
        tokens.lower(back),
      )
    )
      return 2;
  }
  if (/^(?:near|outside)$/.test(before)) return 2;
  return before === "of" || before === "to" || before === "at" || before === "de" || before === "through" || before === "via"
    ? tokens.lower(at) === "at"
      ? 1
      : 0
    : 1;
}
