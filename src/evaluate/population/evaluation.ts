import type { Comparison } from "./comparison.ts";
import type { Verdict } from "./grade.ts";
import type { RoundTrip } from "./round-trip.ts";
import type { RuleResult } from "./rules.ts";
import type { TargetResult } from "./target.ts";

/** What evaluating a generated folder found. Holds counts, shares and positions, never a value of a row. */
export interface PopulationEvaluation {
  readonly version: 1;
  readonly profile: string | null;
  readonly asOf: string;
  readonly people: number;
  readonly alive: number;
  readonly rows: Readonly<Record<string, number>>;
  readonly rules: readonly RuleResult[];
  readonly roundTrip: RoundTrip | null;
  readonly targets: readonly TargetResult[];
  readonly comparison: Comparison | null;
  /** Checks on what nothing was fitted on: the only ones that speak for fidelity. */
  readonly headline: Tally;
  readonly grades: Readonly<Record<string, Tally>>;
  readonly metrics: Readonly<Record<PopulationMetric, number | null>>;
  /** What was generated and nothing here checks against a figure. */
  readonly unvalidated: readonly string[];
}

/** `held` of `checks`; those that could not be decided or measured apart. */
export interface Tally {
  readonly checks: number;
  readonly held: number;
  readonly open: number;
}

/** What a gate may be set on; null where it was not measured. `lower`: less is better. */
export const populationMetrics = {
  rules: { title: "plausibility rules never broken", better: "higher" },
  "round-trip": { title: "declared figures that came out", better: "higher" },
  targets: { title: "targets met", better: "higher" },
  columns: { title: "column shapes (SDMetrics)", better: "higher" },
  pairs: { title: "pair trends (SDMetrics)", better: "higher" },
  progress: { title: "pair trends, from independent (0) to real (1)", better: "higher" },
  cells: { title: "distributions as near as nine of ten real halves", better: "higher" },
  correlations: { title: "rank correlations within .03 or their interval", better: "higher" },
  shares: { title: "shares by sex and age, tested together", better: "higher" },
  c2st: { title: "classifier of ours and real rows (AUC)", better: "lower" },
  "c2st-excess": { title: "its excess over real against real", better: "lower" },
  tstr: { title: "worst model trained on ours, of the real-trained AUC", better: "higher" },
} as const satisfies Record<string, { readonly title: string; readonly better: "higher" | "lower" }>;

export type PopulationMetric = keyof typeof populationMetrics;

export function tally(verdicts: readonly Verdict[]): Tally {
  const count = (verdict: Verdict): number => verdicts.filter((each) => each === verdict).length;
  return { checks: verdicts.length, held: count("holds"), open: count("too few") + count("not measured") };
}

/** Of the decided ones, the share that held. */
export const shareHeld = ({ checks, held, open }: Tally): number | null => (checks > open ? held / (checks - open) : null);
