import { expect, test } from "vitest";
import type { PatientRecord } from "../../../src/record/record.ts";
import { quiet, recordsOf } from "./kit.ts";

const days = ["2026-01-01", "2026-03-10", "2026-09-30"] as const;
const told = days.map((day) => recordsOf(quiet, 400, "as of", day));

/** A record as it was known on an earlier day: what had ended by then, without what was decided later. */
function knownOn(day: string, record: PatientRecord) {
  const seen = new Set(record.encounters.filter(({ end }) => end.slice(0, 10) <= day).map(({ id }) => id));
  const at = <T extends { readonly encounterId?: string }>(list: readonly T[]): readonly T[] =>
    list.filter(({ encounterId }) => encounterId === undefined || seen.has(encounterId));
  return {
    encounters: record.encounters.filter(({ id }) => seen.has(id)),
    observations: at(record.observations),
    reports: at(record.reports),
    procedures: at(record.procedures),
    immunizations: at(record.immunizations),
    orders: at(record.orders).map(({ status: _, ...order }) => order),
    medications: at(record.medications).map(({ stop, stopReason, dispenses, renewals, ...rest }) => ({
      ...rest,
      renewals: renewals?.filter(({ encounterId }) => seen.has(encounterId)) ?? [],
      ...(stop !== undefined && stop <= day ? { stop, stopReason } : {}),
      dispenses: dispenses?.filter(({ date }) => date <= day),
    })),
    conditions: record.conditions
      .filter(({ encounterId, onset }) => (encounterId === undefined ? onset <= day : seen.has(encounterId)))
      .map(({ resolved, ...rest }) => ({ ...rest, ...(resolved !== undefined && resolved <= day ? { resolved } : {}) })),
    claims: record.claims.filter(({ created }) => created <= day).map(({ id, lines, total }) => ({ id, lines, total })),
    appointments: record.appointments
      .filter(({ booked }) => booked.slice(0, 10) <= day)
      .map(({ id, booked, start, status, encounterId }) =>
        start.slice(0, 10) <= day ? { id, booked, start, status, encounterId } : { id, booked, start },
      ),
  };
}

test.each([
  [0, 1],
  [1, 2],
  [0, 2],
] as const)("what had happened by day %i is the same on day %i", (early, late) => {
  let more = 0;
  for (const [i, before] of told[early]!.entries()) {
    const after = told[late]![i]!;
    expect(knownOn(days[early], after)).toEqual(knownOn(days[early], before));
    more += after.encounters.length - before.encounters.length;
  }
  expect(more).toBeGreaterThan(100);
});
