import type { Kind } from "./kind.ts";

/** A kind as the catalogue holds it: its name is a literal, so that the union of names follows from the list. */
export function defineKind<const Name extends string>(kind: Kind & { readonly name: Name }): Kind & { readonly name: Name } {
  return kind;
}
