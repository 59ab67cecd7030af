import type { Category } from "../identifiers/category.ts";
import type { Kind } from "../identifiers/kind.ts";
import type { Part, PartRules, Policy, PolicySlot, RoleRules, Rule } from "./policy.ts";

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

/**
 * The policy with invented values where it would remove what `surrogates` lists, by category or kind, whoever it is of; and
 * in prose with dates of the same year where it would leave the year alone.
 */
export function withSurrogates(policy: Policy, kindsOf: readonly Pick<Kind, "name" | "category">[]): Policy {
  const isListed = (name: string): boolean => policy.surrogates.includes(name);
  return swapRules(policy, kindsOf, ({ name, category }, rules) => {
    const isInvented = isListed(category) || isListed(name);
    // A key must stay unique, which surrogates are not.
    return {
      value: isInvented && rules.value.transform === "redact" ? invented : rules.value,
      prose:
        isInvented && rules.prose.transform === "redact"
          ? invented
          : rules.prose.transform === "generalize-date"
            ? inYear(rules.prose)
            : rules.prose,
      key: rules.key,
    };
  });
}

/** The policy with codes in prose where it would leave tags: the same for the same person or number. */
export function withTokens(policy: Policy, kindsOf: readonly Pick<Kind, "name" | "category">[]): Policy {
  return swapRules(policy, kindsOf, ({ category }, rules) => ({
    ...rules,
    prose: rules.prose.transform === "redact" && category !== "C" ? { transform: "tokenize", options: {} } : rules.prose,
  }));
}

const invented: Rule = { transform: "surrogate", options: {} };

function inYear(rule: Rule): Rule {
  return rule.options.as === "year" ? { ...rule, options: { ...rule.options, as: "in-year" } } : rule;
}

type Swap = (kind: Pick<Kind, "name" | "category">, rules: PartRules) => PartRules;

/** Every rule of a policy, those of its roles too, by way of each kind it is in force for. */
function swapRules(policy: Policy, kindsOf: readonly Pick<Kind, "name" | "category">[], swap: Swap): Policy {
  const swapped = (rules: RoleRules): RoleRules => {
    const kinds = { ...rules.kinds };
    for (const kind of kindsOf) {
      const own = rules.kinds[kind.name] ?? rules.rules[kind.category];
      if (own) kinds[kind.name] = swap(kind, own);
    }
    const byCategory = Object.entries(rules.rules).map(([category, own]) => [
      category,
      swap({ name: category, category: category as Category }, own!),
    ]);
    return { kinds, rules: Object.fromEntries(byCategory) };
  };
  const { kinds, rules } = swapped(policy);
  const roles = Object.fromEntries(Object.entries(policy.roles).map(([role, own]) => [role, swapped(own)]));
  return { ...policy, kinds, rules: rules as Policy["rules"], roles };
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
