import type { Encounter, Order, Procedure, Report } from "../../record/care.ts";
import type { Immunization, Medication, Observation } from "../../record/health.ts";
import type { PatientRecord } from "../../record/record.ts";

/** What was recorded at one encounter, in the order of time. */
export interface Entries {
  readonly observations: Observation[];
  readonly orders: Order[];
  readonly reports: Report[];
  readonly procedures: Procedure[];
  readonly immunizations: Immunization[];
  readonly medications: Medication[];
}

/** A record by encounter and by test, so that a note finds what it tells without going through everything. */
export interface Chart {
  readonly record: PatientRecord;
  at(encounterId: string): Entries;
  /** All results of a test or measure, by its code, in the order of time. */
  series(code: string): readonly Observation[];
  /** When results of an order were reported. */
  reported(orderId: string): string | undefined;
  /** The stay that an emergency visit led to, where one is on record. */
  encounter(id: string): Encounter | undefined;
}

export function chartOf(record: PatientRecord): Chart {
  const entries = new Map<string, Entries>();
  const series = new Map<string, Observation[]>();
  const reported = new Map<string, string>();
  const encounters = new Map(record.encounters.map((encounter) => [encounter.id, encounter]));
  const at = (id: string): Entries => {
    let found = entries.get(id);
    if (!found) {
      found = { observations: [], orders: [], reports: [], procedures: [], immunizations: [], medications: [] };
      entries.set(id, found);
    }
    return found;
  };
  for (const observation of record.observations) {
    at(observation.encounterId).observations.push(observation);
    const list = series.get(observation.code.code);
    if (list) list.push(observation);
    else series.set(observation.code.code, [observation]);
  }
  for (const order of record.orders) at(order.encounterId).orders.push(order);
  for (const report of record.reports) {
    at(report.encounterId).reports.push(report);
    if (report.orderId !== undefined) reported.set(report.orderId, report.time);
  }
  for (const procedure of record.procedures) at(procedure.encounterId).procedures.push(procedure);
  for (const immunization of record.immunizations) at(immunization.encounterId).immunizations.push(immunization);
  for (const medication of record.medications)
    if (medication.encounterId !== undefined) at(medication.encounterId).medications.push(medication);
  const none: readonly Observation[] = [];
  return {
    record,
    at,
    series: (code) => series.get(code) ?? none,
    reported: (orderId) => reported.get(orderId),
    encounter: (id) => encounters.get(id),
  };
}
