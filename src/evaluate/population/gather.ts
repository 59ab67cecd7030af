import type { People } from "./people.ts";
import { ageOn, dayOf } from "./time.ts";
import { cutAt, type EventTable, keyOf, type Trait } from "./trait.ts";

/** Takes what traits want from the rows as they pass: one number a person and trait. */
export interface Gathering {
  observation(person: number, seconds: number, loinc: string, value: string, answer: string): void;
  condition(person: number, code: string, isThere: boolean): void;
  drug(person: number, code: string, description: string, isTaken: boolean): void;
  event(person: number, seconds: number, table: EventTable, encounterClass: string, code: string): void;
  /** The columns by `keyOf`, of everybody in `people`, once all rows have passed. Traits of tables that were not there are all NaN. */
  finish(hasTable: (table: EventTable | "conditions") => boolean): ReadonlyMap<string, Float64Array>;
  /** Days on which measured values were taken, by `keyOf`. */
  readonly taken: ReadonlyMap<string, Float64Array>;
}

export function createGathering(traits: readonly Trait[], people: People, asOf: number): Gathering {
  const size = people.size;
  const columns = new Map<string, Float64Array>();
  const taken = new Map<string, Float64Array>();
  const distinct = [...new Map(traits.map((trait) => [keyOf(trait), trait]))];
  const byLoinc = new Map<string, { readonly trait: Trait; readonly column: Float64Array; readonly time: Float64Array }[]>();
  const conditions: (readonly [readonly string[], Float64Array])[] = [];
  const drugs: (readonly [readonly string[], Float64Array])[] = [];
  const events: (readonly [Trait & { of: "events" }, Float64Array])[] = [];
  const readmissions: Float64Array[] = [];
  const discharges: Float64Array[] = [];
  const numbersOfDrugs: Float64Array[] = [];
  const drugsSeen = new Set<string>();
  for (const [key, trait] of distinct) {
    const column = new Float64Array(size).fill(fromZero.has(trait.of) ? 0 : Number.NaN);
    columns.set(key, column);
    if (trait.of === "measure" || trait.of === "answer") {
      const time = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
      taken.set(key, time);
      for (const loinc of trait.loinc) byLoinc.set(loinc, [...(byLoinc.get(loinc) ?? []), { trait, column, time }]);
    } else if (trait.of === "condition") conditions.push([trait.codes, column]);
    else if (trait.of === "drug") drugs.push([trait.words.map((word) => word.toLowerCase()), column]);
    else if (trait.of === "events") events.push([trait, column]);
    else if (trait.of === "readmissions") readmissions.push(column);
    else if (trait.of === "discharges") discharges.push(column);
    else if (trait.of === "drugs") numbersOfDrugs.push(column);
    else if (trait.of === "death")
      for (let i = 0; i < size; i++) column[i] = people.death[i]! >= (asOf - 364) * 86400 && people.death[i]! < (asOf + 1) * 86400 ? 1 : 0;
    else
      for (let i = 0; i < size; i++) {
        if (trait.of === "sex") column[i] = people.female[i]!;
        else if (trait.of === "race") column[i] = people.race[i]!;
        else if (!Number.isNaN(people.birth[i]!)) column[i] = Math.min(ageOn(people.birth[i]!, asOf), trait.cap ?? 999);
      }
  }
  const matching = remembered((code: string) =>
    conditions.flatMap(([codes, column]) => (codes.some((prefix) => begins(code, prefix)) ? [column] : [])),
  );
  const taking = remembered((drug: string) => {
    const [code, name] = [drug.slice(0, drug.indexOf("|")), drug.slice(drug.indexOf("|") + 1).toLowerCase()];
    return drugs.flatMap(([words, column]) =>
      words.some((word) => word === code || (/^\D/.test(word) && name.includes(word))) ? [column] : [],
    );
  });
  return {
    taken,
    observation(person, seconds, loinc, value, answer) {
      for (const { trait, column, time } of byLoinc.get(loinc) ?? []) {
        if (seconds < time[person]! || dayOf(seconds) > asOf) continue;
        if (trait.of === "measure") {
          const number = value === "" ? Number.NaN : Number(value);
          if (Number.isNaN(number)) continue;
          column[person] = rounded(number, trait);
        } else if (trait.of === "answer") {
          const words = `${answer} ${value}`.toLowerCase();
          const place = trait.answers.findIndex((each) => each.some((word) => words.includes(word.toLowerCase())));
          if (place < 0) continue;
          column[person] = place;
        }
        time[person] = seconds;
      }
    },
    condition(person, code, isThere) {
      if (isThere) for (const column of matching(code)) column[person] = 1;
    },
    drug(person, code, description, isTaken) {
      if (!isTaken) return;
      for (const column of taking(`${code}|${description}`)) column[person] = 1;
      if (numbersOfDrugs.length === 0 || drugsSeen.has(`${person}|${code}`)) return;
      drugsSeen.add(`${person}|${code}`);
      for (const column of numbersOfDrugs) column[person]!++;
    },
    event(person, seconds, table, encounterClass, code) {
      const day = dayOf(seconds);
      if (day > asOf) return;
      for (const [trait, column] of events)
        if (
          trait.table === table &&
          (trait.ever || day > asOf - 365) &&
          (trait.class ?? encounterClass) === encounterClass &&
          (trait.codes?.includes(code) ?? true)
        )
          column[person]!++;
    },
    finish(hasTable) {
      countStays(people, asOf, readmissions, discharges);
      for (const [key, trait] of distinct) {
        const table =
          trait.of === "condition"
            ? "conditions"
            : trait.of === "drug" || trait.of === "drugs"
              ? "medications"
              : trait.of === "events"
                ? trait.table
                : undefined;
        if (table !== undefined && !hasTable(table)) columns.get(key)!.fill(Number.NaN);
      }
      return columns;
    },
  };
}

/** What nobody has until a row says so. */
const fromZero: ReadonlySet<Trait["of"]> = new Set(["condition", "drug", "drugs", "events", "readmissions", "discharges"]);

function rounded(value: number, { decimals, cut }: Trait & { of: "measure" }): number {
  const scale = 10 ** (decimals ?? 0);
  const plain = decimals === undefined ? value : Math.round(value * scale) / scale;
  return cut ? cutAt(plain, cut) : plain;
}

/** ICD-10-CM codes by their beginning, with or without the dot; codes of digits alone whole. */
function begins(code: string, prefix: string): boolean {
  return /^\d{1,15}$/.test(prefix) ? code === prefix : code.replace(".", "").startsWith(prefix.replace(".", ""));
}

function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = of(text);
      known.set(text, value);
    }
    return value;
  };
}

/** Of the stays that ended alive in the year to 30 days before the day: all, and those with another beginning within 30 days. */
function countStays(
  { stays, death }: People,
  asOf: number,
  readmissions: readonly Float64Array[],
  discharges: readonly Float64Array[],
): void {
  for (const [i, { person, end: ended }] of stays.entries()) {
    const end = dayOf(ended);
    if (end <= asOf - 395 || end > asOf - 30 || dayOf(death[person]!) <= end) continue;
    const next = stays[i + 1];
    const isAgain = next?.person === person && next.start > ended && dayOf(next.start) - end <= 30;
    for (const column of discharges) column[person]!++;
    if (isAgain) for (const column of readmissions) column[person]!++;
  }
}
