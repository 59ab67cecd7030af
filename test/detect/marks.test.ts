import { expect, test } from "vitest";
import { findAll } from "../../src/detect/index.ts";
import { settledSpans } from "../../src/detect/marks.ts";

const found = (text: string): string[] => findAll(text).map(({ start, end }) => text.slice(start, end));

test.each([
  "Mr. [PATIENT NAME] was seen by Dr. [LAST NAME] on [DATE OF SERVICE].",
  "Pt {{NAME}} DOB {{DATE}} at <<HOSPITAL>>, MRN <<ID>>.",
  "Seen by Dr. (REDACTED), phone: *****, MRN: ######.",
  "Name: █████ ████  DOB: ██/██/████",
  "Dr. [Redacted] called Mrs. [redacted] at [phone].",
  "Patient [Name] lives in [City], [State].",
  "Mr. *** and Dr. ***** agreed; call ***-***-****.",
  "[**First Name8 (NamePattern2) **] [**Known lastname 1022**] on [**2130-2-11**], pager [**Numeric Identifier 33**]",
  "Patient: <PERSON_1> of <LOCATION>; [PERSON-2]; [FACILITY_3]; [DOB]; SSN ___-__-____.",
  "Dr. XXXX saw Mrs. XXXX on XX/XX/XXXX.",
])("nothing is found in what is removed already: %s", (text) => {
  expect(found(text)).toEqual([]);
});

test("a value in brackets is no mark, and one beside a mark is found", () => {
  expect(found("Call [Fiona Redd] about [**Name 3**]; Dr. Ana Ruiz agreed with [NAME].")).toEqual(["Fiona Redd", "Ana Ruiz"]);
  expect(settledSpans("[see note] <5 [H] (re: labs)")).toEqual([]);
});

test("what PhysioNet's marks say is settled, and anything else between their stars is looked at", () => {
  const marks = [
    "[**Known lastname 4471**]",
    "[**Telephone/Fax (1) 90210**]",
    "[**2147-11-3**]",
    "[**Age over 90 **]",
    "[**Last Name (Titles) 8**]",
    "[**Hospital1 18**]",
    "[**Month/Day (2) 12**]",
    "[** **]",
  ];
  expect(settledSpans(marks.join("")).length).toBe(marks.length);
  for (const text of [
    "[**Priya Anand**]",
    "[**MRN 55018274**]",
    "[**2019-11-03**]",
    "[**Phone 6175550142**]",
    "[**Ward**]",
    "[**Name 3 Anand**]",
  ])
    expect(settledSpans(text), text).toEqual([]);
  expect(found("Saw [**Priya Anand**], MRN [**MRN 55018274**], on [**2019-11-03**]")).toEqual(["Priya Anand", "55018274", "2019-11-03"]);
});

test("a tag with a long number and a number behind a low line are not settled", () => {
  for (const text of ["[MRN 5501]", "<PHONE 5501>", "{{ID 55018}}", "chart_55018274550182745501"])
    expect(settledSpans(text), text).toEqual([]);
  expect(settledSpans("[MRN 12] chart_5501827k55m1827455q1").length).toBe(2);
});
