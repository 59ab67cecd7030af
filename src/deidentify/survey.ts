import type { Slot } from "../formats/slot.ts";
import type { Roster, SubjectId } from "../subjects/roster.ts";
import { wordsOf } from "../subjects/words.ts";
import type { RunContext } from "../transform/index.ts";
import type { Analysis } from "./analyze.ts";
import type { InputPlan, SlotPlan } from "./plan.ts";
import { offsetOf, subjectId } from "./subject.ts";

/** Whether an input names its subjects: a roster has their ids beside their names or contacts. */
export function isRoster(plan: InputPlan): boolean {
  return (
    plan.subject.length > 0 &&
    plan.slots.some(({ kind, role }) => kind !== undefined && isOwnName(kind) && (role === undefined || role === "subject"))
  );
}

function isOwnName(kind: string): boolean {
  return kind === "name" || kind === "given-name" || kind === "family-name";
}

/** Reads a roster whole and keeps, as digests, which ids belong to one subject and which words are theirs. */
export async function surveyRoster({
  analysis,
  plan,
  roster,
  run,
}: {
  readonly analysis: Analysis;
  readonly plan: InputPlan;
  readonly roster: Roster;
  readonly run: RunContext;
}): Promise<void> {
  const { format, slots, batches } = analysis;
  const planOf = new Map(plan.slots.map((slot) => [slot.path, slot]));
  const rank = new Map(plan.subject.map((path, index) => [path, index]));
  for await (const batch of batches) {
    const plans = slots.map((slot: Slot) => planOf.get(slot.path));
    let cell = 0;
    for (let e = 0; e < batch.entries; e++) {
      const last = batch.cellsEnd[e]!;
      if (batch.frame[e] === 1) {
        cell = last;
        continue;
      }
      const ids: { readonly id: SubjectId; readonly rank: number }[] = [];
      const words: { readonly value: string; readonly plan: SlotPlan }[] = [];
      for (; cell < last; cell++) {
        const at = plans[batch.slot[cell]!];
        if (!at?.kind) continue;
        const value = format.read(batch.text.slice(batch.start[cell], batch.end[cell]), analysis.dialect);
        if (!value) continue;
        const place = rank.get(at.path);
        const id = place === undefined ? undefined : subjectId(value, at);
        if (id) ids.push({ id, rank: place! });
        words.push({ value, plan: at });
      }
      if (ids.length === 0) continue;
      ids.sort((a, b) => a.rank - b.rank);
      const subject = roster.enroll(
        ids.map(({ id }) => id),
        () => offsetOf(run, ids[0]!.id),
      );
      for (const { value, plan: at } of words) for (const word of wordsOf(value, at.kind!)) roster.add(subject, word, at.kind!);
    }
  }
}
