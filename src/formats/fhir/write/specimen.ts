import type { Observation } from "../../../record/health.ts";
import { specimenOf } from "../../../record/specimen-of.ts";
import type { Chart } from "./chart.ts";
import { concept, hl7 } from "./codes.ts";
import { derivedId } from "./derived-id.ts";
import type { Resource } from "./resource.ts";

/** Undefined for what was not measured in one. Results of one draw share it. */
export function specimenIdOf({ patientId, identifiers }: Observation): string | undefined {
  const number = identifiers["specimen-id"];
  return number === undefined ? undefined : derivedId(patientId, `specimen ${number}`);
}

export const specimenNumber = (value: string) => ({ system: "https://scrubjay.example/fhir/id/specimen-id", value });

/** What was drawn for a result, as LOINC's name for the test says. */
export function specimenResource(id: string, observation: Observation, chart: Chart): Resource {
  const visit = chart.visit(observation.encounterId);
  const { refer, metas } = chart.directory;
  return {
    resourceType: "Specimen",
    id,
    meta: metas("us-core-specimen"),
    accessionIdentifier: specimenNumber(observation.identifiers["specimen-id"]!),
    status: "available",
    type: typeOf(observation),
    subject: chart.patient,
    request: observation.orderId === undefined ? undefined : [refer("ServiceRequest", observation.orderId)],
    collection: { collectedDateTime: (visit?.zone ?? chart.home)(observation.time) },
  };
}

function typeOf({ code }: Observation) {
  const type = specimenOf(code.display);
  if (type === undefined) return { text: "Specimen" };
  return type.code === undefined ? { text: type.display } : { ...concept(`${hl7}v2-0487`, type.code, type.display), text: type.display };
}
