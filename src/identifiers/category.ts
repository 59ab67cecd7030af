/** The 18 identifiers of 45 CFR 164.514(b)(2)(i), by paragraph. */
export const categories = {
  A: "Names",
  B: "Geographic subdivisions smaller than a state",
  C: "Elements of dates except year; ages over 89",
  D: "Telephone numbers",
  E: "Fax numbers",
  F: "Electronic mail addresses",
  G: "Social security numbers",
  H: "Medical record numbers",
  I: "Health plan beneficiary numbers",
  J: "Account numbers",
  K: "Certificate and license numbers",
  L: "Vehicle identifiers and serial numbers, including license plate numbers",
  M: "Device identifiers and serial numbers",
  N: "Web Universal Resource Locators (URLs)",
  O: "Internet Protocol (IP) addresses",
  P: "Biometric identifiers, including finger and voice prints",
  Q: "Full-face photographs and comparable images",
  R: "Any other unique identifying number, characteristic, or code",
} as const;

export type Category = keyof typeof categories;
