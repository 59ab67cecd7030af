import { log } from "../../random/arithmetic.ts";
import type { Day } from "../days.ts";
import type { HealthCondition } from "../health/health.ts";
import type { AcuteSpec } from "../profile/acute.ts";
import { type Case, diagnosis, yearsOf } from "./case.ts";
import { below, type Dice, keyOf, uniform } from "./dice.ts";
import { type Followed, wish } from "./followed.ts";
import type { Entry } from "./model.ts";

const keys = { acute: keyOf("acute"), visit: keyOf("visit"), new: keyOf("new"), variant: keyOf("variant") } as const;

/**
 * When something comes first that comes at this rate: the least of several is each in proportion to its rate. One more to choose from
 * takes a part from all others and changes no choice between them.
 */
const timeOf = (dice: Dice, key: number, rate: number): number => -log(uniform(dice, key) + 1.1641532182693481e-10) / rate;

/** What brings somebody to an office or an emergency department with something new. Undefined where the profile has nothing that fits. */
export function acuteReason(
  own: Case,
  where: "office" | "emergency",
  day: Day,
  month: number,
  dice: Dice,
  fits: (acute: AcuteSpec) => boolean = () => true,
): Entry<AcuteSpec> | undefined {
  const race = below(dice, keys.acute);
  let first: Entry<AcuteSpec> | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { entry, weight, months } of own.model.reasons(where, own.sex, yearsOf(own, day))) {
    const { among } = entry.spec;
    const time = timeOf(race, entry.key, months ? weight * months[month]! : weight);
    if (time >= least || !fits(entry.spec) || (among !== undefined && !diagnosis(own, among, day)) || isOver(own, entry.spec)) continue;
    least = time;
    first = entry;
  }
  return first && variantFor(own, first);
}

/** Whether what it comes from was taken out. */
export function isOver({ model, chart }: Case, { until = [] }: AcuteSpec): boolean {
  return until.some((name) => {
    const removal = model.procedures.get(name)?.code.code;
    return chart.procedures.some(({ code }) => code.code === removal);
  });
}

/** Where this person has it: at the same place whenever it comes. */
export function variantFor(own: Case, entry: Entry<AcuteSpec>): Entry<AcuteSpec> {
  const variants = own.model.variants.get(entry.name);
  if (!variants) return entry;
  let draw = uniform(below(own.dice, entry.key), keys.variant);
  for (const { share, entry: other } of variants) {
    draw -= share;
    if (draw < 0) return other;
  }
  return entry;
}

/** The condition that a visit looks after; undefined: it is for something new. */
export function followedUp(own: Case, day: Day, dice: Dice, followed: Followed): HealthCondition | undefined {
  const race = below(dice, keys.visit);
  let first: HealthCondition | undefined;
  let least = timeOf(race, keys.new, 1);
  for (const condition of own.health.conditions) {
    if (condition.onset > day) break;
    const entry = own.model.followUps.get(condition.name);
    if (!entry || (condition.resolved !== undefined && condition.resolved <= day)) continue;
    const wished = wish(followed, condition.name, day);
    if (wished === 0) continue;
    const time = timeOf(race, entry.key, entry.spec.weight * wished);
    if (time >= least) continue;
    least = time;
    first = condition;
  }
  return first;
}
