import type { Allergy, Condition, FamilyHistory, Immunization } from "../../../record/health.ts";
import type { Chart } from "./chart.ts";
import { type Concept, codedConcept, concept, hl7, quantity } from "./codes.ts";
import { relationship } from "./datatypes.ts";
import { identifiersOf } from "./identifiers.ts";
import type { Resource } from "./resource.ts";

/** What an encounter recorded is its diagnosis; what came from the history, or lasts, stands in the problem list. */
export function conditionResource(condition: Condition, chart: Chart): Resource {
  const visit = chart.visit(condition.encounterId);
  const [profiles, category] = standingOf(visit !== undefined, condition.resolved === undefined);
  return {
    resourceType: "Condition",
    id: condition.id,
    meta: chart.directory.metas(profiles),
    clinicalStatus: condition.resolved === undefined ? activeCondition : resolvedCondition,
    verificationStatus: confirmedCondition,
    category,
    severity: condition.severity === undefined ? undefined : { text: condition.severity },
    code: codedConcept(condition.code),
    subject: chart.patient,
    encounter: visit?.reference,
    onsetDateTime: condition.onset,
    abatementDateTime: condition.resolved,
    recordedDate: visit?.zone(visit.encounter.start),
    recorder: visit?.provider,
  };
}

/** Profiles of US Core, and the categories that they ask for. */
function standingOf(isDiagnosis: boolean, lasts: boolean): readonly [string, readonly Concept[]] {
  if (!isDiagnosis) return [problemProfile, [problem]];
  if (!lasts) return [diagnosisProfile, [encounterDiagnosis]];
  return [`${diagnosisProfile} ${problemProfile}`, [encounterDiagnosis, problem]];
}

const diagnosisProfile = "us-core-condition-encounter-diagnosis";
const problemProfile = "us-core-condition-problems-health-concerns";

const activeCondition = concept(`${hl7}condition-clinical`, "active", "Active");
const resolvedCondition = concept(`${hl7}condition-clinical`, "resolved", "Resolved");
const confirmedCondition = concept(`${hl7}condition-ver-status`, "confirmed", "Confirmed");
const encounterDiagnosis = concept(`${hl7}condition-category`, "encounter-diagnosis", "Encounter Diagnosis");
const problem = concept(`${hl7}condition-category`, "problem-list-item", "Problem List Item");

export function allergyResource(allergy: Allergy, chart: Chart): Resource {
  return {
    resourceType: "AllergyIntolerance",
    id: allergy.id,
    meta: chart.directory.metas("us-core-allergyintolerance"),
    clinicalStatus: concept(`${hl7}allergyintolerance-clinical`, "active", "Active"),
    verificationStatus: concept(`${hl7}allergyintolerance-verification`, "confirmed", "Confirmed"),
    type: "allergy",
    category: [allergy.category],
    criticality: allergy.severity === "severe" ? "high" : "low",
    code: codedConcept(allergy.code),
    patient: chart.patient,
    onsetDateTime: allergy.onset,
    reaction: [{ manifestation: [codedConcept(allergy.reaction)], severity: allergy.severity }],
  };
}

export function familyHistoryResource(history: FamilyHistory, chart: Chart): Resource {
  return {
    resourceType: "FamilyMemberHistory",
    id: history.id,
    meta: chart.directory.metas(undefined),
    status: "completed",
    patient: chart.patient,
    relationship: relationship(history.relationship),
    condition: [
      { code: codedConcept(history.code), onsetAge: history.onsetAge === undefined ? undefined : quantity(history.onsetAge, "a") },
    ],
  };
}

export function immunizationResource(immunization: Immunization, chart: Chart): Resource {
  const visit = chart.visit(immunization.encounterId);
  return {
    resourceType: "Immunization",
    id: immunization.id,
    meta: chart.directory.metas("us-core-immunization"),
    identifier: identifiersOf(immunization.identifiers),
    status: "completed",
    vaccineCode: codedConcept(immunization.code),
    patient: chart.patient,
    encounter: visit?.reference,
    occurrenceDateTime: (visit?.zone ?? chart.home)(immunization.time),
    primarySource: true,
    location: visit?.location,
    performer: visit && [{ actor: visit.provider }],
    protocolApplied: [{ doseNumberPositiveInt: immunization.dose }],
  };
}
