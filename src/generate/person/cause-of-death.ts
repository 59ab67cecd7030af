import type { Stream } from "../../random/stream.ts";
import type { Coded } from "../../record/coded.ts";
import type { Sex } from "../../record/patient.ts";

/**
 * What somebody dies of whose record tells no reason, by age from which it holds: code, words and weight. All ages together in the
 * order of NVSR 70-9, Deaths: Leading Causes for 2019 (heart 23.1 %, cancer 21.0 %, accidents 6.1 %, lower respiratory 5.5 %,
 * stroke 5.3 %, Alzheimer's 4.3 %, diabetes 3.1 %, kidney 1.8 %, pneumonia 1.7 %, suicide 1.7 %); the weights by age are judgement.
 */
const causes: readonly (readonly [number, string])[] = [
  [
    0,
    "Q24.9:Congenital malformation of heart, unspecified:21|P07.30:Preterm newborn, unspecified weeks of gestation:17|R99:Ill-defined and unknown cause of mortality:20|P36.9:Bacterial sepsis of newborn, unspecified:5",
  ],
  [
    1,
    "V89.2XXA:Person injured in unspecified motor-vehicle accident, traffic, initial encounter:20|W69.XXXA:Accidental drowning and submersion while in natural water, initial encounter:10|Q24.9:Congenital malformation of heart, unspecified:10|C71.9:Malignant neoplasm of brain, unspecified:12|J18.9:Pneumonia, unspecified organism:5",
  ],
  [
    15,
    "V89.2XXA:Person injured in unspecified motor-vehicle accident, traffic, initial encounter:25|T40.2X1A:Poisoning by other opioids, accidental (unintentional), initial encounter:25|X83.8XXA:Intentional self-harm by other specified means, initial encounter:20|C92.00:Acute myeloblastic leukemia, not having achieved remission:5|I42.9:Cardiomyopathy, unspecified:5",
  ],
  [
    35,
    "T40.2X1A:Poisoning by other opioids, accidental (unintentional), initial encounter:20|V89.2XXA:Person injured in unspecified motor-vehicle accident, traffic, initial encounter:8|I21.9:Acute myocardial infarction, unspecified:15|C50.919:Malignant neoplasm of unspecified site of unspecified female breast:10|C18.9:Malignant neoplasm of colon, unspecified:8|X83.8XXA:Intentional self-harm by other specified means, initial encounter:10|K70.30:Alcoholic cirrhosis of liver without ascites:9",
  ],
  [
    55,
    "I25.10:Atherosclerotic heart disease of native coronary artery without angina pectoris:16|I21.9:Acute myocardial infarction, unspecified:8|C34.90:Malignant neoplasm of unspecified part of unspecified bronchus or lung:14|C50.919:Malignant neoplasm of unspecified site of unspecified female breast:8|C61:Malignant neoplasm of prostate:5|C18.9:Malignant neoplasm of colon, unspecified:6|J44.9:Chronic obstructive pulmonary disease, unspecified:8|I63.9:Cerebral infarction, unspecified:5|E11.9:Type 2 diabetes mellitus without complications:5|K70.30:Alcoholic cirrhosis of liver without ascites:4",
  ],
  [
    75,
    "I25.10:Atherosclerotic heart disease of native coronary artery without angina pectoris:20|I50.9:Heart failure, unspecified:9|C34.90:Malignant neoplasm of unspecified part of unspecified bronchus or lung:7|C61:Malignant neoplasm of prostate:5|C50.919:Malignant neoplasm of unspecified site of unspecified female breast:4|J44.9:Chronic obstructive pulmonary disease, unspecified:8|I63.9:Cerebral infarction, unspecified:9|G30.9:Alzheimer's disease, unspecified:11|N18.6:End stage renal disease:3|J18.9:Pneumonia, unspecified organism:4|W19.XXXA:Unspecified fall, initial encounter:4",
  ],
];

const ofOneSex: Readonly<Record<string, Sex>> = { "C50.919": "female", C61: "male" };

export function drawCauseOfDeath(sex: Sex, age: number, stream: Stream): Coded {
  const [, rows] = causes.findLast(([from]) => from <= age)!;
  const fitting = rows
    .split("|")
    .map((row) => row.split(":"))
    .filter(([code]) => (ofOneSex[code!] ?? sex) === sex);
  let total = 0;
  const [code, display] = fitting[stream.weighted(fitting.map(([, , weight]) => (total += Number(weight))))]!;
  return { system: "ICD-10-CM", code: code!, display: display! };
}
