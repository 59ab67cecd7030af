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
    return JSON.parse(
      JSON.stringify(resource).replace(/"reference":"urn:uuid:([0-9a-f-]{36})/g, (_, id) => `"reference":"${types.get(id)}/${id}`),
    );
  };
  const bundled = sets[0]![1];
  const bulk = new Map(bulkOf().map((resource) => [resource.id, resource]));
  for (const resource of bundled) expect(relative(resource, bundled)).toEqual(bulk.get(resource.id));
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
    // US Core asked for it in each until 6.0.0, since then of what was ordered alone (us-core-21).
    found.delete("MedicationRequest: Missing required property (MedicationRequest.requester)");
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
