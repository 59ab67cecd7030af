import type { SlotVerdict } from "../classify/classify.ts";
import type { Role } from "../detect/finding.ts";
import { DeidError } from "../errors.ts";
import type { Dialect } from "../formats/format.ts";
import type { Slot, Verdict } from "../formats/slot.ts";
import { type KindName, kindByName } from "../identifiers/kinds/index.ts";
import type { Policy, PolicySlot, Rule } from "../policy/policy.ts";
import { ruleFor, slotsFor } from "../policy/rule.ts";

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
  /** Values are codes or abbreviations. */
  readonly codes?: true;
  /** Values are long numbers or letters with many digits. */
  readonly opaque?: true;
  /** Values are states. */
  readonly states?: true;
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
    ...(verdict.codes && { codes: verdict.codes }),
    ...(verdict.opaque && { opaque: verdict.opaque }),
    ...(verdict.states && { states: verdict.states }),
  };
  if (override) {
    if (override.transform === "scrub") return { ...base, action: "scrub" };
    if (override.transform === "keep") return { ...base, action: "keep", rule: override };
  }
  // Documents in strings are opened where prose is scrubbed, whatever they are taken for.
  if (verdict.documents) return { ...base, action: "scrub" };
  const { verdict: is } = verdict;
  if (is === "prose" || is === "clinical" || is === "unknown") {
    // A rule of the user's own for what is no identifier treats it as any other unique one.
    if (override) return { ...base, action: "edit", kind: "unique-id", rule: override };
    return { ...base, action: is === "prose" ? "scrub" : is === "clinical" ? "check" : "strict" };
  }
  const general = ruleFor(policy, kindByName(is), {
    part: slot.part === "key" ? "key" : "value",
    ...(verdict.role && { role: verdict.role }),
  });
  // Where surrogates were asked for, a slot that is to be redacted has one as any other of its kind.
  const rule = override && !(override.transform === "redact" && general.transform === "surrogate") ? override : general;
  return { ...base, action: rule.transform === "keep" ? "keep" : rule.transform === "scrub" ? "scrub" : "edit", kind: is, rule };
}

/** Kinds whose value can say whose record it is, best first. */
const subjectKinds: readonly KindName[] = ["patient-id", "mrn", "member-id", "mbi", "ssn", "trial-subject-id"];

export function isSubjectKind(kind: KindName): boolean {
  return subjectKinds.includes(kind);
}

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
  /** Of the input, as a policy of the user's own names it; null for a document inside a string, which none names. */
  readonly inputName: string | null;
}

/**
 * Verdicts and policy, compiled to what is done. Throws `schema-drift` when the user's own policy leaves a slot unnamed,
 * and `bad-usage` when the named subject slot is not there.
 */
export function planInput({ dialect, slots, verdicts, policy, subject, inputName }: PlanSources): InputPlan {
  const closed = policy.inputs.length > 0 && inputName !== null;
  const named = closed ? slotsFor(policy, inputName) : null;
  if (closed) refuseDrift(slots, named);
  const planned = slots.map((slot, index) => {
    const seen = verdicts[index] ?? { slot: slot.id, verdict: "unknown", by: "neither", entriesRead: 0, why: "" };
    const own = named?.[slot.path];
    return planSlot(slot, own ? asNamed(own, seen) : seen, policy, own?.rule);
  });
  const subjects = subjectSlots(planned, subject);
  if (subject !== undefined && subjects.length === 0)
    throw new DeidError("bad-usage", "--subject names a slot that the input does not have");
  const dayFirst = planned.filter(({ dateOrder }) => dateOrder === "dmy").length;
  const monthFirst = planned.filter(({ dateOrder }) => dateOrder === "mdy").length;
  return { dialect, slots: planned, subject: subjects, dateOrder: dayFirst > monthFirst ? "dmy" : "mdy", closed };
}

function refuseDrift(slots: readonly Slot[], named: Readonly<Record<string, PolicySlot>> | null): void {
  const hint = "classify the input again, review the new slots and add them to the policy";
  if (!named) throw new DeidError("schema-drift", "the policy names no slots for an input of this name", undefined, hint);
  const unnamed = slots.filter(({ path }) => !Object.hasOwn(named, path)).map(({ path }) => path);
  if (unnamed.length === 0) return;
  const some = `${unnamed.slice(0, 5).join(", ")}${unnamed.length > 5 ? ", …" : ""}`;
  throw new DeidError(
    "schema-drift",
    `${unnamed.length === 1 ? "a slot is" : `${unnamed.length} slots are`} not named by the policy: ${some}`,
    undefined,
    hint,
  );
}

/** What the policy says of a slot; how its values are written is seen in them where the policy is silent. */
function asNamed({ is, rule: _rule, evidence: _evidence, ...said }: PolicySlot, seen: SlotVerdict): SlotVerdict {
  const { dateOrder, epoch, excelSerial } = seen;
  const written = { ...(dateOrder && { dateOrder }), ...(epoch && { epoch }), ...(excelSerial && { excelSerial }) };
  // exactOptionalPropertyTypes: zod's optional fields are absent or given, never undefined.
  return {
    slot: seen.slot,
    by: "declared",
    entriesRead: seen.entriesRead,
    why: "",
    ...written,
    ...(said as Partial<SlotVerdict>),
    verdict: is as Verdict,
  };
}
