import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DeidError } from "../../src/errors.ts";
import type { NoteFormat, NoteReading } from "../../src/evaluate/gold/format.ts";
import { noteFormats } from "../../src/evaluate/gold/index.ts";
import type { MarkedNote, Note, NoteSpan } from "../../src/evaluate/note.ts";

const formatBy = (name: string): NoteFormat => noteFormats.find((format) => format.name === name)!;
const gold: NoteReading = { needsSpans: true, needsText: true };

/** Reads files by extension, the first as the note's own. */
async function read(format: NoteFormat, files: Readonly<Record<string, string>>, reading = gold, chunk = 7): Promise<MarkedNote[]> {
  const [own = ""] = Object.keys(files);
  const notes: MarkedNote[] = [];
  const file = {
    async *text() {
      const text = files[own]!;
      for (let at = 0; at < text.length; at += chunk) yield text.slice(at, at + chunk);
    },
    id: "a note",
    beside: async (extension: string) => files[extension] ?? null,
  };
  for await (const note of format.read(file, reading)) notes.push(note);
  return notes;
}

function write(format: NoteFormat, notes: readonly Note[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const note of notes)
    for (const { extension, text } of format.write(note, { show: true })) files[extension] = (files[extension] ?? "") + text;
  return files;
}

/** Words with astral, combining and ordinary letters, and marked runs of them. */
const word = fc.stringMatching(/^[a-zA-Z0-9éß👩𝔇<&>"'\].-]{1,8}$/u).filter((text) => /[\p{L}\p{N}]/u.test(text));
const gap = fc.constantFrom(" ", "  ", "\n", " \n", "\t", ", ", "\r\n", "\n\n");
const notes: fc.Arbitrary<Note> = fc
  .array(
    fc.record({
      word,
      gap,
      mark: fc.option(fc.constantFrom("PATIENT", "DATE", "ID")),
      length: fc.nat(2),
      role: fc.option(fc.constant("provider")),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => {
    let text = "";
    const spans: NoteSpan[] = [];
    let open: { start: number; label: string; left: number; role: string | null } | undefined;
    for (const part of parts) {
      if (!open && part.mark) open = { start: text.length, label: part.mark, left: part.length, role: part.role };
      text += part.word;
      if (open && open.left-- === 0) {
        spans.push({ start: open.start, end: text.length, label: open.label, ...(open.role !== null && { role: open.role }) });
        open = undefined;
      }
      text += part.gap;
    }
    return { id: "a note", text, spans };
  });

describe.each(noteFormats.map((format) => [format.name, format] as const))("%s", (name, format) => {
  test("what is written is read again: text, offsets, labels, over astral characters and line ends", async () => {
    await fc.assert(
      fc.asyncProperty(notes, fc.integer({ min: 1, max: 50 }), async (note, chunk) => {
        const again = await read(format, write(format, [note]), gold, chunk);
        if (name !== "conll") {
          expect(again).toEqual([note]);
          return;
        }
        // White space is not kept, and there is no place for roles.
        const blank = (text: string): string => text.replace(/\s/g, " ");
        expect(again[0]!.spans).toEqual(note.spans.map(({ start, end, label }) => ({ start, end, label })));
        expect(blank(again[0]!.text!)).toBe(blank(note.text).trimEnd());
      }),
      { numRuns: 200 },
    );
  });

  test("where spans are not asked for none are read", async () => {
    const note = { id: "a note", text: "Ana Ruiz left.", spans: [{ start: 0, end: 8, label: "PATIENT" }] };
    const [again] = await read(format, write(format, [note]), { needsSpans: false, needsText: true });
    expect(again!.spans).toEqual([]);
    expect(again!.text).toContain("Ana Ruiz");
  });
});

describe("brat", () => {
  const text = "Seen 👍 by Ana\n Ruiz on 3/4";

  test("offsets count code points, and pieces with only white space between them are one span", async () => {
    const ann =
      "T1\tPROVIDER 10 13;15 19\tAna Ruiz\nT2\tDATE 23 26\t3/4\nA1\tRole T1 provider\n#1\tAnnotatorNotes T1\tsure?\n*\tEquiv T1 T2\n";
    const [note] = await read(formatBy("brat"), { ".txt": text, ".ann": ann });
    expect(note!.spans.map(({ start, end }) => text.slice(start, end))).toEqual(["Ana\n Ruiz", "3/4"]);
    expect(note!.spans[0]).toMatchObject({ label: "PROVIDER", role: "provider", entity: "equiv-5" });
  });

  test.each([
    ["a note without an .ann", { ".txt": text }],
    ["an annotation past the end", { ".txt": text, ".ann": "T1\tDATE 0 99\tx\n" }],
    ["an annotation of another text", { ".txt": text, ".ann": "T1\tDATE 0 4\tBorn\n" }],
    ["an annotation without offsets", { ".txt": text, ".ann": "T1\tDATE\tx\n" }],
  ])("%s is refused", async (_, files) => {
    await expect(read(formatBy("brat"), files)).rejects.toThrow(expect.objectContaining({ code: "malformed" }));
  });
});

describe("i2b2", () => {
  const xml = (tags: string, text = "<![CDATA[Seen 👍 by Ana Ruiz & co]]>", head = ""): Record<string, string> => ({
    ".xml": `<?xml version="1.0" encoding="UTF-8" ?>\n${head}<deIdi2b2>\n<TEXT>${text}</TEXT>\n<TAGS>\n${tags}\n</TAGS>\n</deIdi2b2>\n`,
  });

  test("offsets count code points, and the type is the label", async () => {
    const [note] = await read(formatBy("i2b2"), xml('<NAME id="P0" start="10" end="18" text="Ana Ruiz" TYPE="DOCTOR" comment="" />'));
    expect(note).toEqual({ id: "a note", text: "Seen 👍 by Ana Ruiz & co", spans: [{ start: 11, end: 19, label: "DOCTOR" }] });
  });

  test.each([
    ["offsets that do not match their text", xml('<NAME id="P0" start="11" end="19" text="Ana Ruiz" TYPE="DOCTOR" />')],
    ["a tag past the end", xml('<NAME id="P0" start="11" end="190" TYPE="DOCTOR" />')],
    ["torn XML", { ".xml": "<deIdi2b2><TEXT>Ana" }],
    ["no text", { ".xml": "<deIdi2b2><TAGS/></deIdi2b2>" }],
    ["inline marks", xml("", 'Seen by <PHI TYPE="DOCTOR">Ana</PHI>')],
    ["an entity that XML does not have", xml("", "Seen by &ana;")],
    [
      "entities that expand",
      xml("", "&c;", '<!DOCTYPE x [<!ENTITY a "Ana Ana Ana"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>\n'),
    ],
    ["an entity from a file", xml("", "&f;", '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>\n')],
  ])("%s: refused with its line, and nothing of it is repeated", async (_, files) => {
    const refused = read(formatBy("i2b2"), files);
    await expect(refused).rejects.toThrow(DeidError);
    await expect(refused).rejects.toThrow(expect.objectContaining({ code: "malformed", location: { line: expect.any(Number) } }));
    await expect(refused).rejects.not.toThrow(/Ana|ana/);
  });

  test("a character that XML cannot hold is refused, not dropped", () => {
    expect(() => formatBy("i2b2").write({ id: 1, text: "a\u0007b", spans: [] }, { show: true })).toThrow(
      expect.objectContaining({ code: "malformed" }),
    );
  });
});

describe("conll", () => {
  test("tokens without offsets are joined by spaces, lines by line ends, and that is said", async () => {
    const said: string[] = [];
    const text =
      "-DOCSTART- -X- O O\n\nAna NNP B-NP B-PER\nRuiz NNP I-NP I-PER\nleft VBD O O\n\nBob NNP O S-PER\n\n-DOCSTART- -X- O O\n\nok UH O O\n";
    const notes = await read(formatBy("conll"), { ".conll": text }, { ...gold, notice: (sentence) => said.push(sentence) });
    expect(notes).toEqual([
      {
        id: "a note#1",
        text: "Ana Ruiz left\nBob\n",
        spans: [
          { start: 0, end: 8, label: "PER" },
          { start: 14, end: 17, label: "PER" },
        ],
      },
      { id: "a note#2", text: "ok", spans: [] },
    ]);
    expect(said[0]).toContain("a space between tokens");
  });

  test("offsets in two columns place the tokens, and predictions then keep the gold's text", async () => {
    const text = "Ana doc 2 5 B-PER\nRuiz doc 8 12 I-PER\n. doc 12 13 O\n";
    expect(await read(formatBy("conll"), { ".conll": text })).toEqual([
      { id: "a note", text: "  Ana   Ruiz.", spans: [{ start: 2, end: 12, label: "PER" }] },
    ]);
    expect((await read(formatBy("conll"), { ".conll": text }, { needsSpans: true, needsText: false }))[0]).not.toHaveProperty("text");
  });

  test("a tag of another scheme is refused with its line", async () => {
    await expect(read(formatBy("conll"), { ".conll": "Ana B-PER\nRuiz PER\n" })).rejects.toThrow(
      expect.objectContaining({ code: "malformed", location: { line: 2 } }),
    );
  });
});

describe("jsonl", () => {
  const lines = (...objects: readonly unknown[]): Record<string, string> => ({
    ".jsonl": `${objects.map((each) => JSON.stringify(each)).join("\r\n")}\n`,
  });
  const readLines = (files: Record<string, string>, reading: Partial<NoteReading> = {}) =>
    read(formatBy("jsonl"), files, { ...gold, ...reading });

  test("ids and texts go by their usual names, an id may be a number, and without one it is the record's", async () => {
    const files = lines({ note_id: 17, note: "a", spans: [] }, { id: "x", text: "b", spans: [] }, { body: "c", spans: [] });
    expect((await readLines(files)).map(({ id, text }) => [id, text])).toEqual([
      [17, "a"],
      ["x", "b"],
      [3, "c"],
    ]);
  });

  test("fields are named, also within others", async () => {
    const files = lines({ id: "no", meta: { key: "k1" }, resource: { "note.text": "x", text: "Ana" } });
    const [note] = await readLines(files, { needsSpans: false, textField: "resource.text", idField: "meta.key" });
    expect(note).toEqual({ id: "k1", text: "Ana", spans: [] });
  });

  test("our generator's gold and our own spans are read: the kind is the label", async () => {
    const span = {
      start: 0,
      end: 3,
      kind: "name",
      role: "provider",
      category: "A",
      strength: "checked",
      detector: "names",
      score: 0.5,
      entity: 7,
    };
    const [note] = await readLines(lines({ id: 1, text: "Ana", style: "ED", spans: [span] }));
    expect(note).toEqual({ id: 1, text: "Ana", style: "ED", spans: [{ ...span, label: "name", entity: "7" }] });
  });

  const value = "Quinnella Brakespeare";
  test.each([
    ["no JSON", { ".jsonl": `{"text": "${value}", "spans": [\n` }],
    ["no object", lines(value)],
    ["no text", lines({ id: value, spans: [] })],
    ["a text that is none", lines({ text: { value }, spans: [] })],
    ["no spans", lines({ text: value })],
    ["spans that are no list", lines({ text: value, spans: value })],
    ["a span without offsets", lines({ text: value, spans: [{ label: value }] })],
    ["a span that says another text", lines({ text: value, spans: [{ start: 0, end: 4, text: value }] })],
    ["an id that is an object", lines({ id: { value }, text: value, spans: [] })],
    ["an id too long for a number", { ".jsonl": `{"id": 12345678901234567890, "text": "${value}", "spans": []}` }],
  ])("%s: refused with its place, and nothing of it is repeated", async (_, files) => {
    const refused = readLines({ ".jsonl": `{"text":"ok","spans":[]}\n\n${files[".jsonl"]}` });
    await expect(refused).rejects.toThrow(
      expect.objectContaining({ code: "malformed", location: expect.objectContaining({ line: 3, record: 2 }) }),
    );
    await expect(refused).rejects.not.toThrow(/Quinnella|Brakespeare/);
  });

  test("the text stands in what is written only where it may be shown", () => {
    const note = { id: 1, text: value, spans: [{ start: 0, end: 9, kind: "name", label: "name", category: "A" as const }] };
    const [hidden, shown] = [false, true].map((show) => formatBy("jsonl").write(note, { show })[0]!.text);
    expect(hidden).toBe('{"id":1,"spans":[{"start":0,"end":9,"category":"A","kind":"name"}]}\n');
    expect(shown).toContain(value);
  });
});
