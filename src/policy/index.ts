export { isPolicyName, loadPolicy, policyNames } from "./load.ts";
export type { Policy, PolicySlot, Rule } from "./policy.ts";
export { type Place, ruleFor, slotsFor, withSurrogates } from "./rule.ts";
