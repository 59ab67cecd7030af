import { female, male } from "./generated/mortality.ts";

/** The oldest age of the table; nobody outlives it by a year. */
export const oldestAge = 109;

let decoded: Readonly<Record<"female" | "male", Float64Array>> | undefined;

/** The chance that somebody of an age in whole years dies before the next birthday, as in the United States in 2019. */
export function yearlyDeathChance(sex: "female" | "male", age: number): number {
  decoded ??= { female: chances(female), male: chances(male) };
  return age > oldestAge ? 1 : decoded[sex][age]!;
}

function chances(perHundredThousand: string): Float64Array {
  return Float64Array.from(perHundredThousand.split(" "), (text) => Number(text) / 100_000);
}
