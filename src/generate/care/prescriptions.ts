import { log } from "../../random/arithmetic.ts";
import type { Coded } from "../../record/coded.ts";
import type { Dispense, Medication } from "../../record/health.ts";
import { type Day, isoOf } from "../days.ts";
import { makeAll } from "../make.ts";
import type { DrugSpec, MedicationSpec } from "../profile/medications.ts";
import { type Case, diagnosis, yearsOf } from "./case.ts";
import { alsoHas } from "./conditions.ts";
import { below, type Dice, keyOf, pickWeighted, uniform, uuidBy, whole } from "./dice.ts";
import type { Entry } from "./model.ts";
import type { Opened } from "./visits.ts";

/** What is prescribed to one person over time. */
export interface Prescriptions {
  /** Looks through what is taken for good: begins, renews, changes and ends it. */
  manage(opened: Opened, work: { readonly reason: Coded }): void;
  /** Short courses to go home with. */
  courses(opened: Opened, shares: Readonly<Record<string, number>>, reason: Coded): void;
  /** What is given from admission to discharge. */
  inHospital(opened: Opened, shares: Readonly<Record<string, number>>): void;
  /** Writes what goes on. Nothing can be prescribed afterwards. */
  end(): void;
}

/** Something taken for good, under one prescription. */
interface Taking {
  readonly entry: Entry<MedicationSpec>;
  readonly drug: DrugSpec;
  readonly strength: number;
  readonly reason: Coded;
  readonly opened: Opened;
  readonly dice: Dice;
  /** When the whole treatment with the class began in the record. */
  readonly since: Day;
}

const keys = {
  drug: keyOf("drug"),
  course: keyOf("course"),
  hospital: keyOf("hospital"),
  stronger: keyOf("stronger"),
  changed: keyOf("changed"),
  adherence: keyOf("adherence"),
  filled: keyOf("filled"),
  first: keyOf("first fill"),
  id: keyOf("medication"),
} as const;

export function createPrescriptions(own: Case): Prescriptions {
  const taking = new Map<string, Taking>();
  /** What is taken for another reason than the conditions of the treatment. */
  const others = new Map<string, Coded>();

  return {
    manage(opened) {
      const { day } = opened;
      const now = own.health.takes(day);
      for (const [name, current] of taking) if (!now.some((taken) => taken.name === name)) stop(name, current, day, "no longer needed");
      for (const { name } of now) {
        const entry = own.model.medications.get(name);
        if (!entry) continue;
        const current = taking.get(name);
        const reason = reasonFor(name, entry, opened);
        if (!reason) {
          if (current) stop(name, current, day, "no longer needed");
          continue;
        }
        if (!current) begin(name, entry, opened, reason, below(own.dice, entry.key), 0, day);
        else review(name, current, opened, reason);
      }
    },
    courses(opened, shares, reason) {
      for (const name in shares) {
        const entry = own.model.medications.get(name);
        const dice = entry && below(opened.dice, entry.key ^ keys.course);
        // Whoever takes it for good has it at home.
        if (!entry || taking.has(name) || uniform(dice!, keys.course) >= shares[name]!) continue;
        const drug = choose(own, entry.spec, opened.day, dice!);
        if (drug) write(opened, drug, 0, reason, dice!, opened.day, { day: opened.day + drug.days, why: "completed" }, 0);
      }
    },
    inHospital(opened, shares) {
      for (const name in shares) {
        const entry = own.model.medications.get(name);
        const dice = entry && below(opened.dice, entry.key ^ keys.hospital);
        if (!entry || uniform(dice!, keys.hospital) >= shares[name]!) continue;
        const drug = choose(own, entry.spec, opened.day, dice!);
        if (drug)
          write(opened, drug, 0, opened.reason, dice!, opened.day, { day: Math.floor(opened.end / 1440), why: "completed" }, undefined);
      }
    },
    end() {
      for (const [name, current] of [...taking]) stop(name, current, undefined, undefined);
    },
  };

  /** Of the conditions that the treatment is for, the first that is on record; or what else the profile says. */
  function reasonFor(name: string, entry: Entry<MedicationSpec>, opened: Opened): Coded | undefined {
    for (const condition of own.model.health.treatments.get(name)?.for ?? []) {
      const found = diagnosis(own, condition, opened.day);
      if (found) return found.code;
    }
    const { otherwise } = entry.spec;
    if (!otherwise) return undefined;
    let code = others.get(name);
    if (!code) {
      code = { system: "ICD-10-CM", code: otherwise.code, display: otherwise.display };
      others.set(name, code);
      alsoHas(own, code, opened.id, opened.day, opened.dice);
    }
    return code;
  }

  function begin(
    name: string,
    entry: Entry<MedicationSpec>,
    opened: Opened,
    reason: Coded,
    habit: Dice,
    strength: number,
    since: Day,
    not?: DrugSpec,
  ): void {
    const drug = choose(own, entry.spec, opened.day, habit, not);
    if (!drug) return;
    const dice = below(opened.dice, entry.key);
    if (!own.started.has(name)) own.started.set(name, opened.day);
    taking.set(name, { entry, drug, strength: Math.min(strength, drug.strengths.length - 1), reason, opened, dice, since });
  }

  /** Most visits change nothing; what is nearly used up is renewed. */
  function review(name: string, current: Taking, opened: Opened, reason: Coded): void {
    const { entry, drug, strength, since } = current;
    const { day, dice } = opened;
    const { spec } = entry;
    const draws = below(dice, entry.key ^ keys.changed);
    if (isUnfit(own, drug, day)) {
      stop(name, current, day, "no longer needed");
      begin(name, entry, opened, reason, draws, 0, since, drug);
      return;
    }
    const stopDay = allergyDay(own, drug, current.opened.day);
    if (stopDay !== undefined && stopDay <= day) {
      stop(name, current, day, "not tolerated");
      begin(name, entry, opened, reason, draws, 0, since);
      return;
    }
    // In the first year; somebody new to a drug comes back about three times.
    const isFirstYear = day - since < 365;
    if (isFirstYear && spec.drugs.length > 1 && uniform(draws, keys.changed) < (spec.changed ?? 0) / 3) {
      stop(name, current, day, "not tolerated");
      begin(name, entry, opened, reason, draws, 0, since, drug);
    } else if (isFirstYear && strength + 1 < drug.strengths.length && uniform(draws, keys.stronger) < (spec.stronger ?? 0) / 3) {
      stop(name, current, day, "dose changed");
      taking.set(name, { ...current, strength: strength + 1, reason, opened, dice: below(dice, entry.key) });
    } else if (day >= current.opened.day + drug.days * ((spec.refills ?? 0) + 1) - 14) {
      stop(name, current, day, "completed");
      taking.set(name, { ...current, reason, opened, dice: below(dice, entry.key) });
    }
  }

  function stop(
    name: string,
    { opened, drug, strength, reason, dice, entry }: Taking,
    day: Day | undefined,
    why: Medication["stopReason"],
  ): void {
    taking.delete(name);
    // Whoever begins and ends it on one day never had it.
    if (day !== undefined && day <= opened.day) return;
    write(opened, drug, strength, reason, dice, opened.day, day === undefined ? undefined : { day, why: why! }, entry.spec.refills ?? 0);
  }

  /** `refills` undefined: given in hospital, where no pharmacy hands it out. */
  function write(
    opened: Opened,
    drug: DrugSpec,
    strength: number,
    reason: Coded,
    dice: Dice,
    start: Day,
    ends: { readonly day: Day; readonly why: NonNullable<Medication["stopReason"]> } | undefined,
    refills: number | undefined,
  ): void {
    const allergic = allergyDay(own, drug, start);
    let end = ends;
    if (allergic !== undefined && (end === undefined || allergic < end.day)) end = { day: allergic, why: "not tolerated" };
    if (own.death <= own.asOf && (end === undefined || own.death < end.day)) end = { day: own.death, why: "died" };
    const isOver = end !== undefined && end.day <= own.asOf;
    const { code, display } = drug.strengths[strength]!;
    own.chart.medications.push({
      id: uuidBy(dice, keys.id),
      patientId: own.patient.id,
      encounterId: opened.id,
      code: { system: "RxNorm", code, display },
      start: isoOf(start),
      ...(isOver ? { stop: isoOf(end!.day), stopReason: end!.why } : {}),
      instructions: drug.instructions,
      reason,
      ...(refills === undefined
        ? {}
        : {
            quantity: drug.quantity,
            daysSupply: drug.days,
            refills,
            dispenses: dispensesOf(own, drug, dice, start, end === undefined ? own.asOf + 1 : Math.min(end.day, own.asOf + 1), refills),
          }),
      identifiers: makeAll(["prescription-number"], opened.stream.fork(Number(code))),
    });
  }
}

/** Handed out one after the other until it ends; the gaps between are the person's own, and some never fetch it. */
function dispensesOf(own: Case, drug: DrugSpec, dice: Dice, start: Day, before: Day, refills: number): readonly Dispense[] {
  if (uniform(dice, keys.first) < 0.07) return [];
  // Judgement: gaps of 3 % to 50 % of the days, 15 % on average.
  const habit = uniform(own.dice, keys.adherence);
  const gap = 0.03 + 0.47 * habit * habit * habit;
  const dispenses: Dispense[] = [];
  let day = start + whole(dice, keys.filled, [0, 2]);
  for (let n = 0; n <= refills && day < before; n++) {
    dispenses.push({ id: uuidBy(dice, keys.filled + n), date: isoOf(day), quantity: drug.quantity, daysSupply: drug.days });
    day += drug.days + Math.floor(-log(uniform(dice, keys.adherence + n) + 1e-9) * gap * drug.days);
  }
  return dispenses;
}

/** A drug that suits the age and that the person does not react to. */
function choose(own: Case, { drugs }: MedicationSpec, day: Day, dice: Dice, not?: DrugSpec): DrugSpec | undefined {
  const age = yearsOf(own, day);
  const fitting = drugs.filter(
    (drug) =>
      drug !== not &&
      (!drug.ages || (drug.ages[0] <= age && age < drug.ages[1])) &&
      !isUnfit(own, drug, day) &&
      (allergyDay(own, drug, Number.NEGATIVE_INFINITY) ?? day + 1) > day,
  );
  if (fitting.length === 0) return undefined;
  return fitting.length === 1
    ? fitting[0]
    : fitting[
        pickWeighted(
          dice,
          keys.drug,
          fitting.map(({ share = 1 }) => share),
        )
      ];
}

/** Days from conception to birth, and some before, in which a drug may not be given that may harm a child. */
const carried = 280;

/** Whether the person has or takes what the drug does not go with, beside allergies; or does not take what it goes with. */
function isUnfit(own: Case, { avoid, with: beside }: DrugSpec, day: Day): boolean {
  if (!avoid && !beside) return false;
  const { health, deliveries } = own;
  let names: readonly string[] | undefined;
  const takes = (name: string): boolean => {
    names ??= health.takes(day).map((each) => each.name);
    return names.includes(name);
  };
  if (beside && !beside.some(takes)) return true;
  return (avoid ?? []).some((name) => {
    if (name === "pregnancy") return deliveries.some((delivery) => day <= delivery.day && day > delivery.day - carried);
    if (own.model.health.conditions.has(name)) return health.has(name, day);
    return own.model.health.treatments.has(name) && takes(name);
  });
}

/** The first day after `after` on which the person reacts to the drug. */
function allergyDay(own: Case, { avoid }: DrugSpec, after: Day): Day | undefined {
  if (!avoid) return undefined;
  return own.health.allergies.find(({ name, onset }) => onset > after && avoid.includes(name))?.onset;
}
