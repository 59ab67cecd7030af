import { expect, test } from "vitest";
import { dayOf } from "../../../src/generate/days.ts";
import { quiet, recordsOf } from "./kit.ts";

test("one mammogram in ten is incomplete, and most of these are followed by another within weeks", () => {
  const people = recordsOf({ ...quiet, people: { ...quiet.people, ages: [45, 75] } }, 500, "recall");
  const screened = people.flatMap(({ reports }) => reports.filter(({ code }) => code.code === "24606-6"));
  const incomplete = screened.filter(({ conclusion, time }) => conclusion?.startsWith("BI-RADS 0") && time < "2025-11");
  expect(incomplete.length / screened.length).toBeGreaterThan(0.04);
  expect(incomplete.length / screened.length).toBeLessThan(0.15);
  const answered = incomplete.filter(({ patientId, time }) =>
    people.some(({ reports }) =>
      reports.some(
        (report) =>
          report.patientId === patientId &&
          report.code.code === "24605-8" &&
          dayOf(report.time.slice(0, 10)) - dayOf(time.slice(0, 10)) >= 7 &&
          dayOf(report.time.slice(0, 10)) - dayOf(time.slice(0, 10)) <= 40,
      ),
    ),
  );
  expect(answered.length / incomplete.length).toBeGreaterThan(0.75);
});
