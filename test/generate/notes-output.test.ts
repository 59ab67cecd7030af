import { expect, test } from "vitest";
import { safeNames } from "../../src/deidentify/names.ts";
import { createScorer } from "../../src/evaluate/evaluate.ts";
import { noteFormats } from "../../src/evaluate/gold/index.ts";
import type { MarkedNote } from "../../src/evaluate/note.ts";
import { type AnnotationName, annotationNames } from "../../src/generate/encode/notes.ts";
import { generate, generatePatients } from "../../src/generate/generate.ts";
import { tiny } from "./shipped.ts";

const range = { seed: "notes", asOf: "2026-03-31", patients: 8 };
const notes = [...generatePatients(tiny, range)].flatMap((record) => record.notes.map((note) => ({ ...note, index: record.index })));

async function filesOf(annotations?: AnnotationName): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const ended = new Set<string>();
  const sink = (file: string) => {
    files.set(file, "");
    return { write: (text: string) => void files.set(file, files.get(file)! + text), end: () => void ended.add(file) };
  };
  await generate({ ...range, profile: tiny, formats: ["notes"], annotations, gold: false, sink });
  expect([...ended]).toEqual([...files.keys()].filter((file) => file.startsWith("notes/")));
  return files;
}

/** Reads files with the readers of `evaluate text`. */
async function readBack(files: Map<string, string>, annotations: AnnotationName): Promise<MarkedNote[]> {
  const format = noteFormats.find(({ name }) => name === annotations)!;
  const read: MarkedNote[] = [];
  for (const [name, text] of files) {
    if (!/^notes[./]/.test(name) || name.includes("index") || format.besides.some((extension) => name.endsWith(extension))) continue;
    const stem = name.replace(/^notes\/|\.[a-z0-9]+$/g, "");
    const file = {
      id: stem,
      text: async function* () {
        yield text;
      },
      beside: async (extension: string) => files.get(`notes/${stem}${extension}`) ?? null,
    };
    for await (const note of format.read(file, { needsSpans: true, needsText: true })) read.push(note);
  }
  return read;
}

test("without annotations a note is a file with its text, and an index says whose", async () => {
  const files = await filesOf();
  const index = files
    .get("notes.index.ndjson")!
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { file: string; noteId: string; patientId: string; title: string });
  expect(notes.length).toBeGreaterThan(20);
  expect(files.size).toBe(notes.length + 1);
  expect(index.map(({ noteId, patientId, title }) => [noteId, patientId, title])).toEqual(
    notes.map(({ id, patientId, title }) => [id, patientId, title]),
  );
  expect(index.map(({ file }) => files.get(`notes/${file}.txt`))).toEqual(notes.map(({ text }) => text));
  expect(index.filter(({ file }, i) => Number(file.slice(5, 13)) !== notes[i]!.index || !/^note-\d{8}\.\d{4}$/.test(file))).toEqual([]);
});

test("the names of files are taken for nobody's: de-identifying keeps them", async () => {
  const names = [...(await filesOf()).keys()].filter((file) => file.startsWith("notes/"));
  const far = ["note-12345678.0123.txt", "note-99999999.9999.txt"];
  expect(safeNames([...names, ...far]).filter(({ renamed }) => renamed)).toEqual([]);
  expect(safeNames(["note-12345678-0123.txt"])[0]!.renamed).toBe(true);
});

test.each(annotationNames)(
  "%s is read back with every span where it was, and a perfect prediction is right in full",
  async (annotations) => {
    const files = await filesOf(annotations);
    const isFolder = files.has("notes.index.ndjson");
    expect([annotations, isFolder]).toEqual([annotations, annotations === "brat" || annotations === "i2b2"]);
    const read = await readBack(files, annotations);
    // CoNLL does not keep white space.
    const words = (text: string | undefined) => (annotations === "conll" ? text?.replace(/\s/g, "") : text);
    expect(read.map(({ text }) => words(text))).toEqual(notes.map(({ text }) => words(text)));
    const label = (kind: string | undefined) => kind?.replace(/\s/g, "_");
    expect(read.map(({ spans }) => spans.map(({ start, end, label: named, kind }) => [start, end, label(named ?? kind)]))).toEqual(
      notes.map(({ spans }) => spans.map(({ start, end, kind }) => [start, end, label(kind)])),
    );
    if (annotations !== "conll")
      expect(read.map(({ spans }) => spans.map(({ role }) => role))).toEqual(notes.map(({ spans }) => spans.map(({ role }) => role)));
    if (!isFolder) expect(read.map(({ id }) => id)).toEqual(notes.map(({ id }) => id));
    const scorer = createScorer({ samples: 0, seed: "1" });
    for (const note of read) scorer.add({ ...note, text: note.text! }, note.spans);
    const { metrics } = scorer.finish();
    expect([metrics["r-any"].value, metrics["r-full"].value, metrics.p.value]).toEqual([1, 1, 1]);
    const blind = createScorer({ samples: 0, seed: "1" });
    for (const note of read) blind.add({ ...note, text: note.text! }, []);
    expect(blind.finish().metrics["r-any"].value).toBe(0);
  },
);
