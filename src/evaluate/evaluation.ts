import type { Category } from "../identifiers/category.ts";
import type { Difference, Share } from "./bootstrap.ts";
import type { CurvePoint } from "./curve.ts";
import type { MetricName } from "./metrics.ts";
import type { Outcome } from "./score.ts";

/** A gold label, a category, a style: how much of it was found. */
export interface FoundRow {
  readonly name: string;
  readonly any: Share;
  readonly full: Share;
}

/** A style also has whole notes and precision. */
export interface StyleRow extends FoundRow {
  readonly notes: number;
  readonly sealed: Share;
  readonly p: Share;
}

/** A detector or a kind: how much of what it found is gold. */
export interface FinderRow {
  readonly name: string;
  readonly p: Share;
  readonly letters: Share;
}

/** A stretch that was missed, covered in part, or removed without being gold. Positions only, unless values were asked for. */
export interface EvaluationError {
  /** Place of the note in the gold, from 1. */
  readonly note: number;
  /** The join key, as it is in the gold: may be a value. */
  readonly id: string | number;
  readonly start: number;
  readonly end: number;
  readonly outcome: Exclude<Outcome, "hit" | "left-out">;
  /** The gold's label, or the kind that was found. */
  readonly label: string;
  readonly category?: Category;
  readonly detector?: string;
  readonly strength?: string;
  readonly text?: string;
}

export interface Evaluation {
  readonly version: 1;
  readonly notes: number;
  readonly notesWithoutIdentifiers: number;
  readonly identifiers: number;
  readonly found: number;
  readonly characters: number;
  /** Gold spans that are no identifiers under Safe Harbor: neither asked for nor held against what found them. */
  readonly leftOut: readonly { readonly label: string; readonly why: string; readonly count: number }[];
  readonly bootstrap: { readonly over: "notes"; readonly samples: number; readonly seed: string; readonly level: 0.95 };
  readonly metrics: Readonly<Record<MetricName, Share>>;
  readonly labels: readonly FoundRow[];
  readonly categories: readonly FoundRow[];
  readonly styles: readonly StyleRow[];
  readonly detectors: readonly FinderRow[];
  readonly kinds: readonly FinderRow[];
  /** For gold spans that were touched: the category of the gold, that of the finding over most of it, how often. */
  readonly agreement: readonly { readonly gold: string; readonly found: string; readonly count: number }[];
  readonly comparison?: {
    readonly metrics: Readonly<Record<MetricName, Share>>;
    readonly differences: Readonly<Record<MetricName, Difference>>;
  };
  /** Precision against recall at thresholds of the tagger, where it was asked for. */
  readonly curve?: readonly CurvePoint[];
  readonly errors: readonly EvaluationError[];
}
