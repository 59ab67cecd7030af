import type { Stream } from "../../random/stream.ts";
import type { PatientRecord } from "../../record/record.ts";
import { make } from "../make.ts";

/**
 * What is left in a person's record, or what stands in the second one: about a third of the encounters went into the second, each with
 * all that came of it. What belongs to no encounter stands in both, in the second under ids of its own.
 */
export function halfOf(
  record: PatientRecord,
  which: "first" | "second",
  stream: Stream,
  second: { readonly index: number; readonly id: string; readonly mrn: string },
): PatientRecord {
  const moved = new Set<string>();
  for (const { id, start, fromEncounterId } of record.encounters) {
    if (fromEncounterId === undefined ? stream.fork(start).chance(0.35) : moved.has(fromEncounterId)) moved.add(id);
  }
  const isHere = ({ encounterId }: { readonly encounterId?: string }): boolean =>
    encounterId === undefined ? true : moved.has(encounterId) === (which === "second");
  const half: PatientRecord = {
    ...record,
    encounters: record.encounters.filter(({ id }) => moved.has(id) === (which === "second")),
    appointments: record.appointments.filter((item) => (item.encounterId === undefined ? which === "first" : isHere(item))),
    conditions: record.conditions.filter(isHere),
    orders: record.orders.filter(isHere),
    observations: record.observations.filter(isHere),
    reports: record.reports.filter(isHere),
    procedures: record.procedures.filter(isHere),
    immunizations: record.immunizations.filter(isHere),
    medications: record.medications.filter(isHere),
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
    appointments: half.appointments.map(theirs),
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
  };
}
