import type { Stream } from "../../random/stream.ts";
import type { Coded } from "../../record/coded.ts";
import type { Sex } from "../../record/patient.ts";
import { atRank, type Measure, percentilesAt } from "./percentiles.ts";

export interface Measured {
  readonly code: Coded;
  readonly value: number;
  readonly decimals: number;
  readonly unit: string;
}

/** Whoever is measured: their own ranks among people of their age and sex persist. */
export interface Body {
  readonly sex: Sex;
  readonly stream: Stream;
}

const loinc = (code: string, display: string): Coded => ({ system: "LOINC", code, display });
const measured = (code: Coded, value: number, decimals: number, unit: string): Measured => ({
  code,
  value: Number(value.toFixed(decimals)),
  decimals,
  unit,
});

/** Height, weight and what follows from them, pressures, pulse, temperature. LOINC codes; UCUM units. */
export function vitalSigns(body: Body, age: number, visit: Stream): Measured[] {
  const height = persistent("height", body, age, visit, 1);
  const bmi = persistent("bmi", body, age, visit, 0.95);
  const infantWeight = persistent("weight", body, age, visit, 0.95);
  const list: Measured[] = [];
  if (height !== undefined) {
    const meters = height / 100;
    const kilograms = bmi === undefined ? infantWeight! : bmi * meters * meters;
    const centimeters = measured(loinc("8302-2", "Body height"), height, 1, "cm");
    const weight = measured(loinc("29463-7", "Body weight"), kilograms, 1, "kg");
    list.push(centimeters, weight);
    // From the rounded values, so that whoever computes it again gets the same.
    if (bmi !== undefined)
      list.push(
        measured(
          loinc("39156-5", "Body mass index (BMI) [Ratio]"),
          (weight.value * 10_000) / (centimeters.value * centimeters.value),
          1,
          "kg/m2",
        ),
      );
  }
  const pressures = [percentilesAt("systolic", body.sex, age), percentilesAt("diastolic", body.sex, age)];
  if (pressures[0] && pressures[1]) {
    const rank = rankOf("systolic", body, visit, 0.7);
    // Half of it is the systolic rank: the two rise together.
    const lower = mixedRank(0.5 * rank + 0.5 * rankOf("diastolic", body, visit, 0.7), 0.5);
    const systolic = atRank(pressures[0], rank);
    list.push(measured(loinc("8480-6", "Systolic blood pressure"), systolic, 0, "mm[Hg]"));
    list.push(measured(loinc("8462-4", "Diastolic blood pressure"), Math.min(atRank(pressures[1], lower), systolic - 20), 0, "mm[Hg]"));
  }
  const pulse = persistent("pulse", body, age, visit, 0.6);
  if (pulse !== undefined) list.push(measured(loinc("8867-4", "Heart rate"), pulse, 0, "/min"));
  const temperature = visit.fork("temperature");
  list.push(measured(loinc("8310-5", "Body temperature"), 36.4 + 0.3 * (temperature.next() + temperature.next()), 1, "Cel"));
  return list;
}

/** The BMI that somebody has most days. */
export function usualBmi(body: Body, age: number): number | undefined {
  const values = percentilesAt("bmi", body.sex, age);
  return values && atRank(values, body.stream.fork("bmi").next());
}

/** Tests of blood that adults have drawn. */
export function laboratory(body: Body, age: number, visit: Stream, hasDiabetes: boolean): Measured[] {
  const list: Measured[] = [];
  const add = (name: Measure, code: Coded, decimals: number, unit: string, floor = 0, ceiling = 2000): void => {
    const value = persistent(name, body, age, visit, 0.8);
    if (value !== undefined) list.push(measured(code, Math.min(ceiling, Math.max(floor, value)), decimals, unit));
  };
  // 6.5 % is the threshold of diagnosis (American Diabetes Association, Standards of Care 2024, table 2.1).
  add("hba1c", loinc("4548-4", "Hemoglobin A1c/Hemoglobin.total in Blood"), 1, "%", hasDiabetes ? 6.5 : 0, hasDiabetes ? 2000 : 6.4);
  add("ldl", loinc("18262-6", "Cholesterol in LDL [Mass/volume] in Serum or Plasma by Direct assay"), 0, "mg/dL");
  add("hdl", loinc("2085-9", "Cholesterol in HDL [Mass/volume] in Serum or Plasma"), 0, "mg/dL");
  add("triglycerides", loinc("2571-8", "Triglyceride [Mass/volume] in Serum or Plasma"), 0, "mg/dL", 20);
  return list;
}

function persistent(name: Measure, body: Body, age: number, visit: Stream, w: number): number | undefined {
  const values = percentilesAt(name, body.sex, age);
  return values && atRank(values, rankOf(name, body, visit, w));
}

/**
 * Mixes the person's own rank (weight `w`) and the day's. The mixture's distribution function makes the rank uniform again,
 * so that the percentiles come out whatever the weight.
 */
function rankOf(name: Measure, body: Body, visit: Stream, w: number): number {
  const own = body.stream.fork(name).next();
  return w === 1 ? own : mixedRank(w * own + (1 - w) * visit.fork(name).next(), w);
}

/** P(wU + (1 - w)V <= sum) for independent uniform U and V and w of at least one half. */
function mixedRank(sum: number, w: number): number {
  const v = 1 - w;
  if (sum < v) return (sum * sum) / (2 * w * v);
  if (sum <= w) return (sum - v / 2) / w;
  return 1 - ((1 - sum) * (1 - sum)) / (2 * w * v);
}
