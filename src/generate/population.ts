import { DeidError } from "../errors.ts";
import { createStream } from "../random/stream.ts";
import type { Provider } from "../record/care.ts";
import type { PatientRecord, SharedRecords } from "../record/record.ts";
import { drawCare } from "./clinical/care.ts";
import { dayOf, isoOf } from "./days.ts";
import { createHealth } from "./health/create-health.ts";
import { recordedAllergies, recordedFamily } from "./health/recorded.ts";
import { writeNotes } from "./notes/write-notes.ts";
import { createPeople } from "./person/person.ts";
import { createPlaces } from "./places.ts";
import type { Profile } from "./profile.ts";
import { createNearestFacility, createSharedRecords } from "./shared-records.ts";
import { createVocabulary } from "./vocabulary.ts";

export interface PopulationOptions {
  readonly seed: string | number;
  /** Nothing that happened later is told: `YYYY-MM-DD`. */
  readonly asOf: string;
}

export interface Population {
  readonly shared: SharedRecords;
  /** Patient `index`, counting from 0: the same whoever else is drawn. */
  patient(index: number): PatientRecord;
}

/**
 * The people of a profile. A patient is a pure function of (profile, seed, index); a later `asOf` adds to a record what
 * happened since, and changes nothing of what was there, from the profile's reference date on.
 * Throws `bad-usage` for an `asOf` that is no date.
 */
export function createPopulation(profile: Profile, options: PopulationOptions): Population {
  const asOf = parseAsOf(options.asOf);
  // A date before the reference date takes its place: somebody must not be born in the future.
  const reference = Math.min(dayOf(profile.reference), asOf);
  const root = createStream(String(options.seed));
  const vocabulary = createVocabulary(root.fork("vocabulary"));
  const places = createPlaces(profile);
  const shared = createSharedRecords(profile, root.fork("shared"), places, vocabulary);
  const nearestFacility = createNearestFacility(shared.facilities);
  const providersOf = new Map(shared.facilities.map(({ id }) => [id, shared.providers.filter(({ facilityId }) => facilityId === id)]));
  const begin = reference - Math.round(profile.history.years * 365.25);
  const personOf = createPeople(root, { profile, reference, begin, asOf, places, vocabulary });
  const patients = root.fork("patient");
  const healths = createHealth(profile, reference);

  return {
    shared,
    patient: (index) => {
      const stream = patients.fork(index);
      const { patient, contacts, coverages, devices, death } = personOf(index);
      const facility = nearestFacility(patient.address);
      const providers = ownFirst(providersOf.get(facility.id)!, index);
      const health = healths.of({ ...patient, birth: dayOf(patient.birthDate) }, stream.fork("health"));
      const told = Math.min(asOf, death - 1);
      const care = drawCare(patient, stream.fork("care"), { profile, health, reference, asOf: told, facility, providers });
      const record = {
        index,
        patient,
        contacts,
        coverages,
        devices,
        appointments: [],
        encounters: care.encounters,
        conditions: care.conditions,
        allergies: recordedAllergies(patient, health, stream.fork("allergy"), told),
        familyHistory: recordedFamily(patient, health, stream.fork("family")),
        orders: [],
        observations: care.observations,
        reports: [],
        procedures: [],
        immunizations: [],
        medications: care.medications,
        claims: [],
        notes: [],
      };
      return { ...record, notes: writeNotes(record, stream.fork("notes"), { profile, facility, providers, complaints: care.complaints }) };
    },
  };
}

/** The patient's own provider first. */
function ownFirst(providers: readonly Provider[], index: number): readonly Provider[] {
  const own = index % providers.length;
  return own === 0 ? providers : [...providers.slice(own), ...providers.slice(0, own)];
}

function parseAsOf(text: string): number {
  const isDate = /^(?:19|20)\d\d-\d\d-\d\d$/.test(text) && isoOf(dayOf(text)) === text;
  if (!isDate) throw new DeidError("bad-usage", "asOf is a date written YYYY-MM-DD, from 1900 to 2099");
  return dayOf(text);
}
