/** How urgent an emergency visit is. */
export interface Acuity {
  /** Levels of the Emergency Severity Index that a triage nurse would give: 1 at once, 5 can wait. */
  readonly levels: readonly number[];
  /** Share who come by ambulance. */
  readonly ambulance: number;
}

const acuity = (levels: readonly number[], ambulance: number): Acuity => ({ levels, ambulance });

/** By what an ICD-10-CM code begins with, the longest first. Judgement, after the handbook of the Emergency Severity Index, version 4. */
const acuities: Readonly<Record<string, Acuity>> = {
  I21: acuity([2], 0.6),
  I63: acuity([2], 0.7),
  I26: acuity([2], 0.4),
  I50: acuity([2, 2, 3], 0.45),
  A41: acuity([2], 0.6),
  K92: acuity([2], 0.4),
  R07: acuity([2, 2, 3], 0.22),
  R55: acuity([3, 2, 3], 0.5),
  "T78.4": acuity([2, 3, 3], 0.15),
  "J44.1": acuity([2, 3], 0.4),
  J45: acuity([3, 3, 2], 0.12),
  J05: acuity([3], 0.04),
  J21: acuity([3], 0.05),
  J18: acuity([3], 0.2),
  U07: acuity([3, 4], 0.1),
  J10: acuity([4, 3, 4], 0.03),
  S72: acuity([3, 2], 0.95),
  S06: acuity([3], 0.15),
  S52: acuity([3, 4], 0.06),
  S01: acuity([4], 0.05),
  S: acuity([4], 0.02),
  F10: acuity([3, 2], 1),
  "E11.65": acuity([3, 2], 0.15),
  N17: acuity([3], 0.2),
  N20: acuity([3], 0.1),
  K35: acuity([3], 0.06),
  K80: acuity([3], 0.08),
  K57: acuity([3], 0.08),
  R10: acuity([3], 0.06),
  R42: acuity([3], 0.15),
  G43: acuity([3, 4], 0.03),
  R51: acuity([3, 4], 0.03),
  A08: acuity([3, 4], 0.04),
  L03: acuity([3, 4], 0.03),
  N39: acuity([4, 3], 0.03),
  M54: acuity([4], 0.06),
  B34: acuity([4, 5], 0),
  J20: acuity([4], 0.01),
  H66: acuity([4, 5], 0),
  J02: acuity([4, 5], 0),
  J06: acuity([5, 4], 0),
  J01: acuity([5], 0),
  H10: acuity([5], 0),
  L: acuity([5], 0),
  J30: acuity([5], 0),
};

const other = acuity([3, 4], 0.03);

export function acuityOf(code: string): Acuity {
  for (let length = code.length; length >= 1; length--) {
    const found = acuities[code.slice(0, length)];
    if (found) return found;
  }
  return other;
}
