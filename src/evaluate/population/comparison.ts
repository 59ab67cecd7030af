import type { Verdict } from "./grade.ts";

/** A score of ours between its two marks, each the mean over resamples of the same run. */
export interface Marked {
  readonly ours: number;
  /** Held-out real rows against other held-out real rows. */
  readonly real: number;
  /** Columns of real rows, each drawn by itself, against held-out real rows. */
  readonly independent: number;
  /** Real rows of the years fitted on against held-out ones: what a perfect copy of those would have. Null without such rows. */
  readonly drift: number | null;
}

export interface ColumnRow extends Marked {
  readonly name: string;
  readonly metric: "KSComplement" | "TVComplement";
}
export interface PairRow extends Marked {
  readonly first: string;
  readonly second: string;
  readonly metric: "CorrelationSimilarity" | "ContingencySimilarity";
}
/** The largest distance of distribution functions in one cell of sex and age. */
export interface CellRow extends Marked {
  readonly name: string;
  readonly cell: string;
  /** Nine of ten real halves lie nearer. */
  readonly limit: number;
  readonly verdict: Verdict;
  /** Of the years fitted on. */
  readonly driftVerdict: Verdict;
}
export interface RankCorrelationRow {
  readonly first: string;
  readonly second: string;
  readonly ours: number;
  readonly real: number;
  readonly low: number;
  readonly high: number;
  readonly drift: number | null;
  readonly verdict: Verdict;
  readonly driftVerdict: Verdict;
}
export interface ShareRow {
  readonly name: string;
  readonly cell: string;
  readonly ours: number;
  readonly real: number;
  readonly adjusted: number;
  readonly verdict: Verdict;
}
export interface QuantileRow {
  readonly name: string;
  readonly sex: "women" | "men";
  readonly from: number;
  /** At 5, 25, 50, 75 and 95 %. */
  readonly ours: readonly number[];
  readonly real: readonly number[];
}
export interface TaskRow {
  readonly name: string;
  /** AUC on held-out real rows. */
  readonly ours: number;
  readonly real: number;
  readonly independent: number;
  readonly share: number;
  readonly verdict: Verdict;
}

export interface Comparison {
  /** Whether our people's values are those of their records, or everybody was measured as in a survey. */
  readonly by: "recorded" | "examined";
  readonly reference: string;
  readonly source: string;
  readonly rows: { readonly ours: number; readonly fit: number; readonly test: number; readonly complete: number };
  readonly seeds: readonly string[];
  readonly resamples: number;
  /** Columns of the map that our side does not hold, or too rarely. */
  readonly notMeasured: readonly string[];
  readonly columns: readonly ColumnRow[];
  readonly pairs: readonly PairRow[];
  readonly columnShapes: Marked;
  readonly pairTrends: Marked;
  /** How far from independent columns to real halves the pairs are: 1 is real. */
  readonly progress: number;
  readonly cells: readonly CellRow[];
  readonly correlations: readonly RankCorrelationRow[];
  readonly shares: readonly ShareRow[];
  readonly quantiles: readonly QuantileRow[];
  readonly classifier: {
    readonly columns: readonly string[];
    readonly rows: number;
    readonly ours: number;
    readonly real: number;
    readonly independent: number;
    readonly drift: number | null;
    /** Ours against the rows it was fitted on: calibration. */
    readonly oursAgainstFit: number | null;
    /** What it tells ours by: the AUC that is lost where a column's values are shuffled, most first. */
    readonly by: readonly { readonly name: string; readonly lost: number }[];
    readonly verdict: Verdict;
    /** The same without the columns that were measured otherwise in the held-out rows. Null where the map names none. */
    readonly unchanged: {
      readonly without: readonly string[];
      readonly ours: number;
      readonly real: number;
      readonly drift: number | null;
      readonly verdict: Verdict;
    } | null;
  } | null;
  readonly tasks: readonly TaskRow[];
}
