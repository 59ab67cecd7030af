import type { Provider } from "../../record/care.ts";
import type { Coded } from "../../record/coded.ts";
import type { Case } from "./case.ts";
import { keyOf, uniform } from "./dice.ts";

/** Doctors whom somebody goes to without being sent. */
const generalists: ReadonlySet<string> = new Set([
  "Family Medicine",
  "Internal Medicine",
  "Nurse Practitioner, Family",
  "Physician Assistant, Medical",
  "Pediatrics",
]);

export const isGeneralist = ({ specialty }: Provider): boolean => generalists.has(specialty);

interface Trade {
  readonly specialty: string;
  /** What it looks after, by the beginning of the ICD-10-CM code. */
  readonly codes: readonly string[];
  /** Of the people who come for it, those who come to a specialist where there is one. Judgement. */
  readonly share: number;
  /** A referral's name for it. */
  readonly referral?: string;
}

const trades: readonly Trade[] = [
  { specialty: "Obstetrics & Gynecology", codes: ["O", "Z34", "Z39"], share: 1 },
  { specialty: "Pediatrics", codes: ["Z38"], share: 1 },
  { specialty: "Cardiology", codes: ["I20", "I21", "I24", "I25", "I47", "I48", "I49", "I50"], share: 0.45, referral: "cardiology" },
  { specialty: "Psychiatry", codes: ["F"], share: 0.3, referral: "behavioral-health" },
  { specialty: "Orthopedic Surgery", codes: ["M16", "M17", "M19", "S72", "S82", "S52"], share: 0.35, referral: "orthopedics" },
  { specialty: "Neurology", codes: ["G", "I63", "I69", "Z86.73"], share: 0.5, referral: "neurology" },
  { specialty: "Pulmonary Disease", codes: ["J43", "J44"], share: 0.3, referral: "pulmonology" },
  { specialty: "Gastroenterology", codes: ["K21", "K50", "K51", "Z12.11"], share: 0.25, referral: "gastroenterology" },
  { specialty: "Nephrology", codes: ["N18.4", "N18.5", "N18.6"], share: 0.7, referral: "nephrology" },
  { specialty: "Urology", codes: ["N40", "N20", "N13"], share: 0.4, referral: "urology" },
];

/**
 * The specialist of the facility whom this patient sees for a reason, if any. Who sees one does so from the first time on: what was booked
 * before a referral must not be with another after it.
 */
export function specialistFor(own: Pick<Case, "dice" | "providers">, reason: Coded): Provider | undefined {
  if (reason.system !== "ICD-10-CM") return undefined;
  const trade = trades.find(({ codes }) => codes.some((code) => reason.code.startsWith(code)));
  return trade && doctorOf(own, trade);
}

function doctorOf({ dice, providers }: Pick<Case, "dice" | "providers">, { specialty, share }: Trade): Provider | undefined {
  return uniform(dice, keyOf(specialty)) < share ? providers.find((provider) => provider.specialty === specialty) : undefined;
}

/** The name of referrals to a specialty. */
export const referralOf = ({ specialty }: Provider): string | undefined => trades.find((trade) => trade.specialty === specialty)?.referral;

/** Whether a referral leads to somebody at the facility, at whose visit it is answered. */
export function isAnsweredHere(own: Pick<Case, "dice" | "providers">, referral: string): boolean {
  const trade = trades.find((each) => each.referral === referral);
  return trade !== undefined && doctorOf(own, trade) !== undefined;
}
