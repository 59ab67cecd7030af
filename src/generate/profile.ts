import { z } from "zod";
import { dayOf, isoOf } from "./days.ts";
import { inhabited } from "./inhabited.ts";
import { acutes } from "./profile/acute.ts";
import { claims } from "./profile/claims.ts";
import { combined } from "./profile/combined.ts";
import { allergies, conditions, treatments } from "./profile/conditions.ts";
import { correlations } from "./profile/correlations.ts";
import { curve, name } from "./profile/curves.ts";
import { effects } from "./profile/effects.ts";
import { checkUps, encounters, encountersFile, followUps } from "./profile/encounters.ts";
import { geography } from "./profile/geography.ts";
import { goals } from "./profile/goals.ts";
import { households } from "./profile/households.ts";
import { immunizations } from "./profile/immunizations.ts";
import { measures } from "./profile/measures.ts";
import { medications } from "./profile/medications.ts";
import { notes } from "./profile/notes.ts";
import { oddities } from "./profile/oddities.ts";
import { imaging, panels } from "./profile/orders.ts";
import { payers } from "./profile/payers.ts";
import { procedures } from "./profile/procedures.ts";
import { quality } from "./profile/quality.ts";
import { quotas } from "./profile/quotas.ts";
import { part } from "./profile/shared.ts";
import { targets } from "./profile/targets.ts";

const share = z.number().min(0).max(1);
const isoDate = z
  .string()
  .regex(/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, "expected a date written YYYY-MM-DD")
  .refine((date) => isoOf(dayOf(date)) === date, "expected a day that exists");

/** The youngest and the oldest age in whole years, both included. */
function agesTo(oldest: number) {
  const age = z.int().min(0).max(oldest);
  return z.tuple([age, age]).refine(([from, to]) => from <= to, "expected the younger age first");
}

/** What only some people have, and so a profile says how many. A share is of those who may have one. */
const optionalKinds = {
  "drivers-license": share.describe("of people aged 16 and over"),
  passport: share.describe("of everybody"),
  "license-plate": share.describe("of people aged 16 and over; a plate comes with a VIN"),
  fax: share.describe("of people aged 18 and over"),
  email: share.describe("of people aged 13 and over"),
  "user-name": share.describe("of people aged 13 and over: a portal account, with its address, UUID, photo and last IP address"),
  "payment-card": share.describe("of people aged 18 and over"),
  "bank-account": share.describe("of people aged 18 and over"),
  "biometric-id": share.describe("of everybody"),
  "trial-subject-id": share.describe("of people aged 18 and over"),
  "unique-id": share.describe("of everybody: a registry number"),
  udi: share.describe("of people aged 40 and over: an implanted device, with serial number; some with MAC address and IMEI"),
};

const sections = {
  people: z
    .strictObject({
      // The population tables end with 100 and over.
      ages: agesTo(100).describe("youngest and oldest age on the reference date, both included; between them as in the US population"),
      states: z
        .union([z.literal("all"), z.array(z.enum(inhabited)).min(1)])
        .describe("where people live, by USPS abbreviation; each state, county and ZIP code by its population"),
      weights: curve
        .optional()
        .describe(
          "how much more or less frequent somebody of a sex and age is than in the US population: those who come to a practice, say",
        ),
      have: z
        .array(name)
        .min(1)
        .optional()
        .describe(
          "conditions that all of them have on the reference date, each with a percentage; ages and sexes as frequent as it makes them",
        ),
    })
    .describe("who they are"),
  history: z
    .strictObject({ years: z.int().min(0).max(20).describe("years before the reference date from which encounters are recorded") })
    .describe("how far records go back"),
  facilities: z
    .strictObject({ count: z.int().min(1).max(1000).describe("hospitals and practices that all patients share") })
    .describe("where people are seen"),
  providers: z
    .strictObject({ count: z.int().min(1).max(10_000).describe("clinicians that all patients share; at least one at each facility") })
    .describe("who sees them"),
  identifiers: z.strictObject(optionalKinds).describe("what only some people have: the shares that do"),
  notes,
};

/** What holds of the sections that a profile may leave out. */
export const defaultSections = {
  geography: geography.defaults,
  households: households.defaults,
  payers: payers.defaults,
  oddities: oddities.defaults,
  conditions: {},
  treatments: {},
  allergies: {},
  measures: {},
  effects: {},
  checkUps: {},
  followUps: {},
  combined: {},
  acute: {},
  panels: {},
  imaging: {},
  procedures: {},
  medications: {},
  goals: {},
  immunizations: {},
  quality: quality.defaults,
  quotas: quotas.defaults,
  targets: targets.defaults,
};

const head = {
  profile: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, "expected lower-case letters, digits and hyphens")
    .describe("the name by which it is called and extended"),
  title: z.string().min(1).max(200).describe("a line that says what population it is"),
  reference: isoDate.describe("the date on which ages are as declared; what happened by then is the same for every later --as-of"),
};

/** A population, wholly declared. */
export const profileSchema = z.strictObject({
  ...head,
  ...sections,
  geography: geography.schema,
  households: households.schema,
  payers: payers.schema,
  oddities: oddities.schema,
  conditions,
  treatments,
  allergies,
  measures,
  effects,
  correlations: correlations.optional(),
  encounters,
  checkUps,
  followUps,
  combined,
  acute: acutes,
  panels,
  imaging,
  procedures,
  medications,
  goals,
  immunizations,
  claims: claims.optional(),
  quality: quality.schema,
  quotas: quotas.schema,
  targets: targets.schema,
});

/** What a profile's file may hold: every section, and every key in it, may come from the profile it extends. */
export const profileFileSchema = z
  .strictObject({
    extends: z
      .string()
      .min(1)
      .optional()
      .describe("another profile: its keys hold, section by section and key by key, where this file gives none"),
    profile: head.profile,
    title: head.title.optional(),
    reference: head.reference.optional(),
    people: part(sections.people).optional(),
    history: part(sections.history).optional(),
    facilities: part(sections.facilities).optional(),
    providers: part(sections.providers).optional(),
    encounters: encountersFile.optional(),
    checkUps: checkUps.optional(),
    followUps: followUps.optional(),
    combined: combined.optional(),
    acute: acutes.optional(),
    panels: panels.optional(),
    imaging: imaging.optional(),
    procedures: procedures.optional(),
    medications: medications.optional(),
    goals: goals.optional(),
    immunizations: immunizations.optional(),
    claims: part(claims).optional(),
    identifiers: part(sections.identifiers).optional(),
    notes: part(sections.notes).optional(),
    geography: part(geography.schema).optional(),
    households: part(households.schema).optional(),
    payers: part(payers.schema).optional(),
    oddities: part(oddities.schema).optional(),
    conditions: conditions.optional(),
    treatments: treatments.optional(),
    allergies: allergies.optional(),
    measures: measures.optional(),
    effects: effects.optional(),
    correlations: part(correlations).optional(),
    quality: part(quality.schema).optional(),
    quotas: quotas.schema.optional(),
    targets: targets.schema.optional(),
  })
  .describe("A population to generate");

export type Profile = z.infer<typeof profileSchema>;
export type OptionalKind = keyof typeof optionalKinds;
