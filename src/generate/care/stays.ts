import { exp, normalQuantile } from "../../random/arithmetic.ts";
import type { Admission, Stay as Bed } from "../../record/care.ts";
import type { Coded } from "../../record/coded.ts";
import type { Birth } from "../person/births.ts";
import type { AcuteSpec } from "../profile/acute.ts";
import { bill } from "./bills.ts";
import { ageOf, type Case, stamp, yearsOf } from "./case.ts";
import { diagnose } from "./conditions.ts";
import { below, type Dice, keyOf, pickWeighted, uniform, whole } from "./dice.ts";
import type { Entry } from "./model.ts";
import { besideBirth } from "./pregnancies.ts";
import { answerReferrals } from "./referrals.ts";
import { askMeasures, orderPanels } from "./results.ts";
import { treat } from "./treatments.ts";
import { type Course, encounterOf, openVisit } from "./visits.ts";

/** A hospital stay that is about to be written. Minutes count from the start of 1970. */
export interface Stay {
  readonly sort: "acute" | "planned" | "delivery" | "birth" | "terminal";
  readonly start: number;
  readonly nights: number;
  readonly dice: Dice;
  readonly acute?: Entry<AcuteSpec>;
  readonly reason?: Coded;
  readonly procedures?: Readonly<Record<string, number>>;
  readonly drugs?: Readonly<Record<string, number>>;
  /** When it is over, where that is not for the nights to say. */
  readonly end?: number;
  /** The encounter that it follows. */
  readonly from?: string;
  /** Of a delivery, or of who is born. */
  readonly birth?: Birth;
}

const keys = {
  nights: keyOf("nights"),
  leaves: keyOf("leaves"),
  intensive: keyOf("intensive"),
  moved: keyOf("moved"),
  bed: keyOf("bed"),
  ward: keyOf("ward"),
  disposition: keyOf("disposition"),
  round: keyOf("round"),
} as const;

/** Whole nights, at least one: lognormal about the median. */
export function nightsOf(own: Case, median: number | undefined, dice: Dice): number {
  const { nights } = own.model.encounters.inpatient;
  const score = normalQuantile(Math.min(0.9999, Math.max(0.0001, uniform(dice, keys.nights))));
  return Math.max(1, Math.round((median ?? nights.median) * exp(nights.sigma * score)));
}

/** When somebody is sent home: between ten and five on the last day. */
export function endOf(stay: Stay): number {
  return stay.end ?? (Math.floor(stay.start / 1440) + stay.nights) * 1440 + 600 + 5 * whole(stay.dice, keys.leaves, [0, 84]);
}

export function writeStay(
  own: Case,
  stay: Stay & { readonly end: number },
  dies: boolean,
  course: Course,
): { readonly id: string; readonly disposition: Admission["disposition"] } {
  const { start, end, dice, acute, sort } = stay;
  const opened = openVisit(own, { class: "inpatient", start, end, reason: acute?.code ?? stay.reason!, dice });
  const disposition = dies ? "died" : dispositionOf(own, stay, opened.day);
  const beds = bedsOf(own, stay);
  const encounter = encounterOf(opened, {
    stays: beds,
    admission: { source: sort === "birth" ? "born here" : stay.from === undefined ? "home" : "emergency", disposition },
    ...(stay.from === undefined ? {} : { fromEncounterId: stay.from }),
  });
  own.chart.encounters.push(encounter);
  answerReferrals(opened);
  own.chart.complaints.set(encounter.id, acute?.spec.complaint ?? "");
  const bad = acute ? diagnose(own, acute, opened.id, opened.day, dice, course.passing) : 0;
  const dying = sort === "terminal";
  const born = stay.birth && (sort === "delivery" || sort === "birth") ? besideBirth(opened, sort, stay.birth, end) : undefined;
  const moves = dying ? together(acute?.spec.moves ?? {}, failing) : (acute?.spec.moves ?? born);
  const panels = acute?.spec.panels ?? (sort === "birth" ? {} : { "blood-count": 1, metabolic: sort === "planned" ? 1 : 0 });
  const { vitals, pregnancy } = own.model.encounters;
  const newborn = sort === "birth" ? pregnancy?.newborn : undefined;
  const first = Math.floor(start / 1440);
  // On the round of each morning; the first hours count as one too.
  for (let day = first; day * 1440 + 480 < end; day++) {
    const round = Math.max(start + 30, day * 1440 + 420 + whole(dice, keys.round + day, [0, 60]));
    if (round + 20 >= end) break;
    const passed = Math.min(1, (day - first) / Math.max(1, stay.nights));
    // Who gets well leaves what moves behind; who dies has twice as much of it in the end.
    const left = dying ? 1 + passed : 1 - passed;
    const occasion = opened.stream.fork(day - first);
    const usual = newborn && day > first ? (newborn.asks ?? vitals) : vitals;
    const asked = newborn?.atBirth && day === first ? [...newborn.atBirth, ...usual] : usual;
    askMeasures({ ...opened, day }, asked, round, occasion, moves, bad * left);
    if (newborn && day === first + 1) orderPanels(opened, newborn.panels ?? {}, round + 15, occasion, moves, 1);
    if ((day - first) % 2 === 0) orderPanels(opened, panels, round + 15, occasion, moves, bad * left);
  }
  treat(opened, { ...acute?.spec.hospitalProcedures, ...stay.procedures }, start + 90, end - 10, course.prescriptions);
  course.prescriptions.inHospital(opened, acute?.spec.hospitalDrugs ?? {});
  if (sort === "birth") course.vaccinations.give(opened);
  const goesHome = disposition === "home" || disposition === "home health";
  if (goesHome)
    course.prescriptions.courses({ ...opened, day: Math.floor(end / 1440) }, acute?.spec.drugs ?? stay.drugs ?? {}, opened.reason);
  const { claims } = own.model;
  if (claims) {
    const nights = Math.max(1, Math.floor(end / 1440) - first);
    const intensive = beds.some(({ ward }) => ward === icu) ? Math.ceil(nights / 3) : 0;
    const lines = [
      [claims.intensiveNight, intensive],
      [claims.night, nights - intensive],
    ] as const;
    for (const [line, count] of lines)
      for (let i = 0; i < count; i++)
        opened.lines.push({ code: { system: line.system, code: line.code, display: line.display }, cents: line.cents });
  }
  bill(opened, encounter, undefined);
  return { id: encounter.id, disposition };
}

const sent = ["home", "home health", "skilled nursing", "rehabilitation", "hospice", "transfer", "against advice"] as const;

/** What moves, besides the illness, in somebody who dies of it, on the first day: judgement. */
const failing = { systolic: -12, diastolic: -6, pulse: 10, respiration: 4, saturation: -4 } as const;

function together(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const sum: Record<string, number> = { ...one };
  for (const [name, by] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + by;
  return sum;
}

function dispositionOf(own: Case, stay: Stay, day: number): Admission["disposition"] {
  if (stay.sort === "birth" || stay.sort === "delivery") return "home";
  const age = yearsOf(own, day);
  const rows = own.model.encounters.inpatient.dispositions.filter(({ from }) => from <= age);
  const row = rows.at(-1) ?? own.model.encounters.inpatient.dispositions[0]!;
  return sent[
    pickWeighted(
      stay.dice,
      keys.disposition,
      sent.map((to) => row[to] ?? 0),
    )
  ]!;
}

const icu = "ICU";
const wards: Readonly<Record<"adult" | "child" | "surgery" | "delivery" | "birth", readonly string[]>> = {
  adult: ["Medicine 3 East", "Medicine 4 West", "Medicine 5 North", "Cardiology 6 South"],
  child: ["Pediatrics 7 East"],
  surgery: ["Surgery 2 North", "Surgery 8 West"],
  delivery: ["Mother and Baby 2 West"],
  birth: ["Nursery 2 West"],
};

/** Where somebody lies: some in intensive care first or in between; mothers in the delivery room until the child is born. */
function bedsOf(own: Case, stay: Stay & { readonly end: number }): readonly Bed[] {
  const { start, end, dice, sort } = stay;
  const age = ageOf(own, Math.floor(start / 1440));
  const kind = sort === "birth" || sort === "delivery" ? sort : sort === "planned" ? "surgery" : age < 18 ? "child" : "adult";
  const ward = wards[kind][whole(dice, keys.ward, [0, wards[kind].length - 1])]!;
  const bed = (name: string, n: number, from: number, to: number): Bed => {
    const each = below(dice, keys.bed + n);
    const room =
      name === icu ? String(whole(each, 0, [1, 18])) : `${/\d/.exec(name)?.[0] ?? "1"}${String(whole(each, 0, [1, 32])).padStart(2, "0")}`;
    return { ward: name, room, bed: name === icu ? "1" : uniform(each, 1) < 0.5 ? "A" : "B", start: stamp(from), end: stamp(to) };
  };
  const hours = (end - start) / 60;
  const { intensive } = own.model.encounters.inpatient;
  const isIntensive =
    (sort === "acute" && uniform(dice, keys.intensive) < intensive) || (sort === "terminal" && uniform(dice, keys.intensive) < 0.5);
  if (!isIntensive || hours < 30) return [bed(ward, 0, start, end)];
  const first = start + 5 * Math.floor((end - start) / 15);
  const second = start + 5 * Math.floor((2 * (end - start)) / 15);
  // Who gets worse, or who comes badly.
  if (sort === "terminal") return [bed(ward, 0, start, first), bed(icu, 1, first, end)];
  if (uniform(dice, keys.moved) < 0.65) return [bed(icu, 0, start, first), bed(ward, 1, first, end)];
  return [bed(ward, 0, start, first), bed(icu, 1, first, second), bed(ward, 2, second, end)];
}
