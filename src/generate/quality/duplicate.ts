import type { Stream } from "../../random/stream.ts";
import type { Appointment, Encounter } from "../../record/care.ts";
import type { PatientRecord } from "../../record/record.ts";
import { dayOf, timeOf } from "../days.ts";
import { make } from "../make.ts";
import type { Profile } from "../profile.ts";

/** How a person's encounters lie in two records. */
export interface Division {
  /** The ids of those in the second. */
  readonly moved: ReadonlySet<string>;
  /** When the two were found to be one person's and merged, where they were: no encounter is in the second from then on. */
  readonly merged?: string;
}

/** About a third of the encounters go into the second record, as long as it lasts; an encounter that follows from another goes where that is. */
export function divide({ encounters }: PatientRecord, stream: Stream, quality: Profile["quality"]): Division {
  const drawn = new Set<string>();
  for (const { id, start, fromEncounterId } of encounters) {
    if (fromEncounterId === undefined ? stream.fork(start).chance(0.35) : drawn.has(fromEncounterId)) drawn.add(id);
  }
  const first = encounters.find(({ id }) => drawn.has(id));
  const merge = stream.fork("merge");
  if (!first || !merge.chance(quality.merged)) return { moved: drawn };
  const [soonest, latest] = quality.mergedAfterDays;
  const day = dayOf(first.end.slice(0, 10)) + merge.int(soonest, latest);
  const moved = new Set<string>();
  for (const { id, end, fromEncounterId } of encounters) {
    const follows = fromEncounterId === undefined || !drawn.has(fromEncounterId) || moved.has(fromEncounterId);
    if (drawn.has(id) && follows && dayOf(end.slice(0, 10)) < day) moved.add(id);
  }
  return { moved, merged: timeOf(day, merge.int(480, 1020)) };
}

/**
 * What is left in a person's record, or what stands in the second one: some encounters, each with all that came of it. Bookings stay in
 * the first, where those who were registered anew never came. What belongs to no encounter stands in both, in the second under ids of
 * its own.
 */
export function halfOf(
  record: PatientRecord,
  which: "first" | "second",
  { moved }: Division,
  stream: Stream,
  second: { readonly index: number; readonly id: string; readonly mrn: string },
): PatientRecord {
  const isHere = ({ encounterId }: { readonly encounterId?: string }): boolean =>
    encounterId === undefined ? true : moved.has(encounterId) === (which === "second");
  const half: PatientRecord = {
    ...record,
    encounters: record.encounters.filter(({ id }) => moved.has(id) === (which === "second")).map((encounter) => unlinked(encounter, moved)),
    appointments: which === "first" ? record.appointments.map((item) => missed(item, moved)) : [],
    conditions: record.conditions.filter(isHere),
    orders: record.orders.filter(isHere),
    observations: record.observations.filter(isHere),
    reports: record.reports.filter(isHere),
    procedures: record.procedures.filter(isHere),
    immunizations: record.immunizations.filter(isHere),
    // Whoever is registered anew is not asked what they took before.
    medications: record.medications.filter((item) => (item.encounterId === undefined ? which === "first" : isHere(item))),
    claims: record.claims.filter(isHere),
    notes: record.notes.filter(isHere),
  };
  if (which === "first") return half;
  const ids = stream.fork("ids");
  const coverageIds = new Map(half.coverages.map(({ id }) => [id, make("uuid", ids.fork(id))]));
  const own = <Item extends { readonly id: string; readonly patientId: string }>(item: Item): Item => ({
    ...item,
    patientId: second.id,
    id: "encounterId" in item && item.encounterId !== undefined ? item.id : make("uuid", ids.fork(item.id)),
  });
  const theirs = <Item extends { readonly patientId: string }>(item: Item): Item => ({ ...item, patientId: second.id });
  return {
    index: second.index,
    patient: { ...half.patient, id: second.id, identifiers: { ...half.patient.identifiers, mrn: second.mrn } },
    contacts: half.contacts.map(own),
    coverages: half.coverages.map(own),
    devices: half.devices.map(own),
    appointments: [],
    encounters: half.encounters.map(theirs),
    conditions: half.conditions.map(own),
    allergies: half.allergies.map(own),
    familyHistory: half.familyHistory.map(own),
    orders: half.orders.map(theirs),
    observations: half.observations.map(theirs),
    reports: half.reports.map(theirs),
    procedures: half.procedures.map(theirs),
    immunizations: half.immunizations.map(theirs),
    medications: half.medications.map(theirs),
    claims: half.claims.map((claim) => {
      const coverageId = claim.coverageId === undefined ? undefined : coverageIds.get(claim.coverageId);
      return { ...theirs(claim), ...(coverageId === undefined ? {} : { coverageId }) };
    }),
    notes: half.notes.map(theirs),
    opensAtFirstVisit: true,
  };
}

/** Without what the other record has: the booking, and what it followed from before the two were merged. */
function unlinked(encounter: Encounter, moved: ReadonlySet<string>): Encounter {
  const { appointmentId, fromEncounterId, ...rest } = encounter;
  const isMoved = moved.has(encounter.id);
  return {
    ...rest,
    ...(fromEncounterId === undefined || moved.has(fromEncounterId) !== isMoved ? {} : { fromEncounterId }),
    ...(appointmentId === undefined || isMoved ? {} : { appointmentId }),
  };
}

function missed(appointment: Appointment, moved: ReadonlySet<string>): Appointment {
  if (appointment.encounterId === undefined || !moved.has(appointment.encounterId)) return appointment;
  const { encounterId: _, ...rest } = appointment;
  return { ...rest, status: "no-show" };
}
