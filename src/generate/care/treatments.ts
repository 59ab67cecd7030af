import { stamp } from "./case.ts";
import { below, keyOf, uniform, uuidBy, whole } from "./dice.ts";
import type { Prescriptions } from "./prescriptions.ts";
import type { Opened } from "./visits.ts";

const keys = { procedure: keyOf("procedure"), minutes: keyOf("minutes"), starts: keyOf("starts") } as const;

/**
 * What is done, each within the encounter: one after the other from `from`, as far as there is room. What gives a drug is left out for
 * whom it does not suit.
 */
export function treat(
  opened: Opened,
  shares: Readonly<Record<string, number>>,
  from: number,
  until: number,
  { suits }: Pick<Prescriptions, "suits">,
): void {
  const { own, dice, reason, provider } = opened;
  let at = from;
  for (const name in shares) {
    const entry = own.model.procedures.get(name);
    if (!entry || uniform(below(dice, keys.procedure), entry.key) >= shares[name]!) continue;
    if (entry.spec.avoid && !suits(entry.spec.avoid, opened.day)) continue;
    const each = below(dice, entry.key);
    const end = Math.min(until, at + whole(each, keys.minutes, [entry.spec.minutes[0], entry.spec.minutes[1]]));
    if (end <= at) return;
    own.chart.procedures.push({
      id: uuidBy(each, keys.procedure),
      patientId: own.patient.id,
      encounterId: opened.id,
      providerId: provider.id,
      code: entry.code,
      start: stamp(at),
      end: stamp(end),
      reason: opened.reasons?.get(name) ?? reason,
    });
    opened.lines.push({ code: entry.code, cents: entry.spec.cents });
    at = end;
  }
}
