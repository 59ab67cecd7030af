import { expect, test } from "vitest";
import { dayOf } from "../../../src/generate/days.ts";
import type { PatientRecord } from "../../../src/record/record.ts";
import { mean, quiet, recordsOf } from "./kit.ts";

/** Enough mothers and newborns, and enough twins among them. */
const people = recordsOf(
  {
    ...quiet,
    people: {
      ...quiet.people,
      ages: [0, 44],
      weights: [
        [0, 6],
        [2, 6],
        [3, 0.2],
        [19, 0.2],
        [20, 1],
      ],
    },
    households: { ...quiet.households, twins: 0.15 },
    history: { years: 2 },
  },
  1000,
  "births",
);

const isDelivery = ({ class: sort, reason }: PatientRecord["encounters"][number]): boolean =>
  sort === "inpatient" && reason.code.startsWith("O");
const newborns = people.filter(({ encounters }) => encounters.some(({ admission }) => admission?.source === "born here"));
const mothers = people.filter(({ encounters }) => encounters.some(isDelivery));
const birthOf = ({ encounters }: PatientRecord) => encounters.find(({ admission }) => admission?.source === "born here")!;
const valuesOf = ({ observations }: PatientRecord, loinc: string) => observations.filter(({ code }) => code.code === loinc);
const has = ({ conditions }: PatientRecord, code: string): boolean => conditions.some((each) => each.code.code.startsWith(code));

test("one in ten is born before 37 weeks, and weighs less for it", () => {
  const weeks = newborns.map((child) => valuesOf(child, "76516-4")[0]!.value!);
  const single = newborns.filter((child) => birthOf(child).reason.code.startsWith("Z38.0"));
  const early = single.filter((child) => valuesOf(child, "76516-4")[0]!.value! < 37);
  expect(weeks.length).toBeGreaterThan(100);
  expect(early.length / single.length).toBeGreaterThan(0.03);
  expect(early.length / single.length).toBeLessThan(0.18);
  const grams = (list: readonly PatientRecord[]): number => mean(list.map((child) => valuesOf(child, "8339-4")[0]!.value!));
  expect(grams(single.filter((child) => valuesOf(child, "76516-4")[0]!.value! >= 39))).toBeGreaterThan(grams(early) + 500);
  expect(newborns.filter((child) => valuesOf(child, "76516-4")[0]!.value! < 37 !== has(child, "P07"))).toEqual([]);
});

test("newborns lose weight, and have it back at two weeks", () => {
  for (const child of newborns) {
    const birth = dayOf(child.patient.birthDate);
    const grams = valuesOf(child, "8339-4")[0]!.value!;
    for (const { time, value } of valuesOf(child, "29463-7")) {
      const day = dayOf(time.slice(0, 10)) - birth;
      if (day === 2 || day === 3) expect(value! * 1000).toBeLessThan(0.98 * grams);
      if (day < 5) expect(value! * 1000).toBeGreaterThan(0.9 * grams);
      if (day > 14 && day < 60) expect(value! * 1000).toBeGreaterThan(grams);
    }
  }
});

test("twins are born one way, minutes apart, and their mother's record says that there were two", () => {
  const twins = newborns.filter((child) => birthOf(child).reason.code.startsWith("Z38.3"));
  const pairs = twins.flatMap((child) => {
    const other = twins.find(
      ({ patient }) =>
        patient.householdId === child.patient.householdId && patient.id > child.patient.id && patient.birthDate === child.patient.birthDate,
    );
    return other ? [[child, other] as const] : [];
  });
  expect(pairs.length).toBeGreaterThan(3);
  for (const [one, other] of pairs) {
    expect(birthOf(other).reason.code).toBe(birthOf(one).reason.code);
    expect(birthOf(other).facilityId).toBe(birthOf(one).facilityId);
    const [first, second] = [birthOf(one).start, birthOf(other).start].sort();
    expect(minuteOf(second!) - minuteOf(first!)).toBeGreaterThan(0);
    expect(minuteOf(second!) - minuteOf(first!)).toBeLessThan(30);
    const mother = people.find(({ patient }) =>
      one.contacts.some(({ relationship, samePatientId }) => relationship === "mother" && samePatientId === patient.id),
    );
    if (mother) expect(has(mother, "Z37.2")).toBe(true);
  }
});

const minuteOf = (time: string): number => dayOf(time.slice(0, 10)) * 1440 + Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));

test("prenatal visits are coded by trimester, parity and age, and say the week", () => {
  let seen = 0;
  for (const mother of mothers)
    for (const { id, reason, start } of mother.encounters) {
      if (!/^(?:Z34|O09)/.test(reason.code)) continue;
      seen++;
      expect(reason.code).toMatch(/^(?:Z34\.[08][123]|O09\.5[12][123])$/);
      const weeks = mother.observations.find(({ encounterId, code }) => encounterId === id && code.code === "18185-9")!.value!;
      const trimester = weeks < 14 ? 1 : weeks < 28 ? 2 : 3;
      expect(Number(reason.code.at(-1))).toBe(trimester);
      expect(mother.conditions.find(({ encounterId, code }) => encounterId === id && code.code.startsWith("Z3A"))?.code.code).toBe(
        `Z3A.${String(weeks).padStart(2, "0")}`,
      );
      if (reason.code.startsWith("O09"))
        expect(Number(start.slice(0, 4)) - Number(mother.patient.birthDate.slice(0, 4))).toBeGreaterThan(33);
    }
  expect(seen).toBeGreaterThan(300);
});

test("women gain in pregnancy what they lose after", () => {
  const gains = mothers.flatMap((mother) => {
    const delivery = mother.encounters.find(isDelivery)!;
    const born = dayOf(delivery.end.slice(0, 10));
    const at = (from: number, to: number) => {
      const list = valuesOf(mother, "29463-7").filter(
        ({ time }) => dayOf(time.slice(0, 10)) - born >= from && dayOf(time.slice(0, 10)) - born < to,
      );
      return list.length === 0 ? undefined : mean(list.map(({ value }) => value!));
    };
    const [early, late, after] = [at(-220, -175), at(-25, -4), at(30, 90)];
    return early === undefined || late === undefined || after === undefined ? [] : [{ gained: late - early, lost: late - after }];
  });
  expect(gains.length).toBeGreaterThan(20);
  expect(mean(gains.map(({ gained }) => gained))).toBeGreaterThan(6);
  expect(mean(gains.map(({ lost }) => lost))).toBeGreaterThan(5);
});

test("a cesarean has its reason, and of who had one most have another", () => {
  const byKnife = ({ procedures }: PatientRecord, id: string): boolean =>
    procedures.some(({ encounterId, code }) => encounterId === id && code.code === "10D00Z1");
  const stays = mothers.flatMap((mother) => mother.encounters.filter(isDelivery).map((stay) => ({ mother, stay })));
  const cesareans = stays.filter(({ mother, stay }) => byKnife(mother, stay.id));
  expect(cesareans.length / stays.length).toBeGreaterThan(0.2);
  expect(cesareans.length / stays.length).toBeLessThan(0.45);
  expect(cesareans.filter(({ stay }) => stay.reason.code === "O34.211").length).toBeGreaterThan(3);
  expect(stays.filter(({ mother, stay }) => /^O(?:80|70|48)/.test(stay.reason.code) && byKnife(mother, stay.id))).toEqual([]);
});

test("the usual tests are done in the usual weeks", () => {
  const weeksOf = (loinc: string): number[] =>
    mothers.flatMap((mother) =>
      valuesOf(mother, loinc).map(
        ({ encounterId }) => valuesOf(mother, "18185-9").find((each) => each.encounterId === encounterId)!.value!,
      ),
    );
  const [groups, challenges, streptococci] = [weeksOf("883-9"), weeksOf("1504-0"), weeksOf("48683-7")];
  expect(groups.length).toBeGreaterThan(20);
  expect(groups.every((week) => week < 18)).toBe(true);
  expect(challenges.length).toBeGreaterThan(20);
  expect(challenges.every((week) => week >= 26 && week <= 35)).toBe(true);
  expect(streptococci.every((week) => week >= 35)).toBe(true);
});
