/** A code of a public system, with its words. `local`: of the profile's own. */
export interface Coded {
  readonly system: CodeSystem;
  readonly code: string;
  readonly display: string;
}

export type CodeSystem = "ICD-10-CM" | "ICD-10-PCS" | "LOINC" | "RxNorm" | "HCPCS" | "CVX" | "NDC" | "SNOMED CT" | "local";
