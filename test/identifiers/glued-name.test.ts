import { expect, test } from "vitest";
import { holdsGluedName } from "../../src/identifiers/glued-name.ts";

test.each(["MariaLopezMRN", "lopez_maria_visits", "visits-of-john-ramirez", "mrn_MariaLopez"])("a name is glued into %s", (label) =>
  expect(holdsGluedName(label)).toBe(true),
);

test.each([
  "patientLastName",
  "nameMaiden",
  "jackson_pratt_output",
  "MartinHopkinsLDL",
  "morse_fall_scale",
  "bishopScore",
  "martin_bell_phenotype",
  "HealthcareExpenses",
  "provider_first_name",
  "DAY_SUPPLY",
  "cityOfBirth",
  "grant_amount",
  "mark_read",
  "may_june_total",
  "will_call",
  "georgia_county",
])("%s is a label", (label) => expect(holdsGluedName(label)).toBe(false));
