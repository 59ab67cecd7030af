import type { Patient } from "../../record/patient.ts";
import type { PatientRecord, SharedRecords } from "../../record/record.ts";
import { createDirectory } from "./directory.ts";
import { createSealer, type Making, type Message, type MessageEvent } from "./message.ts";
import { mrg, pid } from "./segments/patient.ts";
import { pv1None } from "./segments/visit.ts";
import { tellImmunizations, tellNotes, tellResults } from "./tell-results.ts";
import { tellAppointments, tellDeath, tellVisits } from "./tell-visits.ts";
import { allergies, diagnoses, isDeadAt, kin, knownSinceOf, plans, type Telling, whoOf } from "./telling.ts";

/** Two records that were found to be one person's. */
export interface Merge {
  readonly index: number;
  readonly time: string;
  readonly survivor: Patient;
  readonly retired: Patient;
}

export interface Feed {
  /** All that a record tells in messages, in order of time. */
  of(record: PatientRecord): Message[];
  /** ADT^A40. */
  merge(merge: Merge): Message;
}

/**
 * A population's HL7 v2.5.1 messages. A message tells what was known at its time: nobody is dead, discharged or diagnosed
 * before they are, and nothing is told that comes after the day `asOf`. Medications, claims, family history and devices
 * are in no message.
 */
export function createFeed(shared: SharedRecords, making: Making, asOf: string): Feed {
  const directory = createDirectory(shared);
  const seal = createSealer(making);
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
        if (time.slice(0, 10) > asOf) return;
        const facility = facilityId === undefined ? "" : directory.facility(facilityId);
        told.push({ message: seal({ event, time, facility, index, subject }, body), visit, rank });
      };
      const context = { record, who, directory, tell, knownSince: knownSinceOf(record) };
      tellAppointments(context);
      tellVisits(context);
      tellResults(context);
      tellImmunizations(context);
      tellNotes(context);
      tellDeath(context);
      const registered = registrationOf(record, told);
      if (registered !== undefined) tell("A28", registered, -2, 0, undefined, record.patient.id, registration(context, registered));
      return told.sort(byTime).map(({ message }) => message);
    },
    merge: ({ index, time, survivor, retired }) =>
      seal(
        { event: "A40", time, facility: "", index, subject: `${survivor.id}/${retired.id}` },
        pid(survivor, isDeadAt(survivor, time)) + mrg(retired),
      ),
  };
}

/** A message with its place among those of the same second: by visit, then by what it tells of it. */
interface Told {
  readonly message: Message;
  readonly visit: number;
  readonly rank: number;
}

function byTime(a: Told, b: Told): number {
  if (a.message.time !== b.message.time) return a.message.time < b.message.time ? -1 : 1;
  return a.visit - b.visit || a.rank - b.rank;
}

/**
 * When the patient became known: with the first coverage or the first message. Undefined: a person of whom nothing is
 * known yet, whom a registration now would have at another time than a later feed.
 */
function registrationOf({ coverages }: PatientRecord, told: readonly Told[]): string | undefined {
  const times = [...coverages.map(({ start }) => `${start}T00:00:00`), ...told.map(({ message }) => message.time)];
  return times.length === 0 ? undefined : times.reduce((first, time) => (time < first ? time : first));
}

function registration(telling: Telling, time: string): string {
  const { record, who } = telling;
  return who(time) + kin(record) + pv1None + allergies(record, time) + diagnoses(telling, time) + plans(record, time);
}
