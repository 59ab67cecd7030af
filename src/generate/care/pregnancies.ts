import type { Coded } from "../../record/coded.ts";
import { isoOf } from "../days.ts";
import type { Birth } from "../person/births.ts";
import { complicationsOf, dayOfWeek, isJaundiced, noteBeside, outcome, pretermCode, weeksCode } from "./births.ts";
import type { Case } from "./case.ts";
import { below, keyOf, uuidBy, whole } from "./dice.ts";
import { icd } from "./reason-codes.ts";
import type { Opened } from "./visits.ts";

/** What came with pregnancies, from the day on which it was found. */
export function carriedConditions(own: Case): void {
  for (const birth of own.deliveries) {
    const dice = below(own.dice, keyOf(birth.children[0]!));
    for (const [name, { code, display, week, weeksAfter = 0 }] of complicationsOf(own, birth)) {
      const onset = Math.min(birth.day, dayOfWeek(birth, week) + whole(dice, keyOf(name), [0, 6]));
      const resolved = birth.day + Math.max(1, Math.round(weeksAfter * 7));
      if (onset > own.asOf || onset >= own.death) continue;
      own.chart.conditions.push({
        id: uuidBy(dice, keyOf(name)),
        patientId: own.patient.id,
        code: icd(code, display),
        onset: isoOf(onset),
        ...(resolved <= own.asOf && resolved < own.death ? { resolved: isoOf(resolved) } : {}),
      });
    }
  }
}

/** What a delivery or a birth leaves on record beside what it is coded as; gives what it moves. */
export function besideBirth(opened: Opened, sort: "delivery" | "birth", birth: Birth, end: number): Readonly<Record<string, number>> {
  const { own, id, day, dice } = opened;
  const home = Math.floor(end / 1440);
  if (sort === "delivery") {
    noteBeside(own, id, birth.day, dice, weeksCode(birth, birth.day));
    noteBeside(own, id, birth.day, dice, outcome(birth));
    return {};
  }
  const early = pretermCode(birth);
  // It is said of the child in the first four weeks.
  if (early) noteBeside(own, id, day, dice, early, Math.max(home, day + 28));
  const { jaundice } = own.model.encounters.pregnancy?.newborn ?? {};
  if (!jaundice || home - day < 1 || !isJaundiced(own, own.model.at(jaundice.percent, own.sex, birth.gestation / 7))) return {};
  noteBeside(own, id, day + 1, dice, early ? ofEarly : ofTerm, day + whole(dice, keyOf("jaundice"), [6, 14]));
  return jaundice.moves;
}

const ofTerm: Coded = icd("P59.9", "Neonatal jaundice, unspecified");
const ofEarly: Coded = icd("P59.0", "Neonatal jaundice associated with preterm delivery");
