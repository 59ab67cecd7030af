import { expect, test } from "vitest";
import type { Profile } from "../../../src/generate/profile.ts";
import type { PatientRecord } from "../../../src/record/record.ts";
import { quiet, recordsOf } from "./kit.ts";

/** Adults who are seen often, so that there is something to act on. */
const seen: Profile = { ...quiet, people: { ...quiet.people, ages: [55, 79] } };
const withGoals = recordsOf(seen, 500, "goals");
const without = recordsOf({ ...seen, goals: {} }, 500, "goals");

const strength = (display: string): number => Number.parseFloat(/(\d+(?:\.\d+)?) MG/i.exec(display)?.[1] ?? "");
const changes = ({ medications }: PatientRecord, drug: RegExp) =>
  medications
    .filter(({ code, stopReason }) => drug.test(code.display) && stopReason === "dose changed")
    .map(({ code, stop }) => ({
      day: stop!,
      from: strength(code.display),
      to: strength(medications.find(({ start, code: next }) => start === stop && drug.test(next.display))!.code.display),
    }));
const values = ({ observations }: PatientRecord, loinc: string, until: string): number[] =>
  observations.filter(({ code, time }) => code.code === loinc && time.slice(0, 10) <= until).map(({ value }) => value!);

test("no pressure drug is raised but by one that was too high, none lowered but by one that was too low", () => {
  let raised = 0;
  for (const record of withGoals) {
    for (const { day, from, to } of changes(record, /^(lisinopril|losartan|amLODIPine) \d/)) {
      const [last] = values(record, "8480-6", day).slice(-1);
      if (to > from) raised++;
      expect(to > from ? last! >= 150 : last! < 100).toBe(true);
    }
  }
  expect(raised).toBeGreaterThan(10);
});

test("of those who measure too much again and again more are treated than by the declared shares alone, not all", () => {
  const high = (record: PatientRecord): boolean => {
    const all = values(record, "8480-6", "9");
    return (
      record.conditions.some(({ code, onset }) => code.code === "I10" && onset < "2024") &&
      all.length >= 4 &&
      all.filter((value) => value >= 150).length >= 0.5 * all.length
    );
  };
  const isTreated = ({ medications }: PatientRecord): boolean =>
    medications.some(
      ({ start, code }) => start >= "2024-01-01" && /lisinopril|losartan|amLODIPine|thiazide|metoprolol|carvedilol/i.test(code.display),
    );
  const share = (records: readonly PatientRecord[]): number => records.filter(isTreated).length / records.length;
  const acted = withGoals.filter(high);
  expect(acted.length).toBeGreaterThan(10);
  expect(share(acted)).toBeGreaterThan(share(without.filter(high)) + 0.2);
  expect(share(acted)).toBeLessThan(0.95);
});

test("thyroxine goes by steps and by thyrotropin", () => {
  let steps = 0;
  for (const record of withGoals) {
    for (const { day, from, to } of changes(record, /^levothyroxine/)) {
      steps++;
      const [last] = values(record, "3016-3", day).slice(-1);
      expect(to > from ? last! >= 6 : last! < 0.35).toBe(true);
      expect(Math.abs(to - from)).toBeLessThan(0.026);
    }
  }
  expect(steps).toBeGreaterThan(3);
});

test("what measures too little is lowered by steps and then stopped for good", () => {
  const pressure = { ...seen.goals.pressure!, above: 500, below: 400, times: 1, acts: 1 };
  const records = recordsOf({ ...seen, goals: { pressure } }, 150, "goals");
  const drug = /^(lisinopril|losartan|amLODIPine|Hydrochlorothiazide) \d/;
  const lowered = records.flatMap((record) => changes(record, drug));
  expect(lowered.length).toBeGreaterThan(10);
  for (const { from, to } of lowered) expect(to).toBeLessThan(from);
  const stopped = records.filter(({ medications }) => medications.some(({ code, stop }) => drug.test(code.display) && stop !== undefined));
  expect(stopped.length).toBeGreaterThan(20);
  for (const { medications } of records)
    for (const { code, stop, stopReason } of medications)
      if (stopReason === "not tolerated" && drug.test(code.display))
        expect(medications.some((other) => other.code.display.split(" ")[0] === code.display.split(" ")[0] && other.start > stop!)).toBe(
          false,
        );
});
