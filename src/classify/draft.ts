import type { Slot, Verdict } from "../formats/slot.ts";
import type { SlotVerdict } from "./classify.ts";

/** The `inputs:` part of a policy, as a person reviews it. */
export interface DraftedInput {
  readonly slots: Readonly<Record<string, DraftedSlot>>;
}

/** What a policy says of a slot beside its verdict and its rule. */
const readings = ["role", "dateOrder", "epoch", "excelSerial", "reference", "uuids", "documents", "small", "codes"] as const;

export interface DraftedSlot {
  readonly is: Verdict;
  readonly rule?: string;
  /** How the values are written and whose they are, as a policy repeats it. */
  readonly reading: Readonly<Partial<Pick<SlotVerdict, (typeof readings)[number]>>>;
  readonly evidence: { readonly by: SlotVerdict["by"]; readonly entriesRead: number; readonly why: string };
}

/** `ruleOf` names the rule that the standard in force gives a verdict, so that the draft shows what will happen. */
export function draftInput(
  slots: readonly Slot[],
  verdicts: readonly SlotVerdict[],
  ruleOf?: (verdict: SlotVerdict) => string | undefined,
): DraftedInput {
  const drafted: Record<string, DraftedSlot> = {};
  for (const [i, slot] of slots.entries()) {
    const verdict = verdicts[i];
    if (!verdict) continue;
    const rule = ruleOf?.(verdict);
    drafted[slot.path] = {
      is: verdict.verdict,
      ...(rule === undefined ? {} : { rule }),
      reading: Object.fromEntries(readings.flatMap((name) => (verdict[name] === undefined ? [] : [[name, verdict[name]]]))),
      evidence: { by: verdict.by, entriesRead: verdict.entriesRead, why: verdict.why },
    };
  }
  return { slots: drafted };
}

/**
 * The same as YAML, `inputs:` and all, with a comment on what a person should look at first: what no label spoke for,
 * what was removed because nobody could tell, what stays.
 */
export function draftYaml(inputs: Readonly<Record<string, DraftedInput>>): string {
  const lines = [
    "# Drafted by `scrubjay classify` from labels and values. Read every line before you rely on it:",
    "# `is` says what a slot was taken for. A run with this policy refuses an input with a slot that is not named here.",
    "inputs:",
  ];
  for (const [glob, { slots }] of Object.entries(inputs)) {
    lines.push(`  ${scalar(glob)}:`, "    slots:");
    for (const [path, { is, rule, reading, evidence }] of Object.entries(slots)) {
      const look = review(is, evidence.by);
      if (look) lines.push(`      # ${look}`);
      lines.push(`      ${scalar(path)}:`, `        is: ${scalar(is)}`);
      if (rule !== undefined) lines.push(`        rule: ${scalar(rule)}`);
      for (const [name, value] of Object.entries(reading)) lines.push(`        ${name}: ${value}`);
      lines.push(`        evidence: { by: ${evidence.by}, entriesRead: ${evidence.entriesRead}, why: ${JSON.stringify(evidence.why)} }`);
    }
  }
  return `${lines.join("\n")}\n`;
}

function review(is: Verdict, by: SlotVerdict["by"]): string | undefined {
  if (is === "unknown") return "Look here: nobody could tell what this is; only numbers, codes and plain words stay.";
  if (is === "clinical" && by === "values") return "Look here: kept for its values alone; no label says that they are clinical.";
  if (is === "prose") return "Scrubbed: what the detectors find is removed, the rest stays.";
  if (by === "values") return "Judged from values alone.";
  if (by === "label") return "Judged from the label; the values do not speak for it.";
  return undefined;
}

// A JSON string is a YAML double-quoted scalar; plain names stay bare.
function scalar(text: string): string {
  return /^[A-Za-z][A-Za-z0-9_-]{0,80}$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null|nan)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

/** What an input has that a policy does not name (schema drift), and what the policy names that the input lacks. */
export function compareDrift(
  policySlots: Readonly<Record<string, unknown>>,
  slots: readonly Slot[],
): { readonly missing: readonly Slot[]; readonly unused: readonly string[] } {
  const paths = new Set(slots.map(({ path }) => path));
  return {
    missing: slots.filter(({ path }) => !Object.hasOwn(policySlots, path)),
    unused: Object.keys(policySlots).filter((path) => !paths.has(path)),
  };
}
