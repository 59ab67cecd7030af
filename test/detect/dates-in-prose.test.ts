import { describe, expect, test } from "vitest";
import { createDetectors, detectAll } from "../../src/detect/index.ts";
import { marked, unmarked } from "../support/marked.ts";

/** The rules alone, so that a test fails when its rule does. */
const rules = createDetectors({ without: ["tagger"] });

function finds(sentences: readonly string[]): void {
  test.each(sentences)("%s", async (sentence) => {
    const text = unmarked(sentence);
    const [found] = await detectAll([text], [], rules);
    expect(marked(text, found!)).toBe(sentence);
  });
}

describe("a month and a day fit the whole dates of the text", () => {
  finds([
    "Seen [DATE:06/02/2024]. Blood cx [DATE:5/30] 2/2 bottles E coli. Off BiPAP [DATE:6/1]. Drain out [DATE:6/12], walks 3/5 blocks.",
    "Adm [DATE:2024-12-18]. Given [DATE:12/12] by them; consent signed [DATE:12/5]; strength 4/5, BiPAP 12/5, pain 6/10.",
    "[DATE:3 Apr 2023]: ophtho [DATE:5/5] am, PT [DATE:4/8 9:15], AST/ALT 12/9, MoCA 22/30, H/H 10/30.",
    "Spoke to mother [DATE:2/1/23]. Last shots [DATE:1/12]; Apgar 8/9, murmur 2/6.",
  ]);
});

describe("ranges", () => {
  finds(["Inpatient [DATE:7/2/22-7/19/22] and rehab [DATE:7/20-8/4/22]."]);
});

describe("the day of a month alone", () => {
  finds([
    "Home since [DATE:the 26th]. CT [DATE:22nd] showed gas. Step-down [DATE:tues the 13th]? He saw her on [DATE:the third].",
    "The 5th rib, 2nd dose, the 3rd floor, 4th toe, the first of two and her 3rd trimester.",
    "labs from yesterday [DATE:the fifteenth]; ok for [DATE:friday the fifth].",
    "Sick since [DATE:the Fourth]; daily weed up to [DATE:Valentine's].",
    "at the 90th percentile, on the 4th attempt, for the 2nd time",
  ]);
});

describe("months", () => {
  finds([
    "QFT 1.88 ([DATE:January]), TCD due [DATE:Jan], back [DATE:June]. A1c 7.4 [DATE:july].",
    "pacemaker in [DATE:june of twenty nineteen], hip in [DATE:march of twenty sixteen]",
    "trip [DATE:mar 3 - 19], turns 60 on [DATE:march 19]; expected home [DATE:late Feb 2025]",
    "Retina by OCT; seen in MAR; may 5 mg; she may go; dec appetite; march in place.",
    "Screening [DATE:02.2021], then [DATE:25APR2025].",
  ]);
});

describe("without marks, and dictated", () => {
  finds([
    "Signed [DATE:091523] 0720.",
    "page 1 [DATE:10192023]",
    "date of birth [DATE:four nineteen sixty nine] seen by telehealth",
    "Sent: [DATE:Tue Jul 9 2024 6:58 AM]",
  ]);
});

describe("the day first, dashes, and days in words", () => {
  finds([
    "Seen [DATE:14/07/2025]. Result [DATE:25/7] neg; afebrile [DATE:22/7].",
    "Note [DATE:01-18-24]: return [DATE:1-20]; post visit [DATE:2-15 0810], q 2-3 h, 10-15 reps, 4-6 weeks, C3-4.",
    "put in on [DATE:august twelve] by them; entry [DATE:19Feb25], born [DATE:1995 Aug 02], closed for [DATE:MLK].",
    "On [DATE:the 24th] incision warm; on the 4th toe, on the 2nd day.",
    "Seen [DATE:6/5/24], cx [DATE:6/4], [DATE:6/7] and [DATE:6/6] pos. Katz 4/6, SLUMS 9/30, MNA 9/14, quads 4/5.",
  ]);
});
