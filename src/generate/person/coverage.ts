import type { Stream } from "../../random/stream.ts";
import type { Coverage, Patient, Payer, PayerType, Subscriber } from "../../record/patient.ts";
import { payerId } from "../../record/payer-id.ts";
import { birthdayOf, type Day, dayOf, isoOf } from "../days.ts";
import { make } from "../make.ts";
import type { Profile } from "../profile.ts";

export interface CoverageSetting {
  readonly profile: Profile;
  /** The day on which the history begins: who paid only before is not told. */
  readonly begin: Day;
  readonly asOf: Day;
  /** Income a head where the patient lives, in thousands of dollars. */
  readonly income: number;
  /** Through whom somebody is insured: a parent, the partner, or they themselves. */
  readonly lead: Lead;
  /** Who the lead is, where the patient may be insured as theirs. */
  readonly holder: Holder | undefined;
}

export interface Holder {
  readonly subscriber: Subscriber;
  /** What they have on a day, before 65. */
  typeOn(day: Day): PayerType | undefined;
}

export interface Lead {
  /** Of the lead's coverages: what those share who are insured together. */
  readonly stream: Stream;
  /** In whole years on the reference date. */
  readonly age: number;
  /** Of a child: they have what the lead has, or Medicaid or nothing as the lead's other children. */
  readonly isParent: boolean;
}

/**
 * Who pays, in the order of time, until `asOf`: before 65 what the age and the neighbourhood's income make likely, drawn anew at 19, 26
 * and 35, for one in ten changed in between; from 65 on Medicare, for a part with a supplement. Nothing but that supplement overlaps.
 */
export function drawCoverages(patient: Patient, death: Day, stream: Stream, setting: CoverageSetting): Coverage[] {
  const { begin, asOf } = setting;
  const end = Math.min(asOf, death);
  const elder = birthdayOf(patient.birthDate, 65);
  const coverages: Coverage[] = [];
  for (const { from, until, type } of periods(patient.birthDate, setting)) {
    if (from > end || until <= begin || type === "none") continue;
    const own = plan(patient, stream.fork("from").fork(from), setting.lead.stream, from, Math.min(until, death), asOf, type);
    const subscriber = subscriberOf(patient, from, type, setting);
    coverages.push(subscriber ? { ...own, subscriber } : own);
  }
  const old = stream.fork("elder");
  if (elder <= end && !old.fork("none").chance(setting.profile.payers.uninsuredElders)) {
    const { advantage, supplement: share } = setting.profile.payers;
    const managed = old.fork("advantage").chance(advantage);
    coverages.push({
      ...plan(patient, old, old, elder, death, asOf, "medicare"),
      ...(managed ? { payer: old.fork("payer").pick(advantagePlans) } : {}),
    });
    const supplement = stream.fork("supplement");
    if (!managed && supplement.fork("has").chance(Math.min(1, share / Math.max(0.01, 1 - advantage)))) {
      const from = elder + supplement.fork("from").int(0, 1200);
      if (from <= end) coverages.push(plan(patient, supplement, supplement, from, death, asOf, "individual"));
    }
  }
  return coverages;
}

type Plans = Pick<CoverageSetting, "profile" | "income" | "lead">;

/** What somebody who insures others has on a day, before 65. */
export const typeOn = (birthDate: string, day: Day, plans: Plans): PayerType | undefined =>
  periods(birthDate, plans).find(({ from, until }) => from <= day && day < until)?.type;

/**
 * Whoever has the plan of a family as a child under 26 or as husband or wife, where the lead has it too on the day on which it begins, or
 * on which the history does. Nobody is insured by Medicaid through another.
 */
function subscriberOf({ birthDate }: Patient, from: Day, type: PayerType, { begin, holder }: CoverageSetting): Subscriber | undefined {
  if (!holder || type === "medicaid") return undefined;
  if (holder.subscriber.relationship === "child" && from >= birthdayOf(birthDate, 26)) return undefined;
  return holder.typeOn(Math.max(from, begin)) === type ? holder.subscriber : undefined;
}

interface Period {
  readonly from: Day;
  until: Day;
  readonly type: PayerType;
}

/** Back to back until 65. */
function periods(birthDate: string, { profile, income, lead }: Plans): Period[] {
  const { stream } = lead;
  const [birth, elder] = [dayOf(birthDate), birthdayOf(birthDate, 65)];
  const list: Period[] = [];
  // People change rank slowly: one draw for life, and others for those whom life moves.
  const rank = stream.fork("rank").next();
  const shares = profile.payers.shares.filter(({ from }) => from < 65);
  const rankFrom = (from: number): number => {
    const own = stream.fork("age").fork(from);
    return own.fork("moved").chance(0.3) ? own.fork("rank").next() : rank;
  };
  const leads = shares.findLast(({ from }) => from <= lead.age)?.from ?? 0;
  shares.forEach((row, i) => {
    const own = stream.fork("age").fork(row.from);
    const first = i === 0 ? birth : birthdayOf(birthDate, row.from);
    const last = i + 1 < shares.length ? birthdayOf(birthDate, shares[i + 1]!.from) : elder;
    // Children stay with their parents' insurance until they are grown, brothers and sisters alike.
    const isChild = lead.isParent && i <= 1;
    const moves = isChild ? 0 : Math.floor((last - first) / 3652);
    let at = rankFrom(isChild ? leads : row.from);
    let from = first;
    for (let move = 0; move <= moves; move++) {
      const within = own.fork(move);
      // A change on some day of each part of the years.
      const until = move === moves ? last : first + Math.floor(((last - first) * (move + within.fork("when").next())) / (moves + 1));
      const type = typeAt(at, row, income);
      const before = list.at(-1);
      if (before?.type === type) before.until = until;
      else list.push({ from, until, type });
      from = until;
      if (within.fork("moved").chance(0.25)) at = within.fork("rank").next();
    }
  });
  return list;
}

/** The national income a head of the table's years, in thousands: the shares of a profile hold there. */
const middling = 28;

/** Poor neighbourhoods have more Medicaid and uninsured people, rich ones fewer: in inverse proportion to income, at most doubled. */
function typeAt(rank: number, row: Profile["payers"]["shares"][number], income: number): PayerType {
  const poor = Math.min(2, Math.max(0.3, middling / Math.max(8, income)));
  let total = 0;
  const upTo = (share: number): number => (total += share);
  if (rank < upTo(Math.min(0.9, row.medicaid * poor))) return "medicaid";
  if (rank < upTo(row.none * poor)) return "none";
  // At the other end, so that parents and children of one rank have it together.
  if (rank >= 1 - row.military) return "military";
  return rank < upTo(row.individual) ? "individual" : "employer";
}

function plan(
  patient: Patient,
  stream: Stream,
  lead: Stream,
  from: Day,
  until: Day,
  asOf: Day,
  type: Exclude<PayerType, "none">,
): Coverage {
  const context = { state: patient.address.state };
  // A family's plan has one number for the family.
  const shared = type === "individual" || type === "employer" || type === "military" ? lead.fork("plan").fork(type) : stream;
  return {
    id: make("uuid", stream.fork("id")),
    patientId: patient.id,
    payer: type in publicPayers ? publicPayers[type as keyof typeof publicPayers] : shared.fork("payer").pick(plans),
    type,
    start: isoOf(from),
    ...(until <= asOf ? { end: isoOf(until) } : {}),
    identifiers:
      type === "medicare"
        ? { mbi: make("mbi", stream) }
        : type === "medicaid"
          ? { "medicaid-id": make("medicaid-id", stream, context) }
          : {
              "member-id": make("member-id", shared, context),
              ...(type === "employer" ? { "group-number": make("group-number", shared) } : {}),
            },
  };
}

/** Everybody who pays, by the names that coverages bear. */
export function allPayers(): Payer[] {
  const payer = (name: string, isPublic: boolean): Payer => ({ id: payerId(name), name, isPublic });
  return [
    ...Object.values(publicPayers).map((name) => payer(name, true)),
    ...[...plans, ...advantagePlans].map((name) => payer(name, false)),
  ];
}

const publicPayers = { medicare: "Medicare", medicaid: "Medicaid", military: "Military Health" } as const;

/** Invented insurers. */
const plans = [
  "Blue Heron Health Plan",
  "Lakeshore Mutual",
  "Prairie Care PPO",
  "Copper Ridge HMO",
  "Harbor Benefit Trust",
  "Evergreen Choice",
];

const advantagePlans = ["Blue Heron Medicare Advantage", "Prairie Care Senior Advantage", "Copper Ridge Medicare HMO"];
