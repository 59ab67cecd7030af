import type { ClassCases } from "./cases.ts";

export const datesAgesNumbers: readonly ClassCases[] = [
  {
    number: 34,
    title: "full dates",
    texts: [
      "Colonoscopy [DATE:11/02/2021] normal, repeat MRI [DATE:7-Sep-22], path signed [DATE:2022.09.14].",
      "Admitted [DATE:January 19, 2020] and discharged [DATE:24 January 2020].",
      "Echo [DATE:20210607] EF 55%; prior cath [DATE:Oct. 3rd, 2018] with two stents; DEXA [DATE:5.12.17].",
    ],
  },
  {
    number: 35,
    title: "partial dates",
    texts: [
      "Fell on [DATE:9/14] and again [DATE:10/2]; sutures out [DATE:10/12].",
      "Last seen [DATE:8/21], next visit the [DATE:12th] with labs the day before.",
      "Biopsy in [DATE:11/20] showed DCIS; LMP [DATE:2/9].",
    ],
  },
  {
    number: 36,
    title: "years alone stay",
    texts: [
      "s/p lap chole 2014, L TKA 2017, quit smoking in 2003.",
      "Diagnosed with MS in 1999 and with HTN since 2008.",
      "Dx 2015: stage IIB; recurrence 2019-2020, remission since 2021.",
    ],
  },
  {
    number: 37,
    title: "years of two digits stay",
    texts: [
      "Appendectomy in '87, hysterectomy '04, no complications.",
      "Retired from the Navy in ’92 and quit drinking in '95.",
      "PSH: ORIF ankle '11; C-section x2 ('99, '02).",
    ],
  },
  {
    number: 38,
    title: "fractions and strengths stay",
    texts: [
      "Motor 4/5 in R deltoid, 5/5 elsewhere; DTRs 2/4, 1/4 at ankles.",
      "3/6 systolic murmur at apex; pulses 2/4 DP and 1/4 PT.",
      "Ate 3/4 of lunch and 1/2 of dinner; took 1/2 tablet twice.",
    ],
  },
  {
    number: 39,
    title: "pressures, vision and ratios stay",
    texts: [
      "BP 152/88 lying, 138/82 standing; pain 6/10 down to 2/10 after meds.",
      "Visual acuity 20/30 OD, 20/60 OS; D5 1/2 NS at 100 mL/h.",
      "LDL/HDL 3/1, Apgars 7/9, I/O 1850/1200, H/H 9/27.",
    ],
  },
  {
    number: 40,
    title: "ventilators and panels stay",
    texts: [
      "BiPAP 14/6, FiO2 40%, then PS 8/5; ABG 7.31/52/78/26.",
      "BMP 138/4.4/101/25/18/1.1<112; CBC 9.8>11.2/33.6<204.",
      "Vent AC 16/450/5/50%, PIP 24, plateau 19.",
    ],
  },
  {
    number: 41,
    title: "ranges of dates",
    texts: [
      "Hospitalized [DATE:5/3-5/11] for pancreatitis, rehab [DATE:5/11–6/2].",
      "On vacation [DATE:August 12-19], will miss two sessions.",
      "Cycle 3 given [DATE:02/06/2023 - 02/10/2023]; leave from [DATE:3/1][?: to ][DATE:3/15].",
    ],
  },
  {
    number: 42,
    title: "relative times stay",
    texts: [
      "Onset 5 days ago, worse since yesterday; POD #3, HD 4, day 6 of 10 of ceftriaxone.",
      "Follow up in 2 weeks; repeat labs q6 months x 2 years.",
      "Last drink 36 hours ago; stent 18 months ago; DOL 12, PMA 34 weeks.",
    ],
  },
  {
    number: 43,
    title: "weekdays stay",
    texts: [
      "Dialysis Tues/Thurs/Sat, missed Thursday.",
      "Seen Monday in clinic and Wed in the ED; plan OR on Friday morning.",
      "Aide comes Mon-Fri, daughter covers weekends and Sunday nights.",
    ],
  },
  {
    number: 44,
    title: "holidays",
    texts: [
      "Cough since [DATE:Thanksgiving], worse over [DATE:New Year's].",
      "He was last sober on [DATE:Memorial Day] and relapsed on the [DATE:Fourth of July].",
      "Fall on [DATE:Easter Sunday]; the cast came off before [DATE:Halloween].",
    ],
  },
  {
    number: 45,
    title: "seasons and quarters",
    texts: [
      "Seizure-free since [DATE:fall 2019]; last EEG in [DATE:winter of 2021].",
      "Vaccine series completed [DATE:Q2 2021].",
      "Lost 20 lb over the summer; surgery planned for [DATE:Spring 2024].",
    ],
  },
  {
    number: 46,
    title: "dates in words",
    texts: [
      "Patient states it began on [?:the ][DATE:twenty-first of October].",
      "dictated on [DATE:march fifteenth two thousand twenty two] period next paragraph",
      "The accident was [DATE:November second], he thinks, and he was seen [DATE:the ninth of November].",
    ],
  },
  {
    number: 47,
    title: "ordinal dates",
    texts: [
      "Return on [DATE:July 22nd] for suture removal.",
      "Chemo resumes [DATE:Sept 1st], scan [DATE:October 13th, 2023].",
      "She was extubated on the [DATE:3rd of May] and went home [DATE:May 9th].",
    ],
  },
  {
    number: 48,
    title: "timestamps",
    texts: [
      "Resulted [DATE:2022-11-30T06:42:10Z] by analyzer; repeat at 0800.",
      "Event logged at [DATE:1667804530] and closed [DATE:2022-11-07 09:15].",
      "Collected: [DATE:20230118 1442]; verified [DATE:01/18/23 @ 15:20].",
    ],
  },
  {
    number: 49,
    title: "impossible dates and days first",
    texts: [
      "Date of visit [DATE:06/31/21] as written on the form.",
      "Operated abroad on [DATE:23/08/2016], discharged [DATE:29.08.2016].",
      "Transcribed as [DATE:13/32/19], please verify; prior note [DATE:2/29/21].",
    ],
  },
  {
    number: 50,
    title: "dates run on",
    texts: ["SEX:F DOB[DATE:07221948]RACE:W", "DOB:[DATE:11/09/1962]AGE:58SEX:M", "Admit[DATE:03142022] Disch[DATE:03192022] LOS 5"],
  },
  {
    number: 51,
    title: "dates that a scanner misread",
    texts: [
      "Date of service: [DATE:l2/O7/2O18]   Page 1 of 3",
      "Seen [DATE:0S/1l/2019]; next appt [DATE:O6/15/20I9].",
      "DOB: [DATE:1O-3O-l947]  Adm: [DATE:07/ 14/ 2O20]",
    ],
  },
  {
    number: 52,
    title: "births, due dates and last periods",
    texts: [
      "G2P1, LMP [DATE:4/18/22], EDD [DATE:1/23/23], now 28w1d by 9-week scan.",
      "DOB [DATE:8-4-1990]. EDC [DATE:12/30] by ultrasound.",
      "Newborn delivered [DATE:2/2/24] at 0314; due date was [DATE:Feb 16].",
    ],
  },
  {
    number: 53,
    title: "ages to 89 stay",
    texts: [
      "72 yo M with COPD, wife is 70, son 44.",
      "This 4-month-old, a 6 y.o. sibling and an 89-year-old grandmother share a room.",
      "58F p/w RUQ pain; 16yM w/ asthma; mother age 81.",
    ],
  },
  {
    number: 54,
    title: "ages over 89",
    texts: [
      "[AGE:96] [?:yo ]F from SNF with AMS; roommate is [AGE:102][?: years old].",
      "A [AGE:ninety-four][?:-year-old] gentleman, lives alone; sister is also in her [AGE:90s].",
      "Age: [AGE:91]. DOB [DATE:1930]. Patient is [AGE:91][?: y.o.] and independent.",
    ],
  },
  {
    number: 55,
    title: "gestational and bone ages stay",
    texts: [
      "Induced at 40w6d for post dates; prior delivery 36 5/7 weeks.",
      "EGA 27+3, BW 980 g, now 33w2d corrected.",
      "Bone age 9 years 6 months for chronological age of 8; GA 22 weeks by scan.",
    ],
  },
  {
    number: 56,
    title: "ages of relatives",
    texts: [
      "FH: mother died at [AGE:95] of CHF, father at 71 of MI.",
      "Grandmother, [AGE:97], lives independently; aunt lived to be [AGE:101].",
      "Father alive, age [AGE:92], with dementia; brother d. 66.",
    ],
  },
  {
    number: 57,
    title: "doses and results of five digits stay",
    texts: [
      "Heparin 5000 units SQ and vitamin D 50000 IU weekly; platelets 48000.",
      "WBC 12400, ferritin 10250, CK 38200 on admission, urine >100000 CFU.",
      "BNP 23450 today, AST 11200, NT-proBNP 35000; lives in [PLACE:Akron] OH [PLACE:44308].",
    ],
  },
  {
    number: 58,
    title: "numbers like social security numbers",
    texts: [
      "SSN [ID:518-26-9034] on file; spouse SSN: [?:xxx-xx-][ID:4471].",
      "Verified by DOB and last 4 of SSN [ID:2286].",
      "Soc Sec # [ID:402118937] per face sheet.",
    ],
  },
  {
    number: 59,
    title: "telephone numbers",
    texts: [
      "Reach her at [PHONE:(503) 862-4417 x12] or cell [PHONE:503.771.2098].",
      "Son's mobile: [PHONE:+1 971 2254086]; home [PHONE:862-4419].",
      "Pharmacy called back from [PHONE:5037712044], left VM at [PHONE:1-800-433-2190].",
    ],
  },
  {
    number: 60,
    title: "pagers and extensions",
    texts: [
      "Questions: ortho on call pgr [PHONE:41877] or [PHONE:x6-2203].",
      "Page me at [PHONE:7-4410]; charge RN Vocera ext. [PHONE:55921].",
      "Beeper [PHONE:2049] until 7p, then [?:pager ][PHONE:#3316].",
    ],
  },
  {
    number: 61,
    title: "codes of drugs, procedures and diseases stay",
    texts: [
      "Billed CPT 99285 and 36556; ICD-10 J96.01, I50.23, N17.9.",
      "NDC 00409-1159-02 wasted 2 mL; HCPCS J1885; LOINC 2160-0 for creatinine.",
      "DRG 871; SNOMED 44054006 on the problem list; RxNorm 860975.",
    ],
  },
  {
    number: 62,
    title: "fax numbers",
    texts: [
      "Fax results to [PHONE:(312) 440-7719] attn records.",
      "F: [PHONE:312-440-7720]  T: [PHONE:312-440-7700]",
      "Please fax the signed order ([PHONE:708.236.1155]) before noon.",
    ],
  },
  {
    number: 63,
    title: "genomic names stay",
    texts: [
      "BRCA2 NM_000059.4:c.5946del p.(Ser1982fs), chr13:32340301, pathogenic.",
      "EGFR L858R, exon 19 deletion absent; ALK negative; TP53 c.743G>A; rs6025 heterozygous.",
      "Karyotype 46,XY,t(9;22)(q34;q11.2); BCR-ABL1 p210 0.02% IS. MRN [ID:chr4471902].",
    ],
  },
  {
    number: 64,
    title: "measurements stay",
    texts: [
      "Nodule 8 x 6 mm RUL, previously 7 x 5; T 101.2F, 2+ pitting edema to knees.",
      "L3-4 stenosis, C5/6 disc, T10-T12 fusion; fundus 2 cm below umbilicus.",
      "Wound 3.5 x 2.0 x 0.4 cm, 14 Fr chest tube at 10 o'clock, 22G IV, size 7.5 ETT at 23 cm.",
    ],
  },
];
