import type { Coded } from "../../record/coded.ts";
import type { Day } from "../days.ts";
import type { AcuteSpec } from "../profile/acute.ts";
import type { Event } from "./agenda.ts";
import type { Case } from "./case.ts";
import { subsequent } from "./conditions.ts";
import { monthOf } from "./course.ts";
import type { Entry } from "./model.ts";
import { icd, immunized, postpartum, prenatal } from "./reason-codes.ts";
import { acuteReason, followedUp, variantFor } from "./reasons.ts";
import type { Work } from "./visits.ts";

/** What an office visit is for. Undefined where the profile has nothing that fits. */
export function officeWork(own: Case, event: Event, day: Day): Work | undefined {
  const { model } = own;
  const { kind, name, dice } = event;
  if (kind === "check-up") {
    const { spec, code } = model.checkUps.get(name)!;
    return { ...spec, reason: code, manages: true, vaccinates: true, bills: "check-up" };
  }
  if (kind === "prenatal") {
    const isAfter = name === "46";
    const panels = name === "9" || name === "28" ? { "blood-count": 1 } : {};
    return {
      reason: isAfter ? postpartum : prenatal,
      panels,
      imaging: name === "21" ? { "pregnancy-ultrasound": 0.9 } : {},
      manages: true,
      vaccinates: true,
    };
  }
  if (kind === "vaccination") return { reason: immunized, vaccinates: true };
  if (kind === "procedure") {
    const { spec, code } = model.procedures.get(name)!;
    const { reason, among, drugs } = spec.planned!;
    return {
      reason: reasonCode(own, reason, among, day) ?? code,
      procedures: { [name]: 1 },
      ...(drugs ? { drugs } : {}),
      minutes: spec.minutes[1] + 10,
    };
  }
  if (kind === "after") {
    const { code } = variantFor(own, model.acutes.get(name)!);
    return { reason: subsequent(code), manages: true, vaccinates: true };
  }
  const condition = followedUp(own, day, dice);
  if (condition) {
    const { spec } = model.followUps.get(condition.name)!;
    return { ...spec, reason: condition.code, manages: true, vaccinates: true };
  }
  const acute = acuteReason(own, "office", day, monthOf(day), dice);
  return acute && acuteWork(acute);
}

/** What is done for something new, but for what a stay adds. */
export function acuteWork(acute: Entry<AcuteSpec>): Work {
  const { panels, imaging, procedures, drugs } = acute.spec;
  return {
    acute,
    reason: acute.code,
    manages: true,
    ...(panels ? { panels } : {}),
    ...(imaging ? { imaging } : {}),
    ...(procedures ? { procedures } : {}),
    ...(drugs ? { drugs } : {}),
  };
}

export function reasonCode(
  own: Case,
  reason: { code: string; display: string } | undefined,
  among: string | undefined,
  day: Day,
): Coded | undefined {
  if (reason) return icd(reason.code, reason.display);
  return own.health.conditions.find(({ name, onset }) => name === among && onset <= day)?.code;
}
