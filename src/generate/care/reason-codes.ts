import type { Coded } from "../../record/coded.ts";

export const icd = (code: string, display: string): Coded => ({ system: "ICD-10-CM", code, display });

export const immunized = icd("Z23", "Encounter for immunization");

export const postpartum = icd("Z39.2", "Encounter for routine postpartum follow-up");
