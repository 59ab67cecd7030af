import { expect, test } from "vitest";
import { subsequent } from "../../../src/generate/care/conditions.ts";
import { quiet, recordsOf } from "./kit.ts";

const people = recordsOf(quiet, 800, "variants");
const sides = ["M25.561", "M25.562"];

test("an illness comes at one place in one person and at another in the next", () => {
  const had = people.map(({ conditions }) => new Set(conditions.map(({ code }) => code.code).filter((code) => sides.includes(code))));
  const some = had.filter(({ size }) => size > 0);
  expect(some.length).toBeGreaterThan(10);
  expect(some.filter(({ size }) => size > 1)).toEqual([]);
  expect(new Set(some.flatMap((codes) => [...codes])).size).toBe(2);
});

test("a picture of the same illness may show several things", () => {
  const shown = people.flatMap(({ reports }) =>
    reports.flatMap(({ conclusion }) => (/knee|joint|medial/i.test(conclusion ?? "") ? [conclusion] : [])),
  );
  expect(new Set(shown).size).toBeGreaterThan(2);
});

test("an injury that is looked after is no longer at its initial encounter", () => {
  const fracture = {
    system: "ICD-10-CM",
    code: "S72.001A",
    display: "Fracture of neck of right femur, initial encounter for closed fracture",
  } as const;
  expect(subsequent(fracture)).toEqual({
    system: "ICD-10-CM",
    code: "S72.001D",
    display: "Fracture of neck of right femur, subsequent encounter for closed fracture with routine healing",
  });
  expect(subsequent({ system: "ICD-10-CM", code: "J18.9", display: "Pneumonia" }).code).toBe("J18.9");
});

test("nobody's gallbladder or appendix comes out twice", () => {
  const often = { ...quiet, acute: { ...quiet.acute } };
  for (const name of ["appendicitis", "gallstones"]) often.acute[name] = { ...often.acute[name]!, emergency: 300 };
  const removals = recordsOf(often, 300, "organs").flatMap(({ procedures }) => {
    const out = procedures.filter(({ code }) => /resection of (?:appendix|gallbladder)/i.test(code.display)).map(({ code }) => code.code);
    return out.length === 0 ? [] : [out];
  });
  expect(removals.length).toBeGreaterThan(20);
  expect(removals.filter((codes) => new Set(codes).size < codes.length)).toEqual([]);
});
