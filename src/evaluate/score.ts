import type { Category } from "../identifiers/category.ts";
import { entitiesOf, type Mention } from "./entities.ts";
import { groupOf, type Labels, type LeftOut, leftOut } from "./labels.ts";
import type { Note, NoteSpan } from "./note.ts";
import type { Meaning } from "./vocabulary.ts";

/** How often each thing occurs in a note, by key: `gold`, `full`, `label/NAME/any`. Sums over notes are all that metrics need. */
export type Counts = Map<string, number>;

export type Outcome = "hit" | "partial" | "missed" | "over-scrubbed" | "left-out";

/** What became of a stretch of the text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly outcome: Outcome;
  /** The gold's label, or the kind that was found where nothing is. */
  readonly label: string;
  readonly category: Category | undefined;
  /** Of the finding that covers most of it. */
  readonly found: NoteSpan | undefined;
}

export interface Scored {
  readonly counts: Counts;
  readonly marks: readonly Mark[];
}

const letter = 1;
const gold = 2;
const ignored = 4;

interface GoldSpan {
  readonly span: NoteSpan;
  readonly label: string;
  readonly meaning: Meaning;
  readonly why: LeftOut | undefined;
}

/**
 * Holds what was found in one note against its gold. Labels that are not known must have been refused before; spans lie in
 * the text. A gold span is touched where any letter or digit of it is covered and full where all are; a finding is right
 * where it touches gold, and is not counted where it touches only what is left out.
 */
export function scoreNote(note: Note, found: readonly NoteSpan[], labels: Labels): Scored {
  const { text } = note;
  const counts: Counts = new Map();
  const add = (key: string, by = 1): void => {
    if (by !== 0) counts.set(key, (counts.get(key) ?? 0) + by);
  };
  const golds = note.spans.map((span): GoldSpan => {
    const label = span.label ?? "";
    const meaning = labels.meaningOf(label);
    if (!meaning) throw new Error("unreachable: an unknown label is refused before");
    return { span, label, meaning, why: leftOut(meaning, text.slice(span.start, span.end)) };
  });
  const mask = letterMask(text);
  for (const { span, why } of golds) paint(mask, span, why === undefined ? gold : ignored);
  // Which finding covers a unit: -1 for none.
  const owner = new Int32Array(text.length).fill(-1);
  for (const [i, { start, end }] of found.entries()) owner.fill(i, start, end);

  const marks: Mark[] = [];
  const mentions: Mention[] = [];
  let leaks = 0;
  let identifiers = 0;
  for (const { span, label, meaning, why } of golds) {
    const { category } = meaning;
    if (why !== undefined || category === undefined) {
      add(`left-out/${label}/${why}`);
      marks.push({ start: span.start, end: span.end, outcome: "left-out", label, category, found: undefined });
      continue;
    }
    const { letters, covered, best } = coverage(span, mask, owner);
    const finding = found[best];
    const isAny = covered > 0;
    const isFull = covered === letters;
    identifiers++;
    if (!isFull) leaks++;
    for (const prefix of ["", `label/${label}/`, `category/${category}/`, `style/${note.style ?? ""}/`]) {
      add(`${prefix}gold`);
      if (isAny) add(`${prefix}any`);
      if (isFull) add(`${prefix}full`);
    }
    if (finding) add(`agreement/${category}/${finding.category ?? ""}`);
    marks.push({ ...place(span), outcome: isFull ? "hit" : isAny ? "partial" : "missed", label, category, found: finding });
    mentions.push({
      text: text.slice(span.start, span.end),
      group: groupOf(span, meaning),
      category,
      isName: meaning.isName,
      entity: span.entity,
      isHidden: isFull,
    });
  }
  for (const { group, isHidden } of entitiesOf(mentions)) {
    for (const prefix of ["", `${group}/`]) {
      add(`${prefix}entities`);
      if (isHidden) add(`${prefix}hidden`);
    }
  }
  let counted = 0;
  for (const [i, finding] of found.entries()) {
    const { isRight, isNeutral, letters, right } = judge(finding, mask);
    if (!isNeutral) counted++;
    for (const prefix of [
      "",
      `detector/${finding.detector ?? ""}/`,
      `kind/${finding.kind ?? finding.label ?? ""}/`,
      `style/${note.style ?? ""}/`,
    ]) {
      if (!isNeutral) add(`${prefix}found`);
      if (isRight) add(`${prefix}right`);
      add(`${prefix}found-letters`, letters);
      add(`${prefix}right-letters`, right);
    }
    for (const stretch of outside(finding, text, mask, owner, i))
      marks.push({
        ...stretch,
        outcome: "over-scrubbed",
        label: finding.kind ?? finding.label ?? "",
        category: finding.category,
        found: finding,
      });
  }
  for (let k = 0; k < text.length; k++) {
    if (mask[k] !== letter) continue;
    add("unmarked");
    if (owner[k]! >= 0) add("taken");
  }
  for (const prefix of ["", `style/${note.style ?? ""}/`]) {
    add(`${prefix}notes`);
    if (identifiers > 0) {
      add(`${prefix}filled`);
      if (leaks === 0) add(`${prefix}sealed`);
    } else {
      add(`${prefix}empty`);
      if (counted > 0) add(`${prefix}disturbed`);
    }
  }
  marks.sort((a, b) => a.start - b.start || a.end - b.end);
  return { counts, marks };
}

function place({ start, end }: NoteSpan): { readonly start: number; readonly end: number } {
  return { start, end };
}

/** One where a letter or digit begins: of a character of two units, the first. */
function letterMask(text: string): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (const { index } of text.matchAll(/[\p{L}\p{N}]/gu)) mask[index] = letter;
  return mask;
}

function paint(mask: Uint8Array, { start, end }: NoteSpan, bit: number): void {
  for (let k = start; k < end; k++) mask[k]! |= bit;
}

/** How many letters and digits a span has, how many of them are covered, and by which finding most. */
function coverage({ start, end }: NoteSpan, mask: Uint8Array, owner: Int32Array) {
  const by = new Map<number, number>();
  let letters = 0;
  let covered = 0;
  let best = -1;
  for (let k = start; k < end; k++) {
    if ((mask[k]! & letter) === 0) continue;
    letters++;
    const i = owner[k]!;
    if (i < 0) continue;
    covered++;
    const count = (by.get(i) ?? 0) + 1;
    by.set(i, count);
    if (best < 0 || count > by.get(best)!) best = i;
  }
  return { letters, covered, best };
}

/** A finding that touches what is left out and no gold is neither right nor wrong; its letters outside both still count. */
function judge({ start, end }: NoteSpan, mask: Uint8Array) {
  let isRight = false;
  let isIgnored = false;
  let letters = 0;
  let right = 0;
  for (let k = start; k < end; k++) {
    const bits = mask[k]!;
    if ((bits & gold) !== 0) isRight = true;
    else if ((bits & ignored) !== 0) isIgnored = true;
    if ((bits & letter) === 0) continue;
    if ((bits & gold) !== 0) right++;
    if ((bits & gold) !== 0 || (bits & ignored) === 0) letters++;
  }
  return { isRight, isNeutral: !isRight && isIgnored, letters, right };
}

/** The stretches of a finding with letters or digits that no gold and nothing left out holds. */
function outside(
  { start, end }: NoteSpan,
  text: string,
  mask: Uint8Array,
  owner: Int32Array,
  i: number,
): { readonly start: number; readonly end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  let first = -1;
  let last = -1;
  const close = (): void => {
    if (first >= 0) stretches.push({ start: first, end: last + (text.codePointAt(last)! > 0xffff ? 2 : 1) });
    first = -1;
  };
  for (let k = start; k < end; k++) {
    if ((mask[k]! & (gold | ignored)) !== 0 || owner[k] !== i) close();
    else if (mask[k] === letter) {
      if (first < 0) first = k;
      last = k;
    }
  }
  close();
  return stretches;
}
