export { isPolicyName, loadPolicy, policyNames } from "./load.ts";
export type { Part, PartRules, Policy, PolicyInput } from "./policy.ts";
export { type Place, ruleFor, slotsFor, withSurrogates } from "./rule.ts";
