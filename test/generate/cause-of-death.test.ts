import { expect, test } from "vitest";
import { quiet, recordsOf } from "./care/kit.ts";

const dead = recordsOf({ ...quiet, people: { ...quiet.people, ages: [70, 100] } }, 600, "causes", "2027-12-31").filter(
  ({ patient }) => patient.deceased !== undefined,
);

test("who dies in a hospital dies of what the stay is for", () => {
  const inside = dead.flatMap(({ patient, encounters }) => {
    const stay = encounters.findLast(({ admission }) => admission?.disposition === "died");
    return stay && !/^[ST]/.test(stay.reason.code) ? [[patient.causeOfDeath?.code, stay.reason.code]] : [];
  });
  expect(inside.length).toBeGreaterThan(5);
  expect(inside.filter(([cause, reason]) => cause !== reason)).toEqual([]);
});

test("nobody dies of a lasting illness that is not on record", () => {
  const lasting = new Set(Object.values(quiet.conditions).flatMap((condition) => condition?.code?.slice(0, 3) ?? []));
  const unknown = dead.filter(({ patient, conditions, encounters }) => {
    const code = patient.causeOfDeath?.code.slice(0, 3) ?? "";
    const isInside = encounters.some(({ admission }) => admission?.disposition === "died");
    return lasting.has(code) && !isInside && !conditions.some((condition) => condition.code.code.startsWith(code));
  });
  expect(dead.length).toBeGreaterThan(30);
  expect(unknown.map(({ patient }) => patient.causeOfDeath)).toEqual([]);
});

test("who dies in a hospital is worse on the last day than on the first", () => {
  const courses = dead.flatMap(({ encounters, observations }) => {
    const stay = encounters.findLast(({ admission }) => admission?.disposition === "died");
    const oxygen = observations.filter(({ encounterId, code }) => encounterId === stay?.id && code.code === "59408-5");
    return stay && oxygen.length > 2 ? [oxygen.at(-1)!.value! - oxygen[0]!.value!] : [];
  });
  expect(courses.length).toBeGreaterThan(5);
  expect(courses.reduce((sum, one) => sum + one, 0) / courses.length).toBeLessThan(-2);
});
