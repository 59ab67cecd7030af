import { DeidError } from "../../errors.ts";
import type { Note, NoteSpan } from "../note.ts";
import type { NoteFile, NoteFormat } from "./format.ts";
import { wholeText } from "./lines.ts";
import { type Points, pointsOf } from "./points.ts";

/**
 * A `.txt` with the note and an `.ann` beside it (brat standoff format, brat.nlplab.org/standoff.html), offsets in code
 * points. Read are text-bound annotations, `Equiv` for mentions of one entity and attributes called `Role`; other lines are
 * passed over. Pieces with only white space between them are one span, others a span each.
 */
export const brat: NoteFormat = {
  name: "brat",
  title: "brat standoff: a .txt and an .ann a note",
  extensions: [".txt", ".ann"],
  besides: [".ann"],
  isFolder: true,
  holdsText: true,
  async *read(file, reading) {
    const text = await wholeText(file.text());
    yield { id: file.id, text, spans: reading.needsSpans ? await spansOf(file, text) : [] };
  },
  write(note) {
    return [
      { extension: ".txt", text: note.text },
      { extension: ".ann", text: annotations(note) },
    ];
  },
};

async function spansOf(file: NoteFile, text: string): Promise<NoteSpan[]> {
  const standoff = await file.beside(".ann");
  if (standoff === null)
    throw new DeidError("malformed", "the note has no .ann file beside it", undefined, "where nothing is marked the .ann is empty");
  const points = pointsOf(text);
  const spans: { id: string; span: NoteSpan }[] = [];
  const entities = new Map<string, string>();
  const roles = new Map<string, string>();
  for (const [i, line] of standoff.split("\n").entries()) {
    const [id = "", body = "", said] = line.replace(/\r$/, "").split("\t");
    if (id.startsWith("T")) for (const span of textBound(body, said, text, points, i + 1)) spans.push({ id, span });
    else if (id === "*" && body.startsWith("Equiv ")) for (const each of body.split(" ").slice(1)) entities.set(each, `equiv-${i + 1}`);
    else if (/^[AM]\d{1,9}$/.test(id)) {
      const [name, target, value] = body.split(" ");
      if (name === "Role" && target !== undefined && value !== undefined) roles.set(target, value);
    }
  }
  return spans
    .map(({ id, span }) => ({
      ...span,
      ...(roles.has(id) && { role: roles.get(id) }),
      ...(entities.has(id) && { entity: entities.get(id) }),
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** `PATIENT 0 5;6 11`, and what the line says stands there. */
function textBound(body: string, said: string | undefined, text: string, points: Points, line: number): NoteSpan[] {
  const space = body.indexOf(" ");
  const label = body.slice(0, space);
  const pieces = body
    .slice(space + 1)
    .split(";")
    .map((piece) => /^(\d{1,9}) (\d{1,9})$/.exec(piece));
  const where = { at: `line ${line} of the .ann` };
  if (space < 1 || pieces.some((piece) => piece === null))
    throw new DeidError("malformed", "an annotation has no label or no offsets", where);
  const spans: { label: string; start: number; end: number }[] = [];
  for (const piece of pieces) {
    const start = points.toUnit(Number(piece![1]));
    const end = points.toUnit(Number(piece![2]));
    if (start === undefined || end === undefined || start >= end)
      throw new DeidError("malformed", "an annotation does not lie in the text", where);
    const last = spans.at(-1);
    if (last && last.end <= start && text.slice(last.end, start).trim() === "") last.end = end;
    else spans.push({ label, start, end });
  }
  if (said !== undefined && folded(said) !== folded(spans.map(({ start, end }) => text.slice(start, end)).join(" ")))
    throw new DeidError(
      "malformed",
      "the text of an annotation is not what stands there",
      where,
      "brat counts code points of the .txt as it is",
    );
  return spans;
}

/** Pieces of a span over a line end are joined by a space. */
function folded(text: string): string {
  return text.replace(/\s/g, "");
}

function annotations({ text, spans }: Note): string {
  const points = pointsOf(text);
  const lines: string[] = [];
  const entities = new Map<string, string[]>();
  let attributes = 0;
  for (const [i, { label, kind, start, end, role, entity }] of spans.entries()) {
    const id = `T${i + 1}`;
    const pieces = piecesOf(text, start, end);
    const offsets = pieces.map(([from, to]) => `${points.toPoint(from)} ${points.toPoint(to)}`).join(";");
    const said = pieces.map(([from, to]) => text.slice(from, to)).join(" ");
    lines.push(`${id}\t${word(label ?? kind ?? "SPAN")} ${offsets}\t${said.replace(lineEnds, " ").replaceAll("\t", " ")}`);
    if (role !== undefined) lines.push(`A${++attributes}\tRole ${id} ${word(role)}`);
    if (entity !== undefined) entities.set(entity, [...(entities.get(entity) ?? []), id]);
  }
  for (const ids of entities.values()) lines.push(`*\tEquiv ${ids.join(" ")}`);
  return lines.map((line) => `${line}\n`).join("");
}

/** All that Python's readers take for the end of a line. */
const lineEnds = /[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;

/** A span may not run over the end of a line: its pieces on each line. */
function piecesOf(text: string, start: number, end: number): (readonly [number, number])[] {
  const pieces: (readonly [number, number])[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== "\n" && text[at] !== "\r") continue;
    if (text.slice(from, at).trim() !== "") pieces.push([from, at]);
    from = at + 1;
  }
  return pieces.length === 0 ? [[start, end]] : pieces;
}

function word(label: string): string {
  return label.replace(/[^\p{L}\p{N}_-]/gu, "_");
}
