import { civilOf } from "../../calendar/civil.ts";
import { type Day, weekdayOf } from "../days.ts";

/** Of the same date each year: New Year, Juneteenth, Independence, Veterans, Christmas. */
const dated: readonly (readonly [month: number, day: number])[] = [
  [1, 1],
  [6, 19],
  [7, 4],
  [11, 11],
  [12, 25],
];

/** The weekday of a month that comes for the nth time: King, Washington, Labor, Columbus, Thanksgiving. */
const counted: readonly (readonly [month: number, weekday: number, nth: number])[] = [
  [1, 1, 3],
  [2, 1, 3],
  [9, 1, 1],
  [10, 1, 2],
  [11, 4, 4],
];

/**
 * Whether offices are closed for a federal holiday (5 U.S.C. 6103), also on the Friday before one that falls on a Saturday and
 * on the Monday after one that falls on a Sunday.
 */
export function isHoliday(day: Day): boolean {
  const weekday = weekdayOf(day);
  if (isDated(day) || (weekday === 5 && isDated(day + 1)) || (weekday === 1 && isDated(day - 1))) return true;
  const { month, day: date } = civilOf(day);
  // Memorial Day: the last Monday of May.
  if (month === 5 && weekday === 1 && date > 24) return true;
  return counted.some(([of, on, nth]) => month === of && weekday === on && Math.ceil(date / 7) === nth);
}

function isDated(day: Day): boolean {
  const { month, day: date } = civilOf(day);
  return dated.some(([of, on]) => month === of && date === on);
}
