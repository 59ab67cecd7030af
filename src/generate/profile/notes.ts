import { z } from "zod";

const share = z.number().min(0).max(1);
const weight = z.number().min(0);

/** What is written of visits. */
export const notes = z
  .strictObject({
    share: share.describe("share of encounters with notes"),
    styles: z
      .strictObject({
        progress: weight.describe("the note of the visit itself"),
        emergency: weight.describe("the note of an emergency visit"),
        letter: weight.describe("a referral where one was ordered; else a note for work or school, results, or a letter to a colleague"),
        message: weight.describe("a thread through the patient portal, days after the visit"),
        telephone: weight
          .optional()
          .describe("a call instead of a video visit, or with results or about a refill after a visit; 0.5 where it is not given"),
      })
      .describe(
        "how often each style is written of an office or video visit, in proportion; an emergency has an emergency note and nothing else has, unless its weight is 0",
      ),
    beside: z
      .strictObject({
        radiology: share.optional().describe("of pictures: the report; 0.8 where it is not given"),
        triage: share.optional().describe("of emergency visits: a nurse's note on arrival; 0.2"),
        admission: share.optional().describe("of hospital stays: history and physical; 1"),
        daily: share.optional().describe("of days in hospital: a progress note; 0.4"),
        nursing: share.optional().describe("of days in hospital: a nursing note; 0.35"),
        operative: share.optional().describe("of operations; 1"),
        social: share.optional().describe("of hospital stays of adults: a social worker's note; 0.3"),
        discharge: share.optional().describe("of hospital stays: a summary; 1"),
      })
      .optional()
      .describe("what is written beside the note of a visit"),
    abbreviations: share.optional().describe("share of authors who write in abbreviations; 0.45 where it is not given"),
    typos: z
      .number()
      .min(0)
      .max(0.1)
      .optional()
      .describe("share of words that are mistyped; some authors make none, hasty ones most; 0.002 where it is not given"),
  })
  .describe("what is written of visits and stays");
