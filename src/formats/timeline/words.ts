import type { Observation } from "../../record/health.ts";

/** What people at a bedside call it, by LOINC code; all others are called as LOINC does, without how it was measured. */
const shortNames: Readonly<Record<string, string>> = {
  "8302-2": "height",
  "29463-7": "weight",
  "39156-5": "BMI",
  "8867-4": "pulse",
  "9279-1": "breaths",
  "8310-5": "temperature",
  "59408-5": "oxygen",
  "2708-6": "oxygen",
  "8480-6": "systolic",
  "8462-4": "diastolic",
  "8287-5": "head",
  "4548-4": "Hemoglobin A1c",
  "98979-8": "eGFR",
  "2085-9": "HDL",
  "13457-7": "LDL",
  "2093-3": "Cholesterol",
  "44261-6": "PHQ-9",
  "72166-2": "Smoking",
};

/** `Glucose [Mass/volume] in Serum or Plasma` is glucose, `Lipid 1996 panel - Serum or Plasma` a lipid panel. */
export function nameOf({ code, display }: { readonly code: string; readonly display: string }): string {
  const short = shortNames[code];
  if (short !== undefined) return short;
  const end = [" [", " in ", " - "].map((mark) => display.indexOf(mark)).filter((at) => at > 0);
  return end.length === 0 ? display : display.slice(0, Math.min(...end));
}

/** `142 mmHg`, `7.2 % high`, `Former smoker`, `not done`. */
export function readingOf({ value, decimals = 0, unit, answer, low, high }: Observation): string {
  if (answer) return answer.display;
  if (value === undefined) return "not done";
  const mark = high !== undefined && value > high ? " high" : low !== undefined && value < low ? " low" : "";
  return `${value.toFixed(decimals)}${unitOf(unit)}${mark}`;
}

const unitWords: Readonly<Record<string, string>> = {
  Cel: "°C",
  "10*3/uL": "×10³/µL",
  "10*6/uL": "×10⁶/µL",
  "kg/m2": "kg/m²",
  "mL/min/{1.73_m2}": "mL/min/1.73 m²",
};

/** A UCUM unit as people write it, with the space before it; annotations in braces are no unit. */
function unitOf(unit: string | undefined): string {
  if (unit === undefined) return "";
  const words = unitWords[unit] ?? unit.replace(/\{[^{}]{0,60}\}/g, "").replace(/[[\]]/g, "");
  return words === "" || words.startsWith("/") ? words : ` ${words}`;
}
