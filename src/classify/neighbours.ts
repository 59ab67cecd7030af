import type { Role } from "../detect/finding.ts";
import type { Verdict } from "../formats/slot.ts";
import type { KindName } from "../identifiers/kinds/index.ts";
import { isConceptText } from "./paths.ts";
import type { Profile } from "./profile.ts";
import { enough } from "./value-kinds.ts";
import { shareOf } from "./value-sorts.ts";

/** All slots of an input, to look beside one. */
export interface Neighbours {
  readonly profiles: readonly (Profile | undefined)[];
  /** Index of each path among the slots. */
  readonly paths: ReadonlyMap<string, number>;
}

const referenceKinds: readonly (readonly [RegExp, KindName])[] = [
  [/^(?:Patient|Person|RelatedPerson|Member)[/?]/, "patient-id"],
  [/^(?:Encounter|EpisodeOfCare|Appointment)[/?]/, "encounter-id"],
  [/^(?:Practitioner|PractitionerRole|CareTeam)[/?]/, "provider-id"],
  [/^(?:Organization|Location|HealthcareService)[/?]/, "organization-id"],
];

/** What stands beside a slot says what it is: the `display` of a reference names what it points at, a `text` its codes. */
export function neighbourRule(path: string, { profiles, paths }: Neighbours): { readonly is: Verdict; readonly role?: Role } | undefined {
  if (isConceptText(path, paths)) return { is: "clinical" };
  if (!path.endsWith(".display")) return undefined;
  const reference = paths.get(`${path.slice(0, -".display".length)}.reference`);
  const profile = reference === undefined ? undefined : profiles[reference];
  if (!profile) return undefined;
  const target = referenceKind(profile);
  if (target === "provider-id") return { is: "name", role: "provider" };
  if (shareOf(profile.values(), (value) => /^(?:Patient|Person|RelatedPerson|Practitioner|PractitionerRole)[/?]/.test(value)) >= 0.2)
    return { is: "name" };
  if (target === "organization-id") return { is: "facility" };
  return undefined;
}

/** What values such as `Practitioner/12` point at; null when they point at no one sort. */
export function referenceKind(profile: Profile): KindName | null {
  if (profile.share("reference") < 0.5) return null;
  for (const [pattern, kind] of referenceKinds) if (shareOf(profile.values(), (value) => pattern.test(value)) >= enough) return kind;
  return "record-id";
}
