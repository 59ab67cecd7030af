import { z } from "zod";

const share = z.number().min(0).max(1);

/** What goes wrong between a person and a database. Applied last; the truth stands in `defects.jsonl` and `linkage.jsonl`. */
const shares = {
  duplicates: z.number().min(0).max(0.5).describe("of records, those that are a second record of somebody in the same block of 1,000"),
  typos: share.describe("of duplicates: a letter of the family or given name left out, doubled, or swapped with the next"),
  nicknames: share.describe("of duplicates: the short form of a given name that has one"),
  swappedNames: share.describe("of duplicates: given and family name in each other's place"),
  transposedDigits: share.describe("of duplicates: two digits of the SSN, the telephone number or the birth date's day swapped"),
  movedAddresses: share.describe("of duplicates: an earlier address in the same town"),
  missing: share.describe("of all records, for each of SSN, telephone, e-mail, occupation and coverage: not there"),
  contradictions: share.describe("of all encounters: it ends before it starts; of all deaths: before the last encounter"),
  repeats: share.describe("of all observations: filed a second time under another id"),
};

export const quality = {
  schema: z.strictObject(shares).describe("dirty data; each a share, of which 0 is the default"),
  defaults: Object.fromEntries(Object.keys(shares).map((name) => [name, 0])) as Record<keyof typeof shares, number>,
};
