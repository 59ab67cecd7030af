import { normalQuantile } from "../../random/arithmetic.ts";
import { gamma, valueAtScore } from "../health/distributions.ts";

const steps = 256;

/**
 * The rate of a person beside the mean, by rank: a gamma distribution of mean 1. Drawn once for a person, it makes the counts of a
 * year overdispersed, and those of next year alike. Without a shape everybody has the mean.
 */
export function frailties(shape: number | undefined): (rank: number) => number {
  if (shape === undefined) return () => 1;
  let table: readonly number[] | undefined;
  return (rank) => {
    table ??= tableOf(shape);
    return table[Math.floor(rank * steps)]!;
  };
}

function tableOf(shape: number): readonly number[] {
  const distribution = gamma(shape, 1 / shape);
  const values = Array.from({ length: steps }, (_, i) => valueAtScore(distribution, normalQuantile((i + 0.5) / steps)));
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => (value * steps) / sum);
}
