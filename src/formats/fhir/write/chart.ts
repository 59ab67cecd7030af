import type { Encounter, Facility, Provider } from "../../../record/care.ts";
import type { Observation } from "../../../record/health.ts";
import type { Payer } from "../../../record/patient.ts";
import type { PatientRecord, SharedRecords } from "../../../record/record.ts";
import { derivedId } from "./derived-id.ts";
import type { Metas } from "./meta.ts";
import type { Refer, Reference } from "./resource.ts";
import { type Zone, zoneOf } from "./zone.ts";

/** What the writers of a population's resources have at hand. */
export interface Directory {
  readonly refer: Refer;
  readonly metas: Metas;
  facility(id: string): Facility;
  provider(id: string): Provider;
  /** By the name that a coverage calls it. */
  payer(name: string): Payer | undefined;
  zone(state: string): Zone;
}

export function createDirectory(shared: SharedRecords, refer: Refer, metas: Metas): Directory {
  const facilities = new Map(shared.facilities.map((facility) => [facility.id, facility]));
  const providers = new Map(shared.providers.map((provider) => [provider.id, provider]));
  const payers = new Map(shared.payers.map((payer) => [payer.name, payer]));
  const zones = new Map<string, Zone>();
  return {
    refer,
    metas,
    facility: (id) => found(facilities.get(id)),
    provider: (id) => found(providers.get(id)),
    payer: (name) => payers.get(name),
    zone: (state) => {
      let zone = zones.get(state);
      if (!zone) {
        zone = zoneOf(state);
        zones.set(state, zone);
      }
      return zone;
    },
  };
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("unreachable: a record refers to somebody that the population does not share");
  return value;
}

/** One patient's record as its resources refer to it: each reference is made once. */
export interface Chart {
  readonly record: PatientRecord;
  readonly directory: Directory;
  readonly patient: Reference;
  /** Of the patient's home. */
  readonly home: Zone;
  /** Undefined for an encounter that is not in the record. */
  visit(encounterId: string | undefined): Visit | undefined;
  observation(id: string): Observation | undefined;
}

export interface Visit {
  readonly encounter: Encounter;
  readonly reference: Reference;
  readonly provider: Reference;
  readonly organization: Reference;
  readonly location: Reference;
  /** Of the facility. */
  readonly zone: Zone;
}

export function openChart(record: PatientRecord, directory: Directory): Chart {
  const { refer } = directory;
  const visits = new Map<string, Visit>();
  for (const encounter of record.encounters) visits.set(encounter.id, openVisit(encounter, directory));
  const observations = new Map(record.observations.map((observation) => [observation.id, observation]));
  return {
    record,
    directory,
    patient: refer("Patient", record.patient.id),
    home: directory.zone(record.patient.address.state),
    visit: (id) => (id === undefined ? undefined : visits.get(id)),
    observation: (id) => observations.get(id),
  };
}

function openVisit(encounter: Encounter, { refer, facility, zone }: Directory): Visit {
  return {
    encounter,
    reference: refer("Encounter", encounter.id),
    provider: refer("Practitioner", encounter.providerId),
    organization: refer("Organization", encounter.facilityId),
    location: refer("Location", locationId(encounter.facilityId)),
    zone: zone(facility(encounter.facilityId).address.state),
  };
}

/** A facility is an Organization with one Location. */
export const locationId = (facilityId: string): string => derivedId(facilityId, "location");
