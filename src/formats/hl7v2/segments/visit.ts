import type { Encounter, Procedure, Stay } from "../../../record/care.ts";
import type { Allergy, Condition } from "../../../record/health.ts";
import { admissionTypes, admitSources, allergyTypes, dispositions, patientClasses, pointsOfCare, severities } from "../codes.ts";
import type { Directory } from "../directory.ts";
import { escaped } from "../escaped.ts";
import { segment } from "../segment.ts";
import { coded, cx, ei, ownAuthority, ts } from "../types.ts";

/** The visit as it stands at `time`: the bed of that moment, and the end only once it has come. */
export function pv1(encounter: Encounter, time: string, directory: Directory): string {
  const { identifiers, admission, stays = [] } = encounter;
  const isOver = time >= encounter.end;
  const bed = stays.findLastIndex((stay, i) => i === 0 || stay.start <= time);
  const visit = identifiers["encounter-id"];
  return segment("PV1", {
    1: "1",
    2: patientClasses[encounter.class],
    3: location(encounter, stays[bed], directory),
    4: admission?.source === "born here" ? "N" : admissionTypes[encounter.class],
    6: bed > 0 ? location(encounter, stays[bed - 1], directory) : "",
    7: directory.provider(encounter.providerId),
    14: admission && admitSources[admission.source],
    19: visit && cx(visit, ownAuthority, "VN"),
    36: isOver && admission ? dispositions[admission.disposition] : "",
    44: ts(encounter.start),
    45: isOver ? ts(encounter.end) : "",
    50: cx(encounter.id, ownAuthority, "VN"),
  });
}

/** For messages that are about no visit: patient class `N`, not applicable. */
export const pv1None = segment("PV1", { 1: "1", 2: "N" });

/** Why the patient came. */
export const pv2 = (encounter: Encounter): string => segment("PV2", { 3: coded(encounter.reason) });

function location(encounter: Encounter, stay: Stay | undefined, directory: Directory): string {
  const place = stay ? `${escaped(stay.ward)}^${escaped(stay.room)}^${escaped(stay.bed)}` : `${pointsOfCare[encounter.class]}^^`;
  return `${place}^${directory.facilityPart(encounter.facilityId)}`;
}

export function al1(allergy: Allergy, number: number): string {
  return segment("AL1", {
    1: String(number),
    2: allergyTypes[allergy.category],
    3: coded(allergy.code),
    4: severities[allergy.severity],
    5: escaped(allergy.reaction.code),
    6: ts(allergy.onset),
  });
}

/** Table 0052: what brought the patient, what is still at work, what the visit found. */
export type DiagnosisType = "admitting" | "working" | "final";

const diagnosisTypes: Readonly<Record<DiagnosisType, string>> = { admitting: "A", working: "W", final: "F" };

export function dg1(condition: Pick<Condition, "code"> & Partial<Condition>, type: DiagnosisType, number: number): string {
  return segment("DG1", {
    1: String(number),
    3: coded(condition.code),
    5: condition.onset && ts(condition.onset),
    6: diagnosisTypes[type],
    20: condition.id && ei(condition.id),
  });
}

export function pr1(procedure: Procedure, number: number, directory: Directory): string {
  return segment("PR1", {
    1: String(number),
    3: coded(procedure.code),
    5: ts(procedure.start),
    7: String(minutesBetween(procedure.start, procedure.end)),
    12: directory.provider(procedure.providerId),
    15: procedure.reason && coded(procedure.reason),
    19: ei(procedure.id),
  });
}

/** Whole minutes from one local time to another. */
export function minutesBetween(start: string, end: string): number {
  return Math.round((Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 60_000);
}
