import type { ClassCases } from "./cases.ts";

export const placesOrgs: readonly ClassCases[] = [
  {
    number: 81,
    title: "addresses with units",
    texts: [
      "Discharged to [PLACE:1187 Wren Hollow Rd, Unit 4], [PLACE:Bend], OR [PLACE:97702].",
      "Home: [PLACE:20 W 84th St #6F], [PLACE:New York], NY [PLACE:10024-3311]",
      "pt lives at [PLACE:509 n. cherry ave apt 12] in [PLACE:tucson], stairs to enter",
    ],
  },
  {
    number: 82,
    title: "boxes and rural routes",
    texts: [
      "Mail to [PLACE:PO Box 2218], [PLACE:Minot], ND [PLACE:58702].",
      "Address [PLACE:RR 4 Box 77A], [PLACE:Paducah], KY.",
      "Lives off [PLACE:County Road 318], mail to [PLACE:HC 61 Box 12].",
    ],
  },
  {
    number: 83,
    title: "crossings and landmarks",
    texts: [
      "Struck by a car at [PLACE:Alameda and 14th], thrown 10 feet.",
      "Found down behind the [PLACE:Safeway on Division] in [PLACE:Gresham].",
      "MVC on [PLACE:I-84] near [PLACE:exit 62]; bystander CPR at the corner of [PLACE:Belmont & 39th].",
    ],
  },
  {
    number: 84,
    title: "towns alone and by their nicknames",
    texts: [
      "Drove up from [PLACE:Tulsa] this morning; grew up in [PLACE:NOLA].",
      "Visiting from [PLACE:Queens], originally from [PLACE:Guadalajara].",
      "Moved to [PLACE:Boise] last year; daughter is in [PLACE:Vegas].",
    ],
  },
  {
    number: 85,
    title: "states and countries stay",
    texts: [
      "Recently relocated from Montana to Oregon; travels to Vietnam yearly.",
      "Ms. [NAME:Georgia Pruitt] was raised in Georgia and adopted from the Republic of Georgia.",
      "Born in Ethiopia, lived in Kenya, licensed driver in Virginia; TB exposure in Peru.",
    ],
  },
  {
    number: 86,
    title: "hospitals and clinics, also short",
    texts: [
      "Transferred from [PLACE:OHSU] after [PLACE:Legacy Emanuel] declined; films from [PLACE:Mt. Hood Imaging].",
      "Followed at [PLACE:St. Luke's] and the [PLACE:VA] in [PLACE:Spokane].",
      "Admitted to [PLACE:Good Samaritan] in [DATE:May 2019], then sent to [PLACE:Cedar Ridge Rehabilitation Center].",
    ],
  },
  {
    number: 87,
    title: "wards and units stay",
    texts: [
      "Transferred from SICU to 7 North, then to the step-down unit and inpatient rehab.",
      "Boarded in the ED, then L&D triage, then NICU pod C.",
      "Seen in Wound Clinic, Pain Service and Interventional Radiology; to PACU then 4 East.",
    ],
  },
  {
    number: 88,
    title: "homes, schools, jails and churches",
    texts: [
      "Resident of [PLACE:Willow Creek Care Center]; before that at [PLACE:Hope Harbor Shelter].",
      "Student at [PLACE:Roosevelt Middle School], IEP in place; attends [PLACE:St. Brigid Parish].",
      "Released from [PLACE:Lane County Jail] two days ago; sober house is [PLACE:Second Mile House].",
    ],
  },
  {
    number: 89,
    title: "employers",
    texts: [
      "Works nights at the [PLACE:Tyson plant in Waterloo] on the line.",
      "Employer: [PLACE:Halvorsen Marine Supply]. Job: welder, lifts 60 lb.",
      "Retired from [PLACE:Union Pacific]; wife is a teller at [PLACE:Umpqua Bank].",
    ],
  },
  {
    number: 90,
    title: "ordinary occupations stay",
    texts: [
      "Retired bus driver, wife is a school nurse, son a firefighter.",
      "Occupation: roofer. Previously a line cook and an Army medic.",
      "Works as a paralegal; was [?:mayor of ][PLACE:Tillamook] for two terms.",
    ],
  },
  {
    number: 91,
    title: "origin and religion stay",
    texts: [
      "45F, Hmong speaking, Buddhist; interpreter present.",
      "Jehovah's Witness, declines blood products; of Ashkenazi Jewish descent.",
      "African American man, Baptist, bilingual in Spanish and Portuguese; Navajo grandmother.",
    ],
  },
  {
    number: 92,
    title: "events in the news and awards",
    texts: [
      "Injured in the [?:2018 Camp Fire]; burns healed, now with PTSD.",
      "Former [?:Olympic rower, silver in 2004], still trains 2 h daily.",
      "He is the [?:lottery winner of last month's paper]; his wife [NAME:Darlene] asks for privacy.",
    ],
  },
  {
    number: 93,
    title: "pharmacies and their stores",
    texts: [
      "Rx sent to [PLACE:Walgreens #11283] on [PLACE:Burnside].",
      "Preferred pharmacy: [PLACE:Rite Aid 5312], [PLACE:SE Powell Blvd].",
      "Picks up at [PLACE:Kessler Family Pharmacy]; transfers from [PLACE:Costco] declined.",
    ],
  },
];
