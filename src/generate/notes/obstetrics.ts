import type { Encounter } from "../../record/care.ts";
import type { Facts } from "./facts.ts";

const cesareanCode = "10D00Z1";

/** A stay in which a child was born, as the mother's: any reason of the chapter on pregnancy, but for supervision. */
export const isDelivery = ({ class: sort, reason: { code } }: Pick<Encounter, "class" | "reason">): boolean =>
  sort === "inpatient" && code.startsWith("O") && !code.startsWith("O09");

/** Of the mother's stay or the child's. */
export function isCesarean(f: Pick<Facts, "encounter" | "chart">, encounter: Encounter = f.encounter): boolean {
  const { code } = encounter.reason;
  return (
    code === "O82" ||
    code === "Z38.01" ||
    code === "Z38.31" ||
    f.chart.at(encounter.id).procedures.some((each) => each.code.code === cesareanCode)
  );
}

/** Whole weeks of pregnancy, where a code of the encounter says them (Z3A.08 to Z3A.42). */
export function weeks(f: Facts): number | undefined {
  const found = f.record.conditions.findLast(({ encounterId, code }) => encounterId === f.encounter.id && code.code.startsWith("Z3A."));
  const number = found === undefined ? Number.NaN : Number(found.code.code.slice(4));
  return number >= 8 && number <= 42 ? number : undefined;
}

/** Weeks at birth of a child that came early (P07.22 to P07.39); undefined of others. */
export function weeksAtBirth({ record }: Pick<Facts, "record">): number | undefined {
  const code = record.conditions.find((each) => each.code.code.startsWith("P07."))?.code.code;
  if (code === undefined) return undefined;
  const last = Number(code.slice(5));
  return code.startsWith("P07.2") ? last + 21 : code.startsWith("P07.3") ? last + 27 : undefined;
}

/** Why a child was born by cesarean, and what brought the mother in; by the code of the stay, which says it. */
interface Labor {
  readonly complaint: string;
  /** As a diagnosis before the operation, and for sentences. */
  readonly why: string;
}

const labors: readonly (readonly [string, Labor])[] = [
  ["O34.21", { complaint: "scheduled repeat cesarean", why: "prior cesarean, {declines|opts against} trial of labor" }],
  ["O32", { complaint: "contractions", why: "breech presentation" }],
  ["O76", { complaint: "contractions", why: "nonreassuring fetal heart tracing" }],
  ["O62", { complaint: "contractions", why: "arrest of {labor|dilation}" }],
  ["O61", { complaint: "induction of labor", why: "failed induction" }],
  ["O33", { complaint: "contractions", why: "cephalopelvic disproportion" }],
  ["O30", { complaint: "contractions", why: "twin pregnancy" }],
  ["O60", { complaint: "{early contractions|contractions before term}", why: "preterm labor" }],
  ["O48", { complaint: "{past the due date|induction, past the due date}", why: "post-term pregnancy" }],
  ["O42", { complaint: "leaking fluid", why: "rupture of membranes" }],
  ["O14", { complaint: "{high blood pressure and headache|swelling and high pressure readings}", why: "preeclampsia" }],
  ["O13", { complaint: "high blood pressure in pregnancy", why: "gestational hypertension" }],
  ["O24", { complaint: "contractions", why: "gestational diabetes" }],
  ["O82", { complaint: "scheduled cesarean", why: "{elective cesarean after counselling|primary cesarean by maternal request}" }],
];

const ordinary: Labor = {
  complaint: "{contractions|regular contractions|labor pains|contractions every five minutes|water broke}",
  why: "labor at term",
};

export const laborOf = ({ encounter }: Pick<Facts, "encounter">): Labor =>
  labors.find(([begins]) => encounter.reason.code.startsWith(begins))?.[1] ?? ordinary;
