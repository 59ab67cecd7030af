import { civilOf, dayNumberOf } from "../../calendar/civil.ts";
import { normalCdf, normalQuantile } from "../../random/arithmetic.ts";
import { type Day, weekdayOf } from "../days.ts";
import type { Birth } from "../person/births.ts";
import type { ProcedureSpec } from "../profile/procedures.ts";
import type { RecallSpec } from "../profile/recalls.ts";
import { bornAt, dayOfWeek, homeAt, motherIn } from "./births.ts";
import { type Case, diagnosis, yearsOf } from "./case.ts";
import { below, type Dice, keyOf, pickWeighted, uniform, whole } from "./dice.ts";
import { isHoliday } from "./holidays.ts";
import type { Rate } from "./model.ts";
import { accepts } from "./vaccinations.ts";

/** Something that may come to pass, unless something else stands in its way. Minutes count from the start of 1970. */
export interface Event {
  readonly kind:
    | "office"
    | "emergency"
    | "check-up"
    | "procedure"
    | "prenatal"
    | "delivery"
    | "birth"
    | "terminal"
    | "after"
    | "recall"
    | "vaccination";
  /** Of the check-up, procedure, vaccine, or test that calls for another; of the condition that an `after` looks after. */
  readonly name: string;
  readonly start: number;
  /** Of what comes to pass whatever else does. */
  readonly end?: number;
  readonly dice: Dice;
  /** The stay that it follows. */
  readonly from?: string;
  /** It ends in a stay as one before did. */
  readonly isReturn?: true;
  /** What was found that calls for it. */
  readonly recall?: RecallSpec;
  /** Of a pregnancy. */
  readonly birth?: Birth;
  /** The weeks of pregnancy whose tests are due at a visit: its own, and those of visits that nobody came to. */
  readonly weeks?: readonly number[];
}

const keys = {
  office: keyOf("office"),
  emergency: keyOf("emergency"),
  officeFrailty: keyOf("office frailty"),
  emergencyFrailty: keyOf("emergency frailty"),
  attitude: keyOf("attitude"),
  week: keyOf("week"),
  weekday: keyOf("weekday"),
  hour: keyOf("hour"),
  minute: keyOf("minute"),
  phase: keyOf("phase"),
  kept: keyOf("kept"),
  clinic: keyOf("clinic"),
  terminal: keyOf("terminal"),
  nights: keyOf("nights"),
} as const;

/** What may come to pass from the first day told to `until`, in the order of time. */
export function agendaOf(own: Case, until: Day): Event[] {
  const events: Event[] = [];
  const { office, emergency, encounters } = own.model;
  const rank = uniform(own.dice, keys.officeFrailty);
  // Who is often at the office is somewhat more often in the emergency department too (judgement).
  const score = 0.4 * scoreOf(rank) + 0.9165 * scoreOf(uniform(own.dice, keys.emergencyFrailty));
  weekly(own, until, office, rank, keys.office, (week, dice) => {
    events.push({ kind: "office", name: "", start: officeMinute(own, dice, week * 7, encounters.ambulatory.weekdays), dice });
  });
  weekly(own, until, emergency, Math.min(0.999999, normalCdf(score)), keys.emergency, (week, dice) => {
    const day = week * 7 + ((pickWeighted(dice, keys.weekday, encounters.emergency.weekdays) + 3) % 7);
    events.push({ kind: "emergency", name: "", start: minuteOn(day, dice, encounters.emergency.hours, 1), dice });
  });
  planCheckUps(own, until, rank, events);
  planProcedures(own, until, events);
  planVaccinations(own, until, rank, events);
  planBirths(own, until, events);
  planDeath(own, events);
  return events.filter(({ start }) => start >= own.first * 1440 && start < (until + 1) * 1440).sort((a, b) => a.start - b.start);
}

/** Never infinite. */
const scoreOf = (rank: number): number => normalQuantile(Math.min(0.999999, Math.max(0.000001, rank)));

/** Weeks between two looks at age and conditions. */
const stretch = 13;

/** Each week is drawn by its own key: a later day adds weeks and changes none. */
function weekly(own: Case, until: Day, rate: Rate, rank: number, key: number, happens: (week: number, dice: Dice) => void): void {
  const process = below(own.dice, key);
  const from = Math.floor(own.first / 7);
  const last = Math.floor(until / 7);
  let expected = 0;
  let looked = Number.NaN;
  for (let week = from; week <= last; week++) {
    const part = Math.floor(week / stretch);
    if (part !== looked) {
      looked = part;
      const day = Math.max(own.birth, part * stretch * 7);
      expected = (rate.frailty(rank, yearsOf(own, day)) * rateOf(own, rate, day) * 7) / 365.2425;
    }
    const draw = uniform(process, week);
    // Most weeks end here, before a month is looked up.
    if (draw >= expected * rate.peak) continue;
    if (draw < expected * rate.months[civilOf(week * 7).month - 1]!) happens(week, below(process, week));
  }
}

function rateOf({ sex, health, birth }: Case, rate: Rate, day: Day): number {
  let more = 1;
  for (const each of rate.more) if (health.has(each[0], day)) more += each[1];
  return rate.base(sex, (day - birth) / 365.2425) * more;
}

/** A slot of an office on a day of the week that begins on `thursday`. Week 0 of 1970 began on a Thursday. */
function officeMinute(own: Case, dice: Dice, thursday: Day, weekdays: readonly number[]): number {
  const day = thursday + ((pickWeighted(dice, keys.weekday, weekdays) + 3) % 7);
  return minuteOn(isHoliday(day) ? workday(day + 1) : day, dice, own.model.encounters.ambulatory.hours, 5);
}

function minuteOn(day: Day, dice: Dice, hours: readonly number[], step: number): number {
  const hour = pickWeighted(dice, keys.hour, hours);
  return day * 1440 + hour * 60 + step * Math.floor((uniform(dice, keys.minute) * 60) / step);
}

/** That day or the next on which offices are busy. */
function workday(day: Day): Day {
  const weekday = weekdayOf(day);
  const busy = weekday === 0 ? day + 1 : weekday === 6 ? day + 2 : day;
  return isHoliday(busy) ? workday(busy + 1) : busy;
}

export function bookable(own: Case, dice: Dice, day: Day): number {
  return minuteOn(workday(day), dice, own.model.encounters.ambulatory.hours, 5);
}

function planCheckUps(own: Case, until: Day, rank: number, events: Event[]): void {
  const { model, sex, dice, birth, first } = own;
  // Who hardly ever comes with a complaint does not come without one either (judgement).
  const attitude = 0.8352 * scoreOf(uniform(dice, keys.attitude)) - 0.55 * scoreOf(rank);
  const youngest = (first - birth) / 365.2425;
  const oldest = (Math.min(until, own.death - 1) - birth) / 365.2425;
  for (const { name, key, spec } of model.checkUps.values()) {
    if (spec.needs !== undefined && spec.needs !== sex) continue;
    const process = below(dice, key);
    const add = (age: number, n: number): void => {
      if (age < youngest - 0.1 || age > oldest) return;
      const each = below(process, n);
      // Who keeps one, keeps others.
      const kept = normalCdf(0.7 * attitude + 0.714 * scoreOf(uniform(each, keys.kept)));
      if (kept >= model.at(spec.kept, sex, age) / 100) return;
      const day = birth + Math.ceil(age * 365.2425) + whole(each, keys.phase, spec.months ? [0, 6] : [0, 0]);
      if (spec.among !== undefined && !diagnosis(own, spec.among, day)) return;
      events.push({ kind: "check-up", name, start: bookable(own, each, day), dice: each });
    };
    for (const [n, month] of (spec.months ?? []).entries()) add(month / 12, n);
    if (spec.every) {
      const { years, from, to } = spec.every;
      const phase = uniform(process, keys.phase);
      for (let n = Math.max(0, Math.floor((youngest - from) / years) - 1); from + (n + phase) * years < Math.min(to, oldest + 0.01); n++)
        add(from + (n + phase) * years, n);
    }
  }
}

function planProcedures(own: Case, until: Day, events: Event[]): void {
  const { model, sex, dice, first, health } = own;
  const firstYear = civilOf(first).year;
  const lastYear = civilOf(until).year;
  for (const { name, key, spec } of model.procedures.values()) {
    const { planned } = spec;
    if (!planned || (planned.needs !== undefined && planned.needs !== sex)) continue;
    const process = below(dice, key);
    if (planned.perYear === undefined) {
      planCourse(own, name, planned, process, events);
      continue;
    }
    for (let year = firstYear; year <= lastYear; year++) {
      const each = below(process, year);
      // 1 July of the year, near enough.
      const middle = Math.round((year - 1970 + 0.5) * 365.2425);
      const rate = model.at(planned.perYear, sex, yearsOf(own, middle));
      if (uniform(each, keys.week) >= rate) continue;
      const day = workday(middle - 182 + whole(each, keys.phase, [0, 362]));
      if (planned.among !== undefined && !health.has(planned.among, day)) continue;
      events.push({ kind: "procedure", name, start: procedureMinute(own, planned, each, day), dice: each });
      if (planned.once) break;
    }
  }
}

type Planned = NonNullable<ProcedureSpec["planned"]>;

function procedureMinute(own: Case, { nights }: Planned, dice: Dice, day: Day): number {
  const isStay = nights !== undefined && nights[1] > 0;
  return isStay ? day * 1440 + 360 + 15 * whole(dice, keys.minute, [0, 12]) : bookable(own, dice, day);
}

/** From the onset of a condition on, once or several times. */
function planCourse(own: Case, name: string, planned: Planned, process: Dice, events: Event[]): void {
  const { days, share, times = 1, every = 7 } = planned.course!;
  const condition = own.health.conditions.find((each) => each.name === planned.among);
  if (!condition || uniform(process, keys.kept) >= own.model.at(share, own.sex, yearsOf(own, condition.onset))) return;
  const first = condition.onset + whole(process, keys.phase, [days[0], days[1]]);
  let before = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < times; n++) {
    const day = Math.max(workday(first + Math.floor(n * every)), before + 1);
    before = day;
    const each = below(process, n);
    if (day >= own.first) events.push({ kind: "procedure", name, start: procedureMinute(own, planned, each, day), dice: each });
  }
}

/** Days of a season in which most come who come for the vaccine alone: judgement. */
const seasonDays = 90;

function planVaccinations(own: Case, until: Day, rank: number, events: Event[]): void {
  const { model, sex, dice, first } = own;
  // As with check-ups.
  const habit = 0.55 * scoreOf(rank);
  for (const entry of model.immunizations.values()) {
    const { clinic, every, needs, since = 0 } = entry.spec;
    if (clinic === undefined || (needs !== undefined && needs !== sex)) continue;
    const { from, to = 200, months } = every!;
    const process = below(dice, entry.key ^ keys.clinic);
    for (let year = Math.max(since, civilOf(first).year); year <= civilOf(until).year; year++) {
      const each = below(process, year);
      const day = dayNumberOf(year, months![0], 1) + whole(each, keys.phase, [0, seasonDays]);
      const age = yearsOf(own, day);
      if (age < from || age >= to) continue;
      if (normalCdf(0.8352 * scoreOf(uniform(each, keys.kept)) - habit) >= model.at(clinic, sex, age) / 100) continue;
      if (accepts(own, entry, age, year))
        events.push({ kind: "vaccination", name: entry.name, start: bookable(own, each, day), dice: each });
    }
  }
}

function planBirths(own: Case, until: Day, events: Event[]): void {
  const { encounters } = own.model;
  const { pregnancy } = encounters;
  if (!pregnancy) return;
  if (own.born) {
    const { birth, place } = own.born;
    const end = homeAt(birth, pregnancy, "child");
    events.push({ kind: "birth", name: "", start: bornAt(birth, place), end, dice: below(own.dice, keys.phase), birth });
  }
  for (const birth of own.deliveries) {
    if (birth.day > until) continue;
    const dice = below(own.dice, keyOf(birth.children[0]!));
    events.push({ kind: "delivery", name: "", start: motherIn(birth), end: homeAt(birth, pregnancy, "mother"), dice, birth });
    let weeks: number[] = [];
    for (const week of [...pregnancy.prenatalWeeks, afterBirth]) {
      const each = below(dice, week);
      weeks = [...weeks.filter((each) => week - each <= lateTests), week];
      if (uniform(each, keys.kept) >= own.model.at(pregnancy.kept, own.sex, yearsOf(own, birth.day)) / 100) continue;
      const due = week === afterBirth ? birth.day + 42 : dayOfWeek(birth, week) + 3;
      const start = bookable(own, each, due + whole(each, keys.phase, [-2, 2]));
      // A child born early ends the visits.
      if (week !== afterBirth && Math.floor(start / 1440) >= birth.day) continue;
      events.push({ kind: "prenatal", name: String(week), start, dice: each, birth, weeks });
      weeks = [];
    }
  }
}

/** Weeks after which a test that was missed is not made up for. */
const lateTests = 7;

/** Stands among the weeks for the visit six weeks after the birth. */
export const afterBirth = 46;

/** The stay that some die in: from some days before. It stands whether or not the death is told. */
function planDeath(own: Case, events: Event[]): void {
  const { inpatient } = own.model.encounters;
  const dice = below(own.dice, keys.terminal);
  if (uniform(dice, keys.kept) >= inpatient.diesInside) return;
  const draw = uniform(dice, keys.nights);
  const nights = 1 + Math.floor(14 * draw * draw);
  const start = (own.death - nights) * 1440 + whole(dice, keys.minute, [0, 1200]);
  if (start - 1440 < own.birth * 1440) return;
  events.push({ kind: "terminal", name: "", start, end: (own.death + 1) * 1440, dice });
}
