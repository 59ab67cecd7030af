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
