import type { ClassCases } from "./cases.ts";

export const names: readonly ClassCases[] = [
  {
    number: 1,
    title: "eponyms stay",
    texts: [
      "Neuro: resting Parkinsonian tremor, Romberg steady, Babinski downgoing bilaterally, Hoffmann absent.",
      "Hashimoto thyroiditis on levothyroxine, Raynaud phenomenon in winter, Sjögren serologies pending.",
      "Post-op day 2 after Whipple; Foley out, Jackson-Pratt drain with 30 mL serous output, no Homans sign.",
    ],
  },
  {
    number: 2,
    title: "an eponym that is also a person here",
    texts: [
      "Dr. [NAME:Addison] doubts Addison disease given a normal cortisol.",
      "Mrs. [NAME:Crohn] was told that she has Crohn colitis of the terminal ileum.",
      "Per Dr. [NAME:Wilson]: ceruloplasmin low, Wilson disease likely; [NAME:Wilson] will call hepatology.",
    ],
  },
  {
    number: 3,
    title: "instruments, sutures and brands stay",
    texts: [
      "Fascia closed with 0 Prolene, skin with 4-0 Monocryl and Dermabond; Bookwalter retractor removed.",
      "A Metzenbaum scissors and a DeBakey forceps were used; a Blake drain left in the Morison pouch.",
      "Switched from Toprol to Coreg; Lantus 18 units at bedtime, Xarelto held for EGD.",
    ],
  },
  {
    number: 4,
    title: "names that are months, verbs and flowers",
    texts: [
      "[NAME:April] says she fell in the kitchen; [NAME:April] may need a walker.",
      "Pt's son [NAME:Mark] will mark the calendar; [NAME:Grace] has a grace period with her insurer.",
      "[NAME:Violet] reports violet discoloration of both feet; her daughter [NAME:June] drove her.",
    ],
  },
  {
    number: 5,
    title: "surnames that are common words",
    texts: [
      "Mr. [NAME:Short] is short of breath at rest.",
      "Discussed with Dr. [NAME:Strong] and Nurse [NAME:Little]; Ms. [NAME:Rice] agrees to the plan.",
      "Mrs. [NAME:Day] slept most of the day. Mr. [NAME:Day] at bedside.",
    ],
  },
  {
    number: 6,
    title: "surnames that are drugs, tests or body parts",
    texts: [
      "Mr. [NAME:Foley] had his Foley removed at 0600.",
      "Ms. [NAME:Heard] has heard voices since her move; Dr. [NAME:Hand] examined the right hand.",
      "Mrs. [NAME:Apgar] delivered a girl, Apgar 8 and 9.",
    ],
  },
  {
    number: 7,
    title: "names in lower case",
    texts: [
      "talked to wife [NAME:denise okonkwo] on phone, she will bring his meds in",
      "pt [NAME:hector salinas] c/o lower back pain x 3 days, denies trauma",
      "son [NAME:andre] and dtr [NAME:keisha brown] at bedside all shift, pt comfortable",
    ],
  },
  {
    number: 8,
    title: "names in capitals",
    texts: [
      "MR [NAME:DARNELL T WASHINGTON] WAS BROUGHT IN BY EMS WITH CHEST PAIN.",
      "PATIENT SEEN WITH DAUGHTER [NAME:MARISOL VEGA] AND DISCHARGED HOME IN STABLE CONDITION.",
      "DISCUSSED WITH DR [NAME:PRZYBYLSKI] WHO AGREES WITH TRANSFER.",
    ],
  },
  {
    number: 9,
    title: "headings in capitals stay",
    texts: [
      "NISSEN FUNDOPLICATION\nThe patient was placed supine on the table.",
      "PAST SURGICAL HISTORY: HARTMANN PROCEDURE, BILLROTH II RECONSTRUCTION.",
      "ALLEN TEST AND PHALEN SIGN\nBoth performed before the arterial line was placed.",
    ],
  },
  {
    number: 10,
    title: "last name first",
    texts: [
      "Pt: [NAME:DELACROIX, SIMONE A]   Loc: 5 West",
      "[NAME:Bergstrom, Nils] was evaluated for syncope in clinic.",
      "Referring: [NAME:Abernathy, Clyde R.], MD\nPCP: [NAME:Ferreira, Ines], DO",
    ],
  },
  {
    number: 11,
    title: "initials",
    texts: [
      "[NAME:T.K.] reports that the new dose helps; spoke with Dr. [NAME:A. B. Sorensen].",
      "Wound clean and dry, dressing changed.\n/[NAME:dpw]",
      "Thank you for this referral.\n\n[NAME:RG]/[NAME:tm]\nD: [DATE:02/11/2023] T: [DATE:02/12/2023]",
    ],
  },
  {
    number: 12,
    title: "a surname of one letter",
    texts: [
      "Group note: [NAME:Marcus B.] shared about his relapse and [NAME:Dana R.] offered support.",
      "Roommate [NAME:Elena P.] called 911 when she found him.",
      "Case of Mr. [NAME:K.], a 58-year-old with cirrhosis.",
    ],
  },
  {
    number: 13,
    title: "hyphenated names",
    texts: [
      "Ms. [NAME:Farrow-Lindgren] is here with her husband.",
      "Seen by [NAME:Mary-Beth Okafor-Hill], CNM, at 0800.",
      "Patient [NAME:Jean-Luc Abadie] prefers French; interpreter used.",
    ],
  },
  {
    number: 14,
    title: "apostrophes of every sort",
    texts: [
      "Mr. [NAME:O’Shaughnessy] and Dr. [NAME:D’Amico] discussed the biopsy.",
      "Sister [NAME:Siobhan O'Dell] holds the power of attorney.",
      "Attending: [NAME:N‘Diaye], [NAME:Fatou] MD. Resident: [NAME:K. O`Rourke]",
    ],
  },
  {
    number: 15,
    title: "particles",
    texts: [
      "Dr. [NAME:Willem van den Heuvel] will follow; nurse [NAME:Rosa de los Santos] notified.",
      "Patient: [NAME:Abdullah ibn Faisal al-Rashid], accompanied by his brother [NAME:Omar].",
      "Consult called to [NAME:Ludwig von Hagen] and [NAME:Maria della Rovere].",
    ],
  },
  {
    number: 16,
    title: "suffixes and credentials",
    texts: [
      "Reconciled by [NAME:Bao Nguyen], PharmD, BCPS, with [NAME:Harold Beck III] present.",
      "[NAME:Cornelius Watts Sr.] is the father of the patient, [NAME:Cornelius Watts Jr.]",
      "Note by [NAME:Ingrid Solberg], FNP-C; cosigned [NAME:Raymond Achebe], MD, FACS.",
    ],
  },
  {
    number: 17,
    title: "Mc, Mac, accents and combining marks",
    texts: [
      "Ms. [NAME:MacGillivray] and Mr. [NAME:McTavish] share a room at the facility.",
      "Paciente: [NAME:José Peña Ibáñez]. Su hija [NAME:Sofía] traduce.",
      "Dr. [NAME:Bjo\u0308rn A\u030Astro\u0308m] read the film; Dr. [NAME:Renée Łukasik] agreed.",
    ],
  },
  {
    number: 18,
    title: "nicknames and quoted names",
    texts: [
      'Brother [NAME:Anthony "Tiny" Russo] drove him in.',
      "[NAME:Margaret (Peggy) Hollis] prefers to be called [NAME:Peggy].",
      "Pt, known as '[NAME:Skip]' to staff, is [NAME:Leonard Frasier].",
    ],
  },
  {
    number: 19,
    title: "possessives",
    texts: [
      "[NAME:Tamika]'s mother states that the fever began overnight.",
      "Reviewed Dr. [NAME:Venkataraman]'s note and Mr. [NAME:Jacobs]' films.",
      "[NAME:Esperanza]’s home health nurse called about the wound vac.",
    ],
  },
  {
    number: 20,
    title: "relatives",
    texts: [
      "Wife [NAME:Carol] and grandson [NAME:Jaylen] at bedside; sister-in-law [NAME:Bernice] is on her way.",
      "Lives with partner [NAME:Dmitri] and two children, [NAME:Anya] and [NAME:Lev].",
      "Family history: mother had breast cancer. Aunt [NAME:Rosalind Pierce] is next of kin.",
    ],
  },
  {
    number: 21,
    title: "maiden names and aliases",
    texts: [
      "[NAME:Catherine Holloway] (née [NAME:Brandt]) transferred her records.",
      "Chart merged: [NAME:Lucille Tate], formerly [NAME:Lucille Monroe], a.k.a. [NAME:Lucy Tate].",
      "Maiden name: [NAME:Kowalczyk]. Also goes by [NAME:Dee Kowal].",
    ],
  },
  {
    number: 22,
    title: "names behind a role alone",
    texts: [
      "Daughter ([NAME:Priscilla]) is HCP; neighbor ([NAME:Walt Emmons]) has the keys.",
      "Decision maker: nephew, [NAME:Tobias]. Caseworker: Ms. [NAME:Adeyemi].",
      "Home aide [NAME:Yolanda] comes on weekdays, and the landlord, Mr. [NAME:Petrakis], checks in.",
    ],
  },
  {
    number: 23,
    title: "names joined by and",
    texts: [
      "Seen on rounds with Drs. [NAME:Iyer], [NAME:Campbell] and [NAME:Moreau].",
      "Mr. and Mrs. [NAME:Ostrowski] are both aware of the diagnosis.",
      "Sons [NAME:Kyle] & [NAME:Brent Haverford] flew in overnight.",
    ],
  },
  {
    number: 24,
    title: "names over a line break",
    texts: [
      "Plan of care was reviewed this afternoon with the patient's wife,\n[NAME:Georgina\nTremblay], who agrees.",
      "The case was discussed in detail with Dr.\n[NAME:Oluwaseun Adeleke] from cardiology.",
      "Surgeon of record is [NAME:Philippa\nHawthorne], MD, who was present throughout.",
    ],
  },
  {
    number: 25,
    title: "names that a scanner tore",
    texts: [
      "Patient Name: [NAME:M ichae1 Br0wn]   D0B: [DATE:O4/12/l961]   MRN: [ID:77I2O4]",
      "Re: [NAME:Kathe rine Wi1son]\nSeen [DATE:1O/l2/2O21] for fo11ow-up by Dr. [NAME:Pe ter Ha1l].",
      "Pt: [NAME:Barnurn, 5usan]  DOB: [DATE:O2/O3/1958]  Ref: Dr. [NAME:Cornett]",
    ],
  },
  {
    number: 26,
    title: "misspelt names of the same person",
    texts: [
      "Patient: [NAME:Jeffrey Castellano]\nMr. [NAME:Castelano] tolerated the procedure; [NAME:Jeffery] was discharged home.",
      "Ms. [NAME:Rebecca Thorsen] presented with cough. [NAME:Thorson] is a former smoker.",
      "Name: [NAME:MACIEJEWSKI, HALINA]\nI met Mrs. [NAME:Maciejewsky] and her family today.",
    ],
  },
  {
    number: 27,
    title: "babies and twins",
    texts: [
      "[?:Baby Girl ][NAME:Hendricks], born at 38w4d, is feeding well.",
      "[?:BB ][NAME:Quintero] weaned to room air. [?:Baby Boy ][NAME:Quintero] passed the hearing screen.",
      "Twin A ([NAME:Svensson]) 2,310 g, Twin B ([NAME:Svensson]) 2,180 g, both in open cribs.",
    ],
  },
  {
    number: 28,
    title: "aliases of the unknown",
    texts: [
      "Registered as [NAME:Trauma, Zulu Forty-One] on arrival; identity confirmed later as [NAME:Craig Nolan].",
      "Pt arrived as [NAME:John Doe 7714], GCS 6, intubated in the field.",
      "ALIAS [NAME:UNKNOWN, TANGO XQ-19] TO CT.",
    ],
  },
  {
    number: 29,
    title: "names in e-mail addresses and handles",
    texts: [
      "Portal login [ID:rachel.imhoff74] is locked, please reset.",
      "Send the forms to [EMAIL:pgallagher@fastmail.example] per the wife.",
      "Posts as [ID:@tess_marlowe_rn] and was asked to take down the photo.",
    ],
  },
  {
    number: 30,
    title: "names in names of files",
    texts: [
      "Voice file: [ID:lmercado_20230411_02.wav] transcribed as is.",
      "See scanned [ID:Whitfield_Agnes_consent.pdf] in the media tab.",
      "Uploaded [ID:IMG_hsu_jenny_wound2.jpg] to the chart.",
    ],
  },
  {
    number: 31,
    title: "providers in templates",
    texts: [
      "Electronically signed by [NAME:Theodore Banks], MD on [DATE:06/21/2022] at 14:07",
      "Attending Physician: [NAME:Wójcik], [NAME:Anna] MD   Scribe: [NAME:Dale Prentice]",
      "Dictated by: [NAME:S. Hargrove], PA-C. Reviewed and agreed: [NAME:Lydia Chow], MD.",
    ],
  },
  {
    number: 32,
    title: "names that are also places",
    texts: [
      "Mr. [NAME:Houston] moved from [PLACE:Houston], Texas to be near his son [NAME:Dallas].",
      "[NAME:Madison] (age 6) was born in [PLACE:Madison], Wisconsin.",
      "Dr. [NAME:Lincoln] placed a Jackson-Pratt drain; pt lives in [PLACE:Jackson], MS.",
    ],
  },
  {
    number: 33,
    title: "names that a method or score bears",
    texts: [
      "Glasgow 14 on arrival, Killip II, Wells 4.5, Geneva score intermediate, Ottawa rules negative.",
      "Child-Pugh B, Maddrey 41, West Haven grade 2, Charlson 5, Karnofsky 60.",
      "Bishop 7, Ballard 38 weeks, Silverman 2, Epworth 11, Mini-Cog 3, Barthel 85.",
    ],
  },
];
