import { z } from "zod";
import { type CalendarDate, civilOf, dayNumber, dayNumberOf, parseDate, renderDate, shiftDays } from "../calendar/index.ts";
import { dateReader } from "./read-date.ts";
import { defineTransform } from "./transform.ts";

/**
 * Moves a date back by the subject's own offset: the same whole number of days, never zero, for every date of one subject.
 * Keeps the precision, the style and the time of day as written. A month without a day goes, since the month it falls in
 * cannot be told; a year is that of its middle day. Null without a subject. Not a Safe Harbor transform: a shifted date
 * still holds elements of the date (164.514(b)(2)(i)(C)).
 */
export const shiftDate = defineTransform({
  name: "shift-date",
  title: "moves a date back by its subject's own number of days",
  perEntry: true,
  fits: "C",
  options: {
    notBefore: z
      .string()
      .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/)
      .refine((text) => parseDate(text) !== null, "not a day of the calendar")
      .optional()
      .describe("The extract's first day: an earlier shifted date is written as that day, so that the end of the range tells no offset."),
  },
  derivation: () => "shifted",
  compile: (_kind, options, run) => {
    const read = dateReader(run);
    const first = options.notBefore === undefined ? null : firstDay(options.notBefore);
    return (value, { offsetDays }) => {
      if (offsetDays === null || offsetDays === 0) return null;
      const date = read(value);
      if (!date) return null;
      if (date.precision === "year") {
        const middle = civilOf(dayNumberOf(date.year, 7, 1) - offsetDays).year;
        return renderDate({ ...date, year: first ? Math.max(middle, first.year) : middle });
      }
      const moved = shiftDays(date, -offsetDays);
      if (!moved) return null;
      return first && dayNumber(moved)! < dayNumberOf(first.year, first.month, first.day)
        ? renderDate({ ...moved, ...first })
        : renderDate(moved);
    };
  },
});

function firstDay(text: string): CalendarDate {
  const date = parseDate(text);
  if (!date || date.month === null || date.day === null) throw new Error("unreachable: a policy's notBefore is checked when it is loaded");
  return { year: date.year, month: date.month, day: date.day };
}
