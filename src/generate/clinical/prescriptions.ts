import { type Drug, rx } from "./acute.ts";

/** What is prescribed of a class of drugs, by the profile's name for the class. */
const prescriptions: Readonly<Record<string, readonly Drug[]>> = {
  "ace-inhibitor": [
    rx("314076", "lisinopril 10 MG Oral Tablet", "1 tablet by mouth once a day"),
    rx("314077", "lisinopril 20 MG Oral Tablet", "1 tablet by mouth once a day"),
  ],
  "beta-blocker": [
    rx("866436", "24 HR metoprolol succinate 50 MG Extended Release Oral Tablet", "1 tablet by mouth once a day"),
    rx("866924", "metoprolol tartrate 25 MG Oral Tablet", "1 tablet by mouth twice a day"),
  ],
  "calcium-channel-blocker": [rx("308136", "amLODIPine 2.5 MG Oral Tablet", "1 tablet by mouth once a day")],
  thiazide: [rx("310798", "Hydrochlorothiazide 25 MG Oral Tablet", "1 tablet by mouth every morning")],
  statin: [
    rx("617312", "atorvastatin 10 MG Oral Tablet", "1 tablet by mouth at bedtime"),
    rx("259255", "atorvastatin 80 MG Oral Tablet", "1 tablet by mouth at bedtime"),
    rx("312961", "simvastatin 20 MG Oral Tablet", "1 tablet by mouth at bedtime"),
  ],
  metformin: [rx("860975", "24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet", "1 tablet by mouth with the evening meal")],
  levothyroxine: [rx("966222", "Levothyroxine Sodium 0.075 MG Oral Tablet", "1 tablet by mouth on an empty stomach")],
  antidepressant: [rx("312938", "Sertraline 100 MG Oral Tablet", "1 tablet by mouth once a day")],
  aspirin: [rx("243670", "Aspirin 81 MG Oral Tablet", "1 tablet by mouth once a day")],
  anticoagulant: [rx("855332", "Warfarin Sodium 5 MG Oral Tablet", "1 tablet by mouth every evening; INR as scheduled")],
  "loop-diuretic": [rx("313988", "Furosemide 40 MG Oral Tablet", "1 tablet by mouth every morning")],
  bronchodilator: [
    rx("2123111", "NDA020503 200 ACTUAT Albuterol 0.09 MG/ACTUAT Metered Dose Inhaler", "2 puffs every 4 to 6 hours as needed"),
  ],
  iron: [rx("310325", "ferrous sulfate 325 MG Oral Tablet", "1 tablet by mouth once a day")],
  analgesic: [rx("313782", "Acetaminophen 325 MG Oral Tablet", "2 tablets by mouth every 6 hours as needed")],
};

export function drugsFor(treatment: string): readonly Drug[] {
  return prescriptions[treatment] ?? [];
}
