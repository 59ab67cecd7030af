import type { Verdict } from "../formats/slot.ts";
import type { Category } from "../identifiers/category.ts";
import type { KindName } from "../identifiers/kinds/index.ts";
import type { TransformName } from "../transform/index.ts";
import type { SlotSource, StandardName } from "./schema.ts";

/** What is done to a value. Plain data: `options` are those of the transform, checked. */
export interface Rule {
  readonly transform: TransformName;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Where an identifier stands: a slot's whole value, in prose, or as an object key or header. */
export type Part = "value" | "prose" | "key";

export type PartRules = Readonly<Record<Part, Rule>>;

export interface RoleRules {
  readonly rules: Readonly<Partial<Record<Category, PartRules>>>;
  readonly kinds: Readonly<Record<string, PartRules>>;
}

/** A slot as a policy of the user's own names it. */
export type PolicySlot = Omit<SlotSource, "is" | "rule"> & { readonly is: Verdict; readonly rule?: Rule };

export interface PolicyInput {
  /** A name of an input, `*` and `?` allowed. */
  readonly pattern: string;
  readonly slots: Readonly<Record<string, PolicySlot>>;
}

/** A policy, whole: every category has its rule. Plain data, so that it travels to workers. */
export interface Policy {
  readonly name: string;
  readonly title: string;
  readonly standard: StandardName;
  readonly rules: Readonly<Record<Category, PartRules>>;
  readonly kinds: Readonly<Record<string, PartRules>>;
  readonly roles: Readonly<Record<string, RoleRules>>;
  /** Categories and kinds that `withSurrogates` turns from redact to surrogate. */
  readonly surrogates: readonly string[];
  readonly text: { readonly timesOfDay: "keep" | "redact"; readonly weekdays: "keep" | "redact" };
  /** The kinds that say whose record it is, best first. */
  readonly subjects: readonly KindName[];
  /** Not empty: the slots are named, and one that is not is drift. */
  readonly inputs: readonly PolicyInput[];
  /** SHA-256 of what the policy says, in hex: the same for any spelling of it. */
  readonly digest: string;
}
