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
