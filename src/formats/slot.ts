import type { KindName } from "../identifiers/kinds/index.ts";

/** What a slot is taken for. */
export type Verdict = KindName | "prose" | "clinical" | "unknown";

/** What must stay true of the values of a slot, where its source says so. */
export interface Domain {
  readonly type: "text" | "number" | "boolean" | "date" | "timestamp";
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly unique?: boolean;
}

/**
 * A place that recurs: a column, `name[].given[]`. In a path `*` stands for object keys that are themselves values,
 * and a header that is not safe to print stands as `#7` (columns count from 1).
 */
export interface Slot {
  /** Its index in the run's list of slots for one input. */
  readonly id: number;
  /** Unique within an input and safe to print once `isValue` has judged its parts. */
  readonly path: string;
  /** The words a person would read there: the header, or the last key of the path. Empty for none. */
  readonly label: string;
  readonly part: "value" | "key" | "comment";
  readonly declared?: Verdict;
  readonly domain?: Domain;
}
