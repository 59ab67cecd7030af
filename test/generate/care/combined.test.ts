import { expect, test } from "vitest";
import type { PatientRecord } from "../../../src/record/record.ts";
import { asOf, quiet, recordsOf } from "./kit.ts";

const people = recordsOf({ ...quiet, people: { ...quiet.people, ages: [65, 100] } }, 700, "combined");

const codes = ({ conditions, patient }: PatientRecord): readonly string[] =>
  conditions.filter(({ onset, resolved }) => onset <= (patient.deceased ?? asOf) && resolved === undefined).map(({ code }) => code.code);
const has = (list: readonly string[], ...begins: readonly string[]): boolean =>
  list.some((code) => begins.some((one) => code.startsWith(one)));

test("hypertension beside heart failure or kidney disease has the code of both", () => {
  const lists = people.map(codes);
  expect(lists.filter((list) => list.includes("I10") && has(list, "I50", "N18.3", "N18.4", "N18.5"))).toEqual([]);
  for (const [code, begins] of [
    ["I11.0", ["I50"]],
    ["I12.9", ["N18"]],
    ["I13.0", ["N18"]],
  ] as const) {
    const coded = lists.filter((list) => list.includes(code));
    expect(coded.length).toBeGreaterThan(0);
    for (const list of coded) expect(has(list, ...begins)).toBe(true);
  }
});

test("diabetes without complications stands beside no complication, and no code twice", () => {
  const lists = people.map(codes);
  expect(lists.filter((list) => list.includes("E11.9")).length).toBeGreaterThan(20);
  expect(lists.filter((list) => list.includes("E11.9") && has(list, "E11.2", "E11.3", "E11.4"))).toEqual([]);
  expect(lists.filter((list) => has(list, "E11.22")).length).toBeGreaterThan(5);
  for (const list of lists) expect(list.filter((code) => code === "E11.22").length).toBeLessThan(2);
});

test("a visit is called as the list of conditions has it on that day", () => {
  const wrong = people.flatMap(({ encounters, conditions }) =>
    encounters.filter(
      ({ reason, start }) =>
        (reason.code === "I10" || reason.code === "E11.9") &&
        !conditions.some(
          ({ code, onset, resolved = "9" }) => code.code === reason.code && onset <= start.slice(0, 10) && start.slice(0, 10) < resolved,
        ),
    ),
  );
  expect(wrong).toEqual([]);
});
