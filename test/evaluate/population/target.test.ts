import { expect, test } from "vitest";
import { collect } from "../../../src/evaluate/population/collect.ts";
import { evaluatePopulation } from "../../../src/evaluate/population/evaluate.ts";
import { populationPage } from "../../../src/evaluate/population/page/index.ts";
import { populationTable } from "../../../src/evaluate/population/table.ts";
import { judge, type Target, traitsOfTarget } from "../../../src/evaluate/population/target.ts";
import { expandInputs } from "../../../src/io/inputs.ts";
import { folderOf } from "../../support/command.ts";

/** A hundred men of 40 on 2026-01-01; every fourth has diabetes and a pressure of 140, the others of 120; twenty have two visits. */
async function hundred(targets: readonly Target[]) {
  const people = Array.from({ length: 100 }, (_, i) => i);
  const folder = folderOf({
    "patients.csv": `patient_id,birth_date,sex\n${people.map((i) => `p${i},1985-06-01,male`).join("\n")}\n`,
    "encounters.csv": `encounter_id,patient_id,class,start_time,end_time\n${people
      .slice(0, 20)
      .flatMap((i) => [
        `a${i},p${i},ambulatory,2025-05-01T09:00:00,2025-05-01T10:00:00`,
        `b${i},p${i},inpatient,2025-05-1${i % 10}T09:00:00,2025-05-20T10:00:00`,
      ])
      .join("\n")}\nc1,p0,inpatient,2025-06-01T09:00:00,2025-06-02T10:00:00\nd1,p1,inpatient,2025-09-01T09:00:00,2025-09-02T10:00:00\n`,
    "conditions.csv": `condition_id,patient_id,code,onset_date,resolved_date\n${people.map((i) => `c${i},p${i},E11.9,${i % 4 === 0 ? "2020-01-01," : "2020-01-01,2021-01-01"}`).join("\n")}\n`,
    "observations.csv": `observation_id,patient_id,loinc,observed_time,value,unit\n${people.flatMap((i) => [`x${i},p${i},8480-6,2024-01-01T09:00:00,99,mm[Hg]`, `y${i},p${i},8480-6,2025-01-02T09:00:00,${i % 4 === 0 ? 140 : 120},mm[Hg]`]).join("\n")}\n`,
  });
  const collected = await collect(await expandInputs([folder]), { traits: targets.flatMap(traitsOfTarget), asOf: 20_454 });
  return targets
    .map((target) => judge(target, collected))
    .map(({ value, people: of, verdict }) => [value === null ? null : Number(value.toFixed(3)), of, verdict]);
}

const told = { name: "t", tolerance: 0.01, source: "judgement", grade: "out of sample" } as const;
const systolic = ["8480-6"];

test("what is there on the day counts, and the latest value", async () => {
  expect(
    await hundred([
      { ...told, of: "prevalence", conditions: ["E11"], value: 0.25 },
      { ...told, of: "mean", measure: systolic, value: 125 },
      { ...told, of: "share", measure: systolic, from: 130, below: 141, value: 0.25 },
      { ...told, of: "rate", events: "encounters", value: 0.42 },
      { ...told, of: "rate", events: "encounters", class: "ambulatory", value: 0.2 },
      { ...told, of: "share", events: "readmissions", value: 0.05 },
      { ...told, of: "dispersion", events: "encounters", class: "ambulatory", value: 0.808 },
      { ...told, of: "mean", measure: systolic, where: { conditions: ["E11"] }, value: 140 },
    ]),
  ).toEqual([
    [0.25, 100, "holds"],
    [125, 100, "holds"],
    [0.25, 100, "holds"],
    [0.42, 100, "holds"],
    [0.2, 100, "holds"],
    [0.045, 22, "holds"],
    [0.808, 100, "holds"],
    [140, 25, "holds"],
  ]);
});

test("a target fails where the whole interval is beyond its tolerance, and is open where only the figure is", async () => {
  expect(
    await hundred([
      { ...told, of: "prevalence", conditions: ["E11"], value: 0.5 },
      { ...told, of: "prevalence", conditions: ["E11"], value: 0.3 },
      { ...told, of: "prevalence", drugs: ["metformin"], value: 0.3 },
      { ...told, of: "mean", measure: ["4548-4"], value: 5.5 },
      { ...told, of: "prevalence", conditions: ["E11"], where: { sex: "female" }, value: 0.5 },
    ]),
  ).toEqual([
    [0.25, 100, "fails"],
    [0.25, 100, "too few"],
    [null, 0, "not measured"],
    [null, 0, "not measured"],
    [null, 0, "not measured"],
  ]);
});

/** Ten women of 2 on 2026-01-01, one of whom died in the year; vaccines, drugs and pressures of some. */
async function ten(targets: readonly Target[]) {
  const people = Array.from({ length: 10 }, (_, i) => i);
  const folder = folderOf({
    "patients.csv": `patient_id,birth_date,sex,deceased_time\n${people.map((i) => `p${i},2023-06-01,female,${i === 9 ? "2025-07-02T10:00:00" : ""}`).join("\n")}\n`,
    "encounters.csv": `encounter_id,patient_id,class,start_time,end_time\n${people.map((i) => `e${i},p${i},ambulatory,2025-05-01T09:00:00,2025-05-01T10:00:00`).join("\n")}\n`,
    "immunizations.csv": `immunization_id,patient_id,encounter_id,cvx,given_time\n${people
      .slice(0, 6)
      .flatMap((i) => [
        `a${i},p${i},e${i},20,2023-09-01T09:00:00`,
        ...(i < 3 ? [`b${i},p${i},e${i},20,2025-05-01T09:00:00`] : [`c${i},p${i},e${i},03,2025-05-01T09:00:00`]),
      ])
      .join("\n")}\n`,
    "medications.csv": `medication_id,patient_id,encounter_id,rxnorm,description,start_date,stop_date\nm1,p0,e0,1,one,2025-05-01,\nm2,p0,e0,2,two,2025-05-01,\nm3,p0,e0,2,two,2025-05-01,\nm4,p1,e1,1,one,2025-05-01,2025-06-01\nm5,p2,e2,1,one,2025-05-01,\n`,
    "observations.csv": `observation_id,patient_id,encounter_id,loinc,observed_time,value,unit\n${people
      .slice(0, 4)
      .flatMap((i) => [
        `x${i},p${i},e${i},8480-6,2025-05-01T09:00:00,${130 + 10 * i},mm[Hg]`,
        ...(i < 3 ? [`y${i},p${i},e${i},8462-4,2025-05-01T09:00:00,80,mm[Hg]`] : []),
      ])
      .join("\n")}\n`,
  });
  const collected = await collect(await expandInputs([folder]), { traits: targets.flatMap(traitsOfTarget), asOf: 20_454 });
  return targets
    .map((target) => judge(target, collected))
    .map(({ value, people: of }) => [value === null ? null : Number(value.toFixed(3)), of]);
}

test("events are counted by code, in a year or ever; drugs once each on the day; deaths by the time lived", async () => {
  const dtap = { ...told, of: "share", events: "immunizations", codes: ["20"], value: 0.5 } as const;
  const pressures = [
    { measure: systolic, below: 150 },
    { measure: ["8462-4"], below: 90 },
  ];
  expect(
    await ten([
      { ...dtap, from: 1 },
      { ...dtap, from: 1, ever: true },
      { ...dtap, from: 2, ever: true },
      { ...told, of: "share", events: "drugs", from: 2, value: 0.1 },
      { ...told, of: "share", events: "drugs", from: 1, below: 2, value: 0.1 },
      { ...told, of: "rate", events: "deaths", value: 0.1 },
      { ...told, of: "share", all: pressures, value: 0.7 },
      { ...told, of: "share", all: pressures, where: { drugs: ["two"] }, value: 1 },
      { ...told, of: "mean", measure: systolic, where: { drugs: ["one"] }, value: 140 },
    ]),
  ).toEqual([
    [0.333, 9],
    [0.667, 9],
    [0.333, 9],
    [0.111, 9],
    [0.111, 9],
    [0.105, 10],
    [0.667, 3],
    [null, 1],
    [140, 2],
  ]);
});

test("what no target and no check is of is listed, in the figures, the table and the page", async () => {
  const folder = folderOf({
    "patients.csv": "patient_id,birth_date,sex\np,1985-06-01,male\n",
    "encounters.csv": "encounter_id,patient_id,class,start_time,end_time\ne,p,ambulatory,2025-05-01T09:00:00,2025-05-01T10:00:00\n",
    "claims.csv": "claim_id,patient_id,encounter_id,created_date,total\nc,p,e,2025-05-02,10\n",
  });
  const of = (targets: readonly Target[]) => expandInputs([folder]).then((files) => evaluatePopulation(files, { targets, asOf: 20_454 }));
  expect((await of([])).unvalidated).toEqual(["patients", "encounters", "claims"]);
  const evaluation = await of([
    { ...told, of: "rate", events: "encounters", value: 1 },
    { ...told, of: "rate", events: "deaths", value: 0 },
  ]);
  expect(evaluation.unvalidated).toEqual(["claims"]);
  expect(populationTable(evaluation, false).at(-1)).toBe("not held against any figure: claims");
  expect([...populationPage(evaluation, () => "")].join("")).toContain("<h2>Not held against any figure</h2><p>claims.");
});
