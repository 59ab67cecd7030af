import type { PatientRecord, SharedRecords } from "../../record/record.ts";
import { createDirectory } from "./directory.ts";
import { createSealer, type Making, type Message, type MessageEvent, type Transit } from "./message.ts";
import { mrg, pid } from "./segments/patient.ts";
import { sexAtBirth } from "./segments/results.ts";
import { pv1None } from "./segments/visit.ts";
import { tellImmunizations, tellNotes, tellResults } from "./tell-results.ts";
import { tellAppointments, tellDeath, tellVisits } from "./tell-visits.ts";
import { allergies, diagnoses, isDeadAt, kin, knownSinceOf, plans, type Telling, whoOf } from "./telling.ts";

export interface Feed {
  /** All that a record tells in messages, in the order in which they came. */
  of(record: PatientRecord): Message[];
}

/**
 * A population's HL7 v2.5.1 messages. A message tells what was known at its time: nobody is dead, discharged or diagnosed
 * before they are, and nothing is told that comes after the day `asOf`. Medications, claims, family history and devices
 * are in no message. `transitOf`, by a message's id: whether it comes late or twice.
 */
export function createFeed(shared: SharedRecords, making: Making, asOf: string, transitOf?: (id: string) => Transit): Feed {
  const directory = createDirectory(shared);
  const seal = createSealer(making, transitOf);
  return {
    of: (record) => {
      const told: Told[] = [];
      const who = whoOf(record);
      const { index } = record;
      const tell = (
        event: MessageEvent,
        time: string,
        visit: number,
        rank: number,
        facilityId: string | undefined,
        subject: string,
        body: string,
      ): void => {
        // What comes after a merge is told of the record that stays.
        if (time.slice(0, 10) > asOf || (record.mergedInto !== undefined && time > record.mergedInto.time)) return;
        const facility = facilityId === undefined ? "" : directory.facility(facilityId);
        for (const message of seal({ event, occurred: time, facility, index, subject }, body)) told.push({ message, visit, rank });
      };
      const context = { record, who, directory, tell, knownSince: knownSinceOf(record) };
      tellAppointments(context);
      tellVisits(context);
      tellResults(context);
      tellImmunizations(context);
      tellNotes(context);
      tellDeath(context);
      const registered = registrationOf(record, told);
      if (registered !== undefined) {
        tell("A28", registered, -2, 0, undefined, record.patient.id, registration(context, registered));
        tellChanges(context, registered);
      }
      tellMerges(context);
      return told
        .filter(({ message }) => message.arrived.slice(0, 10) <= asOf)
        .sort(byTime)
        .map(({ message }) => message);
    },
  };
}

/** Each by an A40 among those of the record that stays. */
function tellMerges({ record: { patient, merges = [] }, tell }: Telling): void {
  for (const { time, retired } of merges) {
    tell("A40", time, 0, 0, undefined, `${patient.id}/${retired.id}`, pid(patient, isDeadAt(patient, time)) + mrg(retired));
  }
}

/** Another coverage, another address. */
function tellChanges({ record, who, tell }: Telling, registered: string): void {
  const { formerAddress } = record.patient;
  const days = new Set([...record.coverages.map(({ start }) => start), ...(formerAddress ? [formerAddress.until] : [])]);
  for (const day of days) {
    const time = `${day}T00:00:00`;
    if (time <= registered) continue;
    tell("A08", time, -1, 0, undefined, `${record.patient.id}/${day}`, who(time) + kin(record, time) + pv1None + plans(record, time));
  }
}

/** A message with its place among those of the same second: by visit, then by what it tells of it. */
interface Told {
  readonly message: Message;
  readonly visit: number;
  readonly rank: number;
}

function byTime(a: Told, b: Told): number {
  if (a.message.arrived !== b.message.arrived) return a.message.arrived < b.message.arrived ? -1 : 1;
  return a.visit - b.visit || a.rank - b.rank;
}

/**
 * When the patient became known: with the first coverage or what the first message tells. Undefined: a person of whom nothing is
 * known yet, whom a registration now would have at another time than a later feed.
 */
function registrationOf({ coverages, opensAtFirstVisit }: PatientRecord, told: readonly Told[]): string | undefined {
  const covered = opensAtFirstVisit ? [] : coverages.map(({ start }) => `${start}T00:00:00`);
  const times = [...covered, ...told.map(({ message }) => message.occurred)];
  return times.length === 0 ? undefined : times.reduce((first, time) => (time < first ? time : first));
}

function registration(telling: Telling, time: string): string {
  const { record, who } = telling;
  return (
    who(time) +
    kin(record, time) +
    pv1None +
    sexAtBirth(record.patient, time) +
    allergies(record, time) +
    diagnoses(telling, time) +
    plans(record, time)
  );
}
