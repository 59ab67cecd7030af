import { expect, test } from "vitest";
import { dayOf, isoOf } from "../../../src/generate/days.ts";
import { createPopulation } from "../../../src/generate/population.ts";
import type { PatientRecord } from "../../../src/record/record.ts";
import { usPopulation, withoutCare } from "../shipped.ts";

const asOf = "2026-06-30";
const reference = "2026-01-01";
const people = withoutCare(usPopulation);
const population = createPopulation(people, { seed: "people", asOf });
const all = Array.from({ length: 20_000 }, (_, i) => population.patient(i));
const living = all.filter(({ patient }) => patient.deceased === undefined || patient.deceased.slice(0, 10) >= reference);

const ageOf = ({ patient }: PatientRecord): number => Math.floor((dayOf(reference) - dayOf(patient.birthDate) + 0.2) / 365.2425);
const share = (list: readonly PatientRecord[], is: (record: PatientRecord) => boolean): number => list.filter(is).length / list.length;
const byId = new Map(all.map((record) => [record.patient.id, record]));

test("the living are as old as the Census counts them", () => {
  // Estimates of 1 July 2019: shares of ages and sexes; five standard errors of 20,000.
  for (const [from, to, expected] of [
    [0, 4, 0.0596],
    [5, 17, 0.1632],
    [18, 64, 0.6124],
    [65, 84, 0.1446],
    [85, 110, 0.0201],
  ] as const) {
    const error = Math.sqrt((expected * (1 - expected)) / living.length);
    expect(Math.abs(share(living, (record) => ageOf(record) >= from && ageOf(record) <= to) - expected)).toBeLessThan(5 * error);
  }
  expect(Math.abs(share(living, ({ patient }) => patient.sex === "female") - 0.508)).toBeLessThan(0.018);
});

test("states and origins have their shares", () => {
  // Census estimates 2019; households of some 2.3 people widen the error.
  for (const [state, expected] of [
    ["CA", 0.12],
    ["TX", 0.088],
    ["OH", 0.0356],
  ] as const)
    expect(Math.abs(share(all, ({ patient }) => patient.address.state === state) - expected)).toBeLessThan(0.02);
  expect(Math.abs(share(all, ({ patient }) => patient.hispanic) - 0.185)).toBeLessThan(0.025);
  expect(Math.abs(share(all, ({ patient }) => !patient.hispanic && patient.race === "black") - 0.127)).toBeLessThan(0.03);
});

const householdsOf = (records: readonly PatientRecord[]): PatientRecord[][] => {
  const homes = new Map<string, PatientRecord[]>();
  for (const record of records) {
    const key = record.patient.householdId!;
    homes.set(key, [...(homes.get(key) ?? []), record]);
  }
  return [...homes.values()];
};

test("nobody has a middle name that is their given name", () => {
  expect(all.filter(({ patient: { name } }) => name.middle !== undefined).length).toBeGreaterThan(10_000);
  expect(all.filter(({ patient: { name } }) => name.middle === name.given)).toEqual([]);
});

test("a household is at one address, and its members stand next to each other", () => {
  const homes = householdsOf(all);
  for (const members of homes) {
    expect(new Set(members.map(({ patient }) => JSON.stringify(patient.address))).size).toBe(1);
    expect(members.at(-1)!.index - members[0]!.index).toBe(members.length - 1);
  }
  // Census Bureau, 2022: 29 % of households are of one person; 2.5 people live in one.
  const alone = homes.filter(({ length }) => length === 1).length / homes.length;
  expect(alone).toBeGreaterThan(0.25);
  expect(alone).toBeLessThan(0.36);
  expect(all.length / homes.length).toBeGreaterThan(2.1);
});

test("some have moved in the last years, whole households on one day, in their town", () => {
  const moved = all.filter(({ patient }) => patient.formerAddress !== undefined);
  // 9 % a year, over two.
  expect(Math.abs(share(all, ({ patient }) => patient.formerAddress !== undefined) - 0.17)).toBeLessThan(0.03);
  for (const { patient } of moved) {
    const { address, until } = patient.formerAddress!;
    expect(until > "2023-12-31" && until < reference && until > patient.birthDate).toBe(true);
    expect(patient.deceased === undefined || patient.deceased.slice(0, 10) > until).toBe(true);
    expect([address.zip, address.street === patient.address.street]).toEqual([patient.address.zip, false]);
  }
  for (const members of householdsOf(all))
    expect(new Set(members.flatMap(({ patient }) => patient.formerAddress?.until ?? [])).size).toBeLessThan(2);
});

test("relatives name each other", () => {
  const back = {
    wife: ["husband", "wife"],
    husband: ["wife", "husband"],
    friend: ["friend"],
    daughter: ["mother", "father"],
    son: ["mother", "father"],
  };
  let checked = 0;
  for (const { patient, contacts } of living.slice(0, 5000)) {
    for (const { relationship, samePatientId, name, phone } of contacts) {
      const other = samePatientId === undefined ? undefined : byId.get(samePatientId);
      if (!other || relationship === "mother" || relationship === "father" || relationship === "sister" || relationship === "brother")
        continue;
      checked++;
      expect(name).toEqual(other.patient.name);
      expect(phone).toBe(other.patient.identifiers.phone);
      expect(back[relationship]).toContain(other.contacts.find((contact) => contact.samePatientId === patient.id)?.relationship);
    }
  }
  expect(checked).toBeGreaterThan(2000);
});

test("parents are 15 to 60 years older than their children, mothers 16 to 46, and have one of the children's origins and names", () => {
  let [checked, named] = [0, 0];
  for (const { patient, contacts } of all) {
    for (const contact of contacts) {
      const parent = contact.samePatientId === undefined ? undefined : byId.get(contact.samePatientId);
      if (!parent || (contact.relationship !== "mother" && contact.relationship !== "father")) continue;
      checked++;
      const years = (dayOf(patient.birthDate) - dayOf(parent.patient.birthDate)) / 365.2425;
      expect(years).toBeGreaterThan(14.9);
      expect(years).toBeLessThan(contact.relationship === "mother" ? 46 : 61);
      if (contact.relationship === "father") named += Number(parent.patient.name.family === patient.name.family);
      const parents = contacts.filter(({ relationship }) => relationship === "mother" || relationship === "father");
      const origins = parents.flatMap(({ samePatientId }) => byId.get(samePatientId ?? "")?.patient ?? []);
      if (origins.length === 2)
        expect(origins.some(({ race, hispanic }) => race === patient.race && hispanic === patient.hispanic)).toBe(true);
    }
  }
  expect(checked).toBeGreaterThan(5000);
  expect(named).toBeGreaterThan(0.3 * checked);
});

test("some grown children live near their parents, and each has the other's name, number and address", () => {
  let checked = 0;
  const siblings = new Set<string>();
  for (const { patient, contacts } of living.slice(0, 5000)) {
    for (const { samePatientId, livesWith, relationship, name, phone, address } of contacts) {
      const other = samePatientId === undefined ? undefined : byId.get(samePatientId)?.patient;
      if (!other) continue;
      expect(livesWith === true).toBe(other.householdId === patient.householdId);
      if (livesWith) continue;
      checked++;
      expect([name, phone]).toEqual([other.name, other.identifiers.phone]);
      expect(address).toEqual(other.restriction === undefined ? other.address : undefined);
      expect(["mother", "father", "son", "daughter", "sister", "brother"]).toContain(relationship);
      if (relationship === "sister" || relationship === "brother") siblings.add(patient.id);
      else expect(address!.zip).toBe(patient.address.zip);
    }
  }
  expect(checked).toBeGreaterThan(1000);
  expect(siblings.size).toBeGreaterThan(100);
});

test("nearly every newborn has a mother in the population, three in four children two parents", () => {
  const newborns = all.filter(({ patient }) => patient.birthDate >= "2025-01-01");
  const has = ({ contacts }: PatientRecord, parent: string): boolean =>
    contacts.some(({ relationship, samePatientId }) => relationship === parent && samePatientId !== undefined);
  expect(newborns.length).toBeGreaterThan(150);
  expect(share(newborns, (record) => has(record, "mother"))).toBeGreaterThan(0.9);
  const children = living.filter((record) => ageOf(record) < 18);
  // Census Bureau 2023: 75 % under 6, 68 % at 12-17.
  expect(Math.abs(share(children, (record) => has(record, "mother") && has(record, "father")) - 0.71)).toBeLessThan(0.05);
});

test("brothers and sisters are born more than ten months apart, or are twins", () => {
  let twins = 0;
  const mothers = new Map<string, string[]>();
  for (const { patient, contacts } of all) {
    const mother = contacts.find(({ relationship, samePatientId }) => relationship === "mother" && samePatientId)?.samePatientId;
    if (mother) mothers.set(mother, [...(mothers.get(mother) ?? []), patient.birthDate].sort());
  }
  for (const births of mothers.values())
    births.slice(1).forEach((birth, i) => {
      const gap = dayOf(birth) - dayOf(births[i]!);
      if (gap === 0) twins++;
      else expect(gap).toBeGreaterThan(300);
    });
  expect(twins).toBeGreaterThan(20);
});

test("married people are 18 or more and mostly have their spouse at home", () => {
  const married = living.filter(({ patient }) => patient.maritalStatus === "married");
  expect(Math.min(...married.map(ageOf))).toBeGreaterThanOrEqual(18);
  const together = share(married, ({ contacts }) =>
    contacts.some(({ relationship, livesWith }) => livesWith && (relationship === "wife" || relationship === "husband")),
  );
  expect(together).toBeGreaterThan(0.97);
  const women = living.filter((record) => record.patient.sex === "female" && ageOf(record) >= 75);
  // Census Bureau 2022: 35 % of women of 75 and over live with a spouse.
  expect(Math.abs(share(women, ({ patient }) => patient.maritalStatus === "married") - 0.35)).toBeLessThan(0.08);
});

test("people die at their age's rate", () => {
  // 2.9 million of 328 million died in 2019 (NVSR 70-8): 0.87 % a year, here two and a half years.
  const dead = share(all, ({ patient }) => patient.deceased !== undefined);
  expect(dead).toBeGreaterThan(0.017);
  expect(dead).toBeLessThan(0.027);
  for (const { patient } of all) expect(patient.deceased === undefined).toBe(patient.causeOfDeath === undefined);
  for (const { patient } of all)
    if (patient.deceased) expect(patient.deceased.slice(0, 10) >= patient.birthDate && patient.deceased.slice(0, 10) <= asOf).toBe(true);
});

test("nobody is to be called who was dead on the reference date", () => {
  const gone = new Set(
    all.filter(({ patient }) => patient.deceased && patient.deceased.slice(0, 10) < reference).map(({ patient }) => patient.id),
  );
  const left = all.filter(
    ({ patient, contacts }) => !gone.has(patient.id) && contacts.every(({ samePatientId }) => !gone.has(samePatientId ?? "")),
  );
  expect(left.length).toBe(all.length - gone.size);
});

test("nothing is done for the dead", () => {
  const cared = createPopulation(usPopulation, { seed: "people", asOf });
  const dead = all.filter(({ patient }) => patient.deceased).slice(0, 150);
  expect(dead.length).toBe(150);
  let encounters = 0;
  for (const { index, patient } of dead) {
    const record = cared.patient(index);
    const end = patient.deceased!;
    encounters += record.encounters.length;
    for (const { end: last } of record.encounters) expect(last <= end).toBe(true);
    for (const { time } of [...record.notes, ...record.observations]) expect(time <= end).toBe(true);
    for (const { start } of record.coverages) expect(start <= end).toBe(true);
    for (const { onset, resolved } of record.conditions) expect(onset <= end && (resolved ?? "") <= end).toBe(true);
  }
  expect(encounters).toBeGreaterThan(150);
});

test("payers follow each other without a gap or an overlap, but for a supplement to Medicare", () => {
  for (const { patient, coverages } of all) {
    const main = coverages.filter(({ type, start }) => !(type === "individual" && start >= isoOf(dayOf(patient.birthDate) + 65 * 365)));
    main.slice(1).forEach(({ start }, i) => {
      expect(main[i]!.end! <= start).toBe(true);
    });
    for (const { start, end } of coverages) expect(end === undefined || (start < end && end <= asOf)).toBe(true);
  }
});

test("poor neighbourhoods have more Medicaid, and everybody is insured about as often as the Census says", () => {
  const open = ({ coverages }: PatientRecord): boolean => coverages.some(({ end }) => end === undefined);
  const under65 = living.filter((record) => ageOf(record) < 65);
  // P60-284, 2023: 8.0 % uninsured in all, 0.9 % of them over 65.
  expect(Math.abs(share(under65, (record) => !open(record)) - 0.1)).toBeLessThan(0.035);
  const medicaid = (state: string): number =>
    share(
      under65.filter(({ patient }) => patient.address.state === state),
      ({ coverages }) => coverages.some(({ type, end }) => type === "medicaid" && end === undefined),
    );
  expect(medicaid("TX")).toBeGreaterThan(medicaid("NJ"));
});

test("one patient alone is the patient of the whole", () => {
  const again = createPopulation(people, { seed: "people", asOf });
  for (const index of [17, 999, 1000, 12_345]) expect(again.patient(index)).toEqual(all[index]);
});
