import type { Claim } from "../../../record/care.ts";
import type { Chart } from "./chart.ts";
import { codedConcept, concept, hl7, money } from "./codes.ts";
import { payerOf } from "./coverage.ts";
import { derivedId } from "./derived-id.ts";
import { identifiersOf } from "./identifiers.ts";
import type { Reference, Resource } from "./resource.ts";

/** What was billed, and what came of it unless that is still open. */
export function claimResources(claim: Claim, chart: Chart): readonly Resource[] {
  const visit = chart.visit(claim.encounterId);
  const { refer, metas } = chart.directory;
  const zone = visit?.zone ?? chart.home;
  const coverage = chart.record.coverages.find(({ id }) => id === claim.coverageId);
  const covered: Reference | { display: string } = coverage ? refer("Coverage", coverage.id) : { display: "Self-pay" };
  const reason = visit?.encounter.reason;
  const isStay = visit?.encounter.class === "inpatient" || visit?.encounter.class === "emergency";
  const common = {
    identifier: identifiersOf(claim.identifiers),
    status: "active",
    type: isStay ? institutional : professional,
    use: "claim",
    patient: chart.patient,
    billablePeriod: visit && { start: zone(visit.encounter.start), end: zone(visit.encounter.end) },
    created: zone(claim.created),
    provider: visit?.organization ?? { display: "Unknown" },
    diagnosis:
      reason?.system === "ICD-10-CM"
        ? [reason, ...(visit?.encounter.also ?? [])].map((code, i) => ({ sequence: i + 1, diagnosisCodeableConcept: codedConcept(code) }))
        : undefined,
  };
  const items = claim.lines.map((line, i) => ({
    sequence: i + 1,
    productOrService: codedConcept(line.code),
    net: money(line.cents),
    encounter: i === 0 && visit ? [visit.reference] : undefined,
  }));
  const item = items.length === 0 ? undefined : items;
  const own: Resource = {
    resourceType: "Claim",
    id: claim.id,
    meta: metas(undefined),
    ...common,
    priority: normal,
    insurance: [{ sequence: 1, focal: true, coverage: covered }],
    item,
    total: money(claim.total),
  };
  if (claim.status === "pending") return [own];
  const answer: Resource = {
    resourceType: "ExplanationOfBenefit",
    id: derivedId(claim.id, "explanation of benefit"),
    meta: metas(undefined),
    ...common,
    insurer: coverage ? payerOf(coverage, chart) : { display: "Self-pay" },
    claim: refer("Claim", claim.id),
    outcome: "complete",
    disposition: claim.status === "denied" ? "Denied" : "Paid",
    insurance: [{ focal: true, coverage: covered }],
    item,
    total: [
      { category: submitted, amount: money(claim.total) },
      { category: benefit, amount: money(claim.paid) },
      { category: paidByPatient, amount: money(claim.patientPaid) },
    ],
    payment: claim.paid > 0 ? { amount: money(claim.paid) } : undefined,
  };
  return [own, answer];
}

const institutional = concept(`${hl7}claim-type`, "institutional", "Institutional");
const professional = concept(`${hl7}claim-type`, "professional", "Professional");
const normal = concept(`${hl7}processpriority`, "normal", "Normal");
const submitted = concept(`${hl7}adjudication`, "submitted", "Submitted Amount");
const benefit = concept(`${hl7}adjudication`, "benefit", "Benefit Amount");
const paidByPatient = { ...concept(`${hl7}adjudication`, "copay", "CoPay"), text: "paid by patient" };
