import { classifySlots, type SlotVerdict } from "../../src/classify/classify.ts";
import { createProfile } from "../../src/classify/profile.ts";
import type { Slot } from "../../src/formats/slot.ts";

/** Verdicts by label for a table given as its columns. */
export function verdictsOf(inputName: string, columns: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, SlotVerdict>> {
  const slots = Object.keys(columns).map(
    (path, id): Slot => ({ id, path, label: path.includes(".") ? path.slice(path.lastIndexOf(".") + 1) : path, part: "value" }),
  );
  const profiles = Object.values(columns).map((cells) => {
    const profile = createProfile();
    for (const cell of cells) profile.add(cell);
    return profile;
  });
  const verdicts = classifySlots(slots, profiles, { inputName, entries: Math.max(...profiles.map(({ entries }) => entries)) });
  return Object.fromEntries(slots.map(({ path }, i) => [path, verdicts[i]!]));
}

/** The verdicts alone. */
export function taken(inputName: string, columns: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(verdictsOf(inputName, columns)).map(([path, { verdict }]) => [path, verdict]));
}

/** `count` values made from their index. */
export function many(count: number, make: (i: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, i) => make(i));
}
