import type { Kind } from "../identifiers/kind.ts";
import type { Part, PartRules, Policy, PolicySlot, Rule } from "./policy.ts";

/** Where a value stands and whose it is. Default: a whole value, the subject's. */
export interface Place {
  readonly role?: "subject" | "relative" | "provider" | "facility";
  readonly part?: Part;
}

/** The rule for a kind: that of the role, then that of the kind, then that of its category. */
export function ruleFor(policy: Policy, kind: Pick<Kind, "name" | "category">, place: Place = {}): Rule {
  const role = place.role === undefined ? undefined : policy.roles[place.role];
  const rules: PartRules = role?.kinds[kind.name] ?? role?.rules[kind.category] ?? policy.kinds[kind.name] ?? policy.rules[kind.category];
  return rules[place.part ?? "value"];
}

/** The slots that the policy names for an input, by path; null when it names none for it. The first pattern that fits counts. */
export function slotsFor(policy: Policy, inputName: string): Readonly<Record<string, PolicySlot>> | null {
  return policy.inputs.find(({ pattern }) => fits(pattern, inputName))?.slots ?? null;
}

/** The policy with invented values where it would remove what `surrogates` lists. */
export function withSurrogates(policy: Policy, kindsOf: readonly Pick<Kind, "name" | "category">[]): Policy {
  const invented: Rule = { transform: "surrogate", options: {} };
  const swap = (rules: PartRules): PartRules => ({
    value: rules.value.transform === "redact" ? invented : rules.value,
    prose: rules.prose.transform === "redact" ? invented : rules.prose,
    // A key must stay unique, which surrogates are not.
    key: rules.key,
  });
  const listed = (kind: Pick<Kind, "name" | "category">): boolean =>
    policy.surrogates.includes(kind.category) || policy.surrogates.includes(kind.name);
  const kinds = { ...policy.kinds };
  for (const kind of kindsOf) {
    if (listed(kind) && kinds[kind.name] === undefined) kinds[kind.name] = swap(policy.rules[kind.category]);
    else if (policy.surrogates.includes(kind.name)) kinds[kind.name] = swap(kinds[kind.name]!);
  }
  const rules = Object.fromEntries(
    Object.entries(policy.rules).map(([category, rule]) => [category, policy.surrogates.includes(category) ? swap(rule) : rule]),
  ) as Policy["rules"];
  return { ...policy, rules, kinds };
}

/** `*` stands for any characters, `?` for one; the whole name, in any case. Linear but for the stars, of which each is tried once. */
function fits(pattern: string, name: string): boolean {
  const p = pattern.toLowerCase();
  const n = name.toLowerCase();
  let i = 0;
  let j = 0;
  let star = -1;
  let mark = 0;
  while (j < n.length) {
    if (i < p.length && p[i] === "*") {
      star = i++;
      mark = j;
    } else if (i < p.length && (p[i] === "?" || p[i] === n[j])) {
      i++;
      j++;
    } else if (star >= 0) {
      i = star + 1;
      j = ++mark;
    } else return false;
  }
  while (p[i] === "*") i++;
  return i === p.length;
}
