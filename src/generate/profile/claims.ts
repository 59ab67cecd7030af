import { z } from "zod";
import { source } from "./curves.ts";
import { display } from "./shared.ts";

const line = z.strictObject({
  system: z.enum(["HCPCS", "local"]).describe("CPT never, unless you bring codes and licence: then local"),
  code: z
    .string()
    .regex(/^[A-Za-z0-9-]{3,40}$/)
    .describe("in that system"),
  display,
  cents: z.int().min(0).describe("what is billed for it, in cents"),
});

const payer = z.strictObject({
  allowed: z.number().min(0).max(1).describe("of what is billed, the share that the plan accepts"),
  pays: z.number().min(0).max(1).describe("of what is accepted; the rest is the patient's"),
  denied: z.number().min(0).max(1).describe("share of claims"),
});

export const claims = z
  .strictObject({
    visit: z
      .strictObject({
        ambulatory: line.describe("a visit to an office"),
        virtual: line.describe("a visit by video or telephone"),
        emergency: line.describe("a visit to an emergency department"),
        "check-up": line.describe("a visit that was due by age"),
      })
      .describe("the first line of a claim, by class"),
    night: line.describe("a night in a ward"),
    intensiveNight: line.describe("a night in intensive care"),
    vaccination: line.describe("for giving each vaccine"),
    vaccine: z.int().min(0).describe("each vaccine itself, in cents"),
    sigma: z.number().min(0).describe("spread of amounts between facilities: standard deviation of the natural logarithm"),
    payers: z
      .strictObject({
        medicare: payer.describe("from 65, and for some before"),
        medicaid: payer.describe("of people of small income"),
        employer: payer.describe("through an employer, one's own or a relative's"),
        individual: payer.describe("bought by oneself"),
        military: payer.describe("TRICARE and the like"),
        none: payer.describe("uninsured: what is accepted is what they are asked to pay"),
      })
      .describe("what each sort of plan does with a claim"),
    created: z.tuple([z.int().min(0), z.int().min(0)]).describe("days after the end of the encounter, at least and at most"),
    settled: z.tuple([z.int().min(0), z.int().min(0)]).describe("days after that"),
    source,
  })
  .describe("what is billed, and what comes of it");

export type ClaimsSpec = z.infer<typeof claims>;
export type LineSpec = z.infer<typeof line>;
