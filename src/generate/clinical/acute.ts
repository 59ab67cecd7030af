import type { Coded } from "../../record/coded.ts";

/** A reason to seek care that passes. */
export interface Acute {
  readonly code: Coded;
  /** Ages at which it is drawn, both included. */
  readonly ages: readonly [number, number];
  readonly emergency: boolean;
  /** Days it lasts, at least and at most. */
  readonly days: readonly [number, number];
  /** How a note says it. */
  readonly complaint: string;
  readonly drug?: Drug;
}

/** A prescription: RxNorm's prescribable subset, National Library of Medicine. */
export interface Drug {
  readonly code: Coded;
  readonly instructions: string;
}

const icd = (code: string, display: string): Coded => ({ system: "ICD-10-CM", code, display });

export function rx(code: string, display: string, instructions: string): Drug {
  return { code: { system: "RxNorm", code, display }, instructions };
}

const amoxicillin = rx("308182", "Amoxicillin 250 MG Oral Capsule", "1 capsule by mouth three times a day for 10 days");
const naproxen = rx("849574", "Naproxen sodium 220 MG Oral Tablet", "1 tablet by mouth every 12 hours with food as needed");
const acetaminophen = rx("313782", "Acetaminophen 325 MG Oral Tablet", "2 tablets by mouth every 6 hours as needed");

/** Codes and words of ICD-10-CM 2021 (NCHS). */
export const acutes: readonly Acute[] = [
  {
    code: icd("J06.9", "Acute upper respiratory infection, unspecified"),
    ages: [0, 110],
    emergency: false,
    days: [5, 14],
    complaint: "runny nose, cough and low-grade fever",
  },
  {
    code: icd("J02.9", "Acute pharyngitis, unspecified"),
    ages: [3, 64],
    emergency: false,
    days: [5, 12],
    complaint: "sore throat",
    drug: amoxicillin,
  },
  {
    code: icd("H66.90", "Otitis media, unspecified, unspecified ear"),
    ages: [0, 11],
    emergency: false,
    days: [7, 14],
    complaint: "ear pain",
    drug: amoxicillin,
  },
  { code: icd("J20.9", "Acute bronchitis, unspecified"), ages: [12, 110], emergency: false, days: [10, 21], complaint: "productive cough" },
  {
    code: icd("N39.0", "Urinary tract infection, site not specified"),
    ages: [16, 110],
    emergency: false,
    days: [5, 10],
    complaint: "burning on urination",
  },
  {
    code: icd("M54.5", "Low back pain"),
    ages: [18, 110],
    emergency: false,
    days: [10, 60],
    complaint: "low back pain after lifting",
    drug: naproxen,
  },
  {
    code: icd("R51.9", "Headache, unspecified"),
    ages: [8, 110],
    emergency: false,
    days: [2, 10],
    complaint: "headache",
    drug: acetaminophen,
  },
  {
    code: icd("L20.9", "Atopic dermatitis, unspecified"),
    ages: [0, 30],
    emergency: false,
    days: [14, 60],
    complaint: "itchy rash at the elbows",
  },
  {
    code: icd("R07.9", "Chest pain, unspecified"),
    ages: [30, 110],
    emergency: true,
    days: [1, 5],
    complaint: "chest pressure since this morning",
  },
  { code: icd("R10.9", "Unspecified abdominal pain"), ages: [6, 110], emergency: true, days: [1, 7], complaint: "crampy abdominal pain" },
  {
    code: icd("S93.401A", "Sprain of unspecified ligament of right ankle, initial encounter"),
    ages: [8, 80],
    emergency: true,
    days: [14, 42],
    complaint: "twisted right ankle",
    drug: naproxen,
  },
  {
    code: icd("J18.9", "Pneumonia, unspecified organism"),
    ages: [0, 110],
    emergency: true,
    days: [14, 30],
    complaint: "fever, cough and shortness of breath",
    drug: amoxicillin,
  },
  {
    code: icd("B34.9", "Viral infection, unspecified"),
    ages: [0, 110],
    emergency: true,
    days: [3, 10],
    complaint: "fever and body aches",
    drug: acetaminophen,
  },
];

export const checkUp = {
  child: icd("Z00.129", "Encounter for routine child health examination without abnormal findings"),
  adult: icd("Z00.00", "Encounter for general adult medical examination without abnormal findings"),
} as const;
