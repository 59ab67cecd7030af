import { civilOf, dayNumberOf, isDay } from "../../calendar/civil.ts";

/**
 * Seconds since 1970 of a local date or time as it is written, whatever zone it names; NaN for what is neither. A date alone
 * is its midnight.
 */
export function secondsOf(text: string): number {
  if (text.length < 10) return Number.NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || !isDay(year, month, day)) return Number.NaN;
  const start = dayNumberOf(year, month, day) * 86400;
  if (text.length === 10) return start;
  const separator = text.charCodeAt(10);
  if ((separator !== 84 && separator !== 32) || text.length < 16) return Number.NaN;
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), text.length >= 19 ? digits(text, 17, 19) : 0];
  return hour < 24 && minute < 60 && second < 61 ? start + hour * 3600 + minute * 60 + second : Number.NaN;
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

export const dayOf = (seconds: number): number => Math.floor(seconds / 86400);

/** Age in whole years on a day. */
export function ageOn(birthDay: number, day: number): number {
  const birth = civilOf(birthDay);
  const now = civilOf(day);
  const isBefore = now.month < birth.month || (now.month === birth.month && now.day < birth.day);
  return now.year - birth.year - (isBefore ? 1 : 0);
}
