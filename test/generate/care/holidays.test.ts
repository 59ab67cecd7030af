import { expect, test } from "vitest";
import { isHoliday } from "../../../src/generate/care/holidays.ts";
import { dayOf, isoOf } from "../../../src/generate/days.ts";
import { quiet, recordsOf } from "./kit.ts";

test("the federal holidays of a year, and the days on which those of a weekend are kept", () => {
  const from = dayOf("2022-01-01");
  const days = Array.from({ length: 365 }, (_, i) => from + i).filter(isHoliday);
  // OPM, Federal Holidays, 2022; the days themselves where another is kept for them.
  expect(days.map(isoOf).map((iso) => iso.slice(5))).toEqual(
    // biome-ignore format: a list
    ["01-01", "01-17", "02-21", "05-30", "06-19", "06-20", "07-04", "09-05", "10-10", "11-11", "11-24", "12-25", "12-26"],
  );
  expect(isHoliday(dayOf("2021-12-31"))).toBe(true);
});

test("offices are closed on holidays, emergency departments are not", () => {
  const visits = recordsOf(quiet, 500, "holidays").flatMap(({ encounters }) => encounters);
  const onHolidays = visits.filter(({ start }) => isHoliday(dayOf(start.slice(0, 10))));
  expect(onHolidays.filter((encounter) => encounter.class === "ambulatory" || encounter.class === "virtual")).toEqual([]);
  expect(onHolidays.some((encounter) => encounter.class === "emergency")).toBe(true);
});
