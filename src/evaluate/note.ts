import type { Category } from "../identifiers/category.ts";

/** A marked stretch of a note, `[start, end)` in UTF-16 units: of a gold standard, or found by some system. */
export interface NoteSpan {
  readonly start: number;
  readonly end: number;
  /** What it is, in the words of its source; the kind where one of our detectors found it. Absent where the source says none. */
  readonly label?: string | undefined;
  /** Whose it is, where the source says so. */
  readonly role?: string | undefined;
  /** Mentions of one identifier share it, where the source says so. */
  readonly entity?: string | undefined;
  readonly category?: Category | undefined;
  readonly kind?: string | undefined;
  readonly strength?: string | undefined;
  readonly detector?: string | undefined;
  readonly score?: number | undefined;
}

/** The spans of one note; of a prediction the text may be absent. */
export interface MarkedNote {
  /** Joins gold and predictions: compared as text, written as it was read. */
  readonly id: string | number;
  /** The sort of note (emergency, radiology): figures are given apart for each. */
  readonly style?: string | undefined;
  readonly text?: string | undefined;
  readonly spans: readonly NoteSpan[];
}

export interface Note extends MarkedNote {
  readonly text: string;
}
