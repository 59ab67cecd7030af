import type { PatientRecord } from "../../../record/record.ts";
import type { Setting } from "./bundles.ts";
import { createDirectory } from "./chart.ts";
import { createMetas } from "./meta.ts";
import { writeRecord } from "./record.ts";
import { type Resource, type ResourceType, referRelative } from "./resource.ts";
import { facilityResources, payerResource, providerResources } from "./shared.ts";
import { textOf } from "./text.ts";

/** Lines of resources by type, and how many of each. */
export interface BulkLines {
  readonly texts: ReadonlyMap<ResourceType, string>;
  readonly counts: ReadonlyMap<ResourceType, number>;
}

export interface BulkWriter {
  shared(): BulkLines;
  record(record: PatientRecord): BulkLines;
}

/** Gives resources as a Bulk Data export has them: a line each, apart by type, with relative references. */
export function createBulkWriter({ shared, asOf, ...source }: Setting): BulkWriter {
  const directory = createDirectory(shared, referRelative, createMetas(source));
  return {
    shared: () =>
      gather((take) => {
        for (const facility of shared.facilities) for (const resource of facilityResources(facility, directory)) take(resource);
        for (const provider of shared.providers) for (const resource of providerResources(provider, directory)) take(resource);
        for (const payer of shared.payers) take(payerResource(payer, directory));
      }),
    record: (record) => gather((take) => writeRecord(record, directory, asOf, take)),
  };
}

function gather(write: (take: (resource: Resource, spelling?: readonly [string, string]) => void) => void): BulkLines {
  const texts = new Map<ResourceType, string>();
  const counts = new Map<ResourceType, number>();
  write((resource, spelling) => {
    const { resourceType } = resource;
    texts.set(resourceType, `${texts.get(resourceType) ?? ""}${textOf(resource, spelling)}\n`);
    counts.set(resourceType, (counts.get(resourceType) ?? 0) + 1);
  });
  return { texts, counts };
}
