import { expect, test } from "vitest";
import { derivedId } from "../../../src/formats/fhir/write/derived-id.ts";
import { createBulkWriter, createBundleWriter, patientTypes, sharedTypes } from "../../../src/formats/fhir/write/index.ts";
import { zoneOf } from "../../../src/formats/fhir/write/zone.ts";
import { generate } from "../../../src/generate/generate.ts";
import { createPopulation } from "../../../src/generate/population.ts";
import { tiny } from "../../generate/shipped.ts";
import { recordByHand, sharedByHand } from "./by-hand.ts";
import type { Json } from "./faults.ts";
import { bulkOf, bundleOf } from "./support.ts";

const source = { seed: "a seed", profile: "by-hand", profileDigest: "0123456789abcdef", asOf: "2026-03-31", shared: sharedByHand };
const bulk = bulkOf();
const first = (type: string, holds: (resource: Json) => boolean = () => true): Json => {
  const { meta: _, ...rest } = bulk.find((resource) => resource.resourceType === type && holds(resource))!;
  return rest;
};

test("a resource says that it is synthetic, of which population, and which profile it follows", () => {
  expect(bulk.find(({ resourceType }) => resourceType === "Patient")!.meta).toEqual({
    profile: ["http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient"],
    tag: [
      { system: "http://terminology.hl7.org/CodeSystem/v3-ActReason", code: "HTEST", display: "test health data" },
      { system: "https://scrubjay.example/fhir/population", code: "by-hand@0123456789abcdef/a%20seed" },
    ],
    security: [{ system: "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", code: "R", display: "restricted" }],
  });
});

test.each(["", "a  b\n", "é 漢", "\ud800"])("a seed of any text gives a code: %j", (seed) => {
  const { text } = createBundleWriter({ ...source, seed })(recordByHand);
  const { tag } = JSON.parse(text).meta;
  expect(tag[1].code).toMatch(/^by-hand@0123456789abcdef\/[\x21-\x7e]*$/);
});

test("two pressures of one moment are one blood pressure, whose components keep their ids", () => {
  const pressures = bulk.filter(({ code }) => (code as Json | undefined)?.text === "Blood pressure");
  expect(pressures.map(({ effectiveDateTime, component }) => ({ effectiveDateTime, component }))).toEqual([
    {
      effectiveDateTime: "2024-07-04T23:40:00-04:00",
      component: [
        {
          id: recordByHand.observations[0]!.id,
          code: {
            coding: [{ system: "http://loinc.org", code: "8480-6", display: "Systolic blood pressure" }],
            text: "Systolic blood pressure",
          },
          valueQuantity: { value: 132, unit: "mm[Hg]", system: "http://unitsofmeasure.org", code: "mm[Hg]" },
        },
        {
          id: recordByHand.observations[1]!.id,
          code: {
            coding: [{ system: "http://loinc.org", code: "8462-4", display: "Diastolic blood pressure" }],
            text: "Diastolic blood pressure",
          },
          valueQuantity: { value: 84, unit: "mm[Hg]", system: "http://unitsofmeasure.org", code: "mm[Hg]" },
        },
      ],
    },
    {
      effectiveDateTime: "2024-07-05T08:00:00-04:00",
      component: [
        expect.objectContaining({ id: recordByHand.observations[9]!.id }),
        {
          code: { coding: [{ system: "http://loinc.org", code: "8462-4", display: "Diastolic blood pressure" }] },
          dataAbsentReason: {
            coding: [{ system: "http://terminology.hl7.org/CodeSystem/data-absent-reason", code: "unknown", display: "Unknown" }],
          },
        },
      ],
    },
  ]);
});

test("readings that come twice are two blood pressures", () => {
  const twice = {
    ...recordByHand,
    observations: recordByHand.observations.flatMap((each) => [each, { ...each, id: `9${each.id.slice(1)}` }]),
  };
  const components = bulkOf([twice]).flatMap(({ code, component }) =>
    (code as Json | undefined)?.text === "Blood pressure"
      ? [(component as readonly Json[]).map(({ valueQuantity }) => (valueQuantity as Json | undefined)?.value)]
      : [],
  );
  expect(components).toEqual([
    [132, 84],
    [132, 84],
    [128, undefined],
    [128, undefined],
  ]);
});

test("a number keeps the zeros that were measured", () => {
  const lines = createBulkWriter(source).record(recordByHand).texts.get("Observation")!.split("\n");
  const written = (code: string): string | undefined =>
    /"valueQuantity":\{"value":([\d.]+)/.exec(lines.find((line) => line.includes(`"${code}"`))!)?.[1];
  expect([written("8310-5"), written("2160-0"), written("4548-4"), written("39156-5"), written("2345-7")]).toEqual([
    "38.0",
    "0.90",
    "7.1",
    "26.9",
    "141",
  ]);
});

test("what was not measured says so", () => {
  const absent = first("Observation", ({ dataAbsentReason }) => dataAbsentReason !== undefined);
  expect(Object.keys(absent).filter((member) => member.startsWith("value"))).toEqual([]);
  expect(absent.dataAbsentReason).toMatchObject({ coding: [{ code: "not-performed" }] });
});

test("a result stands against its limits", () => {
  const potassium = first("Observation", ({ code }) => JSON.stringify(code).includes("2823-3"));
  expect(potassium).toMatchObject({
    valueQuantity: { value: 3.1 },
    interpretation: [{ coding: [{ code: "L" }] }],
    referenceRange: [{ low: { value: 3.5, unit: "mmol/L" }, high: { value: 5.1, unit: "mmol/L" } }],
    basedOn: [{ reference: `ServiceRequest/${recordByHand.orders[0]!.id}` }],
  });
});

test("a stay tells its beds, where the patient came from and went to", () => {
  expect(first("Encounter", ({ hospitalization }) => hospitalization !== undefined)).toMatchObject({
    class: { code: "IMP" },
    hospitalization: {
      admitSource: { coding: [{ code: "emd" }], text: "emergency" },
      dischargeDisposition: { coding: [{ code: "home" }], text: "home health" },
    },
    location: [
      { location: { display: "ICU, room 2, bed A" }, period: { start: "2024-07-04T23:30:00-04:00", end: "2024-07-05T12:00:00-04:00" } },
      { location: { display: "Medicine 4 West, room 412, bed B" } },
    ],
  });
});

test("a note is whole in its attachment", () => {
  const { content, type } = first("DocumentReference") as { content: readonly { attachment: { data: string } }[]; type: unknown };
  expect(Buffer.from(content[0]!.attachment.data, "base64").toString("utf8")).toBe(recordByHand.notes[0]!.text);
  expect(type).toMatchObject({ coding: [{ system: "http://loinc.org", code: "18842-5" }], text: "Discharge summary" });
});

test("every resource of a record is the target of one provenance", () => {
  const own = bundleOf().entry.map(({ resource }) => resource);
  const targets = own.flatMap((resource) =>
    resource.resourceType === "Provenance" ? (resource.target as readonly { reference: string }[]) : [],
  );
  const shared = new Set(["Organization", "Location", "Practitioner", "PractitionerRole", "Provenance"]);
  expect(targets.map(({ reference }) => reference).sort()).toEqual(
    own
      .filter(({ resourceType }) => !shared.has(String(resourceType)))
      .map(({ id }) => `urn:uuid:${id}`)
      .sort(),
  );
});

test("what an encounter left behind is the same on a later day", () => {
  const told = (asOf: string): ReadonlyMap<unknown, Json> => {
    const { shared, patient } = createPopulation(tiny, { seed: "time", asOf });
    const writer = createBulkWriter({ ...source, shared, asOf });
    const texts = [0, 1, 2, 3].flatMap((index) => [...writer.record(patient(index)).texts]);
    const lasting = texts.filter(([type]) => ["Encounter", "Observation", "DocumentReference", "Procedure", "Immunization"].includes(type));
    return new Map(
      lasting
        .flatMap(([, text]) =>
          text
            .trimEnd()
            .split("\n")
            .map((line) => JSON.parse(line) as Json),
        )
        .map((each) => [each.id, each]),
    );
  };
  const later = told("2027-03-31");
  const earlier = told("2026-03-31");
  expect(earlier.size).toBeGreaterThan(50);
  expect(later.size).toBeGreaterThan(earlier.size);
  for (const [id, resource] of earlier) expect(later.get(id)).toEqual(resource);
});

test("the counts are those of the files, and every file is there", async () => {
  const files = new Map<string, string>();
  const made = await generate({
    profile: tiny,
    seed: "counts",
    asOf: "2026-03-31",
    patients: 4,
    formats: ["fhir", "fhir-bulk"],
    gold: false,
    sink: (file) => {
      files.set(file, "");
      return { write: (text) => void files.set(file, files.get(file)! + text) };
    },
  });
  const lines = (file: string): string[] => files.get(file)!.split("\n").slice(0, -1);
  const bundled: Record<string, number> = {};
  for (const line of lines("bundles.ndjson")) {
    for (const { resource } of JSON.parse(line).entry) bundled[resource.resourceType] = (bundled[resource.resourceType] ?? 0) + 1;
  }
  const inBulk = [...files.keys()].filter((file) => file !== "bundles.ndjson" && lines(file).length > 0);
  expect(made.counts).toEqual({
    fhir: bundled,
    "fhir-bulk": Object.fromEntries(inBulk.map((file) => [file.replace(".ndjson", ""), lines(file).length])),
  });
  expect(files.size).toBe(1 + sharedTypes.length + patientTypes.length);
});

test("an id that is derived is a UUID, the same for the same, another for another", () => {
  const ids = Array.from({ length: 20_000 }, (_, i) => derivedId(`00000000-0000-8000-8000-${String(i).padStart(12, "0")}`, "provenance"));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(0, 500)) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(derivedId("x", "role")).toBe(derivedId("x", "role"));
  expect(derivedId("x", "role")).not.toBe(derivedId("x", "location"));
});

test.each([
  ["OH", "2024-01-15T10:00:00", "-05:00"],
  ["OH", "2024-03-10T01:59:59", "-05:00"],
  ["OH", "2024-03-10T02:00:00", "-04:00"],
  ["OH", "2024-11-03T01:59:59", "-04:00"],
  ["OH", "2024-11-03T02:00:00", "-05:00"],
  ["CA", "2006-04-02T02:00:00", "-07:00"],
  ["CA", "2006-10-29T02:00:00", "-08:00"],
  ["TX", "1975-07-01T00:00:00", "-05:00"],
  ["TX", "1960-07-01T00:00:00", "-06:00"],
  ["AZ", "2024-07-01T00:00:00", "-07:00"],
  ["HI", "2024-07-01T00:00:00", "-10:00"],
  ["PR", "2024-07-01T00:00:00", "-04:00"],
  ["GU", "2024-07-01T00:00:00", "+10:00"],
])("in %s, %s is %s from UTC", (state, local, offset) => {
  expect(zoneOf(state)(local)).toBe(local + offset);
});
