/**
 * How sure a claim is, strongest first: `declared` by the format's standard or a policy; `known` of this subject;
 * `labelled` by a heading or column name; `checked` by check digits; `contextual` by its neighbours; `shaped` by form alone.
 */
export const strengths = ["declared", "known", "labelled", "checked", "contextual", "shaped"] as const;
export type Strength = (typeof strengths)[number];

/** Negative when `a` is the stronger. */
export function compareStrength(a: Strength, b: Strength): number {
  return strengths.indexOf(a) - strengths.indexOf(b);
}
