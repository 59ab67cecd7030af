import { expect, test } from "vitest";
import { foldWord, wordsOf } from "../../src/subjects/words.ts";

test("one spelling stands for accents, case, apostrophes and hyphens", () => {
  expect(["O’Malley", "O'MALLEY", "Nuñez", "Smith-Reyes"].map(foldWord)).toEqual(["omalley", "omalley", "nunez", "smithreyes"]);
});

test("a name is known by its parts, a hyphenated one by its halves, a numbered one by its letters", () => {
  expect(wordsOf("Lopez, Maria J.", "name")).toEqual(["lopez", "maria"]);
  expect(wordsOf("Smith-Reyes", "family-name")).toEqual(["smithreyes", "smith", "reyes"]);
  expect(wordsOf("Sumiko254", "given-name")).toEqual(["sumiko254", "sumiko"]);
});

test("titles and the words of every address are nobody's", () => {
  expect(wordsOf("Dr. Ana Ruiz Jr.", "name")).toEqual(["ana", "ruiz"]);
  expect(wordsOf("784 Stamm Street Apt 3", "street-address")).toEqual(["stamm"]);
});

test("a phone number is known with and without its area code, an id as a whole", () => {
  expect(wordsOf("+1 (617) 555-0134", "phone")).toEqual(["6175550134", "5550134"]);
  expect(wordsOf("MRN 00-12-345", "mrn")).toEqual(["mrn0012345"]);
  expect(wordsOf("17", "mrn")).toEqual([]);
});

test("dates are not carried over: many share each", () => {
  expect(wordsOf("1950-01-02", "birth-date")).toEqual([]);
});

test("what an address shares with ordinary and clinical language is nobody's", () => {
  expect(wordsOf("12 Light Street", "street-address")).toEqual([]);
  expect(wordsOf("Lightfoot Crossing", "street-address")).toEqual(["lightfoot"]);
});

test("four digits that are no year, and an employer by the words of its own, are known too", () => {
  expect(wordsOf("6093", "mrn")).toEqual(["6093"]);
  expect(wordsOf("73-18", "account-number")).toEqual(["7318"]);
  expect(["1987", "2500", "a12b"].flatMap((value) => wordsOf(value, "mrn"))).toEqual([]);
  expect(wordsOf("Zentrix Supply Company", "employer")).toEqual(["zentrix"]);
  expect(wordsOf("Apex", "employer")).toEqual(["apex"]);
});
