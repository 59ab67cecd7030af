import { civilOf, dayNumberOf, weekdayOf } from "./civil.ts";
import { type NameRead, writeMonth, writeWeekday } from "./names.ts";

/** One part of how a date is written: text that stays, or a part of the date and its style. */
export type Piece =
  | string
  | { readonly part: "year"; readonly digits: 2 | 4 }
  | { readonly part: "month" | "day"; readonly width: 1 | 2 }
  | { readonly part: "month-name" | "weekday"; readonly like: NameRead }
  /** `1st`, `2nd`, `4th`: the suffix alone, in the case it had. */
  | { readonly part: "ordinal"; readonly upper: boolean }
  /** Seconds, milliseconds or days since `origin` (a day number); `rest` is what is left within the day, as written. */
  | {
      readonly part: "count";
      readonly unit: "s" | "ms" | "days";
      readonly origin: number;
      readonly rest: number;
      readonly fraction: string;
    };

/**
 * A date as written: what it says, how far it says it, and how to write it or another date in the same way. Time of day
 * and zone are text that stays.
 */
export interface WrittenDate {
  readonly year: number;
  /** Null where the text does not say. */
  readonly month: number | null;
  readonly day: number | null;
  readonly precision: "year" | "quarter" | "month" | "week" | "day";
  /** Whether a time of day is written with it. */
  readonly hasTime: boolean;
  readonly pieces: readonly Piece[];
}

/** The date as text; of a date just parsed, the text itself. */
export function renderDate(date: WrittenDate): string {
  let text = "";
  for (const piece of date.pieces) text += typeof piece === "string" ? piece : renderPiece(piece, date);
  return text;
}

/** Days since 1970-01-01, or null where the day is not written. */
export function dayNumber(date: WrittenDate): number | null {
  return date.month === null || date.day === null ? null : dayNumberOf(date.year, date.month, date.day);
}

export function yearOf(date: WrittenDate): number {
  return date.year;
}

/** The date so many whole days later (or earlier), written the same way. Null unless the day is written, or past 9999. */
export function shiftDays(date: WrittenDate, days: number): WrittenDate | null {
  const from = dayNumber(date);
  if (from === null) return null;
  const to = civilOf(from + days);
  return to.year < 1000 || to.year > 9999 ? null : { ...date, ...to };
}

function renderPiece(piece: Exclude<Piece, string>, date: WrittenDate): string {
  switch (piece.part) {
    case "year":
      return String(piece.digits === 2 ? date.year % 100 : date.year).padStart(piece.digits, "0");
    case "month":
      return String(date.month ?? 1).padStart(piece.width, "0");
    case "day":
      return String(date.day ?? 1).padStart(piece.width, "0");
    case "month-name":
      return writeMonth(piece.like, date.month ?? 1);
    case "weekday":
      return writeWeekday(piece.like, weekdayOf(dayNumber(date) ?? 0));
    case "ordinal": {
      const suffix = ordinalSuffix(date.day ?? 1);
      return piece.upper ? suffix.toUpperCase() : suffix;
    }
    case "count": {
      const days = (dayNumber(date) ?? 0) - piece.origin;
      const perDay = piece.unit === "days" ? 1 : piece.unit === "s" ? 86_400 : 86_400_000;
      return String(days * perDay + piece.rest) + piece.fraction;
    }
  }
}

function ordinalSuffix(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}
