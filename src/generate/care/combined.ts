import type { Coded } from "../../record/coded.ts";
import { type Day, dayOf } from "../days.ts";
import type { HealthCondition } from "../health/health.ts";
import type { Case } from "./case.ts";

/** What a condition is called from a day on. */
export interface Called {
  readonly code: Coded;
  readonly from: Day;
}

/**
 * What a condition is called over time: by itself, and by one code with what else is there. What had come together before the record
 * begins was never called otherwise in it.
 */
export function callsOf(own: Case, { name, code, onset }: HealthCondition): readonly Called[] {
  const rules = own.model.combined.get(name);
  if (!rules) return [{ code, from: onset }];
  const known = Math.max(onset, own.first);
  const names = new Set(rules.flatMap((rule) => rule.with.flat()));
  const turns = own.health.conditions.flatMap((other) => (names.has(other.name) ? [other.onset, other.resolved ?? known] : []));
  const calls: Called[] = [];
  for (const day of [known, ...turns.filter((turn) => turn > known).sort((a, b) => a - b)]) {
    const rule = rules.find((each) => each.with.every((one) => one.some((other) => hasOn(own, other, day))));
    const now = rule?.code ?? code;
    if (now.code !== calls.at(-1)?.code.code) calls.push({ code: now, from: calls.length === 0 ? onset : day });
  }
  return calls;
}

const hasOn = ({ health }: Case, wanted: string, day: Day): boolean =>
  health.conditions.some(({ name, onset, resolved }) => name === wanted && onset <= day && (resolved === undefined || resolved > day));

/** Calls the reasons of all that was done as the list of conditions does on that day. */
export function nameReasons(own: Case): void {
  const calls = new Map<string, readonly Called[]>();
  for (const condition of own.health.conditions) {
    const list = callsOf(own, condition);
    if (list.length > 1 || list[0]!.code.code !== condition.code.code) calls.set(condition.code.code, list);
  }
  if (calls.size === 0) return;
  const called = (reason: Coded, time: string): Coded => {
    const list = calls.get(reason.code);
    if (!list) return reason;
    const day = dayOf(time.slice(0, 10));
    return (list.findLast(({ from }) => from <= day) ?? list[0]!).code;
  };
  const { chart } = own;
  rename(chart.encounters, (each) => {
    const reason = called(each.reason, each.start);
    const also = each.also?.map((code) => called(code, each.start));
    return { ...each, reason, ...(also ? { also: distinct(also, reason) } : {}) };
  });
  rename(chart.appointments, (each) => ({ ...each, reason: called(each.reason, each.start) }));
  rename(chart.orders, (each) => (each.reason ? { ...each, reason: called(each.reason, each.time) } : each));
  rename(chart.procedures, (each) => (each.reason ? { ...each, reason: called(each.reason, each.start) } : each));
  rename(chart.medications, (each) => (each.reason ? { ...each, reason: called(each.reason, each.start) } : each));
}

/** Each code once, and not that of the reason. */
const distinct = (codes: readonly Coded[], reason: Coded): readonly Coded[] =>
  codes.filter(({ code }, i) => code !== reason.code && codes.findIndex((other) => other.code === code) === i);

function rename<T>(list: T[], named: (item: T) => T): void {
  for (let i = 0; i < list.length; i++) list[i] = named(list[i]!);
}
