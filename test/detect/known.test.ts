import { expect, test } from "vitest";
import type { Known } from "../../src/detect/finding.ts";
import { detectAll, findAll, holdsIdentifier, looksLikeName } from "../../src/detect/index.ts";
import { isOneEditAway } from "../../src/detect/known.ts";
import { marked } from "../support/marked.ts";

const words = new Map([
  ["henderson", "family-name"],
  ["wren", "given-name"],
  ["long", "family-name"],
  ["0012345", "mrn"],
  ["6175550134", "phone"],
] as const);
const known: Known = { has: (word) => (words as ReadonlyMap<string, "mrn">).get(word), words };

const scrub = (text: string): string => marked(text, findAll(text, known));

test("the subject's own name is found in any case, in parts, misspelt and over a line break", () => {
  expect(scrub("saw henderson; Hendersen agreed; HENDERSON left; Hen-\nderson back")).toBe(
    "saw [NAME:henderson]; [NAME:Hendersen] agreed; [NAME:HENDERSON] left; [NAME:Hen-\nderson] back",
  );
});

test("the subject's numbers are found however they are parted", () => {
  expect(scrub("id 00-12-345 or 0012345; (617) 555.0134")).toBe("id [ID:00-12-345] or [ID:0012345]; [PHONE:(617) 555.0134]");
});

test("an ordinary word in lower case stays a word although it is the subject's name", () => {
  expect(scrub("a long history; Long agreed")).toBe("a long history; [NAME:Long] agreed");
});

test("a name that is sure once is found everywhere in the note", () => {
  const text = "Patient: Wilma Quistgaard. Later quistgaard refused; Quistgard's aide agreed.";
  expect(marked(text, findAll(text))).toBe(
    "Patient: [NAME:Wilma Quistgaard]. Later [NAME:quistgaard] refused; [NAME:Quistgard]'s aide agreed.",
  );
});

test("one edit is a letter more, less or other, or two exchanged", () => {
  expect(["hendersen", "hendrson", "hendersson", "hendesron"].map((word) => isOneEditAway(word, "henderson"))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(["henderson", "anderson", "hendessen"].map((word) => isOneEditAway(word, "henderson"))).toEqual([false, false, false]);
});

test("headers and file names that are names are told from words", () => {
  expect(["Maria Lopez", "smith_john", "Alfonzo975_McKenzie376", "maria-lopez.csv"].map(looksLikeName)).toEqual([true, true, true, true]);
  expect(
    ["patient_name", "BIRTHDATE", "Systolic BP", "observations", "col_17", "HEALTHCARE_EXPENSES", "first_name"].map(holdsIdentifier),
  ).toEqual(Array(7).fill(false));
  expect(["123-45-6789", "visit_2019-03-04", "j.moss@example.org"].map(holdsIdentifier)).toEqual([true, true, true]);
});

test("a detector that answers later is waited for", async () => {
  const late = {
    name: "late",
    detect: async (readings: readonly { text: string }[]) =>
      readings.map(() => [{ start: 0, end: 2, kind: "name" as const, strength: "known" as const, detector: "late" }]),
  };
  expect(await detectAll(["Xy is here"], [], [late])).toEqual([[{ start: 0, end: 2, kind: "name", strength: "known", detector: "late" }]]);
});

test("a short id of the subject is found bare, however it is parted, and not before a unit or in a number", () => {
  const ids = new Map([
    ["6093", "mrn"],
    ["7318", "account-number"],
  ] as const);
  const subject: Known = { has: (word) => (ids as ReadonlyMap<string, "mrn">).get(word), words: ids };
  const text = "The 6093 folder came, and 73-18 was paid. He took 6093 steps, 16,093 in all.";
  expect(marked(text, findAll(text, subject))).toBe(
    "The [ID:6093] folder came, and [ID:73-18] was paid. He took 6093 steps, 16,093 in all.",
  );
});
