import type { NoteFormat } from "../../evaluate/gold/format.ts";
import { noteFormats } from "../../evaluate/gold/index.ts";
import type { Note as GoldNote } from "../../evaluate/note.ts";
import { kindByName } from "../../identifiers/kinds/index.ts";
import type { Note } from "../../record/note.ts";
import type { PatientRecord } from "../../record/record.ts";
import type { Piece, RecordEncoder } from "./encoder.ts";

/** Where notes that are a file each lie. */
export const notesFolder = "notes/";

/** Which file holds which note: `{file, noteId, patientId, encounterId, time, title}` a line. */
const indexFile = "notes.index.ndjson";

export const annotationNames = ["brat", "jsonl", "i2b2", "conll"] as const;

/** How the identifiers in notes are marked: a format that `scrubjay evaluate text --gold` reads. */
export type AnnotationName = (typeof annotationNames)[number];

/** Whether notes so marked come as one file, which goes to standard output too. */
export const isOneFile = (annotations: AnnotationName | undefined): boolean => annotations !== undefined && !formatOf(annotations).isFolder;

/**
 * A file a note, or two where marks stand beside the text; JSON Lines and CoNLL hold all notes in one file, which is what a
 * million notes want. The name of a file counts patients and their notes and says nothing of anybody; in one file notes have
 * their ids.
 */
export const notesEncoder = {
  name: "notes",
  title: "Notes as plain text, a file each; with --annotations the identifiers in them are marked",
  writes: "records",
  start: (_, { annotations }) => {
    const format = annotations === undefined ? undefined : formatOf(annotations);
    const { head, write } = format && !format.isFolder ? oneFile(format) : manyFiles(format?.write ?? plainText);
    return {
      open: () => [{ file: head, text: "" }],
      shared: () => ({ pieces: [], counts: new Map() }),
      record: (record) => ({ pieces: record.notes.flatMap((note, i) => write(record, note, i + 1)), counts: countsOf(record) }),
      close: () => [],
    };
  },
} as const satisfies RecordEncoder;

type WriteFiles = NoteFormat["write"];

interface NoteWriter {
  /** The file that is there even where there is no note. */
  readonly head: string;
  write(record: PatientRecord, note: Note, number: number): readonly Piece[];
}

const plainText: WriteFiles = ({ text }) => [{ extension: ".txt", text }];

function formatOf(name: AnnotationName): NoteFormat {
  const format = noteFormats.find((each) => each.name === name);
  if (!format) throw new Error("unreachable: marks in a format that nobody reads");
  return format;
}

function manyFiles(filesOf: WriteFiles): NoteWriter {
  return {
    head: indexFile,
    write({ index }, note, number) {
      // A dot between the numbers: with a hyphen they look like somebody's, and de-identifying would rename the file.
      const file = `note-${String(index).padStart(8, "0")}.${String(number).padStart(4, "0")}`;
      const { id: noteId, patientId, encounterId, time, title } = note;
      const files = filesOf(marked(note, file), { show: true });
      return [
        ...files.map(({ extension, text }) => ({ file: `${notesFolder}${file}${extension}`, text })),
        { file: indexFile, text: `${JSON.stringify({ file, noteId, patientId, encounterId, time, title })}\n` },
      ];
    },
  };
}

function oneFile(format: NoteFormat): NoteWriter {
  const head = `notes${format.extensions[0]}`;
  return {
    head,
    write: (_, note) => format.write(marked(note, note.id), { show: true }).map(({ text }) => ({ file: head, text })),
  };
}

/** With the title as style: `evaluate text` gives figures for each. */
function marked({ text, title, spans }: Note, id: string): GoldNote {
  return { id, style: title, text, spans: spans.map((span) => ({ ...span, category: kindByName(span.kind).category })) };
}

function countsOf({ notes }: PatientRecord): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { title } of notes) counts.set(title, (counts.get(title) ?? 0) + 1);
  return counts;
}
