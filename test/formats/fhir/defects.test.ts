import { expect, test } from "vitest";
import { faultsOf, type Json } from "./faults.ts";
import { bulkOf } from "./support.ts";
import { areThere, loadValidators, type Validate } from "./validators.ts";

const patient = { reference: "Patient/a0000000-0000-8000-8000-000000000001" };
const organization = { reference: "Organization/f0000000-0000-8000-8000-000000000001" };

/** One thing wrong with one resource of the record by hand: what it is, of which type, and what stands where. */
const defects: readonly (readonly [string, string, string, unknown])[] = [
  ["a required element is missing", "Encounter", "status", undefined],
  ["an element that US Core requires is missing", "Patient", "identifier", undefined],
  ["an element that does not exist", "Patient", "surname", "Otto"],
  ["a type that does not exist", "Patient", "resourceType", "Patience"],
  ["a code outside a required list", "Patient", "gender", "F"],
  ["a code outside a required list, in a status", "Encounter", "status", "done"],
  ["text for a number", "Observation", "component.0.valueQuantity.value", "132"],
  ["a number for text", "Patient", "name.0.family", 7],
  ["text for a boolean", "Patient", "active", "true"],
  ["an object for a list", "Patient", "name", { family: "Otto" }],
  ["a list for an object", "Encounter", "subject", [patient]],
  ["an id of impossible letters", "Patient", "id", "no_id!"],
  ["a month 13", "Patient", "birthDate", "1950-13-01"],
  ["30 February", "Patient", "birthDate", "1950-02-30"],
  ["a time without offset", "Encounter", "period.start", "2024-02-01T09:00:00"],
  ["an hour 25", "Encounter", "period.start", "2024-02-01T25:00:00-05:00"],
  ["an end before its beginning", "Encounter", "period.end", "2024-01-01T09:00:00-05:00"],
  ["two values for one choice", "MedicationRequest", "medicationReference", patient],
  ["two values for one choice, in an extension", "Patient", "extension.2.valueString", "F"],
  ["an empty list", "Patient", "photo", []],
  ["an empty object", "Patient", "maritalStatus", {}],
  ["an empty text", "Patient", "name.0.family", ""],
  ["a null", "Patient", "birthDate", null],
  ["a reference that is none", "Encounter", "subject.reference", "Patient//17"],
  ["a reference that leads nowhere", "Encounter", "subject.reference", "Patient/a0000000-0000-8000-8000-999999999999"],
  ["a reference to the wrong type", "Encounter", "subject", organization],
  ["a unit that is not UCUM", "Observation", "component.0.valueQuantity.code", "mmHg"],
  ["a LOINC code with a wrong check digit", "Observation", "code.coding.0.code", "85354-8"],
  ["narrative that is no XHTML", "Patient", "text", { status: "generated", div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Ana</div>' }],
  ["a condition that has ended and is active", "Condition", "abatementDateTime", "2024-07-20"],
  ["a dose number 0", "Immunization", "protocolApplied.0.doseNumberPositiveInt", 0],
  ["a system with a space", "Patient", "identifier.0.system", "http://example.org/a b"],
  ["base64 that is none", "DocumentReference", "content.0.attachment.data", "not base64!"],
  ["nothing that says it is synthetic", "Patient", "meta.tag", undefined],
];

const sound = bulkOf();

/** The resources with the defect in one of its type, and that one. */
function seeded(type: string, path: string, value: unknown): { readonly all: readonly Json[]; readonly spoilt: Json } {
  const all = structuredClone(sound);
  const spoilt = all.find(({ resourceType, code }) => resourceType === type && (type !== "Observation" || codeOf(code) === "85354-9"))!;
  const steps = path.split(".");
  const last = steps.pop()!;
  let place = spoilt as Record<string, unknown>;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return { all, spoilt };
}

const codeOf = (code: unknown): unknown => (code as { coding: readonly Json[] }).coding[0]!.code;

/** What others refer to by an id that is gone is no defect of theirs. */
const isOwn = (fault: string, type: string): boolean => fault.startsWith(type);

test("our own checks see what is theirs to see", () => {
  expect(faultsOf(sound)).toEqual([]);
  const caught = defects.map(
    ([name, type, path, value]) => [name, faultsOf(seeded(type, path, value).all).filter((fault) => isOwn(fault, type))] as const,
  );
  expect(caught.filter(([, faults]) => faults.length > 0).map(([name, faults]) => `${name}: ${faults.join("; ")}`)).toMatchInlineSnapshot(`
    [
      "a month 13: Patient.birthDate: no such day",
      "30 February: Patient.birthDate: no such day",
      "a time without offset: Encounter.period.start: a time without offset",
      "an hour 25: Encounter.period.start: no such time",
      "an end before its beginning: Encounter.period: end before start",
      "two values for one choice: MedicationRequest: two of medication[x]",
      "two values for one choice, in an extension: Patient.extension: two of value[x]",
      "an empty list: Patient.photo: empty",
      "an empty object: Patient.maritalStatus: empty",
      "an empty text: Patient.name.family: empty",
      "a null: Patient.birthDate: empty",
      "a reference that is none: Encounter.subject.reference: no reference",
      "a reference that leads nowhere: Encounter.subject.reference: leads nowhere",
      "a reference to the wrong type: Encounter.subject.reference: leads to a Organization",
      "a unit that is not UCUM: Observation.component.valueQuantity.code: no UCUM unit",
      "a LOINC code with a wrong check digit: Observation.code.coding.code: no LOINC code",
      "narrative that is no XHTML: Patient.text.div: no XHTML",
      "base64 that is none: DocumentReference.content.attachment.data: no base64",
      "nothing that says it is synthetic: Patient.meta.tag: does not say that it is synthetic, and of which population",
    ]
  `);
});

test.skipIf(!areThere)("which validator catches which defect", () => {
  const { ajv, medplum, usCore, zod, isUnit } = loadValidators();
  const validators: Readonly<Record<string, Validate>> = { ajv, medplum, "us core": usCore, zod };
  const rows = defects.map(([name, type, path, value]) => {
    const { all, spoilt } = seeded(type, path, value);
    const theirs = Object.entries(validators).map(([, validate]) => (validate(spoilt).length > 0 ? "x" : "."));
    const ours = faultsOf(all, { isUnit }).some((fault) => isOwn(fault, type)) ? "x" : ".";
    return { name, marks: [...theirs, ours] };
  });
  const head = [...Object.keys(validators), "ours"];
  const total = head.map((_, i) => rows.filter(({ marks }) => marks[i] === "x").length);
  const any = rows.filter(({ marks }) => marks.includes("x")).length;
  const table = [
    `${"".padEnd(46)}${head.map((name) => name.padStart(9)).join("")}`,
    ...rows.map(({ name, marks }) => `${name.padEnd(46)}${marks.map((mark) => mark.padStart(9)).join("")}`),
    `${`of ${rows.length}; any ${any}`.padEnd(46)}${total.map((count) => String(count).padStart(9)).join("")}`,
  ].join("\n");
  console.info(table);
  expect(any).toBe(rows.length);
  expect(table).toMatchInlineSnapshot(`
    "                                                    ajv  medplum  us core      zod     ours
    a required element is missing                         .        x        .        x        .
    an element that US Core requires is missing           .        .        x        .        .
    an element that does not exist                        x        x        x        x        .
    a type that does not exist                            x        x        x        x        .
    a code outside a required list                        x        .        .        x        .
    a code outside a required list, in a status           x        .        .        x        .
    text for a number                                     x        x        x        x        .
    a number for text                                     x        x        x        x        .
    text for a boolean                                    x        x        x        x        .
    an object for a list                                  x        x        x        x        .
    a list for an object                                  .        x        .        x        .
    an id of impossible letters                           x        .        .        x        .
    a month 13                                            x        x        x        x        x
    30 February                                           .        .        .        .        x
    a time without offset                                 x        .        .        x        x
    an hour 25                                            x        x        .        x        x
    an end before its beginning                           .        .        .        .        x
    two values for one choice                             .        .        .        .        x
    two values for one choice, in an extension            .        .        .        .        x
    an empty list                                         .        .        .        .        x
    an empty object                                       .        .        .        .        x
    an empty text                                         x        .        .        .        x
    a null                                                x        x        x        x        x
    a reference that is none                              .        .        .        .        x
    a reference that leads nowhere                        .        .        .        .        x
    a reference to the wrong type                         .        .        .        .        x
    a unit that is not UCUM                               .        .        .        .        x
    a LOINC code with a wrong check digit                 .        .        x        .        x
    narrative that is no XHTML                            .        .        .        .        x
    a condition that has ended and is active              .        x        .        .        .
    a dose number 0                                       .        x        .        .        .
    a system with a space                                 x        x        x        x        .
    base64 that is none                                   .        x        .        x        x
    nothing that says it is synthetic                     .        .        .        .        x
    of 34; any 34                                        15       15       11       17       19"
  `);
});
