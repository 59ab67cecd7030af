import type { Stream } from "../../random/stream.ts";
import type { ClaimLine, Encounter, EncounterClass, Provider } from "../../record/care.ts";
import type { Coded } from "../../record/coded.ts";
import type { Day } from "../days.ts";
import { makeAll } from "../make.ts";
import type { Birth } from "../person/births.ts";
import type { AcuteSpec } from "../profile/acute.ts";
import { bill } from "./bills.ts";
import { noteBeside, weeksCode } from "./births.ts";
import { ageOf, type Case, stamp } from "./case.ts";
import { diagnose } from "./conditions.ts";
import { type Dice, keyOf, uniform, uuidBy, whole } from "./dice.ts";
import { notAgain } from "./followed.ts";
import type { Entry } from "./model.ts";
import type { Prescriptions } from "./prescriptions.ts";
import { answerReferrals, refer } from "./referrals.ts";
import { askMeasures, orderImaging, orderPanels, type Seen } from "./results.ts";
import { isGeneralist, specialistFor } from "./specialists.ts";
import { treat } from "./treatments.ts";
import type { Vaccinations } from "./vaccinations.ts";

/** A contact that is about to be written, with what it collects. Minutes count from the start of 1970. */
export interface Opened {
  readonly own: Case;
  readonly id: string;
  readonly class: EncounterClass;
  readonly day: Day;
  readonly start: number;
  readonly end: number;
  readonly reason: Coded;
  readonly provider: Provider;
  readonly dice: Dice;
  /** Of this encounter alone; for what is drawn by streams: identifiers and measures. */
  readonly stream: Stream;
  readonly lines: ClaimLine[];
  readonly reasons?: ReadonlyMap<string, Coded>;
}

/** What is done at an encounter. Shares are of encounters, each on its own. */
export interface Work {
  readonly reason: Coded;
  /** What else it is for. */
  readonly also?: readonly Coded[];
  /** By the name of a test, picture, procedure or referral: what it is for, where that is not the reason of the visit. */
  readonly reasons?: ReadonlyMap<string, Coded>;
  /** The conditions that it looks after, by name. */
  readonly looksAfter?: readonly string[];
  readonly acute?: Entry<AcuteSpec>;
  readonly asks?: readonly string[] | undefined;
  readonly panels?: Readonly<Record<string, number>> | undefined;
  readonly imaging?: Readonly<Record<string, number | Seen>> | undefined;
  readonly procedures?: Readonly<Record<string, number>> | undefined;
  readonly referrals?: Readonly<Record<string, number>> | undefined;
  readonly drugs?: Readonly<Record<string, number>> | undefined;
  /** Whether what is taken for good is looked through. */
  readonly manages?: boolean;
  readonly vaccinates?: boolean;
  /** Whether tests are done although they were done not long ago. */
  readonly repeats?: boolean;
  readonly bills?: "check-up";
  readonly minutes?: number;
  /** What is other than usual in what is measured, where nothing new is. */
  readonly moves?: Readonly<Record<string, number>>;
  /** What the visit is for, where it is one. */
  readonly pregnancy?: Birth;
}

/** What an encounter of a course needs beside the case. */
export interface Course {
  readonly prescriptions: Prescriptions;
  readonly vaccinations: Vaccinations;
  readonly passing: Map<string, Day>;
}

const keys = { id: keyOf("id"), provider: keyOf("provider"), other: keyOf("other"), specialist: keyOf("specialist") } as const;

export function openVisit(own: Case, visit: Pick<Opened, "class" | "start" | "end" | "reason" | "dice">): Opened {
  const { dice, start, end, reason } = visit;
  return {
    own,
    id: uuidBy(dice, keys.id),
    class: visit.class,
    day: Math.floor(start / 1440),
    start,
    end,
    reason,
    provider: providerFor(own, visit),
    dice,
    stream: own.stream.fork(dice.a),
    lines: [],
  };
}

/** Who is of the trade that is wanted, or else the patient's own; sometimes another who sees everybody. */
function providerFor(own: Case, visit: Pick<Opened, "class" | "start" | "dice" | "reason">): Provider {
  const { providers } = own;
  const trained = (trade: string): Provider | undefined => providers.find(({ specialty }) => specialty === trade);
  if (visit.class === "emergency") {
    const doctor = trained("Emergency Medicine");
    if (doctor) return doctor;
  } else {
    const specialist = specialistFor(own, visit.reason);
    if (specialist && uniform(visit.dice, keys.specialist) < 0.75) return specialist;
    const doctor = ageOf(own, Math.floor(visit.start / 1440)) < 16 ? trained("Pediatrics") : undefined;
    if (doctor) return doctor;
    if (uniform(visit.dice, keys.provider) < 0.8) return providers[0]!;
  }
  const others = providers.filter((provider) => isGeneralist(provider) && provider.specialty !== "Pediatrics");
  return others.length === 0 ? providers[0]! : others[whole(visit.dice, keys.other, [0, others.length - 1])]!;
}

export function encounterOf(opened: Opened, more: Partial<Encounter>): Encounter {
  const { own, id, provider, start, end, reason, stream } = opened;
  return {
    id,
    patientId: own.patient.id,
    providerId: provider.id,
    facilityId: own.facility.id,
    class: opened.class,
    start: stamp(start),
    end: stamp(end),
    age: ageOf(own, opened.day),
    reason,
    identifiers: makeAll(["encounter-id", "account-number", "claim-number"], stream),
    ...more,
  };
}

/** Writes an office or emergency visit with all that is done at it. */
export function writeVisit(visit: Opened, work: Work, course: Course, more: Partial<Encounter>): void {
  const opened: Opened = work.reasons ? { ...visit, reasons: work.reasons } : visit;
  const { own, day, dice } = opened;
  const { also = [] } = work;
  const encounter = encounterOf(opened, also.length === 0 ? more : { ...more, also });
  own.chart.encounters.push(encounter);
  own.chart.complaints.set(encounter.id, work.acute?.spec.complaint ?? "");
  const bad = work.acute ? diagnose(own, work.acute, opened.id, day, dice, course.passing) : 1;
  const moves = work.acute?.spec.moves ?? work.moves;
  if (work.pregnancy) noteBeside(own, opened.id, day, dice, weeksCode(work.pregnancy, day));
  answerReferrals(opened);
  const isInPerson = opened.class !== "virtual";
  if (isInPerson) {
    askMeasures(
      opened,
      [...own.model.encounters.vitals, ...(work.asks ?? [])],
      opened.start + 5,
      opened.stream.fork("measure"),
      moves,
      bad,
    );
    const panels = work.acute || work.pregnancy || work.repeats ? (work.panels ?? {}) : notAgain(own, work.panels ?? {}, day);
    orderPanels(opened, panels, opened.start + 15, opened.stream.fork("measure"), moves, bad);
    orderImaging(opened, work.imaging ?? {}, opened.start + 20);
    treat(opened, work.procedures ?? {}, opened.start + 10, opened.end, course.prescriptions);
    if (work.vaccinates) course.vaccinations.give(opened);
  }
  refer(opened, work.referrals ?? {});
  if (work.manages) course.prescriptions.manage(opened, work);
  if (work.drugs) course.prescriptions.courses(opened, work.drugs, work.reason);
  bill(opened, encounter, work.bills ?? (opened.class === "inpatient" ? undefined : opened.class));
}
