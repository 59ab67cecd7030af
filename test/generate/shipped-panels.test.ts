import { expect, test } from "vitest";
import { evaluatePopulation } from "../../src/evaluate/population/evaluate.ts";
import { dayOf } from "../../src/generate/days.ts";
import { declaredOf } from "../../src/generate/declared.ts";
import { generate } from "../../src/generate/generate.ts";
import { loadProfile } from "../../src/generate/load-profile.ts";
import { patients } from "../../src/generate/patients.ts";
import { expandInputs } from "../../src/io/inputs.ts";
import type { PatientRecord } from "../../src/record/record.ts";
import { folderOf } from "../support/command.ts";
import { profileText } from "./shipped.ts";

const asOf = "2026-01-01";

async function evaluated(name: string, count: number) {
  const profile = loadProfile(profileText(name), name, profileText);
  const files: Record<string, string> = {};
  const sink = (file: string) => ({
    write(text: string): void {
      files[file] = (files[file] ?? "") + text;
    },
  });
  await generate({ profile, seed: "panels", asOf, patients: count, formats: ["csv"], sink });
  const inputs = await expandInputs([folderOf(files)]);
  return evaluatePopulation(inputs, { declared: declaredOf(profile), targets: profile.targets, asOf: dayOf(asOf), resamples: 10 });
}

test.each(["us-primary-care", "type-2-diabetes"])(
  "300 patients of %s keep every rule and come near every target",
  async (name) => {
    const { rules, targets, people, alive } = await evaluated(name, 300);
    expect(people).toBe(300);
    expect(alive).toBeGreaterThan(250);
    expect(rules.filter(({ checked }) => checked > 0).length).toBeGreaterThan(25);
    // A relative may stand outside the range that was written.
    expect(rules.filter(({ broken, tables }) => broken > 0 && Object.keys(tables).join() !== "contacts")).toEqual([]);
    expect(targets.length).toBeGreaterThan(5);
    const off = targets.filter(({ verdict, low, high, wanted, tolerance }) => {
      if (verdict === "holds" || verdict === "too few") return false;
      // What chance leaves of 300 people.
      return low === null || high === null || high < wanted - tolerance || low > wanted + tolerance;
    });
    expect(off.map((target) => [target.name, target.value])).toEqual([]);
  },
  120_000,
);

test("an office has infants with asthma for who asks for them", () => {
  const [child] = patients({ profile: "us-primary-care", seed: 7, age: [0, 2], conditions: ["asthma"] });
  expect(child!.conditions.map(({ code }) => code.code)).toContain("J45.909");
  expect(Number(child!.patient.birthDate.slice(0, 4))).toBeGreaterThanOrEqual(2023);
});

test("with other ages all still have diabetes", () => {
  for (const { conditions } of patients({ profile: "type-2-diabetes", seed: 7, age: [30, 44], count: 20 }))
    expect(conditions.some(({ code }) => code.code.startsWith("E11."))).toBe(true);
});

const diabetics = [...patients({ profile: "type-2-diabetes", seed: 3, count: 250 })];
const has = (record: PatientRecord, code: string): boolean => record.conditions.some((each) => each.code.code === code);
const takes = (record: PatientRecord, drug: RegExp): boolean => record.medications.some(({ code }) => drug.test(code.display));

test("who has diabetes is seen for it every few months, with HbA1c", () => {
  const intervals = diabetics.flatMap(({ observations, patient }) => {
    if (patient.deceased) return [];
    const days = observations.filter(({ code }) => code.code === "4548-4").map(({ time }) => dayOf(time.slice(0, 10)));
    return days.slice(1).map((day, i) => day - days[i]!);
  });
  const middle = intervals.sort((a, b) => a - b)[Math.floor(intervals.length / 2)]!;
  expect(middle).toBeGreaterThan(75);
  expect(middle).toBeLessThan(210);
});

test("drugs come in order: those with the more are those who have had it the longer", () => {
  // Complications have codes of their own, later.
  const yearsOf = ({ conditions }: PatientRecord): number =>
    2026 - Math.min(...conditions.flatMap(({ code, onset }) => (code.code.startsWith("E11.") ? [Number(onset!.slice(0, 4))] : [])));
  const mean = (list: readonly PatientRecord[]): number => list.reduce((sum, record) => sum + yearsOf(record), 0) / list.length;
  const insulin = diabetics.filter((record) => takes(record, /insulin/i));
  const onlyMetformin = diabetics.filter((record) => takes(record, /metformin/i) && !takes(record, /insulin|glipizide|gliptin|gliflozin/i));
  expect(insulin.length).toBeGreaterThan(25);
  expect(onlyMetformin.length).toBeGreaterThan(40);
  expect(mean(insulin)).toBeGreaterThan(mean(onlyMetformin) + 1.5);
});

test("complications, eye and foot examinations are there in their shares", () => {
  const share = (is: (record: PatientRecord) => boolean): number => diabetics.filter(is).length / diabetics.length;
  for (const code of ["E11.319", "E11.21", "E11.42"]) {
    expect(share((record) => has(record, code))).toBeGreaterThan(0.07);
    expect(share((record) => has(record, code))).toBeLessThan(0.4);
  }
  const did = (code: string) => share(({ procedures }) => procedures.some((each) => each.code.code === code));
  expect(did("S3000")).toBeGreaterThan(0.7);
  expect(did("G9226")).toBeGreaterThan(0.7);
});
