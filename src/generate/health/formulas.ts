import { power } from "../../random/arithmetic.ts";
import type { Sex } from "../../record/patient.ts";
import type { Formula } from "../profile/measures.ts";

/** Undefined where the formula does not hold. */
export type Compute = (from: readonly number[], person: { readonly sex: Sex; readonly age: number }) => number | undefined;

export const formulaOf: Readonly<Record<Formula, Compute>> = {
  bmi: ([kilograms, centimeters]) => (kilograms! * 10_000) / (centimeters! * centimeters!),
  weight: ([bodyMass, centimeters]) => (bodyMass! * centimeters! * centimeters!) / 10_000,
  egfr: ([creatinine], { sex, age }) => egfr(creatinine!, sex, Math.floor(age)),
  // W. T. Friedewald et al., Clin Chem 18 (1972), 499: not above 400 mg/dL of triglycerides.
  "ldl-friedewald": ([total, hdl, triglycerides]) => (triglycerides! > 400 ? undefined : total! - hdl! - triglycerides! / 5),
  map: ([systolic, diastolic]) => diastolic! + (systolic! - diastolic!) / 3,
  "non-hdl": ([total, hdl]) => total! - hdl!,
  hematocrit: ([hemoglobin]) => 3 * hemoglobin!,
  // Of the person rather than of other values: who measures gives them.
  "birth-weight": () => undefined,
  gestation: () => undefined,
};

/** mL/min/1.73 m2 from serum creatinine in mg/dL and whole years of age: CKD-EPI 2021 (L. A. Inker et al., N Engl J Med 385, 1737). */
export function egfr(creatinine: number, sex: Sex, age: number): number {
  const [kappa, alpha, factor] = sex === "female" ? [0.7, -0.241, 1.012] : [0.9, -0.302, 1];
  const ratio = creatinine / kappa;
  return 142 * power(ratio, ratio < 1 ? alpha : -1.2) * power(0.9938, age) * factor;
}
