import { dayNumberOf } from "../../calendar/index.ts";
import { fullName } from "../../record/full-name.ts";
import type { Patient } from "../../record/patient.ts";
import type { PatientRecord } from "../../record/record.ts";
import { happeningsOf } from "./happenings.ts";
import { wrapped, wrappedList } from "./wrapped.ts";

/** The columns of a line. */
const width = 100;
const columns = { date: 12, age: 7, what: 11 };
const indent = columns.date + columns.age + columns.what;

export interface Timeline {
  readonly text: string;
  /** How many lines of the patient's life are in it. */
  readonly happenings: number;
}

/** Where a record comes from: it stands in the head, so that nobody takes the patient for a real one. */
export interface Source {
  readonly profile: string;
  readonly profileDigest: string;
  readonly seed: string;
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
}

/** A patient's record for reading: who it is, and a line for each thing that happened, in order of time. Lines end with LF. */
export function timelineOf(record: PatientRecord, source: Source): Timeline {
  const happenings = happeningsOf(record);
  let shown = "";
  const lines = happenings.flatMap(({ time, what, parts }) => {
    const date = time.slice(0, 10);
    const head = date === shown ? "" : `${date.padEnd(columns.date)}${ageOn(record.patient.birthDate, date).padStart(columns.age - 2)}  `;
    shown = date;
    const [first = "", ...rest] = wrappedList(parts, width - indent);
    return [
      `${head.padEnd(columns.date + columns.age)}${what.padEnd(columns.what)}${first}`.trimEnd(),
      ...rest.map((line) => " ".repeat(indent) + line),
    ];
  });
  return { text: `${[...headOf(record, source), "", ...lines].join("\n")}\n`, happenings: happenings.length };
}

function headOf({ index, patient, coverages, allergies, familyHistory }: PatientRecord, source: Source): string[] {
  const { address } = patient;
  const payers = coverages.filter(({ end }) => end === undefined || end > source.asOf).map(({ payer }) => payer);
  const origin = `Invented: patient ${index} of ${source.profile} ${source.profileDigest.slice(0, 8)}, seed ${source.seed}, as of ${source.asOf}`;
  const last = patient.deceased?.slice(0, 10) ?? source.asOf;
  return [
    ...wrapped(
      `${fullName(patient.name)}, ${wordFor(patient, last)}, born ${patient.birthDate}${patient.deceased === undefined ? "" : `, died ${last}`}`,
      width,
    ),
    ...wrappedList(
      [
        patient.hispanic ? `${raceWords[patient.race]} (Hispanic)` : raceWords[patient.race],
        patient.maritalStatus,
        ...(patient.occupation === undefined ? [] : [patient.occupation]),
        `${address.city} ${address.state} ${address.zip}`,
        ...(payers.length === 0 ? ["no insurance"] : payers),
      ],
      width,
    ),
    ...listed(
      "Allergic to",
      allergies.map(({ code }) => code.display.replace(/^Allergy to | allergy status$/g, "")),
    ),
    ...listed(
      "Family:",
      familyHistory.map(
        ({ relationship, code, onsetAge }) => `${relationship} ${code.display}${onsetAge === undefined ? "" : ` at ${onsetAge}`}`,
      ),
    ),
    ...wrapped(origin, width),
  ];
}

const listed = (head: string, parts: readonly string[]): string[] =>
  parts.length === 0 ? [] : wrappedList([`${head} ${parts[0]!}`, ...parts.slice(1)], width);

const raceWords: Readonly<Record<Patient["race"], string>> = {
  white: "White",
  black: "Black",
  "asian-pacific-islander": "Asian or Pacific Islander",
  "american-indian-alaska-native": "American Indian or Alaska Native",
  multiple: "of several races",
};

function wordFor({ sex, birthDate }: Patient, date: string): string {
  const isAdult = yearsBetween(birthDate, date) >= 18;
  if (sex === "female") return isAdult ? "woman" : "girl";
  return isAdult ? "man" : "boy";
}

/** `48 y`; below two years `14 mo`, below two months `12 d`. */
function ageOn(birthDate: string, date: string): string {
  const years = yearsBetween(birthDate, date);
  if (years >= 2) return `${years} y`;
  const [from, to] = [birthDate, date].map((day) => day.split("-").map(Number) as [number, number, number]);
  const months = (to![0] - from![0]) * 12 + to![1] - from![1] - (to![2] < from![2] ? 1 : 0);
  return months >= 2 ? `${months} mo` : `${dayNumberOf(...to!) - dayNumberOf(...from!)} d`;
}

const yearsBetween = (birthDate: string, date: string): number =>
  Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (date.slice(5) < birthDate.slice(5) ? 1 : 0);
