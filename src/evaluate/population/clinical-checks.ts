import { egfr } from "./formulas.ts";
import type { Ids } from "./ids.ts";
import {
  ageLimits,
  conditionsOfOneSex,
  drugFamilies,
  leastVaccineAge,
  leastVaccineGap,
  measurements,
  proceduresOfOneSex,
} from "./medicine.ts";
import type { People } from "./people.ts";
import type { RuleBook } from "./rules.ts";
import type { TableName } from "./tables.ts";
import { ageOn, dayOf } from "./time.ts";

/** Measurements of which one says something about another of the same time. */
const paired = {
  "8480-6": "systolic",
  "8462-4": "diastolic",
  "8302-2": "height",
  "29463-7": "weight",
  "39156-5": "bmi",
  "2160-0": "creatinine",
  "98979-8": "egfr",
  "2093-3": "total",
  "2085-9": "hdl",
  "2571-8": "triglycerides",
  "13457-7": "ldl",
} as const;
type Paired = (typeof paired)[keyof typeof paired];

interface Encounters {
  readonly ids: Ids;
  readonly start: readonly number[];
  readonly end: readonly number[];
}

/** Rules about medicine. Each takes rows as they pass; `finish` looks at what only the whole can tell. */
export function createClinicalChecks(book: RuleBook, people: People) {
  const latest = new Map<Paired, { readonly value: Float64Array; readonly time: Float64Array }>();
  let tallest: Float64Array | undefined;
  const allergies: { readonly person: number; readonly families: number; readonly day: number }[] = [];
  const allergic = new Map<number, (typeof allergies)[number][]>();
  const doses: { readonly person: number; readonly vaccine: string; readonly day: number; readonly row: number }[] = [];
  const stays: { readonly encounter: number; readonly start: number; readonly end: number; readonly row: number }[] = [];
  let encountersOfStays: Encounters | undefined;
  const familiesOf = remember((name) => maskOf(name, "allergen"));
  const drugsOf = remember((name) => maskOf(name, "drugs"));
  const rulesOf = remember((code) => limitsOf(code));
  const keep = (name: Paired) => {
    let kept = latest.get(name);
    if (!kept) {
      kept = { value: new Float64Array(people.size), time: new Float64Array(people.size).fill(Number.NaN) };
      latest.set(name, kept);
    }
    return kept;
  };
  /** The values of one time, or undefined where one is lacking. */
  const together = (person: number, time: number, names: readonly Paired[]): number[] | undefined => {
    const values = names.map((name) => (latest.get(name)?.time[person] === time ? latest.get(name)!.value[person]! : Number.NaN));
    return values.some(Number.isNaN) ? undefined : values;
  };

  return {
    condition(person: number, code: string, start: number, table: TableName, row: number): void {
      if (code === "") return;
      const { female, from, to } = rulesOf(code);
      const sex = people.female[person]!;
      if (female !== undefined && !Number.isNaN(sex)) book.check("sex-possible", sex === female, table, row);
      if (from === undefined || Number.isNaN(start) || Number.isNaN(people.birth[person]!)) return;
      const age = ageOn(people.birth[person]!, dayOf(start));
      book.check("age-possible", age >= from && age <= to!, table, row);
    },

    procedure(person: number, code: string, row: number): void {
      const sex = people.female[person]!;
      if (Number.isNaN(sex)) return;
      for (const [of, pattern] of Object.entries(proceduresOfOneSex))
        if (pattern.test(code)) book.check("sex-possible", (of === "female" ? 1 : 0) === sex, "procedures", row);
    },

    allergy(person: number, description: string, start: number): void {
      const families = familiesOf(description.toLowerCase());
      if (families === 0) return;
      const allergy = { person, families, day: Number.isNaN(start) ? Number.NEGATIVE_INFINITY : dayOf(start) };
      allergic.set(person, [...(allergic.get(person) ?? []), allergy]);
    },

    medication(person: number, description: string, start: number, row: number): void {
      const known = allergic.get(person);
      const drugs = drugsOf(description.toLowerCase());
      if (!known || drugs === 0) return;
      const day = dayOf(start);
      book.check("no-allergen", !known.some((allergy) => (allergy.families & drugs) !== 0 && allergy.day <= day), "medications", row);
    },

    immunization(person: number, vaccine: string, start: number, row: number): void {
      if (Number.isNaN(start)) return;
      const day = dayOf(start);
      const least = leastVaccineAge[vaccine];
      if (least !== undefined) book.check("vaccine-age", day - people.birth[person]! >= least, "immunizations", row);
      doses.push({ person, vaccine, day, row });
    },

    stay(_: string, encounter: number, start: number, end: number, encounters: Encounters, row: number): void {
      encountersOfStays = encounters;
      if (encounter >= 0 && !Number.isNaN(start) && !Number.isNaN(end)) stays.push({ encounter, start, end, row });
    },

    observation(person: number, loinc: string, time: number, text: string, unit: string, row: number): void {
      if (text === "") return;
      const value = Number(text);
      const known = measurements[loinc];
      if (known) {
        book.check("units", known.units.includes(unit), "observations", row);
        book.check("ranges", value >= known.low && value <= known.high, "observations", row);
      }
      const name = (paired as Readonly<Record<string, Paired>>)[loinc];
      if (name === undefined || Number.isNaN(value) || Number.isNaN(time)) return;
      const kept = keep(name);
      kept.value[person] = value;
      kept.time[person] = time;
      if (name === "height") {
        tallest ??= new Float64Array(people.size);
        book.check("height-kept", value >= tallest[person]! - 4, "observations", row);
        tallest[person] = Math.max(value, tallest[person]!);
      }
      if (name === "systolic" || name === "diastolic") {
        const pair = together(person, time, ["systolic", "diastolic"]);
        if (pair) book.check("pressure-order", pair[0]! > pair[1]!, "observations", row);
      } else if (name === "bmi" || name === "height" || name === "weight") {
        const [bmi, height, weight] = together(person, time, ["bmi", "height", "weight"]) ?? [];
        if (bmi === undefined) return;
        // Each is rounded to a decimal.
        const reach = bmi * (0.06 / weight! + 0.12 / height!) + 0.06;
        book.check("bmi-computed", Math.abs(bmi - (weight! * 10_000) / (height! * height!)) <= reach, "observations", row);
      } else if (name === "creatinine" || name === "egfr") {
        const [creatinine, rate] = together(person, time, ["creatinine", "egfr"]) ?? [];
        if (creatinine === undefined || Number.isNaN(people.female[person]!)) return;
        const computed = egfr(creatinine, ageOn(people.birth[person]!, dayOf(time)), people.female[person] === 1);
        book.check("egfr-computed", Math.abs(computed - rate!) <= 0.6 + (computed * 0.006) / creatinine, "observations", row);
      } else {
        const [ldl, total, hdl, triglycerides] = together(person, time, ["ldl", "total", "hdl", "triglycerides"]) ?? [];
        if (ldl === undefined) return;
        book.check("ldl-computed", Math.abs(total! - hdl! - triglycerides! / 5 - ldl) <= 1.1, "observations", row);
      }
    },

    finish(): void {
      doses.sort((a, b) => a.person - b.person || (a.vaccine < b.vaccine ? -1 : a.vaccine > b.vaccine ? 1 : a.day - b.day));
      for (const [i, dose] of doses.entries()) {
        const before = doses[i - 1];
        if (before?.person === dose.person && before.vaccine === dose.vaccine)
          book.check("vaccine-gap", dose.day - before.day >= leastVaccineGap, "immunizations", dose.row);
      }
      if (!encountersOfStays) return;
      stays.sort((a, b) => a.encounter - b.encounter || a.start - b.start);
      for (const [i, stay] of stays.entries()) {
        const before = stays[i - 1]?.encounter === stay.encounter ? stays[i - 1]!.end : encountersOfStays.start[stay.encounter]!;
        const isLast = stays[i + 1]?.encounter !== stay.encounter;
        const ends = !isLast || stay.end === encountersOfStays.end[stay.encounter];
        book.check("stays-in-order", before === stay.start && ends, "stays", stay.row);
      }
    },
  };
}

function maskOf(name: string, side: "allergen" | "drugs"): number {
  return drugFamilies.reduce((mask, family, i) => (family[side].some((word) => name.includes(word)) ? mask | (1 << i) : mask), 0);
}

interface Limits {
  /** 1, 0, or for both. */
  readonly female: number | undefined;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

function limitsOf(code: string): Limits {
  const isIcd = /^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/.test(code);
  if (!isIcd) return { female: undefined, from: undefined, to: undefined };
  const is = (sex: "female" | "male"): boolean => conditionsOfOneSex[sex].some((prefix) => code.startsWith(prefix));
  const age = ageLimits.find((limit) => code.startsWith(limit.code));
  return { female: is("female") ? 1 : is("male") ? 0 : undefined, from: age?.from, to: age?.to };
}

function remember<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const value = of(text);
    known.set(text, value);
    return value;
  };
}
