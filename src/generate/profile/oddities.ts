import { z } from "zod";

const share = z.number().min(0).max(1);

/** What breaks software that was tested on John Smith: rare in life, so that a profile asks for as much of it as it wants. */
const shares = {
  apostrophes: share.describe("of families: O'Shea, D'Angelo"),
  hyphens: share.describe("of families: two names joined, as Reyes-Turner"),
  particles: share.describe("of families: names of several words, as de la Cruz, van den Berg, St. John"),
  oneLetter: share.describe("of people: a family or given name of one letter"),
  veryLong: share.describe("of people: a family name of 30 letters and more"),
  accents: share.describe("of people: letters beyond ASCII, with the transliteration as another name"),
  suffixes: share.describe("of men: Jr., Sr., II, III, IV, Esq."),
  leapDays: share.describe("of people: born on 29 February; fewer where no year fits the age"),
  unknownBirthDates: share.describe("of adults: born on 1 January, as is written where nobody knows the day"),
  babyNames: share.describe("of infants: called Baby Girl or Baby Boy until they were named, as a former name"),
  namesakes: share.describe("of people who live alone: another patient has the same name, sex and birth date"),
  longAddresses: share.describe("of households: a street line of 60 characters and more"),
  poBoxes: share.describe("of households: a post office box for an address"),
  military: share.describe("of households: APO, FPO or DPO with the states AA, AE and AP"),
  homeless: share.describe("of households: General Delivery or no fixed address"),
  contactsAbroad: share.describe("of people: an emergency contact in Canada"),
  restricted: share.describe("of people: a record that only some may see: sealed adoption (children), protected address, court order"),
  changedNames: share.describe("of adults: a former given or family name"),
  changedSexes: share.describe("of adults: another sex on record than at birth, and a former given name"),
};

export const oddities = {
  schema: z.strictObject(shares).describe("hard cases of identity; each a share, of which 0 is the default"),
  defaults: Object.fromEntries(Object.keys(shares).map((name) => [name, 0])) as Record<keyof typeof shares, number>,
};
