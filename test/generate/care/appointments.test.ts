import { expect, test } from "vitest";
import { dayOf } from "../../../src/generate/days.ts";
import { quiet, recordsOf } from "./kit.ts";

test("what was missed is booked again only afterwards", () => {
  const people = recordsOf({ ...quiet, people: { ...quiet.people, ages: [30, 80] } }, 300, "booked again");
  const gaps = people.flatMap(({ appointments }) =>
    appointments
      .filter(({ status, reason }) => status === "no-show" && reason.code === "Z00.00")
      .flatMap(({ start }) => {
        const day = dayOf(start.slice(0, 10));
        const next = appointments.find(
          (each) =>
            each.status === "fulfilled" &&
            each.reason.code === "Z00.00" &&
            each.start > start &&
            dayOf(each.start.slice(0, 10)) - day <= 30,
        );
        return next ? [next.booked > start] : [];
      }),
  );
  expect(gaps.length).toBeGreaterThan(10);
  expect(gaps.filter((after) => !after).length).toBe(0);
});
