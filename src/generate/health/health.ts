import type { Stream } from "../../random/stream.ts";
import type { Coded } from "../../record/coded.ts";
import type { Allergy, Condition, FamilyHistory, Observation } from "../../record/health.ts";
import type { Race, Sex } from "../../record/patient.ts";
import type { Day } from "../days.ts";

/** Whose health it is. */
export interface Body {
  readonly sex: Sex;
  readonly birth: Day;
  readonly race: Race;
  readonly hispanic: boolean;
  /** Those that are told, with what they change. */
  readonly pregnancies?: readonly Carried[];
  /** Days of pregnancy at birth. Default those of a child at term. */
  readonly gestation?: number;
}

/** A pregnancy by the day of the birth and its length in days. */
export interface Carried {
  readonly day: Day;
  readonly gestation: number;
}

/**
 * What somebody has, takes, reacts to and measures, over their whole life: a pure function of the profile, the person and
 * the stream. It knows no `asOf` and no death: whoever writes a record leaves out what begins later.
 */
export interface Health {
  /** Every condition that ever begins, also long after the reference date, in the order of onset. */
  readonly conditions: readonly HealthCondition[];
  readonly allergies: readonly HealthAllergy[];
  readonly familyHistory: readonly RelativeCondition[];
  /** Whether a condition or risk factor of the profile is there on a day. False for a name that the profile does not have. */
  has(name: string, day: Day): boolean;
  /** The drug classes taken on a day. */
  takes(day: Day): readonly Taken[];
  /**
   * The measures by name, in the order asked, with those they are computed from only where asked for too: `bmi` alone gives no
   * `height`. What is missing that day, or not measured at that age, is left out. `visit` is the stream of the occasion: the
   * same stream gives the same values, whatever else is measured.
   */
  measure(day: Day, names: readonly string[], visit: Stream, circumstances?: Circumstances): readonly Measured[];
  /** What the person measures most days: without the day's noise, rounding or gaps. Undefined where it is not measured. */
  usual(name: string, day: Day): number | undefined;
  /** The person's rank for a condition among people of their sex and age: 0 is the last to get it, 1 the first. */
  risk(name: string): number;
  /** Of what somebody died who died on that day: one of their conditions in proportion to its weight, or nothing known. */
  causeOfDeath(day: Day, stream: Stream): Coded | undefined;
}

export interface Circumstances {
  /** When care began a treatment that was due from a day on. */
  readonly begun?: Begun | undefined;
  /** What an illness adds to measures, in their units. */
  readonly moves?: Readonly<Record<string, number>> | undefined;
  /** How much of that is there: 1 is all. */
  readonly bad?: number;
}

/** The day on which a treatment began that was due from `since` on; undefined: not yet. */
export type Begun = (treatment: string, since: Day) => Day | undefined;

export interface HealthCondition {
  /** The profile's name for it: `diabetes`. */
  readonly name: string;
  readonly code: Coded;
  readonly onset: Day;
  /** Absent while it lasts: for good. */
  readonly resolved?: Day;
  readonly severity?: NonNullable<Condition["severity"]>;
}

export interface Taken {
  /** The profile's name for the class: `statin`. */
  readonly name: string;
  /** The profile's name for the condition it is taken for; absent where the person has none of those it is for. */
  readonly for?: string;
  readonly since: Day;
}

export interface HealthAllergy {
  readonly name: string;
  readonly category: Allergy["category"];
  readonly code: Coded;
  readonly reaction: Coded;
  readonly severity: Allergy["severity"];
  readonly onset: Day;
}

/** What a relative had. `name` is the profile's for the condition. */
export interface RelativeCondition extends Pick<FamilyHistory, "relationship" | "code" | "onsetAge"> {
  readonly name: string;
}

export interface Measured {
  /** The profile's name for it: `systolic`. */
  readonly name: string;
  readonly category: Observation["category"];
  readonly code: Coded;
  readonly value?: number;
  readonly decimals?: number;
  /** UCUM. */
  readonly unit?: string;
  readonly answer?: Coded;
  /** The limits of what is usual, in `unit`. */
  readonly low?: number;
  readonly high?: number;
}
