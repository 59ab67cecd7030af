import { expect, test } from "vitest";
import type { PatientRecord } from "../../../src/record/record.ts";
import { quiet, recordsOf } from "../care/kit.ts";

const people = recordsOf(quiet, 1000, "families");
const byId = new Map(people.map((each) => [each.patient.id, each]));
const ageOf = ({ patient }: PatientRecord): number => 2025 - Number(patient.birthDate.slice(0, 4));
const parentOf = ({ contacts }: PatientRecord, which: "mother" | "father"): PatientRecord | undefined =>
  byId.get(contacts.find(({ relationship }) => relationship === which)?.samePatientId ?? "");
const payerOf = ({ coverages }: PatientRecord): string => coverages.find(({ end }) => end === undefined)?.payer ?? "nobody";

test("brothers and sisters have one insurer", () => {
  const homes = new Map<string, PatientRecord[]>();
  for (const each of people) {
    const mother = ageOf(each) < 17 ? parentOf(each, "mother") : undefined;
    if (mother) homes.set(mother.patient.id, [...(homes.get(mother.patient.id) ?? []), each]);
  }
  const several = [...homes.values()].filter(({ length }) => length > 1);
  expect(several.length).toBeGreaterThan(20);
  const alike = several.filter((children) => new Set(children.map(payerOf)).size === 1);
  expect(alike.length / several.length).toBeGreaterThan(0.95);
});

test("children whose plan is an employer's are insured with a parent, by one number", () => {
  const insured = people.filter((each) => ageOf(each) < 17 && parentOf(each, "mother") && each.coverages.at(-1)?.type === "employer");
  expect(insured.length).toBeGreaterThan(30);
  const withParent = insured.filter((child) =>
    (["mother", "father"] as const).some((which) =>
      parentOf(child, which)?.coverages.some(
        ({ identifiers }) => identifiers["member-id"] === child.coverages.at(-1)!.identifiers["member-id"],
      ),
    ),
  );
  expect(withParent.length / insured.length).toBeGreaterThan(0.8);
});

test("who has a family's plan as a child or by marriage is insured through whoever has it, and they through nobody", () => {
  const dependants = people.flatMap((each) =>
    each.coverages.flatMap(({ subscriber, ...own }) => (subscriber ? [{ each, own, subscriber }] : [])),
  );
  const words = dependants.map(({ subscriber }) => subscriber.relationship);
  expect([words.filter((word) => word === "child").length > 60, words.filter((word) => word === "spouse").length > 20]).toEqual([
    true,
    true,
  ]);
  for (const { each, own, subscriber } of dependants) {
    const holder = byId.get(subscriber.patientId)!;
    const { name, sex, birthDate, address } = holder.patient;
    expect(subscriber).toMatchObject({ name, sex, birthDate });
    expect(address).toEqual(each.patient.address);
    const theirs = holder.coverages.filter(({ identifiers }) => identifiers["member-id"] === own.identifiers["member-id"]);
    expect(theirs.map((coverage) => [coverage.payer, coverage.subscriber])).toContainEqual([own.payer, undefined]);
    expect(["employer", "individual", "military"]).toContain(own.type);
    const words = subscriber.relationship === "child" ? ["mother", "father"] : ["wife", "husband"];
    expect(words).toContain(each.contacts.find(({ samePatientId }) => samePatientId === subscriber.patientId)?.relationship);
  }
  const publicly = people.flatMap(({ coverages }) => coverages.filter(({ type }) => type === "medicare" || type === "medicaid"));
  expect(publicly.filter(({ subscriber }) => subscriber !== undefined)).toEqual([]);
  const children = people.filter((each) => ageOf(each) < 17 && parentOf(each, "mother") && each.coverages.at(-1)?.type === "employer");
  expect(children.filter(({ coverages }) => coverages.at(-1)!.subscriber).length / children.length).toBeGreaterThan(0.6);
});

test("nobody is insured as a child from 26 on", () => {
  const later = recordsOf(quiet, 600, "families", "2036-12-31").flatMap(({ patient, coverages }) => {
    const grown = `${Number(patient.birthDate.slice(0, 4)) + 26}${patient.birthDate.slice(4)}`;
    return coverages.filter(({ start, type }) => start > grown && type === "employer").map(({ subscriber }) => subscriber?.relationship);
  });
  expect(later.length).toBeGreaterThan(20);
  expect(later.filter((relationship) => relationship === "child")).toEqual([]);
});

test("what is told of a mother who is a patient is what she has", () => {
  let told = 0;
  for (const each of people) {
    const mother = parentOf(each, "mother");
    if (!mother) continue;
    for (const { relationship, code } of each.familyHistory) {
      if (relationship !== "mother") continue;
      told++;
      // A complication may have changed what follows the category.
      expect(mother.conditions.map((condition) => condition.code.code.slice(0, 3))).toContain(code.code.slice(0, 3));
    }
  }
  expect(told).toBeGreaterThan(30);
});

test("a Jr. has his father's given name, and no child is Sr.", () => {
  const suffixed = people.filter(({ patient }) => patient.name.suffix !== undefined);
  expect(suffixed.length).toBeGreaterThan(3);
  for (const each of suffixed) {
    const father = parentOf(each, "father");
    if (father) expect(father.patient.name.given).toBe(each.patient.name.given);
    if (ageOf(each) < 18) expect(each.patient.name.suffix).not.toBe("Sr.");
  }
});

test("who is born to a patient is born where the hospital is", () => {
  const born = people.filter(({ encounters }) => encounters.some(({ admission }) => admission?.source === "born here"));
  expect(born.length).toBeGreaterThan(5);
  for (const { patient } of born) expect(patient.birthPlace.slice(-2)).toBe(patient.address.state);
});

test("people work as people do", () => {
  const jobs = people.flatMap(({ patient }) => patient.occupation ?? []);
  expect(jobs.filter((job) => job === "Registered Nurse" || job === "Retail Salesperson").length).toBeGreaterThan(5);
  expect(people.filter((each) => ageOf(each) > 84 && each.patient.occupation !== undefined)).toEqual([]);
});
