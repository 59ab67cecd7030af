import type { Stream } from "../../random/stream.ts";
import type { Sex } from "../../record/patient.ts";
import { oldestAge, yearlyDeathChance } from "../../tables/mortality.ts";
import type { Day } from "../days.ts";

const daysAYear = 365.2425;

/**
 * The day of death of somebody alive on `from`, by the life table; `birth` may be that day or earlier. The table stands still:
 * who lives long is treated as the people of its year were.
 */
export function drawDeath(sex: Sex, birth: Day, from: Day, stream: Stream): Day {
  const fate = stream.next();
  let alive = 1;
  let day = from;
  for (let age = Math.floor((from - birth) / daysAYear); ; age++) {
    const end = birth + Math.floor((age + 1) * daysAYear);
    const chance = yearlyDeathChance(sex, age) * ((end - day) / daysAYear);
    const after = age > oldestAge ? 0 : alive * (1 - Math.min(1, chance));
    if (fate >= after) return Math.min(end - 1, day + Math.floor(((alive - fate) / (alive - after)) * (end - day)));
    alive = after;
    day = end;
  }
}

/** The share of those who would be `age` after `years` who live until then, counted from birth or from the beginning. */
export function survival(sex: Sex, age: number, years: number): number {
  let alive = 1;
  for (let back = Math.min(age, years); back >= 1; back--) alive *= 1 - yearlyDeathChance(sex, age - back);
  // Born within the years: half a year of the first, which holds nearly all of its deaths.
  return age < years ? alive * (1 - 0.9 * yearlyDeathChance(sex, 0)) : alive;
}
