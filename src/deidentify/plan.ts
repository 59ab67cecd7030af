import type { SlotVerdict } from "../classify/classify.ts";
import type { Role } from "../detect/finding.ts";
import { DeidError } from "../errors.ts";
import type { Dialect } from "../formats/format.ts";
import type { Slot, Verdict } from "../formats/slot.ts";
import { type KindName, kindByName } from "../identifiers/kinds/index.ts";
import { type Policy, type Rule, ruleFor } from "../policy/index.ts";

/**
 * What is done to the values of a slot: `keep` without a look (a policy says so), `edit` by a rule, `scrub` as prose,
 * `check` as clinical (kept; a surprising cell is scrubbed), `strict` as unknown (kept only when plainly harmless).
 */
type Action = "keep" | "edit" | "scrub" | "check" | "strict";

/** Plain data: slot → rule and what an edit must know. */
export interface SlotPlan {
  readonly path: string;
  readonly verdict: Verdict;
  readonly action: Action;
  readonly kind?: KindName;
  readonly rule?: Rule;
  readonly role?: Role;
  readonly dateOrder?: "mdy" | "dmy";
  readonly epoch?: "s" | "ms";
  readonly excelSerial?: boolean;
  /** Values such as `Patient/123`: the identifier is what follows the prefix. */
  readonly reference?: true;
  /** Few values that repeat. */
  readonly small?: true;
}

/** Everything a worker needs to know of one input. */
export interface InputPlan {
  readonly dialect: Dialect;
  readonly slots: readonly SlotPlan[];
  /** Paths of the slots whose value says whose entry it is, best first. */
  readonly subject: readonly string[];
  /** Day-first or month-first in this input's prose. */
  readonly dateOrder: "mdy" | "dmy";
  /** A policy of the user's own named the slots: a new one is drift. */
  readonly closed: boolean;
}

export function planSlot(slot: Slot, verdict: SlotVerdict, policy: Policy, override: Rule | undefined): SlotPlan {
  const base = {
    path: slot.path,
    verdict: verdict.verdict,
    ...(verdict.role && { role: verdict.role }),
    ...(verdict.dateOrder && { dateOrder: verdict.dateOrder }),
    ...(verdict.epoch && { epoch: verdict.epoch }),
    ...(verdict.excelSerial && { excelSerial: verdict.excelSerial }),
    ...(verdict.reference && { reference: verdict.reference }),
    ...(verdict.small && { small: verdict.small }),
  };
  if (override) {
    if (override.transform === "scrub") return { ...base, action: "scrub" };
    if (override.transform === "keep") return { ...base, action: "keep", rule: override };
  }
  // Documents in strings are opened where prose is scrubbed, whatever they are taken for.
  if (verdict.documents) return { ...base, action: "scrub" };
  switch (verdict.verdict) {
    case "prose":
      return { ...base, action: "scrub", ...(override && { rule: override }) };
    case "clinical":
      return { ...base, action: "check", ...(override && { rule: override }) };
    case "unknown":
      return { ...base, action: "strict", ...(override && { rule: override }) };
    default: {
      const kind = kindByName(verdict.verdict);
      const rule = override ?? ruleFor(policy, kind, { part: slot.part === "key" ? "key" : "value", ...(verdict.role && { role: verdict.role }) });
      return { ...base, action: rule.transform === "keep" ? "keep" : rule.transform === "scrub" ? "scrub" : "edit", kind: verdict.verdict, rule };
    }
  }
}

/** Kinds whose value can say whose record it is, best first. */
const subjectKinds: readonly KindName[] = ["patient-id", "mrn", "member-id", "mbi", "ssn", "trial-subject-id"];

/** The slots that say whose entry it is: the one the user named, else those of kinds that can. */
export function subjectSlots(slots: readonly SlotPlan[], named: string | undefined): readonly string[] {
  if (named !== undefined) return slots.filter(({ path }) => path.toLowerCase() === named.toLowerCase()).map(({ path }) => path);
  return slots
    .filter(({ kind, role }) => kind !== undefined && subjectKinds.includes(kind) && (role === undefined || role === "subject"))
    .toSorted((a, b) => subjectKinds.indexOf(a.kind!) - subjectKinds.indexOf(b.kind!))
    .map(({ path }) => path);
}

export interface PlanSources {
  readonly dialect: Dialect;
  readonly slots: readonly Slot[];
  readonly verdicts: readonly SlotVerdict[];
  readonly policy: Policy;
  /** The slot that the user says names the subject. */
  readonly subject: string | undefined;
  /** What a policy of the user's own says of this input's slots, by path. Given: every slot must be in it. */
  readonly named?: ReadonlyMap<string, NamedSlot> | undefined;
}

export interface NamedSlot {
  readonly is: Verdict;
  readonly rule?: Rule | undefined;
}

/**
 * Verdicts and policy, compiled to what is done. Throws `schema-drift` when the user's own policy leaves a slot unnamed,
 * and `bad-usage` when the named subject slot is not there.
 */
export function planInput({ dialect, slots, verdicts, policy, subject, named }: PlanSources): InputPlan {
  const unnamed = named ? slots.filter(({ path }) => !named.has(path)) : [];
  if (unnamed.length > 0) {
    const some = unnamed.slice(0, 5).map(({ path }) => path);
    throw new DeidError(
      "schema-drift",
      `${unnamed.length} ${unnamed.length === 1 ? "slot is" : "slots are"} not named by the policy: ${some.join(", ")}${unnamed.length > 5 ? ", …" : ""}`,
      undefined,
      "classify the input again, review the new slots and add them to the policy",
    );
  }
  const planned = slots.map((slot, index) => {
    const seen = verdicts[index] ?? { slot: slot.id, verdict: "unknown", by: "neither", entriesRead: 0, why: "" };
    const own = named?.get(slot.path);
    // How dates are written is seen in the values; what the slot is, the policy says.
    return planSlot(slot, own ? { ...seen, verdict: own.is } : seen, policy, own?.rule);
  });
  const subjects = subjectSlots(planned, subject);
  if (subject !== undefined && subjects.length === 0) throw new DeidError("bad-usage", "--subject names a slot that the input does not have");
  const dayFirst = verdicts.filter(({ dateOrder }) => dateOrder === "dmy").length;
  const monthFirst = verdicts.filter(({ dateOrder }) => dateOrder === "mdy").length;
  return { dialect, slots: planned, subject: subjects, dateOrder: dayFirst > monthFirst ? "dmy" : "mdy", closed: named !== undefined };
}
