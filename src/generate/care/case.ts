import type { Stream } from "../../random/stream.ts";
import type { Appointment, Claim, Encounter, Facility, Order, Procedure, Provider, Report } from "../../record/care.ts";
import type { Condition, Immunization, Medication, Observation } from "../../record/health.ts";
import type { Coverage, Patient, Sex } from "../../record/patient.ts";
import type { Day } from "../days.ts";
import { ageOn, timeOf } from "../days.ts";
import type { Begun, Health, HealthCondition } from "../health/health.ts";
import type { Birth } from "../person/births.ts";
import type { Born } from "../person/person.ts";
import type { Dice } from "./dice.ts";
import type { CareModel } from "./model.ts";

/** Whose care it is. */
export interface CareSubject {
  readonly patient: Patient;
  readonly birth: Day;
  /** Nothing is done from then on. */
  readonly death: Day;
  readonly deliveries: readonly Birth[];
  /** How they were born, where it is told. */
  readonly born?: Born;
  readonly coverages: readonly Coverage[];
  readonly health: Health;
  readonly facility: Facility;
  /** Those of the facility; the first is the patient's own. */
  readonly providers: readonly Provider[];
}

/** What a course of care has come to so far. */
export interface Chart {
  readonly appointments: Appointment[];
  readonly encounters: Encounter[];
  readonly conditions: Condition[];
  readonly orders: Order[];
  readonly observations: Observation[];
  readonly reports: Report[];
  readonly procedures: Procedure[];
  readonly immunizations: Immunization[];
  readonly medications: Medication[];
  readonly claims: Claim[];
  /** For the notes: the complaint that led to an encounter, by its id. */
  readonly complaints: Map<string, string>;
  /** For the notes: emergency encounters that led to a stay, also one that is not over and so not told. */
  readonly admitted: Set<string>;
}

/** One patient's care, while it is worked out. */
export interface Case extends CareSubject {
  readonly model: CareModel;
  readonly stream: Stream;
  /** What the person keeps: habits, frailty, attitude. */
  readonly dice: Dice;
  readonly sex: Sex;
  /** The first day that is told. */
  readonly first: Day;
  /** The last. */
  readonly asOf: Day;
  /** How much dearer the facility is than the profile's charges. */
  readonly priceLevel: number;
  readonly chart: Chart;
  /** The day on which each treatment was begun in the record. */
  readonly started: Map<string, Day>;
}

/** When a treatment began: what was due before the record, then; what came due since, at the visit that saw to it. */
export const begunIn =
  ({ first, started }: Pick<Case, "first" | "started">): Begun =>
  (treatment, since) =>
    since < first ? since : started.get(treatment);

export function newChart(): Chart {
  return {
    appointments: [],
    encounters: [],
    conditions: [],
    orders: [],
    observations: [],
    reports: [],
    procedures: [],
    immunizations: [],
    medications: [],
    claims: [],
    complaints: new Map(),
    admitted: new Set(),
  };
}

const daysAYear = 365.2425;

/** In years and their fraction. */
export const yearsOf = (own: Pick<Case, "birth">, day: Day): number => (day - own.birth) / daysAYear;

/** Minutes from the start of 1970 as a record writes them. */
export const stamp = (minute: number): string => timeOf(0, minute);

/** In whole years, by the calendar. */
export const ageOf = (own: Pick<Case, "patient">, day: Day): number => ageOn(own.patient.birthDate, day);

/** The diagnosis of a name that is there on a day, and so on record. */
export function diagnosis({ health }: Pick<Case, "health">, name: string, day: Day): HealthCondition | undefined {
  for (const condition of health.conditions) {
    if (condition.onset > day) return undefined;
    if (condition.name === name && (condition.resolved === undefined || day < condition.resolved)) return condition;
  }
  return undefined;
}
