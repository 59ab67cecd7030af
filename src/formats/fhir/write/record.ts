import type { Observation } from "../../../record/health.ts";
import type { PatientRecord } from "../../../record/record.ts";
import { type Directory, openChart } from "./chart.ts";
import { claimResources } from "./claim.ts";
import { coverageResource, deviceResources } from "./coverage.ts";
import { appointmentResource, encounterResource, orderResource, procedureResource } from "./encounter.ts";
import { allergyResource, conditionResource, familyHistoryResource, immunizationResource } from "./health.ts";
import { dispenseResource, medicationResource } from "./medication.ts";
import { bloodPressureId, bloodPressureResource, diastolic, observationResource, spellingOf, systolic } from "./observation.ts";
import { occupationResource, patientResource, relatedPersonResource } from "./patient.ts";
import { historyProvenance, visitProvenance } from "./provenance.ts";
import { noteResource, reportResources } from "./report.ts";
import type { Reference, Resource } from "./resource.ts";
import { specimenIdOf, specimenResource } from "./specimen.ts";

/** Takes a resource and, where JSON would write a number of it otherwise, what to write for what. */
export type Take = (resource: Resource, spelling?: readonly [string, string]) => void;

/** Gives every resource of a record, a resource after those that it refers to as far as that goes. */
export function writeRecord(record: PatientRecord, directory: Directory, asOf: string, take: Take): void {
  const chart = openChart(record, directory);
  const targets = new Map<string | undefined, Reference[]>();
  const give = (encounterId: string | undefined, resource: Resource, spelling?: readonly [string, string]): void => {
    take(resource, spelling);
    // What an encounter that is not in the record left behind belongs to none.
    const key = chart.visit(encounterId) && encounterId;
    const reference = directory.refer(resource.resourceType, resource.id);
    const list = targets.get(key);
    if (list) list.push(reference);
    else targets.set(key, [reference]);
  };

  give(undefined, patientResource(chart));
  for (const contact of record.contacts) give(undefined, relatedPersonResource(contact, chart));
  for (const coverage of record.coverages) give(undefined, coverageResource(coverage, chart));
  for (const device of record.devices) for (const resource of deviceResources(device, chart)) give(undefined, resource);
  const occupation = occupationResource(chart);
  if (occupation) give(undefined, occupation);
  for (const appointment of record.appointments) give(undefined, appointmentResource(appointment, chart));
  for (const encounter of record.encounters) give(encounter.id, encounterResource(chart.visit(encounter.id)!, chart));
  for (const condition of record.conditions) give(condition.encounterId, conditionResource(condition, chart));
  for (const allergy of record.allergies) give(undefined, allergyResource(allergy, chart));
  for (const history of record.familyHistory) give(undefined, familyHistoryResource(history, chart));
  for (const order of record.orders) give(order.encounterId, orderResource(order, chart));

  const pressures = pairPressures(record.observations);
  const drawn = new Set<string>();
  for (const observation of record.observations) {
    const specimenId = specimenIdOf(observation);
    if (specimenId !== undefined && !drawn.has(specimenId)) {
      drawn.add(specimenId);
      give(observation.encounterId, specimenResource(specimenId, observation, chart));
    }
    const pair = pressures.get(observation.id);
    if (!pair) give(observation.encounterId, observationResource(observation, chart), spellingOf(observation));
    else if ((pair.high ?? pair.low) === observation) give(observation.encounterId, bloodPressureResource(pair.high, pair.low, chart));
  }
  const resourceIdOf = (id: string): string => {
    const pair = pressures.get(id);
    return pair ? bloodPressureId((pair.high ?? pair.low)!) : id;
  };
  for (const report of record.reports) {
    for (const resource of reportResources(report, chart, resourceIdOf)) give(report.encounterId, resource);
  }

  for (const procedure of record.procedures) give(procedure.encounterId, procedureResource(procedure, chart));
  for (const immunization of record.immunizations) give(immunization.encounterId, immunizationResource(immunization, chart));
  for (const medication of record.medications) {
    give(medication.encounterId, medicationResource(medication, chart));
    medication.dispenses?.forEach((dispense, turn) => {
      give(undefined, dispenseResource(dispense, turn, medication, chart));
    });
  }
  for (const claim of record.claims) for (const resource of claimResources(claim, chart)) give(undefined, resource);
  for (const note of record.notes) give(note.encounterId, noteResource(note, chart));

  for (const [encounterId, list] of targets) {
    const visit = chart.visit(encounterId);
    take(visit ? visitProvenance(visit, list, chart) : historyProvenance(list, asOf, chart));
  }
}

interface Pair {
  high?: Observation;
  low?: Observation;
}

/** A systolic and the diastolic pressure of the same moment, under the id of each. */
function pairPressures(observations: readonly Observation[]): ReadonlyMap<string, Pair> {
  const moments = new Map<string, Pair[]>();
  const pairs = new Map<string, Pair>();
  for (const observation of observations) {
    const code = observation.code.code;
    if (code !== systolic && code !== diastolic) continue;
    const side = code === systolic ? "high" : "low";
    const moment = `${observation.encounterId}/${observation.time}`;
    const there = moments.get(moment) ?? [];
    // A second reading of the same moment begins a pair of its own.
    let pair = there.find((each) => each[side] === undefined);
    if (!pair) {
      pair = {};
      moments.set(moment, [...there, pair]);
    }
    pair[side] = observation;
    pairs.set(observation.id, pair);
  }
  return pairs;
}
