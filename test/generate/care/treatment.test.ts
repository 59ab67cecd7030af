import { expect, test } from "vitest";
import { dayOf } from "../../../src/generate/days.ts";
import { mean, quiet, recordsOf } from "./kit.ts";

const people = recordsOf(quiet, 2500, "treatment");

test("nobody takes a drug for what they do not have", () => {
  let checked = 0;
  for (const { medications, conditions, encounters } of people) {
    for (const { reason, start, encounterId } of medications) {
      checked++;
      const has = conditions.some(({ code, onset }) => code.code === reason!.code && onset <= start);
      // What a stay or procedure was for: childbirth, a screening, fibroids.
      const isOfVisit = encounters.find(({ id }) => id === encounterId)?.reason.code === reason!.code;
      expect(has || isOfVisit).toBe(true);
    }
  }
  expect(checked).toBeGreaterThan(5000);
});

/** What holds what somebody may react to, by the words of the drug. */
const contains: Readonly<Record<string, RegExp>> = {
  penicillin: /amoxicillin|penicillin/i,
  sulfonamide: /sulfameth|hydrochlorothiazide|furosemide/i,
  ibuprofen: /ibuprofen|naproxen|aspirin/i,
  cephalexin: /cephalexin|cefuroxime|ceftriaxone/i,
};
const allergen: Readonly<Record<string, string>> = {
  "7984": "penicillin",
  "10831": "sulfonamide",
  "5640": "ibuprofen",
  "2231": "cephalexin",
};

test("nobody is given what they react to, and what they come to react to is stopped that day", () => {
  let allergic = 0;
  let given = 0;
  for (const { allergies, medications } of people) {
    for (const { code, onset } of allergies) {
      const words = contains[allergen[code.code] ?? ""];
      if (!words) continue;
      allergic++;
      for (const { code: drug, start, stop, dispenses = [] } of medications) {
        if (!words.test(drug.display)) continue;
        given++;
        expect(start < onset && (stop ?? "9") <= onset).toBe(true);
        for (const { date } of dispenses) expect(date < onset).toBe(true);
      }
    }
  }
  expect(allergic).toBeGreaterThan(200);
  // It would be seen: others are given the same.
  expect(given).toBeLessThan(10);
  expect(people.some(({ medications }) => medications.some(({ code }) => contains.penicillin!.test(code.display)))).toBe(true);
});

test("dispenses follow the start, keep to the refills, end with the prescription and leave gaps of the person's own", () => {
  const covered: number[] = [];
  for (const { medications } of people) {
    for (const { start, stop = "2026-01-01", dispenses = [], refills = 0, quantity, daysSupply, renewals = [] } of medications) {
      expect(dispenses.length).toBeLessThanOrEqual((refills + 1) * (renewals.length + 1));
      for (const [i, { date, quantity: given, daysSupply: days }] of dispenses.entries()) {
        expect(i === 0 ? start <= date : dispenses[i - 1]!.date < date).toBe(true);
        expect([date <= stop, given, days]).toEqual([true, quantity, daysSupply]);
      }
      if (refills < 3 || dispenses.length < 3) continue;
      const days = dayOf(dispenses.at(-1)!.date) - dayOf(dispenses[0]!.date);
      covered.push(((dispenses.length - 1) * daysSupply!) / days);
    }
  }
  expect(mean(covered)).toBeGreaterThan(0.75);
  expect(mean(covered)).toBeLessThan(0.97);
});

test("what is taken for good is one record from before the first visit on, renewed where care goes on", () => {
  const begin = "2024-01-01";
  let old = 0;
  let renewed = 0;
  const starts = new Map<string, number>();
  for (const { medications, encounters, patient, conditions } of people) {
    for (const { start, encounterId, refills = 0, renewals = [], dispenses = [], stop = "9", stopReason, reason } of medications) {
      if (refills > 0) expect(stopReason).not.toBe("completed");
      if (start < begin) {
        old++;
        starts.set(start.slice(0, 7), (starts.get(start.slice(0, 7)) ?? 0) + 1);
        expect(encounterId).toBeUndefined();
        expect(start >= patient.birthDate && dispenses.every(({ date }) => date >= begin)).toBe(true);
        expect(conditions.some(({ code, onset }) => code.code === reason!.code && onset <= start)).toBe(true);
      } else expect(encounters.find(({ id }) => id === encounterId)!.start.slice(0, 10) <= start).toBe(true);
      for (const { date, encounterId: at } of renewals) {
        renewed++;
        expect(encounters.find(({ id }) => id === at)!.start.slice(0, 10)).toBe(date);
        expect(start < date && date < stop).toBe(true);
      }
    }
  }
  expect(old).toBeGreaterThan(1500);
  expect(renewed).toBeGreaterThan(1500);
  // Over years, and no month with a heap.
  expect(Math.max(...starts.values()) / old).toBeLessThan(0.05);
});

test("doses rise, drugs are changed and stopped, each for its reason", () => {
  const reasons = people.flatMap(({ medications }) => medications.flatMap(({ stopReason }) => stopReason ?? []));
  for (const reason of ["completed", "dose changed", "not tolerated", "contraindicated", "died"] as const)
    expect(reasons).toContain(reason);
  for (const { medications } of people)
    for (const { stop, stopReason } of medications) expect(stop !== undefined).toBe(stopReason !== undefined);
});

test("nobody takes two strengths of one drug at a time", () => {
  for (const { medications } of people) {
    const statins = medications.filter(({ code }) => /statin/.test(code.display));
    for (const [i, { start }] of statins.entries()) if (i > 0) expect(statins[i - 1]!.stop! <= start).toBe(true);
  }
});

test("the lines of a claim add up, and nobody pays more than all", () => {
  let paid = 0;
  for (const { claims, coverages, encounters } of people) {
    for (const { lines, total, paid: byPlan, patientPaid, status, coverageId, encounterId, identifiers } of claims) {
      expect(lines.reduce((sum, { cents }) => sum + cents, 0)).toBe(total);
      expect(lines.every(({ cents, code }) => Number.isInteger(cents) && cents >= 0 && (code.system as string) !== "CPT")).toBe(true);
      expect(byPlan + patientPaid).toBeLessThanOrEqual(total);
      if (status !== "paid") expect([byPlan, patientPaid]).toEqual([0, 0]);
      const encounter = encounters.find(({ id }) => id === encounterId)!;
      expect(identifiers["claim-number"]).toBe(encounter.identifiers["claim-number"]);
      const day = encounter.start.slice(0, 10);
      const coverage = coverages.find(({ id }) => id === coverageId);
      if (coverage) expect(coverage.start <= day && (coverage.end ?? "9") > day).toBe(true);
      else expect([coverages.some(({ start, end = "9" }) => start <= day && day < end), byPlan]).toEqual([false, 0]);
      if (status === "paid") paid++;
    }
  }
  expect(paid).toBeGreaterThan(10_000);
});

test("procedures are coded by ICD-10-PCS in hospital and never there else", () => {
  for (const { procedures, encounters } of people) {
    for (const { code, encounterId } of procedures) {
      const isStay = encounters.find(({ id }) => id === encounterId)!.class === "inpatient";
      expect(code.system === "ICD-10-PCS").toBe(isStay);
    }
  }
  expect(people.flatMap(({ procedures }) => procedures).length).toBeGreaterThan(1000);
});
