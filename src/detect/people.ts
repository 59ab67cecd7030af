import { gap, shape, type Tokens } from "./tokens.ts";
import { can, noWord, type Word, type Words } from "./words.ts";

/** Tokens of one text with what is known of each word, for the grammars of names and places. */
export interface Sentence {
  readonly tokens: Tokens;
  word(index: number): Word;
  /** What is known of a word that need not stand in the text; in lower case. */
  wordOf(lower: string): Word;
  /** Letter case tells nothing here: the line is in capitals. */
  inCapitals(index: number): boolean;
  /** As `isCity` and `isState` have it, for names of several words in lower case. */
  city(name: string): number;
  state(name: string): boolean;
  isUnit(word: string): boolean;
  isEponym(words: string): boolean;
  /** The same word stands in lower case elsewhere in the text. */
  seenLower(word: string): boolean;
}

export function sentenceOf(tokens: Tokens, words: Words): Sentence {
  let sentence = words.sentences.get(tokens);
  if (!sentence) {
    sentence = createSentence(tokens, words);
    words.sentences.set(tokens, sentence);
  }
  return sentence;
}

function createSentence(tokens: Tokens, words: Words): Sentence {
  const { form: forms } = tokens;
  let lowers: Set<string> | undefined;
  let lines: Uint8Array | undefined;
  return {
    tokens,
    word(index) {
      if (index < 0 || index >= tokens.count) return noWord;
      const form = forms[index];
      if (form === undefined) return noWord;
      form.word ??= words.of(form.lower);
      return form.word;
    },
    wordOf: (lower) => words.of(lower),
    city: words.city,
    state: words.state,
    isUnit: words.isUnit,
    isEponym: words.isEponym,
    inCapitals(index) {
      lines ??= capitalLines(tokens);
      return lines[index] === 1;
    },
    seenLower(word) {
      if (lowers === undefined) {
        lowers = new Set();
        for (let i = 0; i < tokens.count; i++) if (tokens.shape[i] === shape.lower) lowers.add(tokens.lower(i));
      }
      return lowers.has(word);
    },
  };
}

/** 1 for the tokens of lines that hold at least three words and no word in lower or mixed case longer than two letters. */
function capitalLines(tokens: Tokens): Uint8Array {
  const out = new Uint8Array(tokens.count);
  let first = 0;
  for (let i = 0; i <= tokens.count; i++) {
    if (i < tokens.count && (i === 0 || tokens.gap[i]! < gap.line)) continue;
    let upper = 0;
    let lower = 0;
    for (let j = first; j < i; j++) {
      const kind = tokens.shape[j];
      if (tokens.end[j]! - tokens.start[j]! < 3) continue;
      if (kind === shape.upper) upper++;
      else if (kind === shape.lower || kind === shape.capitalized) lower++;
    }
    if (upper >= 2 && upper > lower * 4) out.fill(1, first, i);
    first = i;
  }
  return out;
}

/** Begins with a capital letter. */
export function isCapital(kind: number | undefined): boolean {
  return kind === shape.capitalized || kind === shape.upper || kind === shape.mixed || kind === shape.initial;
}

/** How much a word by itself looks like a name: above 1 rather a name, below 0 rather not. */
export function nameness(word: Word): number {
  const name = Math.max(word.given, word.surname * 0.9);
  if (name === 0) return word.rank === 0 && !word.clinical && word.can === 0 && word.city === 0 ? 0.5 : -2;
  return (name - word.rank * 1.1) / 4 - (word.clinical ? 1.5 : 0) - (word.can & can.neverName ? 2 : 0);
}

/** How clearly a word is a given name: 4 and above clearly (`sarah` 15, `john` 8, `mark` 5), below 0 rather another word (`will`, `king`). */
export function givenness(word: Word): number {
  return word.given - word.rank * 0.9;
}

/** The same for a surname; what no table holds may be one. */
export function surnameness(word: Word): number {
  const name = Math.max(word.surname, word.given);
  if (name === 0) return word.rank === 0 && !word.clinical && word.can === 0 ? 3 : -9;
  return name - word.rank * 0.9 - (word.clinical && word.surname < 12 ? 3 : 0);
}

/** Never a further part of a name, however it is written. */
const stops =
  can.title |
  can.relative |
  can.providerRole |
  can.patient |
  can.facilityEnd |
  can.schoolEnd |
  can.churchEnd |
  can.month |
  can.weekday |
  can.neverName |
  can.demonym |
  can.afterEponym;

/** A first, middle or last name, by its form and by itself. `license` 2: something announced a name; 1: not. */
export function isPart(sentence: Sentence, index: number, license: number): boolean {
  const { tokens } = sentence;
  const kind = tokens.shape[index];
  if (kind === shape.initial) return true;
  if (!isCapital(kind)) return false;
  const word = sentence.word(index);
  // Sarah White, Robert Brown, Amy Long: behind a clear given name a surname may be any word.
  if (
    kind !== shape.upper &&
    tokens.shape[index - 1] !== shape.upper &&
    word.surname >= 8 &&
    !(word.can & (can.title | can.month | can.weekday)) &&
    isBehindGiven(sentence, index)
  )
    return true;
  // John Doe, JOHN SMITH
  const lower = tokens.lower(index);
  if ((lower === "doe" || lower === "roe") && isBehindGiven(sentence, index)) return true;
  if (kind === shape.upper && word.surname >= 8 && surnameness(word) >= 2 && !(word.can & stops) && isBehindGiven(sentence, index))
    return true;
  // JOHN Q PUBLIC
  if (tokens.shape[index - 1] === shape.initial && index > 1 && !(word.can & stops) && !word.clinical && isBehindGiven(sentence, index))
    return true;
  // Standing-Bear
  if (
    license > 1 &&
    kind === shape.capitalized &&
    tokens.at(index + 1) === "-" &&
    tokens.gap[index + 1] === gap.none &&
    tokens.shape[index + 2] === shape.capitalized &&
    isBehindGiven(sentence, index)
  )
    return true;
  if (word.can & stops && Math.max(word.given, word.surname) < 9) return false;
  if (word.can & (can.neverName | can.month | can.weekday | can.relative | can.patient) && license < 3) return false;
  const score = nameness(word);
  if (kind === shape.upper) {
    if (tokens.end[index]! - tokens.start[index]! < 3 && word.surname === 0) return false;
    if (word.can & can.credential) return false;
    return score > (sentence.inCapitals(index) ? 0.4 : license > 1 ? 0 : 0.6);
  }
  return score > (license > 1 ? -2.5 : -0.6);
}

function isBehindGiven(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  let before = index - 1;
  if (tokens.at(before) === ".") before--;
  if (tokens.shape[before] === shape.initial) before--;
  if (before < 0 || tokens.gap[index]! > gap.space || !isCapital(tokens.shape[before])) return false;
  return tokens.possessive[before] === 0 && givenness(sentence.word(before)) >= 4;
}

/**
 * The end, exclusive, in tokens, of the name that begins at `index`: further parts, initials, particles, hyphens,
 * nicknames in quotes or brackets, suffixes; a line break behind a first name where
 * something announced the name.
 */
export function nameEnd(sentence: Sentence, index: number, license: number): number {
  const { tokens } = sentence;
  let end = afterInitial(tokens, index);
  let parts = 1;
  for (;;) {
    let next = end;
    const before = tokens.gap[next];
    if (next >= tokens.count || parts >= 5) break;
    if (tokens.possessive[next - 1] === 1) break;
    // Smith-Reyes, Hae-Won, J.R.R. Tolland
    if (tokens.at(next) === "-" && before === gap.none && tokens.gap[next + 1] === gap.none && isWordToken(tokens, next + 1)) {
      end = next + 2;
      continue;
    }
    if (before === gap.none && tokens.shape[next] !== shape.initial && !(tokens.at(next) === ",")) break;
    if (
      before === gap.line &&
      license > 1 &&
      parts === 1 &&
      (license > 2 || givenness(sentence.word(next - 1)) >= 4) &&
      tokens.shape[next] === shape.capitalized &&
      sentence.word(next).rank === 0 &&
      surnameness(sentence.word(next)) >= 3
    ) {
      end = next + 1;
      parts++;
      continue;
    }
    if (before === gap.wide || before === gap.line || before === gap.paragraph) break;
    if (tokens.at(next) === ",") {
      if (sentence.word(next + 1).can & can.suffix && isCapital(tokens.shape[next + 1])) end = afterInitial(tokens, next + 2 - 1);
      break;
    }
    const nickname = nicknameEnd(sentence, next);
    if (nickname > 0) {
      end = nickname;
      parts++;
      continue;
    }
    const word = sentence.word(next);
    if (word.can & can.suffix && isCapital(tokens.shape[next])) {
      end = afterInitial(tokens, next);
      break;
    }
    // van der Berg: particles, and a part behind them.
    const first = next;
    while (next < first + 3 && sentence.word(next).can & can.particle && tokens.gap[next] === gap.space) {
      next++;
      if (tokens.at(next) === "-" && tokens.gap[next] === gap.none) next++;
    }
    if (next > first) {
      if (
        isCapital(tokens.shape[next]) &&
        tokens.shape[next] !== shape.initial &&
        tokens.gap[next]! <= gap.space &&
        isPart(sentence, next, license)
      ) {
        end = afterInitial(tokens, next);
        parts++;
        continue;
      }
      next = first;
    }
    if (!isPart(sentence, next, parts === 1 ? license : Math.min(license, 1))) break;
    // A capital letter alone is a part with its point, or when more of the name follows, or nothing else does.
    if (tokens.shape[next] === shape.initial && tokens.at(next + 1) !== "." && !isInitialAlone(sentence, next)) break;
    end = afterInitial(tokens, next);
    parts++;
  }
  return end;
}

/** Behind the point of an initial, behind the word otherwise. */
function afterInitial(tokens: Tokens, index: number): number {
  if (tokens.at(index + 1) !== "." || tokens.gap[index + 1] !== gap.none) return index + 1;
  const short = tokens.shape[index] === shape.initial || /^(?:jr|sr|esq)$/.test(tokens.lower(index));
  return short ? index + 2 : index + 1;
}

function isInitialAlone(sentence: Sentence, index: number): boolean {
  const { tokens } = sentence;
  const next = index + 1;
  if (next >= tokens.count || tokens.gap[next]! > gap.space || tokens.shape[next] === shape.mark) return true;
  return (
    isPart(sentence, next, 1) ||
    (isCapital(tokens.shape[next]) && givenness(sentence.word(index - 1)) >= 5) ||
    (tokens.shape[next] === shape.lower && givenness(sentence.word(index - 1)) >= 5)
  );
}

function isWordToken(tokens: Tokens, index: number): boolean {
  const kind = tokens.shape[index];
  return index < tokens.count && kind !== shape.mark && kind !== shape.number;
}

/** Behind `"Bud"` or `(Bud)` when a capitalized word follows it; 0 for none. */
function nicknameEnd(sentence: Sentence, index: number): number {
  const { tokens } = sentence;
  const open = tokens.at(index);
  if (open !== '"' && open !== "(" && open !== "'") return 0;
  const close = open === "(" ? ")" : open;
  if (!isCapital(tokens.shape[index + 1]) || tokens.at(index + 2) !== close || !isPart(sentence, index + 1, 2)) return 0;
  return isCapital(tokens.shape[index + 3]) && tokens.gap[index + 3] === gap.space && isPart(sentence, index + 3, 2) ? index + 3 : 0;
}
