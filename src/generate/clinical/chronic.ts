import type { Stream } from "../../random/stream.ts";
import type { Coded } from "../../record/coded.ts";
import type { Condition } from "../../record/health.ts";
import type { Patient, Sex } from "../../record/patient.ts";
import { ageOn, birthdayOf, type Day, isoOf } from "../days.ts";
import { make } from "../make.ts";
import { type Body, usualBmi } from "./measures.ts";

/** A condition that lasts, and how many people have it on a day. */
interface Chronic {
  readonly code: Coded;
  /** Before this age nobody gets it. */
  readonly earliest: number;
  /** Percent of people, by age from which it holds. */
  readonly percent: Readonly<Record<Sex, Bands>>;
}
type Bands = readonly (readonly [from: number, percent: number])[];

const decades = [18, 30, 40, 50, 60, 70, 80];
const byDecade = (...percents: readonly number[]): Bands => percents.map((percent, i) => [decades[i]!, percent]);
const icd = (code: string, display: string): Coded => ({ system: "ICD-10-CM", code, display });

/**
 * By ten years of age from 18: NHANES 2013-2020, examination weights (CHD, heart failure, stroke, diabetes: told by a doctor
 * or treated; hypertension: 140/90 or treated; hyperlipidemia: on a statin; chronic kidney disease at half of those with
 * eGFR < 60 or ACR >= 30, since the other half is undiagnosed by judgement). COPD: NHIS 2023, NCHS Data Brief 529 (0.4 % at
 * 18-24, 10.5 % at 75 and over; between by judgement). Asthma of adults: NHIS 2017-2018, NCHS QuickStats. The rest by judgement.
 */
const chronics: readonly Chronic[] = [
  {
    code: icd("I10", "Essential (primary) hypertension"),
    earliest: 18,
    percent: { female: byDecade(2, 9.7, 21.2, 38.9, 59.3, 71.8, 77.4), male: byDecade(4.1, 16.3, 26.5, 44.2, 57.9, 64.1, 67.5) },
  },
  {
    code: icd("E11.9", "Type 2 diabetes mellitus without complications"),
    earliest: 18,
    percent: { female: byDecade(0.8, 4.9, 8.1, 13.8, 17.6, 21.6, 19.1), male: byDecade(0.9, 3.7, 10.3, 18, 25.4, 30.6, 24.1) },
  },
  {
    code: icd("E78.5", "Hyperlipidemia, unspecified"),
    earliest: 20,
    percent: { female: byDecade(0, 2.1, 7.5, 19.2, 37.9, 44.8, 54.3), male: byDecade(0, 4.2, 8.5, 29.3, 46, 63.2, 60.6) },
  },
  {
    code: icd("I25.10", "Atherosclerotic heart disease of native coronary artery without angina pectoris"),
    earliest: 30,
    percent: { female: byDecade(0, 1.2, 1, 4.1, 7.4, 8.7, 19.1), male: byDecade(0.2, 0.7, 1.6, 6.4, 14.8, 25.8, 27.8) },
  },
  {
    code: icd("I50.9", "Heart failure, unspecified"),
    earliest: 30,
    percent: { female: byDecade(0, 0.5, 1.3, 1.9, 3.6, 6.3, 11.6), male: byDecade(0, 0.6, 1, 2.2, 4.8, 11.3, 10.8) },
  },
  {
    code: icd("N18.30", "Chronic kidney disease, stage 3 unspecified"),
    earliest: 30,
    percent: { female: byDecade(0, 4, 4.8, 6.3, 9.7, 16.6, 26.7), male: byDecade(0, 2.6, 3.3, 6.4, 9.1, 16.1, 24.7) },
  },
  {
    code: icd("I48.91", "Unspecified atrial fibrillation"),
    earliest: 35,
    percent: { female: byDecade(0, 0.1, 0.3, 1, 3, 6, 10), male: byDecade(0, 0.2, 0.6, 2, 5, 8, 11) },
  },
  {
    code: icd("J44.9", "Chronic obstructive pulmonary disease, unspecified"),
    earliest: 35,
    percent: { female: byDecade(0.4, 1, 2.5, 5, 8, 10.5, 10.5), male: byDecade(0.4, 0.8, 2, 4.2, 7.5, 10.5, 10.5) },
  },
  {
    code: icd("J45.909", "Unspecified asthma, uncomplicated"),
    earliest: 3,
    percent: {
      female: [
        [3, 6.5],
        [18, 9.7],
      ],
      male: [
        [3, 7.5],
        [18, 5.5],
      ],
    },
  },
  {
    code: icd("E03.9", "Hypothyroidism, unspecified"),
    earliest: 20,
    percent: { female: byDecade(1.5, 4, 6, 9, 13, 16, 18), male: byDecade(0.3, 0.7, 1.2, 2.2, 4, 6, 8) },
  },
  {
    code: icd("F32.9", "Major depressive disorder, single episode, unspecified"),
    earliest: 12,
    percent: { female: [[12, 9], ...byDecade(12, 11, 11, 10, 9, 7, 6)], male: [[12, 4], ...byDecade(6, 6, 6, 6, 5, 4, 3.5)] },
  },
  {
    code: icd("F41.1", "Generalized anxiety disorder"),
    earliest: 12,
    percent: { female: [[12, 6], ...byDecade(8, 7, 6.5, 6, 5, 4, 3)], male: [[12, 3], ...byDecade(4, 4, 3.5, 3, 2.5, 2, 1.5)] },
  },
  {
    code: icd("F90.9", "Attention-deficit hyperactivity disorder, unspecified type"),
    earliest: 5,
    percent: {
      female: [
        [5, 5],
        [18, 3],
      ],
      male: [
        [5, 11],
        [18, 4],
      ],
    },
  },
  {
    code: icd("K21.9", "Gastro-esophageal reflux disease without esophagitis"),
    earliest: 20,
    percent: { female: byDecade(4, 7, 10, 13, 16, 17, 17), male: byDecade(4, 7, 10, 13, 15, 16, 16) },
  },
  {
    code: icd("M17.11", "Unilateral primary osteoarthritis, right knee"),
    earliest: 45,
    percent: { female: byDecade(0, 0, 1.5, 5, 9, 12, 14), male: byDecade(0, 0, 1.2, 4, 6, 8, 10) },
  },
  {
    code: icd("D50.9", "Iron deficiency anemia, unspecified"),
    earliest: 12,
    percent: { female: [[12, 4], ...byDecade(5, 6, 6, 3, 3, 4, 5)], male: byDecade(0.3, 0.4, 0.6, 1, 2, 3, 4) },
  },
  {
    code: icd("G43.909", "Migraine, unspecified, not intractable, without status migrainosus"),
    earliest: 10,
    percent: { female: [[10, 6], ...byDecade(15, 17, 15, 11, 6, 4, 2)], male: [[10, 3], ...byDecade(6, 7, 6, 5, 3, 2, 1)] },
  },
  {
    code: icd("N40.0", "Benign prostatic hyperplasia without lower urinary tract symptoms"),
    earliest: 40,
    percent: { female: [], male: byDecade(0, 0, 3, 12, 25, 35, 40) },
  },
  {
    code: icd("M81.0", "Age-related osteoporosis without current pathological fracture"),
    earliest: 50,
    percent: { female: byDecade(0, 0, 0, 6, 14, 24, 32), male: byDecade(0, 0, 0, 1, 3, 5, 8) },
  },
  {
    code: icd("G30.9", "Alzheimer's disease, unspecified"),
    earliest: 65,
    percent: { female: byDecade(0, 0, 0, 0, 1, 5, 20), male: byDecade(0, 0, 0, 0, 0.8, 4, 15) },
  },
];

const obesity = icd("E66.9", "Obesity, unspecified");

/**
 * What somebody has on the reference date, each drawn by itself but for obesity, which follows from their BMI; with an
 * onset between its earliest age and that day.
 */
export function drawChronic(patient: Patient, body: Body, stream: Stream, reference: Day): Condition[] {
  const age = ageOn(patient.birthDate, reference);
  const conditions: Condition[] = [];
  const add = (code: Coded, earliest: number, own: Stream): void => {
    const from = birthdayOf(patient.birthDate, earliest);
    // Later ages are likelier: the larger of two draws.
    const onset = from + Math.floor(Math.max(own.next(), own.next()) * (reference - from));
    conditions.push({ id: make("uuid", own.fork("id")), patientId: patient.id, code, onset: isoOf(onset) });
  };
  for (const { code, earliest, percent } of chronics) {
    const share = percent[patient.sex].findLast(([from]) => from <= age)?.[1] ?? 0;
    const own = stream.fork(code.code);
    if (age >= earliest && own.chance(share / 100)) add(code, earliest, own);
  }
  if (age > 18 && (usualBmi(body, age) ?? 0) >= 30) add(obesity, 18, stream.fork(obesity.code));
  return conditions.sort((a, b) => (a.onset < b.onset ? -1 : a.onset > b.onset ? 1 : 0));
}
