import { createHealth } from "../../../src/generate/health/create-health.ts";
import type { Body, Health } from "../../../src/generate/health/health.ts";
import type { HealthSections } from "../../../src/generate/health/variables.ts";
import { createStream } from "../../../src/random/stream.ts";
import type { Sex } from "../../../src/record/patient.ts";

/** 2024-10-04: any day will do. */
export const reference = 20_000;

export const bornAgo = (years: number): number => reference - Math.round(years * 365.2425);

export const body = (sex: Sex, years: number): Body => ({ sex, birth: bornAgo(years), race: "white", hispanic: false });

/** Adults of the United States, about: of every hundred 64 white, 12 black, 15 Hispanic, 6 Asian, 3 other. */
export function originOf(percentile: number): Pick<Body, "race" | "hispanic"> {
  if (percentile < 64) return { race: "white", hispanic: false };
  if (percentile < 76) return { race: "black", hispanic: false };
  if (percentile < 91) return { race: "white", hispanic: true };
  return { race: percentile < 97 ? "asian-pacific-islander" : "multiple", hispanic: false };
}

/** `count` people of one sex, whose ages on the reference date go evenly from `from` up to `to`. */
export function people(
  sections: HealthSections,
  sex: Sex,
  [from, to]: readonly [number, number],
  count: number,
  seed = "people",
): Health[] {
  const healths = createHealth(sections, reference);
  const root = createStream(seed);
  return Array.from({ length: count }, (_, i) => {
    const who = { ...body(sex, from + ((to - from) * (i + 0.5)) / count), ...originOf((i * 37) % 100) };
    return healths.of(who, root.fork(i));
  });
}

export const share = <T>(list: readonly T[], is: (item: T) => boolean): number => list.filter(is).length / list.length;

export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (k: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[k], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [a, b] of pairs) {
    xx += (a - x) ** 2;
    yy += (b - y) ** 2;
    xy += (a - x) * (b - y);
  }
  return xy / Math.sqrt(xx * yy);
}

/** Spearman's. */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const ranks = (values: readonly number[]): number[] => {
    const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
    const list: number[] = [];
    order.forEach((i, rank) => {
      list[i] = rank;
    });
    return list;
  };
  const x = ranks(pairs.map(([a]) => a));
  const y = ranks(pairs.map(([, b]) => b));
  return correlation(x.map((rank, i) => [rank, y[i]!]));
}

export function quantile(values: readonly number[], level: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(level * (sorted.length - 1))]!;
}
