// What each shipped policy leaves of an identifier, from the rule's own words rather than from the policy's file:
// 45 CFR 164.514(b)(2)(i) for safe-harbor, 164.514(e)(2) for limited-data-set.

const dates = new Set(["date", "birth-date", "age"]);

/** Kinds whose values stay whole: town or city, state, ZIP, other countries' postal codes and all dates may stay in a limited data set. */
const stays = {
  "safe-harbor": new Set(),
  "limited-data-set": new Set([...dates, "city", "county", "place", "postal-code", "zip"]),
  "expert-determination": new Set(),
};

export const policies = Object.keys(stays);

export const isDate = (kind) => dates.has(kind);

/** Whether a planted value may stand in the output as it is. */
export function mayStay(policy, kind, value) {
  if (stays[policy].has(kind)) return true;
  // Ages over 89 only are identifiers: 164.514(b)(2)(i)(C).
  if (kind === "age") return Number(value) < 90;
  // A year is no identifier.
  if (isDate(kind)) return /^(?:[^\p{L}\d]*(?:19|20)\d\d(?!\d))+[^\p{L}\d]*$/u.test(value);
  return false;
}

/** Whether other dates than the true ones stand in the output, so that one of them may be another true one by chance. */
export const movesDates = (policy) => policy === "expert-determination";
