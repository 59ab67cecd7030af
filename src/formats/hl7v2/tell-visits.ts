import type { Appointment } from "../../record/care.ts";
import { booking, type SlotStatus } from "./segments/schedule.ts";
import { dg1, pr1, pv1, pv1None, pv2 } from "./segments/visit.ts";
import { allergies, diagnoses, kin, plans, type Telling } from "./telling.ts";

export function tellAppointments({ record, who, directory, tell }: Telling): void {
  const say = (event: "S12" | "S15" | "S26", time: string, status: SlotStatus, appointment: Appointment): void =>
    tell(event, time, -1, 0, appointment.facilityId, appointment.id, booking(appointment, status, who(time), directory));
  for (const appointment of record.appointments) {
    say("S12", appointment.booked, "Booked", appointment);
    // Where the record does not say when it was cancelled: at the latest by its own time.
    if (appointment.status === "cancelled") say("S15", appointment.cancelled ?? appointment.start, "Cancelled", appointment);
    if (appointment.status === "no-show") say("S26", appointment.start, "Noshow", appointment);
  }
}

export function tellVisits(telling: Telling): void {
  const { record, who, directory, tell } = telling;
  record.encounters.forEach((encounter, visit) => {
    const { id, start, end, facilityId, stays = [] } = encounter;
    const isStay = encounter.class === "inpatient";
    const reason = dg1({ code: encounter.reason }, "admitting", 1);
    const arrival =
      who(start, encounter) +
      kin(record, start) +
      pv1(encounter, start, directory) +
      pv2(encounter) +
      allergies(record, start) +
      reason +
      plans(record, start);
    tell(isStay ? "A01" : "A04", start, visit, 0, facilityId, id, arrival);
    stays.slice(1).forEach((stay) => {
      const moved = who(stay.start, encounter) + pv1(encounter, stay.start, directory) + pv2(encounter);
      tell("A02", stay.start, visit, 2, facilityId, `${id}/${stay.start}`, moved);
    });
    const done = record.procedures.filter(({ encounterId }) => encounterId === id).map((procedure, i) => pr1(procedure, i + 1, directory));
    const close = who(end, encounter) + pv1(encounter, end, directory) + pv2(encounter) + diagnoses(telling, end, id) + done.join("");
    tell(isStay || encounter.class === "emergency" ? "A03" : "A08", end, visit, 3, facilityId, id, close);
  });
}

/** A death that no discharge tells. */
export function tellDeath({ record, who, tell }: Telling): void {
  const { patient, encounters } = record;
  const { deceased } = patient;
  if (deceased === undefined || encounters.some(({ admission, end }) => admission?.disposition === "died" && end === deceased)) return;
  tell("A08", deceased, encounters.length, 0, undefined, `${patient.id}/death`, who(deceased) + pv1None);
}
