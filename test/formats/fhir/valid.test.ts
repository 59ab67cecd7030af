import { describe, expect, test } from "vitest";
import { patientTypes, sharedTypes } from "../../../src/formats/fhir/write/index.ts";
import { loadProfile } from "../../../src/generate/load-profile.ts";
import { profileText } from "../../generate/shipped.ts";
import { fullRecord, fullShared } from "../../support/full-record.ts";
import { faultsOf, type Json } from "./faults.ts";
import { bulkOf, bundleOf, type Population, recordsOf, tinyRecords } from "./support.ts";
import { areThere, loadValidators } from "./validators.ts";

const generated = tinyRecords(12);
const [edges, dirty] = ["edge-cases", "dirty-data"].map((name) => recordsOf(loadProfile(profileText(name), name, profileText), 12)) as [
  Population,
  Population,
];
const sets: readonly (readonly [string, readonly Json[]])[] = [
  ["a record by hand, as a bundle", resourcesOf(bundleOf())],
  ["a record by hand, in bulk", bulkOf()],
  ["another record by hand, as a bundle", resourcesOf(bundleOf(fullRecord, fullShared))],
  ["generated records, in bulk", bulkOf(generated.records, generated.shared)],
  ["hard cases, in bulk", bulkOf(edges.records, edges.shared)],
  ["dirty data, in bulk", bulkOf(dirty.records, dirty.shared)],
  ...generated.records.map((record, i) => [`generated bundle ${i}`, resourcesOf(bundleOf(record, generated.shared))] as const),
];

function resourcesOf(bundle: { readonly entry: readonly { readonly resource: Json }[] }): Json[] {
  return bundle.entry.map(({ resource }) => resource);
}

test("the record by hand becomes every type of resource", () => {
  expect(new Set(sets[0]![1].map(({ resourceType }) => resourceType))).toEqual(new Set([...sharedTypes, ...patientTypes]));
});

test("dates, choices, references, units, codes and tags are sound", () => {
  // What a profile declares to be wrong is wrong in FHIR too.
  const declared = (name: string, fault: string): boolean => name.startsWith("dirty") && / before (?:start|birthDate)$/.test(fault);
  for (const [name, resources] of sets) {
    expect([name, faultsOf(resources).filter((fault) => !declared(name, fault))]).toEqual([name, []]);
  }
});

test("a bundle is a transaction that puts each resource under its own id", () => {
  for (const bundle of [bundleOf(), ...generated.records.map((record) => bundleOf(record, generated.shared))]) {
    expect(bundle.type).toBe("transaction");
    for (const { fullUrl, resource, request } of bundle.entry) {
      expect([fullUrl, request]).toEqual([`urn:uuid:${resource.id}`, { method: "PUT", url: `${resource.resourceType}/${resource.id}` }]);
    }
  }
});

test("a bundle and a bulk export hold the same, but for references and for who is not referred to", () => {
  const relative = (resource: Json, all: readonly Json[]): unknown => {
    const types = new Map(all.map(({ id, resourceType }) => [id, resourceType]));
    return JSON.parse(JSON.stringify(resource).replace(/urn:uuid:([0-9a-f-]{36})/g, (_, id) => `${types.get(id)}/${id}`));
  };
  const bundled = sets[0]![1];
  const bulk = new Map(bulkOf().map((resource) => [resource.id, resource]));
  for (const resource of bundled) expect(relative(resource, bundled)).toEqual(bulk.get(resource.id));
});

/** What US Core 6.1.0 makes mandatory beyond R4, by profile; of vital signs by the profile that they build on. */
const mandatory: Readonly<Record<string, readonly string[]>> = {
  "us-core-patient": ["identifier.0.system", "identifier.0.value", "name.0.family", "gender"],
  "us-core-allergyintolerance": ["code", "clinicalStatus"],
  "us-core-condition-encounter-diagnosis": ["category", "code", "encounter"],
  "us-core-condition-problems-health-concerns": ["category", "code"],
  "us-core-coverage": ["relationship", "subscriberId", "payor.0"],
  "us-core-diagnosticreport-lab": ["category", "subject", "effectiveDateTime", "issued"],
  "us-core-diagnosticreport-note": ["category", "subject", "effectiveDateTime"],
  "us-core-documentreference": ["category", "subject", "type", "content.0.attachment.contentType", "content.0.attachment.data"],
  "us-core-encounter": ["type", "subject", "class"],
  "us-core-immunization": ["status", "vaccineCode", "patient", "occurrenceDateTime"],
  "us-core-implantable-device": ["type", "patient", "udiCarrier.0.deviceIdentifier"],
  "us-core-location": ["name"],
  "us-core-medicationdispense": ["medicationCodeableConcept", "subject", "whenHandedOver"],
  "us-core-medicationrequest": ["medicationCodeableConcept", "subject", "requester"],
  "us-core-observation-lab": ["category", "code", "subject"],
  "us-core-organization": ["active", "name"],
  "us-core-practitioner": ["identifier.0.system", "identifier.0.value", "name.0.family"],
  "us-core-practitionerrole": ["telecom"],
  "us-core-procedure": ["status", "code", "subject", "performedPeriod"],
  "us-core-provenance": ["target.0.reference", "agent.0.who", "agent.0.onBehalfOf"],
  "us-core-relatedperson": ["active", "patient", "relationship"],
  "us-core-servicerequest": ["code", "subject", "intent"],
  "us-core-simple-observation": ["category", "code", "subject"],
  "us-core-smokingstatus": ["category", "code", "subject", "effectiveDateTime", "valueCodeableConcept"],
};
const vitalSign = ["category", "code", "subject", "effectiveDateTime"];

test("what US Core makes mandatory is there", () => {
  const claimed = new Set<string>();
  const missing = new Set<string>();
  for (const resource of sets.flatMap(([, resources]) => resources)) {
    for (const url of (resource.meta as { profile?: readonly string[] }).profile ?? []) {
      const name = url.slice(url.lastIndexOf("/") + 1);
      claimed.add(name);
      for (const path of mandatory[name] ?? vitalSign) {
        const found = path.split(".").reduce<unknown>((place, step) => (place as Json | undefined)?.[step], resource);
        if (found === undefined) missing.add(`${name}: ${path}`);
      }
    }
  }
  expect([...missing]).toEqual([]);
  expect([...claimed]).toEqual(expect.arrayContaining(Object.keys(mandatory)));
});

const hl7 = "http://terminology.hl7.org/CodeSystem/";

describe.skipIf(!areThere)("validators that are not ours find no fault", () => {
  const { ajv, medplum, usCore, zod, isUnit, displayOf } = areThere ? loadValidators() : ({} as ReturnType<typeof loadValidators>);
  const all = sets.flatMap(([, resources]) => resources);

  test.each([
    ["the official schema, with ajv", () => ajv],
    ["@medplum/core", () => medplum],
    ["@medplum/core with US Core's profiles", () => usCore],
    ["@solarahealth/fhir-r4, a zod schema", () => zod],
  ] as const)("%s", (_, validate) => {
    const found = new Set<string>();
    for (const resource of all) for (const finding of validate()(resource)) found.add(`${resource.resourceType}: ${finding}`);
    expect([...found]).toEqual([]);
  });

  test("a whole bundle, too", () => {
    expect([...ajv(bundleOf()), ...medplum(bundleOf()), ...zod(bundleOf())]).toEqual([]);
  });

  test("@lhncbc/ucum-lhc reads every unit", () => {
    expect(faultsOf(sets[0]![1], { isUnit })).toEqual([]);
  });

  test("HL7 knows every code of its systems by the name that it is given", () => {
    expect([displayOf(`${hl7}v3-ActCode`, "AMB"), displayOf(`${hl7}v3-ActCode`, "AMBB")]).toEqual(["ambulatory", undefined]);
    const wrong = new Set<string>();
    const seen = new Set<string>();
    const walk = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      const { system, code, display } = value as Json;
      if (typeof system === "string" && typeof code === "string" && system.startsWith(hl7)) {
        seen.add(`${system} ${code}`);
        const known = displayOf(system, code);
        if (known === undefined || (display !== undefined && known !== display)) wrong.add(`${system} ${code} ${display}: ${known}`);
      }
      Object.values(value).forEach(walk);
    };
    all.forEach(walk);
    expect([...wrong]).toEqual([]);
    expect(seen.size).toBeGreaterThan(50);
  });
});
