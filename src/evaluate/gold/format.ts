import type { MarkedNote, Note } from "../note.ts";

/** A file of notes as a reader sees it. */
export interface NoteFile {
  /** The text in chunks. */
  text(): AsyncIterable<string>;
  /** Names the note where the file holds one and says no name itself. */
  readonly id: string;
  /** The text of the file beside it that differs in its extension only, or null where there is none. */
  beside(extension: string): Promise<string | null>;
}

export interface NoteReading {
  /** Whether spans must be there: of a gold standard and of predictions, not of notes to read. */
  readonly needsSpans: boolean;
  /** Whether each note must have its text: not of predictions. */
  readonly needsText: boolean;
  /** The field that holds the text, where the usual names do not tell. */
  readonly textField?: string | undefined;
  /** The field that holds the id. */
  readonly idField?: string | undefined;
  /** Takes a sentence for the user; it holds no value. */
  readonly notice?: ((sentence: string) => void) | undefined;
}

/** A way to write notes with marked spans. Offsets of notes are UTF-16 units, whatever the files count. */
export interface NoteFormat {
  readonly name: string;
  readonly title: string;
  readonly extensions: readonly string[];
  /** The character that a file of it begins with, where that tells. */
  readonly begins?: string;
  /** Extensions of files that belong to a note's own file and are read with it. */
  readonly besides: readonly string[];
  /** Whether each note is a file of its own, or two, so that an output is a folder. */
  readonly isFolder: boolean;
  /** Whether it cannot be written without the text of the notes. */
  readonly holdsText: boolean;
  /** Throws `malformed` with the place, never with a value. */
  read(file: NoteFile, reading: NoteReading): AsyncGenerator<MarkedNote>;
  /** The files of a note, by extension; where it is not a folder, pieces to be joined. */
  write(note: Note, options: { readonly show: boolean }): readonly { readonly extension: string; readonly text: string }[];
}
