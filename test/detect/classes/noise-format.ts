import type { ClassCases } from "./cases.ts";

export const noiseFormat: readonly ClassCases[] = [
  {
    number: 94,
    title: "headers run together",
    texts: [
      "Patient:[NAME:VALDEZ,ROSA M]DOB:[DATE:04/17/1961]Sex:FMRN:[ID:55120938]",
      "PtName:[NAME:Okeke,Ifeanyi]Acct:[ID:7719283]DOS:[DATE:03/30/2022]Prov:[NAME:Dunn,Carla][?: MD]",
      "MRN[ID:4418290]DOB[DATE:12/01/1980]Admit[DATE:01/05/2021]Ph[PHONE:541-338-2201]",
    ],
  },
  {
    number: 95,
    title: "delimiters",
    texts: [
      "PID|1||[ID:883021]^^^MRN||[NAME:Nakamura^Keiko^L]||[DATE:19700412]|F",
      "name=[NAME:Harriet Boone];dob=[DATE:1955-08-09];mrn=[ID:20019384]",
      "[NAME:Lund]|[NAME:Erik]|[DATE:06/02/1977]|A1c 8.1|[PHONE:218-440-9137]",
    ],
  },
  {
    number: 96,
    title: "tables and wrapped values",
    texts: [
      "Date        BP       Wt    Seen by\n[DATE:03/02/22]    128/76   81    [NAME:Morrow]\n[DATE:04/06/22]    134/80   82    [NAME:Iqbal]",
      "Emergency contact:  [NAME:Beatrice\n                    Langford]\nPhone:              [PHONE:(207) 338-\n                    4410]",
      "| Name | MRN | K |\n|---|---|---|\n| [NAME:Ostrander, Peg] | [ID:330182] | 4.4 |\n| [NAME:Duval, Remy] | [ID:330977] | 3.9 |",
    ],
  },
  {
    number: 97,
    title: "HTML, RTF and entities",
    texts: [
      "<td>Patient:</td><td>[NAME:Mar&iacute;a <i>Elena</i> Ib&aacute;&ntilde;ez]</td><td>K 4.2</td>",
      "{\\rtf1\\ansi\\deff0 {\\b Patient:} [NAME:Andr\\'e9 Lefebvre]\\par DOB: [DATE:03/09/1949]\\par BP 120/80\\par}",
      "Pt seen w/ wife <b>[NAME:Ol</b>ga&nbsp;Sidorova]<br/>DOB&colon;&#32;[DATE:05&#47;06&#47;1958]",
    ],
  },
  {
    number: 98,
    title: "hidden and look-alike characters",
    texts: [
      "Seen by Dr. [NAME:Gre\u200bgor Ha\u00advel] for MRN\u00a0[ID:４４８１２０９].",
      "Mr. [NAME:P\u0430trick D\u043en\u043ehu\u0435] called from [PHONE:206\u2011733\u20114410].",
      "ＮＡＭＥ：\u3000[NAME:Ｌｅｗｉｓ Ｇｒａｈａｍ]\u2003DOB：[DATE:０７／１２／１９６４]",
    ],
  },
  {
    number: 99,
    title: "encoded text",
    texts: [
      "Portal link payload: [ID:name%3DGloria%20Esposito%26dob%3D1957-02-08] copied by clerk.",
      "Attachment header [ID:UGF0aWVudDogTm9yYSBIYWxsb3JhbiwgTVJOIDQ0ODIxOTAz] left in the note; BP 118/72.",
      "From: [NAME:Ren=C3=A9 Gauthi=\ner], seen for knee pain =E2=80=93 stable.",
    ],
  },
  {
    number: 100,
    title: "what is removed already is left alone",
    texts: [
      "Mr. [**Known lastname 4417**] was seen by Dr. [**First Name (STitle) 12**] on [**2151-7-16**].",
      "Patient XXXX, age 54, saw Dr. ____ at [REDACTED] and was told by <NAME> to call XXX-XXX-XXXX.",
      "[NAME-1] lives with [NAME-2] in [CITY]; call [PHONE] or [NAME:Fiona Redd] for rides. DOB [DATE-3].",
    ],
  },
  {
    number: 101,
    title: "labels without a value",
    texts: [
      "Name: ____________  DOB: __/__/____  MRN: none assigned",
      "Phone: N/A. Email: declined. SSN: refused. Emergency contact: none listed.",
      "No MRN on file; insurance ID not available; address: homeless, unknown.",
    ],
  },
  {
    number: 102,
    title: "words and dates of other languages",
    texts: [
      "Paciente Sr. [NAME:Ignacio Rentería], fecha de nacimiento [DATE:03 de mayo de 1961], vive en [PLACE:Oaxaca].",
      "Mme [NAME:Colette Girard], vue le [DATE:14 février 2020] pour dyspnée.",
      "Herr Dr. [NAME:Jürgen Pfeiffer], geb. [DATE:07.11.1950], Überweisung wegen Vorhofflimmern.",
    ],
  },
  {
    number: 103,
    title: "code and JSON in a note",
    texts: [
      'Error pasted from the EHR: {"patient":{"name":"[NAME:Shauna Pickett]","mrn":"[ID:5519283]"},"hr":88}',
      "SELECT * FROM visits WHERE last_name = '[NAME:Hutchings]' AND dob = '[DATE:1962-10-04]';",
      '<Patient><family value="[NAME:Arroyo]"/><given value="[NAME:Celia]"/><birthDate value="[DATE:1979-05-22]"/></Patient>',
    ],
  },
  {
    number: 104,
    title: "a header copied to every page",
    texts: [
      "[NAME:SANDOVAL, PETE]  MRN [ID:8812390]  Page 1 of 2\nHPI: 60M with gout.\n[NAME:SANDOVAL, PETE]  MRN [ID:8812390]  Page 2 of 2\nPlan: colchicine 0.6 mg.",
      "Pt: [NAME:Whelan, Deirdre] | [DATE:02/14/1948] | [ID:W44120]\nCont. neuro checks q4h.\nPt: [NAME:Whelan, Deirdre] | [DATE:02/14/1948] | [ID:W44120]\nStable.",
      "cc: [NAME:T. Abrams] MD\n--- page break ---\n[NAME:Kozlov, Vera] DOB [DATE:8/8/55]\n--- page break ---\n[NAME:Kozlov, Vera] DOB [DATE:8/8/55]",
    ],
  },
  {
    number: 105,
    title: "numbers that are nobody's stay",
    texts: [
      "Form HF-1023 rev 2 scanned. See policy 4.12 and protocol ICU-7.",
      "Training chart MRN-0001 used for the demo; crash cart 12 checked.",
      "Fridge 3 log reviewed; Hill-Rom P1900 bed, Baxter Sigma 35700 pump, ISO 13485 label.",
    ],
  },
];
