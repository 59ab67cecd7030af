import type { Admission, Appointment, EncounterClass, Order, Procedure, Stay } from "../../../record/care.ts";
import type { Chart, Visit } from "./chart.ts";
import { locationId } from "./chart.ts";
import { codedConcept, coding, concept, extensions, hl7 } from "./codes.ts";
import { identifiersOf } from "./identifiers.ts";
import type { Resource } from "./resource.ts";

export function encounterResource(visit: Visit, chart: Chart): Resource {
  const { encounter, zone } = visit;
  const { refer, metas } = chart.directory;
  const [code, display, words] = classes[encounter.class];
  const period = { start: zone(encounter.start), end: zone(encounter.end) };
  return {
    resourceType: "Encounter",
    id: encounter.id,
    meta: metas("us-core-encounter"),
    extension:
      encounter.fromEncounterId === undefined
        ? undefined
        : [{ url: `${extensions}encounter-associatedEncounter`, valueReference: refer("Encounter", encounter.fromEncounterId) }],
    identifier: identifiersOf(encounter.identifiers),
    status: "finished",
    class: coding(`${hl7}v3-ActCode`, code, display),
    type: [{ text: words }],
    subject: chart.patient,
    participant: [
      {
        type: [concept(`${hl7}v3-ParticipationType`, "PPRF", "primary performer")],
        period,
        individual: visit.provider,
      },
    ],
    appointment: encounter.appointmentId === undefined ? undefined : [refer("Appointment", encounter.appointmentId)],
    period,
    reasonCode: [encounter.reason, ...(encounter.also ?? [])].map(codedConcept),
    hospitalization: encounter.admission === undefined ? undefined : hospitalization(encounter.admission),
    location: locationsOf(visit),
    serviceProvider: visit.organization,
  };
}

/** HL7's code and name for each class, and the sort of encounter in words: SNOMED and CPT, which US Core asks for, are not ours. */
const classes: Readonly<Record<EncounterClass, readonly [string, string, string]>> = {
  ambulatory: ["AMB", "ambulatory", "Office visit"],
  emergency: ["EMER", "emergency", "Emergency department visit"],
  inpatient: ["IMP", "inpatient encounter", "Hospital stay"],
  virtual: ["VR", "virtual", "Virtual visit"],
};

/** The beds of a stay, each in its time, by their words; else the facility. */
function locationsOf({ encounter, location, zone }: Visit) {
  const { stays } = encounter;
  if (stays === undefined || stays.length === 0) return [{ location }];
  return stays.map((stay) => ({
    location: { ...location, display: bedOf(stay) },
    status: "completed",
    physicalType: concept(`${hl7}location-physical-type`, "bd", "Bed"),
    period: { start: zone(stay.start), end: zone(stay.end) },
  }));
}

export const bedOf = ({ ward, room, bed }: Stay): string => `${ward}, room ${room}, bed ${bed}`;

function hospitalization({ source, disposition }: Admission) {
  const from = sources[source];
  return {
    admitSource: from === undefined ? { text: source } : { ...concept(`${hl7}admit-source`, ...from), text: source },
    dischargeDisposition: { ...concept(`${hl7}discharge-disposition`, ...dispositions[disposition]), text: disposition },
  };
}

/** HL7 has no code for somebody who came from home by themselves. */
const sources: Readonly<Record<Admission["source"], readonly [string, string] | undefined>> = {
  home: undefined,
  emergency: ["emd", "From accident/emergency department"],
  transfer: ["hosp-trans", "Transferred from other hospital"],
  "born here": ["born", "Born in hospital"],
};

const dispositions: Readonly<Record<Admission["disposition"], readonly [string, string]>> = {
  home: ["home", "Home"],
  "home health": ["home", "Home"],
  "skilled nursing": ["snf", "Skilled nursing facility"],
  rehabilitation: ["rehab", "Rehabilitation"],
  hospice: ["hosp", "Hospice"],
  transfer: ["other-hcf", "Other healthcare facility"],
  "against advice": ["aadvice", "Left against advice"],
  died: ["exp", "Expired"],
};

export function appointmentResource(appointment: Appointment, chart: Chart): Resource {
  const { refer, metas, zone, facility } = chart.directory;
  const local = zone(facility(appointment.facilityId).address.state);
  const came = appointment.status === "fulfilled" || appointment.status === "booked";
  return {
    resourceType: "Appointment",
    id: appointment.id,
    meta: metas(undefined),
    status: appointmentStatuses[appointment.status],
    reasonCode: [codedConcept(appointment.reason)],
    start: local(appointment.start),
    end: local(appointment.end),
    created: local(appointment.booked),
    participant: [
      { actor: chart.patient, status: came ? "accepted" : "declined" },
      { actor: refer("Practitioner", appointment.providerId), status: "accepted" },
      { actor: refer("Location", locationId(appointment.facilityId)), status: "accepted" },
    ],
  };
}

const appointmentStatuses: Readonly<Record<Appointment["status"], string>> = {
  booked: "booked",
  fulfilled: "fulfilled",
  "no-show": "noshow",
  cancelled: "cancelled",
};

export function orderResource(order: Order, chart: Chart): Resource {
  const visit = chart.visit(order.encounterId);
  const { refer, metas } = chart.directory;
  const time = (visit?.zone ?? chart.home)(order.time);
  return {
    resourceType: "ServiceRequest",
    id: order.id,
    meta: metas("us-core-servicerequest"),
    identifier: identifiersOf(order.identifiers),
    status: order.status === "cancelled" ? "revoked" : order.status,
    intent: "order",
    category: [{ text: orderCategories[order.category] }],
    code: codedConcept(order.code),
    subject: chart.patient,
    encounter: visit?.reference,
    occurrenceDateTime: time,
    authoredOn: time,
    requester: refer("Practitioner", order.providerId),
    reasonCode: order.reason === undefined ? undefined : [codedConcept(order.reason)],
  };
}

const orderCategories: Readonly<Record<Order["category"], string>> = {
  laboratory: "Laboratory procedure",
  imaging: "Imaging",
  referral: "Patient referral",
  procedure: "Surgical procedure",
};

export function procedureResource(procedure: Procedure, chart: Chart): Resource {
  const visit = chart.visit(procedure.encounterId);
  const { refer, metas } = chart.directory;
  const zone = visit?.zone ?? chart.home;
  return {
    resourceType: "Procedure",
    id: procedure.id,
    meta: metas("us-core-procedure"),
    status: "completed",
    code: codedConcept(procedure.code),
    subject: chart.patient,
    encounter: visit?.reference,
    performedPeriod: { start: zone(procedure.start), end: zone(procedure.end) },
    performer: [{ actor: refer("Practitioner", procedure.providerId) }],
    location: visit?.location,
    reasonCode: procedure.reason === undefined ? undefined : [codedConcept(procedure.reason)],
  };
}
