/** What a profile declares, as far as it can be held against what came out. Ages may be fractions; days count from 1970. */
export interface Declared {
  readonly reference: number;
  /** Shares of people by sex and age in whole years on the reference date; they sum to 1. */
  readonly pyramid?: readonly { readonly female: boolean; readonly age: number; readonly share: number }[];
  /** Shares of people by USPS abbreviation. */
  readonly states?: readonly { readonly state: string; readonly share: number }[];
  readonly prevalences: readonly DeclaredPrevalence[];
  readonly measures: readonly DeclaredMeasure[];
  readonly correlations: readonly DeclaredCorrelation[];
}

export interface DeclaredPrevalence {
  readonly name: string;
  /** Beginnings of ICD-10-CM codes, or words of drugs' names. */
  readonly codes?: readonly string[];
  readonly drugs?: readonly string[];
  /** Of people of this sex and age, the share that has it. */
  share(female: boolean, age: number): number;
}

export interface DeclaredMeasure {
  readonly name: string;
  readonly loinc: readonly string[];
  readonly decimals: number;
  /** Values beyond are set to its ends. */
  readonly range?: readonly [number, number];
  readonly ages: readonly [number, number];
  /** The condition by which the distributions differ, where they do: beginnings of its codes. */
  readonly by?: readonly string[];
  /** The share of values below `x` among people like this one; NaN where none is declared. */
  below(x: number, female: boolean, age: number, hasCondition: boolean): number;
}

export interface DeclaredCorrelation {
  readonly first: string;
  readonly second: string;
  readonly female: boolean;
  readonly ages: readonly [number, number];
  /** Of normal scores. */
  readonly value: number;
}
