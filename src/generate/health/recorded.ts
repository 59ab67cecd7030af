import type { Stream } from "../../random/stream.ts";
import type { Allergy, FamilyHistory } from "../../record/health.ts";
import type { Patient } from "../../record/patient.ts";
import { type Day, isoOf } from "../days.ts";
import { make } from "../make.ts";
import type { Health, RelativeCondition } from "./health.ts";

/** The allergies that a record holds by `asOf`. */
export function recordedAllergies(patient: Patient, health: Health, stream: Stream, asOf: Day): readonly Allergy[] {
  return health.allergies
    .filter(({ onset }) => onset <= asOf)
    .map(({ name, onset, ...allergy }) => ({
      id: make("uuid", stream.fork(name)),
      patientId: patient.id,
      ...allergy,
      onset: isoOf(onset),
    }));
}

/** What a record holds of relatives. */
export function recordedFamily(patient: Patient, told: readonly RelativeCondition[], stream: Stream): readonly FamilyHistory[] {
  return told.map(({ name, ...history }) => ({
    id: make("uuid", stream.fork(history.relationship).fork(name)),
    patientId: patient.id,
    ...history,
  }));
}
