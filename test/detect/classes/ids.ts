import type { ClassCases } from "./cases.ts";

export const ids: readonly ClassCases[] = [
  {
    number: 65,
    title: "record numbers of every style",
    texts: [
      "MRN [ID:60-41-887] / old chart [ID:A0093821]; also known at the county as [ID:CH-7719042].",
      "Med rec no: [ID:0048213] Room 12. Unit # [ID:55-20-18].",
      "Patient ID=[ID:PX000918-B]; hosp#[ID:3318842]; EMPI [ID:900127745].",
    ],
  },
  {
    number: 66,
    title: "labels that stand far off or are absent",
    texts: [
      "Medical Record Number\n\n\n[ID:7741902]\n\nDate of Service\n\n[DATE:04/02/2022]",
      "Name                MRN            Acct\n[NAME:Fitzroy, Dale]       [ID:448201]         [ID:V00192837]",
      "his number on the bracelet was [ID:8830417] when I checked it against the chart",
    ],
  },
  {
    number: 67,
    title: "accounts, visits and claims",
    texts: [
      "Acct [ID:V7700182931]  FIN: [ID:330918277]  HAR [ID:6600182]",
      "Appeal of claim number [ID:2023-118-44520] for encounter [ID:90044127].",
      "CSN [ID:442918003]; visit # [ID:V1029384]; billing account [ID:10-557310].",
    ],
  },
  {
    number: 68,
    title: "accession and specimen numbers",
    texts: [
      "Surgical pathology [ID:SP-22-018843]: margins negative.",
      "Accession: [ID:CT20-774102]; compared with [ID:XR-19-55021] of last year.",
      "Specimen ID [ID:2204-00817] received in formalin; cytology [ID:NG23-1190].",
    ],
  },
  {
    number: 69,
    title: "plan, member and group numbers",
    texts: [
      "Aetna ID [ID:W2281 90417], Group [ID:0847301-010].",
      "Primary: UHC, member # [ID:991827364], RxBIN [ID:610279], RxGrp [ID:UHEALTH22].",
      "Policy no. [ID:YPH-3390-112-88]; prior auth [ID:A-220918-7731] approved.",
    ],
  },
  {
    number: 70,
    title: "Medicare and Medicaid numbers",
    texts: [
      "Medicare # [ID:3GH5-JK8-LM21], part B since 2016.",
      "Medicaid ID: [ID:TX552910338]; spend-down met.",
      "HICN [ID:441-82-9017A] replaced by MBI [ID:7PQ2RT4UV66].",
    ],
  },
  {
    number: 71,
    title: "DEA, NPI and licence numbers",
    texts: [
      "Signed, DEA# [ID:BM4471826], NPI: [ID:1487702255].",
      "State lic. [ID:MD-88213]; RN license [ID:662108] verified with the board.",
      "Prescriber NPI [ID:1043256780], DEA [ID:FR 1102934]; collaborating MD lic # [ID:G 77120].",
    ],
  },
  {
    number: 72,
    title: "devices",
    texts: [
      "Medtronic Azure XT implanted, serial [ID:RNB882016S], lot [ID:44C7].",
      "UDI [ID:(01)00643169007222(17)270331(10)B7712(21)KJ448120].",
      "Pump model 630G, S/N [ID:NG2231084H]; LVAD controller # [ID:HMC-009917].",
    ],
  },
  {
    number: 73,
    title: "vehicles",
    texts: [
      "Driver of a Camry, plate [ID:7XKM402], T-boned at 40 mph.",
      "VIN [ID:2T1BURHE5JC074331] recorded by the officer.",
      "License plate: [ID:KZP 4471] (NY); tow tag [ID:88213].",
    ],
  },
  {
    number: 74,
    title: "registered trials stay, their subjects go",
    texts: [
      "Screened for NCT03840902; subject no. [ID:0417-228] randomized to arm B.",
      "On KEYNOTE-189, patient study ID [ID:US-031-0092], cycle 4 day 1.",
      "Enrolled in SPRINT (NCT01206062) as participant [ID:S-40118].",
    ],
  },
  {
    number: 75,
    title: "addresses of machines go, versions stay",
    texts: [
      "Remote visit from IP [ID:73.118.204.9]; client version 8.14.2.0.",
      "Router MAC [ID:3C:22:FB:91:0A:7E], IPv6 [ID:2601:1c0:4f7f:90::a1c].",
      "Phone IMEI [ID:490154203237518]; app v3.2.1 on iOS 16.4.1.",
    ],
  },
  {
    number: 76,
    title: "addresses on the web",
    texts: [
      "Fundraiser at [ID:gofundme.example/f/help-dorothea-walk] was shared by the family.",
      "Video link: [ID:https://visits.stonecreekhealth.example/join?id=88120-kd] sent.",
      "Records on [ID:www.drpalermo-ortho.example/patients/aw3381] per pt.",
    ],
  },
  {
    number: 77,
    title: "e-mail in disguise",
    texts: [
      "Email is [EMAIL:lena dot farouk at proton dot me], check before sending.",
      "Reach the guardian at [EMAIL:h.calloway(at)elmcounty.example] or [EMAIL:hcalloway {at} elmcounty {dot} example].",
      "he spelled it as [EMAIL:bigmike underscore 71 at yahoo dot com]",
    ],
  },
  {
    number: 78,
    title: "user names and badges",
    texts: [
      "Override by user [ID:kdelgado3] at 02:14; badge [ID:40882] scanned.",
      "Employee # [ID:771203] witnessed the waste.",
      "Login: [ID:svc_rhodes.m], terminal in bay 4.",
    ],
  },
  {
    number: 79,
    title: "rooms and beds stay",
    texts: [
      "Moved from room 412 bed 2 to 6-118A overnight.",
      "Rm 3107, bed B. OR 5. PACU bay 11.",
      "ED bed 14 hallway, then bed 22 in the CDU.",
    ],
  },
  {
    number: 80,
    title: "biometrics and photographs",
    texts: [
      "Enrolled at kiosk, fingerprint ID [ID:FP-8841029].",
      "Palm vein template [ID:PV77120048] on file for check-in.",
      "Iris scan no. [ID:IR-220917]; full-face photo in media.",
    ],
  },
];
