import { describe, expect, test } from "vitest";
import { findAll } from "../../src/detect/index.ts";
import { marked, unmarked } from "../support/marked.ts";

/** The mark-up is input and expectation: what is marked is found, and nothing else is. */
function finds(sentences: readonly string[]): void {
  test.each(sentences)("%s", (sentence) => {
    const text = unmarked(sentence);
    expect(marked(text, findAll(text))).toBe(sentence);
  });
}

describe("names", () => {
  describe("eponyms and instruments stay", () => {
    finds([
      "Parkinson's tremor, Foley 16 Fr in place, Bell's palsy resolved, Graves disease, Crohn flare, Hodgkin lymphoma.",
      "Placed a Kelly clamp, then the Bovie; closed with Vicryl and Allis forceps.",
      "Glasgow Coma Scale 15, Apgar 8 and 9, Ranson criteria 2, Framingham risk 12%.",
      "Positive McMurray test and Babinski sign; Wells score 3.",
      "GRAHAM PATCH REPAIR",
    ]);
  });
  describe("a person of the same name goes", () => {
    finds(["Dr. [NAME:Graves] started methimazole for Graves disease.", "Mrs. [NAME:Coombs] was direct Coombs negative."]);
  });
  describe("common words are names behind a title", () => {
    finds([
      "Mr. [NAME:Long] denies pain.",
      "Ms. [NAME:Young], Dr. [NAME:Pain] and Nurse [NAME:Hope] attended.",
      "Discussed with Mr. [NAME:Will Park] at length.",
    ]);
  });
  describe("every way of writing one", () => {
    finds([
      "spoke w/ dtr [NAME:maria lopez] about goals",
      "PT [NAME:JOHN Q PUBLIC] SEEN AND EXAMINED",
      "[NAME:OKAFOR, ADAEZE B] seen in follow-up",
      "Discussed with [NAME:J.R.R. Tolland] today.",
      "A woman, [NAME:Anna S.], with migraine.",
      "Patient: [NAME:Laura Smith-Reyes]",
      "Mr. [NAME:O’Malley] and Ms. [NAME:D'Souza] agree.",
      "Seen by [NAME:Pieter van der Berg] and [NAME:Carmen de la Cruz].",
      "Dr. [NAME:Nadia al-Hassan] and Dr. [NAME:Rashid bin Omar] consulted.",
      "Reviewed by [NAME:Lee Tran Jr.], PharmD.",
      "Ms. [NAME:McÁllister], Mr. [NAME:Nuñez] and [NAME:Zoë Kramer] attended.",
      'Neighbor [NAME:Robert "Bud" Kline] found him.',
      "[NAME:Keisha]'s aide called.",
      "Husband [NAME:Tom], dtr-in-law [NAME:Priya] at bedside.",
      "née [NAME:Walsh]; aka [NAME:T. Rivers]",
      "HCP is son ([NAME:Marcus]).",
      "Consulted Drs. [NAME:Patel] & [NAME:Wu].",
      "seen by Dr.\n[NAME:Helena Voss] this morning",
      "BabyBoy [NAME:Ortiz] doing well.",
      "Twin B ([NAME:Chen]) stable.",
      "Electronically signed by: [NAME:Helena Voss], MD",
      "Stable overnight.\n/[NAME:kls]",
      "Dictated and signed.\n[NAME:JT:mw]",
    ]);
  });
});

describe("dates and ages", () => {
  finds([
    "Seen [DATE:03/04/2019], again [DATE:4-Mar-19] and [DATE:2019.03.04].",
    "Returned on [DATE:3/4], stent on [DATE:3/19].",
    "s/p CABG 2011, CVA in 2016.",
    "Therapy at 3/4 strength, 5/5 motor, 2/6 murmur.",
    "BP 120/80, vision 20/40 OD, 1/2 NS at 75, 7/10 pain.",
    "Vent 12/5, lytes 140/4.1/103/24.",
    "3 wks ago, POD #2, day 3 of 7.",
    "Symptoms since [DATE:Thanksgiving].",
    "[DATE:June 3rd] visit noted.",
    "67 yo man, 34F, 3-year-old girl at 39w2d.",
    "A [AGE:91 yo] woman; sister is [AGE:94 y/o].",
    "plt 15000, heparin 25000 units, WBC 12.4.",
    "10 x 12 mm, 98.6 F, 2+ edema, T12-L1, C3-4, L4/5.",
  ]);
});

describe("numbers", () => {
  finds([
    "SSN [ID:123-45-6789].",
    "Call [PHONE:(617) 555-0134] or [PHONE:617.555.0134].",
    "NDC 0093-7146-56, CPT 99213, LOINC 718-7, E11.9.",
    "chr17:41245466, NM_007294.3:c.68A>G heterozygous.",
    "MRN# [ID:00-12-345], also MRN: [ID:4029887-A].",
    "Hospital no.\n\n[ID:883120]",
    "Pathology [ID:S26-10442] reviewed.",
    "Medicare [ID:1EG4-TE5-MK73] active.",
    "DEA [ID:AB1234563], NPI [ID:1234567893].",
    "Enrolled in NCT04368728.",
    "Server [ID:192.168.4.17] logged in.",
    "Write to [EMAIL:j.moss@example.org].",
    "Acct#: [ID:GRM-998877]; insurance: [ID:HP-789123].",
    "Dictated: [ID:hvoss_0412.wav]",
  ]);
});

describe("places and employers", () => {
  finds([
    "Lives at [PLACE:Oakview Manor] now.",
    "Works at [PLACE:Boeing Everett] as a welder.",
    "Transferred from [PLACE:Mercy Regional Medical Center] to MICU.",
    "Seen at [PLACE:UCSF] and [PLACE:St. Vincent's].",
    "Flew from [PLACE:Philly] with her sister.",
    "From [PLACE:Reno], NV; flies home to Nevada.",
    "A veteran from Georgia, born in Mexico.",
    "Admitted to MICU, then Cath lab, then the ED.",
    "A retired teacher, Hispanic, Catholic.",
    "Refill at [PLACE:CVS #4412].",
  ]);
});

describe("noise", () => {
  finds([
    "Name:[NAME:SMITH,JOHN] DOB:[DATE:01/02/1950]MRN:[ID:12345678]",
    "PATIENT=[NAME:JOHN|ROE^A]",
    "No known MRN. Name: ____ SSN: xxx-xx-xxxx",
    "Seen by [**Name 3**] on [DATE], MRN [MRN], phone XXXX.",
    "mrn_0123456789abcdefghjk was linked.",
    "[DATE:DOB01021950]",
  ]);
  test("hidden characters, full-width digits and look-alike letters do not hide a value", () => {
    for (const text of [
      "card 4111\u200d1111\u200d1111\u200d1111",
      "SSN １２３-４５-６７８９",
      "jan\u0435.patient@example.com",
      "MRN:\u00a012345678",
    ]) {
      expect(findAll(text)).toHaveLength(1);
    }
  });
  test("a finding in HTML covers the source it was read from", () => {
    const text = "<p>Seen: Mr. <b>Jo</b>s&eacute; Rivera</p>";
    expect(marked(text, findAll(text))).toBe("<p>Seen: Mr. <b>[NAME:Jo</b>s&eacute; Rivera]</p>");
  });
});
