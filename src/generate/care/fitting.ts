import type { Day } from "../days.ts";
import type { DrugSpec, MedicationSpec } from "../profile/medications.ts";
import { type Case, yearsOf } from "./case.ts";
import { type Dice, keyOf, pickWeighted } from "./dice.ts";

/** What speaks against a drug, and what it goes with, by the profile's names. */
interface Against {
  readonly avoid?: readonly string[] | undefined;
  readonly with?: readonly string[] | undefined;
}

/** Which drugs suit somebody. */
export interface Fitting {
  /** A drug that suits the age and goes with what the person has, takes and reacts to, on each of the days. */
  choose(spec: MedicationSpec, days: readonly Day[], dice: Dice, not?: DrugSpec): DrugSpec | undefined;
  /** Whether something speaks against a drug, beside allergies; or what it goes with is not taken. */
  isUnfit(drug: Against, day: Day): boolean;
  /** The first day after `after` on which the person reacts to the drug. */
  allergyDay(drug: Against, after: Day): Day | undefined;
}

/** Days from conception to birth, and some before, in which a drug may not be given that may harm a child. */
const carried = 280;
/** Days after a birth in which estrogen may not be given (US Medical Eligibility Criteria for Contraceptive Use, 2024: six weeks). */
const childbed = 42;

const drugKey = keyOf("drug");

/** `takes`: whether a treatment is taken on a day, or a course of a medication runs. */
export function createFitting(own: Case, takes: (name: string, day: Day) => boolean): Fitting {
  const { health, deliveries, model } = own;

  function isUnfit({ avoid, with: beside }: Against, day: Day): boolean {
    if (beside && !beside.some((name) => takes(name, day))) return true;
    return avoid?.some((name) => has(name, day)) ?? false;
  }

  function has(name: string, day: Day): boolean {
    if (name === "pregnancy") return deliveries.some((delivery) => day <= delivery.day && day > delivery.day - carried);
    if (name === "childbed") return deliveries.some((delivery) => day > delivery.day && day <= delivery.day + childbed);
    if (model.health.conditions.has(name)) return health.has(name, day);
    const acute = model.acutes.get(name);
    if (acute) return own.chart.conditions.some(({ code }) => code.code === acute.code.code);
    return takes(name, day);
  }

  function allergyDay({ avoid }: Against, after: Day): Day | undefined {
    if (!avoid) return undefined;
    return health.allergies.find(({ name, onset }) => onset > after && avoid.includes(name))?.onset;
  }

  return {
    isUnfit,
    allergyDay,
    choose({ drugs }, days, dice, not) {
      const last = days.at(-1)!;
      const age = yearsOf(own, last);
      const fitting = drugs.filter(
        (drug) =>
          drug !== not &&
          (!drug.ages || (drug.ages[0] <= age && age < drug.ages[1])) &&
          !days.some((day) => isUnfit(drug, day)) &&
          (allergyDay(drug, Number.NEGATIVE_INFINITY) ?? last + 1) > last,
      );
      if (fitting.length < 2) return fitting[0];
      return fitting[
        pickWeighted(
          dice,
          drugKey,
          fitting.map(({ share = 1 }) => share),
        )
      ];
    },
  };
}
