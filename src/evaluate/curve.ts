import { createScorer, type EvaluateOptions } from "./evaluate.ts";
import type { Note, NoteSpan } from "./note.ts";

/** What one threshold of the tagger gives: shares from 0 to 1, null where there is nothing to count. */
export interface CurvePoint {
  /** The chance from which the tagger marks a word. */
  readonly threshold: number;
  readonly any: number | null;
  readonly full: number | null;
  readonly precision: number | null;
  readonly precisionByLetter: number | null;
}

/** Chances at which the curve is measured; the rules mark the same at each. */
export const curveThresholds = [0.01, 0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97] as const;

export interface Curve {
  /** What was found at each threshold, in their order. */
  add(note: Note, found: readonly (readonly NoteSpan[])[]): void;
  finish(): CurvePoint[];
}

/** Precision against recall, one point a threshold. */
export function createCurve({ labels }: Pick<EvaluateOptions, "labels"> = {}): Curve {
  const scorers = curveThresholds.map(() => createScorer({ samples: 0, ...(labels && { labels }) }));
  return {
    add(note, found) {
      for (const [i, scorer] of scorers.entries()) scorer.add(note, found[i]!);
    },
    finish: () =>
      scorers.map((scorer, i) => {
        const { metrics } = scorer.finish();
        return {
          threshold: curveThresholds[i]!,
          any: metrics["r-any"].value,
          full: metrics["r-full"].value,
          precision: metrics.p.value,
          precisionByLetter: metrics["p-letters"].value,
        };
      }),
  };
}
