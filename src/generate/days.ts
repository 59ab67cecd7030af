import { civilOf, dayNumberOf } from "../calendar/index.ts";

export { weekdayOf } from "../calendar/civil.ts";

/** Whole days since 1970-01-01, in the proleptic Gregorian calendar: what dates are drawn and compared as. */
export type Day = number;

/** `iso` is a real `YYYY-MM-DD`. */
export function dayOf(iso: string): Day {
  return dayNumberOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

export function isoOf(day: Day): string {
  const known = spelled[day - firstSpelled];
  if (known !== undefined) return known;
  const { year, month, day: dayOfMonth } = civilOf(day);
  const iso = `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
  if (day >= firstSpelled && day < firstSpelled + spelled.length) spelled[day - firstSpelled] = iso;
  return iso;
}

// A population spells the same days over and over: those of 1900 to 2079 are kept.
const firstSpelled = -25_567;
const spelled = new Array<string | undefined>(65_745);

/** Age in whole years on a day. */
export function ageOn(birthDate: string, day: Day): number {
  const iso = isoOf(day);
  return Number(iso.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (iso.slice(5) < birthDate.slice(5) ? 1 : 0);
}

/** The day on which somebody turns `years`; a birthday of 29 February falls on 1 March where there is none. */
export function birthdayOf(birthDate: string, years: number): Day {
  const year = Number(birthDate.slice(0, 4)) + years;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const rest = birthDate.slice(5) === "02-29" && !isLeap ? "03-01" : birthDate.slice(5);
  return dayOf(`${String(year).padStart(4, "0")}-${rest}`);
}

/** `YYYY-MM-DDTHH:MM:00`; minutes past midnight may reach into the days after. */
export function timeOf(day: Day, minutes: number): string {
  const wholeDays = Math.floor(minutes / 1440);
  const minuteOfDay = minutes - wholeDays * 1440;
  return isoOf(day + wholeDays) + (clock[minuteOfDay] ?? spellMinute(minuteOfDay));
}

const clock = new Array<string | undefined>(1440);

function spellMinute(minuteOfDay: number): string {
  const text = `T${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}:00`;
  clock[minuteOfDay] = text;
  return text;
}

const pairs = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));

/** `number` is whole and below 100. */
export const twoDigits = (number: number): string => pairs[number] ?? String(number).padStart(2, "0");
