import type { PersonName } from "./patient.ts";

/** `Ana M. Ruiz Jr.`: given name, middle initial, family name, suffix. */
export function fullName(name: PersonName): string {
  const middle = name.middle === undefined ? "" : ` ${name.middle.slice(0, 1)}.`;
  const suffix = name.suffix === undefined ? "" : ` ${name.suffix}`;
  return `${name.given}${middle} ${name.family}${suffix}`;
}
