/** What is impossible, and what belongs to a measurement: plain tables with their sources. */

/**
 * ICD-10-CM codes of one sex. Medicare Code Editor, Definitions of Medicare Code Edits v41 (CMS, 2024), edit 6, "Sex conflict":
 * the blocks of its lists that are whole.
 */
export const conditionsOfOneSex: Readonly<Record<"female" | "male", readonly string[]>> = {
  female: [
    ..."A34 B37.3 C51 C52 C53 C54 C55 C56 C57 C58 D06 D25 D26 D27 D28 D39 E28 F53 N70 N71 N72 N73 N74 N75 N76 N77".split(" "),
    ..."N80 N81 N82 N83 N84 N85 N86 N87 N88 N89 N90 N91 N92 N93 N94 N95 N96 N97 N98 O Q50 Q51 Q52".split(" "),
    ..."R87 Z32 Z33 Z34 Z36 Z37 Z39 Z3A Z12.4 Z79.890".split(" "),
  ],
  male: "C60 C61 C62 C63 D29 D40 E29 N40 N41 N42 N43 N44 N45 N46 N47 N48 N49 N50 N51 N52 N53 Q53 Q54 Q55 R86 Z12.5".split(" "),
};

/**
 * ICD-10-PCS: body systems U and V of medical and surgical procedures, and section 1, obstetrics (ICD-10-PCS 2024 tables, CMS;
 * the Code Editor's lists of procedures for one sex hold these).
 */
export const proceduresOfOneSex: Readonly<Record<"female" | "male", RegExp>> = {
  female: /^(?:0U|1)[0-9A-HJ-NP-Z]{5,6}$/,
  male: /^0V[0-9A-HJ-NP-Z]{5}$/,
};

/**
 * Ages in whole years at which a condition may begin. Pregnancy 9-64 and newborns 0: Medicare Code Editor v41, edit 5, "Age
 * conflict". The others by judgement, wide: a case report is no defect of a population.
 */
export const ageLimits: readonly { readonly code: string; readonly from: number; readonly to: number }[] = [
  { code: "O", from: 9, to: 64 },
  { code: "Z34", from: 9, to: 64 },
  { code: "Z3A", from: 9, to: 64 },
  { code: "Z38", from: 0, to: 0 },
  ...["P05", "P07", "P08", "P22", "P59", "Z00.11"].map((code) => ({ code, from: 0, to: 0 })),
  { code: "G30", from: 30, to: 130 },
  { code: "F03", from: 30, to: 130 },
  { code: "N40", from: 18, to: 130 },
  { code: "C61", from: 25, to: 130 },
  { code: "M81.0", from: 30, to: 130 },
  { code: "I25.1", from: 15, to: 130 },
  { code: "Z00.12", from: 0, to: 20 },
  { code: "Z51.5", from: 0, to: 130 },
];

/** Of an observation by LOINC: the UCUM units it may have, and beyond what nobody alive is measured. Limits by judgement, wide. */
export const measurements: Readonly<Record<string, { readonly units: readonly string[]; readonly low: number; readonly high: number }>> = {
  "8480-6": { units: ["mm[Hg]"], low: 40, high: 300 },
  "8462-4": { units: ["mm[Hg]"], low: 10, high: 200 },
  "8867-4": { units: ["/min", "{beats}/min"], low: 20, high: 300 },
  "9279-1": { units: ["/min", "{breaths}/min"], low: 4, high: 90 },
  "8310-5": { units: ["Cel", "[degF]"], low: 30, high: 113 },
  "2708-6": { units: ["%"], low: 40, high: 100 },
  "59408-5": { units: ["%"], low: 40, high: 100 },
  "8302-2": { units: ["cm"], low: 25, high: 250 },
  "29463-7": { units: ["kg"], low: 0.3, high: 400 },
  "39156-5": { units: ["kg/m2"], low: 7, high: 100 },
  "9843-4": { units: ["cm"], low: 20, high: 70 },
  "2093-3": { units: ["mg/dL"], low: 40, high: 1000 },
  "2085-9": { units: ["mg/dL"], low: 3, high: 250 },
  "13457-7": { units: ["mg/dL"], low: 1, high: 800 },
  "18262-6": { units: ["mg/dL"], low: 1, high: 800 },
  "2089-1": { units: ["mg/dL"], low: 1, high: 800 },
  "2571-8": { units: ["mg/dL"], low: 8, high: 12000 },
  "4548-4": { units: ["%"], low: 2.5, high: 20 },
  "2339-0": { units: ["mg/dL"], low: 15, high: 1500 },
  "2345-7": { units: ["mg/dL"], low: 15, high: 1500 },
  "2160-0": { units: ["mg/dL"], low: 0.1, high: 40 },
  "38483-4": { units: ["mg/dL"], low: 0.1, high: 40 },
  "98979-8": { units: ["mL/min/{1.73_m2}"], low: 1, high: 220 },
  "33914-3": { units: ["mL/min/{1.73_m2}"], low: 1, high: 220 },
  "62238-1": { units: ["mL/min/{1.73_m2}"], low: 1, high: 220 },
  "9318-7": { units: ["mg/g", "mg/g{creat}"], low: 0, high: 20000 },
  "14959-1": { units: ["mg/g", "mg/g{creat}"], low: 0, high: 20000 },
  "2951-2": { units: ["mmol/L"], low: 95, high: 190 },
  "2947-0": { units: ["mmol/L"], low: 95, high: 190 },
  "2823-3": { units: ["mmol/L"], low: 1.2, high: 10 },
  "6298-4": { units: ["mmol/L"], low: 1.2, high: 10 },
  "718-7": { units: ["g/dL"], low: 2, high: 26 },
  "6690-2": { units: ["10*3/uL"], low: 0.05, high: 600 },
  "777-3": { units: ["10*3/uL"], low: 1, high: 2500 },
};

/** Families of drugs that an allergy to one of them forbids, by words of the allergen's and the drug's name. */
export const drugFamilies: readonly { readonly allergen: readonly string[]; readonly drugs: readonly string[] }[] = [
  {
    allergen: ["penicillin", "amoxicillin", "ampicillin"],
    drugs: ["penicillin", "amoxicillin", "ampicillin", "piperacillin", "dicloxacillin", "nafcillin", "oxacillin"],
  },
  { allergen: ["sulfa", "sulfonamide", "sulfamethoxazole"], drugs: ["sulfamethoxazole", "sulfadiazine", "sulfasalazine"] },
  { allergen: ["codeine"], drugs: ["codeine"] },
  { allergen: ["morphine"], drugs: ["morphine"] },
  { allergen: ["aspirin"], drugs: ["aspirin"] },
  {
    allergen: ["ibuprofen", "nsaid", "nonsteroidal"],
    drugs: ["ibuprofen", "naproxen", "ketorolac", "diclofenac", "meloxicam", "indomethacin"],
  },
  { allergen: ["cephalosporin", "cephalexin", "ceftriaxone"], drugs: ["cephalexin", "cefuroxime", "ceftriaxone", "cefdinir", "cefazolin"] },
  { allergen: ["erythromycin", "azithromycin", "macrolide"], drugs: ["erythromycin", "azithromycin", "clarithromycin"] },
  { allergen: ["ciprofloxacin", "levofloxacin", "quinolone"], drugs: ["ciprofloxacin", "levofloxacin", "moxifloxacin"] },
  { allergen: ["lisinopril", "ace inhibitor"], drugs: ["lisinopril", "enalapril", "ramipril", "benazepril", "captopril", "quinapril"] },
  { allergen: ["tetracycline", "doxycycline"], drugs: ["tetracycline", "doxycycline", "minocycline"] },
  { allergen: ["statin"], drugs: ["atorvastatin", "simvastatin", "rosuvastatin", "pravastatin", "lovastatin"] },
];

/**
 * CVX codes of live vaccines and their least age in days, less the four days of grace: measles, mumps, rubella and varicella
 * 12 months (CDC, ACIP General Best Practice Guidelines, table 3-2); influenza 6 months; rotavirus 6 weeks.
 */
export const leastVaccineAge: Readonly<Record<string, number>> = {
  "3": 361,
  "03": 361,
  "21": 361,
  "94": 361,
  "140": 178,
  "150": 178,
  "158": 178,
  "161": 178,
  "116": 38,
  "119": 38,
};

/** Two doses of one vaccine are four weeks apart at least, less four days of grace (the same table). */
export const leastVaccineGap = 24;
