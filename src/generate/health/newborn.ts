import { exp, power } from "../../random/arithmetic.ts";
import type { Chart } from "./marginal.ts";
import { onChart } from "./marginal.ts";

/**
 * What children weigh at a week of pregnancy, as a share of what they do at 40, from 23 weeks on: judgement, near US birth
 * weights by week.
 */
const shares = [0.16, 0.19, 0.22, 0.255, 0.29, 0.325, 0.365, 0.405, 0.45, 0.5, 0.555, 0.615, 0.68, 0.745, 0.825, 0.895, 0.95, 1];

function shareAt(weeks: number): number {
  const place = Math.min(shares.length - 1.000001, Math.max(0, weeks - 23));
  const from = Math.floor(place);
  return shares[from]! + (shares[from + 1]! - shares[from]!) * (place - from);
}

/** Days until nothing is left of the weight that newborns lose, and of that the day on which it is least. */
const regained = 11;
const least = 2.8;

/**
 * Kilograms of a child born after so many days of pregnancy, at an age in days below two years: the weight at birth; 5 to 8 % less by the
 * third day and all of it back by the eleventh (judgement); then along the chart, by the age since they were due for who came early.
 * `score` is the channel of the chart at birth, `loss` a draw from 0 to 1.
 */
export function infantKilograms(chart: Chart, score: (age: number) => number, gestation: number, loss: number, days: number): number {
  const atBirth = kilograms(chart, score(0), gestation / 7 - 40, 0);
  if (days < regained) {
    const most = 0.045 + 0.04 * loss;
    const lost = days <= least ? days / least : (regained - days) / (regained - least);
    return atBirth * (1 - most * lost);
  }
  // The days of the loss are made good by four months; half of what is lacking to 40 weeks each ten.
  const since = days - regained * Math.max(0, 1 - (days - regained) / 110);
  const lacking = (280 - gestation) * exp(-days / 420);
  return kilograms(chart, score(days / 365.2425), (since - lacking) / 7, since);
}

/** How much of the length or head that a chart has for an age somebody has who came early; 1 for who did not. */
export function lengthShare(chart: Chart, gestation: number, days: number): number {
  const lacking = (280 - gestation) * exp(-days / 420);
  const corrected = days - lacking;
  const at = (day: number): number => chart.at(day / 365.2425).m;
  // Weight goes by the third power of length, nearly.
  return corrected > 0 ? at(corrected) / at(days) : (at(0) * power(shareAt(40 + corrected / 7), 0.32)) / at(days);
}

/** By weeks since 40: before them by the weight of the unborn, then by the chart. */
function kilograms(chart: Chart, score: number, weeks: number, since: number): number {
  if (weeks <= 0) return onChart(chart.at(0), score) * shareAt(40 + weeks);
  return onChart(chart.at(Math.min(since, weeks * 7) / 365.2425), score);
}
