import type { Coded } from "../../record/coded.ts";
import { type Day, isoOf } from "../days.ts";
import type { Birth } from "../person/births.ts";
import type { ComplicationSpec, PregnancySpec } from "../profile/pregnancy.ts";
import type { Case } from "./case.ts";
import { type Dice, keyOf, uniform, uuidBy } from "./dice.ts";
import { icd } from "./reason-codes.ts";

/** What mother and child must agree on, although each is worked out alone: drawn from the first child's id, which both know. */
const share = ({ children }: Birth, what: string): number => {
  let hash = keyOf(`${what}/${children[0]!}`);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
};

/** Whole weeks of pregnancy on a day. */
export const weeksOn = ({ day, gestation }: Birth, on: Day): number => Math.floor((gestation - day + on) / 7);

/** The day on which a week of pregnancy begins. */
export const dayOfWeek = ({ day, gestation }: Birth, week: number): Day => day - gestation + week * 7;

/** The minute at which a child is born, from the start of 1970: of twins the second some minutes later. */
export function bornAt(birth: Birth, place: number): number {
  const later = place === 0 ? 0 : birth.cesarean ? 1 + Math.floor(share(birth, "second") * 2) : 4 + Math.floor(share(birth, "second") * 22);
  return birth.day * 1440 + birth.minute + later;
}

/** When the mother comes in: two to fourteen hours before, or two where it was planned. */
export const motherIn = (birth: Birth): number =>
  bornAt(birth, 0) - 120 - (birth.indication === "earlier" ? 0 : Math.floor(share(birth, "labor") * 720));

/** When mother or child goes home, in the morning. Who was born early stays until some 36 weeks of pregnancy would be over (judgement). */
export function homeAt(birth: Birth, { nights }: PregnancySpec, whose: "mother" | "child"): number {
  const [least, most] = nights[birth.cesarean ? "cesarean" : "vaginal"];
  const usual = Math.max(1, least + Math.floor(share(birth, "nights") * (most - least + 1)));
  const early = Math.ceil((35.6 + 1.4 * share(birth, "ripens")) * 7) - birth.gestation;
  const stays = whose === "child" && birth.gestation < 35 * 7 ? Math.max(usual + 1, early) : usual;
  return (birth.day + stays) * 1440 + 600 + 5 * Math.floor(share(birth, "discharge") * 48);
}

/** What comes with a pregnancy of somebody who has what they have besides. */
export function complicationsOf(own: Pick<Case, "model" | "health">, birth: Birth): readonly (readonly [string, ComplicationSpec])[] {
  const all = own.model.encounters.pregnancy?.complications ?? {};
  return birth.complications.flatMap((name) => {
    const spec = all[name];
    if (!spec || spec.week > Math.floor(birth.gestation / 7)) return [];
    return spec.without !== undefined && own.health.has(spec.without, birth.day) ? [] : [[name, spec] as const];
  });
}

const trimesters = ["first", "second", "third"] as const;

/** 14 and 28 whole weeks part them (ICD-10-CM, chapter 15). */
export const trimesterOn = (birth: Birth, on: Day): 0 | 1 | 2 => (weeksOn(birth, on) < 14 ? 0 : weeksOn(birth, on) < 28 ? 1 : 2);

/** What a prenatal visit is for: by trimester, and whether it is the first child; from 35 years at the birth on by those. */
export function supervision(birth: Birth, on: Day): Coded {
  const at = trimesterOn(birth, on);
  const isFirst = birth.earlier === 0;
  if ((birth.motherAge ?? 0) >= 35) {
    const who = isFirst ? "primigravida" : "multigravida";
    return icd(`O09.5${isFirst ? 1 : 2}${at + 1}`, `Supervision of elderly ${who}, ${trimesters[at]} trimester`);
  }
  const which = isFirst ? "normal first" : "other normal";
  return icd(`Z34.${isFirst ? 0 : 8}${at + 1}`, `Encounter for supervision of ${which} pregnancy, ${trimesters[at]} trimester`);
}

/** Z3A.08 to Z3A.42 by whole weeks. */
export function weeksCode(birth: Birth, on: Day): Coded {
  const weeks = weeksOn(birth, on);
  if (weeks < 8) return icd("Z3A.01", "Less than 8 weeks gestation of pregnancy");
  return icd(`Z3A.${String(Math.min(42, weeks)).padStart(2, "0")}`, `${Math.min(42, weeks)} weeks gestation of pregnancy`);
}

const indications = {
  earlier: icd("O34.211", "Maternal care for low transverse scar from previous cesarean delivery"),
  breech: icd("O32.1XX0", "Maternal care for breech presentation, not applicable or unspecified"),
  distress: icd("O76", "Abnormality in fetal heart rate and rhythm complicating labor and delivery"),
  arrest: icd("O62.1", "Secondary uterine inertia"),
  disproportion: icd("O33.9", "Maternal care for disproportion, unspecified"),
} as const;

/** What a delivery is coded as first: why there was a cesarean, what came with it, or nothing. Tears by judgement. */
export function deliveryCode(own: Pick<Case, "model" | "health">, birth: Birth): Coded {
  const forced = complicationsOf(own, birth).find(([, { delivery }]) => delivery)?.[1].delivery;
  if (birth.indication) return indications[birth.indication];
  if (forced) return icd(forced.code, forced.display);
  if (birth.children.length > 1) return icd("O30.043", "Twin pregnancy, dichorionic/diamniotic, third trimester");
  const weeks = Math.floor(birth.gestation / 7);
  if (weeks < 28)
    return icd("O60.12X0", "Preterm labor second trimester with preterm delivery second trimester, not applicable or unspecified");
  if (weeks < 37)
    return icd("O60.14X0", "Preterm labor third trimester with preterm delivery third trimester, not applicable or unspecified");
  if (birth.cesarean) return icd("O82", "Encounter for cesarean delivery without indication");
  if (weeks >= 41) return icd("O48.0", "Post-term pregnancy");
  const torn = share(birth, "tear");
  if (torn < 0.2) return icd("O70.0", "First degree perineal laceration during delivery");
  if (torn < (birth.earlier === 0 ? 0.52 : 0.38)) return icd("O70.1", "Second degree perineal laceration during delivery");
  return icd("O80", "Encounter for full-term uncomplicated delivery");
}

export const outcome = ({ children }: Birth): Coded =>
  children.length > 1 ? icd("Z37.2", "Twins, both liveborn") : icd("Z37.0", "Single live birth");

export function bornCode({ children, cesarean }: Birth): Coded {
  const how = cesarean ? "delivered by cesarean" : "delivered vaginally";
  return children.length > 1
    ? icd(cesarean ? "Z38.31" : "Z38.30", `Twin liveborn infant, ${how}`)
    : icd(cesarean ? "Z38.01" : "Z38.00", `Single liveborn infant, ${how}`);
}

/** P07.22 to P07.39, of whoever was born before 37 weeks. */
export function pretermCode({ gestation }: Birth): Coded | undefined {
  const weeks = Math.floor(gestation / 7);
  if (weeks >= 37) return undefined;
  if (weeks < 28) return icd(`P07.2${weeks - 21}`, `Extreme immaturity of newborn, gestational age ${weeks} completed weeks`);
  return icd(`P07.3${weeks - 27}`, `Preterm newborn, gestational age ${weeks} completed weeks`);
}

/** Writes down what holds of one encounter beside its reason. */
export function noteBeside(own: Case, encounterId: string, day: Day, dice: Dice, code: Coded, until: Day = day): void {
  own.chart.conditions.push({
    id: uuidBy(dice, keyOf(code.code)),
    patientId: own.patient.id,
    encounterId,
    code,
    onset: isoOf(day),
    ...(until <= own.asOf && until < own.death ? { resolved: isoOf(until) } : {}),
  });
}

export const isJaundiced = (own: Case, percent: number): boolean => uniform(own.dice, keyOf("jaundice")) * 100 < percent;
