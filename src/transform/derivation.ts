/**
 * How a transform's output comes from the value: not at all (`none`), by dropping detail (`generalized`), by a table of
 * random codes (`assigned`), as a keyed function (`keyed`), by moving it in time (`shifted`), or unchanged (`kept`).
 */
export type Derivation = "none" | "generalized" | "assigned" | "keyed" | "shifted" | "kept";
