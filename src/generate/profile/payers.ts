import { z } from "zod";

const share = z.number().min(0).max(1);
const age = z.int().min(0).max(110);

/** Who pays. */
export const payers = {
  schema: z
    .strictObject({
      shares: z
        .array(
          z
            .strictObject({
              from: age.describe("from which the line holds"),
              medicaid: share.describe("of people: Medicaid"),
              individual: share.describe("of people: bought by themselves"),
              military: share.describe("of people: TRICARE and the like"),
              none: share.describe("of people: uninsured"),
            })
            .refine(
              ({ medicaid, individual, military, none }) => medicaid + individual + military + none <= 1.000001,
              "the shares add up to more than 1",
            ),
        )
        .min(1)
        .refine(
          (rows) => rows[0]!.from === 0 && rows.every((row, i) => i === 0 || row.from > rows[i - 1]!.from),
          "expected rising ages from 0",
        )
        .describe("below 65, by age from which the line holds: shares of a ZIP code of middling income; the rest through an employer"),
      uninsuredElders: share.describe("of people of 65 and over, those without Medicare or anything else"),
      advantage: share
        .optional()
        .default(0.5)
        .describe("of people with Medicare, those who have it through an insurer (Medicare Advantage)"),
      supplement: share.describe("of people with Medicare, those with a plan of their own beside it; they have no Medicare Advantage"),
    })
    .describe("health insurance"),
  defaults: {
    // Between the figures of Census P60-284 for 2023 (Medicaid 18.9 %, direct purchase 10.2 %, TRICARE 2.6 %; uninsured 5.8 % under
    // 19, 14.5 % at 19-25, 12.6 % at 26-34, 0.9 % at 65 and over) by judgement, since those overlap.
    shares: [
      { from: 0, medicaid: 0.37, individual: 0.05, military: 0.025, none: 0.058 },
      { from: 19, medicaid: 0.2, individual: 0.08, military: 0.03, none: 0.145 },
      { from: 26, medicaid: 0.16, individual: 0.08, military: 0.025, none: 0.126 },
      { from: 35, medicaid: 0.14, individual: 0.09, military: 0.025, none: 0.1 },
    ],
    uninsuredElders: 0.009,
    // Judgement: about half by CMS's counts of 2023 and 2024.
    advantage: 0.52,
    // Judgement.
    supplement: 0.33,
  },
};
