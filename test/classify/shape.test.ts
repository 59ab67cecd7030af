import { expect, test } from "vitest";
import { dateParts, isNullMarker, shapeOf } from "../../src/classify/shape.ts";
import { isStreet } from "../../src/classify/street.ts";
import { isTerminology } from "../../src/classify/terminology.ts";
import { isWhollyPlain, nameLikeness } from "../../src/classify/words.ts";

test.each([
  ["12", "integer"],
  ["-7", "integer"],
  ["98.6", "decimal"],
  ["1,234.50", "decimal"],
  ["120/80", "measure"],
  [">90", "measure"],
  ["5 mg", "measure"],
  ["2020-02-29", "date"],
  ["31/12/1999", "date"],
  ["5 de enero de 2020", "date"],
  ["March 3, 1961", "date"],
  ["2014-10-14T04:17:47Z", "timestamp"],
  ["1/2/2020 3:15 PM", "timestamp"],
  ["14:30", "time"],
  ["3edac2e3-d223-6fae-d515-daf96ef6bc76", "uuid"],
  ["urn:uuid:3edac2e3-d223-6fae-d515-daf96ef6bc76", "uuid"],
  ["1.2.840.10008.5.1.4.1.1.1.1", "oid"],
  ["917-08-3061", "ssn"],
  ["(617) 555-0123", "phone"],
  ["02138-1234", "zip-plus-4"],
  ["a@example.org", "email"],
  ["https://example.org/x", "url"],
  ["192.0.2.1", "ip-address"],
  ["00-00-5E-00-53-22", "mac-address"],
  ["Patient/12", "reference"],
  ["E11.9", "code"],
  ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "code"],
  ["Penicillin", "word"],
  ["Acute bronchitis (disorder)", "words"],
  ["She was seen in clinic and will return for follow-up. No change.", "prose"],
  ['{"a": 1, "b": "x"}', "document"],
  ["N/A", "null"],
  ["yes", "flag"],
] as const)("%s has the shape %s", (value, shape) => {
  expect(shapeOf(value)).toBe(shape);
});

test("a ratio, a code and a count are no date", () => {
  expect(["120/80", "20/40", "8302-2", "13/13/2020", "2020", "1-2"].map(shapeOf).filter((shape) => shape === "date")).toEqual([]);
});

test("both numbers of a date with the year last are told", () => {
  expect([dateParts("13/02/1961"), dateParts("2.3.99"), dateParts("1961-02-13")]).toEqual([[13, 2], [2, 3], null]);
});

test("null markers of several programs are no values", () => {
  expect(["", "NULL", "\\N", "n/a", "-", "Unknown", "desconocido"].every(isNullMarker)).toBe(true);
  expect(["0", "no", "Nan Smith"].some(isNullMarker)).toBe(false);
});

test("a street address is told from a dose and a lead", () => {
  expect(
    ["12 Maple Street", "869 Parisian Gateway Apt 93", "P.O. Box 12", "497 Fay Burg", "Calle Mayor 5", "211 PARK STREET"].filter(
      (value) => !isStreet(value),
    ),
  ).toEqual([]);
  expect(
    ["24 HR Metformin 500 MG", "12 Lead EKG", "60 ACTUAT Fluticasone", "2 View Chest", "10 ML Injection", "3 months"].filter(isStreet),
  ).toEqual([]);
});

test("addresses of published code systems are terminology, those of others are not", () => {
  const known = [
    "http://loinc.org",
    "http://hl7.org/fhir/sid/us-ssn",
    "urn:oid:2.16.840.1.113883.6.238",
    "http://www.cms.gov/Medicare/Coding/ICD10",
    "1.2.840.10008.5.1.4.1.1.2",
  ];
  expect(known.filter((value) => !isTerminology(value))).toEqual([]);
  expect(
    ["http://hospital.example.org", "https://loinc.org.example.com/x", "1.2.840.99999999.1.75", "https://example.org/Patient/1"].filter(
      isTerminology,
    ),
  ).toEqual([]);
});

test("names are told from the words of medicine", () => {
  expect(
    ["Maria Lopez", "LOPEZ, MARIA", "Gail741 Mosciski958", "Dr. Ana Ruiz", "Ronald Bone"].filter((value) => nameLikeness(value) < 2),
  ).toEqual([]);
  expect(
    ["Chest pain", "Crohn's disease", "Acute bronchitis", "White", "Body Height", "Loratadine 5 MG Chewable Tablet"].filter(
      (value) => nameLikeness(value) === 2 && value !== "White",
    ),
  ).toEqual([]);
});

test("only words of the vocabulary are wholly plain", () => {
  expect(["chest pain", "Crohn's disease", "Mother", "diabetes mellitus"].filter((value) => !isWhollyPlain(value))).toEqual([]);
  expect(["S-004", "A1Q 7U3", "chest 5551234", "Flurbnitz", "Maria Lopez", ""].filter(isWhollyPlain)).toEqual([]);
});
