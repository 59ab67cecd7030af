/**
 * Something about a person that one number says: a value, a category's place, or 1 and 0 for yes and no; NaN where it is not
 * known. Targets and maps of reference data name traits in these words.
 */
export type Trait =
  | { readonly of: "age"; readonly cap?: number }
  /** 1 female, 0 male. */
  | { readonly of: "sex" }
  /** A place in `races`. */
  | { readonly of: "race" }
  /** The latest value of an observation with one of these LOINC codes. */
  | { readonly of: "measure"; readonly loinc: readonly string[]; readonly decimals?: number; readonly cut?: readonly number[] }
  /** The latest answer to one of them: the place of the first whose words it holds. */
  | { readonly of: "answer"; readonly loinc: readonly string[]; readonly answers: readonly (readonly string[])[] }
  /** Whether a condition whose code begins so is there on the day. */
  | { readonly of: "condition"; readonly codes: readonly string[] }
  /** Whether a drug is taken on the day, by RxNorm code or by words of its name. */
  | { readonly of: "drug"; readonly words: readonly string[] }
  /**
   * Events in the year before the day, or with `ever` in the whole record; encounters of a class, or rows of another table. With
   * `codes` those alone that have one: CVX, RxNorm, HCPCS.
   */
  | { readonly of: "events"; readonly table: EventTable; readonly class?: string; readonly codes?: readonly string[]; readonly ever?: true }
  /** How many different drugs are taken on the day. */
  | { readonly of: "drugs" }
  /** Whether somebody died in the year before the day. */
  | { readonly of: "death" }
  /** Of the hospital stays that ended alive in the year to 30 days before the day: how many were followed by another within 30 days. */
  | { readonly of: "readmissions" }
  /** How many stays those were. */
  | { readonly of: "discharges" };

/** Tables whose rows count as events. */
export const eventTables = [
  "encounters",
  "procedures",
  "medications",
  "immunizations",
  "orders",
  "dispenses",
  "observations",
  "notes",
] as const;

export type EventTable = (typeof eventTables)[number];

export const races = ["white", "black", "hispanic", "asian", "other"] as const;

/** The place in `races` of how a table words race and Hispanic origin, which counts first. */
export function raceOf(race: string, hispanic: string): number {
  const origin = hispanic.toLowerCase();
  if (["true", "t", "1", "yes", "hispanic"].includes(origin)) return 2;
  const word = race.toLowerCase();
  if (word === "white") return 0;
  if (word === "black") return 1;
  if (word === "hispanic") return 2;
  return word.startsWith("asian") ? 3 : word === "" ? Number.NaN : 4;
}

/** One text for one trait: what tells two apart. */
export const keyOf = (trait: Trait): string => JSON.stringify(trait);

/** Cut points turn a value into the place of its class: 0 below the first. */
export function cutAt(value: number, cut: readonly number[]): number {
  if (Number.isNaN(value)) return value;
  let place = 0;
  while (place < cut.length && value >= cut[place]!) place++;
  return place;
}
