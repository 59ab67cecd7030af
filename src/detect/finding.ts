import type { KindName } from "../identifiers/kinds/index.ts";
import type { Strength } from "../identifiers/strength.ts";

export type Role = "subject" | "relative" | "provider" | "facility";

/** A claim that an identifier stands in `[start, end)` of a text, in UTF-16 units. Holds positions and reasons, never the value. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly kind: KindName;
  readonly strength: Strength;
  readonly detector: string;
  readonly role?: Role;
  /** How often findings like this are right, 0 to 1, where the detector knows; the strength stays the order of precedence. */
  readonly score?: number;
}

/** A normalized view of a text (full-width folded, zero-width removed, entities decoded …) that maps back to it. */
export interface Reading {
  readonly text: string;
  /** The smallest span of the source that covers `[start, end)` of this view. */
  toSource(start: number, end: number): readonly [number, number];
}

/** What a survey learned of a subject: asked by word (lower case, no accents), answered from digests. */
export interface Known {
  /** The kind of identifier that this subject has and that holds this word; undefined for none. */
  has(word: string): KindName | undefined;
  /** The words themselves, where they stand in the same entry and so may be compared with typos. Absent across files. */
  readonly words?: ReadonlyMap<string, KindName>;
}

/** Runs on prose and unknown cells only. May be asynchronous, so that a model can answer for a whole batch. */
export interface Detector {
  readonly name: string;
  /** One list of findings a reading, in offsets of the reading's own text. */
  detect(readings: readonly Reading[], known: readonly (Known | undefined)[]): Finding[][] | Promise<Finding[][]>;
  /** Spans of a reading within which nothing is an identifier that is not declared or known to be one. */
  spares?(reading: Reading): readonly (readonly [number, number])[];
}
