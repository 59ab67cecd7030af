import { twoDigits } from "../days.ts";

export type DateStyle =
  | "iso"
  | "us"
  | "us-short"
  | "short"
  | "short-year"
  | "long"
  | "middle"
  | "day-month"
  | "dashes"
  | "capitals"
  | "dots"
  | "ordinal"
  | "no-year"
  | "month-day";

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/**
 * Writes `YYYY-MM-DD` the way an author does: `2026-03-04`, `03/04/2026`, `03/04/26`, `3/4/26`, `3/4/2026`, `March 4, 2026`,
 * `Mar 4, 2026`, `4 Mar 2026`, `03-04-2026`, `04-MAR-2026`, `3.4.26`, `March 4th, 2026`, `3/4`, `Mar 4`.
 */
export function writeDate(iso: string, style: DateStyle): string {
  const [year, month, day] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
  const name = months[month - 1]!;
  switch (style) {
    case "iso":
      return iso.slice(0, 10);
    case "us":
      return `${twoDigits(month)}/${twoDigits(day)}/${year}`;
    case "us-short":
      return `${twoDigits(month)}/${twoDigits(day)}/${twoDigits(year % 100)}`;
    case "short":
      return `${month}/${day}/${twoDigits(year % 100)}`;
    case "short-year":
      return `${month}/${day}/${year}`;
    case "long":
      return `${name} ${day}, ${year}`;
    case "middle":
      return `${name.slice(0, 3)} ${day}, ${year}`;
    case "day-month":
      return `${day} ${name.slice(0, 3)} ${year}`;
    case "dashes":
      return `${twoDigits(month)}-${twoDigits(day)}-${year}`;
    case "capitals":
      return `${twoDigits(day)}-${name.slice(0, 3).toUpperCase()}-${year}`;
    case "dots":
      return `${month}.${day}.${twoDigits(year % 100)}`;
    case "ordinal":
      return `${name} ${writeOrdinal(day)}, ${year}`;
    case "no-year":
      return `${month}/${day}`;
    case "month-day":
      return `${name.slice(0, 3)} ${day}`;
  }
}

const ending = (day: number): string => (day > 3 && day < 21 ? "th" : (["th", "st", "nd", "rd"][day % 10] ?? "th"));

export type ClockStyle = "colon" | "plain" | "twelve" | "hours";

/** The time of day of `YYYY-MM-DDTHH:MM:SS`: `14:20`, `1420`, `2:20 PM`, `1420 hrs`. No identifier. */
export function writeClock(time: string, style: ClockStyle): string {
  const [hour, minute] = [time.slice(11, 13), time.slice(14, 16)];
  if (style === "colon") return `${hour}:${minute}`;
  if (style === "plain") return hour + minute;
  if (style === "hours") return `${hour}${minute} hrs`;
  const of12 = Number(hour) % 12;
  return `${of12 === 0 ? 12 : of12}:${minute} ${Number(hour) < 12 ? "AM" : "PM"}`;
}

/** `9th`. */
export const writeOrdinal = (day: number): string => `${day}${ending(day)}`;

export const monthName = (iso: string): string => months[Number(iso.slice(5, 7)) - 1]!;
