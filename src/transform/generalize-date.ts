import { z } from "zod";
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
    as: z.enum(["year", "first-day"]).default("year").describe("`2021`, or the placeholder `2021-01-01` where the type asks for a day."),
    over89: z.enum(["remove", "90+"]).default("remove").describe("What stands for a year that tells an age over 89."),
  },
  derivation: () => "generalized",
  compile: (_kind, options, run) => {
    const read = dateReader(run);
    const over = options.over89 === "remove" ? null : "90+";
    const tail = options.as === "year" ? "" : "-01-01";
    return (value, entry) => {
      const date = read(value);
      if (!date) return null;
      const reference = Math.max(run.asOf.year, entry.latestYear ?? 0);
      return reference - date.year >= 90 ? over : date.year + tail;
    };
  },
});
