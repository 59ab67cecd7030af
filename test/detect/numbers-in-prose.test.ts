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

describe("ZIP codes without a state", () => {
  finds([
    "rents at [PLACE:812 Alder Rd], [PLACE:59802], with kin",
    "mail to [PLACE:PO Box 77], [PLACE:64641].",
    "plt 45000, heparin 25000 units, WBC 12000, Boston score",
  ]);
});

describe("numbers inside a house", () => {
  finds(["LMSW x[PHONE:5518]; (x[PHONE:71844]). pg [PHONE:2281]", "MCH 29 pg 1200 cells; 2 x4 doses, x2 views, x1000 mL"]);
});

describe("names of accounts", () => {
  finds([
    "Printed [DATE:01/21/2025 11:02] by [ID:RDUNG3] from ward",
    "Closed 1:30p by [ID:tpeake]. Signed by patient, verified by nurse, sent by courier.",
    "portal login [ID:KSandsMom] is locked (msg via MyChart: [ID:awarsame89])",
    "[ID:hrasmussen_lpn] closed it; covid19 neg, hba1c 6, see follow_up",
  ]);
});

describe("what lets a caller in", () => {
  finds([
    "passcode [ID:LOTUS66] verified",
    'code word "[ID:green door]" given',
    "CODE WORD [ID:BLUEBIRD] ** TOLD",
    "password verified, passcode given, PASSWORD VERIFIED",
  ]);
});

describe("parts of a Social Security number", () => {
  finds(["sponsor last4 [ID:0917].", 'SSN "ends in [ID:2290]".']);
});

describe("ages over 89 without a word for years", () => {
  finds([
    "Uncle alive at [AGE:97], aunt d. [AGE:91].",
    "Dad will be [AGE:93] soon; trip for grandma's [AGE:90th].",
    "sat will be 93 on RA, his 90th percentile, alive at 85",
  ]);
});

describe("numbers by their form", () => {
  finds([
    "Seen in the log ([ID:GM24-CT-77319]), [ID:24W-153-0442], [ID:CD-07-33914], no. [ID:23CY-PR00184], our [ID:M-9917], [ID:lc-77102948].",
    "Shift 1900-0730 in bed 5W-0512-A; SWOG S-1 per MCG A-0353; CPT 76642-LT, tray 5611-B-401, years 2017-2021, COVID-19, MK-3475.",
    "certified mail [ID:7022 1670 0001 4417 8830]; footer M/[ID:7700914]/[DATE:10192023]/p1",
  ]);
});

describe("numbers of what is kept and logged", () => {
  finds([
    "tagged, WO [ID:660412]; bag [ID:0713] to security, ENV [ID:07719]; bands [ID:44171] x4; subj [ID:014-0093]",
    "Study 12345 enrolled 200 patients; log 2 reduction; bag 1000 mL; strip 12 h; system 3",
    "Case [ID:CCS 1509-3318], asset [ID:cs300-2204417]",
  ]);
});

describe("numbers of a plan", () => {
  finds([
    "Auto: Medicaid [ID:TC 6620 4481 9]; parent's cigna [ID:U7741902 03], Humana PPO [ID:H55102938], grp [ID:Y-PAYC]",
    "Medicare 2021 guidelines; Aetna denied 2 times; your policy 7.01.146 and policy (2023); Rx: UFH 80/18; PT: 18 visits",
  ]);
});

describe("plates and licences", () => {
  finds([
    "his truck (KY tag [ID:714-KDR]); Car ([ID:SB4 K7L], Mo.); tail [ID:N951AL]",
    "MSW, ASW [ID:118834]; ---- RN, [ID:1-148873]; report to RN 0715",
  ]);
});

describe("spelled aloud", () => {
  finds([
    "member number is [ID:w as in whiskey two two nine zero eight one six six] thanks",
    "her plate is [ID:eight nine three kilo lima papa] thanks; serial number [ID:r n b seven four oh one one eight s] last",
    "job [ID:four one one seven] done",
  ]);
});

describe("roads and streets", () => {
  finds([
    "hit on [PLACE:I-85 S mm 21]; as far as [PLACE:US-62 and Mill Pkwy]; [PLACE:SR 20 near MP 61], 71056 ft",
    "home [PLACE:645 N 300 W]; dtr at [PLACE:W3071 County Road KK]; mail [PLACE:PO Bx 1174], [PLACE:Lot 22, 186 Monroe Rd]",
    "lives on [PLACE:twelve forty west pecos avenue] with him; mail to [PLACE:post office box four twelve] ok",
    "camp off [PLACE:lava bed road] now; walks down the road, off the main road, on dirt road",
    "CA-125 12, I-131 given, f-1 I-20 lapse, US 20 weeks, CR 1, SR 72, Mobitz I-2, wound 2 sacrum st 2",
  ]);
});

describe("what stands in lists, and is said of a number", () => {
  finds([
    "| [AGE:94 F] | and her aunt, [AGE:ninety-three], sat there; T 98 F, water 118F, tele: NSVT 5 beats",
    "Social card arrived: SSN ends [ID:0936]; [ID:L4471] (last 4)",
    "HRN [ID:31-40-77], saved by [ID:moliphant] ok, the house [PHONE:725 4470], opt 3",
    "his rig (plate [ID:P 88 4127]) is here",
  ]);
});

describe("numbers in headers that nothing labels", () => {
  finds([
    "HILL N    54 M    [ID:44-719-03]    then [ID:77-0112], MR [ID:10-44-9083], #[ID:LH 447-05-12]",
    "rpt 150/92, DCFS hotline 1415, ranges 20-40, 150-400, BP 120-80",
  ]);
});
