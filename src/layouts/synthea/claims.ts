import type { Claim, Encounter } from "../../record/care.ts";
import { payerId } from "../../record/payer-id.ts";
import type { PatientRecord } from "../../record/record.ts";
import { dollars } from "../amounts.ts";
import type { Table } from "../layout.ts";
import { patientTable } from "../layout.ts";
import { noInsurance, utc } from "./values.ts";

interface Billed {
  readonly claim: Claim;
  readonly encounter: Encounter;
  readonly payer: string;
  /** Codes of what the encounter was for and what it found, at most eight. */
  readonly diagnoses: readonly string[];
}

/** Synthea's two tables of claims. */
export const claimTables: readonly Table[] = [
  patientTable("claims", billed, (c) => [
    c.key("Id", "record-id", ({ claim }) => claim.id),
    c.reference("PATIENTID", "patient-id", "patients", ({ claim }) => claim.patientId),
    c.reference("PROVIDERID", "provider-id", "providers", ({ encounter }) => encounter.providerId),
    c.reference("PRIMARYPATIENTINSURANCEID", "record-id", "payers", ({ payer }) => payer),
    c.empty("SECONDARYPATIENTINSURANCEID", "text"),
    c.empty("DEPARTMENTID", "integer"),
    c.empty("PATIENTDEPARTMENTID", "integer"),
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((i) => c.maybe(`DIAGNOSIS${i + 1}`, "text", "clinical", ({ diagnoses }) => diagnoses[i])),
    c.empty("REFERRINGPROVIDERID", "text"),
    c.reference("APPOINTMENTID", "encounter-id", "encounters", ({ encounter }) => encounter.id),
    c.empty("CURRENTILLNESSDATE", "timestamp"),
    c.always("SERVICEDATE", "timestamp", "date", ({ encounter }) => utc(encounter.start)),
    c.empty("SUPERVISINGPROVIDERID", "text"),
    c.always("STATUS1", "text", "clinical", statusOf),
    c.empty("STATUS2", "text"),
    c.always("STATUSP", "text", "clinical", statusOf),
    c.always("OUTSTANDING1", "decimal", "clinical", ({ claim }) => dollars(claim.status === "pending" ? claim.total : 0)),
    c.empty("OUTSTANDING2", "decimal"),
    c.always("OUTSTANDINGP", "decimal", "clinical", () => dollars(0)),
    c.always("LASTBILLEDDATE1", "timestamp", "date", ({ claim }) => utc(claim.created)),
    c.empty("LASTBILLEDDATE2", "timestamp"),
    c.always("LASTBILLEDDATEP", "timestamp", "date", ({ claim }) => utc(claim.created)),
    // 1: professional, 2: institutional.
    c.always("HEALTHCARECLAIMTYPEID1", "integer", "clinical", ({ encounter }) => (isInstitutional(encounter) ? 2 : 1)),
    c.always("HEALTHCARECLAIMTYPEID2", "integer", "clinical", () => 0),
  ]),
  patientTable("claims_transactions", transactions, (c) => [
    c.key("ID", "record-id", ({ claim, number }) => `${claim.id}-${number}`),
    c.reference("CLAIMID", "record-id", "claims", ({ claim }) => claim.id),
    c.always("CHARGEID", "integer", "clinical", ({ number }) => number),
    c.reference("PATIENTID", "patient-id", "patients", ({ claim }) => claim.patientId),
    c.always("TYPE", "text", "clinical", ({ type }) => type),
    c.maybe("AMOUNT", "decimal", "clinical", ({ type, cents }) => (type === "CHARGE" ? dollars(cents) : undefined)),
    c.maybe("METHOD", "text", "clinical", ({ method }) => method),
    c.always("FROMDATE", "timestamp", "date", ({ encounter }) => utc(encounter.start)),
    c.always("TODATE", "timestamp", "date", ({ encounter }) => utc(encounter.end)),
    c.reference("PLACEOFSERVICE", "organization-id", "organizations", ({ encounter }) => encounter.facilityId),
    c.maybe("PROCEDURECODE", "text", "clinical", ({ code }) => code),
    c.empty("MODIFIER1", "text"),
    c.empty("MODIFIER2", "text"),
    c.always("DIAGNOSISREF1", "integer", "clinical", () => 1),
    c.empty("DIAGNOSISREF2", "integer"),
    c.empty("DIAGNOSISREF3", "integer"),
    c.empty("DIAGNOSISREF4", "integer"),
    c.maybe("UNITS", "integer", "clinical", ({ type }) => (type === "CHARGE" ? 1 : undefined)),
    c.empty("DEPARTMENTID", "integer"),
    c.maybe("NOTES", "text", "clinical", ({ words }) => words),
    c.maybe("UNITAMOUNT", "decimal", "clinical", ({ type, cents }) => (type === "CHARGE" ? dollars(cents) : undefined)),
    c.empty("TRANSFEROUTID", "integer"),
    c.empty("TRANSFERTYPE", "text"),
    c.maybe("PAYMENTS", "decimal", "clinical", ({ type, cents }) => (type === "PAYMENT" ? dollars(cents) : undefined)),
    c.empty("ADJUSTMENTS", "decimal"),
    c.empty("TRANSFERS", "decimal"),
    c.always("OUTSTANDING", "decimal", "clinical", ({ outstanding }) => dollars(outstanding)),
    c.reference("APPOINTMENTID", "encounter-id", "encounters", ({ encounter }) => encounter.id),
    c.empty("LINENOTE", "text"),
    c.reference("PATIENTINSURANCEID", "record-id", "payers", ({ payer }) => payer),
    c.empty("FEESCHEDULEID", "integer"),
    c.reference("PROVIDERID", "provider-id", "providers", ({ encounter }) => encounter.providerId),
    c.empty("SUPERVISINGPROVIDERID", "text"),
  ]),
];

const isInstitutional = (encounter: Encounter): boolean => encounter.class === "inpatient" || encounter.class === "emergency";

function statusOf({ claim }: Billed): string {
  return claim.status === "pending" ? "BILLED" : "CLOSED";
}

function billed(record: PatientRecord): readonly Billed[] {
  if (record.claims.length === 0) return [];
  const encounters = new Map(record.encounters.map((encounter) => [encounter.id, encounter]));
  const coverages = new Map(record.coverages.map((coverage) => [coverage.id, coverage]));
  const found = new Map<string | undefined, string[]>();
  for (const { encounterId, code } of record.conditions) found.set(encounterId, [...(found.get(encounterId) ?? []), code.code]);
  return record.claims.map((claim) => {
    const encounter = encounters.get(claim.encounterId);
    if (!encounter) throw new Error("unreachable: a claim for an encounter that is not there");
    const coverage = coverages.get(claim.coverageId ?? "");
    const diagnoses = [
      ...new Set([encounter.reason.code, ...(encounter.also ?? []).map(({ code }) => code), ...(found.get(encounter.id) ?? [])]),
    ].slice(0, 8);
    return { claim, encounter, payer: coverage ? payerId(coverage.payer) : noInsurance.id, diagnoses };
  });
}

interface Transaction extends Billed {
  readonly number: number;
  readonly type: "CHARGE" | "PAYMENT";
  readonly cents: number;
  /** What of the claim is still open. */
  readonly outstanding: number;
  readonly method?: string;
  readonly code?: string;
  readonly words?: string;
}

/** A charge a line; then what the payer paid and what the patient did. */
function transactions(record: PatientRecord): readonly Transaction[] {
  return billed(record).flatMap((bill) => {
    const { lines, paid, patientPaid } = bill.claim;
    let outstanding = 0;
    const entries = [
      ...lines.map(({ code, cents }) => ({ type: "CHARGE" as const, cents, code: code.code, words: code.display })),
      ...(paid > 0 ? [{ type: "PAYMENT" as const, cents: paid, method: "ECHECK" }] : []),
      ...(patientPaid > 0 ? [{ type: "PAYMENT" as const, cents: patientPaid, method: "COPAY" }] : []),
    ];
    return entries.map((entry, i) => {
      outstanding += entry.type === "CHARGE" ? entry.cents : -entry.cents;
      return { ...bill, ...entry, number: i, outstanding };
    });
  });
}
