import { normalQuantile } from "../../random/arithmetic.ts";
import { gamma, valueAtScore } from "../health/distributions.ts";
import type { EncountersSpec } from "../profile/encounters.ts";

const steps = 256;

type Shape = NonNullable<EncountersSpec["ambulatory"]["shape"]>;
type Line = Exclude<Shape, number>[number];

/**
 * The rate of a person beside the mean, by rank and age: a gamma distribution of mean 1, and above it those who come many times as
 * often, where the profile has such. The rank is drawn once for a person: it makes the counts of a year overdispersed, and those of
 * next year alike. Without a shape everybody has the mean.
 */
export function frailties(shape: Shape | undefined): (rank: number, age: number) => number {
  if (shape === undefined) return () => 1;
  const lines = (typeof shape === "number" ? [{ from: 0, shape }] : shape).map((line) => ({ from: line.from, at: rankedBy(line) }));
  return (rank, age) => (lines.findLast(({ from }) => from <= age) ?? lines[0]!).at(rank);
}

function rankedBy({ shape, often = { share: 0, times: 0 } }: Line): (rank: number) => number {
  let table: readonly number[] | undefined;
  const others = 1 - often.share;
  const scale = (1 - often.share * often.times) / others;
  return (rank) => {
    if (rank >= others) return often.times;
    table ??= tableOf(shape);
    return scale * table[Math.floor((rank / others) * steps)]!;
  };
}

function tableOf(shape: number): readonly number[] {
  const distribution = gamma(shape, 1 / shape);
  const values = Array.from({ length: steps }, (_, i) => valueAtScore(distribution, normalQuantile((i + 0.5) / steps)));
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => (value * steps) / sum);
}
