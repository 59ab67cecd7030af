import { parseDate, yearOf } from "../calendar/index.ts";
import type { Batch } from "../formats/format.ts";
import { type KindName, kindByName } from "../identifiers/kinds/index.ts";
import type { Policy } from "../policy/index.ts";
import type { Roster, SubjectId } from "../subjects/roster.ts";
import type { EntryContext, RunContext } from "../transform/index.ts";
import type { InputPlan, SlotPlan } from "./plan.ts";

export interface EntrySubject extends EntryContext {
  /** The subject's number on the roster; 0 for none. */
  readonly onRoster: number;
}

export interface SubjectReader {
  /** False when nothing in this input asks whose entry it is. */
  readonly needed: boolean;
  entry(
    batch: Batch,
    first: number,
    last: number,
    read: (cell: number) => string | undefined,
    plans: readonly { readonly plan: SlotPlan }[],
    within?: { readonly entrySubject: EntrySubject },
  ): EntrySubject;
}

interface SubjectSources {
  readonly plan: InputPlan;
  readonly run: RunContext;
  readonly policy: Policy;
  readonly roster: Roster | undefined;
}

const dated = 1e6;
const aside = 1e6 + 1;

export const nobody: EntrySubject = { subject: null, offsetDays: null, onRoster: 0 };

/** Tells, for each entry, whose it is, how far its dates move and the last year its own dates tell. */
export function createSubjectReader({ plan, run, policy, roster }: SubjectSources): SubjectReader {
  const shifts =
    [policy.rules.C, ...Object.values(policy.kinds)].some(
      (rules) => rules.value.transform === "shift-date" || rules.prose.transform === "shift-date",
    ) || plan.slots.some(({ rule }) => rule?.transform === "shift-date");
  const birth = plan.slots.some(
    ({ kind, rule }) => kind !== undefined && kindByName(kind).name === "birth-date" && rule?.transform !== "keep",
  );
  const asksWho = shifts || roster !== undefined;
  const rank = new Map(asksWho ? plan.subject.map((path, index) => [path, index]) : []);
  /** By slot: its rank as a subject's id, `dated` where its dates may tell a later year, else `aside`. */
  const parts: number[] = [];
  const partOf = ({ path, kind }: SlotPlan): number => rank.get(path) ?? (birth && kind === "date" ? dated : aside);
  return {
    needed: (plan.subject.length > 0 && asksWho) || birth,
    entry(batch, first, last, read, plans, within) {
      let best = Number.POSITIVE_INFINITY;
      let id: SubjectId | undefined;
      let latestYear: number | undefined;
      for (let cell = first; cell < last; cell++) {
        const slot = batch.slot[cell]!;
        for (let next = parts.length; next <= slot; next++) parts.push(partOf(plans[next]!.plan));
        const place = parts[slot]!;
        if (place === aside) continue;
        const { plan: at } = plans[slot]!;
        if (place < dated) {
          const value = place < best ? read(cell) : undefined;
          const found = value === undefined ? undefined : subjectId(value, at);
          if (found) {
            best = place;
            id = found;
          }
        } else {
          // Ages are told by the reference date, or by a later one of the record's own, which is rare.
          const last = latestYear ?? run.asOf.year;
          if (!mayTellYearAfter(batch.text, batch.start[cell]!, batch.end[cell]!, last)) continue;
          const date = parseDate(read(cell) ?? "", { order: at.dateOrder ?? plan.dateOrder });
          const year = date === null ? 0 : yearOf(date);
          if (year > last) latestYear = year;
        }
      }
      if (!id && !within && latestYear === undefined) return nobody;
      if (!id && within) return latestYear === undefined ? within.entrySubject : { ...within.entrySubject, latestYear };
      const onRoster = id && roster ? roster.find(id) : 0;
      const offsetDays = onRoster > 0 ? roster!.offsetDays(onRoster) : id && shifts ? offsetOf(run, id) : null;
      return { subject: id ? `${id.domain}:${id.value}` : null, offsetDays, onRoster, ...(latestYear !== undefined && { latestYear }) };
    },
  };
}

/** The id in a subject slot's cell; undefined for an empty one. */
export function subjectId(value: string, plan: SlotPlan): SubjectId | undefined {
  return subjectIdOf(plan.kind ?? "patient-id", value);
}

export function subjectIdOf(name: KindName, value: string): SubjectId | undefined {
  const kind = kindByName(name);
  const normalized = kind.normalize(value);
  return normalized === "" ? undefined : { domain: kind.domain ?? "record", value: normalized };
}

/** Backward by 1 to 365 days, never zero, the same for all dates of one subject. */
export function offsetOf(run: RunContext, id: SubjectId): number {
  return 1 + (run.codes.uint32("date-offset", id.domain, id.value) % 365);
}

/** Whether four digits in a row in `[start, end)` read as a year after `last`; two digits never do (they are read as past). */
function mayTellYearAfter(text: string, start: number, end: number, last: number): boolean {
  let number = 0;
  let digits = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) {
      digits = 0;
      number = 0;
      continue;
    }
    number = (number * 10 + digit) % 10_000;
    digits++;
    if (digits >= 4 && number > last && number < 2200) return true;
  }
  return false;
}
