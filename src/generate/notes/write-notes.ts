import type { Stream } from "../../random/stream.ts";
import type { Encounter, Facility, Provider } from "../../record/care.ts";
import type { Note } from "../../record/note.ts";
import type { PatientRecord } from "../../record/record.ts";
import { make } from "../make.ts";
import type { NoteStyle, Profile } from "../profile.ts";
import type { Facts } from "./facts.ts";
import { styles } from "./styles.ts";
import type { DateStyle } from "./write-date.ts";

export interface NoteSetting {
  readonly profile: Profile;
  readonly facility: Facility;
  readonly providers: readonly Provider[];
  /** What led to an encounter, by its id; empty for a check-up. */
  readonly complaints: ReadonlyMap<string, string>;
}

/** A note for the profile's share of encounters, composed of the patient's own facts, with a gold span for each identifier. */
export function writeNotes(record: PatientRecord, stream: Stream, setting: NoteSetting): Note[] {
  const { share, styles: weights } = setting.profile.notes;
  return record.encounters.flatMap((encounter) => {
    const own = stream.fork(encounter.start);
    return own.fork("has").chance(share)
      ? [writeNote(record, encounter, own, setting, drawStyle(own.fork("style"), encounter, weights))]
      : [];
  });
}

const dateStyles: readonly DateStyle[] = ["us", "us", "short", "long", "day-month", "iso"];

function writeNote(record: PatientRecord, encounter: Encounter, own: Stream, setting: NoteSetting, style: NoteStyle): Note {
  const on = encounter.start.slice(0, 10);
  const others = setting.providers.filter(({ id }) => id !== encounter.providerId);
  const provider = setting.providers.find(({ id }) => id === encounter.providerId)!;
  const facts: Facts = {
    patient: record.patient,
    contact: record.contacts[0]!,
    encounter,
    facility: setting.facility,
    provider,
    colleague: others.length === 0 ? provider : own.fork("colleague").pick(others),
    complaint: setting.complaints.get(encounter.id) ?? "",
    conditions: record.conditions.filter(({ onset, encounterId }) => encounterId === undefined && onset <= on),
    medications: record.medications.filter(({ start, stop }) => start <= on && (stop === undefined || stop >= on)),
    observations: record.observations.filter(({ encounterId }) => encounterId === encounter.id),
    dateStyle: own.fork("date-style").pick(dateStyles),
    stream: own,
  };
  const { text, spans } = styles[style].write(facts);
  const note = { id: make("uuid", own.fork("id")), patientId: record.patient.id, encounterId: encounter.id, providerId: provider.id };
  return { ...note, time: encounter.end, title: styles[style].title, text, spans };
}

/** An urgent encounter has an ED note; the others never do. */
function drawStyle(stream: Stream, encounter: Encounter, weights: Profile["notes"]["styles"]): NoteStyle {
  if (encounter.class === "emergency" && weights.emergency > 0) return "emergency";
  const others = (["progress", "letter", "message"] as const).filter((style) => weights[style] > 0);
  if (others.length === 0) return "progress";
  let total = 0;
  return others[stream.weighted(others.map((style) => (total += weights[style])))]!;
}
