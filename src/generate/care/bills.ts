import { exp, normalQuantile } from "../../random/arithmetic.ts";
import type { ClaimLine, Encounter } from "../../record/care.ts";
import type { Coverage } from "../../record/patient.ts";
import { isoOf } from "../days.ts";
import type { ClaimsSpec, LineSpec } from "../profile/claims.ts";
import { below, type Dice, keyOf, uniform, uuidBy, whole } from "./dice.ts";
import type { Opened } from "./visits.ts";

const keys = {
  claim: keyOf("claim"),
  created: keyOf("created"),
  settled: keyOf("settled"),
  denied: keyOf("denied"),
  spread: keyOf("spread"),
} as const;

/** What is billed for an encounter, once it has been; and what came of it, once that is known. */
export function bill(opened: Opened, encounter: Encounter, visit: keyof ClaimsSpec["visit"] | undefined): void {
  const { own, dice, lines } = opened;
  const { claims } = own.model;
  if (!claims) return;
  const day = Math.floor(opened.end / 1440);
  const each = below(dice, keys.claim);
  const created = day + whole(each, keys.created, [claims.created[0], claims.created[1]]);
  if (created > own.asOf) return;
  const charges = visit === undefined ? lines : [lineOf(claims.visit[visit]), ...lines];
  if (charges.length === 0) return;
  const priced = charges.map(({ code, cents }) => ({ code, cents: Math.round(cents * own.priceLevel) }));
  const total = priced.reduce((sum, { cents }) => sum + cents, 0);
  const coverage = coverageOn(own.coverages, encounter.start.slice(0, 10));
  const terms = claims.payers[coverage?.type ?? "none"];
  const isOpen = created + whole(each, keys.settled, [claims.settled[0], claims.settled[1]]) > own.asOf;
  const isDenied = uniform(each, keys.denied) < terms.denied;
  const accepted = isOpen || isDenied ? 0 : Math.round(total * terms.allowed);
  const paid = Math.round(accepted * terms.pays);
  own.chart.claims.push({
    id: uuidBy(each, keys.claim),
    patientId: own.patient.id,
    encounterId: encounter.id,
    ...(coverage ? { coverageId: coverage.id } : {}),
    created: isoOf(created),
    lines: priced,
    total,
    paid,
    patientPaid: accepted - paid,
    status: isOpen ? "pending" : isDenied ? "denied" : "paid",
    identifiers: { "claim-number": encounter.identifiers["claim-number"]! },
  });
}

export const lineOf = ({ system, code, display, cents }: LineSpec): ClaimLine => ({ code: { system, code, display }, cents });

/** Who pays that day; where there are two, the first to have begun. */
function coverageOn(coverages: readonly Coverage[], day: string): Coverage | undefined {
  return coverages.find(({ start, end }) => start <= day && (end === undefined || day < end));
}

/** How much dearer a facility is than the profile's charges. */
export function priceLevelOf(facilityId: string, sigma: number): number {
  if (sigma === 0) return 1;
  const dice: Dice = { a: keyOf(facilityId), b: keys.spread };
  return exp(sigma * normalQuantile(0.01 + 0.98 * uniform(dice, keys.spread)));
}
