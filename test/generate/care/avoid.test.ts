import { expect, test } from "vitest";
import { generatePatients } from "../../../src/generate/generate.ts";
import type { PatientRecord } from "../../../src/record/record.ts";
import { usPopulation } from "../shipped.ts";

// Nearly every woman would take the pill, and nearly everybody naproxen, but for what they avoid.
const profile = {
  ...usPopulation,
  people: { ...usPopulation.people, ages: [20, 44] as [number, number] },
  treatments: {
    ...usPopulation.treatments,
    "contraceptive-pill": { for: [], needs: "female" as const, percent: 95 },
    "anti-inflammatory-daily": { for: ["obesity", "severe-obesity"], percent: 95 },
  },
};
const adults = [...generatePatients(profile, { seed: "avoid", asOf: "2026-01-01", patients: 300 })];
const withBabies = { ...profile, people: { ...profile.people, ages: [0, 44] as [number, number] } };
const families = [...generatePatients(withBabies, { seed: "avoid", asOf: "2026-01-01", patients: 700 })];

const day = (time: string): number => Date.parse(time.slice(0, 10)) / 86_400_000;
const drugs = (record: PatientRecord, name: RegExp) => record.medications.filter(({ code }) => name.test(code.display));

test("nobody is begun on a drug in a pregnancy that it would harm", () => {
  const mothers = families.flatMap((record) =>
    record.encounters.filter(({ reason }) => /^O8[02]$/.test(reason.code)).map(({ start }) => ({ record, delivery: day(start) })),
  );
  expect(mothers.length).toBeGreaterThan(5);
  expect(mothers.some(({ record }) => drugs(record, /ethinyl/).length > 0)).toBe(true);
  for (const { record, delivery } of mothers)
    for (const { start, stop } of drugs(record, /ethinyl/)) {
      const isCarrying = (time: number): boolean => time > delivery - 280 && time <= delivery;
      expect(isCarrying(day(start))).toBe(false);
      // Whoever took it before stops at the first visit for the child.
      const seen = record.encounters.some((each) => each.reason.code === "Z34.90" && isCarrying(day(each.start)));
      if (seen && day(start) < delivery - 280) expect(stop !== undefined && day(stop) < delivery).toBe(true);
    }
});

test("nobody is begun on a drug that a condition or another drug forbids", () => {
  expect(adults.filter((record) => drugs(record, /^Naproxen 500/).length > 0).length).toBeGreaterThan(30);
  for (const record of adults) {
    const failing = record.conditions.find(({ code }) => code.code === "I50.9");
    for (const { start } of drugs(record, /^Naproxen 500/)) expect(failing === undefined || day(failing.onset!) > day(start)).toBe(true);
  }
});

test("nobody takes together what does not go together, nor is given it in a procedure", () => {
  const old = { ...usPopulation, people: { ...usPopulation.people, ages: [45, 79] as [number, number] } };
  const plain = { ...old, notes: { ...old.notes, share: 0 } };
  const records = [...generatePatients(plain, { seed: "together", asOf: "2026-01-01", patients: 300 })];
  const pairs = [
    [/apixaban|rivaroxaban|warfarin/i, /ibuprofen|naproxen|aspirin/i],
    [/lisinopril/, /losartan/],
    [/spironolactone/, /potassium chloride/i],
  ] as const;
  let one = 0;
  for (const record of records) {
    for (const [first, second] of pairs) {
      const [some, others] = [drugs(record, first), drugs(record, second)];
      if (some.length > 0) one++;
      for (const each of some)
        for (const other of others) {
          const [early, late] = each.start <= other.start ? [each, other] : [other, each];
          if (late.encounterId !== undefined) expect(early.stop !== undefined && early.stop <= late.start).toBe(true);
        }
    }
    const kidneys = record.conditions.find(({ code }) => /^N18\.[3-5]/.test(code.code));
    for (const { code, start } of record.procedures)
      if (code.code === "J1885" && kidneys) expect(day(start)).toBeLessThanOrEqual(day(kidneys.onset!));
  }
  expect(one).toBeGreaterThan(50);
  expect(records.some(({ procedures }) => procedures.some(({ code }) => code.code === "J1885"))).toBe(true);
});
