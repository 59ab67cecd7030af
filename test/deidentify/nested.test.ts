import { expect, test } from "vitest";
import { maxDepth, openNested } from "../../src/deidentify/nested.ts";

test.each([
  ['{"ssn":"1"}', "json"],
  ['[{"a":1}]', "json"],
  ["name%3DMaria%20Lopez", "text"],
  [btoa("Patient Maria Lopez, MRN 4029887"), "text"],
])("%s is opened as %s", (value, is) => {
  expect(openNested(value, 0)?.is).toBe(is);
});

test.each([
  "[**Name 3**] seen",
  "[x] done",
  "100% sure",
  "Type 2 diabetes",
  "9d188916-8390-282b-3ec2-73fce6e08649",
  "abcdefghijklmnopqrstuvwxyz",
])("%s is no document", (value) => {
  expect(openNested(value, 0)).toBeUndefined();
});

test("base64 that holds no text is removed: it may be an image", () => {
  const jpeg = btoa(String.fromCharCode(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 200, 9, 8, 7));
  expect(openNested(jpeg, 0)).toEqual({ is: "removed" });
});

test("what lies deeper than the limit is removed", () => {
  expect(openNested('{"a":1}', maxDepth)).toEqual({ is: "removed" });
});

test("what was opened is closed as it was written", () => {
  const nested = openNested("q=Maria+Lopez%2C+MD", 0);
  expect(nested?.is === "text" ? nested.text : undefined).toBe("q=Maria Lopez, MD");
  expect(nested?.is === "text" ? nested.close("[NAME], MD") : undefined).toBe("%5BNAME%5D%2C+MD");
});

test("a table in a string is opened where its header has labels", () => {
  expect(openNested("Name,MRN,Result\nMaria Lopez,4029887,7.2\nWei Tran,4029888,6.1", 0)?.is).toBe("delimited");
});

test.each([
  "Seen today, doing well, no complaints\nPlan: rest, fluids, return if worse",
  "BP 120/80, HR 72\nTemp 36.6, SpO2 98",
  "Dear Dr. Voss,\n\nThank you, as ever, for seeing her.",
])("prose with commas is no table: %j", (value) => {
  expect(openNested(value, 0)).toBeUndefined();
});
