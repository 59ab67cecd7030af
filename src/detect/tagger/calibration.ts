import { calibration } from "../../tables/generated/tagger.ts";

export { calibration } from "../../tables/generated/tagger.ts";

/** The chance above which a word is marked when nobody asks for more. */
export function thresholdFor(recallTarget?: number): number {
  const { threshold, recalls } = calibration;
  if (recallTarget === undefined) return threshold;
  // Ascending thresholds, falling recalls: the highest threshold that reaches the target, the lowest of the table where none does.
  const reaching = recalls.filter(([, recall]) => recall >= recallTarget);
  const found = reaching.length > 0 ? reaching.at(-1)![0] : recalls[0]![0];
  return Math.min(threshold, found);
}

/** How often a finding whose likeliest word has this chance touched an identifier on the folds held out: between points, the line. */
export function probabilityOf(chance: number): number {
  const { points } = calibration;
  let before = points[0]!;
  if (chance <= before[0]) return before[1];
  for (const point of points) {
    if (chance <= point[0]) {
      const share = point[0] === before[0] ? 1 : (chance - before[0]) / (point[0] - before[0]);
      return before[1] + share * (point[1] - before[1]);
    }
    before = point;
  }
  return before[1];
}
