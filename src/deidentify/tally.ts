import type { Counts } from "../evidence/counts.ts";
import type { PrivateEvidence, WarningReason } from "../evidence/private.ts";
import { type KindName, kindByName } from "../identifiers/kinds/index.ts";

/** Counts and warnings of one input. */
export interface Tally {
  /** The counter for edits of a slot by a rule; `unknown` where no kind was claimed. */
  counter(slot: string, kind: KindName | "unknown", rule: string): number;
  add(counter: number, times?: number): void;
  /** `record` counts from 1. */
  warn(
    reason: WarningReason,
    at: { readonly slot?: string; readonly record?: number; readonly start?: number; readonly end?: number },
  ): void;
}

export function createTally(input: string, counts: Counts, evidence: PrivateEvidence): Tally {
  return {
    counter: (slot, kind, rule) =>
      counts.counter({ input, slot, kind, rule, category: kind === "unknown" ? "unknown" : kindByName(kind).category }),
    add: (counter, times) => counts.add(counter, times),
    warn: (reason, at) => evidence.warn({ reason, input, ...at }),
  };
}
