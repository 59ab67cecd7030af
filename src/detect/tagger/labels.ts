/** What the tagger calls a word. Without marks of beginning and inside: two identifiers of one sort side by side leave together. */
export const labels = ["other", "name", "organization", "place", "date", "number"] as const;
export type Label = (typeof labels)[number];

export const labelCount = labels.length;
