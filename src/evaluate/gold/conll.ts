import { DeidError } from "../../errors.ts";
import type { MarkedNote, Note, NoteSpan } from "../note.ts";
import type { NoteFormat, NoteReading } from "./format.ts";
import { linesOf } from "./lines.ts";
import { pointsOf } from "./points.ts";

/**
 * A token a line, the tag in the last column (B-, I-, O; also S-, E-, L-, U-), a blank line between sentences, `-DOCSTART-`
 * before each note with its id behind it. Two columns of whole numbers are the tokens' offsets in code points, and the text
 * is built from them; without such columns it is built with a space between tokens and a line end between sentences.
 * Either way white space is not what it was. Overlapping spans cannot be written: the earlier, longer one is.
 */
export const conll: NoteFormat = {
  name: "conll",
  title: "CoNLL: a token a line with BIO tags",
  extensions: [".conll", ".bio", ".iob"],
  besides: [],
  isFolder: false,
  holdsText: true,
  async *read(file, reading) {
    let rows: Row[] = [];
    let id: string | number = file.id;
    let notes = 0;
    let line = 0;
    const settle = (): MarkedNote | undefined => {
      if (rows.every(({ token }) => token === "")) return undefined;
      const note = noteFrom(id, rows, reading);
      rows = [];
      notes++;
      return note;
    };
    for await (const text of linesOf(file.text())) {
      line++;
      const columns = text.trim() === "" ? [] : text.split(text.includes("\t") ? "\t" : " ").filter((column) => column !== "");
      if (columns[0] === "-DOCSTART-") {
        const note = settle();
        if (note) yield note;
        const [, named] = columns;
        id = named === undefined || named === "-X-" || named === "O" ? `${file.id}#${notes + 1}` : decoded(named);
        rows = [];
      } else if (columns.length === 0) rows.push({ token: "", columns, line });
      else if (columns.length === 1 && reading.needsSpans) throw new DeidError("malformed", "a token has no tag", { line });
      else rows.push({ token: columns[0]!, columns, line });
    }
    const note = settle();
    if (note) yield note;
  },
  write: (note) => [{ extension: ".conll", text: written(note) }],
};

interface Row {
  /** Empty between sentences. */
  readonly token: string;
  readonly columns: readonly string[];
  readonly line: number;
}

function noteFrom(id: string | number, rows: readonly Row[], { needsSpans, needsText, notice }: NoteReading): MarkedNote {
  const at = offsetColumn(rows);
  const { text, starts } = at < 0 ? joined(rows) : placed(rows, at);
  if (at < 0) notice?.("CoNLL without offsets: the text is built with a space between tokens, and offsets are those of that text");
  const spans = needsSpans ? spansFrom(rows, starts) : [];
  // Tokens at their offsets are not the text: predictions keep to that of the gold.
  return { id, ...((needsText || at < 0) && { text }), spans };
}

/** The first of two columns that are, in every row, the token's start and end. -1 for none. */
function offsetColumn(rows: readonly Row[]): number {
  const tokens = rows.filter(({ token }) => token !== "");
  const width = tokens[0]?.columns.length ?? 0;
  for (let at = 1; at + 1 < width; at++) {
    const isOffset = ({ token, columns }: Row): boolean =>
      /^\d{1,9}$/.test(columns[at] ?? "") && Number(columns[at + 1]) - Number(columns[at]) === pointsOf(token).length;
    if (tokens.every(isOffset)) return at;
  }
  return -1;
}

interface Built {
  readonly text: string;
  /** Where the token of each row starts; for a row without one, anything. */
  readonly starts: readonly number[];
}

function joined(rows: readonly Row[]): Built {
  let text = "";
  const starts = rows.map(({ token }) => {
    if (token === "") {
      if (text !== "" && !text.endsWith("\n")) text += "\n";
      return text.length;
    }
    if (text !== "" && !text.endsWith("\n")) text += " ";
    text += token;
    return text.length - token.length;
  });
  return { text, starts };
}

function placed(rows: readonly Row[], at: number): Built {
  const pieces: string[] = [];
  let units = 0;
  let points = 0;
  let isBroken = false;
  const starts = rows.map(({ token, columns, line }) => {
    if (token === "") {
      isBroken = true;
      return units;
    }
    const gap = Number(columns[at]) - points;
    if (gap < 0) throw new DeidError("malformed", "the offsets of tokens do not ascend", { line });
    pieces.push(gap === 0 ? "" : isBroken ? `\n${" ".repeat(gap - 1)}` : " ".repeat(gap), token);
    isBroken = false;
    units += gap + token.length;
    points = Number(columns[at + 1]);
    return units - token.length;
  });
  return { text: pieces.join(""), starts };
}

function spansFrom(rows: readonly Row[], starts: readonly number[]): NoteSpan[] {
  const spans: { start: number; end: number; label: string }[] = [];
  let last: { start: number; end: number; label: string } | undefined;
  for (const [i, { token, columns, line }] of rows.entries()) {
    if (token === "") continue;
    const tag = columns.at(-1)!;
    if (tag === "O") {
      last = undefined;
      continue;
    }
    const parts = /^([BIESLU])-(\S{1,60})$/.exec(tag);
    if (!parts) throw new DeidError("malformed", "a tag is none of O, B-LABEL, I-LABEL", { line });
    const [, place, label = ""] = parts;
    const start = starts[i]!;
    const end = start + token.length;
    if (last && last.label === label && (place === "I" || place === "E" || place === "L")) last.end = end;
    else {
      last = { start, end, label };
      spans.push(last);
    }
    if (place !== "B" && place !== "I") last = undefined;
  }
  return spans;
}

function written({ id, text, spans }: Note): string {
  const points = pointsOf(text);
  const lines = [`-DOCSTART-\t${encodeURIComponent(String(id))}`, ""];
  let from = 0;
  let last: NoteSpan | undefined;
  for (const { start, end, span } of tokensOf(text, disjoint(spans))) {
    if (from > 0 && text.slice(from, start).includes("\n")) lines.push("");
    const tag = span ? `${span === last ? "I" : "B"}-${(span.label ?? span.kind ?? "SPAN").replace(/\s/g, "_")}` : "O";
    lines.push(`${text.slice(start, end)}\t${points.toPoint(start)}\t${points.toPoint(end)}\t${tag}`);
    from = end;
    last = span;
  }
  return `${lines.join("\n")}\n\n`;
}

function disjoint(spans: readonly NoteSpan[]): NoteSpan[] {
  const kept: NoteSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

interface Token {
  readonly start: number;
  readonly end: number;
  readonly span: NoteSpan | undefined;
}

/** Runs of letters and digits and single other characters, none of which crosses the edge of a span. */
function* tokensOf(text: string, spans: readonly NoteSpan[]): Generator<Token> {
  let next = 0;
  for (const { 0: found, index } of text.matchAll(/[\p{L}\p{M}\p{N}]{1,200}|\S/gu)) {
    const end = index + found.length;
    let start = index;
    while (start < end) {
      while (next < spans.length && spans[next]!.end <= start) next++;
      const span = spans[next];
      const isIn = span !== undefined && span.start <= start;
      const stop = span === undefined ? end : Math.min(end, isIn ? span.end : span.start > start ? span.start : end);
      yield { start, end: stop, span: isIn ? span : undefined };
      start = stop;
    }
  }
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
