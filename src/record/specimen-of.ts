/** What a laboratory measured in: HL7 table 0487's code where it has one, and words. */
export interface SpecimenType {
  readonly code?: string;
  readonly display: string;
}

/** In the words of LOINC's long names, longer ones first; serum or plasma is one system of LOINC and two codes of HL7. */
const systems: readonly (readonly [string, SpecimenType])[] = [
  ["Serum, Plasma or Blood", { display: "Serum, plasma or blood" }],
  ["Serum or Plasma", { display: "Serum or plasma" }],
  ["Platelet poor plasma", { code: "PPP", display: "Plasma, Platelet poor" }],
  ["Arterial blood", { code: "BLDA", display: "Blood arterial" }],
  ["Venous blood", { code: "BLDV", display: "Blood venous" }],
  ["Capillary blood", { code: "BLDC", display: "Blood capillary" }],
  ["Cerebral spinal fluid", { code: "CSF", display: "Cerebral spinal fluid" }],
  ["Serum", { code: "SER", display: "Serum" }],
  ["Plasma", { code: "PLAS", display: "Plasma" }],
  ["Blood", { code: "BLD", display: "Whole blood" }],
  ["Urine", { code: "UR", display: "Urine" }],
  ["Stool", { code: "STL", display: "Stool = Fecal" }],
  ["Sputum", { code: "SPT", display: "Sputum" }],
  ["Throat", { code: "THRT", display: "Throat" }],
];

/** Of a test by LOINC's name for it, `Sodium [Moles/volume] in Serum or Plasma`; undefined where the name does not say. */
export function specimenOf(display: string): SpecimenType | undefined {
  return systems.find(([words]) => display.includes(` in ${words}`) || display.includes(` of ${words}`))?.[1];
}
