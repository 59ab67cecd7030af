import type { PatientRecord, SharedRecords } from "../../../record/record.ts";
import { createDirectory, type Directory } from "./chart.ts";
import { derivedId } from "./derived-id.ts";
import { createMetas, type Source } from "./meta.ts";
import { writeRecord } from "./record.ts";
import { type Resource, referInBundle } from "./resource.ts";
import { facilityResources, payerResource, providerResources } from "./shared.ts";
import { entryOf, textOf } from "./text.ts";

export interface Setting extends Source {
  readonly shared: SharedRecords;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
}

export interface Lines {
  readonly text: string;
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * Gives one transaction Bundle a record, on a line: whole in itself, with the organizations and practitioners that it
 * refers to, each resource under the id that it has in every other bundle too.
 */
export function createBundleWriter({ shared, asOf, ...source }: Setting): (record: PatientRecord) => Lines {
  const metas = createMetas(source);
  const directory = createDirectory(shared, referInBundle, metas);
  const sharedEntries = createSharedEntries(directory);
  return (record) => {
    const counts = new Map<string, number>();
    const entries: string[] = [];
    const count = (type: string): void => {
      counts.set(type, (counts.get(type) ?? 0) + 1);
    };
    for (const { type, text } of sharedEntries(record)) {
      count(type);
      entries.push(text);
    }
    writeRecord(record, directory, asOf, (resource, spelling) => {
      count(resource.resourceType);
      entries.push(entryOf(resource, textOf(resource, spelling)));
    });
    const head = { resourceType: "Bundle", id: derivedId(record.patient.id, "bundle"), meta: metas(undefined), type: "transaction" };
    return { text: `${JSON.stringify(head).slice(0, -1)},"entry":[${entries.join(",")}]}\n`, counts };
  };
}

interface SharedEntry {
  readonly type: string;
  readonly text: string;
}

/** The entries of those that a record refers to, in the order in which it does; each is written once in a run. */
function createSharedEntries(directory: Directory): (record: PatientRecord) => Iterable<SharedEntry> {
  const written = new Map<string, readonly SharedEntry[]>();
  const entriesOf = (id: string, resources: () => readonly Resource[]): readonly SharedEntry[] => {
    let entries = written.get(id);
    if (!entries) {
      entries = resources().map((resource) => ({ type: resource.resourceType, text: entryOf(resource, textOf(resource)) }));
      written.set(id, entries);
    }
    return entries;
  };
  return (record) => {
    const providers = new Set<string>();
    const facilities = new Set<string>();
    for (const list of [record.encounters, record.appointments]) {
      for (const { providerId, facilityId } of list) {
        providers.add(providerId);
        facilities.add(facilityId);
      }
    }
    for (const list of [record.orders, record.procedures, record.notes]) for (const { providerId } of list) providers.add(providerId);
    for (const id of providers) facilities.add(directory.provider(id).facilityId);
    const payers = new Set(record.coverages.map(({ payer }) => directory.payer(payer)).filter((payer) => payer !== undefined));
    return [
      ...[...payers].flatMap((payer) => entriesOf(payer.id, () => [payerResource(payer, directory)])),
      ...[...facilities].flatMap((id) => entriesOf(id, () => facilityResources(directory.facility(id), directory))),
      ...[...providers].flatMap((id) => entriesOf(id, () => providerResources(directory.provider(id), directory))),
    ];
  };
}
