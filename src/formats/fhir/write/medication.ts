import type { Dispense, Medication } from "../../../record/health.ts";
import type { Chart } from "./chart.ts";
import { codedConcept, concept, hl7, quantity } from "./codes.ts";
import { dosageOf } from "./dosage.ts";
import { identifiersOf } from "./identifiers.ts";
import type { Resource } from "./resource.ts";

export function medicationResource(medication: Medication, chart: Chart): Resource {
  const visit = chart.visit(medication.encounterId);
  // Of what was begun before the record, whoever renewed it first.
  const by = visit ?? chart.visit(medication.renewals?.[0]?.encounterId);
  const { repeat, ...dosage } = dosageOf(medication.instructions);
  return {
    resourceType: "MedicationRequest",
    id: medication.id,
    meta: chart.directory.metas("us-core-medicationrequest"),
    identifier: identifiersOf(medication.identifiers),
    status: statusOf(medication),
    statusReason: medication.stopReason === undefined ? undefined : { text: medication.stopReason },
    // Of what somebody takes, and nobody on record ordered.
    intent: by === undefined ? "plan" : "order",
    category: [community],
    reportedBoolean: medication.encounterId === undefined,
    medicationCodeableConcept: codedConcept(medication.code),
    subject: chart.patient,
    encounter: visit?.reference,
    authoredOn: medication.start,
    requester: by?.provider,
    reasonCode: medication.reason === undefined ? undefined : [codedConcept(medication.reason)],
    dosageInstruction: [
      {
        ...dosage,
        timing: { repeat: { boundsPeriod: { start: medication.start, end: medication.stop }, ...repeat } },
      },
    ],
    dispenseRequest: dispenseRequest(medication),
  };
}

const community = concept(`${hl7}medicationrequest-category`, "community", "Community");

/** A course that ran to its end is completed; one that ended for any other reason was stopped. */
function statusOf({ stop, stopReason }: Medication): "active" | "completed" | "stopped" {
  if (stop === undefined) return "active";
  return stopReason === undefined || stopReason === "completed" ? "completed" : "stopped";
}

function dispenseRequest({ quantity: amount, daysSupply, refills }: Medication) {
  if (amount === undefined && daysSupply === undefined && refills === undefined) return undefined;
  return {
    numberOfRepeatsAllowed: refills,
    quantity: amount === undefined ? undefined : { value: amount },
    expectedSupplyDuration: daysSupply === undefined ? undefined : quantity(daysSupply, "d"),
  };
}

/** `turn`: 0 for the first fill on record. */
export function dispenseResource(dispense: Dispense, turn: number, medication: Medication, chart: Chart): Resource {
  const { repeat, ...dosage } = dosageOf(medication.instructions);
  return {
    resourceType: "MedicationDispense",
    id: dispense.id,
    meta: chart.directory.metas("us-core-medicationdispense"),
    status: "completed",
    medicationCodeableConcept: codedConcept(medication.code),
    subject: chart.patient,
    context: chart.visit(medication.encounterId)?.reference,
    authorizingPrescription: [chart.directory.refer("MedicationRequest", medication.id)],
    type: turn === 0 && medication.encounterId !== undefined ? firstFill : refill,
    quantity: { value: dispense.quantity },
    daysSupply: quantity(dispense.daysSupply, "d"),
    whenHandedOver: dispense.date,
    dosageInstruction: [{ ...dosage, timing: repeat && { repeat } }],
  };
}

const firstFill = concept(`${hl7}v3-ActCode`, "FF", "First Fill");
const refill = concept(`${hl7}v3-ActCode`, "RF", "Refill");
