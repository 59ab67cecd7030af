import fc from "fast-check";
import { expect, test } from "vitest";
import { codeStrength, icd10Categories, isKnownCode, isLoinc, isSnomed, isVerhoeff } from "../../src/tables/codes.ts";

test("LOINC has a mod-10 check digit", () => {
  expect(["718-7", "4548-4", "2160-0", "8480-6", "85354-9", "LP-1"].map(isLoinc)).toEqual([true, true, true, true, true, false]);
  expect(["718-8", "4548-5", "718-", "-7", "7187", "12345678-9"].map(isLoinc)).toEqual([false, false, false, false, false, false]);
});

test("SNOMED CT has a Verhoeff check digit and a partition", () => {
  expect(["73211009", "38341003", "22298006", "195967001", "44054006"].map(isSnomed)).toEqual([true, true, true, true, true]);
  expect(["73211008", "38341004", "12345", "073211009", "7321100A"].map(isSnomed)).toEqual([false, false, false, false, false]);
});

test("Verhoeff finds every single wrong digit and every swap of neighbours", () => {
  expect([isVerhoeff("2363"), isVerhoeff("2364")]).toEqual([true, false]);
  const whole = fc.stringMatching(/^[0-9]{5,12}$/).map((digits) => digits + [..."0123456789"].find((check) => isVerhoeff(digits + check))!);
  fc.assert(
    fc.property(whole, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, place, by) => {
      const at = place % digits.length;
      const wrong = digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
      const next = Math.min(at + 1, digits.length - 1);
      const swapped = [...digits];
      [swapped[at], swapped[next]] = [swapped[next]!, swapped[at]!];
      return !isVerhoeff(wrong) && (digits[at] === digits[next] || !isVerhoeff(swapped.join("")));
    }),
  );
});

test("ICD-10-CM is listed, or has a listed category and a dot", () => {
  expect(["E11.65", "e11.65", "E1165", "I10", "Z99.2", "S52.501A"].map(isKnownCode)).toEqual(Array(6).fill("ICD-10-CM"));
  expect(codeStrength("ICD-10-CM", "E11.9999")).toBe("checked");
  expect(["E99.9", "A123456", "E11.", "E11.99999", "Room 12", "U99", "E119999"].map(isKnownCode)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(icd10Categories().size).toBeGreaterThan(1900);
});

test("a bare number is a code only where a label says so", () => {
  expect(
    ["860975", "140", "12345", "617-555-0123", "555-0123", "123-45-6789", "02139", "A4253", "0DTJ4ZZ", "250.00", "0002-8215-01"].map(
      isKnownCode,
    ),
  ).toEqual(Array(11).fill(null));
  expect(codeStrength("RxNorm", "860975")).toBe("shaped");
  expect(codeStrength("CVX", "140")).toBe("shaped");
  expect(codeStrength("HCPCS", "A4253")).toBe("shaped");
  expect(codeStrength("ICD-10-PCS", "0DTJ4ZZ")).toBe("shaped");
  expect(["250.00", "V58.69", "E849.0"].map((code) => codeStrength("ICD-9-CM", code))).toEqual(["shaped", "shaped", "shaped"]);
  expect(["0002-8215-01", "50090-0481-0", "55154-2727-02"].map((code) => codeStrength("NDC", code))).toEqual([
    "shaped",
    "shaped",
    "shaped",
  ]);
  expect(codeStrength("NDC", "123-45-6789")).toBeNull();
});

test("units are UCUM", () => {
  expect(["mg/dL", "mm[Hg]", "%", "10*3/uL", "{score}"].map(isKnownCode)).toEqual(Array(5).fill("UCUM"));
  expect([isKnownCode(""), isKnownCode("Smith"), isKnownCode("x".repeat(100_000))]).toEqual([null, null, null]);
});
