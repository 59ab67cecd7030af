import { dayOf } from "../../../src/generate/days.ts";
import { createPopulation } from "../../../src/generate/population.ts";
import type { Profile } from "../../../src/generate/profile.ts";
import type { PatientRecord } from "../../../src/record/record.ts";
import { usPopulation } from "../shipped.ts";

export const asOf = "2026-01-01";

/** Without notes, which take longest. */
export const quiet: Profile = { ...usPopulation, notes: { ...usPopulation.notes, share: 0 } };

export function recordsOf(profile: Profile, count: number, seed: string, day: string = asOf): PatientRecord[] {
  const population = createPopulation(profile, { seed, asOf: day });
  return Array.from({ length: count }, (_, index) => population.patient(index));
}

/** On the middle of 2025. */
export const ageOf = ({ patient }: PatientRecord): number => (dayOf("2025-07-02") - dayOf(patient.birthDate)) / 365.2425;

export const livedThrough2025 = ({ patient }: PatientRecord): boolean =>
  patient.birthDate <= "2025-01-01" && (patient.deceased === undefined || patient.deceased >= "2026");

export const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
