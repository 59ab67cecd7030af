import { DeidError } from "../errors.ts";
import { createStream, type Stream } from "../random/stream.ts";
import type { Provider } from "../record/care.ts";
import type { Patient, Sex } from "../record/patient.ts";
import type { PatientRecord, SharedRecords } from "../record/record.ts";
import { createCare } from "./care/course.ts";
import { isGeneralist } from "./care/specialists.ts";
import { ageOn, type Day, dayOf, isoOf } from "./days.ts";
import { createHealth } from "./health/create-health.ts";
import { aboutWhen } from "./health/family.ts";
import type { Health, RelativeCondition } from "./health/health.ts";
import { recordedAllergies, recordedFamily } from "./health/recorded.ts";
import { createNotes } from "./notes/write-notes.ts";
import { createPeople, type Person } from "./person/person.ts";
import { drawWanted } from "./person/quotas.ts";
import { createPlaces } from "./places.ts";
import type { Profile } from "./profile.ts";
import { divide, halfOf } from "./quality/duplicate.ts";
import { type Defect, spoil } from "./quality/spoil.ts";
import { createNearestFacility, createSharedRecords } from "./shared-records.ts";
import { createVocabulary } from "./vocabulary.ts";

const cardiacArrest = { system: "ICD-10-CM", code: "I46.9", display: "Cardiac arrest, cause unspecified" } as const;

export interface PopulationOptions {
  readonly seed: string | number;
  /** Nothing that happened later is told: `YYYY-MM-DD`. */
  readonly asOf: string;
}

export interface Population {
  readonly shared: SharedRecords;
  /** Whether the profile asks for defects or duplicates, so that there is a truth to tell. */
  readonly isDirty: boolean;
  /** Patient `index`, counting from 0: the same whoever else is drawn. */
  patient(index: number): PatientRecord;
  /** The same with what was made wrong in it and whose it is. */
  told(index: number): Told;
  /** What can be seen of patient `index` without drawing the whole record. */
  glance(index: number): Glance;
  /** Patient `index` as a survey would meet them: whoever is ill or well, seen by a doctor or not. */
  examinee(index: number): Examinee;
}

export interface Examinee {
  readonly patient: Pick<Patient, "sex" | "race" | "hispanic">;
  readonly birth: Day;
  /** The first day they do not live; far off for the living. */
  readonly death: Day;
  readonly health: Health;
  /** Of the occasion: no visit draws from it. */
  readonly visit: Stream;
}

export interface Glance {
  readonly sex: Sex;
  /** The profile's names for the conditions that are on record and last. */
  conditions(): readonly string[];
}

export interface Told {
  readonly record: PatientRecord;
  readonly defects: readonly Defect[];
  /** The same for two records of one person: the id of the first. */
  readonly personId: string;
  /** When this second record was found out and merged into the first. */
  readonly merged?: string;
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
  const personOf = createPeople(root, {
    profile,
    reference,
    begin,
    asOf,
    places,
    vocabulary,
    townOf: (address) => nearestFacility(address).address,
  });
  const patients = root.fork("patient");
  const healths = createHealth(profile, reference);
  const careOf = createCare(profile, { begin, asOf });
  const notesOf = createNotes(profile, root.fork("notes"), isoOf(asOf));
  /** What nobody dies of who does not have it on record, by the category of ICD-10-CM. */
  const lasting = new Set(Object.values(profile.conditions).flatMap((condition) => condition?.code?.slice(0, 3) ?? []));
  const runsInFamilies = new Set(Object.entries(profile.conditions).flatMap(([name, spec]) => (spec?.family ? [name] : [])));
  // Beside shares stand ranges of days.
  const isDirty = Object.values(profile.quality).some((share) => typeof share === "number" && share > 0);

  for (const { where } of profile.quotas) {
    if (where.condition !== undefined && profile.conditions[where.condition] === undefined) {
      throw new DeidError(
        "bad-profile",
        "a quota names a condition that the profile does not have",
        { at: "quotas" },
        "name one of its conditions",
      );
    }
  }

  const have = (profile.people.have ?? []).map((condition) => ({ condition, has: true }));

  function healthOf({ index, patient, birth, death, wanted, deliveries, born }: Person): Health {
    const stream = patients.fork(index).fork("health");
    const carried = deliveries.length === 0 ? {} : { pregnancies: deliveries };
    const body = {
      // Before what is spread: see createCare.
      birth,
      ...patient,
      sex: patient.sexAtBirth ?? patient.sex,
      ...carried,
      ...(born ? { gestation: born.birth.gestation } : {}),
    };
    return drawWanted(
      have.length === 0 ? wanted : [...have, ...wanted],
      (attempt) => healths.of(body, attempt === 0 ? stream : stream.fork(attempt)),
      (drawn, condition) => drawn.has(condition, Math.min(reference, Math.max(birth, death - 1))),
    );
  }

  function glance(index: number): Glance {
    const person = personOf(index);
    const told = Math.min(asOf, person.death - 1);
    return {
      sex: person.patient.sex,
      conditions: () =>
        healthOf(person)
          .conditions.filter(({ onset, resolved }) => onset <= told && (resolved === undefined || resolved > told))
          .map(({ name }) => name),
    };
  }

  function whole({ person, health }: Drawn): PatientRecord {
    const { index, contacts, coverages, devices, death } = person;
    const stream = patients.fork(index);
    const facility = nearestFacility(person.patient.address);
    const providers = ownFirst(providersOf.get(facility.id)!, index);
    const told = Math.min(asOf, death - 1);
    const { birth, deliveries, born } = person;
    const bearing = { deliveries, ...(born === undefined ? {} : { born }) };
    const subject = { patient: person.patient, birth, death, ...bearing, coverages, health, facility, providers };
    const { complaints, admitted, ...care } = careOf(subject, stream.fork("care"));
    const patient = withCause(person, health, care, stream.fork("cause"));
    const record = {
      index,
      patient,
      contacts,
      coverages,
      devices,
      ...care,
      allergies: recordedAllergies(patient, health, stream.fork("allergy"), told),
      familyHistory: recordedFamily(patient, familyTold(person, health), stream.fork("family")),
      notes: [],
    };
    return { ...record, notes: notesOf(record, stream.fork("notes"), { facility, providers, complaints, admitted }) };
  }

  /** Families stand next to each other: whose health a relative's record asked for is soon a patient too. */
  const lately: (Drawn | undefined)[] = new Array(16).fill(undefined);

  function drawnAt(index: number): Drawn {
    const place = index % lately.length;
    let found = lately[place];
    if (found?.at !== index) {
      const person = personOf(index);
      found = { at: index, person, health: healthOf(person) };
      lately[place] = found;
    }
    return found;
  }

  /** Of relatives who are patients what they have on record that runs in families; of others what is likely. */
  function familyTold({ kin }: Person, health: Health): readonly RelativeCondition[] {
    const known = new Map(kin);
    const own = kin.flatMap(([relationship, index]) => {
      const { person: relative, health: theirs } = drawnAt(index);
      const told = Math.min(asOf, relative.death - 1);
      return theirs.conditions
        .filter(({ name, onset, resolved }) => onset <= told && resolved === undefined && runsInFamilies.has(name))
        .map(({ name, code, onset }) => ({ name, relationship, code, onsetAge: ageOn(relative.patient.birthDate, onset) }));
    });
    return [...own, ...health.familyHistory.filter(({ relationship }) => !known.has(relationship))].map(aboutWhen);
  }

  /** Who dies in a hospital dies of what the stay is for; others of what they have, or of what comes without notice. */
  function withCause(
    { patient, death }: Person,
    health: Health,
    { encounters, conditions }: Pick<PatientRecord, "encounters" | "conditions">,
    stream: Stream,
  ): Patient {
    if (patient.deceased === undefined) return patient;
    const stay = encounters.findLast(({ admission }) => admission?.disposition === "died");
    // An injury is told by how it came about.
    if (stay && !/^[ST]/.test(stay.reason.code)) return { ...patient, causeOfDeath: stay.reason };
    const cause = health.causeOfDeath(death, stream) ?? patient.causeOfDeath;
    const category = cause?.code.slice(0, 3) ?? "";
    const isOnRecord = conditions.some(({ code }) => code.code.startsWith(category));
    return { ...patient, causeOfDeath: cause && (isOnRecord || !lasting.has(category)) ? cause : cardiacArrest };
  }

  function told(index: number): Told {
    const drawn = drawnAt(index);
    const { person } = drawn;
    const record = whole(drawn);
    const personId = record.patient.id;
    if (!isDirty) return { record, defects: [], personId };
    const { second } = person;
    const spoiled = (at: number, half: PatientRecord) =>
      spoil(half, at !== person.index, patients.fork(at).fork("quality"), profile.quality, vocabulary);
    if (!second) return { ...spoiled(index, record), personId };
    const stream = patients.fork(person.index).fork("duplicate");
    const division = divide(record, stream, profile.quality);
    const { merged } = division;
    const told = spoiled(index, halfOf(record, index === second.index ? "second" : "first", division, stream, second));
    if (merged === undefined || dayOf(merged.slice(0, 10)) > asOf) return { ...told, personId };
    if (index === second.index) {
      const mergedInto = { time: merged, patientId: personId, mrn: record.patient.identifiers.mrn! };
      return { ...told, record: { ...told.record, mergedInto }, personId, merged };
    }
    const retired = spoiled(second.index, halfOf(record, "second", division, stream, second)).record.patient;
    return { ...told, record: { ...told.record, merges: [{ time: merged, retired }] }, personId };
  }

  function examinee(index: number): Examinee {
    const person = personOf(index);
    const { patient, birth, death } = person;
    return { patient, birth, death, health: healthOf({ ...person, deliveries: [] }), visit: patients.fork(index).fork("survey") };
  }

  return { shared, isDirty, told, glance, examinee, patient: (index) => told(index).record };
}

interface Drawn {
  /** The index asked for. */
  readonly at: number;
  readonly person: Person;
  readonly health: Health;
}

/** The patient's own provider first: one of those who see everybody. */
function ownFirst(providers: readonly Provider[], index: number): readonly Provider[] {
  const general = providers.filter((provider) => isGeneralist(provider) && provider.specialty !== "Pediatrics");
  const own = general.length === 0 ? providers[0]! : general[index % general.length]!;
  return [own, ...providers.filter((provider) => provider !== own)];
}

function parseAsOf(text: string): number {
  const isDate = /^(?:19|20)\d\d-\d\d-\d\d$/.test(text) && isoOf(dayOf(text)) === text;
  if (!isDate) throw new DeidError("bad-usage", "asOf is a date written YYYY-MM-DD, from 1900 to 2099");
  return dayOf(text);
}
