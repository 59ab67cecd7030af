/** A laboratory test or vital sign in notes, by LOINC code. */
export interface Measure {
  readonly name: string;
  readonly short: string;
  readonly group: "chem" | "cbc" | "lipid" | "other";
}

const measure = (name: string, short: string, group: Measure["group"]): Measure => ({ name, short, group });

export const tests: Readonly<Record<string, Measure>> = {
  "2951-2": measure("Sodium", "Na", "chem"),
  "2823-3": measure("Potassium", "K", "chem"),
  "2075-0": measure("Chloride", "Cl", "chem"),
  "2028-9": measure("CO2", "CO2", "chem"),
  "3094-0": measure("BUN", "BUN", "chem"),
  "2160-0": measure("Creatinine", "Cr", "chem"),
  "98979-8": measure("eGFR", "eGFR", "chem"),
  "2345-7": measure("Glucose", "Glu", "chem"),
  "17861-6": measure("Calcium", "Ca", "chem"),
  "2885-2": measure("Total protein", "TP", "chem"),
  "1751-7": measure("Albumin", "Alb", "chem"),
  "1975-2": measure("Total bilirubin", "T bili", "chem"),
  "6768-6": measure("Alk phos", "ALP", "chem"),
  "1742-6": measure("ALT", "ALT", "chem"),
  "1920-8": measure("AST", "AST", "chem"),
  "6690-2": measure("WBC", "WBC", "cbc"),
  "718-7": measure("Hemoglobin", "Hgb", "cbc"),
  "4544-3": measure("Hematocrit", "Hct", "cbc"),
  "777-3": measure("Platelets", "plt", "cbc"),
  "2093-3": measure("Total cholesterol", "TC", "lipid"),
  "13457-7": measure("LDL", "LDL", "lipid"),
  "2085-9": measure("HDL", "HDL", "lipid"),
  "2571-8": measure("Triglycerides", "TG", "lipid"),
  "4548-4": measure("Hemoglobin A1c", "A1c", "other"),
  "3016-3": measure("TSH", "TSH", "other"),
  "2857-1": measure("PSA", "PSA", "other"),
  "89579-7": measure("High-sensitivity troponin", "hs-Tn", "other"),
  "9318-7": measure("Urine albumin/creatinine", "UACR", "other"),
};

/** Vital signs, by LOINC code. */
export const vital = {
  systolic: "8480-6",
  diastolic: "8462-4",
  pulse: "8867-4",
  respiration: "9279-1",
  temperature: "8310-5",
  saturation: "59408-5",
  weight: "29463-7",
  height: "8302-2",
  bmi: "39156-5",
  smoking: "72166-2",
} as const;

/** UCUM as people write it. */
export function unitWords(unit: string | undefined): string {
  switch (unit) {
    case undefined:
    case "1":
    case "{score}":
      return "";
    case "10*3/uL":
      return "K/uL";
    case "m[IU]/L":
      return "mIU/L";
    case "mL/min/{1.73_m2}":
      return "mL/min/1.73m2";
    default:
      return unit;
  }
}

/** A panel ordered, by LOINC code. */
export const panelNames: Readonly<Record<string, readonly [string, string]>> = {
  "24323-8": ["comprehensive metabolic panel", "CMP"],
  "24331-1": ["lipid panel", "lipids"],
  "58410-2": ["complete blood count", "CBC"],
  "4548-4": ["hemoglobin A1c", "A1c"],
  "3016-3": ["TSH", "TSH"],
  "2857-1": ["PSA", "PSA"],
  "89579-7": ["high-sensitivity troponin", "hs-troponin"],
  "14959-1": ["urine albumin/creatinine ratio", "UACR"],
};

/** Pictures, by LOINC code: `chest X-ray`, `CXR`, and how it is done. */
export const studies: Readonly<Record<string, readonly [string, string, string]>> = {
  "36643-5": ["chest X-ray", "CXR", "PA and lateral views of the chest."],
  "24809-6": ["knee X-rays", "knee XR", "Weight-bearing AP, lateral and sunrise views."],
  "24541-5": ["ankle X-rays", "ankle XR", "AP, mortise and lateral views."],
  "24619-9": ["wrist X-rays", "wrist XR", "PA, oblique and lateral views."],
  "24762-7": ["hip X-rays", "hip XR", "AP pelvis with frog-leg lateral view of the hip."],
  "24606-6": ["screening mammogram", "mammo", "Bilateral CC and MLO views with tomosynthesis; computer-aided detection was used."],
  "24605-8": ["diagnostic mammogram", "diag mammo", "Spot compression and magnification views of the finding."],
  "30799-1": ["CT of the head", "CT head", "Contiguous axial images from the skull base to the vertex without contrast."],
  "24628-0": ["CT of the chest", "CT chest", "Axial images of the chest after intravenous contrast, timed for the pulmonary arteries."],
  "36813-4": [
    "CT of the abdomen and pelvis",
    "CT A/P",
    "Axial images from the diaphragm to the symphysis after intravenous contrast, portal venous phase.",
  ],
  "24558-9": ["abdominal ultrasound", "abd US", "Grayscale and color Doppler images of the abdomen."],
  "11525-3": ["obstetric ultrasound", "OB US", "Transabdominal grayscale images."],
};
