import type { Kind } from "../identifiers/kind.ts";
import { type KindName, kinds } from "../identifiers/kinds/index.ts";
import type { Profile } from "./profile.ts";
import { spread } from "./value-sorts.ts";
import { wordSample } from "./values.ts";
import { nameRanks } from "./words.ts";

export interface KindShare {
  readonly share: number;
  /** Share with check digits or context besides the form. */
  readonly strong: number;
}

const kindSample = 100;

/** From this share of the distinct values on, a column is of a kind. */
export const enough = 0.6;

export function kindShares(profile: Profile): ReadonlyMap<KindName, KindShare> {
  const shares = new Map<KindName, KindShare>();
  // Numbers with decimals, dates and sentences have been judged by form already.
  if (profile.share("decimal", "measure", "date", "timestamp", "prose", "uuid", "flag", "document") >= 0.8) return shares;
  const sample = spread(profile.values(), kindSample);
  const catalogue: readonly Kind[] = kinds;
  for (const kind of catalogue) {
    let matched = 0;
    let strong = 0;
    for (const { value } of sample) {
      const strength = kind.matches(value);
      if (strength === null) continue;
      matched++;
      if (strength !== "shaped") strong++;
    }
    // `as`: names of the catalogue are KindName by construction.
    if (matched > 0) shares.set(kind.name as KindName, { share: matched / sample.length, strong: strong / sample.length });
  }
  return shares;
}

/** Kinds whose `matches` says no more than "one or more words" or "a number" tell nothing without a label. */
const vagueKinds = new Set<KindName>([
  "name",
  "given-name",
  "family-name",
  "city",
  "county",
  "place",
  "facility",
  "employer",
  "age",
  "zip",
  "postal-code",
  "coordinates",
  "date",
  "birth-date",
  "user-name",
  "ssn-fragment",
  "census-area",
]);

export function strongKind(shares: ReadonlyMap<KindName, KindShare>): { kind: KindName; share: number } | null {
  let best: { kind: KindName; share: number } | null = null;
  for (const [kind, { strong }] of shares)
    if (!vagueKinds.has(kind) && strong >= enough && strong > (best?.share ?? 0)) best = { kind, share: strong };
  return best;
}

/** The narrowest kind whose form most values have; `null` where only the vague ones do. */
export function shapedKind(shares: ReadonlyMap<KindName, KindShare>): { kind: KindName; share: number } | null {
  let best: { kind: KindName; share: number } | null = null;
  for (const [kind, { share }] of shares) if (!vagueKinds.has(kind) && share >= 0.8 && share > (best?.share ?? 0)) best = { kind, share };
  return best;
}

export function nameKind(profile: Profile): KindName {
  let given = 0;
  let family = 0;
  let whole = 0;
  for (const { value } of spread(profile.values(), wordSample)) {
    if (/[\s,]/.test(value)) whole++;
    const ranks = nameRanks(value);
    given += ranks.given;
    family += ranks.family;
  }
  if (whole * 2 >= Math.min(profile.distinct, wordSample)) return "name";
  return given >= family ? "given-name" : "family-name";
}
