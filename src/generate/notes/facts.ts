import type { Stream } from "../../random/stream.ts";
import type { Encounter, Facility, Provider } from "../../record/care.ts";
import type { Condition, Medication } from "../../record/health.ts";
import type { Contact, Patient } from "../../record/patient.ts";
import type { PatientRecord } from "../../record/record.ts";
import { dayOf, weekdayOf } from "../days.ts";
import { nicknameOf } from "../quality/nicknames.ts";
import type { Chart, Entries } from "./chart.ts";
import type { Habits } from "./habits.ts";
import type { Drugs } from "./history.ts";
import { capital, mention, type Prose, prose } from "./prose.ts";
import type { Clerk, Trade } from "./staff.ts";
import { varied } from "./varied.ts";
import type { Said } from "./words/drugs.ts";
import type { Illness } from "./words/illness-form.ts";
import { monthName, writeClock, writeDate, writeOrdinal } from "./write-date.ts";

/** Of one encounter and time. */
export interface Known {
  problems?: readonly Condition[];
  drugs?: Drugs;
  illness?: Illness;
}

/** What the author of a note knows at its time, and how this author writes it. */
export interface Facts {
  readonly record: PatientRecord;
  readonly chart: Chart;
  readonly patient: Patient;
  readonly encounter: Encounter;
  /** What was recorded at the encounter, also after the note's time. */
  readonly entries: Entries;
  readonly facility: Facility;
  /** Whose note it is, or who answers for it. */
  readonly provider: Provider;
  /** Somebody else at the facility; the same person where there is nobody else. */
  readonly colleague: Provider;
  /** The patient's own provider. */
  readonly own: Provider;
  /** What led to the encounter, in a patient's words; empty for what was planned. */
  readonly complaint: string;
  /** Whether an emergency visit led to a stay. */
  readonly isAdmitted: boolean;
  /** `YYYY-MM-DDTHH:MM:SS`: nothing later is told. */
  readonly time: string;
  /** In whole years, at that time. */
  readonly age: number;
  readonly habits: Habits;
  readonly brief: boolean;
  /** What was worked out for this note, so that it is worked out once. */
  readonly known: Known;
  readonly stream: Stream;
  /** The patient's own: the same in all notes. */
  readonly home: Stream;
  /** Of the encounter: the same in all notes of it. */
  readonly visit: Stream;
  /** Somebody of a trade at the facility, the same throughout the note. */
  clerk(trade: Trade): Clerk;
  /** How a medication is told. */
  readonly drugWords: (medication: Pick<Medication, "code" | "instructions">) => Said;
}

/** Draws one; where it is a text with variants, one of those too. */
function drawnOf<T>(stream: Stream, list: readonly T[]): T {
  const drawn = stream.pick(list);
  // Who gives a text with variants asks for a text.
  return typeof drawn === "string" && drawn.includes("{") ? (varied(drawn, stream) as T & string) : drawn;
}

export const pick = <T>({ stream }: Facts, key: string, list: readonly T[]): T => drawnOf(stream.fork(key), list);

export const chance = ({ stream }: Facts, key: string, share: number): boolean => stream.fork(key).chance(share);

/** Mostly what this author always says, at times something else. */
export function say<T>({ stream, habits }: Facts, key: string, list: readonly T[]): T {
  const own = stream.fork(key);
  return own.chance(0.65) ? drawnOf(habits.stream.fork(key), list) : drawnOf(own, list);
}

/** The author's own way, without exception. */
export const always = <T>({ habits }: Facts, key: string, list: readonly T[]): T => drawnOf(habits.stream.fork(key), list);

export const dayOfTime = (time: string): number => dayOf(time.slice(0, 10));

/** A day within running text. */
export function date(f: Facts, iso: string): Prose {
  const ago = dayOfTime(f.time) - dayOfTime(iso);
  return mention("date", writeDate(iso, ago > -120 && ago < 200 ? f.habits.recentDates : f.habits.dates));
}

/** A day not long ago as it is said in passing: `the 9th`, `Tue 3/4`, `in March`. Further ago, as the author writes days. */
export function dateInPassing(f: Facts, iso: string): Prose {
  const day = dayOfTime(iso);
  const ago = dayOfTime(f.time) - day;
  if (ago < 0 || ago > 60 || !chance(f, `passing ${iso}`, 0.45)) return date(f, iso);
  const number = Number(iso.slice(8, 10));
  const isSameMonth = iso.slice(0, 7) === f.time.slice(0, 7);
  const way = say(f, "passing", ["ordinal", "weekday", "weekday", "month"]);
  if (way === "ordinal" && isSameMonth) return ["the ", mention("date", writeOrdinal(number))];
  if (way === "month" && !f.brief) return mention("date", `${monthName(iso)} ${number}`);
  return [weekdays[weekdayOf(day)]!, " ", date(f, iso)];
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

export const headDate = ({ habits }: Facts, iso: string): Prose => mention("date", writeDate(iso, habits.headDates));

export const birthDate = ({ habits, patient }: Facts): Prose =>
  mention(
    "birth-date",
    writeDate(patient.birthDate, habits.headDates === "no-year" || habits.headDates === "month-day" ? "us" : habits.headDates),
  );

export const clock = ({ habits }: Facts, time: string): string => writeClock(time, habits.clock);

/** A number as this author spells it; it stays the same number. */
export function phone(
  { habits }: Facts,
  value: string,
  role: "subject" | "relative" | "provider" | "facility" = "subject",
  kind: "phone" | "fax" = "phone",
): Prose {
  const digits = value.replace(/\D/g, "");
  // Who lives where the office is leaves the area code out.
  if (digits.length === 10 && kind === "phone" && role !== "facility" && habits.local)
    return mention(kind, `${digits.slice(3, 6)}-${digits.slice(6)}`, role);
  if (digits.length !== 10 || habits.phones === "(###) ###-####") return mention(kind, value, role);
  const [area, office, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  if (habits.phones === "###/###-####") return mention(kind, `${area}/${office}-${line}`, role);
  const mark =
    habits.phones === "### ### ####" ? " " : habits.phones === "###-###-####" ? "-" : habits.phones === "###.###.####" ? "." : "";
  return mention(kind, area + mark + office + mark + line, role);
}

export const named = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join(" ");

/** The patient's name as forms have it. */
export function headName({ habits, patient: { name } }: Facts): Prose {
  const { given, middle, family, suffix } = name;
  const initial = middle?.slice(0, 1);
  const texts: Readonly<Record<Habits["names"], string>> = {
    "first last": named(given, family, suffix),
    full: named(given, middle, family, suffix),
    "last, first": `${named(family, suffix)}, ${named(given, initial && `${initial}.`)}`,
    "LAST, FIRST": `${named(family, suffix)}, ${named(given, initial)}`.toUpperCase(),
    "LAST,FIRST": `${family},${named(given, initial)}`.toUpperCase(),
  };
  return mention("name", texts[habits.names]);
}

export const fullPatient = ({ patient: { name } }: Facts): Prose => mention("name", named(name.given, name.family, name.suffix));

/** `Ms. Kelly`. Children by their given name. */
export function titled(f: Facts): Prose {
  const { patient, age } = f;
  if (age < 16) return mention("name", patient.name.given);
  const title = patient.sex === "male" ? "Mr. " : patient.maritalStatus === "married" && age > 60 ? "Mrs. " : "Ms. ";
  return [title, mention("name", patient.name.family)];
}

/** The patient in running text: as the author says, at the beginning of a sentence or within. */
export function called(f: Facts, place: "start" | "within" = "within"): Prose {
  const { habits, patient, age } = f;
  switch (habits.calls) {
    case "title":
      return titled(f);
    case "given":
      return age > 70 ? titled(f) : mention("name", calledName(f));
    case "pt":
      return place === "start" ? "Pt" : "pt";
    case "family":
      return age < 16 ? titled(f) : mention("name", patient.name.family);
    case "initials":
      return mention("name", `${patient.name.given.slice(0, 1)}${patient.name.family.slice(0, 1)}`);
    default:
      return place === "start" ? "The patient" : "the patient";
  }
}

/** The given name, or the short form of it that people use. */
function calledName({ patient: { name }, home }: Facts): string {
  const short = nicknameOf(name.given);
  return short !== undefined && home.fork("nickname").chance(0.4) ? short : name.given;
}

export interface Pronouns {
  readonly they: string;
  readonly them: string;
  readonly their: string;
}

export function pronouns({ patient }: Facts): Pronouns {
  return patient.sex === "female" ? { they: "she", them: "her", their: "her" } : { they: "he", them: "him", their: "his" };
}

/** Puts pronouns for `@they`, `@them`, `@their` and, in capitals, `@They`, `@Their`; draws variants. */
export function worded(f: Facts, whole: string, stream: Stream): string {
  const text = varied(whole, stream);
  if (!text.includes("@")) return text;
  const { they, them, their } = pronouns(f);
  return text
    .replaceAll("@They", capital(they))
    .replaceAll("@Their", capital(their))
    .replaceAll("@their", their)
    .replaceAll("@them", them)
    .replaceAll("@they", they);
}

export function contactName({ name }: Contact, form: "given" | "full" = "full"): Prose {
  return mention("name", form === "given" ? name.given : named(name.given, name.family), "relative");
}

/** Who is with the patient, or whom to call: a parent for a child, whoever lives there before others. */
export function companion({ record, age: years }: Facts): Contact | undefined {
  const { contacts } = record;
  if (years < 18) return contacts.find(({ relationship }) => relationship === "mother" || relationship === "father") ?? contacts[0];
  return contacts.find(({ livesWith }) => livesWith) ?? contacts[0];
}

/** Whose word a note goes by: a parent's for a child. Undefined: the patient's own. */
export const informant = (f: Facts): Contact | undefined => (f.age < 13 ? companion(f) : undefined);

/** What people who work there call it: `Mossgarth`. */
export const facilityShort = ({ facility }: Facts): Prose => mention("facility", facility.name.split(" ")[0]!, "facility");

/** A firm by its whole name or by the first of its names. */
export function employerName(f: Facts, name: string): Prose {
  const first = name.split(/ - |, | and |-| (?:Inc|LLC|Group)$/)[0]!;
  return mention("employer", chance(f, "firm", 0.3) && first.length > 3 ? first : name);
}

export const facilityName = ({ facility }: Facts): Prose => mention("facility", facility.name, "facility");

export function facilityAddress({ facility: { address } }: Facts): Prose {
  return prose`${mention("street-address", address.street, "facility")}, ${mention("city", address.city, "facility")}, ${address.state} ${mention("zip", address.zip, "facility")}`;
}

export function homeAddress({ patient: { address } }: Facts, separator = ", "): Prose {
  return prose`${mention("street-address", address.street)}${separator}${mention("city", address.city)}, ${address.state} ${mention("zip", address.zip)}`;
}

/** Prose at the beginning of a sentence: `instead` where it does not begin with a name. */
export function capitalized(whole: Prose, instead: string): Prose {
  if (typeof whole === "string") return whole === "" ? instead : capital(whole);
  if (Array.isArray(whole)) {
    const [first, ...rest] = whole as readonly Prose[];
    return typeof first === "string" && first !== "" ? [capital(first), ...rest] : whole;
  }
  return whole;
}
