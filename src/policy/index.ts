export { checkPolicy } from "./check.ts";
export { isPolicyName, type LoadOptions, loadPolicy, policyNames } from "./load.ts";
export type { Part, PartRules, Policy, PolicyInput, PolicySlot, Rule } from "./policy.ts";
export { type Place, ruleFor, slotsFor, withSurrogates } from "./rule.ts";
export type { PolicySource, StandardName } from "./schema.ts";
export { type Standard, standards } from "./standards.ts";
