import { DeidError } from "../errors.ts";
import { type Category, categories } from "../identifiers/category.ts";
import type { Kind } from "../identifiers/kind.ts";
import { transformByName } from "../transform/index.ts";
import type { PartRules, Policy, Rule } from "./policy.ts";
import { standards } from "./standards.ts";

/**
 * Throws `bad-policy` at the first rule that the policy's standard does not permit, or that cannot read what it is given.
 * `kinds` are all kinds of the run: a rule of a category is checked for each of them that it is in force for.
 */
export function checkPolicy(policy: Policy, kinds: readonly Pick<Kind, "name" | "category">[]): void {
  const check = (kind: Pick<Kind, "name" | "category">, rules: PartRules, at: string, role?: string): void => {
    for (const part of ["value", "prose", "key"] as const)
      checkRule(policy, kind, rules[part], `${at}${part === "value" ? "" : `.${part}`}`, role);
  };
  for (const category of Object.keys(categories) as Category[]) {
    // Of no kind in particular: a category may be ruled before it has a kind.
    check({ name: category, category }, policy.rules[category], `rules.${category}`);
  }
  for (const kind of kinds) {
    const own = policy.kinds[kind.name];
    check(kind, own ?? policy.rules[kind.category], own ? `kinds.${kind.name}` : `rules.${kind.category}`);
    for (const [role, rules] of Object.entries(policy.roles)) {
      const named = rules.kinds[kind.name];
      const ruled = named ?? rules.rules[kind.category];
      if (ruled) check(kind, ruled, `roles.${role}.${named ? `kinds.${kind.name}` : `rules.${kind.category}`}`, role);
    }
  }
  for (const kind of kinds) {
    const isListed = policy.surrogates.includes(kind.category) || policy.surrogates.includes(kind.name);
    if (isListed) checkRule(policy, kind, { transform: "surrogate", options: {} }, "surrogates");
  }
  for (const [i, input] of policy.inputs.entries()) {
    for (const [j, slot] of Object.values(input.slots).entries()) {
      const kind = kinds.find(({ name }) => name === slot.is);
      if (kind && slot.rule) checkRule(policy, kind, slot.rule, `inputs.#${i + 1}.slots.#${j + 1}.rule`, slot.role);
    }
  }
}

function checkRule(policy: Policy, kind: Pick<Kind, "name" | "category">, rule: Rule, at: string, role?: string): void {
  const transform = transformByName(rule.transform);
  const standard = standards[policy.standard];
  const permitted = standard.permits(kind, role);
  if ([true, false].some((keyed) => !permitted.includes(transform.derivation(keyed)))) {
    throw new DeidError(
      "bad-policy",
      `policy "${policy.name}": ${kind.name} uses "${rule.transform}", which ${standard.name} does not permit`,
      { at },
      `${kind.category === "C" ? "use generalize-date or redact" : "use redact or tokenize"}, or name another standard`,
    );
  }
  if (transform.fits !== null && transform.fits !== kind.category) {
    throw new DeidError(
      "bad-policy",
      `policy "${policy.name}": ${kind.name} uses "${rule.transform}", which is for category ${transform.fits} only`,
      { at },
      "use redact or tokenize",
    );
  }
}
