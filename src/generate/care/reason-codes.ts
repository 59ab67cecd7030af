import type { Coded } from "../../record/coded.ts";

export const icd = (code: string, display: string): Coded => ({ system: "ICD-10-CM", code, display });

export const immunized = icd("Z23", "Encounter for immunization");

export const prenatal = icd("Z34.90", "Encounter for supervision of normal pregnancy, unspecified, unspecified trimester");

export const postpartum = icd("Z39.2", "Encounter for routine postpartum follow-up");

export const delivered = icd("O80", "Encounter for full-term uncomplicated delivery");

export const deliveredByCesarean = icd("O82", "Encounter for cesarean delivery without indication");

export const born = icd("Z38.00", "Single liveborn infant, delivered vaginally");

export const bornByCesarean = icd("Z38.01", "Single liveborn infant, delivered by cesarean");
