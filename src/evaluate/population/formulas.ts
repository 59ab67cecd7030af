import { power } from "../../random/arithmetic.ts";

/** CKD-EPI 2021, creatinine in mg/dL, in mL/min/1.73 m2 (Inker and others, NEJM 385, 2021, 1737-1749). */
export function egfr(creatinine: number, age: number, isFemale: boolean): number {
  const [kappa, alpha] = isFemale ? [0.7, -0.241] : [0.9, -0.302];
  const ratio = creatinine / kappa;
  return 142 * power(Math.min(ratio, 1), alpha) * power(Math.max(ratio, 1), -1.2) * power(0.9938, age) * (isFemale ? 1.012 : 1);
}
