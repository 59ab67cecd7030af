import { expect, test } from "vitest";
import { loadProfile } from "../../../src/generate/load-profile.ts";
import { profileText } from "../../generate/shipped.ts";
import { fullRecord, fullShared } from "../../support/full-record.ts";
import type { Json } from "./faults.ts";
import { bulkOf, recordsOf, tinyRecords } from "./support.ts";
import { never, usCore } from "./us-core.ts";
import { claimed, neverGiven, usCoreFaults } from "./us-core-faults.ts";

const byHand = bulkOf();
const generated = [tinyRecords(12), recordsOf(loadProfile(profileText("edge-cases"), "edge-cases", profileText), 20)].map(
  ({ records, shared }) => bulkOf(records, shared),
);
const exports: readonly (readonly Json[])[] = [byHand, bulkOf([fullRecord], fullShared), ...generated];

function faultsIn(resources: readonly Json[]): readonly string[] {
  const types = new Map(resources.map(({ id, resourceType }) => [String(id), String(resourceType)]));
  return [...new Set(resources.flatMap((resource) => usCoreFaults(resource, (id) => types.get(id))))];
}

test("what claims a profile of US Core 6.1.0 has what the profile asks for", () => {
  for (const resources of exports) expect(faultsIn(resources)).toEqual([]);
  expect(new Set(exports.flat().flatMap(claimed))).toEqual(new Set(Object.keys(usCore)));
});

test("what a server must support occurs, but for what a record does not know", () => {
  expect(neverGiven(exports.flat())).toEqual(Object.keys(never));
});

test.each<readonly [string, string, string, unknown, string]>([
  ["no name", "Patient", "name", undefined, "us-core-patient: no name"],
  ["an identifier without a system", "Patient", "identifier.1.system", undefined, "us-core-patient: no identifier.system"],
  ["an ethnicity of another list", "Patient", "extension.1.extension.0.valueCoding.code", "2148-5", "valueCoding.code: not among"],
  ["an ethnicity without words", "Patient", "extension.1.extension.1", { url: "other" }, "extension[text].valueString"],
  ["a diagnosis without its category", "Condition", "category.0.coding.0.code", "diagnosis", "no category.coding.code="],
  ["a state of no list", "Condition", "clinicalStatus.coding.0.code", "over", "clinicalStatus.coding.code: not among"],
  ["a prescription that nobody ordered", "MedicationRequest", "requester", undefined, "us-core-medicationrequest: no requester"],
  ["a dispense without its day", "MedicationDispense", "whenHandedOver", undefined, "us-core-medicationdispense: no whenHandedOver"],
  ["a pressure in another unit", "Observation", "component.0.valueQuantity.code", "kPa", "component.valueQuantity.code: not among mm[Hg]"],
  ["a panel with one component", "Observation", "component.1.code.coding.0.code", "8478-0", "no component.code.coding.code=8462-4"],
  ["a category that is none", "Observation", "category.0.coding.0.code", "exam", "no category.coding.code=vital-signs"],
  ["a report without a time", "DiagnosticReport", "issued", undefined, "no issued"],
  [
    "a result that is a patient",
    "DiagnosticReport",
    "subject.reference",
    "Organization/f0000000-0000-8000-8000-000000000001",
    "subject: leads to Organization",
  ],
  ["a coverage without a number", "Coverage", "subscriberId", undefined, ""],
  [
    "a note of a system that is not LOINC",
    "DocumentReference",
    "type.coding.0.system",
    "http://snomed.info/sct",
    "type.coding.system: not among",
  ],
  ["an agent without a type", "Provenance", "agent.0.type", undefined, "us-core-provenance: no agent.type"],
  ["a specimen of nothing", "Specimen", "type", undefined, "us-core-specimen: no type"],
  ["a profile that does not exist", "Encounter", "meta.profile.0", "http://x/us-core-visit", "us-core-visit: unknown"],
  ["a profile of another type", "Encounter", "meta.profile.0", "http://x/us-core-patient", "us-core-patient: a Encounter"],
])("%s is found", (_, type, path, value, fault) => {
  const resources = structuredClone(byHand) as Record<string, unknown>[];
  const isOne = (each: Record<string, unknown>): boolean => {
    if (each.resourceType !== type) return false;
    if (type === "Observation") return each.component !== undefined;
    return claimed(each).length > 0;
  };
  const spoilt = resources.find(isOne)!;
  const steps = path.split(".");
  const last = steps.pop()!;
  let place: Record<string, unknown> = spoilt;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  if (fault === "") {
    // Its member number says it too; without both, nothing does.
    expect(faultsIn(resources)).toEqual([]);
    delete spoilt.identifier;
    expect(faultsIn(resources)).toContain("us-core-coverage: no subscriberId/identifier.type.coding.code=MB");
  } else expect(faultsIn(resources).join("\n")).toContain(fault);
});

test("an element that no resource has is seen as missing", () => {
  const without = exports.flat().filter(({ resourceType }) => resourceType !== "Specimen");
  expect(neverGiven(without)).toEqual(expect.arrayContaining(["us-core-specimen type", "us-core-specimen subject"]));
});
