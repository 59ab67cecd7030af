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
  merged: share.describe("of duplicates: found out later and merged into the first record; a feed tells it by ADT^A40"),
  lateEntries: share.describe(
    "of messages of a feed: entered and sent only hours or days after what they tell (MSH-7 and EVN-2 behind EVN-6)",
  ),
  lateMessages: share.describe("of messages of a feed: sent in time, but held up, so that they come after later ones"),
  repeatedMessages: share.describe("of messages of a feed: sent twice, both times under one MSH-10"),
};

export type QualityShare = keyof typeof shares;

function range(highest: number) {
  const bound = z.int().min(1).max(highest);
  return z.tuple([bound, bound]).refine(([from, to]) => from <= to, "expected the shorter time first");
}

const ranges = {
  mergedAfterDays: range(3650).describe("days from the end of a second record's first encounter until it is merged; default 20 to 300"),
  lateByHours: range(8760).describe("hours by which late entries and late messages are late, mostly near the first; default 1 to 120"),
  repeatedAfterMinutes: range(100_000).describe("minutes from a message to its repetition, mostly near the first; default 1 to 720"),
};

const defaultRanges = { mergedAfterDays: [20, 300], lateByHours: [1, 120], repeatedAfterMinutes: [1, 720] } satisfies Record<
  keyof typeof ranges,
  [number, number]
>;

const qualityShares = Object.keys(shares) as readonly QualityShare[];

export const quality = {
  schema: z.strictObject({ ...shares, ...ranges }).describe("dirty data: shares, of which 0 is the default, and how late what is late is"),
  defaults: {
    ...(Object.fromEntries(qualityShares.map((name) => [name, 0])) as Record<QualityShare, number>),
    ...(defaultRanges as Record<keyof typeof ranges, [number, number]>),
  },
};
