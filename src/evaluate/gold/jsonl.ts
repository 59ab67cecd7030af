import { DeidError } from "../../errors.ts";
import { isCategory } from "../labels.ts";
import type { MarkedNote, NoteSpan } from "../note.ts";
import type { NoteFormat, NoteReading } from "./format.ts";
import { linesOf } from "./lines.ts";

/** One JSON object a line: `{"id", "style", "text", "spans": [{"start", "end", "label", …}]}`, offsets in UTF-16 units. */
export const jsonl: NoteFormat = {
  name: "jsonl",
  title: "JSON Lines, one note a line",
  extensions: [".jsonl", ".ndjson"],
  begins: "{",
  besides: [],
  isFolder: false,
  holdsText: false,
  async *read(file, reading) {
    let record = 0;
    let line = 0;
    for await (const text of linesOf(file.text())) {
      line++;
      if (text.trim() === "") continue;
      record++;
      try {
        yield noteFrom(parse(text), reading, record);
      } catch (error) {
        throw error instanceof DeidError ? error.at({ line, record }) : error;
      }
    }
  },
  write: ({ id, style, text, spans }, { show }) => [
    {
      extension: ".jsonl",
      text: `${JSON.stringify({
        id,
        ...(style !== undefined && { style }),
        ...(show && { text }),
        spans: spans.map((span) => written(span, show ? text : undefined)),
      })}\n`,
    },
  ],
};

/** Names that notes, their ids and their styles go by, the likelier first. */
const textFields = ["text", "note", "body", "note_text", "notetext", "content", "report", "report_text", "document", "narrative"];
const idFields = ["id", "note_id", "noteid", "document_id", "doc_id", "row_id", "report_id"];

function parse(line: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // The parser's own error quotes the line.
    throw malformed("the line is no JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw malformed("the line is no JSON object");
  return value as Record<string, unknown>;
}

function noteFrom(object: Readonly<Record<string, unknown>>, reading: NoteReading, record: number): MarkedNote {
  const id = idOf(object, reading.idField, record);
  const text = textOf(object, reading);
  const { style, spans } = object;
  if (style !== undefined && style !== null && typeof style !== "string") throw malformed("the style is no text", "style");
  if (spans === undefined && reading.needsSpans) throw malformed("the line has no spans", "spans", 'a note without any is {"spans": []}');
  return {
    id,
    ...(typeof style === "string" && { style }),
    ...(text !== undefined && { text }),
    spans: spans === undefined || !reading.needsSpans ? [] : spansFrom(spans, text),
  };
}

function idOf(object: Readonly<Record<string, unknown>>, field: string | undefined, record: number): string | number {
  const id = field === undefined ? idFields.map((name) => at(object, name)).find(isThere) : at(object, field);
  if (!isThere(id)) {
    if (field !== undefined) throw malformed("the line lacks the field that holds the id");
    return record;
  }
  if (typeof id === "string") return id;
  if (typeof id !== "number") throw malformed("the id is neither text nor a number");
  // Two ids past 2^53 may be read as one.
  if (!Number.isSafeInteger(id)) throw malformed("the id is a number that cannot be read exactly", undefined, "write ids as text");
  return id;
}

function textOf(object: Readonly<Record<string, unknown>>, { textField, needsText }: NoteReading): string | undefined {
  const text = textField === undefined ? textFields.map((name) => at(object, name)).find(isThere) : at(object, textField);
  if (typeof text === "string") return text;
  if (isThere(text)) throw malformed("the text of the note is no text");
  if (needsText)
    throw malformed("the line has no text of a note", undefined, `name its field with --text-field; tried: ${textFields.join(", ")}`);
  return undefined;
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** A field by its name, or by names joined by dots where there is none of that name. */
function at(object: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(object, path)) return object[path];
  let value: unknown = object;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function spansFrom(spans: unknown, text: string | undefined): NoteSpan[] {
  if (!Array.isArray(spans)) throw malformed("the spans are no list", "spans");
  return spans.map((span: unknown, i) => {
    const where = `spans[${i}]`;
    if (typeof span !== "object" || span === null) throw malformed("a span is no object", where);
    const { start, end, label, kind, category, text: value, ...rest } = span as Record<string, unknown>;
    if (typeof start !== "number" || typeof end !== "number") throw malformed("a span has no start or no end", where);
    if (text !== undefined && typeof value === "string" && text.slice(start, end) !== value)
      throw malformed("the text of a span is not what stands there", where, "offsets count UTF-16 units, the end is not included");
    const named = label ?? kind ?? category;
    return {
      start,
      end,
      ...(typeof named === "string" && { label: named }),
      ...(typeof kind === "string" && { kind }),
      ...(isCategory(category) && { category }),
      ...texts(rest),
      ...(typeof rest.score === "number" && { score: rest.score }),
    };
  });
}

function texts(rest: Readonly<Record<string, unknown>>): Partial<NoteSpan> {
  const found: Record<string, string> = {};
  for (const name of ["role", "entity", "strength", "detector"]) {
    const value = rest[name];
    if (typeof value === "string" || typeof value === "number") found[name] = String(value);
  }
  return found;
}

/** A label that only repeats the kind is not written. */
function written({ start, end, label, category, kind, strength, detector, score, role, entity }: NoteSpan, text: string | undefined) {
  return {
    start,
    end,
    ...(label !== undefined && label !== kind && { label }),
    ...(category !== undefined && { category }),
    ...(kind !== undefined && { kind }),
    ...(strength !== undefined && { strength }),
    ...(detector !== undefined && { detector }),
    ...(score !== undefined && { score }),
    ...(role !== undefined && { role }),
    ...(entity !== undefined && { entity }),
    ...(text !== undefined && { text: text.slice(start, end) }),
  };
}

function malformed(message: string, where?: string, hint?: string): DeidError {
  return new DeidError("malformed", message, where === undefined ? undefined : { at: where }, hint);
}
