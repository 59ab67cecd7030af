import type { Appointment } from "../../../record/care.ts";
import type { Directory } from "../directory.ts";
import { segment } from "../segment.ts";
import { ce, coded, ei, ts } from "../types.ts";
import { minutesBetween } from "./visit.ts";

/** What a message says of a slot: table 0278. */
export type SlotStatus = "Booked" | "Cancelled" | "Noshow";

/** The booking, its time, and what of facility and provider it takes. `patient`: the segments that say who comes. */
export function booking(appointment: Appointment, status: SlotStatus, patient: string, directory: Directory): string {
  const provider = directory.provider(appointment.providerId);
  const start = ts(appointment.start);
  const minutes = String(minutesBetween(appointment.start, appointment.end));
  const resource = { 1: "1", 2: "A" };
  return (
    segment("SCH", {
      1: ei(appointment.id),
      2: ei(appointment.id),
      6: ce(reasons[status], "", "L"),
      7: coded(appointment.reason),
      8: "Normal^Routine schedule request type^HL70277",
      16: provider,
      20: provider,
      25: ce(status, "", "HL70278"),
    }) +
    segment("TQ1", { 1: "1", 7: start, 8: ts(appointment.end) }) +
    patient +
    segment("RGS", { 1: "1", 2: "A" }) +
    segment("AIS", { ...resource, 3: coded(appointment.reason), 4: start, 7: minutes, 8: "min^^UCUM", 10: ce(status, "", "HL70278") }) +
    segment("AIL", { ...resource, 3: `^^^${directory.facilityPart(appointment.facilityId)}`, 6: start, 9: minutes, 10: "min^^UCUM" }) +
    segment("AIP", { ...resource, 3: provider, 6: start, 9: minutes, 10: "min^^UCUM" })
  );
}

const reasons: Readonly<Record<SlotStatus, string>> = { Booked: "booked", Cancelled: "cancelled", Noshow: "no-show" };
