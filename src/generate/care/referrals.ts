import type { Order } from "../../record/care.ts";
import type { Coded } from "../../record/coded.ts";
import { makeAll } from "../make.ts";
import { stamp } from "./case.ts";
import { below, keyOf, uniform, uuidBy } from "./dice.ts";
import { isAnsweredHere, referralOf } from "./specialists.ts";
import type { Opened } from "./visits.ts";

const keys = { referral: keyOf("referral"), order: keyOf("order"), done: keyOf("done") } as const;

/** Days until most referrals to somebody elsewhere have been answered. */
const answered = 45;

/** Sends somebody to another trade, by its name: `cardiology`. It is answered by the visit to whoever is of that trade at the facility. */
export function refer(opened: Opened, shares: Readonly<Record<string, number>>): void {
  const { own, dice, stream, reason, day } = opened;
  for (const name in shares) {
    const each = below(dice, keyOf(name) ^ keys.referral);
    // Nobody sends to their own trade.
    if (referralOf(opened.provider) === name || uniform(each, keys.referral) >= shares[name]!) continue;
    const isOpen = isAnsweredHere(own, name) || uniform(each, keys.done) >= 0.7 || day + answered > own.asOf;
    own.chart.orders.push({
      id: uuidBy(each, keys.order),
      patientId: own.patient.id,
      encounterId: opened.id,
      providerId: opened.provider.id,
      category: "referral",
      code: referralTo(name),
      time: stamp(opened.end - 5),
      status: isOpen ? "active" : "completed",
      reason: opened.reasons?.get(name) ?? reason,
      identifiers: makeAll(["order-number"], stream.fork(keyOf(name))),
    });
  }
}

const prefix = "referral-";

const referralTo = (name: string): Coded => ({
  system: "local",
  code: `${prefix}${name}`,
  display: `Referral to ${name.replaceAll("-", " ")}`,
});

const sentTo = ({ category, code }: Order): string | undefined => (category === "referral" ? code.code.slice(prefix.length) : undefined);

/** A visit to the one whom the patient was sent to answers the referral. */
export function answerReferrals({ own, provider }: Opened): void {
  const name = referralOf(provider);
  if (name === undefined) return;
  const { orders } = own.chart;
  for (let i = 0; i < orders.length; i++) {
    const order = orders[i]!;
    if (order.status === "active" && sentTo(order) === name) orders[i] = { ...order, status: "completed" };
  }
}
