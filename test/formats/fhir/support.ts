import { createBulkWriter, createBundleWriter } from "../../../src/formats/fhir/write/index.ts";
import { createPopulation } from "../../../src/generate/population.ts";
import type { Profile } from "../../../src/generate/profile.ts";
import type { PatientRecord, SharedRecords } from "../../../src/record/record.ts";
import { tiny } from "../../generate/shipped.ts";
import { recordByHand, sharedByHand } from "./by-hand.ts";
import type { Json } from "./faults.ts";

const source = { seed: "a seed", profile: "by-hand", profileDigest: "0123456789abcdef", asOf: "2026-03-31" };

export interface Entry {
  readonly fullUrl: string;
  readonly resource: Json;
  readonly request: { readonly method: string; readonly url: string };
}

export function bundleOf(
  record: PatientRecord = recordByHand,
  shared: SharedRecords = sharedByHand,
): Json & { readonly entry: readonly Entry[] } {
  return JSON.parse(createBundleWriter({ ...source, shared })(record).text);
}

/** The resources of a Bulk Data export, files one after the other. */
export function bulkOf(records: readonly PatientRecord[] = [recordByHand], shared: SharedRecords = sharedByHand): Json[] {
  const writer = createBulkWriter({ ...source, shared });
  const parts = [writer.shared(), ...records.map(writer.record)];
  return parts.flatMap(({ texts }) =>
    [...texts.values()].flatMap((text) =>
      text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Json),
    ),
  );
}

export interface Population {
  readonly records: readonly PatientRecord[];
  readonly shared: SharedRecords;
}

export function recordsOf(profile: Profile, patients: number): Population {
  const population = createPopulation(profile, { seed: "fhir", asOf: "2026-03-31" });
  return { records: Array.from({ length: patients }, (_, index) => population.patient(index)), shared: population.shared };
}

export const tinyRecords = (patients: number): Population => recordsOf(tiny, patients);
