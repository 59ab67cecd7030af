import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeidError } from "../errors.ts";
import { notesFolder } from "../generate/encode/notes.ts";
import type { GenerateOptions } from "../generate/index.ts";
import { createLineSorter, type LineSorter } from "../io/line-sorter.ts";
import { createStaging, type FolderSink, type Sink, streamSink } from "../io/staging.ts";

export interface PopulationOutputs {
  readonly sink: GenerateOptions["sink"];
  /** Ends every file and gives all of them their names. */
  finish(): Promise<void>;
  /** Takes back what was staged. */
  abort(): Promise<void>;
}

export interface OutputsOptions {
  /** A folder, or `-` for standard output, which takes one file. */
  readonly out: string;
  readonly force: boolean;
  /** The file whose lines are put in order, and what each is ordered by. */
  readonly ordered?: { readonly file: string; readonly keyOf: (line: string) => string } | undefined;
}

/** What a run names the files of notes. */
const noteFile = /^note-\d{8}\.\d{4}\.(?:txt|ann|xml)$/;

/** Where the files of a population go. */
export function populationOutputs({ out, force, ordered }: OutputsOptions): PopulationOutputs {
  const staging = createStaging({ force });
  const isStream = out === "-";
  const sinks = new Map<string, Promise<Sink>>();
  let sorter: LineSorter | undefined;

  let notes: Promise<FolderSink> | undefined;

  /** A note's file: written whole, so that none stays open. */
  const noteSink = (file: string) => {
    notes ??= staging.openFolder(join(out, notesFolder), { display: notesFolder, replaces: (name) => noteFile.test(name) });
    notes.catch(() => {});
    const pieces: Uint8Array[] = [];
    return {
      write: (text: string) => void pieces.push(Buffer.from(text)),
      writeBytes: (bytes: Uint8Array) => void pieces.push(bytes),
      end: async () => (await notes)!.write(file.slice(notesFolder.length), Buffer.concat(pieces)),
    };
  };

  const open = (file: string): Promise<Sink> => {
    if (isStream && sinks.size > 0) {
      throw new DeidError(
        "bad-usage",
        "standard output takes one file, and these formats are several",
        undefined,
        "one format that is one file: sql, fhir, hl7v2, or notes with --annotations jsonl or conll; or --out FOLDER",
      );
    }
    const opened = isStream
      ? Promise.resolve(streamSink(process.stdout, "standard output"))
      : staging.open(join(out, file), { display: file });
    opened.catch(() => {});
    sinks.set(file, opened);
    return opened;
  };

  return {
    sink(file) {
      if (file.startsWith(notesFolder)) return noteSink(file);
      const opened = open(file);
      if (file !== ordered?.file) {
        return {
          write: async (text) => (await opened).write(Buffer.from(text)),
          writeBytes: async (bytes) => (await opened).write(bytes),
        };
      }
      const lines = createLineSorter({ keyOf: ordered.keyOf, folder: isStream ? tmpdir() : out });
      sorter = lines;
      return {
        async write(text) {
          // The folder is there once the file is open.
          await opened;
          await lines.add(text);
        },
      };
    },
    async finish() {
      if (sorter && ordered) {
        const to = await sinks.get(ordered.file)!;
        for await (const text of sorter.sorted()) await to.write(Buffer.from(text));
        await sorter.discard();
      }
      for (const sink of sinks.values()) await (await sink).close();
      await staging.commit();
    },
    async abort() {
      await sorter?.discard();
      await staging.abort();
    },
  };
}
