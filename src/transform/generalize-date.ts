import { z } from "zod";
import { createStream } from "../random/stream.ts";
import { dateInYear } from "./in-year.ts";
import { dateReader } from "./read-date.ts";
import { defineTransform } from "./transform.ts";

/**
 * The year of a date (45 CFR 164.514(b)(2)(i)(C)), also of its time, week or quarter. A year 90 or more before the later of
 * the reference date and the record's own last year tells an age over 89, and goes as well: compared by year alone,
 * since in the year of a 90th birthday the year is all that would be left to tell.
 */
export const generalizeDate = defineTransform({
  name: "generalize-date",
  title: "leaves the year of a date; nothing where the year tells an age over 89",
  perEntry: true,
  fits: "C",
  options: {
    as: z
      .enum(["year", "first-day", "in-year"])
      .default("year")
      .describe(
        "`2021`; or the placeholder `2021-01-01` where the type asks for a day; or in prose a date of that year drawn at random, elsewhere the year.",
      ),
    over89: z.enum(["remove", "90+"]).default("remove").describe("What stands for a year that tells an age over 89."),
  },
  derivation: () => "generalized",
  compile: (_kind, options, run) => {
    const read = dateReader(run);
    const over = options.over89 === "remove" ? null : "90+";
    const tail = options.as === "first-day" ? "-01-01" : "";
    return (value, entry) => {
      const isDrawn = options.as === "in-year" && entry.mention !== undefined;
      const date = read(value);
      if (!date) return isDrawn ? withoutYear(value, read, entry.mention!) : null;
      const reference = Math.max(run.asOf.year, entry.latestYear ?? 0);
      if (reference - date.year >= 90) return over;
      return isDrawn ? dateInYear(date, createStream("in-year").fork(entry.mention!)) : date.year + tail;
    };
  },
});

/** `4/15`, `March 3rd`: read and drawn as of a year that is then left out again. */
function withoutYear(value: string, read: ReturnType<typeof dateReader>, mention: string): string | null {
  for (const before of ["/", ", ", " ", "-"]) {
    const date = read(`${value}${before}2023`);
    if (date?.precision !== "day") continue;
    const drawn = dateInYear(date, createStream("in-year").fork(mention));
    return drawn?.endsWith(`${before}2023`) ? drawn.slice(0, -before.length - 4) : null;
  }
  return null;
}
