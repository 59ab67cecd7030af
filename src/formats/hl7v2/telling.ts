import type { Encounter } from "../../record/care.ts";
import type { Condition } from "../../record/health.ts";
import type { Patient } from "../../record/patient.ts";
import { patientAt } from "../../record/patient-at.ts";
import type { PatientRecord } from "../../record/record.ts";
import type { Directory } from "./directory.ts";
import type { MessageEvent } from "./message.ts";
import { in1, nk1, pd1, pid } from "./segments/patient.ts";
import { al1, dg1 } from "./segments/visit.ts";

/** What the messages of one record have in common, and where they go. */
export interface Telling {
  readonly record: PatientRecord;
  readonly who: Who;
  readonly directory: Directory;
  readonly knownSince: (condition: Condition) => string;
  readonly tell: (
    event: MessageEvent,
    time: string,
    visit: number,
    rank: number,
    facilityId: string | undefined,
    subject: string,
    body: string,
  ) => void;
}

export const isDeadAt = (patient: Patient, time: string): boolean => patient.deceased !== undefined && patient.deceased <= time;

type Who = (time: string, visit?: Encounter) => string;

/** PID, written once for each visit's account and address. */
export function whoOf({ patient }: PatientRecord): Who {
  const written = new Map<string, string>();
  return (time, visit) => {
    const isDead = isDeadAt(patient, time);
    const account = visit?.identifiers["account-number"];
    const then = patientAt(patient, time);
    const key = `${account ?? ""}${isDead ? "+" : ""}${then === patient ? "" : "-"}`;
    let text = written.get(key);
    if (text === undefined) {
      text = pid(then, isDead, account);
      written.set(key, text);
    }
    return text;
  };
}

/** What follows PID where it is told at length: that the record is protected, and whom to call. */
export function kin({ contacts, patient }: PatientRecord, time: string): string {
  const then = patientAt(patient, time);
  return pd1(then) + contacts.map((contact, i) => nk1(contact, then, i + 1)).join("");
}

/** Those that are known by the day of `time`. */
export const allergies = (record: PatientRecord, time: string): string =>
  record.allergies
    .filter(({ onset }) => onset <= time.slice(0, 10))
    .map((allergy, i) => al1(allergy, i + 1))
    .join("");

export const plans = (record: PatientRecord, time: string): string =>
  record.coverages
    .filter(({ start, end }) => start <= time.slice(0, 10) && (end === undefined || end > time.slice(0, 10)))
    .map((coverage, i) => in1(coverage, patientAt(record.patient, time), i + 1))
    .join("");

/** What a visit found, where it is one's end; then what was already known and has not passed. */
export function diagnoses({ record: { conditions }, knownSince }: Telling, time: string, visitId?: string): string {
  const day = time.slice(0, 10);
  const isFound = ({ encounterId }: Condition): boolean => encounterId !== undefined && encounterId === visitId;
  const isStanding = (condition: Condition): boolean =>
    condition.onset <= day &&
    (condition.resolved === undefined || condition.resolved > day) &&
    knownSince(condition) <= time &&
    !isFound(condition);
  const found = conditions.filter(isFound);
  const standing = conditions.filter(isStanding);
  return [
    ...found.map((condition, i) => dg1(condition, "final", i + 1)),
    ...standing.map((condition, i) => dg1(condition, "working", found.length + i + 1)),
  ].join("");
}

/** What a visit found is known from its start, whenever it began. */
export function knownSinceOf({ encounters }: PatientRecord): (condition: Condition) => string {
  const starts = new Map(encounters.map(({ id, start }) => [id, start]));
  return ({ encounterId }) => (encounterId === undefined ? "" : (starts.get(encounterId) ?? ""));
}

/** Where in the list an encounter stands, for messages that belong to it. */
export function visitsOf({ encounters }: PatientRecord): (id: string) => { readonly encounter: Encounter; readonly visit: number } {
  const places = new Map(encounters.map((encounter, visit) => [encounter.id, { encounter, visit }]));
  return (id) => {
    const place = places.get(id);
    if (!place) throw new Error("unreachable: a record refers to an encounter that is not there");
    return place;
  };
}
