import { civilOf } from "../../calendar/civil.ts";
import type { Stream } from "../../random/stream.ts";
import type { Day } from "../days.ts";
import type { AcuteSpec } from "../profile/acute.ts";
import type { Profile } from "../profile.ts";
import { agendaOf, bookable, type Event } from "./agenda.ts";
import { keepAppointments, soonBooked } from "./appointments.ts";
import { priceLevelOf } from "./bills.ts";
import { bornCode, deliveryCode } from "./births.ts";
import { type CareSubject, type Case, type Chart, newChart, yearsOf } from "./case.ts";
import { nameReasons } from "./combined.ts";
import { chronicConditions } from "./conditions.ts";
import { below, type Dice, diceFrom, keyOf, uniform, whole } from "./dice.ts";
import type { Followed } from "./followed.ts";
import { createModel, type Entry } from "./model.ts";
import { inOrder } from "./order.ts";
import { carriedConditions } from "./pregnancies.ts";
import { createPrescriptions, type Prescriptions } from "./prescriptions.ts";
import { acuteWork, officeWork, reasonCode } from "./purpose.ts";
import { acuteReason, isOver, variantFor } from "./reasons.ts";
import { recallsOf } from "./recalls.ts";
import { endOf, nightsOf, type Stay, writeStay } from "./stays.ts";
import { createVaccinations, type Vaccinations } from "./vaccinations.ts";
import { type Opened, openVisit, writeVisit } from "./visits.ts";

export interface CareOptions {
  /** The day on which histories begin. */
  readonly begin: Day;
  /** Nothing after it is told. */
  readonly asOf: Day;
}

/** What happens to people. Made once for a population. */
export function createCare(profile: Profile, { begin, asOf }: CareOptions): (subject: CareSubject, stream: Stream) => Chart {
  const model = createModel(profile);
  const { appointments } = profile.encounters;
  // As far ahead as anything can be booked by then that is told.
  const until = asOf + (appointments ? Math.max(appointments.leadDays.planned[1], appointments.leadDays.soon[1]) + 30 : 0);
  return (subject, stream) => {
    const own: Case = {
      // Before what is spread: a literal that begins with a spread and adds to it has a shape of its own each time, slow to read.
      model,
      ...subject,
      stream,
      dice: diceFrom(stream.fork("dice")),
      sex: subject.patient.sexAtBirth ?? subject.patient.sex,
      first: Math.max(subject.birth, begin),
      asOf,
      priceLevel: priceLevelOf(subject.facility.id, model.claims?.sigma ?? 0),
      chart: newChart(),
      started: new Map(),
    };
    chronicConditions(own);
    carriedConditions(own);
    follow(own, until);
    nameReasons(own);
    inOrder(own.chart);
    return own.chart;
  };
}

const keys = {
  length: keyOf("length"),
  virtual: keyOf("virtual"),
  admitted: keyOf("admitted"),
  readmitted: keyOf("readmitted"),
  again: keyOf("again"),
  after: keyOf("after"),
  soon: keyOf("soon"),
  recall: keyOf("recall"),
} as const;

/** The state of somebody whose events are gone through in the order of time. */
interface Course {
  readonly own: Case;
  readonly events: Event[];
  readonly prescriptions: Prescriptions;
  readonly vaccinations: Vaccinations;
  readonly followed: Followed;
  /** Until when the person is somewhere; in minutes. */
  busy: number;
  /** When each passing condition is over. */
  readonly passing: Map<string, Day>;
}

/**
 * Goes through what may come to pass and lets it come to pass where nothing stands in its way. What happens on a day depends on what
 * happened before it alone, so that a later `asOf` adds to it and changes nothing.
 */
export function follow(own: Case, until: Day): void {
  const course: Course = {
    own,
    events: agendaOf(own, until),
    prescriptions: createPrescriptions(own),
    vaccinations: createVaccinations(own),
    followed: new Map(),
    busy: Number.NEGATIVE_INFINITY,
    passing: new Map(),
  };
  const { events } = course;
  for (let i = 0; i < events.length; i++) {
    const event = events[i]!;
    const next = events.find((later, j) => j > i && later.end !== undefined)?.start ?? Number.POSITIVE_INFINITY;
    if (event.kind === "emergency") emergency(course, event, next);
    else if (event.end !== undefined) fixedStay(course, event);
    else if (event.kind === "procedure" && own.model.procedures.get(event.name)!.spec.planned!.nights) plannedStay(course, event, next);
    else visit(course, event, next);
  }
  course.prescriptions.end();
}

const dayOfMinute = (minute: number): Day => Math.floor(minute / 1440);

export const monthOf = (day: Day): number => civilOf(day).month - 1;

const isTold = ({ asOf }: Case, end: number): boolean => end < (asOf + 1) * 1440;

function visit(course: Course, event: Event, next: number): void {
  const { own } = course;
  const { encounters } = own.model;
  const { dice, start } = event;
  const day = dayOfMinute(start);
  if (event.kind === "vaccination" && !course.vaccinations.isDue(event.name, day)) return;
  const work = officeWork(own, event, day, course.followed);
  if (!work) return;
  const length = 5 * Math.round(whole(dice, keys.length, [encounters.ambulatory.minutes[0], encounters.ambulatory.minutes[1]]) / 5);
  const lasts = Math.max(length, work.minutes ?? 0);
  const comes = start >= course.busy && start + lasts < next && day < own.death;
  const isVirtual =
    (event.kind === "office" || event.kind === "after") &&
    uniform(dice, keys.virtual) < own.model.at(encounters.ambulatory.virtual ?? 0, own.sex, yearsOf(own, day)) / 100;
  const sort =
    event.kind === "after"
      ? "after"
      : event.kind === "recall"
        ? event.recall!.days[0] < soonBooked
          ? "at once"
          : "after"
        : work.acute
          ? "new"
          : "planned";
  const opened = openVisit(own, { class: isVirtual ? "virtual" : "ambulatory", start, end: start + lasts, reason: work.reason, dice });
  const appointmentId = keepAppointments(opened, comes, sort);
  if (!comes) return;
  course.busy = start + lasts + 30;
  for (const name of work.looksAfter ?? []) course.followed.set(name, day);
  if (!isTold(own, start + lasts)) return;
  writeVisit(opened, work, course, appointmentId === undefined ? {} : { appointmentId });
  recall(course, opened, day);
}

/** Plans the visits that are called for by what an encounter found, from the day it was over. */
function recall(course: Course, { id, dice }: Pick<Opened, "id" | "dice">, day: Day): void {
  for (const { name, key, spec } of recallsOf(course.own, id)) {
    const each = below(dice, key ^ keys.recall);
    if (uniform(each, keys.after) >= spec.share) continue;
    const start = bookable(course.own, each, day + whole(each, keys.soon, [spec.days[0], spec.days[1]]));
    insert(course, { kind: "recall", name, start, dice: each, recall: spec });
  }
}

function emergency(course: Course, event: Event, next: number): void {
  const { own } = course;
  const { dice, start, from } = event;
  const day = dayOfMinute(start);
  if (start < course.busy || day > own.asOf) return;
  const isReturn = event.isReturn === true;
  // Who comes back is as likely back with the same.
  const before = isReturn && uniform(dice, keys.again) < 0.4 ? own.model.acutes.get(event.name) : undefined;
  const same = before && !isOver(own, before.spec) ? variantFor(own, before) : undefined;
  const needsBed = ({ admitted }: AcuteSpec): boolean => own.model.at(admitted ?? 0, own.sex, yearsOf(own, day)) >= 25;
  const acute = same ?? acuteReason(own, "emergency", day, monthOf(day), dice, isReturn ? needsBed : undefined);
  if (!acute) return;
  const end = start + whole(dice, keys.length, [own.model.encounters.emergency.minutes[0], own.model.encounters.emergency.minutes[1]]);
  const isAdmitted = isReturn || uniform(dice, keys.admitted) < own.model.at(acute.spec.admitted ?? 0, own.sex, yearsOf(own, day)) / 100;
  const nights = isAdmitted ? nightsOf(own, acute.spec.nights, dice) : 0;
  const stay: Stay | undefined = isAdmitted ? { sort: "acute", acute, start: end, nights, dice: below(dice, keys.admitted) } : undefined;
  const leaves = stay ? endOf(stay) : end;
  if (leaves >= next || leaves >= own.death * 1440) return;
  course.busy = leaves + 60;
  arrive(course, acute, start, end, dice, isAdmitted, from, stay);
}

/** An emergency visit, and the stay that it leads to. */
function arrive(
  course: Course,
  acute: Entry<AcuteSpec>,
  start: number,
  end: number,
  dice: Dice,
  isAdmitted: boolean,
  from: string | undefined,
  stay: Stay | undefined,
): void {
  const { own } = course;
  const opened = openVisit(own, { class: "emergency", start, end, reason: acute.code, dice });
  if (!isTold(own, end)) return;
  if (isAdmitted) own.chart.admitted.add(opened.id);
  const { drugs: _, ...work } = acuteWork(acute);
  writeVisit(
    opened,
    isAdmitted ? { ...work, manages: false } : { ...acuteWork(acute), manages: false },
    course,
    from === undefined ? {} : { fromEncounterId: from },
  );
  if (stay) lieIn(course, { ...stay, from: opened.id });
  else recall(course, opened, opened.day);
}

function plannedStay(course: Course, event: Event, next: number): void {
  const { own } = course;
  const entry = own.model.procedures.get(event.name)!;
  const { reason, among, nights, drugs } = entry.spec.planned!;
  const day = dayOfMinute(event.start);
  const stay: Stay = {
    sort: "planned",
    procedures: { [event.name]: 1 },
    reason: reasonCode(own, reason, among, day) ?? entry.code,
    ...(drugs ? { drugs } : {}),
    start: event.start,
    nights: Math.max(1, whole(event.dice, keys.length, nights!)),
    dice: event.dice,
  };
  const leaves = endOf(stay);
  if (event.start < course.busy || leaves >= next || leaves >= own.death * 1440) return;
  course.busy = leaves + 60;
  lieIn(course, stay);
}

/** Birth, delivery, and the stay that somebody dies in: whatever else would be at that time is left out. */
function fixedStay(course: Course, event: Event): void {
  const { own } = course;
  const { kind, start, dice, birth } = event;
  if (start < course.busy) return;
  const end = event.end!;
  course.busy = end + 60;
  if (kind === "terminal") {
    const day = dayOfMinute(start);
    const acute = acuteReason(
      own,
      "emergency",
      day,
      monthOf(day),
      dice,
      ({ admitted }) => own.model.at(admitted ?? 0, own.sex, yearsOf(own, day)) >= 50,
    );
    if (!acute) return;
    const moved = start + whole(dice, keys.length, [60, 300]);
    const stay: Stay = {
      sort: "terminal",
      acute,
      start: moved,
      nights: own.death - dayOfMinute(moved),
      end,
      dice: below(dice, keys.admitted),
    };
    arrive(course, acute, start, moved, dice, true, undefined, stay);
    return;
  }
  const reason = kind === "birth" ? bornCode(birth!) : deliveryCode(own, birth!);
  const procedures = kind === "birth" ? {} : { [birth!.cesarean ? "cesarean-delivery" : "vaginal-delivery"]: 1 };
  lieIn(course, {
    sort: kind === "birth" ? "birth" : "delivery",
    reason,
    procedures,
    start,
    end,
    nights: dayOfMinute(end) - dayOfMinute(start),
    dice,
    birth: birth!,
  });
}

/** Writes a stay where it is over, and plans what follows it. */
function lieIn(course: Course, stay: Stay): void {
  const { own } = course;
  const { deceased } = own.patient;
  const dies = dayOfMinute(endOf(stay)) >= own.death;
  const end = dies ? (deceased === undefined ? Number.POSITIVE_INFINITY : minuteOf(own, deceased)) : endOf(stay);
  if (!isTold(own, end) || end <= stay.start) return;
  const { id, disposition } = writeStay(own, { ...stay, end }, dies, course);
  if (dies || disposition === "transfer") return;
  const { inpatient } = own.model.encounters;
  const day = dayOfMinute(end);
  if (disposition === "home" || disposition === "home health") recall(course, { id, dice: stay.dice }, day);
  if (stay.sort === "acute" || stay.sort === "planned") {
    const chance = uniform(stay.dice, keys.readmitted);
    const years = yearsOf(own, day);
    const soon = own.model.at(inpatient.readmitted, own.sex, years) / 100;
    const later = own.model.at(inpatient.returned ?? 0, own.sex, years) / 100;
    if (chance < soon + later) {
      const dice = below(stay.dice, keys.readmitted);
      // Soon rather than late, within the thirty days or after.
      const early = uniform(dice, keys.soon) * uniform(dice, keys.after);
      insert(course, {
        kind: "emergency",
        name: stay.acute?.name ?? "",
        start:
          end + (chance < soon ? 1 + Math.floor(29 * early) : 31 + Math.floor(149 * early)) * 1440 + whole(dice, keys.length, [0, 600]),
        dice,
        isReturn: true,
        ...(chance < soon ? { from: id } : {}),
      });
    }
    if (stay.acute && disposition === "home" && uniform(stay.dice, keys.after) < inpatient.followedUp) {
      const dice = below(stay.dice, keys.after);
      insert(course, { kind: "after", name: stay.acute.name, start: bookable(own, dice, day + whole(dice, keys.soon, [5, 13])), dice });
    }
  }
}

function minuteOf(own: Case, time: string): number {
  return own.death * 1440 + Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));
}

/** In its place in the order of time. */
function insert({ events }: Course, event: Event): void {
  let at = events.length;
  while (at > 0 && events[at - 1]!.start > event.start) at--;
  events.splice(at, 0, event);
}
