import { expect, test } from "vitest";
import { createCellCheck, isWhollyIdentifier } from "../../src/classify/cell-check.ts";

const check = createCellCheck();
const removedFrom = (verdict: "clinical" | "unknown", cells: readonly string[]): readonly string[] =>
  cells.filter((cell) => !check(cell, verdict));

test("what clinical tables hold stays in a clinical slot", () => {
  const cells = [
    "Latex (substance)",
    "Loratadine 5 MG Chewable Tablet",
    "NDA020800 0.3 ML Epinephrine 1 MG/ML Auto-Injector",
    "60 ACTUAT Fluticasone propionate 0.25 MG/ACTUAT",
    "Acute viral pharyngitis (disorder)",
    "0.5 ML influenza, seasonal, injectable, preservative free",
    "{score}",
    "10*3/uL",
    "mm[Hg]",
    "E11.9",
    "8302-2",
    "195662009",
    "127.9",
    "120/80",
    ">90",
    "nonhispanic",
    "SNOMED-CT",
    "vital-signs",
    "http://loinc.org",
    "https://nahdo.org/sopt",
    "https://scrubjay.example/fhir/id/mrn",
    "",
    "NULL",
  ];
  expect(removedFrom("clinical", cells)).toEqual([]);
});

test("an identifier in a clinical slot is a surprise", () => {
  const cells = [
    "see note - call Maria Lopez 617-555-0123",
    "Maria Lopez",
    "Dr. Kowalski",
    "999-12-3456",
    "(617) 555-0123",
    "maria@example.org",
    "03/14/1962",
    "1962-03-14T10:00:00Z",
    "19620314",
    "6175550123",
    "12 Maple Street",
    "3edac2e3-d223-6fae-d515-daf96ef6bc76",
    "https://example.org/patients/12",
    "MERCY GENERAL HOSPITAL",
  ];
  expect(removedFrom("clinical", cells)).toEqual(cells);
});

test("an unknown slot keeps short numbers, known codes, null markers and plain words alone", () => {
  expect(removedFrom("unknown", ["12", "98.6", "N/A", "", "E11.9", "chest pain", "yes"])).toEqual([]);
  const goes = ["Zyx-Quorv", "Maria", "40291", "AB12345", "Lopez, Maria", "03/14/1962", "Flurbnitz"];
  expect(removedFrom("unknown", goes)).toEqual(goes);
});

test("a judged value is judged the same again", () => {
  expect([
    check("Maria Lopez", "clinical"),
    check("Maria Lopez", "clinical"),
    check("chest pain", "clinical"),
    check("chest pain", "clinical"),
  ]).toEqual([false, false, true, true]);
});

test("a surprising cell that is an identifier from end to end is told from one that holds one", () => {
  expect(
    ["709 Cole Parade", "Maria Lopez", "03/14/1962", "6175550123", "MERCY GENERAL HOSPITAL"].filter((cell) => !isWhollyIdentifier(cell)),
  ).toEqual([]);
  expect(["see note - call Maria Lopez 617-555-0123", "moved to 12 Maple Street in the spring"].filter(isWhollyIdentifier)).toEqual([]);
});

test("a state that is a name too stays where the label says states", () => {
  expect(["Georgia", "Washington", "Montana"].filter((cell) => check(cell, "clinical"))).toEqual([]);
  expect(["Georgia", "Washington", "Montana"].filter((cell) => check(cell, "clinical", { states: true }))).toHaveLength(3);
  expect(check("Maria Lopez", "clinical", { states: true })).toBe(false);
});

test("a list of diagnoses stays, and nothing else that is a list", () => {
  const lists = ["E66.9 I10", "E11.9;I10", "J45.909, E66.9, E11.42, E78.5", "I25.10|K21.9"];
  expect([...removedFrom("clinical", lists), ...removedFrom("unknown", lists)]).toEqual([]);
  const others = ["E66.9 Garcia", "I10 617-555-0143", "E11.9;4021 Elm St", "E11.9 987654321", "1932-08-28 I10"];
  expect(removedFrom("unknown", others)).toEqual(others);
});
