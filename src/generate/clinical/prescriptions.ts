import { type Drug, rx } from "./acute.ts";

/** What is taken for a chronic condition, by the beginning of its ICD-10-CM code. */
const prescriptions: readonly (readonly [string, readonly Drug[]])[] = [
  [
    "I10",
    [
      rx("314076", "lisinopril 10 MG Oral Tablet", "1 tablet by mouth once a day"),
      rx("308136", "amLODIPine 2.5 MG Oral Tablet", "1 tablet by mouth once a day"),
      rx("310798", "Hydrochlorothiazide 25 MG Oral Tablet", "1 tablet by mouth every morning"),
    ],
  ],
  [
    "E78",
    [
      rx("617312", "atorvastatin 10 MG Oral Tablet", "1 tablet by mouth at bedtime"),
      rx("312961", "simvastatin 20 MG Oral Tablet", "1 tablet by mouth at bedtime"),
    ],
  ],
  ["E11", [rx("860975", "24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet", "1 tablet by mouth with the evening meal")]],
  ["E03", [rx("966222", "Levothyroxine Sodium 0.075 MG Oral Tablet", "1 tablet by mouth on an empty stomach")]],
  ["F3", [rx("312938", "Sertraline 100 MG Oral Tablet", "1 tablet by mouth once a day")]],
  ["F41", [rx("312938", "Sertraline 100 MG Oral Tablet", "1 tablet by mouth once a day")]],
  ["I25", [rx("243670", "Aspirin 81 MG Oral Tablet", "1 tablet by mouth once a day")]],
  ["I48", [rx("855332", "Warfarin Sodium 5 MG Oral Tablet", "1 tablet by mouth every evening; INR as scheduled")]],
  ["I50", [rx("313988", "Furosemide 40 MG Oral Tablet", "1 tablet by mouth every morning")]],
  ["J4", [rx("2123111", "NDA020503 200 ACTUAT Albuterol 0.09 MG/ACTUAT Metered Dose Inhaler", "2 puffs every 4 to 6 hours as needed")]],
  ["D50", [rx("310325", "ferrous sulfate 325 MG Oral Tablet", "1 tablet by mouth once a day")]],
  ["M17", [rx("313782", "Acetaminophen 325 MG Oral Tablet", "2 tablets by mouth every 6 hours as needed")]],
];

export function drugsFor(icd10: string): readonly Drug[] {
  return prescriptions.find(([prefix]) => icd10.startsWith(prefix))?.[1] ?? [];
}
