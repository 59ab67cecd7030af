import type { Stream } from "../random/stream.ts";
import type { Coverage, Patient, PayerType } from "../record/patient.ts";
import { birthdayOf, type Day, dayOf, isoOf } from "./days.ts";
import { make } from "./make.ts";

/** Who pays at the age on the reference date; a person over 65 has Medicare, and a third of them a second plan. */
export function drawCoverages(patient: Patient, stream: Stream, reference: Day, age: number): Coverage[] {
  const type = drawType(stream.fork("type"), age);
  if (type === "none") return [];
  const first = drawPlan(patient, stream.fork("first"), reference, type);
  if (type !== "medicare" || !stream.fork("second").chance(0.33)) return [first];
  return [first, drawPlan(patient, stream.fork("second-plan"), reference, "individual")];
}

/**
 * By age from which it holds: running shares of medicaid, individual, military and none; the rest through an employer.
 * Between the figures of Census P60-284 for 2023 (Medicaid 18.9 %, direct purchase 10.2 %, TRICARE 2.6 %, uninsured 5.8 %
 * under 19, 14.5 % at 19-25, 12.6 % at 26-34) by judgement, since those overlap.
 */
const payerShares: readonly (readonly [number, number, number, number, number])[] = [
  [0, 0.37, 0.42, 0.445, 0.503],
  [19, 0.2, 0.28, 0.31, 0.455],
  [26, 0.16, 0.24, 0.265, 0.391],
  [35, 0.14, 0.23, 0.255, 0.355],
];

function drawType(stream: Stream, age: number): PayerType {
  const draw = stream.next();
  // P60-284: 0.9 % uninsured at 65 and over.
  if (age >= 65) return draw < 0.009 ? "none" : "medicare";
  const [, medicaid, individual, military, none] = payerShares.findLast(([from]) => from <= age)!;
  if (draw < medicaid) return "medicaid";
  if (draw < individual) return "individual";
  if (draw < military) return "military";
  return draw < none ? "none" : "employer";
}

function drawPlan(patient: Patient, stream: Stream, reference: Day, type: Exclude<PayerType, "none">): Coverage {
  const context = { state: patient.address.state };
  const from =
    type === "medicare"
      ? birthdayOf(patient.birthDate, 65)
      : Math.max(dayOf(patient.birthDate), reference - stream.fork("start").int(30, 3000));
  return {
    id: make("uuid", stream.fork("id")),
    patientId: patient.id,
    payer:
      type === "medicare"
        ? "Medicare"
        : type === "medicaid"
          ? "Medicaid"
          : type === "military"
            ? "Military Health"
            : stream.fork("payer").pick(plans),
    type,
    start: isoOf(from),
    identifiers:
      type === "medicare"
        ? { mbi: make("mbi", stream) }
        : type === "medicaid"
          ? { "medicaid-id": make("medicaid-id", stream, context) }
          : {
              "member-id": make("member-id", stream, context),
              ...(type === "employer" ? { "group-number": make("group-number", stream) } : {}),
            },
  };
}

/** Invented insurers. */
const plans = [
  "Blue Heron Health Plan",
  "Lakeshore Mutual",
  "Prairie Care PPO",
  "Copper Ridge HMO",
  "Harbor Benefit Trust",
  "Evergreen Choice",
];
