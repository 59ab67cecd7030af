import { expect, test } from "vitest";
import type { Finding } from "../../src/detect/finding.ts";
import { readingOf } from "../../src/detect/index.ts";
import { createTimes } from "../../src/detect/times.ts";

function found(text: string, wanted: { weekdays: boolean; timesOfDay: boolean }): string[] {
  const findings = createTimes(wanted).detect([readingOf(text)], [undefined]) as Finding[][];
  return findings[0]!.map(({ start, end }) => text.slice(start, end)).sort();
}

test("days of the week are found, also short ones beside what dates an event", () => {
  expect(
    found("Fell Tuesday, seen Tues again; back on Fri, and Sat 3/4 by phone. Visto el miércoles.", { weekdays: true, timesOfDay: false }),
  ).toEqual(["Fri", "Sat", "Tues", "Tuesday", "miércoles"]);
});

test("short words that are no days stay", () => {
  expect(found("O2 Sat 98 %, on sat 95%, sun exposure, wed since 1990, Mon. antigen", { weekdays: true, timesOfDay: false })).toEqual([]);
});

test("times of day are found when they are wanted, ratios and doses never", () => {
  expect(
    found("Seen 07:15, again at 10:30 PM and 1430 hrs; BP 120/80, I:E 1:2, 3:1 ratio, 10 mg at 8 am", {
      weekdays: false,
      timesOfDay: true,
    }),
  ).toEqual(["07:15", "10:30 PM", "1430 hrs", "8 am"]);
  expect(found("Seen Tuesday 07:15", { weekdays: false, timesOfDay: false })).toEqual([]);
});
