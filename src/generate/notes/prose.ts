import type { KindName } from "../../identifiers/kinds/index.ts";
import type { Stream } from "../../random/stream.ts";
import type { GoldSpan } from "../../record/note.ts";

/** An identifier that is about to be written; nothing else may write one. */
export interface Mention {
  readonly kind: KindName;
  readonly text: string;
  readonly role: GoldSpan["role"];
}

/** Words and identifiers in order; set as text at the end, once, so that each span is where its identifier came to stand. */
export type Prose = string | number | Mention | undefined | readonly Prose[];

export function mention(kind: KindName, text: string, role: GoldSpan["role"] = "subject"): Mention {
  return { kind, text, role };
}

/** Joins literal text and parts. */
export function prose(strings: TemplateStringsArray, ...parts: readonly Prose[]): Prose {
  const whole: Prose[] = [];
  for (let i = 0; i < strings.length; i++) {
    if (strings[i] !== "") whole.push(strings[i]!);
    if (i < parts.length) whole.push(parts[i]!);
  }
  return whole;
}

/** Whether nothing would be written. */
export function isEmpty(part: Prose): boolean {
  if (part === undefined || part === "") return true;
  return Array.isArray(part) && part.every(isEmpty);
}

/** What is there, with a separator between. */
export function joined(parts: readonly Prose[], separator: string): Prose {
  const whole: Prose[] = [];
  for (const part of parts) {
    if (isEmpty(part)) continue;
    if (whole.length > 0) whole.push(separator);
    whole.push(part);
  }
  return whole;
}

export const lines = (...parts: readonly Prose[]): Prose => joined(parts, "\n");

/** Paragraphs, with an empty line between. */
export const paragraphs = (...parts: readonly Prose[]): Prose => joined(parts, "\n\n");

/** `a, b and c`. */
export function listed(parts: readonly Prose[], last = " and "): Prose {
  if (parts.length < 2) return parts;
  return [joined(parts.slice(0, -1), ", "), last, parts.at(-1)];
}

export const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** How somebody types. */
export interface Hand {
  readonly letters: "as is" | "lower" | "upper";
  /** Words mistyped, as a share of all. */
  readonly typos: number;
  /** Characters a line at which it breaks; undefined: never. */
  readonly width?: number | undefined;
  readonly stream: Stream;
}

export interface Written {
  readonly text: string;
  readonly spans: readonly GoldSpan[];
}

/** Sets prose as text. A span covers its identifier as it was typed, mistyped or in capitals; no line breaks within one. */
export function written(whole: Prose, hand: Hand): Written {
  const spans: GoldSpan[] = [];
  let text = "";
  const gap = hand.typos > 0 ? Math.round(12 / hand.typos) : 0;
  let untilTypo = gap > 0 ? hand.stream.int(1, gap) : Number.POSITIVE_INFINITY;

  function put(part: Prose): void {
    if (part === undefined) return;
    if (typeof part === "string") {
      let literal = part;
      untilTypo -= part.length;
      if (untilTypo < 0) {
        literal = mistyped(part, hand.stream);
        untilTypo = hand.stream.int(1, gap);
      }
      text += hand.letters === "as is" ? literal : cased(literal, hand.letters);
    } else if (typeof part === "number") text += String(part);
    else if (isMention(part)) putMention(part);
    else for (const each of part) put(each);
  }

  function putMention({ kind, text: value, role }: Mention): void {
    let name = value.trim();
    if (name === "") return;
    if (kind === "name") {
      untilTypo -= name.length;
      if (untilTypo < 0) {
        name = mistyped(name.toLowerCase(), hand.stream, name);
        untilTypo = hand.stream.int(1, gap);
      }
    }
    if (hand.letters !== "as is" && wordKinds.has(kind)) name = cased(name, hand.letters);
    spans.push({ start: text.length, end: text.length + name.length, kind, role });
    text += name;
  }

  put(whole);
  return { text: hand.width === undefined ? text : wrapped(text, spans, hand.width), spans };
}

const isMention = (part: object): part is Mention => "kind" in part;

/** Kinds that are words; numbers and addresses of the net keep their letters. */
const wordKinds: ReadonlySet<KindName> = new Set<KindName>([
  "name",
  "facility",
  "employer",
  "city",
  "county",
  "street-address",
  "place",
  "date",
  "birth-date",
]);

const cased = (text: string, letters: "lower" | "upper"): string => (letters === "lower" ? text.toLowerCase() : text.toUpperCase());

/** One word of five small letters or more with two of them swapped, one left out or one twice. `spelled`: what to change, by the places of `text`. */
function mistyped(text: string, stream: Stream, spelled: string = text): string {
  const isLetter = (i: number): boolean => i < text.length && text.charCodeAt(i) >= 97 && text.charCodeAt(i) <= 122;
  let start = stream.int(0, text.length - 1);
  while (start > 0 && isLetter(start - 1)) start--;
  let end = start;
  while (isLetter(end)) end++;
  const before = start === 0 ? " " : text[start - 1]!;
  const after = end >= text.length ? " " : text[end]!;
  if (end - start < 5 || !(before === " " || before === "\n") || !" .,;:\n".includes(after) || spelled.length !== text.length)
    return spelled;
  const at = stream.int(start + 1, end - 2);
  const way = stream.int(0, 2);
  if (way === 0) return spelled.slice(0, at) + spelled[at + 1] + spelled[at] + spelled.slice(at + 2);
  if (way === 1) return spelled.slice(0, at) + spelled.slice(at + 1);
  return spelled.slice(0, at) + spelled[at] + spelled.slice(at);
}

/** Breaks long lines at single spaces outside identifiers: as many characters as before. */
function wrapped(text: string, spans: readonly GoldSpan[], width: number): string {
  const parts: string[] = [];
  let [from, lineStart, space, span] = [0, 0, -1, 0];
  for (let i = 0; i < text.length; i++) {
    while (span < spans.length && spans[span]!.end <= i) span++;
    const unit = text.charCodeAt(i);
    if (unit === 10) {
      lineStart = i + 1;
      space = -1;
    } else if (
      unit === 32 &&
      !(span < spans.length && spans[span]!.start <= i) &&
      text.charCodeAt(i - 1) !== 32 &&
      text.charCodeAt(i + 1) !== 32
    ) {
      space = i;
    }
    if (i - lineStart < width || space <= lineStart) continue;
    parts.push(text.slice(from, space));
    from = space + 1;
    lineStart = from;
    space = -1;
  }
  if (parts.length === 0) return text;
  parts.push(text.slice(from));
  return parts.join("\n");
}
