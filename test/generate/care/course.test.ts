import { expect, test } from "vitest";
import type { PatientRecord } from "../../../src/record/record.ts";
import { asOf, quiet, recordsOf } from "./kit.ts";

const people = recordsOf(quiet, 1200, "course");

const each = (check: (record: PatientRecord) => readonly unknown[]): readonly unknown[] => people.flatMap((record) => [...check(record)]);

test("encounters follow each other: nobody is in two places at a time", () => {
  const wrong = each(({ encounters }) => encounters.filter(({ start }, i) => i > 0 && start < encounters[i - 1]!.end));
  expect(wrong).toEqual([]);
  expect(each(({ encounters }) => encounters).length).toBeGreaterThan(5000);
});

test("nothing is before birth, after death or after the day of asking", () => {
  const wrong = each(({ patient, encounters }) =>
    encounters.filter(
      ({ start, end }) =>
        start.slice(0, 10) < patient.birthDate || end > (patient.deceased ?? "9") || end.slice(0, 10) > asOf || end <= start,
    ),
  );
  expect(wrong).toEqual([]);
});

test("the beds of a stay follow each other from admission to discharge", () => {
  const stays = people.flatMap(({ encounters }) => encounters.filter((encounter) => encounter.class === "inpatient"));
  for (const { start, end, stays: beds = [] } of stays) {
    expect([beds[0]!.start, beds.at(-1)!.end]).toEqual([start, end]);
    for (const [i, bed] of beds.slice(1).entries()) expect(bed.start).toBe(beds[i]!.end);
  }
  expect(stays.some(({ stays: beds = [] }) => beds.length > 1)).toBe(true);
});

test("an admission from an emergency department begins where that visit ended", () => {
  const admitted = people.flatMap(({ encounters }) =>
    encounters.flatMap((encounter) => {
      const from = encounters.find(({ id }) => id === encounter.fromEncounterId);
      return encounter.class === "inpatient" && from ? [[from.class, from.end, encounter.start, encounter.admission!.source] as const] : [];
    }),
  );
  expect(admitted.length).toBeGreaterThan(40);
  for (const [from, end, start, source] of admitted) expect([from, start, source]).toEqual(["emergency", end, "emergency"]);
});

test("who dies in hospital is discharged dead at the time of death", () => {
  const last = people.flatMap(({ patient, encounters }) =>
    encounters.flatMap(({ admission, end }) => (admission?.disposition === "died" ? [[end, patient.deceased] as const] : [])),
  );
  expect(last.length).toBeGreaterThan(2);
  for (const [end, deceased] of last) expect(end).toBe(deceased);
});

const weeksAtBirth = (id: string): number | undefined =>
  people.find(({ patient }) => patient.id === id)?.observations.find(({ code }) => code.code === "76516-4")?.value;

test("mother and child are in the hospital at the birth, and leave together", () => {
  const record = new Map(people.map((one) => [one.patient.id, one]));
  const births = people.flatMap(({ patient, contacts, encounters }) => {
    const born = encounters.find(({ admission }) => admission?.source === "born here");
    const mother = record.get(contacts.find(({ relationship }) => relationship === "mother")?.samePatientId ?? "");
    // Of twins the mother's record follows one.
    const isTwin = people.some(
      (other) =>
        other.patient.id !== patient.id &&
        other.patient.birthDate === patient.birthDate &&
        other.patient.householdId === patient.householdId,
    );
    return born && mother && !isTwin ? [{ patient, born, mother }] : [];
  });
  expect(births.length).toBeGreaterThan(5);
  for (const { patient, born, mother } of births) {
    expect(born.start.slice(0, 10)).toBe(patient.birthDate);
    const delivery = mother.encounters.find(
      ({ class: sort, reason, start, end }) =>
        sort === "inpatient" && reason.code.startsWith("O") && start <= born.start && born.start <= end,
    );
    expect(delivery?.facilityId).toBe(born.facilityId);
    // Who was born early stays longer.
    if (delivery?.end !== born.end) expect(Number(weeksAtBirth(patient.id))).toBeLessThan(35);
  }
});

test("what is done, measured and given lies within its encounter, and each has an id of its own", () => {
  for (const {
    encounters,
    observations,
    orders,
    procedures,
    immunizations,
    reports,
    medications,
    claims,
    conditions,
    appointments,
  } of people) {
    const of = new Map(encounters.map((encounter) => [encounter.id, encounter]));
    for (const [id, time] of [
      ...observations.map(({ encounterId, time }) => [encounterId, time] as const),
      ...orders.map(({ encounterId, time }) => [encounterId, time] as const),
      ...procedures.flatMap(({ encounterId, start, end }) => [[encounterId, start] as const, [encounterId, end] as const]),
      ...immunizations.map(({ encounterId, time }) => [encounterId, time] as const),
    ]) {
      const { start, end } = of.get(id)!;
      expect(start <= time && time <= end).toBe(true);
    }
    const all = [
      encounters,
      observations,
      orders,
      procedures,
      immunizations,
      reports,
      medications,
      claims,
      conditions,
      appointments,
    ].flat();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  }
});

test("a report comes after its order and holds observations of that order", () => {
  let laboratory = 0;
  for (const { orders, observations, reports } of people) {
    for (const { orderId, time, observationIds, conclusion, modality } of reports) {
      const order = orders.find(({ id }) => id === orderId)!;
      expect(order.time <= time).toBe(true);
      expect(order.category).toBe(modality === undefined ? "laboratory" : "imaging");
      expect(conclusion !== undefined).toBe(modality !== undefined);
      for (const id of observationIds) expect(observations.find((observation) => observation.id === id)!.orderId).toBe(orderId);
      if (modality === undefined) laboratory += Math.min(1, observationIds.length);
    }
  }
  expect(laboratory).toBeGreaterThan(2000);
});

test("a kept appointment and its encounter name each other; what is still to come is booked", () => {
  for (const { appointments, encounters } of people) {
    for (const { id, status, encounterId, booked, start } of appointments) {
      expect(booked < start).toBe(true);
      if (start.slice(0, 10) > asOf) expect(["booked", "cancelled"]).toContain(status);
      expect(encounters.find((encounter) => encounter.appointmentId === id)?.id).toBe(encounterId);
      expect(encounterId !== undefined).toBe(status === "fulfilled");
    }
  }
  const statuses = new Set(people.flatMap(({ appointments }) => appointments.map(({ status }) => status)));
  expect([...statuses].sort()).toEqual(["booked", "cancelled", "fulfilled", "no-show"]);
});

test("offices see nobody on a Sunday or at night", () => {
  const visits = people.flatMap(({ encounters }) => encounters.filter((encounter) => encounter.class === "ambulatory"));
  const hours = new Set(visits.map(({ start }) => Number(start.slice(11, 13))));
  expect([Math.min(...hours), Math.max(...hours)]).toEqual([7, 17]);
  expect(visits.filter(({ start }) => new Date(`${start}Z`).getUTCDay() === 0)).toEqual([]);
});

test("lists are in the order of time", () => {
  const ascends = (times: readonly string[]): boolean => times.every((time, i) => i === 0 || times[i - 1]! <= time);
  for (const record of people) {
    expect(ascends(record.encounters.map(({ start }) => start))).toBe(true);
    expect(ascends(record.observations.map(({ time }) => time))).toBe(true);
    expect(ascends(record.reports.map(({ time }) => time))).toBe(true);
    expect(ascends(record.conditions.map(({ onset }) => onset))).toBe(true);
    expect(ascends(record.medications.map(({ start }) => start))).toBe(true);
    expect(ascends(record.claims.map(({ created }) => created))).toBe(true);
  }
});
