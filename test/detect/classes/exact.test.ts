import { describe, expect, test } from "vitest";
import { createDetectors, detectAll, type Finding } from "../../../src/detect/index.ts";
import { marked, unmarked } from "../../support/marked.ts";

const rules = createDetectors({ without: ["tagger"] });
/** By rules alone, whose spans and kinds are exact; what the tagger does is held by the ledger. */
const findAll = (text: string): Finding[] => (detectAll([text], [], rules) as Finding[][])[0]!;

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
    "[[NAME:JOHN SMITH]] called; <PERSON> and [REDACTED] did not.",
    "DOB[DATE:01021950]",
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

describe("words that are names only here", () => {
  finds([
    "[NAME:May] may return in [DATE:May]; [NAME:Will] will sign; [NAME:Rose] rose from the chair.",
    "Trauma alias [NAME:Doe, Unknown XZ-41] in bay 2.",
    "pt [NAME:jane doe] presented; dr [NAME:smith] aware.",
    "[NAME:JOHN SMITH] WAS SEEN BY DR [NAME:JANE DOE] AT [PLACE:MERCY HOSPITAL].",
    "CHIEF COMPLAINT: CHEST PAIN. PATIENT IS A 56 YEAR OLD MALE.",
    "Nurse Practitioner notified; Nurse Manager aware; Physician Assistant present.",
    "Attending: [NAME:Sofia Marquez] MD. Resident: [NAME:T. Okoye], DO. RN: [NAME:K. Bell]",
    "TO: Dr. [NAME:Chen] FROM: Dr. [NAME:Rao] RE: Ms. [NAME:Bell]",
    "Dr [NAME:Osei] and NP [NAME:Lindqvist] saw the pt; RN notified; NP swab sent.",
    "Her niece [NAME:Odette] and a nurse named [NAME:Ifeoma] came from [PLACE:Lagos].",
    "PCP: [NAME:Nwosu, Chidinma] MD. Case Manager: [NAME:Tanisha Rowe]",
    "Patient Name: [NAME:Nguyen, Thi Hoa]    Age: 44    Sex: F",
    "Positive Murphy sign, negative Homans sign, Rinne normal, Romberg positive.",
    "Circle of Willis, Islets of Langerhans, Achilles tendon, Loop of Henle.",
    "Continue Lasix, Coumadin, Norvasc; hold Glucophage.",
    "Assessment and Plan: Continue Physical Therapy. Family Meeting held.",
    "Friend of [NAME:Robert Brown] and [NAME:Sarah White].",
  ]);
});

describe("dates, ages and numbers in odd dress", () => {
  finds([
    "Follow up on [DATE:the 5th] with labs; s/p appy in '98.",
    "Away [DATE:4/1–4/9] and [DATE:March 3-7].",
    "Fell on [DATE:Christmas Eve]; worse since [DATE:spring 2020].",
    "Born on [DATE:the third of June]; recorded [DATE:02/30/20] and [DATE:13/05/2020].",
    "She is [AGE:ninety-two]; sister in her [AGE:90s]; a [AGE:101-year-old] uncle.",
    "DOB [DATE:1931]. Mother died at [AGE:92]. Father died at 67.",
    "SSN [ID:xxx-xx-6789]; SSN last four [ID:6789].",
    "pgr [PHONE:30412], beeper [PHONE:0093], ext [PHONE:4471].",
    "Fax: [PHONE:617-555-0199] office",
    "MR [ID:4029887-A], #[ID:HD-112233], [ID:UH:778123]",
    "FIN [ID:100482213], CSN: [ID:88120044], HAR [ID:7781], claim # [ID:5512093]",
    "BCBS [ID:XQK884120019] Grp [ID:00712]",
    "plate [ID:8KTR291], VIN [ID:1HGCM82633A004352]",
    "subject [ID:014-0032] in NCT04368728",
    "firmware version 10.2.1.4",
    "[EMAIL:j dot moss at mail dot org], [EMAIL:j.moss(at)x.org]",
    "user [ID:dana.moss82] and user [ID:jmoss22]",
    '{"name":"[NAME:Maria Lopez]","mrn":"[ID:00123]"}',
    "MRN-0007 labeled a simulator bin",
    "Metoprolol 25 mg PO BID, insulin glargine 20 units qHS #30 refills 2",
    "Na 140 K 4.1 Cl 103 CO2 24 BUN 12 Cr 0.9 Glu 98 WBC 7.8 Hgb 13.2 Plt 250",
    "Vitals: BP 118/76 HR 72 RR 16 T 98.6 SpO2 99% RA Wt 70 kg BMI 24.2",
    "APGAR 8/9, G2P1, Bishop score 6, Mallampati II, ASA 3, NYHA Class III",
  ]);
});

describe("places of every size", () => {
  finds([
    "[PLACE:44 Elm St, Apt 3B], [PLACE:Salem] OR [PLACE:97301-1123]",
    "[PLACE:P.O. Box 81], [PLACE:RR 2 Box 14]",
    "found at corner of [PLACE:5th & Main], near the [PLACE:Walmart] in [PLACE:Dover]",
    "tx from [PLACE:BWH], then [PLACE:St. V's], then the [PLACE:VA] in [PLACE:Reno]",
    "goes to [PLACE:Lincoln High School]; attends [PLACE:Grace Baptist Church]",
    "employed by [PLACE:Acme Logistics]",
    "grew up in [PLACE:Jackson], MS; Jackson-Pratt drain removed.",
    "American Heart Association and American Diabetes Association guidelines.",
    "Texas, California and New York have programs; she is Mexican American.",
    "Seen at [PLACE:MD Anderson], [PLACE:Mass General] and [PLACE:Children's Hospital of Philadelphia].",
  ]);
});

describe("what a note says of health stays", () => {
  finds([
    "Wt: 70, Ht: 165, Temp: 98.6, Pain: 3/10, Grade: 2. Case: closed. Order: pending. Unit: 4.",
    "Code status: Full. ID: infectious disease following. Key: negative. Member of team: 3.",
    "Policy: NPO after midnight. Specimen: 2 cores. Sample: 30 mL. Reference: 3.5-5.0. Lot: pending",
    "Insurance: Medicare. Plan: 20 mg daily for 14 days, then 10 mg. Coverage: 80%.",
    "Rx: amoxicillin 500 mg #30. Refills: 2. Claim denied 2 times. Serial troponins 0.04, 0.06.",
    "Visit 3 of 6. Case 1: A 34-year-old. Study 12345 enrolled 200 patients. Model 3300TFX valve, size 23.",
    "WBC 4.5-11.0, platelets 150000-400000, TSH 0.4-4.0, INR 2-3, BNP 12000, CK 45000, D-dimer 2500.",
    "Smith fracture; Baker's cyst; Colles fracture; Jones fracture; Cooper ligament; Scott's classification.",
    "Pitocin, Humira, Xarelto, Eliquis, Jardiance, Ozempic, Trulicity, Keytruda and Opdivo reviewed.",
    "Braden 18, Morse 45, Norton 14, Katz 5/6, Lawton 6/8, Beck 22, Hamilton 17, Zung 50.",
    "Gram stain, Pap smear, Doppler, Holter, Tesla 3T MRI, Swan-Ganz, Hickman, Groshong, Port-A-Cath.",
    "Epstein-Barr, Guillain-Barré, Stevens-Johnson, Ehlers-Danlos, Charcot-Marie-Tooth, von Willebrand.",
    "Grace period; rose bengal; hazel eyes; olive skin; jasmine rice. Will call with results. Mark the site.",
    "He visited China and India. She speaks Spanish and French. Muslim, Irish-American.",
  ]);
});

describe("dates and numbers that notes write without a word for them", () => {
  finds([
    "Ingreso [DATE:19/VII/2023], control [DATE:9/VIII/2023].",
    "RTC [DATE:12-17 10:20] or rtc 1 wk, [DATE:5-28]. RTC 2-3 wks, 10-15 reps.",
    "Signed [DATE:12/30/24 0840] by phone, 1200 mL out.",
    "Now 31 3/7 weeks; age 15 5/12; shift 1900-0730; I/O +2140.",
    "Crew out w pt 0544; the policy (2023) says so; Rx: UFH 80/18.",
    "MIL ([AGE:92]) at home; Pt [NAME:Siranoush Petrosyan], [AGE:97], called.",
    "Amerigroup [ID:WP 719 220 885], HMSA [ID:HMS0088 417 2].",
    "Driver (CO plate [ID:BKX-T19]); LCP plate 4 hole, plate 3.5 mm.",
    "His SSN ending in [ID:6630], on file.",
    "Plan: colchicine 0.6 mg twice; Coverage: Zosyn 3.375 g.",
    "swan @ 51cm. CT x3; ETT 22 @ lip. AC/VC 16/420.",
    "Write [EMAIL:hcalloway {at} elmcounty {dot} example].",
  ]);
});
