import type { Coded } from "../../record/coded.ts";
import type { Condition } from "../../record/health.ts";
import { type Day, isoOf } from "../days.ts";
import type { AcuteSpec } from "../profile/acute.ts";
import type { Case } from "./case.ts";
import { callsOf } from "./combined.ts";
import { below, type Dice, keyOf, pickWeighted, uniform, uuidBy, whole } from "./dice.ts";
import type { Entry } from "./model.ts";

const keys = { condition: keyOf("condition"), lasts: keyOf("lasts"), began: keyOf("began"), severity: keyOf("severity") } as const;

/** What lasts, as far as it has begun: the record has it from its onset. */
export function chronicConditions(own: Case): void {
  const { health, asOf, death, patient, dice, chart } = own;
  const times = new Map<string, number>();
  const ids = below(dice, keys.condition);
  /** Until when each code that tells of two conditions is there. */
  const combined = new Map<string, Day>();
  for (const condition of health.conditions) {
    const { name, resolved, severity } = condition;
    const time = times.get(name) ?? 0;
    times.set(name, time + 1);
    const calls = callsOf(own, condition);
    for (const [i, { code, from }] of calls.entries()) {
      // What is on the list by itself, or with something else, is not there twice.
      const isThere = health.conditions.some((other) => other.name !== name && other.code.code === code.code && other.onset <= from);
      if (isThere || from > asOf || from >= death) continue;
      const until = calls[i + 1]?.from ?? resolved;
      if (from < (combined.get(code.code) ?? from)) continue;
      if (code !== condition.code) combined.set(code.code, until ?? Number.POSITIVE_INFINITY);
      chart.conditions.push({
        id: uuidBy(ids, keyOf(name) + time + 1000 * i),
        patientId: patient.id,
        code,
        onset: isoOf(from),
        ...(until !== undefined && until <= asOf && until < death ? { resolved: isoOf(until) } : {}),
        ...(severity ? { severity } : {}),
      });
    }
  }
}

/** Records something new, unless it is there already. Gives how bad it is: 1 is middling. */
export function diagnose(own: Case, acute: Entry<AcuteSpec>, encounterId: string, day: Day, dice: Dice, passing: Map<string, Day>): number {
  const { spec, name, code } = acute;
  const severity =
    spec.severity &&
    severities[
      pickWeighted(
        dice,
        keys.severity,
        severities.map((sort) => spec.severity![sort]),
      )
    ]!;
  const bad = severity === "mild" ? 0.6 : severity === "severe" ? 1.4 : 1;
  const over = passing.get(name);
  const isChronic = own.health.conditions.some(({ code: other, onset }) => other.code === code.code && onset <= day);
  if (isChronic || (over !== undefined && over > day)) return bad;
  // A baby's first days hold nothing older than the baby; what was over is not there again on the day that it ended.
  const onset = Math.max(own.birth, over ?? 0, day - (uniform(dice, keys.began) < 0.5 ? 0 : 1));
  const resolved = day + Math.max(1, whole(dice, keys.lasts, [spec.lasts[0], spec.lasts[1]]));
  passing.set(name, resolved);
  own.chart.conditions.push({
    id: uuidBy(dice, keys.condition),
    patientId: own.patient.id,
    encounterId,
    code,
    onset: isoOf(onset),
    ...(resolved <= own.asOf && resolved < own.death ? { resolved: isoOf(resolved) } : {}),
    ...(severity ? { severity } : {}),
  });
  return bad;
}

const severities = ["mild", "moderate", "severe"] as const satisfies readonly Condition["severity"][];

/** Records what a drug is taken for beside the conditions of the profile. */
export function alsoHas(own: Case, code: Condition["code"], encounterId: string | undefined, day: Day, dice: Dice): void {
  own.chart.conditions.push({
    id: uuidBy(dice, keyOf(code.code)),
    patientId: own.patient.id,
    ...(encounterId === undefined ? {} : { encounterId }),
    code,
    onset: isoOf(day),
  });
}

/** Of an injury that is looked after: `S72.001D` after `S72.001A` (ICD-10-CM, the seventh character of chapter 19). */
export function subsequent(code: Coded): Coded {
  if (!/^[ST].{5,6}A$/.test(code.code)) return code;
  const display = code.display
    .replace("initial encounter for closed fracture", "subsequent encounter for closed fracture with routine healing")
    .replace("initial encounter", "subsequent encounter");
  return { ...code, code: `${code.code.slice(0, -1)}D`, display };
}
