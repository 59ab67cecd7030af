import { SaxesParser } from "saxes";
import { DeidError } from "../../errors.ts";
import type { Category } from "../../identifiers/category.ts";
import type { Note, NoteSpan } from "../note.ts";
import type { NoteFormat } from "./format.ts";
import { wholeText } from "./lines.ts";
import { pointsOf } from "./points.ts";

/**
 * The XML of the i2b2/UTHealth 2014 shared task and of n2c2 after it: `<TEXT>` with the note, `<TAGS>` with an element a span,
 * offsets in code points of the text as an XML parser gives it. A document type declaration is refused, and with it every
 * entity but the five of XML. `role` and `entity` are attributes of ours.
 */
export const i2b2: NoteFormat = {
  name: "i2b2",
  title: "i2b2/n2c2 2014 XML, a note a file",
  extensions: [".xml"],
  begins: "<",
  besides: [],
  isFolder: true,
  holdsText: true,
  async *read(file, { needsSpans }) {
    const { text, tags } = parse(await wholeText(file.text()));
    const points = pointsOf(text);
    yield { id: file.id, text, spans: needsSpans ? tags.map((tag) => spanFrom(tag, text, points)).sort(byPlace) : [] };
  },
  write: (note) => [{ extension: ".xml", text: written(note) }],
};

function byPlace(a: NoteSpan, b: NoteSpan): number {
  return a.start - b.start || a.end - b.end;
}

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
}

function parse(xml: string): { readonly text: string; readonly tags: readonly Tag[] } {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: string[] = [];
  const pieces: string[] = [];
  const tags: Tag[] = [];
  let texts = 0;
  const refuse = (message: string, hint?: string): never => {
    throw new DeidError("malformed", message, { line: parser.line }, hint);
  };
  // The parser's own messages quote names and entities.
  parser.on("error", () => refuse("the XML is not well-formed"));
  parser.on("doctype", () => refuse("a document type declaration is not read", "take the DOCTYPE out: the format has none"));
  parser.on("opentag", ({ name, attributes }) => {
    const within = open.at(-1);
    if (within === "TEXT") refuse("an element stands in the text of the note", "inline marks of 2006 are not read");
    if (within === "TAGS" && "start" in attributes) tags.push({ name, attributes, line: parser.line });
    if (name === "TEXT" && open.length === 1 && ++texts > 1) refuse("there is more than one text");
    open.push(name);
  });
  parser.on("closetag", () => void open.pop());
  const take = (piece: string): void => {
    if (open.length === 2 && open[1] === "TEXT") pieces.push(piece);
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.write(xml).close();
  if (texts === 0) refuse("there is no TEXT in the XML");
  return { text: pieces.join(""), tags };
}

function spanFrom({ name, attributes, line }: Tag, text: string, points: ReturnType<typeof pointsOf>): NoteSpan {
  const offset = (value: string | undefined): number | undefined =>
    value !== undefined && /^\d{1,9}$/.test(value) ? points.toUnit(Number(value)) : undefined;
  const start = offset(attributes.start);
  const end = offset(attributes.end);
  if (start === undefined || end === undefined || start >= end)
    throw new DeidError("malformed", "a tag does not lie in the text", { line });
  const { text: said, TYPE, role, entity } = attributes;
  // White space in an attribute reads as blanks.
  if (said !== undefined && said.replace(/\s/g, "") !== text.slice(start, end).replace(/\s/g, ""))
    throw new DeidError("malformed", "the text of a tag is not what stands there", { line }, "offsets count code points of the text");
  return { start, end, label: TYPE ?? name, ...(role !== undefined && { role }), ...(entity !== undefined && { entity }) };
}

/** The element that the task's guidelines have for each category. */
const elements: Readonly<Record<Category, string>> = {
  A: "NAME",
  B: "LOCATION",
  C: "DATE",
  D: "CONTACT",
  E: "CONTACT",
  F: "CONTACT",
  G: "ID",
  H: "ID",
  I: "ID",
  J: "ID",
  K: "ID",
  L: "ID",
  M: "ID",
  N: "CONTACT",
  O: "CONTACT",
  P: "ID",
  Q: "ID",
  R: "ID",
};

function written({ text, spans }: Note): string {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    throw new DeidError("malformed", "the note has a character that XML cannot hold", undefined, "write it in another format");
  const points = pointsOf(text);
  const tags = spans.map(({ start, end, label, kind, category, role, entity }, i) => {
    const type = label ?? kind ?? "OTHER";
    const attributes = {
      id: `P${i}`,
      start: String(points.toPoint(start)),
      end: String(points.toPoint(end)),
      text: text.slice(start, end),
      TYPE: type,
      ...(role !== undefined && { role }),
      ...(entity !== undefined && { entity }),
      comment: "",
    };
    const body = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
    return `<${type === "AGE" || type === "age" ? "AGE" : category === undefined ? "PHI" : elements[category]}${body.join("")} />\n`;
  });
  // A carriage return can only be written as a character reference, and no reference stands in CDATA.
  const whole = text.replaceAll("]]>", "]]]]><![CDATA[>").replaceAll("\r", "]]>&#13;<![CDATA[");
  return `<?xml version="1.0" encoding="UTF-8" ?>\n<deIdi2b2>\n<TEXT><![CDATA[${whole}]]></TEXT>\n<TAGS>\n${tags.join("")}</TAGS>\n</deIdi2b2>\n`;
}

function escaped(value: string): string {
  return value.replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
