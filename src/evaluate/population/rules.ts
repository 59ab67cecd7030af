/** What must never be broken, in the order in which it is told. */
export const rules = {
  "unique-ids": "no two rows of a table, and no two patients' record numbers, are the same",
  "links-lead": "whatever a row refers to is there",
  "links-agree": "an encounter that a row refers to is of the same patient",
  dates: "dates and times are real",
  "after-birth": "nothing happens before birth",
  "before-death": "nobody is treated after death",
  "before-as-of": "nothing that has happened lies in the future",
  "ends-after-begins": "nothing ends before it begins",
  "onset-before-recorded": "a condition begins by the encounter that records it, and ends no earlier than that",
  "within-encounter": "what an encounter led to does not begin before it",
  "dispensed-after": "nothing is dispensed before it is prescribed",
  "stays-in-order": "the stays of an admission follow each other from admission to discharge",
  "stays-apart": "nobody lies in two hospitals at once",
  "died-in-hospital": "a stay that ended in death ends on the day of death",
  "age-agrees": "an age written down is that of the birth date",
  "sex-possible": "conditions and procedures are possible for the sex",
  "age-possible": "conditions are possible at the age at which they begin",
  units: "a measurement has a unit of its own",
  ranges: "a measurement is one of somebody alive",
  "pressure-order": "systolic pressure is above diastolic",
  "bmi-computed": "body mass index is that of height and weight",
  "egfr-computed": "eGFR is that of creatinine, age and sex (CKD-EPI 2021)",
  "ldl-computed": "calculated LDL is that of Friedewald",
  "height-kept": "nobody shrinks by more than 4 cm",
  "no-allergen": "nobody is given a drug of a family to which an allergy is known",
  "vaccine-age": "a vaccine is given at its least age or later",
  "vaccine-gap": "two doses of a vaccine are four weeks apart",
  "claims-add-up": "what is paid is no more than what was billed",
  "zip-in-state": "a ZIP code lies in its state",
  "zip-in-county": "a ZIP code lies in its county",
  "coordinates-near": "coordinates lie near their ZIP code",
} as const;

export type RuleName = keyof typeof rules;

/** Where a rule was broken: `row` counts from 1, without the header. */
export interface Position {
  readonly table: string;
  readonly row: number;
}

export interface RuleResult {
  readonly name: RuleName;
  readonly title: string;
  /** Rows or pairs that it was asked of; 0: not measured. */
  readonly checked: number;
  readonly broken: number;
  /** By table. */
  readonly tables: Readonly<Record<string, number>>;
  /** The first ones. */
  readonly positions: readonly Position[];
}

const kept = 20;

export interface RuleBook {
  check(rule: RuleName, holds: boolean, table: string, row: number): void;
  finish(): RuleResult[];
}

export function createRuleBook(): RuleBook {
  const names = Object.keys(rules) as RuleName[];
  const results = new Map(
    names.map((name) => [name, { checked: 0, broken: 0, tables: {} as Record<string, number>, positions: [] as Position[] }]),
  );
  return {
    check(rule, holds, table, row) {
      const result = results.get(rule)!;
      result.checked++;
      if (holds) return;
      result.broken++;
      result.tables[table] = (result.tables[table] ?? 0) + 1;
      if (result.positions.length < kept) result.positions.push({ table, row });
    },
    finish: () => names.map((name) => ({ name, title: rules[name], ...results.get(name)! })),
  };
}
