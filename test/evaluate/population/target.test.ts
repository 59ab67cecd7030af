import { expect, test } from "vitest";
import { collect } from "../../../src/evaluate/population/collect.ts";
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
    [0.05, 20, "holds"],
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
