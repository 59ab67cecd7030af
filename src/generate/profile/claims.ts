import { z } from "zod";
import { source } from "./curves.ts";

const line = z.strictObject({
  system: z.enum(["HCPCS", "local"]).describe("CPT never, unless you bring codes and licence: then local"),
  code: z.string().regex(/^[A-Za-z0-9-]{3,40}$/),
  display: z.string().min(1).max(200),
  cents: z.int().min(0),
});

const payer = z.strictObject({
  allowed: z.number().min(0).max(1).describe("of what is billed, the share that the plan accepts"),
  pays: z.number().min(0).max(1).describe("of what is accepted; the rest is the patient's"),
  denied: z.number().min(0).max(1).describe("share of claims"),
});

export const claims = z
  .strictObject({
    visit: z
      .strictObject({ ambulatory: line, virtual: line, emergency: line, "check-up": line })
      .describe("the first line of a claim, by class"),
    night: line.describe("a night in a ward"),
    intensiveNight: line,
    vaccination: line.describe("for giving each vaccine"),
    vaccine: z.int().min(0).describe("each vaccine itself, in cents"),
    sigma: z.number().min(0).describe("spread of amounts between facilities: standard deviation of the natural logarithm"),
    payers: z.strictObject({ medicare: payer, medicaid: payer, employer: payer, individual: payer, military: payer, none: payer }),
    created: z.tuple([z.int().min(0), z.int().min(0)]).describe("days after the end of the encounter, at least and at most"),
    settled: z.tuple([z.int().min(0), z.int().min(0)]).describe("days after that"),
    source,
  })
  .describe("what is billed, and what comes of it");

export type ClaimsSpec = z.infer<typeof claims>;
export type LineSpec = z.infer<typeof line>;
