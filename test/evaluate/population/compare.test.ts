import { expect, test } from "vitest";
import { compare } from "../../../src/evaluate/population/compare.ts";
import { loadReferenceMap } from "../../../src/evaluate/population/reference-map.ts";
import { independent, type Sample } from "../../../src/evaluate/population/sample.ts";
import { normalQuantile } from "../../../src/random/arithmetic.ts";
import { createStream } from "../../../src/random/stream.ts";

const map = loadReferenceMap(`
reference: invented rows
source: none
ages: [18, 79]
columns:
  age: { column: age, trait: age }
  sex: { column: sex, trait: sex, values: { f: female, m: male } }
  pressure: { column: p, loinc: [8480-6] }
  sugar: { column: s, loinc: [4548-4] }
  ill: { column: i, values: { "1": 1, "0": 0 }, conditions: [E11] }
cells: [18, 50]
tasks:
  ill: { outcome: { all: [{ column: ill, from: 1 }] } }
`);

/** People whose pressure and sugar rise with age, and who are ill where sugar is high. */
function people(count: number, seed: string, shift = 0): Sample {
  const stream = createStream(seed);
  const normal = (): number => normalQuantile((stream.next() * 4294967296 + 0.5) / 4294967296);
  const age = Float64Array.from({ length: count }, () => stream.int(18, 79));
  const sugar = age.map((years) => 5 + years / 60 + normal() * 0.5);
  return {
    columns: {
      age,
      sex: age.map(() => stream.int(0, 1)),
      pressure: age.map((years) => Math.round(100 + years / 2 + 12 * normal() + shift)),
      sugar,
      ill: sugar.map((each) => (each + normal() * 0.4 > 6.6 ? 1 : 0)),
    },
    weights: new Float64Array(count).fill(1),
  };
}

const options = { seeds: ["1"], resamples: 10 };

test("people like the rows pass, and stand between the marks", () => {
  const found = compare(people(4000, "ours"), people(3000, "fit"), people(3000, "test"), map, options);
  expect(found.classifier!.verdict).toBe("holds");
  expect(found.classifier!.independent).toBeGreaterThan(found.classifier!.real + 0.1);
  expect(found.progress).toBeGreaterThan(0.8);
  expect(found.tasks[0]!.share).toBeGreaterThan(0.95);
  expect(found.cells.filter(({ verdict }) => verdict === "fails").length).toBeLessThan(3);
  expect([...found.correlations, ...found.shares].filter(({ verdict }) => verdict === "fails")).toEqual([]);
  expect(compare(people(4000, "ours"), people(3000, "fit"), people(3000, "test"), map, options)).toEqual(found);
});

test("columns by themselves, and a shift, are seen", () => {
  const [fit, rows] = [people(3000, "fit"), people(3000, "test")];
  const alone = compare(independent(people(4000, "ours"), createStream("apart")), fit, rows, map, options);
  expect(alone.progress).toBeLessThan(0.2);
  expect(alone.classifier!.verdict).toBe("fails");
  expect(alone.tasks[0]!.verdict).toBe("fails");
  expect(alone.correlations.filter(({ verdict }) => verdict === "fails").length).toBe(3);
  const shifted = compare(people(4000, "ours", 8), fit, rows, map, options);
  expect(shifted.classifier!.by[0]!.name).toBe("pressure");
  expect(shifted.cells.filter(({ name, verdict }) => name === "pressure" && verdict === "fails").length).toBe(4);
  expect(shifted.cells.filter(({ name, verdict }) => name === "sugar" && verdict === "fails").length).toBeLessThan(2);
});

test("the years fitted on show what changed between them and those held out", () => {
  const found = compare(people(4000, "ours", 8), people(3000, "fit", 8), people(3000, "test"), { ...map, changed: ["pressure"] }, options);
  expect(found.classifier!.drift! - found.classifier!.real).toBeGreaterThan(0.03);
  expect(Math.abs(found.classifier!.oursAgainstFit! - 0.5)).toBeLessThan(0.04);
  expect(found.cells.filter(({ name, driftVerdict }) => name === "pressure" && driftVerdict === "fails").length).toBe(4);
  expect(found.classifier!.verdict).toBe("fails");
  expect(found.classifier!.unchanged).toMatchObject({ without: ["pressure"], verdict: "holds" });
  expect(found.classifier!.unchanged!.drift! - found.classifier!.unchanged!.real).toBeLessThan(0.03);
});

test("what our side lacks is said, and not compared", () => {
  const ours = people(4000, "ours");
  const found = compare(
    { ...ours, columns: { ...ours.columns, sugar: new Float64Array(4000).fill(Number.NaN) } },
    undefined,
    people(3000, "test"),
    map,
    options,
  );
  expect(found.notMeasured).toEqual(["sugar"]);
  expect(found.tasks[0]!.verdict).toBe("not measured");
  expect(found.classifier!.drift).toBeNull();
});

test("a map's mistakes are told by place", () => {
  expect(() => loadReferenceMap("reference: x\n  source: y")).toThrow("not valid YAML");
  expect(() => loadReferenceMap("reference: x\nsource: y\nages: [1, 2]\ncolumns: { a: { column: b } }")).toThrow(
    "expected one of trait, loinc",
  );
  expect(() => loadReferenceMap("reference: x\nsource: y\nages: [1, 2]\ncolumns: {}\nmatch: [age]")).toThrow(
    "names a column that it does not declare",
  );
});

test("where the rows are whole for some ages only, ours of other ages do not tell", () => {
  // Nobody under 30 was asked whether they are ill.
  const asked = (sample: Sample): Sample => ({
    ...sample,
    columns: { ...sample.columns, ill: sample.columns.ill!.map((value, i) => (sample.columns.age![i]! < 30 ? Number.NaN : value)) },
  });
  const matching = { ...map, match: ["age", "sex"] };
  const found = compare(people(4000, "ours"), asked(people(3000, "fit")), asked(people(3000, "test")), matching, options);
  expect(found.classifier!.verdict).toBe("holds");
});
