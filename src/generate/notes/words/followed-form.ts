/** What clinicians write about a condition that lasts. */
export interface Followed {
  /** How the patient is getting on, in whole sentences. */
  readonly story: readonly string[];
  readonly denies: readonly string[];
  readonly exam: readonly string[];
  /** What is said of it where no value speaks. */
  readonly state: readonly string[];
  readonly care: readonly string[];
  readonly judge?: Judge;
}

/** Which value says how well it is controlled: at the goal below or from `limit`. */
export interface Judge {
  readonly code: string;
  readonly limit: number;
  readonly goal: "below" | "from";
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

export const follow = (
  story: readonly string[],
  denies: readonly string[],
  exam: readonly string[],
  state: readonly string[],
  care: readonly string[],
  judge?: Judge,
): Followed => ({
  story,
  denies,
  exam,
  state,
  care,
  ...(judge ? { judge } : {}),
});

export const judge = (code: string, limit: number, goal: Judge["goal"], good: readonly string[], bad: readonly string[]): Judge => ({
  code,
  limit,
  goal,
  good,
  bad,
});
