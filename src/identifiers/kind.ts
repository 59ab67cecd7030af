import type { Stream } from "../random/stream.ts";
import type { Category } from "./category.ts";
import type { Sites } from "./sites.ts";
import type { Strength } from "./strength.ts";

/** Half-open `[start, end)` in UTF-16 units of the text searched. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly strength: Strength;
}

/** What a surrogate or a synthetic value should agree with; every field may be absent. */
export interface MakeContext {
  readonly sex?: "female" | "male";
  readonly birthYear?: number;
  /** USPS abbreviation. */
  readonly state?: string;
  /** Today, for the purposes of this run: `YYYY-MM-DD`. */
  readonly asOf?: string;
  /** The value replaced, when this makes a surrogate: its spelling and length may be imitated, its content never. */
  readonly like?: string;
  /** Given where equal parts of values are to be replaced alike: a stream for a part, such as a word of a name. */
  readonly streamFor?: (part: string) => Stream;
}

/**
 * A concrete sort of identifier. Everything the rest of the program asks about a kind is a property here;
 * shared code never asks which kind it holds.
 */
export interface Kind {
  /** Kebab-case; stands in policies, findings and manifests. */
  readonly name: string;
  readonly category: Category;
  /** For people: `Social Security number`. */
  readonly title: string;
  /** What stands in prose where one was removed: `SSN` gives `[SSN]`. Capitals only. */
  readonly tag: string;
  /**
   * What a column, a field or a note calls it: lower-case words joined by single spaces (`social security number`,
   * `ssn`, `numero de seguro social`). A label matches when these words stand in it in a row as whole words, after
   * `splitLabel`; `=dob` must be the whole label.
   */
  readonly labels: readonly string[];
  /** Values that share a domain and are equal get one token. A frozen literal. Absent: tokens make no sense for it. */
  readonly domain?: string;
  /**
   * Every place in prose where one may stand: wide, so also typos and never-issued numbers, each with its strength.
   * Without the help of a label; the label detector uses `labels` and `accepts`. Linear in the text. `sites` are the text's
   * own, where it was already read for many patterns at once.
   */
  find(text: string, sites?: Sites): readonly Match[];
  /** Whether a whole cell, trimmed, may be one: the strength without a label, or null. Used to profile columns. */
  matches(value: string): Strength | null;
  /** Whether a value that a label announces may be one: laxer than `matches` ("MRN: 12"). Default: anything with a letter or digit. */
  accepts?(value: string): boolean;
  /** One spelling for all spellings of the same identifier: an SSN with and without dashes is one. */
  normalize(value: string): string;
  /** Check digits. They raise strength; they never excuse a value. */
  check?(value: string): boolean;
  /** A safe one: reserved or never-issued ranges only, so that it can be nobody's. */
  make(stream: Stream, context?: MakeContext): string;
  /** Marked text, for the contract test and for `list kinds`: `found` marks `[[the identifier]]`; nothing may be found in `kept`. */
  readonly examples: {
    readonly found: readonly [string, string, string, ...string[]];
    readonly kept: readonly [string, string, string, ...string[]];
  };
}
