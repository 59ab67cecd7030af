import type { Kind } from "./kind.ts";

/** A kind as the catalogue holds it: its name is a literal, so that the union of names follows from the list. */
export function defineKind<const Name extends string>(kind: Kind & { readonly name: Name }): Kind & { readonly name: Name } {
  return kind;
}

/** The items of a list written with commas, over as many lines as it takes. */
export function listed(text: string): readonly string[] {
  return text.trim().split(/,\s{1,20}/);
}
