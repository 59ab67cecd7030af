export { isPolicyName, loadPolicy, policyNames } from "./load.ts";
export type { Policy } from "./policy.ts";
export { type Place, ruleFor, slotsFor, withSurrogates, withTokens } from "./rule.ts";
