import { expect, test } from "vitest";
import { changed } from "../../../src/generate/health/effects.ts";
import type { HealthSections } from "../../../src/generate/health/variables.ts";
import { createStream } from "../../../src/random/stream.ts";
import { usPopulation } from "../shipped.ts";
import { people, quantile, reference, share } from "./kit.ts";

const visits = createStream("visits");
const year = 365;

const sections: HealthSections = {
  conditions: {
    pressure: {
      code: "I10",
      display: "Hypertension",
      percent: [
        [20, 0],
        [80, 60],
      ],
    },
    wear: {
      code: "M19.90",
      display: "Wear",
      among: "pressure",
      sinceOnset: [
        [0, 10],
        [20, 50],
      ],
    },
    cancer: {
      code: "C61",
      display: "Cancer",
      percent: [
        [40, 0],
        [80, 30],
      ],
      becomes: { years: 5, code: "Z85.46", display: "History" },
    },
  },
  treatments: {
    pill: {
      for: ["pressure"],
      percent: [
        [20, 0],
        [80, 50],
      ],
      odds: { pressure: 10 },
    },
  },
  measures: {
    systolic: {
      code: "8480-6",
      display: "Systolic",
      category: "vital-signs",
      unit: "mm[Hg]",
      persistence: 0.7,
      marginal: { normal: { mean: 125, sd: 15 } },
    },
  },
  effects: { pill: { on: { systolic: { add: -9, within: 28 } } } },
};
const { effects: _, ...without } = sections;

test("on the reference date everybody measures what they would without effects", () => {
  const [all, plain] = [people(sections, "female", [30, 80], 500), people(without, "female", [30, 80], 500)];
  all.forEach((one, i) => {
    expect(one.measure(reference, ["systolic"], visits.fork(i))).toEqual(plain[i]!.measure(reference, ["systolic"], visits.fork(i)));
  });
});

test("whoever begins a drug measures lower by its effect from then on, before and after the reference date", () => {
  const list = people(sections, "male", [40, 80], 6000).flatMap((one) => {
    // Begun in the last three years, or in the next three.
    const since = [reference, reference + 3 * year].flatMap((day) => one.takes(day).map((taken) => taken.since))[0];
    return since !== undefined && Math.abs(since - reference) < 3 * year ? [{ one, since }] : [];
  });
  expect(list.length).toBeGreaterThan(150);
  const mean = (from: number, to: number): number => {
    let sum = 0;
    for (const [i, { one, since }] of list.entries())
      for (let k = 0; k < 8; k++) {
        const day = since + Math.round(from + ((to - from) * k) / 7);
        sum += one.measure(day, ["systolic"], visits.fork(i).fork(day))[0]!.value!;
      }
    return sum / (8 * list.length);
  };
  const difference = mean(40, 400) - mean(-250, -2);
  expect(difference).toBeLessThan(-8);
  expect(difference).toBeGreaterThan(-9.6);
  // The most days of one person, without noise: all of it, whoever it is.
  const one = list.find(({ since }) => since < reference - 100)!;
  expect(one.one.usual("systolic", one.since + 60)! - one.one.usual("systolic", one.since - 2)!).toBeCloseTo(-9, 1);
});

test("what care has not begun yet has no effect, and comes in the days after it", () => {
  const [one, since] = people(sections, "male", [40, 80], 2000).flatMap((each) =>
    each
      .takes(reference)
      .flatMap((taken) => (reference - taken.since < 2 * year && reference - taken.since > year ? [[each, taken.since] as const] : [])),
  )[0]!;
  const at = (day: number, begun: number | undefined): number =>
    one.measure(day, ["systolic"], visits.fork("same"), { begun: () => begun })[0]!.value!;
  const visit = since + 200;
  expect(at(visit, undefined)).toBe(at(visit, visit));
  expect([-4, -5]).toContain(at(visit + 14, visit) - at(visit + 14, undefined));
  expect(at(visit + 60, visit) - at(visit + 60, undefined)).toBe(-9);
});

test("factors and years add up from the reference age", () => {
  const spans = [{ from: 50, to: 200 }];
  expect(changed(100, { times: 0.5, within: 1 }, spans, 49.99, 60)).toBeCloseTo(200, 0);
  expect(changed(100, { times: 0.5, within: 1 }, spans, 55, 60)).toBe(100);
  expect(changed(100, { times: 0.5, within: 1 }, spans, 55, 45)).toBe(50);
  expect(changed(100, { times: 0.5, within: 1 }, spans, 48, 45)).toBe(100);
  // What it treats was not there for ever.
  expect(changed(100, { times: 0.5, within: 1 }, spans, 39, 60)).toBe(100);
  expect(changed(7, { perYear: 0.1 }, spans, 55, 60)).toBeCloseTo(6.5);
  expect(changed(7, { perYear: 0.1 }, spans, 90, 60)).toBeCloseTo(8);
});

test("what goes by the years since an onset has begun in its share of people after so many", () => {
  const all = people(sections, "female", [20, 80], 40_000).flatMap((one) => {
    const pressure = one.conditions.find(({ name }) => name === "pressure");
    return pressure && pressure.onset <= reference ? [{ one, onset: pressure.onset }] : [];
  });
  for (const [years, expected] of [
    [0.02, 0.1],
    [10, 0.3],
    [20, 0.5],
    [30, 0.5],
  ] as const) {
    const has = share(all, ({ one, onset }) => one.has("wear", Math.ceil(onset + years * 365.2425)));
    expect(Math.abs(has - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / all.length) + 0.004);
  }
  expect(people(sections, "female", [20, 80], 3000).some((one) => one.has("wear", reference) && !one.has("pressure", reference))).toBe(
    false,
  );
});

test("a record calls what has lasted so many years a history of it", () => {
  const list = people(sections, "male", [50, 80], 1000).filter((one) => one.has("cancer", reference));
  expect(list.length).toBeGreaterThan(80);
  for (const one of list) {
    const [first, then] = one.conditions.filter(({ name }) => name === "cancer");
    expect([first!.code.code, then!.code.code]).toEqual(["C61", "Z85.46"]);
    expect(first!.resolved).toBe(then!.onset);
    expect((then!.onset - first!.onset) / 365.2425).toBeCloseTo(5, 1);
    expect(then!.resolved).toBeUndefined();
  }
});

test("over the people of the population, pressures and lipids of two years ago are those of today", () => {
  const healths = people(usPopulation, "female", [45, 75], 3000);
  const medianOf = (name: string, day: number): number =>
    quantile(
      healths.flatMap((one, i) => one.measure(day, [name], visits.fork(i).fork(day))[0]?.value ?? []),
      0.5,
    );
  // Two years of age are more than a millimetre of mercury, and medians are whole ones.
  for (const [name, within] of [
    ["systolic", 2],
    ["total-cholesterol", 4],
    ["hba1c", 0.05],
  ] as const)
    expect(Math.abs(medianOf(name, reference) - medianOf(name, reference - 2 * year))).toBeLessThanOrEqual(within);
});

test("metformin lowers the HbA1c of a person with diabetes by about a point", () => {
  const list = people(usPopulation, "male", [40, 80], 12_000).flatMap((one) => {
    const taken = one.takes(reference).find(({ name }) => name === "metformin");
    const onset = one.conditions.find(({ name }) => name === "diabetes")?.onset;
    return taken && onset !== undefined && taken.since - onset > 60 && reference - taken.since < 5 * year
      ? [{ one, since: taken.since }]
      : [];
  });
  expect(list.length).toBeGreaterThan(30);
  const change = list.map(({ one, since }) => one.usual("hba1c", since + 100)! - one.usual("hba1c", since - 5)!);
  expect(quantile(change, 0.5)).toBeLessThan(-1);
  expect(quantile(change, 0.5)).toBeGreaterThan(-1.3);
});
