import { expect, test } from "vitest";
import { generate } from "../../../src/generate/generate.ts";
import { loadProfile } from "../../../src/generate/load-profile.ts";
import { createPopulation } from "../../../src/generate/population.ts";
import { profileText } from "../shipped.ts";

const asOf = "2026-06-30";
const dirty = loadProfile(profileText("dirty-data"), "dirty-data", profileText);
const population = createPopulation(dirty, { seed: "dirt", asOf });
const all = Array.from({ length: 1000 }, (_, i) => population.told(i));
const doubles = all.filter(({ record, personId }) => record.patient.id !== personId);
const firsts = new Map(all.map((told) => [told.record.patient.id, told]));

test("exactly the declared share of a block are second records of somebody in it", () => {
  expect(doubles.length).toBe(80);
  expect(new Set(doubles.map(({ personId }) => personId)).size).toBe(80);
  for (const { personId } of doubles) expect(firsts.get(personId)!.personId).toBe(personId);
});

test("a second record is the same person, but for what the defects tell", () => {
  const kinds = new Set<string>();
  for (const { record, personId, defects } of doubles) {
    const first = firsts.get(personId)!.record.patient;
    const told = new Map(defects.map(({ field, before, after }) => [field, [before, after]]));
    for (const { defect } of defects) kinds.add(defect);
    expect(record.patient.identifiers.mrn).not.toBe(first.identifiers.mrn);
    const birth = told.get("patient.birthDate");
    if (birth) expect(birth).toEqual([first.birthDate, record.patient.birthDate]);
    else expect(record.patient.birthDate).toBe(first.birthDate);
    if (!defects.some(({ field }) => field.startsWith("patient.name"))) expect(record.patient.name).toEqual(first.name);
    if (!told.has("patient.address.street")) expect(record.patient.address).toEqual(first.address);
  }
  expect([...kinds].sort()).toEqual(expect.arrayContaining(["missing", "moved", "nickname", "transposed digits", "typo"]));
});

test("every encounter of a person is in one of the two records, and every row refers to its own patient", () => {
  const clean = createPopulation(
    { ...dirty, quality: { ...dirty.quality, missing: 0, contradictions: 0, repeats: 0 } },
    { seed: "dirt", asOf },
  );
  let moved = 0;
  for (const { record, personId } of doubles) {
    const [first, second] = [firsts.get(personId)!.record.index, record.index].map((index) => clean.patient(index));
    moved += second!.encounters.length;
    expect(first!.encounters.filter(({ id }) => second!.encounters.some((other) => other.id === id))).toEqual([]);
    for (const half of [first!, second!]) {
      const encounters = new Set(half.encounters.map(({ id }) => id));
      const rows = [
        ...half.encounters,
        ...half.observations,
        ...half.conditions,
        ...half.medications,
        ...half.notes,
        ...half.coverages,
        ...half.contacts,
      ];
      for (const row of rows) {
        expect(row.patientId).toBe(half.patient.id);
        if ("encounterId" in row && row.encounterId !== undefined) expect(encounters).toContain(row.encounterId);
      }
    }
  }
  expect(moved).toBeGreaterThan(60);
});

test("no two rows of a population share an id", () => {
  const ids = all.flatMap(({ record }) =>
    [
      record.patient,
      ...record.encounters,
      ...record.conditions,
      ...record.observations,
      ...record.coverages,
      ...record.contacts,
      ...record.notes,
    ].map(({ id }) => id),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test("what is missing, contradictory or repeated is so often as declared, and told", () => {
  const count = (defect: string): number => all.flatMap(({ defects }) => defects).filter((one) => one.defect === defect).length;
  const encounters = all.reduce((sum, { record }) => sum + record.encounters.length, 0);
  const observations = all.reduce((sum, { record }) => sum + record.observations.length, 0);
  const backward = all.flatMap(({ record }) => record.encounters).filter(({ start, end }) => end < start).length;
  expect(backward).toBeGreaterThan(encounters * 0.005);
  expect(backward).toBeLessThan(encounters * 0.017);
  expect(count("repeat")).toBeGreaterThan(observations * 0.015);
  expect(count("repeat")).toBeLessThan(observations * 0.025);
  expect(all.filter(({ record }) => record.patient.identifiers.ssn === undefined).length).toBe(
    all.flatMap(({ defects }) => defects).filter(({ defect, field }) => defect === "missing" && field.endsWith("ssn")).length,
  );
});

test("defects of a later day add to those of an earlier", () => {
  const early = createPopulation(dirty, { seed: "dirt", asOf: "2026-02-01" });
  for (const late of all.slice(0, 100)) {
    const before = early.told(late.record.index);
    const later = new Set(late.defects.map((defect) => JSON.stringify(defect)));
    const isSettled = ({ field }: { field: string }): boolean => field !== "coverages" && field !== "patient.deceased";
    for (const defect of before.defects.filter(isSettled)) expect(later).toContain(JSON.stringify(defect));
  }
});

test("the truth is written beside the data, and only where there is dirt", async () => {
  const written = async (profile: typeof dirty): Promise<Map<string, string>> => {
    const files = new Map<string, string>();
    const sink = (file: string) => ({ write: (text: string) => void files.set(file, (files.get(file) ?? "") + text) });
    await generate({ profile, seed: "dirt", asOf, patients: 40, formats: ["csv"], sink });
    return files;
  };
  const files = await written(dirty);
  const links = files
    .get("linkage.jsonl")!
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
  expect(links).toEqual(
    all
      .slice(0, 40)
      .map(({ record, personId, merged }) => ({ patientId: record.patient.id, personId, ...(merged === undefined ? {} : { merged }) })),
  );
  expect(files.get("defects.jsonl")).toBe(
    all
      .slice(0, 40)
      .flatMap(({ defects }) => defects.map((defect) => `${JSON.stringify(defect)}\n`))
      .join(""),
  );
  const tiny = loadProfile(profileText("tiny"), "tiny", profileText);
  expect([...(await written(tiny)).keys()].filter((file) => file.endsWith(".jsonl"))).toEqual(["notes.gold.jsonl"]);
});
