import type { Stream } from "../../random/stream.ts";
import type { MaritalStatus, Sex } from "../../record/patient.ts";

/**
 * Shares by age from which they hold: married, divorced, widowed; the rest never married. Judgement, between figures of the
 * Census Bureau, America's Families and Living Arrangements 2022 (CB24-TPS.56): with a spouse live 43 % of women and 34 % of men at
 * 25-34, 35 % of women and 67 % of men at 75 and over; 34 % of people over 15 never married.
 */
const shares: Readonly<Record<Sex, readonly (readonly [number, number, number, number])[]>> = {
  female: [
    [0, 0, 0, 0],
    [18, 0.03, 0, 0],
    [21, 0.12, 0.01, 0],
    [25, 0.34, 0.03, 0.002],
    [30, 0.53, 0.07, 0.004],
    [35, 0.61, 0.12, 0.01],
    [45, 0.61, 0.18, 0.02],
    [55, 0.59, 0.19, 0.07],
    [65, 0.55, 0.18, 0.19],
    [75, 0.42, 0.14, 0.38],
    [85, 0.18, 0.09, 0.68],
  ],
  male: [
    [0, 0, 0, 0],
    [18, 0.01, 0, 0],
    [21, 0.07, 0.005, 0],
    [25, 0.26, 0.03, 0.001],
    [30, 0.46, 0.06, 0.002],
    [35, 0.6, 0.1, 0.004],
    [45, 0.64, 0.14, 0.01],
    [55, 0.64, 0.17, 0.02],
    [65, 0.7, 0.14, 0.07],
    [75, 0.68, 0.09, 0.17],
    [85, 0.55, 0.06, 0.35],
  ],
};

const rowOf = (sex: Sex, age: number) => shares[sex].findLast(([from]) => from <= age)!;

/** The share of people of a sex and age who are married. */
export const marriedShare = (sex: Sex, age: number): number => rowOf(sex, age)[1];

/** What somebody is who has no spouse. */
export function drawUnmarried(stream: Stream, sex: Sex, age: number): MaritalStatus {
  const [, married, divorced, widowed] = rowOf(sex, age);
  const draw = stream.next() * (1 - married);
  if (draw < divorced) return "divorced";
  return draw < divorced + widowed ? "widowed" : "never married";
}
