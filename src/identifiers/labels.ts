import { type KindName, kinds } from "./kinds/index.ts";
import { abbreviations, attributeWords, clinicalLabels, labelWords } from "./label-words.ts";
import { fold } from "./spelling.ts";

/**
 * How well a label names a kind: `words` of it say so; `exact` when all of it does, a number at its end aside; `atEnd` when
 * they are its last, or the last before `at`: the county of `county at diagnosis`.
 */
export interface LabelledKind {
  readonly kind: KindName;
  readonly words: number;
  readonly exact: boolean;
  readonly atEnd: boolean;
}

/**
 * The words of a header, lower case, without accents, abbreviations spelled out: `PT_FST_NM` gives `patient first name`,
 * `birthDate` and `BIRTHDATE` give `birth date`, `phone2` gives `phone 2`.
 */
export function splitLabel(header: string): string[] {
  // Labels of ours are plain words; a thousand of them are split before the first header is read.
  const spaced = /^[a-z ]{1,200}$/.test(header) ? header : parted(header);
  const raw = fold(spaced).match(/[\p{L}\d]{1,60}/gu) ?? [];
  const rejoined = rejoin(raw);
  const words: string[] = [];
  rejoined.forEach((word, at) => {
    const whole = abbreviations.get(word);
    if (whole !== undefined) words.push(...whole);
    // `no` and `st` are words of their own but at the end of a label.
    else if (word === "no" && rejoined.slice(at + 1).every((rest) => /^\d{1,9}$/.test(rest)) && at > 0) words.push("number");
    else if (vocabulary().has(word) || /^\d/.test(word)) words.push(word);
    else words.push(...runTogether(word));
  });
  return words;
}

/** With spaces where case, digits and signs part words. */
function parted(header: string): string {
  return header
    .slice(0, 200)
    .replace(/#/g, " number ")
    .replace(/n\.?[\u00ba\u00b0]/gi, " numero ")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .replace(/(\p{L})(\d)/gu, "$1 $2")
    .replace(/(\d)(\p{L})/gu, "$1 $2");
}

/** `e-mail` is one word, `zip4` and `i94` are two; single letters of an initialism (`D.O.B.`, `M R N`) join. */
function rejoin(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === "e" && words[i + 1] === "mail") {
      joined.push("email");
      i++;
      continue;
    }
    let letters = "";
    let next = i;
    while (next < words.length && /^[a-z]$/.test(words[next]!)) letters += words[next++]!;
    if (letters.length >= 3) {
      joined.push(letters);
      i = next - 1;
    } else joined.push(word);
  }
  return joined;
}

/** The fewest words of the vocabulary that make up `word`; `word` itself where there are none. */
function runTogether(word: string): readonly string[] {
  if (word.length < 5 || word.length > 40) return [word];
  const known = vocabulary();
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 16); start < end - 1; start++) {
      const before = best[start];
      if (before === undefined) continue;
      const piece = word.slice(start, end);
      if (!known.has(piece) || (best[end] !== undefined && best[end]!.length <= before.length + 1)) continue;
      best[end] = [...before, piece];
    }
  }
  // `LASTBILLEDDATEP`: one letter may follow, as a digit would.
  const pieces = best[word.length] ?? ((best[word.length - 1]?.length ?? 0) > 1 ? [...best[word.length - 1]!, word.slice(-1)] : undefined);
  if (pieces === undefined || pieces.length > 6) return [word];
  // `complaint` is not `comp la in t`, `resultat` no `result at`.
  if (pieces.filter((piece) => piece.length < 3 && piece !== "of").length > 1 || loosePieces.has(pieces.at(-1)!)) return [word];
  return pieces.flatMap((piece) => abbreviations.get(piece) ?? [piece]);
}

/** Whether a word, lower case and without accents, is one that labels are made of. */
export function isLabelWord(word: string): boolean {
  return vocabulary().has(word) || abbreviations.has(word);
}

/** Pieces that no run-together header ends in. */
const loosePieces = new Set(["at", "of", "on", "by", "in", "to", "the", "and", "or", "for", "is", "la", "de", "del"]);

interface Phrase {
  readonly kind: KindName | null;
  readonly whole: boolean;
}

interface Index {
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly longest: number;
}

let built: Index | undefined;
let words: ReadonlySet<string> | undefined;

function vocabulary(): ReadonlySet<string> {
  words ??= new Set([
    ...labelWords,
    ...abbreviations.keys(),
    ...kinds.flatMap((kind) => kind.labels.flatMap((label) => label.replace("=", "").split(" "))).filter((word) => word.length > 2),
    ...clinicalLabels.flatMap((label) => label.split(" ")),
  ]);
  return words;
}

function index(): Index {
  if (built !== undefined) return built;
  const phrases = new Map<string, Phrase[]>();
  let longest = 1;
  const add = (label: string, kind: KindName | null): void => {
    const phrase = splitLabel(label.replace("=", "")).join(" ");
    longest = Math.max(longest, phrase.split(" ").length);
    const list = phrases.get(phrase);
    const entry = { kind, whole: label.startsWith("=") };
    if (list === undefined) phrases.set(phrase, [entry]);
    else if (!list.some((other) => other.kind === kind)) list.push(entry);
  };
  for (const kind of kinds) for (const label of kind.labels) add(label, kind.name);
  for (const label of clinicalLabels) add(label, null);
  built = { phrases, longest };
  return built;
}

interface Claim extends LabelledKind {
  readonly end: number;
}

/**
 * The kinds that a label names, best first: all of the label before a part of it, more words before fewer, words at its
 * end before words at its start (`patient phone` is a phone). None for the labels of clinical columns: where the longest
 * claim is clinical (`drug name`, `concept id`), or the last word asks for an attribute (`encounter class`, `order status`).
 */
export function kindsForLabel(label: string): readonly LabelledKind[] {
  const words = splitLabel(label);
  let length = words.length;
  while (length > 1 && /^\d{1,9}$/.test(words[length - 1]!)) length--;
  const { phrases, longest } = index();
  const claims: Claim[] = [];
  let clinical = 0;
  let clinicalEnd = 0;
  for (let size = Math.min(longest, words.length); size >= 1; size--) {
    for (let start = 0; start + size <= words.length; start++) {
      const end = start + size;
      const exact = start === 0 && (end === words.length || end === length);
      for (const phrase of phrases.get(words.slice(start, end).join(" ")) ?? []) {
        if (phrase.whole && !exact) continue;
        if (phrase.kind === null) {
          if (phrase.whole || size > clinical) [clinical, clinicalEnd] = [size, end];
        } else if (!claims.some((claim) => claim.kind === phrase.kind)) {
          const atEnd = end === words.length || end === length || (words[end] === "at" && end + 2 === length);
          claims.push({ kind: phrase.kind, words: size, exact, atEnd, end });
        }
      }
    }
  }
  const head = words[length - 1];
  const attribute = head !== undefined && attributeWords.has(head);
  return claims
    .filter((claim) => claim.exact || !(attribute && claim.end < length))
    .filter(
      (claim) =>
        claim.words > clinical || (claim.exact && claim.words >= clinical) || (claim.words === clinical && claim.end > clinicalEnd),
    )
    .sort((a, b) => Number(b.exact) - Number(a.exact) || b.words - a.words || b.end - a.end)
    .map(({ kind, words: count, exact, atEnd }) => ({
      kind,
      words: count,
      atEnd,
      exact: exact && !(count === 1 && kind === "name" && words[0] === "name"),
    }));
}

/** Whether a label ends in two or more words that name a clinical or administrative column: `drug name`, `department name`. */
export function endsClinically(label: string): boolean {
  const words = splitLabel(label);
  let length = words.length;
  while (length > 1 && /^\d{1,9}$/.test(words[length - 1]!)) length--;
  const { phrases, longest } = index();
  for (let start = Math.max(0, length - longest); start < length - 1; start++)
    if (phrases.get(words.slice(start, length).join(" "))?.some(({ kind }) => kind === null)) return true;
  return false;
}
