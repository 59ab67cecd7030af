import { stat } from "node:fs/promises";
import { safeNames } from "../deidentify/names.ts";
import { DeidError } from "../errors.ts";
import type { NoteFile, NoteFormat, NoteReading } from "../evaluate/gold/format.ts";
import { noteFormats } from "../evaluate/gold/index.ts";
import { wholeText } from "../evaluate/gold/lines.ts";
import type { MarkedNote, Note } from "../evaluate/note.ts";
import { expandInputs, type InputFile } from "../io/inputs.ts";
import { openSource } from "../io/source.ts";

export interface NotesWanted extends NoteReading {
  /** Name of the format, where neither extension nor content should decide. */
  readonly format?: string | undefined;
  readonly encoding?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface Notes {
  readonly files: readonly InputFile[];
  /** Ids of files that two inputs share: only where each file is a note. */
  readonly hasTwins: boolean;
  /** Every note of every file, in order. Can be gone through once. */
  read(): AsyncGenerator<MarkedNote>;
}

/** The notes that arguments name: files, folders, globs or `-`. Throws what finding and reading files throws, each with the input's place. */
export async function openNotes(args: readonly string[], wanted: NotesWanted): Promise<Notes> {
  const besides = new Set(noteFormats.flatMap((format) => format.besides));
  const all = await expandInputs(args);
  const files = all.filter(({ name }) => !besides.has(extensionOf(name)));
  if (files.length === 0) throw new DeidError("input-missing", "there is no file with the text of a note");
  if (files.length > 1 && files.some(({ path }) => path === "-")) throw new DeidError("bad-usage", "standard input is an input of its own");
  const names = safeNames(files.map(({ name }) => name));
  const stems = files.map(({ name }) => idFrom(stemOf(name)));
  return {
    files,
    hasTwins: new Set(stems).size < stems.length,
    async *read() {
      for (const [i, file] of files.entries()) {
        const { display } = names[i]!;
        try {
          yield* readFile(file, stems[i]!, display, wanted);
        } catch (error) {
          throw error instanceof DeidError ? error.at({ input: display }) : error;
        }
      }
    },
  };
}

async function* readFile({ path, name }: InputFile, stem: string, display: string, wanted: NotesWanted): AsyncGenerator<MarkedNote> {
  const { encoding, signal } = wanted;
  const source = await openSource(path === "-" ? process.stdin : path, { display, encoding, signal });
  const format = noteFormats.find((one) => one.name === wanted.format) ?? formatOf(path === "-" ? "" : name, source.head);
  const file: NoteFile = {
    text: () => source.text(),
    id: stem,
    async beside(extension) {
      const other = path === "-" ? "-" : `${path.replace(/(?:\.[A-Za-z]{1,6})?(?:\.gz)?$/, "")}${extension}`;
      if (path === "-" || !(await stat(other).catch(() => null))) return null;
      return wholeText((await openSource(other, { display, encoding, signal })).text());
    },
  };
  yield* format.read(file, wanted);
}

/** By the extension; where that tells nothing, `{` begins JSON Lines, and anything else is plain text. */
function formatOf(name: string, head: Uint8Array): NoteFormat {
  const extension = extensionOf(name);
  const byName = noteFormats.find(({ extensions }) => extensions.includes(extension));
  if (byName) return byName;
  const first = String.fromCharCode(...head.subarray(0, 64)).replace(/^[^!-~]{0,16}/, "")[0];
  const byHead = noteFormats.find(({ begins }) => begins !== undefined && first === begins);
  return byHead ?? noteFormats.find(({ begins }) => begins === undefined)!;
}

function extensionOf(name: string): string {
  return (/(\.[A-Za-z0-9]{1,6})(?:\.gz)?$/.exec(name)?.[1] ?? "").toLowerCase();
}

function stemOf(name: string): string {
  const stem = name.replace(/(?:\.[A-Za-z0-9]{1,6})?(?:\.gz)?$/, "");
  return stem === "" ? name : stem;
}

/** Notes in batches of about a quarter of a million characters, so that detectors are asked for many at once. Each must have its text. */
export async function* batchesOf(notes: AsyncIterable<MarkedNote>, batchUnits = 1 << 18): AsyncGenerator<Note[]> {
  let batch: Note[] = [];
  let units = 0;
  for await (const note of notes) {
    if (note.text === undefined) throw new Error("unreachable: readers refuse notes without text when asked for it");
    batch.push({ ...note, text: note.text });
    units += note.text.length;
    if (units < batchUnits) continue;
    yield batch;
    batch = [];
    units = 0;
  }
  if (batch.length > 0) yield batch;
}

/** A file's name for an id: whatever is not plain in a name is written `%20`, as in an address, and read back so. */
export function fileNameFor(id: string | number): string {
  const name = String(id)
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/^\./, "%2E").replaceAll("*", "%2A"))
    .join("/");
  return name === "" || name.includes("//") || name.startsWith("/") || name.endsWith("/") ? name.replaceAll("/", "%2F") || "%20" : name;
}

function idFrom(stem: string): string {
  try {
    return decodeURIComponent(stem);
  } catch {
    return stem;
  }
}
