import type { Coded } from "../../record/coded.ts";
import { type Day, isoOf } from "../days.ts";
import type { HealthCondition } from "../health/health.ts";
import type { Case } from "./case.ts";
import { specialistFor } from "./specialists.ts";
import type { Work } from "./visits.ts";

/** By condition the day of the last visit that looked after it, so that nobody comes for it again next week. */
export type Followed = Map<string, Day>;

/** Days after which what lasts is looked after again. Judgement, about a quarter less than the three months of most return visits. */
const again = 75;

/** Days before which nobody comes back for the same at all. */
const rest = 21;

/** How much of the wish to be seen for a condition is there: none right after a visit for it, little until the next is due. */
export function wish(followed: Followed, name: string, day: Day): number {
  const since = day - (followed.get(name) ?? Number.NEGATIVE_INFINITY);
  return since >= again ? 1 : since >= rest ? 0.25 : 0;
}

/** The conditions beside the first that a visit on a day looks after: all that are due, and nobody else's trade. */
export function alsoDue(own: Case, followed: Followed, first: HealthCondition | undefined, day: Day): readonly HealthCondition[] {
  const doctor = first && specialistFor(own, first.code);
  return own.health.conditions.filter(
    ({ name, code, onset, resolved }) =>
      onset <= day &&
      (resolved === undefined || resolved > day) &&
      name !== first?.name &&
      own.model.followUps.has(name) &&
      wish(followed, name, day) === 1 &&
      specialistFor(own, code) === doctor,
  );
}

/** One visit for several conditions: the first is its reason, the others are told beside it, and each is done what is done for it. */
export function together(own: Case, conditions: readonly HealthCondition[], reason: Coded, work: Partial<Work> = {}): Work {
  const specs = conditions.map(({ name }) => own.model.followUps.get(name)!.spec);
  // What the visit itself has done is for its own reason; anything else for the first condition that asks for it.
  const isOwn = (name: string): boolean =>
    [work.panels, work.imaging, work.procedures, work.referrals].some((asked) => asked?.[name] !== undefined);
  const most = (key: "panels" | "imaging" | "procedures" | "referrals"): Record<string, number> => {
    const shares: Record<string, number> = { ...(work[key] as Readonly<Record<string, number>> | undefined) };
    for (const spec of specs)
      for (const [name, share] of Object.entries(spec[key] ?? {})) shares[name] = Math.max(shares[name] ?? 0, share);
    return shares;
  };
  const reasons = new Map<string, Coded>();
  for (const [i, { panels, imaging, procedures, referrals }] of specs.entries())
    for (const asked of [panels, imaging, procedures, referrals])
      for (const name of Object.keys(asked ?? {})) if (!isOwn(name) && !reasons.has(name)) reasons.set(name, conditions[i]!.code);
  return {
    reasons,
    looksAfter: conditions.map(({ name }) => name),
    ...work,
    reason,
    also: conditions.map(({ code }) => code).filter(({ code }) => code !== reason.code),
    asks: [...new Set([...(work.asks ?? []), ...specs.flatMap(({ asks = [] }) => asks)])],
    panels: most("panels"),
    imaging: most("imaging"),
    procedures: most("procedures"),
    referrals: most("referrals"),
    manages: true,
    vaccinates: true,
  };
}

/** Without what was drawn not long ago. */
export function notAgain({ chart, model }: Case, panels: Readonly<Record<string, number>>, day: Day): Readonly<Record<string, number>> {
  const since = isoOf(day - again + 1);
  const drawn = new Set<string>();
  for (let i = chart.orders.length - 1; i >= 0 && chart.orders[i]!.time >= since; i--) drawn.add(chart.orders[i]!.code.code);
  return Object.fromEntries(Object.entries(panels).filter(([name]) => !drawn.has(model.panels.get(name)?.code.code ?? "")));
}
