import { expect, test } from "vitest";
import { editReference } from "../../src/deidentify/reference.ts";

const edit = (id: string): string => `<${id.length}>`;

test.each([
  ["Patient/123", "Patient/<3>"],
  ["Patient/123/_history/2", "Patient/<3>"],
  ["https://ehr.mercy.example/fhir/Patient/123", "Patient/<3>"],
  ["urn:uuid:9d188916-8390-282b-3ec2-73fce6e08649", "urn:uuid:<36>"],
  ["Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|9999999984", "Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|<10>"],
  ["4711", "<4>"],
  ["#med0319", "#med0319"],
])("%s becomes %s", (value, expected) => {
  expect(editReference(value, edit)).toBe(expected);
});

test("what is removed is removed whole", () => {
  expect(editReference("Patient/123", () => null)).toBeNull();
});
