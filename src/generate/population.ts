import { DeidError } from "../errors.ts";
import { createStream } from "../random/stream.ts";
import type { Provider } from "../record/care.ts";
import type { PatientRecord, SharedRecords } from "../record/record.ts";
import { drawCare } from "./clinical/care.ts";
import { drawCoverages } from "./coverage.ts";
import { dayOf, isoOf } from "./days.ts";
import { createAges, createOrigins } from "./demography.ts";
import { writeNotes } from "./notes/write-notes.ts";
import { drawDevices, drawPatient } from "./patient.ts";
import { drawContact } from "./people.ts";
import { createPlaces } from "./places.ts";
import type { Profile } from "./profile.ts";
import { createNearestFacility, createSharedRecords } from "./shared-records.ts";
import { uniqueNumber } from "./unique-number.ts";
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
  const places = createPlaces(profile.people.states);
  const shared = createSharedRecords(profile, root.fork("shared"), places, vocabulary);
  const nearestFacility = createNearestFacility(shared.facilities);
  const providersOf = new Map(shared.facilities.map(({ id }) => [id, shared.providers.filter(({ facilityId }) => facilityId === id)]));
  const setting = {
    profile,
    reference,
    vocabulary,
    drawPlace: places.draw,
    drawAge: createAges(profile.people.ages),
    drawOrigin: createOrigins(),
  };
  const patients = root.fork("patient");
  const mrns = root.fork("mrn");

  return {
    shared,
    patient: (index) => {
      const stream = patients.fork(index);
      const { patient, age } = drawPatient(stream.fork("person"), uniqueNumber(mrns, index), setting);
      const contacts = [drawContact(patient, stream.fork("contact"), reference)];
      const facility = nearestFacility(patient.address);
      const providers = ownFirst(providersOf.get(facility.id)!, index);
      const care = drawCare(patient, stream.fork("care"), { profile, reference, asOf, facility, providers });
      const record = {
        index,
        patient,
        contacts,
        coverages: drawCoverages(patient, stream.fork("coverage"), reference, age),
        devices: drawDevices(patient, age, stream.fork("device"), setting),
        appointments: [],
        encounters: care.encounters,
        conditions: care.conditions,
        allergies: [],
        familyHistory: [],
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
