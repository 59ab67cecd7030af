import type { Stream } from "../../random/stream.ts";
import type { Patient, PersonName } from "../../record/patient.ts";
import type { PatientRecord } from "../../record/record.ts";
import { make } from "../make.ts";
import type { QualityShare } from "../profile/quality.ts";
import type { Profile } from "../profile.ts";
import { drawStreet } from "../shared-records.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { nicknameOf } from "./nicknames.ts";

type Shares = Profile["quality"];

/** What was made wrong: a line of `defects.jsonl`. */
export interface Defect {
  readonly patientId: string;
  readonly defect:
    | "typo"
    | "nickname"
    | "swapped names"
    | "transposed digits"
    | "moved"
    | "missing"
    | "contradiction"
    | "repeat"
    | "late entry"
    | "late message"
    | "repeated message";
  /** `patient.name.family`; with the id of the row, or MSH-10 of the message, where there are several. */
  readonly field: string;
  readonly id?: string;
  /** Absent where there was nothing before, or is nothing after. */
  readonly before?: string;
  readonly after?: string;
}

/**
 * Makes a record as dirty as the profile says, and tells what was done. Each defect draws from a fork of its own row, so that a later
 * `asOf` adds defects and changes none.
 */
export function spoil(
  record: PatientRecord,
  isSecond: boolean,
  stream: Stream,
  shares: Shares,
  vocabulary: Vocabulary,
): { readonly record: PatientRecord; readonly defects: readonly Defect[] } {
  const defects: Defect[] = [];
  const patientId = record.patient.id;
  const note = (defect: Omit<Defect, "patientId">): void => {
    defects.push({ patientId, ...defect });
  };
  let spoiled = record;
  if (isSecond) spoiled = { ...spoiled, patient: mistake(spoiled.patient, stream.fork("mistakes"), shares, vocabulary, note) };
  spoiled = lose(spoiled, stream.fork("missing"), shares, note);
  spoiled = contradict(spoiled, stream.fork("contradictions"), shares, note);
  spoiled = repeat(spoiled, stream.fork("repeats"), shares, note);
  return { record: spoiled, defects };
}

type Note = (defect: Omit<Defect, "patientId">) => void;

function mistake(patient: Patient, stream: Stream, shares: Shares, vocabulary: Vocabulary, note: Note): Patient {
  let spoiled = patient;
  const has = (defect: QualityShare): Stream | undefined => {
    const own = stream.fork(defect);
    return own.chance(shares[defect]) ? own : undefined;
  };
  const rename = (defect: Defect["defect"], changes: Partial<PersonName>): void => {
    for (const part of ["given", "family"] as const) {
      const [before, after] = [spoiled.name[part], changes[part] ?? spoiled.name[part]];
      if (before !== after) note({ defect, field: `patient.name.${part}`, before, after });
    }
    spoiled = { ...spoiled, name: { ...spoiled.name, ...changes } };
  };
  const nickname = nicknameOf(spoiled.name.given);
  if (has("nicknames") && nickname !== undefined) rename("nickname", { given: nickname });
  const typo = has("typos");
  if (typo) {
    const part = typo.chance(0.6) ? "family" : "given";
    rename("typo", { [part]: mistyped(spoiled.name[part], typo) });
  }
  if (has("swappedNames")) rename("swapped names", { given: spoiled.name.family, family: spoiled.name.given });
  const digits = has("transposedDigits");
  if (digits) {
    const field = digits.pick(["ssn", "phone", "birthDate"] as const);
    const before = field === "birthDate" ? spoiled.birthDate : spoiled.identifiers[field]!;
    const after = transposed(before, field, digits);
    if (after !== before) {
      note({
        defect: "transposed digits",
        field: field === "birthDate" ? "patient.birthDate" : `patient.identifiers.${field}`,
        before,
        after,
      });
      const fragment = field === "ssn" ? { "ssn-fragment": after.slice(-4) } : {};
      spoiled =
        field === "birthDate"
          ? { ...spoiled, birthDate: after }
          : { ...spoiled, identifiers: { ...spoiled.identifiers, [field]: after, ...fragment } };
    }
  }
  const moved = has("movedAddresses");
  if (moved) {
    const street = drawStreet(moved, vocabulary);
    note({ defect: "moved", field: "patient.address.street", before: spoiled.address.street, after: street });
    spoiled = { ...spoiled, address: { ...spoiled.address, street } };
  }
  return spoiled;
}

/** One letter after the first left out, doubled, or swapped with the next. */
function mistyped(word: string, stream: Stream): string {
  if (word.length < 3) return `${word}${word.slice(-1)}`;
  const at = stream.int(1, word.length - 2);
  const [before, letter, next, rest] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)];
  const how = stream.int(0, 2);
  if (how === 0 || letter === next) return before + next + rest;
  return how === 1 ? before + letter + letter + next + rest : before + next + letter + rest;
}

/**
 * Two digits swapped where the value stays of its reserved range: the last four of an SSN, the last two of a telephone number, the day
 * of a birth date if it is a day still.
 */
function transposed(text: string, field: "ssn" | "phone" | "birthDate", stream: Stream): string {
  const at = field === "ssn" ? text.length - stream.int(2, 4) : text.length - 2;
  const swapped = text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2);
  const day = Number(swapped.slice(-2));
  return field === "birthDate" && (day === 0 || day > 28) ? text : swapped;
}

function lose(record: PatientRecord, stream: Stream, { missing }: Shares, note: Note): PatientRecord {
  const goes = (field: string): boolean => missing > 0 && stream.fork(field).chance(missing);
  const { identifiers: all, ...rest } = record.patient;
  const identifiers = { ...all };
  const patient = { ...rest };
  for (const kind of ["ssn", "phone", "email"] as const) {
    const before = identifiers[kind];
    if (before === undefined || !goes(kind)) continue;
    note({ defect: "missing", field: `patient.identifiers.${kind}`, before });
    delete identifiers[kind];
    if (kind === "ssn") delete identifiers["ssn-fragment"];
  }
  if (patient.occupation !== undefined && goes("occupation")) {
    note({ defect: "missing", field: "patient.occupation", before: patient.occupation });
    delete (patient as { occupation?: string }).occupation;
  }
  let { coverages } = record;
  // What a claim refers to stays.
  const needed = new Set(record.claims.map(({ coverageId }) => coverageId));
  if (coverages.length > 0 && coverages.every(({ id }) => !needed.has(id)) && goes("coverage")) {
    for (const { id, payer } of coverages) note({ defect: "missing", field: "coverages", id, before: payer });
    coverages = [];
  }
  return { ...record, patient: { ...patient, identifiers }, coverages };
}

function contradict(record: PatientRecord, stream: Stream, { contradictions }: Shares, note: Note): PatientRecord {
  if (contradictions === 0) return record;
  const encounters = record.encounters.map((encounter) => {
    if (!stream.fork(encounter.id).chance(contradictions)) return encounter;
    note({ defect: "contradiction", field: "encounters.start", id: encounter.id, before: encounter.start, after: encounter.end });
    note({ defect: "contradiction", field: "encounters.end", id: encounter.id, before: encounter.end, after: encounter.start });
    return { ...encounter, start: encounter.end, end: encounter.start };
  });
  const { deceased } = record.patient;
  const last = record.encounters.at(-1);
  if (deceased === undefined || last === undefined || !stream.fork("death").chance(contradictions)) return { ...record, encounters };
  const after = `${record.encounters[0]!.start.slice(0, 10)}T00:00:00`;
  note({ defect: "contradiction", field: "patient.deceased", before: deceased, after });
  return { ...record, encounters, patient: { ...record.patient, deceased: after } };
}

function repeat(record: PatientRecord, stream: Stream, { repeats }: Shares, note: Note): PatientRecord {
  if (repeats === 0) return record;
  const observations = record.observations.flatMap((observation) => {
    const own = stream.fork(observation.id);
    if (!own.chance(repeats)) return [observation];
    const id = make("uuid", own);
    note({ defect: "repeat", field: "observations", id, before: observation.id });
    return [observation, { ...observation, id }];
  });
  return { ...record, observations };
}
