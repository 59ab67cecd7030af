import type { Observation } from "../../../record/health.ts";
import type { Chart } from "./chart.ts";
import { type Concept, codedConcept, coding, concept, hl7, quantity } from "./codes.ts";
import { derivedId } from "./derived-id.ts";
import { identifiersOf } from "./identifiers.ts";
import type { Resource } from "./resource.ts";
import { specimenIdOf, specimenNumber } from "./specimen.ts";

/** LOINC's codes of a systolic and a diastolic pressure, and of the two together. */
export const systolic = "8480-6";
export const diastolic = "8462-4";

export function observationResource(observation: Observation, chart: Chart): Resource {
  const visit = chart.visit(observation.encounterId);
  const isLaboratory = observation.category === "laboratory";
  const performer = isLaboratory ? visit?.organization : visit?.provider;
  const specimenId = specimenIdOf(observation);
  return {
    resourceType: "Observation",
    id: observation.id,
    meta: chart.directory.metas(profileOf(observation)),
    identifier: identifiersOf(observation.identifiers),
    basedOn: observation.orderId === undefined ? undefined : [chart.directory.refer("ServiceRequest", observation.orderId)],
    status: "final",
    category: [categories[observation.category]],
    code: codeOf(observation),
    subject: chart.patient,
    encounter: visit?.reference,
    effectiveDateTime: (visit?.zone ?? chart.home)(observation.time),
    performer: performer && [performer],
    ...valueMember(observation),
    interpretation: isLaboratory ? interpretationOf(observation) : undefined,
    specimen: specimenId && {
      ...chart.directory.refer("Specimen", specimenId),
      identifier: specimenNumber(observation.identifiers["specimen-id"]!),
    },
    referenceRange: rangeOf(observation),
  };
}

/** A blood pressure is one observation of two components, which keep the ids of the record's two; either may be absent. */
export function bloodPressureResource(high: Observation | undefined, low: Observation | undefined, chart: Chart): Resource {
  const one = (high ?? low)!;
  const visit = chart.visit(one.encounterId);
  return {
    resourceType: "Observation",
    id: bloodPressureId(one),
    meta: chart.directory.metas("us-core-blood-pressure"),
    identifier: identifiersOf(one.identifiers),
    status: "final",
    category: [categories["vital-signs"]],
    code: panel,
    subject: chart.patient,
    encounter: visit?.reference,
    effectiveDateTime: (visit?.zone ?? chart.home)(one.time),
    performer: visit && [visit.provider],
    component: [pressure(high, systolicCode), pressure(low, diastolicCode)],
  };
}

export const bloodPressureId = (one: Observation): string => derivedId(one.id, "blood pressure");

const panel = {
  coding: [coding("http://loinc.org", "85354-9", "Blood pressure panel with all children optional")],
  text: "Blood pressure",
};
const systolicCode = concept("http://loinc.org", systolic, "Systolic blood pressure");
const diastolicCode = concept("http://loinc.org", diastolic, "Diastolic blood pressure");

function pressure(observation: Observation | undefined, code: Concept) {
  if (observation === undefined) return { code, dataAbsentReason: unknown };
  return { id: observation.id, code: codedConcept(observation.code), ...valueMember(observation) };
}

const unknown = concept(`${hl7}data-absent-reason`, "unknown", "Unknown");
const notPerformed = concept(`${hl7}data-absent-reason`, "not-performed", "Not Performed");

/** A number with its unit, or an answer, or why there is neither. */
function valueMember({ value, decimals, unit, answer }: Observation) {
  if (answer !== undefined) return { valueCodeableConcept: codedConcept(answer) };
  if (value === undefined) return { dataAbsentReason: notPerformed };
  const number = decimals === undefined ? value : Number(value.toFixed(decimals));
  // A score has no unit, which UCUM writes 1.
  return { valueQuantity: quantity(number, unit ?? "1") };
}

/** How the value is written where JSON's own spelling of the number drops zeros that were measured; else undefined. */
export function spellingOf({ value, decimals, answer }: Observation): readonly [string, string] | undefined {
  if (value === undefined || answer !== undefined || decimals === undefined || decimals === 0) return undefined;
  const written = value.toFixed(decimals);
  return written.endsWith("0") ? [`"value":${Number(written)},`, `"value":${written},`] : undefined;
}

const categories: Readonly<Record<Observation["category"], Concept>> = {
  "vital-signs": concept(`${hl7}observation-category`, "vital-signs", "Vital Signs"),
  laboratory: concept(`${hl7}observation-category`, "laboratory", "Laboratory"),
  "social-history": concept(`${hl7}observation-category`, "social-history", "Social History"),
  survey: concept(`${hl7}observation-category`, "survey", "Survey"),
};

/** US Core's profiles by LOINC code; others go by their category. */
const profiles: Readonly<Record<string, string>> = {
  "8867-4": "us-core-heart-rate",
  "9279-1": "us-core-respiratory-rate",
  "8310-5": "us-core-body-temperature",
  "8302-2": "us-core-body-height",
  "29463-7": "us-core-body-weight",
  "39156-5": "us-core-bmi",
  "2708-6": "us-core-pulse-oximetry",
  "59408-5": "us-core-pulse-oximetry",
  "9843-4": "us-core-head-circumference",
  "72166-2": "us-core-smokingstatus",
};

const profileByCategory: Readonly<Record<Observation["category"], string>> = {
  "vital-signs": "us-core-vital-signs",
  laboratory: "us-core-observation-lab",
  "social-history": "us-core-simple-observation",
  survey: "us-core-observation-screening-assessment",
};

const profileOf = ({ code, category }: Observation): string => profiles[code.code] ?? profileByCategory[category];

/** US Core wants both of LOINC's codes for oxygen saturation. */
function codeOf({ code }: Observation): Concept {
  const own = codedConcept(code);
  if (code.code !== "2708-6" && code.code !== "59408-5") return own;
  const other = code.code === "2708-6" ? saturation.byOximetry : saturation.inArtery;
  return { ...own, coding: [...own.coding!, other] };
}

const saturation = {
  inArtery: coding("http://loinc.org", "2708-6", "Oxygen saturation in Arterial blood"),
  byOximetry: coding("http://loinc.org", "59408-5", "Oxygen saturation in Arterial blood by Pulse oximetry"),
};

function interpretationOf({ value, low, high }: Observation): readonly Concept[] | undefined {
  if (value === undefined || (low === undefined && high === undefined)) return undefined;
  if (low !== undefined && value < low) return interpretations.low;
  return high !== undefined && value > high ? interpretations.high : interpretations.normal;
}

const interpretations = {
  low: [concept(`${hl7}v3-ObservationInterpretation`, "L", "Low")],
  high: [concept(`${hl7}v3-ObservationInterpretation`, "H", "High")],
  normal: [concept(`${hl7}v3-ObservationInterpretation`, "N", "Normal")],
};

function rangeOf({ low, high, unit }: Observation) {
  if (low === undefined && high === undefined) return undefined;
  const limit = (value: number | undefined) => (value === undefined ? undefined : quantity(value, unit ?? "1"));
  return [{ low: limit(low), high: limit(high) }];
}
