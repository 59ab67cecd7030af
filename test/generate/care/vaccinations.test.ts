import { expect, test } from "vitest";
import { dayOf } from "../../../src/generate/days.ts";
import type { PatientRecord } from "../../../src/record/record.ts";
import { quiet, recordsOf } from "./kit.ts";

const children = recordsOf({ ...quiet, people: { ...quiet.people, ages: [0, 7] }, history: { years: 8 } }, 500, "vaccines");
const everybody = recordsOf(quiet, 1500, "vaccines");

const daysAMonth = 30.436875;

/** ACIP's least ages and intervals in days, by CVX: for each dose the age, then the days since the dose before. */
const least: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  "08": [
    [0, 0],
    [28, 28],
    [168, 56],
  ],
  "20": [
    [42, 0],
    [70, 28],
    [98, 28],
    [365, 180],
    [1461, 180],
  ],
  "10": [
    [42, 0],
    [70, 28],
    [98, 28],
    [1461, 180],
  ],
  "03": [
    [365, 0],
    [393, 28],
  ],
  "21": [
    [365, 0],
    [449, 84],
  ],
  "83": [
    [365, 0],
    [545, 180],
  ],
  "116": [
    [42, 0],
    [70, 28],
    [98, 28],
  ],
};

const given = (record: PatientRecord, cvx: string) => record.immunizations.filter(({ code }) => code.code === cvx);

test("no dose is given before its age, or too soon after the one before", () => {
  let checked = 0;
  for (const record of children) {
    const birth = dayOf(record.patient.birthDate);
    for (const [cvx, rules] of Object.entries(least)) {
      let before: number | undefined;
      for (const { dose, time } of given(record, cvx)) {
        const [age, after] = rules[dose - 1]!;
        const day = dayOf(time);
        expect(day - birth).toBeGreaterThanOrEqual(age);
        if (before !== undefined) expect(day - before).toBeGreaterThanOrEqual(after);
        before = day;
        checked++;
      }
    }
  }
  expect(checked).toBeGreaterThan(3000);
});

test("doses are counted from the first, without a gap", () => {
  for (const record of children.filter(({ patient }) => patient.birthDate > "2018-02-01")) {
    for (const cvx of Object.keys(least))
      expect(given(record, cvx).map(({ dose }) => dose)).toEqual(given(record, cvx).map((_, i) => i + 1));
  }
});

test("most children of two have had measles vaccine, some never will", () => {
  const old = children.filter(
    ({ patient }) =>
      patient.deceased === undefined &&
      dayOf("2026-01-01") - dayOf(patient.birthDate) > 24 * daysAMonth &&
      patient.birthDate > "2018-02-01",
  );
  const share = old.filter((record) => given(record, "03").length > 0).length / old.length;
  expect(share).toBeGreaterThan(0.8);
  expect(share).toBeLessThan(0.95);
});

test("influenza vaccine is given once a season, from September to February", () => {
  const doses = everybody.flatMap((record) => [...given(record, "140"), ...given(record, "135")]);
  expect(doses.length).toBeGreaterThan(300);
  expect(doses.filter(({ time }) => time.slice(5, 7) > "02" && time.slice(5, 7) < "09")).toEqual([]);
  for (const record of everybody) {
    const seasons = [...given(record, "140"), ...given(record, "135")].map(({ time }) => {
      const year = Number(time.slice(0, 4));
      return time.slice(5, 7) <= "02" ? year - 1 : year;
    });
    expect(new Set(seasons).size).toBe(seasons.length);
  }
});

test("the high dose is for people of 65 and over", () => {
  const born = everybody.flatMap((record) => given(record, "135").map(({ time }) => dayOf(time) - dayOf(record.patient.birthDate)));
  expect(born.length).toBeGreaterThan(50);
  expect(Math.min(...born) / 365.2425).toBeGreaterThan(64.99);
});

test("who comes for the vaccine of the season alone is given it, in the season, once", () => {
  const visits = everybody.flatMap((record) =>
    record.encounters.filter(({ reason }) => reason?.code === "Z23").map((encounter) => ({ record, encounter })),
  );
  expect(visits.length).toBeGreaterThan(200);
  for (const { record, encounter } of visits) {
    const here = record.immunizations.filter(({ encounterId }) => encounterId === encounter.id);
    expect(here.some(({ code }) => ["135", "140"].includes(code.code))).toBe(true);
    expect(["09", "10", "11", "12"]).toContain(encounter.start.slice(5, 7));
    const season = record.immunizations.filter(
      ({ code, time }) =>
        ["135", "140"].includes(code.code) && time.slice(0, 4) === encounter.start.slice(0, 4) && time.slice(5, 7) >= "09",
    );
    expect(season.length).toBe(1);
  }
});
