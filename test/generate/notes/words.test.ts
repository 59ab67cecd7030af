import { expect, test } from "vitest";
import { drugOf, shortInstructions } from "../../../src/generate/notes/words/drugs.ts";
import { followedOf } from "../../../src/generate/notes/words/followed.ts";
import { illnessOf, isIllness, onSide } from "../../../src/generate/notes/words/illness.ts";
import { problem } from "../../../src/generate/notes/words/problems.ts";
import { tiny } from "../shipped.ts";

test.each([
  ["24 HR metoprolol succinate 50 MG Extended Release Oral Tablet", "metoprolol succinate ER", "50 mg"],
  ["Omeprazole 20 MG Delayed Release Oral Capsule", "omeprazole DR", "20 mg"],
  ["Levothyroxine Sodium 0.075 MG Oral Tablet", "levothyroxine", "75 mcg"],
  ["ferrous sulfate 325 MG Oral Tablet", "ferrous sulfate", "325 mg"],
  ["Acetaminophen 325 MG / oxyCODONE Hydrochloride 5 MG Oral Tablet", "oxycodone-acetaminophen", "5-325 mg"],
  ["Sulfamethoxazole 800 MG / Trimethoprim 160 MG Oral Tablet", "sulfamethoxazole-trimethoprim", "800-160 mg"],
  ["amoxicillin 80 MG/ML Oral Suspension", "amoxicillin", "400 mg/5 mL"],
  ["amoxicillin 120 MG/ML / clavulanate 8.58 MG/ML Oral Suspension", "amoxicillin-clavulanate", "600-42.9 mg/5 mL"],
  ["fluticasone propionate 0.05 MG/ACTUAT Metered Dose Nasal Spray", "fluticasone propionate", "50 mcg/actuation"],
  ["hydrocortisone 10 MG/ML Topical Lotion", "hydrocortisone", "1 %"],
  ["0.8 ML enoxaparin sodium 100 MG/ML Prefilled Syringe", "enoxaparin", ""],
  ["potassium chloride 20 MEQ Extended Release Oral Tablet", "potassium chloride ER", "20 mEq"],
  ["{21 (ethinyl estradiol 0.03 MG / levonorgestrel 0.15 MG Oral Tablet) } Pack [Levora 0.15/30 28 Day]", "Levora", ""],
])("%s is %s, %s", (display, name, strength) => {
  expect(drugOf(display)).toMatchObject({ name, strength });
});

test("instructions are shortened as prescribers do", () => {
  expect(shortInstructions("2 tablets by mouth every 6 hours as needed")).toBe("2 tabs PO q6h PRN");
  expect(shortInstructions("1 tablet by mouth twice a day with food")).toBe("1 tab PO BID w/ food");
});

test("every illness of the shipped profile has words of its own, and every drug a name of letters", () => {
  for (const acute of Object.values(tiny.acute)) if (acute) expect([acute.code, isIllness(acute.code)]).toEqual([acute.code, true]);
  for (const medication of Object.values(tiny.medications))
    for (const { strengths } of medication?.drugs ?? [])
      for (const { display } of strengths)
        expect([display, /^[A-Za-z][A-Za-z0-9 /.-]{3,60}$/.test(drugOf(display).name)]).toEqual([display, true]);
});

test("every condition that is followed up has words of its own", () => {
  const other = followedOf("Z99.99");
  const codes = Object.keys(tiny.followUps).flatMap((name) => tiny.conditions[name]?.code ?? []);
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => followedOf(code) === other)).toEqual([]);
});

test("an illness that nobody foresaw goes by its name", () => {
  expect(illnessOf("Q99.9", "something rare")).toMatchObject({ name: "something rare", lay: "something rare" });
});

test.each([
  ["I10", "Essential (primary) hypertension", "hypertension"],
  ["X1", "Malignant neoplasm of unspecified site of unspecified kidney", "cancer of kidney"],
  ["X2", "Unspecified cataract, left eye", "cataract"],
  ["X3", "Alzheimer's disease with late onset", "Alzheimer's disease with late onset"],
])("%s, %s, is %s", (code, display, name) => {
  expect(problem({ code, display }).name).toBe(name);
});

test("an illness is told of the side that it is on", () => {
  const knee = onSide(illnessOf("M25.562", "pain"), "left");
  expect([knee.name, knee.short, knee.exam[0]!.slice(0, 9)]).toEqual(["left knee pain", "L knee pain", "Left knee"]);
  for (const acute of Object.values(tiny.acute))
    if (acute) expect(JSON.stringify(onSide(illnessOf(acute.code, ""), "right"))).not.toMatch(/%[sS]/);
});
