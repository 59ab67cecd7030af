import type { Coded } from "../../record/coded.ts";
import type { Day } from "../days.ts";
import type { AcuteSpec } from "../profile/acute.ts";
import { afterBirth, type Event } from "./agenda.ts";
import { complicationsOf, supervision, weeksOn } from "./births.ts";
import type { Case } from "./case.ts";
import { subsequent } from "./conditions.ts";
import { monthOf } from "./course.ts";
import { alsoDue, type Followed, together } from "./followed.ts";
import type { Entry } from "./model.ts";
import { icd, immunized, postpartum } from "./reason-codes.ts";
import { acuteReason, followedUp, variantFor } from "./reasons.ts";
import type { Work } from "./visits.ts";

/** What an office visit is for. Undefined where the profile has nothing that fits. */
export function officeWork(own: Case, event: Event, day: Day, followed: Followed): Work | undefined {
  const { model } = own;
  const { kind, name, dice } = event;
  if (kind === "check-up") {
    const { spec, code } = model.checkUps.get(name)!;
    const reason = code.code === newborn && day - own.birth >= 8 ? olderNewborn : code;
    const work = { reason, manages: true, vaccinates: true, bills: "check-up", ...spec } as const;
    // Who is looked through from head to foot is seen for what lasts too.
    return spec.looksThrough ? together(own, alsoDue(own, followed, undefined, day), reason, work) : work;
  }
  if (kind === "prenatal") return prenatalWork(own, event, day);
  if (kind === "recall") {
    const { code, display, panel, imaging, procedure } = event.recall!;
    return {
      reason: icd(code, display),
      manages: panel !== undefined,
      repeats: true,
      ...(panel === undefined ? {} : { panels: { [panel]: 1 } }),
      ...(imaging === undefined ? {} : { imaging: { [imaging]: 1 } }),
      ...(procedure === undefined
        ? {}
        : { procedures: { [procedure]: 1 }, minutes: model.procedures.get(procedure)!.spec.minutes[1] + 10 }),
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
  const condition = followedUp(own, day, dice, followed);
  if (condition) return together(own, [condition, ...alsoDue(own, followed, condition, day)], condition.code);
  const acute = acuteReason(own, "office", day, monthOf(day), dice);
  return acute && acuteWork(acute);
}

const newborn = "Z00.110";
const olderNewborn = icd("Z00.111", "Health examination for newborn 8 to 28 days old");

function prenatalWork(own: Case, { name, birth, weeks = [] }: Event, day: Day): Work {
  if (name === String(afterBirth)) return { reason: postpartum, manages: true, vaccinates: true };
  const { visits = {} } = own.model.encounters.pregnancy!;
  const always = visits["0"];
  const due = weeks.map((week) => visits[String(week)]);
  const moves: Record<string, number> = {};
  // Tests find what is not on record yet.
  for (const [, spec] of complicationsOf(own, birth!))
    if (weeksOn(birth!, day) >= spec.week - 2)
      for (const [measure, by] of Object.entries(spec.moves ?? {})) moves[measure] = (moves[measure] ?? 0) + by;
  return {
    reason: supervision(birth!, day),
    asks: [...(always?.asks ?? []), ...(visits[name]?.asks ?? [])],
    panels: Object.assign({}, always?.panels, ...due.map((visit) => visit?.panels)),
    imaging: Object.assign({}, always?.imaging, ...due.map((visit) => visit?.imaging)),
    manages: true,
    vaccinates: true,
    moves,
    pregnancy: birth!,
  };
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
