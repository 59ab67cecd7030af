import { expect, test } from "vitest";
import type { EncounterClass } from "../../../src/record/care.ts";
import type { PatientRecord } from "../../../src/record/record.ts";
import { ageOf, livedThrough2025, mean, quiet, recordsOf } from "./kit.ts";

const people = recordsOf(quiet, 5000, "rates").filter(livedThrough2025);

const in2025 = ({ encounters }: PatientRecord, classes: readonly EncounterClass[]): number =>
  encounters.filter((encounter) => encounter.start.startsWith("2025") && classes.includes(encounter.class)).length;
const office = (record: PatientRecord): number => in2025(record, ["ambulatory", "virtual"]);
const emergency = (record: PatientRecord): number => in2025(record, ["emergency"]);

test("people visit offices and emergency departments as often as they do by survey", () => {
  // NAMCS 2007 and NAMCS/NHAMCS 2006: 335.6 office and 34.7 outpatient visits per 100 persons; NHAMCS 2019 to 2022: 43 to 47 in
  // emergency departments.
  expect(mean(people.map(office))).toBeGreaterThan(3.45);
  expect(mean(people.map(office))).toBeLessThan(4);
  expect(mean(people.map(emergency))).toBeGreaterThan(0.4);
  expect(mean(people.map(emergency))).toBeLessThan(0.5);
});

test("the old and babies come most often, and women more often than men in between", () => {
  const rate = (fits: (record: PatientRecord) => boolean): number => mean(people.filter(fits).map(office));
  const aged = (from: number, to: number) => (record: PatientRecord) => from <= ageOf(record) && ageOf(record) < to;
  expect(rate(aged(75, 120))).toBeGreaterThan(1.5 * rate(aged(45, 65)));
  expect(rate(aged(1, 4))).toBeGreaterThan(1.1 * rate(aged(8, 18)));
  const young = (sex: "female" | "male") => rate((record) => aged(20, 40)(record) && record.patient.sex === sex);
  expect(young("female")).toBeGreaterThan(1.3 * young("male"));
});

test("counts are overdispersed, and who came often comes often again", () => {
  const grown = people.filter((record) => ageOf(record) >= 30 && ageOf(record) < 60);
  const counts = grown.map(office);
  const center = mean(counts);
  expect(mean(counts.map((count) => (count - center) ** 2)) / center).toBeGreaterThan(2);
  const before = grown.map(({ encounters }) => encounters.filter(({ start }) => start.startsWith("2024")).length);
  const often = mean(counts.filter((_, i) => before[i]! >= 6));
  const seldom = mean(counts.filter((_, i) => before[i]! <= 1));
  expect(often).toBeGreaterThan(2.2 * seldom);
});

test("a sixth of emergency visits are admitted, the old more often", () => {
  const admitted = (records: readonly PatientRecord[]): number => {
    const visits = records.flatMap(({ encounters }) => encounters.filter((encounter) => encounter.class === "emergency"));
    const followed = new Set(records.flatMap(({ encounters }) => encounters.map(({ fromEncounterId }) => fromEncounterId)));
    return visits.filter(({ id }) => followed.has(id)).length / visits.length;
  };
  expect(admitted(people)).toBeGreaterThan(0.11);
  expect(admitted(people)).toBeLessThan(0.2);
  expect(admitted(people.filter((record) => ageOf(record) >= 70))).toBeGreaterThan(
    3 * admitted(people.filter((record) => ageOf(record) < 40)),
  );
});

test("appointments made ahead are missed and cancelled as often as declared, those for a new illness never", () => {
  const all = people.flatMap(({ appointments }) => appointments.filter(({ status }) => status !== "booked"));
  const unkept = all.filter(({ status }) => status === "no-show");
  expect(unkept.filter(({ reason }) => /^(?:J0|J1|J20|H66|S|N39|A)/.test(reason.code))).toEqual([]);
  const over = all.filter(({ reason }) => !/^(?:J0|J1|J20|H|S|N39|A|R|L|M5)/.test(reason.code));
  const share = (status: string): number => over.filter((appointment) => appointment.status === status).length / over.length;
  expect(share("no-show")).toBeGreaterThan(0.055);
  expect(share("no-show")).toBeLessThan(0.09);
  expect(Math.abs(share("cancelled") - 0.085)).toBeLessThan(0.02);
});

test("influenza is of the winter and poison ivy of the summer", () => {
  const months = (code: string): readonly number[] =>
    people.flatMap(({ conditions }) =>
      conditions.filter((condition) => condition.code.code === code).map(({ onset }) => Number(onset.slice(5, 7))),
    );
  const within = (list: readonly number[], wanted: readonly number[]): number =>
    list.filter((month) => wanted.includes(month)).length / list.length;
  expect(months("J10.1").length).toBeGreaterThan(100);
  expect(within(months("J10.1"), [11, 12, 1, 2, 3])).toBeGreaterThan(0.8);
  expect(within(months("L23.7"), [5, 6, 7, 8, 9])).toBeGreaterThan(0.6);
});

test("few children are seen twice or more in a year in an emergency department, and some people are in hospital again and again", () => {
  const children = people.filter((record) => ageOf(record) < 18);
  // NHIS: 4 % in 2021, 5 % in 2022. A gamma distribution with as many visits has 9 %.
  expect(mean(children.map((record) => (emergency(record) >= 2 ? 1 : 0)))).toBeLessThan(0.075);
  expect(mean(children.map(emergency))).toBeGreaterThan(0.28);
  // NHIS 2011: 3 %.
  expect(mean(people.map((record) => (in2025(record, ["inpatient"]) >= 2 ? 1 : 0)))).toBeGreaterThan(0.012);
});

test("who never comes with a complaint seldom comes for a check-up or a vaccine", () => {
  // NHIS 2017-2018: 82.1 %. Were check-ups and clinics drawn for themselves, 86 % would be seen.
  const grown = people.filter((record) => ageOf(record) >= 18 && ageOf(record) < 65);
  const seen = mean(grown.map((record) => (in2025(record, ["ambulatory", "virtual", "emergency", "inpatient"]) > 0 ? 1 : 0)));
  expect(seen).toBeGreaterThan(0.78);
  expect(seen).toBeLessThan(0.85);
});
