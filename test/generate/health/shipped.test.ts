import { expect, test } from "vitest";
import { createHealth } from "../../../src/generate/health/create-health.ts";
import { curveFor, numbersOf, valueAt } from "../../../src/generate/health/curve.ts";
import { egfr } from "../../../src/generate/health/formulas.ts";
import { createStream } from "../../../src/random/stream.ts";
import type { Sex } from "../../../src/record/patient.ts";
import { usPopulation } from "../shipped.ts";
import { body, bornAgo, people, quantile, rankCorrelation, reference, share } from "./kit.ts";

const visits = createStream("visits");
const names = Object.keys(usPopulation.measures);

/** What the tests of adults look at. */
const adultNames = [
  ...["height", "weight", "bmi", "systolic", "diastolic", "total-cholesterol", "hdl", "triglycerides", "ldl"],
  ...["creatinine", "egfr", "hba1c", "urine-albumin-creatinine", "smoking-status"],
];

function measuredAdults(sex: Sex, count: number) {
  return people(usPopulation, sex, [18, 90], count, `adults ${sex}`).map((one, i) => {
    const values = new Map(one.measure(reference, adultNames, visits.fork(sex).fork(i)).map((measured) => [measured.name, measured]));
    return { one, age: 18 + (72 * (i + 0.5)) / count, value: (name: string) => values.get(name)?.value, values };
  });
}

const adults = { female: measuredAdults("female", 10_000), male: measuredAdults("male", 10_000) };

test.each(["female", "male"] as const)("the prevalences of the profile come out by age in 20,000 draws: %s", (sex) => {
  const off: string[] = [];
  for (const [name, spec] of Object.entries({ ...usPopulation.conditions, ...usPopulation.treatments })) {
    if (spec?.percent === undefined || spec.among !== undefined || ("needs" in spec && spec.needs !== undefined)) continue;
    for (const [from, to] of [
      [30, 45],
      [50, 65],
      [70, 85],
    ] as const) {
      const own = adults[sex].filter(({ age }) => age >= from && age < to);
      const curve = curveFor(spec.percent, sex);
      const expected = own.reduce((sum, { age }) => sum + (age < (spec.earliest ?? 0) ? 0 : valueAt(curve, age) / 100), 0) / own.length;
      const has =
        name in usPopulation.treatments
          ? share(own, ({ one }) => one.takes(reference).some((taken) => taken.name === name))
          : share(own, ({ one }) => one.has(name, reference));
      // Four standard errors, and what a mixture of races takes from a normal tail.
      if (Math.abs(has - expected) > 4 * Math.sqrt((expected * (1 - expected)) / own.length) + 0.15 * expected)
        off.push(`${name} ${from}: ${has} for ${expected}`);
    }
  }
  expect(off).toEqual([]);
});

test.each([
  // NHANES 2013-2020, examination weights: the two following cycles are not what was fitted.
  ["female", "systolic", 35, 110.8, 134.7],
  ["female", "systolic", 75, 134, 170],
  ["male", "systolic", 55, 125.3, 154.7],
  ["male", "hdl", 45, 45, 69],
  ["female", "hdl", 65, 60, 93],
] as const)("%s %s at %i has about the median and 95th percentile of the survey", (sex, name, age, median, high) => {
  const values = adults[sex].filter((adult) => Math.abs(adult.age - age) < 5).flatMap((adult) => adult.value(name) ?? []);
  expect(Math.abs(quantile(values, 0.5) / median - 1)).toBeLessThan(0.04);
  expect(Math.abs(quantile(values, 0.95) / high - 1)).toBeLessThan(0.08);
});

test.each(["female", "male"] as const)(
  "the fitted correlations are those of values of one day, and of liabilities with values: %s",
  (sex) => {
    const { variables, strata } = usPopulation.correlations!;
    const stratum = strata.find((each) => each.sex === sex && each.ages[0] === 40)!;
    const races = Object.entries(stratum.races!);
    const healths = createHealth(usPopulation, reference);
    const root = createStream(`fitted ${sex}`);
    const draw = root.fork("race");
    let total = 0;
    const cumulative = races.map(([, { share: part }]) => (total += part));
    const list = Array.from({ length: 5000 }, (_, i) => {
      const race = races[draw.weighted(cumulative)]![0];
      const origin = { white: "white", black: "black", hispanic: "white", asian: "asian-pacific-islander", other: "multiple" }[
        race
      ] as "white";
      const one = healths.of({ ...body(sex, 50), race: origin, hispanic: race === "hispanic" }, root.fork(i));
      return new Map(one.measure(reference, adultNames, visits.fork(i)).map(({ name, value }) => [name, value]));
    });
    const chosen = ["systolic", "diastolic", "total-cholesterol", "hdl", "triglycerides", "creatinine", "urine-albumin-creatinine"];
    for (const [at, a] of chosen.entries()) {
      for (const b of chosen.slice(0, at)) {
        const row = numbersOf(stratum.matrix[Math.max(variables.indexOf(a), variables.indexOf(b))]!);
        const normal = row[Math.min(variables.indexOf(a), variables.indexOf(b))]!;
        const expected = (6 / Math.PI) * Math.asin(normal / 2);
        expect(Math.abs(rankCorrelation(list.map((values) => [values.get(a)!, values.get(b)!])) - expected)).toBeLessThan(0.06);
      }
    }
  },
);

test("filtration falls with age, systolic pressure and HbA1c rise", () => {
  for (const sex of ["female", "male"] as const) {
    const withAge = (name: string): number => rankCorrelation(adults[sex].map((adult) => [adult.age, adult.value(name)!]));
    expect(withAge("egfr")).toBeLessThan(-0.65);
    expect(withAge("systolic")).toBeGreaterThan(0.25);
    expect(withAge("hba1c")).toBeGreaterThan(0.4);
  }
});

test("without diabetes HbA1c is under 6.5 %, with it mostly not", () => {
  const all = [...adults.female, ...adults.male];
  const without = all.filter(({ one }) => !one.has("diabetes", reference));
  expect(Math.max(...without.map((adult) => adult.value("hba1c")!))).toBeLessThan(6.5);
  expect(
    share(
      all.filter(({ one }) => one.has("diabetes", reference)),
      (adult) => adult.value("hba1c")! >= 6.5,
    ),
  ).toBeGreaterThan(0.5);
});

test("what is computed follows exactly from what is reported", () => {
  let checked = 0;
  for (const sex of ["female", "male"] as const) {
    for (const { value, age } of adults[sex]) {
      const bmi = (value("weight")! * 10_000) / (value("height")! * value("height")!);
      expect(value("bmi")).toBe(Math.round(bmi * 10) / 10);
      expect(value("egfr")).toBe(Math.round(egfr(value("creatinine")!, sex, Math.floor((reference - bornAgo(age)) / 365.2425))));
      const ldl = value("total-cholesterol")! - value("hdl")! - value("triglycerides")! / 5;
      if (value("ldl") !== undefined) expect(value("ldl")).toBe(Math.round(ldl));
      else expect(value("triglycerides")! > 400 || ldl < 5).toBe(true);
      if (value("ldl") !== undefined) checked++;
    }
  }
  expect(checked).toBeGreaterThan(19_000);
});

test("pressures are whole, and diastolic lies under systolic", () => {
  for (const { value } of adults.male) {
    expect(Number.isInteger(value("systolic")) && Number.isInteger(value("diastolic"))).toBe(true);
    expect(value("systolic")! - value("diastolic")!).toBeGreaterThanOrEqual(12);
  }
});

test("smoking status, a survey's score and limits come with the measure", () => {
  const [adult] = adults.male;
  expect(adult!.values.get("smoking-status")!.answer!.code).toMatch(/^LA\d+-\d$/);
  expect(adult!.values.get("hdl")).toMatchObject({ low: 40, high: 100, unit: "mg/dL", decimals: 0, category: "laboratory" });
  const statuses = new Set(adults.male.slice(0, 300).map(({ values }) => values.get("smoking-status")!.answer!.display));
  expect(statuses.size).toBe(3);
});

test("children do not shrink, and grow into their adult height", () => {
  const healths = createHealth(usPopulation, reference);
  const root = createStream("children");
  for (let i = 0; i < 200; i++) {
    const years = [0.5, 4, 11, 16, 19.5, 24, 40][i % 7]!;
    const one = healths.of(body(i % 2 === 0 ? "female" : "male", years), root.fork(i));
    let last = 0;
    for (let month = 0; month <= 12 * 26; month++) {
      const [height] = one.measure(bornAgo(years) + Math.round(month * 30.44), ["height"], root.fork("visit").fork(i).fork(month));
      expect(height!.value!).toBeGreaterThanOrEqual(last);
      last = height!.value!;
    }
    expect(last).toBeGreaterThan(135);
    expect(last).toBeLessThan(210);
  }
});

test("an infant's weight meets that of the second year without a jump", () => {
  const healths = createHealth(usPopulation, reference);
  for (let i = 0; i < 100; i++) {
    const one = healths.of(body("male", 1), createStream(`infant ${i}`));
    const at = (years: number): number => one.usual("weight", bornAgo(1) + Math.round(years * 365.2425))!;
    expect(Math.abs(at(2.1) / at(1.95) - 1)).toBeLessThan(0.06);
    expect(at(0)).toBeGreaterThan(1.5);
    expect(at(0)).toBeLessThan(6);
  }
});

test("what happens to somebody does not depend on the day that is asked", () => {
  const healths = createHealth(usPopulation, reference);
  for (let i = 0; i < 300; i++) {
    const one = healths.of(body(i % 2 === 0 ? "female" : "male", i % 95), createStream(`time ${i}`));
    for (const { name, onset, resolved } of one.conditions) {
      expect(onset).toBeGreaterThanOrEqual(bornAgo(i % 95));
      if (resolved !== undefined) expect(resolved).toBeGreaterThan(onset);
      const spec = usPopulation.conditions[name]!;
      expect((onset - bornAgo(i % 95)) / 365.25).toBeGreaterThanOrEqual((spec.earliest ?? 0) - 0.01);
      expect(one.has(name, onset + 1)).toBe(resolved === undefined || onset + 1 < resolved);
    }
    for (const { name, since } of one.takes(reference)) {
      expect(since).toBeLessThanOrEqual(reference + 2);
      if (usPopulation.treatments[name]!.among !== undefined) continue;
      expect(one.takes(reference + 700).some((taken) => taken.name === name && taken.since === since)).toBe(true);
    }
  }
});

test("a leaf that is added moves nothing else, byte for byte", () => {
  const wider = {
    ...usPopulation,
    conditions: { ...usPopulation.conditions, leaf: { code: "L40.9", display: "Psoriasis, unspecified", percent: 30 } },
    treatments: { ...usPopulation.treatments, cream: { for: ["leaf"], among: "leaf", percent: 50 } },
    measures: {
      ...usPopulation.measures,
      lithium: { code: "14334-7", display: "Lithium", category: "laboratory" as const, marginal: { normal: { mean: 1, sd: 0.2 } } },
    },
    allergies: {
      ...usPopulation.allergies,
      wasp: {
        category: "environment" as const,
        code: { system: "ICD-10-CM" as const, code: "Z91.038", display: "Other insect allergy status" },
        percent: 30,
        reactions: [{ code: "L50.0", display: "Allergic urticaria", share: 1, severity: "mild" as const }],
      },
    },
  };
  const [narrow, wide] = [createHealth(usPopulation, reference), createHealth(wider, reference)];
  const added = new Set(["leaf", "cream", "wasp"]);
  const told = (healths: typeof narrow, i: number): string => {
    const one = healths.of(body(i % 2 === 0 ? "female" : "male", i % 95), createStream(`leaf ${i}`));
    const list = [...one.conditions, ...one.takes(reference), ...one.allergies, ...one.familyHistory].filter(
      ({ name }) => !added.has(name),
    );
    return JSON.stringify([list, one.measure(reference, names, visits.fork(i))]);
  };
  for (let i = 0; i < 200; i++) expect(told(wide, i)).toBe(told(narrow, i));
  const leaves = people(wider, "female", [40, 41], 200).filter((one) => one.has("leaf", reference)).length;
  expect(leaves).toBeGreaterThan(30);
});

test("measuring one thing more changes no other of that day", () => {
  const one = createHealth(usPopulation, reference).of(body("female", 60), createStream("panel"));
  const visit = createStream("visit");
  const whole = one.measure(reference, names, visit);
  for (const name of names) {
    expect(one.measure(reference, [name], visit)).toEqual(whole.filter((measured) => measured.name === name));
  }
});

test("parents' conditions run in families", () => {
  const list = [...adults.female, ...adults.male].filter(({ age }) => age > 50);
  const mother = (is: boolean): number =>
    share(
      list.filter(({ one }) => one.has("diabetes", reference) === is),
      ({ one }) => one.familyHistory.some(({ name, relationship }) => name === "diabetes" && relationship === "mother"),
    );
  expect(mother(true) / mother(false)).toBeGreaterThan(1.3);
});

test("conditions of one sex are of that sex alone", () => {
  expect(adults.female.some(({ one }) => one.conditions.some(({ name }) => name === "prostate-enlargement"))).toBe(false);
  expect(adults.male.some(({ one }) => one.conditions.some(({ name }) => name === "prostate-enlargement"))).toBe(true);
});

test("the cause of a death is one of the conditions that were there, or not known", () => {
  const stream = createStream("death");
  for (const { one } of adults.male.slice(9000, 9300)) {
    const cause = one.causeOfDeath(reference, stream);
    if (cause) expect(cause.system).toBe("ICD-10-CM");
  }
});
