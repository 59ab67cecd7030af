import { expect, test } from "vitest";
import { dayOf } from "../../../src/generate/days.ts";
import { quiet, recordsOf } from "./kit.ts";

const people = recordsOf(quiet, 900, "followed");

test("one visit looks after all that is due, and nobody comes for the same within three weeks", () => {
  const visits = people.flatMap(({ encounters }) => encounters.filter(({ also = [] }) => also.length > 0));
  expect(visits.length).toBeGreaterThan(500);
  for (const { reason, also = [] } of visits) expect(also.map(({ code }) => code)).not.toContain(reason.code);
  const gaps = people.flatMap(({ encounters }) => {
    const days = encounters.flatMap(({ reason, also = [], start, ...encounter }) =>
      encounter.class === "ambulatory" && [reason, ...also].some(({ code }) => code === "E78.5") ? [dayOf(start.slice(0, 10))] : [],
    );
    return days.slice(1).map((day, i) => day - days[i]!);
  });
  expect(gaps.length).toBeGreaterThan(200);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(21);
});

test("HbA1c is not drawn again within ten weeks", () => {
  const gaps = people.flatMap(({ reports }) => {
    const days = reports.flatMap(({ code, time }) => (code.code === "4548-4" ? [dayOf(time.slice(0, 10))] : []));
    return days.slice(1).map((day, i) => day - days[i]!);
  });
  expect(gaps.length).toBeGreaterThan(100);
  // What is drawn for something acute counts for itself.
  expect(gaps.filter((gap) => gap < 75).length).toBeLessThan(0.05 * gaps.length);
});

test("what a condition beside the reason asks for is ordered for that condition", () => {
  const visits = people.flatMap(({ encounters, orders }) =>
    encounters
      .filter(({ reason, also = [] }) => !isDiabetes(reason) && !reason.code.startsWith("Z") && also.some(isDiabetes))
      .map(({ id }) => orders.filter(({ encounterId, code }) => encounterId === id && code.code === "4548-4")),
  );
  const reasons = visits.flat().map(({ reason }) => reason!);
  expect(reasons.length).toBeGreaterThan(20);
  expect(reasons.every((reason) => isDiabetes(reason) || reason.code === "E66.01")).toBe(true);
});

const isDiabetes = ({ code }: { readonly code: string }): boolean => code.startsWith("E11");
