import { log } from "../../random/arithmetic.ts";
import type { Dispense } from "../../record/health.ts";
import { type Day, isoOf } from "../days.ts";
import type { DrugSpec } from "../profile/medications.ts";
import type { Case } from "./case.ts";
import { type Dice, keyOf, uniform, uuidBy, whole } from "./dice.ts";

const keys = { adherence: keyOf("adherence"), filled: keyOf("filled"), first: keyOf("first fill") } as const;

/** What a pharmacy may hand out. */
export interface Supply {
  readonly drug: DrugSpec;
  /** After the first fill of each. */
  readonly refills: number;
  /** The days of the prescription and of its renewals, ascending. */
  readonly prescribed: readonly Day[];
  /** Whether it was taken before the record: then the first fill is not in question. */
  readonly isOld: boolean;
}

/**
 * What is handed out from the first day told until `before`: one fill after the other as far as prescriptions reach; the gaps between
 * are the person's own, and some never fetch what is new. A renewal takes the place of what was left.
 */
export function dispensesOf(own: Case, { drug, refills, prescribed, isOld }: Supply, dice: Dice, before: Day): readonly Dispense[] {
  if (!isOld && uniform(dice, keys.first) < 0.07) return [];
  // Judgement: gaps of 3 % to 50 % of the days, 15 % on average.
  const habit = uniform(own.dice, keys.adherence);
  const gap = 0.03 + 0.47 * habit * habit * habit;
  const dispenses: Dispense[] = [];
  let day = Number.NEGATIVE_INFINITY;
  let n = 0;
  for (const [i, from] of prescribed.entries()) {
    const until = Math.min(before, prescribed[i + 1] ?? before);
    day = Math.max(day, from + whole(dice, keys.filled ^ i, [0, 2]));
    for (let fill = 0; fill <= refills && day < until; fill++, n++) {
      if (day >= own.first)
        dispenses.push({ id: uuidBy(dice, keys.filled + n), date: isoOf(day), quantity: drug.quantity, daysSupply: drug.days });
      day += drug.days + Math.floor(-log(uniform(dice, keys.adherence + n) + 1e-9) * gap * drug.days);
    }
  }
  return dispenses;
}
