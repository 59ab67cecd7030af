import type { Stream } from "../../random/stream.ts";
import type { Encounter, Facility, Provider } from "../../record/care.ts";
import type { Note } from "../../record/note.ts";
import { patientAt } from "../../record/patient-at.ts";
import type { PatientRecord } from "../../record/record.ts";
import { ageOn, dayOf, isoOf, twoDigits } from "../days.ts";
import { make } from "../make.ts";
import type { Profile } from "../profile.ts";
import { chartOf } from "./chart.ts";
import { type DocumentName, documents } from "./documents.ts";
import type { Facts } from "./facts.ts";
import { drawHabits, type Habits } from "./habits.ts";
import { type Prose, written } from "./prose.ts";
import { type Clerk, createStaff, type Trade } from "./staff.ts";
import { usualNotes } from "./usual.ts";
import { createDrugWords } from "./words/drugs.ts";
import { operationNotes } from "./words/operations.ts";
import { admission } from "./writers/admission.ts";
import { daily } from "./writers/daily.ts";
import { discharge } from "./writers/discharge.ts";
import { emergency } from "./writers/emergency.ts";
import { letter, letterFor } from "./writers/letter.ts";
import { message } from "./writers/message.ts";
import { nursing, triage } from "./writers/nursing.ts";
import { operative } from "./writers/operative.ts";
import { progress } from "./writers/progress.ts";
import { radiology } from "./writers/radiology.ts";
import { social } from "./writers/social.ts";
import { call, telephone } from "./writers/telephone.ts";

/** Where somebody is cared for, and what the record does not say. */
export interface NoteSetting {
  readonly facility: Facility;
  /** Those of the facility; the first is the patient's own. */
  readonly providers: readonly Provider[];
  /** What led to an encounter, by its id; empty for a check-up. */
  readonly complaints: ReadonlyMap<string, string>;
  /** Emergency encounters that led to a stay. */
  readonly admitted: ReadonlySet<string>;
}

/** Who writes: whose habits, and who is named for a trade without record. */
type Author = "provider" | "patient" | Trade;

/**
 * Writes notes for the profile's share of encounters, composed of the patient's own facts as known at the note's time, with a gold span
 * for each identifier. Made once for a population: authors keep their habits. Notes written after `asOf`, `YYYY-MM-DD`, are not there.
 */
export function createNotes(
  profile: Profile,
  root: Stream,
  asOf: string,
): (record: PatientRecord, stream: Stream, setting: NoteSetting) => Note[] {
  const { share, styles } = profile.notes;
  const weights = { ...styles, telephone: styles.telephone ?? usualNotes.telephone };
  const beside = besideOf(profile);
  const manners = {
    abbreviations: profile.notes.abbreviations ?? usualNotes.abbreviations,
    typos: profile.notes.typos ?? usualNotes.typos,
  };
  const drugWords = createDrugWords();
  const staff = createStaff(root.fork("staff"));
  const providerHabits = new Map<string, Habits>();
  const clerkHabits = new Map<Clerk, Habits>();

  function habitsOf(provider: Provider): Habits {
    let habits = providerHabits.get(provider.id);
    if (!habits) {
      habits = drawHabits(root.fork("author").fork(provider.id), manners);
      providerHabits.set(provider.id, habits);
    }
    return habits;
  }

  function habitsOfClerk(clerk: Clerk): Habits {
    let habits = clerkHabits.get(clerk);
    if (!habits) {
      habits = drawHabits(clerk.stream, manners);
      clerkHabits.set(clerk, habits);
    }
    return habits;
  }

  return (record, stream, setting) => {
    if (share === 0 || record.encounters.length === 0) return [];
    const chart = chartOf(record);
    const notes: Note[] = [];
    const home = stream.fork("home");
    let patientHabits: Habits | undefined;
    const { facility, providers } = setting;

    for (const encounter of record.encounters) {
      const visit = stream.fork(encounter.start);
      if (!visit.fork("has").chance(share)) continue;
      writeAll(encounter, visit);
    }
    return notes.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));

    function factsOf(encounter: Encounter, visit: Stream, own: Stream, time: string, author: Author): Facts {
      const provider = providers.find(({ id }) => id === encounter.providerId)!;
      const others = providers.filter(({ id }) => id !== encounter.providerId);
      const clerk = (trade: Trade): Clerk => own.fork(trade).pick(staff(facility, trade));
      if (author === "patient") patientHabits ??= drawHabits(home.fork("habits"), { abbreviations: 0, typos: manners.typos * 3 });
      const habits =
        author === "provider"
          ? habitsOf(provider)
          : author === "patient"
            ? { ...patientHabits!, letters: patientHabits!.register === "dictated" ? ("as is" as const) : patientHabits!.letters }
            : habitsOfClerk(clerk(author));
      return {
        record,
        chart,
        patient: patientAt(record.patient, time),
        encounter,
        entries: chart.at(encounter.id),
        facility,
        provider,
        colleague: others.length === 0 ? provider : visit.fork("colleague").pick(others),
        own: providers[0]!,
        complaint: setting.complaints.get(encounter.id) ?? "",
        isAdmitted: setting.admitted.has(encounter.id),
        time,
        age: ageOn(record.patient.birthDate, dayOf(time.slice(0, 10))),
        habits,
        brief: habits.register === "brief",
        known: {},
        stream: own,
        home,
        visit,
        clerk,
        drugWords,
      };
    }

    /** `time`: of what is told in it; `signed`: of the note, where that is later. Nothing later than `asOf` or than the patient's death. */
    function add(
      encounter: Encounter,
      visit: Stream,
      key: string,
      name: DocumentName | ((f: Facts) => DocumentName),
      time: string,
      author: Author,
      write: (f: Facts) => Prose,
      signed = time,
    ): void {
      if (signed.slice(0, 10) > asOf) return;
      const own = visit.fork(key);
      const facts = factsOf(encounter, visit, own, time, author);
      const { text, spans } = written(write(facts), {
        letters: facts.habits.letters,
        typos: facts.habits.typos,
        width: facts.habits.width,
        stream: own.fork("hand"),
      });
      const { title, code } = documents[typeof name === "string" ? name : name(facts)];
      notes.push({
        id: make("uuid", own.fork("id")),
        patientId: record.patient.id,
        encounterId: encounter.id,
        providerId: encounter.providerId,
        time: signed,
        title,
        code,
        text,
        spans,
      });
    }

    function writeAll(encounter: Encounter, visit: Stream): void {
      const chooses = visit.fork("style");
      if (encounter.class === "inpatient") writeStay(encounter, visit);
      else if (encounter.class === "emergency" && weights.emergency > 0) {
        if (visit.fork("triage?").chance(beside.triage) && (setting.complaints.get(encounter.id) ?? "") !== "")
          add(encounter, visit, "triage", "nursing", plus(encounter.start, 10), "nurse", triage);
        add(encounter, visit, "emergency", "emergency", encounter.end, "provider", emergency);
      } else writeVisit(encounter, visit, drawStyle(chooses, encounter, weights));
      if (beside.radiology === 0) return;
      for (const report of chart.at(encounter.id).reports)
        if (
          report.conclusion !== undefined &&
          report.modality !== undefined &&
          visit.fork(`radiology ${report.code.code}?`).chance(beside.radiology)
        )
          add(encounter, visit, `radiology ${report.code.code}`, "radiology", report.time, "radiologist", (f) => radiology(f, report));
    }

    function writeVisit(encounter: Encounter, visit: Stream, style: "progress" | "letter" | "message" | "telephone"): void {
      const when = visit.fork("when");
      const provider = providers.find(({ id }) => id === encounter.providerId)!;
      const signs = laterThatDay(encounter.end, habitsOf(provider).signsAfter);
      if (style === "message" || (style === "telephone" && encounter.class !== "virtual")) {
        const days = when.int(1, style === "message" ? 6 : 4);
        const time = onDay(encounter.end, days, style === "message" ? when.int(390, 1370) : when.int(545, 985));
        const answered = style === "message" && when.chance(0.75) ? onDay(time, when.chance(0.5) ? 1 : 2, when.int(480, 1020)) : undefined;
        const { deceased } = record.patient;
        const last = answered ?? time;
        // Where the message came too late to be told, the visit has the note of its provider.
        if (last.slice(0, 10) <= asOf && !(deceased !== undefined && last >= deceased)) {
          if (style === "message") add(encounter, visit, "message", "message", time, "patient", (f) => message(f, answered), last);
          else add(encounter, visit, "call", "telephone", time, "nurse", call);
        }
        return;
      }
      if (style === "telephone") add(encounter, visit, "telephone", "telephone", encounter.end, "provider", telephone);
      else if (style === "letter")
        add(
          encounter,
          visit,
          "letter",
          (f) => (letterFor(f) === "referral" ? "referral" : "letter"),
          signs,
          "provider",
          (f) => letter(f, letterFor(f)),
        );
      else add(encounter, visit, "progress", "progress", signs, "provider", progress);
    }

    function writeStay(encounter: Encounter, visit: Stream): void {
      const { start, end } = encounter;
      const when = visit.fork("when");
      const first = dayOf(start.slice(0, 10));
      const last = dayOf(end.slice(0, 10));
      const within = (time: string): boolean => time > start && time < end;
      if (when.fork("admission").chance(beside.admission)) {
        const time = plus(start, when.fork("admission time").int(60, 180));
        if (within(time)) add(encounter, visit, "admission", "admission", time, "provider", admission);
      }
      for (const procedure of chart.at(encounter.id).procedures) {
        if (operationNotes[procedure.code.code] === undefined || !when.fork(`operation ${procedure.code.code}`).chance(beside.operative))
          continue;
        const time = plus(procedure.end, when.fork("operation time").int(15, 60));
        if (within(time))
          add(encounter, visit, `operative ${procedure.code.code}`, "operative", time, "surgeon", (f) => operative(f, procedure));
      }
      for (let day = first; day <= last; day++) {
        const of = when.fork(day);
        if (day > first && of.fork("daily").chance(beside.daily)) {
          const time = `${isoOf(day)}T${twoDigits(of.int(8, 11))}:${twoDigits(of.int(10, 59))}:00`;
          if (within(time) && day < last) add(encounter, visit, `daily ${day - first}`, "progress", time, "provider", daily);
        }
        if (of.fork("nursing").chance(beside.nursing)) {
          const time = `${isoOf(day)}T${twoDigits(of.fork("shift").pick([6, 14, 18, 22]))}:${twoDigits(of.int(30, 55))}:00`;
          if (within(time) && time > plus(start, 200)) add(encounter, visit, `nursing ${day - first}`, "nursing", time, "nurse", nursing);
        }
      }
      if (encounter.age >= 18 && encounter.admission?.disposition !== "died" && when.fork("social").chance(beside.social)) {
        const time = `${isoOf(Math.max(first, last - 1))}T${twoDigits(when.fork("social").int(10, 16))}:15:00`;
        if (within(time)) add(encounter, visit, "social", "social", time, "socialWorker", social);
      }
      if (when.fork("discharge").chance(beside.discharge)) add(encounter, visit, "discharge", "discharge", end, "provider", discharge);
    }
  };
}

function besideOf({ notes }: Profile): Readonly<Record<keyof typeof usualNotes.beside, number>> {
  const shares: Record<keyof typeof usualNotes.beside, number> = { ...usualNotes.beside };
  for (const key of Object.keys(shares) as (keyof typeof shares)[]) shares[key] = notes.beside?.[key] ?? shares[key];
  return shares;
}

/** Minutes later, perhaps the next day. */
function plus(time: string, minutes: number): string {
  const total = Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16)) + minutes;
  return onDay(time, Math.floor(total / 1440), total % 1440);
}

function onDay(time: string, days: number, minute: number): string {
  const day = days === 0 ? time.slice(0, 10) : isoOf(dayOf(time.slice(0, 10)) + days);
  return `${day}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00`;
}

/** Minutes later, at midnight at the latest. */
function laterThatDay(time: string, minutes: number): string {
  const total = Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16)) + minutes;
  return onDay(time, 0, Math.min(1439, total));
}

const visitStyles = ["progress", "letter", "message", "telephone"] as const;

/** Which note a visit has; a video visit has no letter. */
function drawStyle(
  stream: Stream,
  encounter: Encounter,
  weights: Readonly<Record<(typeof visitStyles)[number], number>>,
): (typeof visitStyles)[number] {
  const { code } = encounter.reason;
  // Nobody writes a colleague of a check-up, a vaccine or a cold child.
  const isRoutine = /^(?:Z(?:00|23|34|39|38)|O09)/.test(code);
  const fitting = visitStyles.filter(
    (style) => weights[style] > 0 && !(style === "letter" && (encounter.class === "virtual" || (isRoutine && weights.progress > 0))),
  );
  if (fitting.length === 0) return "progress";
  let total = 0;
  return fitting[stream.weighted(fitting.map((style) => (total += weights[style])))]!;
}
