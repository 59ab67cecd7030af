/**
 * What a check is worth. `identity`: computed, or impossible otherwise; `round trip`: we declared it, so it shows that the
 * generator does as it is told; `calibration`: fitted on the same figures; `out of sample`: on what nothing was fitted on.
 */
export type Grade = "identity" | "round trip" | "calibration" | "out of sample";

/** `too few`: the interval of what came out holds both what may be and what may not. */
export type Verdict = "holds" | "fails" | "too few" | "not measured";

export const bands = [
  [0, 17],
  [18, 39],
  [40, 59],
  [60, 74],
  [75, 120],
] as const;

export const bandName = (from: number, to: number): string => (to >= 110 ? `${from}+` : from === to ? `${from}` : `${from}-${to}`);
