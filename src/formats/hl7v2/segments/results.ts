import type { Order, Report } from "../../../record/care.ts";
import type { Coded } from "../../../record/coded.ts";
import type { Immunization, Observation } from "../../../record/health.ts";
import type { Patient } from "../../../record/patient.ts";
import { specimenOf } from "../../../record/specimen-of.ts";
import type { Directory } from "../directory.ts";
import { escaped, escapedLines } from "../escaped.ts";
import { segment } from "../segment.ts";
import { ce, coded, ei, shortEi, ts } from "../types.ts";

/** A request that is now answered. `facilityId`: where it was made. */
export function orc(order: Order, filler: string, facilityId: string, directory: Directory): string {
  return segment("ORC", {
    1: "RE",
    2: shortEi(placerOf(order)),
    3: shortEi(filler),
    5: order.status === "cancelled" ? "CA" : "CM",
    9: ts(order.time),
    12: directory.provider(order.providerId),
    21: directory.organization(facilityId),
    22: directory.place(facilityId),
    23: directory.phone(facilityId),
  });
}

export interface Battery {
  readonly code: Coded;
  /** When what was measured was so. */
  readonly observed: string;
  readonly reported: string;
  readonly filler: string;
  readonly placer?: string | undefined;
  readonly order?: Order | undefined;
  readonly providerId: string;
  /** Table 0074. */
  readonly service: string;
}

export function obr(battery: Battery, directory: Directory): string {
  const { order, placer } = battery;
  return segment("OBR", {
    1: "1",
    2: order ? shortEi(placerOf(order)) : placer && shortEi(placer),
    3: shortEi(battery.filler),
    4: coded(battery.code),
    7: ts(battery.observed),
    16: directory.provider(order?.providerId ?? battery.providerId),
    22: ts(battery.reported),
    24: battery.service,
    25: "F",
    31: order?.reason && coded(order.reason),
  });
}

const placerOf = (order: Order): string => order.identifiers["order-number"] ?? order.id;

/** The diagnostic service of an imaging study, by DICOM's modality; else radiology at large. Table 0074. */
export function serviceOf({ modality }: Report): string {
  if (modality === undefined) return "LAB";
  return services[modality] ?? "RAD";
}

const services: Readonly<Record<string, string>> = { CT: "CT", MR: "NMR", US: "RUS", XA: "RAD", ECG: "EC", NM: "NMS" };

/** Who measured: XON and XAD. */
export interface Laboratory {
  readonly name: string;
  readonly address: string;
}

/** A number with its unit and limits, a coded answer, or that nothing could be had (table 0085 `X`). */
export function obx(observation: Observation, number: number, laboratory?: Laboratory): string {
  const { value, answer, decimals, unit, low, high } = observation;
  const isMeasured = value !== undefined;
  return segment("OBX", {
    1: String(number),
    2: isMeasured ? "NM" : answer ? "CWE" : "",
    3: coded(observation.code),
    5: isMeasured ? value.toFixed(decimals) : answer && coded(answer),
    6: unit && `${escaped(unit)}^^UCUM`,
    7: rangeOf(low, high, decimalsOf(observation)),
    8: isMeasured ? flagOf(value, low, high) : "",
    11: isMeasured || answer ? "F" : "X",
    14: ts(observation.time),
    23: laboratory?.name,
    24: laboratory?.address,
  });
}

/** Limits may be finer than the value: `0.74` for a creatinine of one decimal. */
function decimalsOf({ decimals = 0, low, high }: Observation): number {
  let least = decimals;
  while (least < 4 && [low, high].some((limit) => limit !== undefined && Math.abs(limit - Number(limit.toFixed(least))) > 1e-9)) least++;
  return least;
}

/** OBX-7: `low-high`, `>low` or `<high`. */
function rangeOf(low: number | undefined, high: number | undefined, decimals: number): string {
  if (low !== undefined && high !== undefined) return `${low.toFixed(decimals)}-${high.toFixed(decimals)}`;
  if (low !== undefined) return `>${low.toFixed(decimals)}`;
  return high === undefined ? "" : `<${high.toFixed(decimals)}`;
}

/** Table 0078. */
function flagOf(value: number, low: number | undefined, high: number | undefined): string {
  if (low === undefined && high === undefined) return "";
  if (low !== undefined && value < low) return "L";
  return high !== undefined && value > high ? "H" : "N";
}

/** Prose as one formatted text, whose lines end with `\.br\`: nothing of it is lost, and no line is torn from the next. */
export function obxText(code: string, text: string, time: string): string {
  return segment("OBX", { 1: "1", 2: "FT", 3: code, 5: escapedLines(text), 11: "F", 14: ts(time) });
}

/** Where it is another than PID-8: v2.5.1 has no field for it. "" for everybody else. */
export function sexAtBirth({ sexAtBirth: sex }: Patient, time: string): string {
  if (sex === undefined) return "";
  const answer = sex === "female" ? ce("LA3-6", "Female", "LN") : ce("LA2-8", "Male", "LN");
  return segment("OBX", { 1: "1", 2: "CWE", 3: ce("76689-9", "Sex assigned at birth", "LN"), 5: answer, 11: "F", 14: ts(time) });
}

/** The specimen, of what LOINC's name for the test says, and when it was drawn. */
export function spm(id: string, { code, time }: Observation): string {
  const type = specimenOf(code.display);
  return segment("SPM", {
    1: "1",
    2: `^${ei(id).replaceAll("^", "&")}`,
    4: type ? ce(type.code ?? "", type.display, "HL70487") : "^Specimen",
    17: ts(time),
  });
}

/** A vaccination that was given: its order, the giving, and which dose of the series it was. */
export function vaccination(immunization: Immunization, providerId: string, facilityId: string, directory: Directory): string {
  const time = ts(immunization.time);
  const order = segment("ORC", { 1: "RE", 3: shortEi(immunization.id) });
  const given = segment("RXA", {
    1: "0",
    2: "1",
    3: time,
    4: time,
    5: coded(immunization.code),
    // The amount is not known, which 999 says.
    6: "999",
    9: "00^New immunization record^NIP001",
    10: directory.provider(providerId),
    // The guide for immunizations wants it of what was given by whoever reports it.
    11: `^^^${directory.facilityPart(facilityId)}`,
    20: "CP",
    21: "A",
  });
  const dose = segment("OBX", {
    1: "1",
    2: "NM",
    3: ce("30973-2", "Dose number in series", "LN"),
    4: "1",
    5: String(immunization.dose),
    11: "F",
    14: time,
  });
  return order + given + dose;
}
