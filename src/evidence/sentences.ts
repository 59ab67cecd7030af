/** What the sentences of a manifest depend on. */
export interface Claims {
  readonly standard: "safe-harbor" | "limited-data-set" | "expert-determination";
  readonly policy: string;
  readonly codes: "assigned" | "keyed";
  readonly surrogates: false | "varied" | "consistent";
  /** Whether a survey linked the entries of a subject across inputs; false on standard input. */
  readonly surveyed: boolean;
  /** Whether times of day that stand alone, and durations, were kept. */
  readonly timesKept: boolean;
  /** Whether any prose was scrubbed. */
  readonly prose: boolean;
  readonly determination?: string | undefined;
  readonly dataUseAgreement?: string | undefined;
}

const standards = {
  "safe-harbor": "Safe Harbor (45 CFR 164.514(b)(2))",
  "limited-data-set": "limited data set (45 CFR 164.514(e))",
  "expert-determination": "expert determination (45 CFR 164.514(b)(1))",
} as const;

/** Plain sentences on what the standard does and does not claim of an output. */
export function sentencesFor(claims: Claims): string[] {
  const { standard, policy, codes, surrogates, surveyed, timesKept, prose, determination, dataUseAgreement } = claims;
  const sentences = [`Transformed under policy ${policy} of standard ${standards[standard]}.`];
  if (standard === "safe-harbor") {
    sentences.push(
      "The policy removes or generalizes the 18 identifiers of 164.514(b)(2)(i) of the individual and of relatives, employers and household members.",
      "Whether anyone has actual knowledge that what is left could identify an individual (164.514(b)(2)(ii)) cannot be known by a tool: the covered entity answers for it.",
    );
  }
  if (standard === "limited-data-set") {
    sentences.push(
      "The 16 direct identifiers of 164.514(e)(2) are removed; dates, ages and geography above the street may remain, and the output is still protected health information.",
      dataUseAgreement === undefined
        ? "It may be used or disclosed only under a data use agreement (164.514(e)(4)); none was named for this run."
        : `It may be used or disclosed only under a data use agreement (164.514(e)(4)); the one named for this run is ${dataUseAgreement}.`,
    );
  }
  if (standard === "expert-determination") {
    sentences.push(
      "Dates are moved by an offset of each subject's own; a moved date still holds elements of the date, so this is not Safe Harbor.",
      "It is de-identified only if an expert has determined that the risk of identification is very small (164.514(b)(1)).",
    );
  }
  if (determination !== undefined) sentences.push(`The determination named for this run is ${determination}.`);
  if (codes === "keyed") {
    sentences.push(
      "Linking codes are keyed functions of identifiers (HMAC-SHA-256): the 18 identifiers are removed, but such a code is derived from information about the individual, which 164.514(c)(1) does not allow of a re-identification code; release outside the entity wants an expert's determination.",
    );
  } else {
    sentences.push("Linking codes were assigned at random: nothing in the output is a function of an identifier (164.514(c)(1)).");
  }
  if (surrogates) {
    sentences.push(
      "Removed identifiers may be replaced by invented ones: numbers and addresses from ranges that are reserved or never issued, names from lists of names.",
      surrogates === "varied"
        ? "In prose a mention has the invented one of the mention before or another, by chance."
        : "Equal identifiers have equal invented ones (consistent surrogates): one that was missed is then the odd one out. At a miss rate of 0.1 % that exposed 27 % of documents, against 0.1 % with varied ones (Osborne 2025).",
    );
  }
  if (!surveyed)
    sentences.push(
      "There was no survey of the subjects: what one entry tells of a subject was looked for in the prose of that entry only.",
    );
  if (prose) sentences.push("Identifiers in prose are found by patterns, labels and names; some may have been missed.");
  if (timesKept) sentences.push("Times of day that stand alone in prose, and durations, were kept.");
  return sentences;
}
